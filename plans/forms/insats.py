"""Registering a decision on an insats, and changing the portal's copy of it."""

from typing import Any

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, DateField, RevField, TextField
from plans.models import LAGRUM, Insats


class BeviljaInsats(BaseForm):
    """A decision under 9 § LSS, as it stands in the verksamhetssystem."""

    BESLUTET = ("utfall", "beslutad", "omfattning", "beslutsnummer", "delegat", "overklagandehanvisning")
    TIDEN = (
        ("Har insatsen börjat?", "verkstalld", "utforare"),
        ("Är beslutet tidsbegränsat?", "till", "till_skal"),
        ("Om vi varnar", "varning_skal"),
    )
    villkorade = ("till_skal", "varning_skal")
    delar = (("Beslutet", "lagrum", *BESLUTET), *TIDEN)

    lagrum = ChoiceField(
        label="Insats (9 § LSS)",
        choices=[("", "Välj insats"), *[(n, f"{n}. {namn}") for n, namn in LAGRUM]],
        saknas="Välj vilken insats beslutet gäller.",
    )
    utfall = ChoiceField(
        label="Vad blev beslutet?",
        choices=Insats.Utfall.choices,
        initial=Insats.Utfall.BEVILJAD,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )
    beslutad = DateField(label="Beslutsdatum", saknas="Skriv vilken dag beslutet togs, till exempel 2027-05-01.")
    omfattning = TextField(label="Omfattning", required=False, help_text="Till exempel 12 timmar i månaden.")
    beslutsnummer = TextField(label="Beslutets nummer", max_length=40, required=False)
    delegat = TextField(label="Beslutad av", max_length=100, required=False)
    overklagandehanvisning = forms.BooleanField(label="Personen har fått veta hur man överklagar", required=False)
    verkstalld = DateField(
        label="Har börjat den dagen", required=False, help_text="Lämna tomt om insatsen inte har börjat än."
    )
    utforare = TextField(label="Utförare", required=False, help_text="Vem som ger stödet, till exempel en gruppbostad.")
    till = DateField(
        label="Beslutet gäller till och med", required=False, help_text="Lämna tomt om det gäller tills vidare."
    )
    till_skal = TextField(
        label="Skäl för tidsbegränsning", max_length=300, required=False, help_text="Behövs när det finns en slutdag."
    )
    varning_skal = TextField(
        label="Skäl trots varningen",
        max_length=300,
        required=False,
        help_text="Behövs bara om vi varnar för en gräns i lagen. Skriv varför beslutet ändå är rätt.",
    )

    def clean(self) -> dict[str, Any]:
        """Require an end date if a reason for one is given; the action requires a reason if there is an end date."""
        data = super().clean()
        if data.get("till_skal") and not data.get("till") and "till" not in self.errors:
            self.add_error("till", "Skriv till vilken dag beslutet gäller, eller ta bort skälet.")
        return data

    def clean_lagrum(self) -> int:
        """Convert to a number."""
        return int(self.cleaned_data["lagrum"])


class AndraInsats(BeviljaInsats):
    """Changing the portal's copy of a decision: when the insats began, who provides it, when it ends.

    Which insats the decision is about cannot be changed.
    """

    delar = (
        *BeviljaInsats.TIDEN[:2],
        ("Har insatsen slutat?", "avslutad"),
        ("Beslutet", *BeviljaInsats.BESLUTET),
        BeviljaInsats.TIDEN[2],
    )
    lagrum = None
    avslutad = DateField(label="Avslutad den", required=False, help_text="Lämna tomt om insatsen pågår.")
    rev = RevField()

    @classmethod
    def ur(cls, insats: Insats) -> dict[str, Any]:
        """The form's initial values."""
        return {name: getattr(insats, name) for name in cls.base_fields}
