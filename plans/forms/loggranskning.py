"""The monthly review of the log."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError

from plans.forms.bas import BaseForm, ChoiceField, LongTextField, TextField
from plans.models import GranskadRad


class DraManad(BaseForm):
    """Which month to go through, as 2027-02."""

    manad = TextField(max_length=7)

    def clean_manad(self) -> dt.date:
        """The first day of the month."""
        try:
            return dt.date.fromisoformat(f"{self.cleaned_data['manad']}-01")
        except ValueError:
            raise ValidationError("Välj en månad i listan.") from None


class Bedom(BaseForm):
    """Whether an access was right."""

    bedomning = ChoiceField(
        label="Din bedömning",
        choices=[
            (GranskadRad.Bedomning.BEHORIG, "Behörig\nDet finns ett skäl i arbetet."),
            (GranskadRad.Bedomning.UTREDS, "Ska utredas\nPrata med den anställda, och med jurist om det behövs."),
        ],
        widget=forms.RadioSelect,
        saknas="Välj behörig eller ska utredas.",
    )
    anteckning = TextField(
        label="Anteckning",
        required=False,
        max_length=300,
        help_text="Skriv skälet, eller vad som ska utredas. Inga namn.",
    )


class Signera(BaseForm):
    """Signing off the month's review with a conclusion."""

    slutsats = LongTextField(
        label="Vad kom du fram till?",
        rader=4,
        saknas="Skriv vad du kom fram till.",
        help_text="Till exempel hur många rader som ska utredas, och om något ska ändras.",
    )
