"""Opening a case in an emergency, and reviewing why it was opened."""

from django import forms

from plans.forms.bas import BaseForm, LongTextField, TextField


class OppnaNodatkomst(BaseForm):
    """The person's full number, and the reason for opening the case."""

    vem = TextField(
        label="Personnummer",
        max_length=30,
        saknas="Skriv hela personnumret.",
        help_text="Alla tolv siffror, till exempel 19900101-2385.",
        widget=forms.TextInput(attrs={"class": "kort-falt", "autocomplete": "off"}),
    )
    skal = LongTextField(
        label="Varför behöver du läsa ärendet nu?",
        rader=3,
        max_length=300,
        saknas="Skriv varför. Din chef läser det.",
        help_text="Till exempel: kollegan är sjuk och familjen ringer om i kväll. Skriv inget namn eller nummer.",
    )
    skal.laser = ["Din chef", "Personen, i loggen"]


class GranskaNodatkomst(BaseForm):
    """The chef's note, if any."""

    anteckning = TextField(
        label="Anteckning", max_length=300, required=False, help_text="Till exempel: pratade med Östen."
    )
