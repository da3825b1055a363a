"""Registering and changing a person."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plans.forms.bas import BaseForm, ChoiceField, DateField, EmailField, LongTextField, RevField, TextField
from plans.models import Kanal, Person
from plans.regler import personnummer
from plans.regler.fel import Regelbrott

PERSONKRETSAR = [
    ("1", "Personkrets 1\nIntellektuell funktionsnedsättning, autism eller autismliknande tillstånd."),
    (
        "2",
        "Personkrets 2\nBetydande och bestående begåvningsmässig funktionsnedsättning efter hjärnskada i vuxen ålder.",
    ),
    ("3", "Personkrets 3\nAndra stora och varaktiga funktionsnedsättningar som inte beror på normalt åldrande."),
    ("", "Inte bedömd än"),
]


class PersonUppgifter(BaseForm):
    """Fields shared by registering and changing: names, how the person communicates, how to reach the person."""

    NAMN = ("fornamn", "efternamn", "tilltalsnamn")
    RESTEN = (
        ("Rätt till LSS", "personkrets"),
        ("Kommunikation", "kommunikation", "motesonskemal", "sprak"),
        ("Kontakt", "kanal", "epost", "telefon", "adress", "skyddad"),
    )
    villkorade = ("epost",)

    fornamn = TextField(label="Förnamn", max_length=100, saknas="Skriv personens förnamn.")
    efternamn = TextField(label="Efternamn", max_length=100, saknas="Skriv personens efternamn.")
    tilltalsnamn = TextField(
        label="Tilltalsnamn", max_length=100, required=False, help_text="Det namn personen kallas för."
    )
    personkrets = ChoiceField(
        label="Personkrets (1 § LSS)", choices=PERSONKRETSAR, required=False, widget=forms.RadioSelect
    )
    kommunikation = LongTextField(
        label="Så kommunicerar personen",
        rader=3,
        max_length=2000,
        required=False,
        help_text="Till exempel tal, bilder, tecken, en app, ögonen. Vad hjälper?",
    )
    motesonskemal = LongTextField(label="Så vill personen ha det på möten", rader=3, max_length=2000, required=False)
    sprak = TextField(label="Språk, tecken eller tolk", max_length=100, required=False)
    kanal = ChoiceField(
        label="Så når vi personen",
        choices=Kanal.choices,
        initial=Kanal.BREV,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
        help_text="Vi skickar aldrig namn eller uppgifter om stödet i mejl eller sms.",
    )
    epost = EmailField(label="E-post", required=False, help_text="Behövs när personen nås med mejl.")
    telefon = TextField(label="Telefon", max_length=40, required=False)
    adress = LongTextField(label="Adress", rader=3, max_length=500, required=False)
    skyddad = forms.BooleanField(
        label="Personen har skyddade personuppgifter",
        required=False,
        help_text="Då syns bara ärendenumret i listor, och bara för dem som har ärendet. Inget skickas automatiskt.",
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_fodd(self) -> dt.date | None:
        """Reject a birth date in the future."""
        fodd = self.cleaned_data["fodd"]
        if fodd and fodd > self.today:
            raise ValidationError("Födelsedagen har inte varit än. Kontrollera året.")
        return fodd

    def clean_personkrets(self) -> int | None:
        """Convert to a number, or None if not assessed."""
        return int(self.cleaned_data["personkrets"]) if self.cleaned_data["personkrets"] else None

    def clean(self) -> dict[str, Any]:
        """Require an e-mail address if the person is reached by e-mail."""
        data = super().clean()
        if data.get("kanal") == Kanal.MEJL and not data.get("epost") and "epost" not in self.errors:
            self.add_error("epost", "Skriv e-postadressen, eller välj ett annat sätt att nå personen.")
        return data


class RegistreraPerson(PersonUppgifter):
    """A new person. `today` gives a ten-digit number the right century."""

    delar = (("Vem", "personnummer", *PersonUppgifter.NAMN, "fodd"), *PersonUppgifter.RESTEN)

    personnummer = TextField(
        label="Personnummer eller samordningsnummer",
        max_length=20,
        saknas="Skriv personnumret med 12 siffror, till exempel 19900101-2385.",
        help_text="12 siffror, till exempel 19900101-2385.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort-falt", "autocomplete": "off"}),
    )
    fodd = DateField(label="Född", required=False, help_text="Behövs bara om numret inte säger vilken dag.")

    def clean_personnummer(self) -> str:
        """Normalise to twelve digits, or show the rule's own sentence."""
        try:
            return personnummer.parse(self.cleaned_data["personnummer"], self.today)
        except Regelbrott as stop:
            raise ValidationError(str(stop)) from None


class AndraPerson(PersonUppgifter):
    """Changing a person. The number cannot be changed, but the birth date may differ from the one in the number."""

    delar = (("Vem", *PersonUppgifter.NAMN, "fodd"), *PersonUppgifter.RESTEN)

    fodd = DateField(label="Född", saknas="Skriv födelsedagen, till exempel 1990-01-01.")
    rev = RevField()

    @classmethod
    def ur(cls, person: Person) -> dict[str, Any]:
        """The form's initial values."""
        return {name: getattr(person, name) for name in cls.base_fields}


class SokPerson(BaseForm):
    """The search box: a name, a number or a case number."""

    q = TextField(
        label="Hitta en person",
        max_length=100,
        saknas="Skriv ett namn, ett personnummer eller ett ärendenummer.",
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "placeholder": "Namn, personnummer eller ärendenummer"}
        ),
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_q(self) -> str:
        """Require two characters. Check a personnummer, so that a typing error does not look like an unknown person."""
        text = self.cleaned_data["q"]
        if len(text) < 2:
            raise ValidationError("Skriv minst två bokstäver.")
        if sum(c.isdigit() for c in text) >= 9:
            try:
                personnummer.parse(text, self.today)
            except Regelbrott as stop:
                raise ValidationError(str(stop)) from None
        return text
