"""Forms for the assessments at 15 and 18."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from plans.forms.bas import BaseForm, ChoiceField, LongTextField
from plans.models import Foretradarskap

YES_NO = [("ja", "Ja"), ("nej", "Nej")]
SLUTSATS = "Skriv vad ni kom fram till."


def _yes_no(label: str, help_text: str = "") -> ChoiceField:
    widget = forms.RadioSelect(attrs={"data-val": "rad"})
    return ChoiceField(label=label, choices=YES_NO, saknas="Välj ja eller nej.", widget=widget, help_text=help_text)


class Vardnadshavare(forms.ModelMultipleChoiceField):
    """Guardians whose right has not ended."""

    def label_from_instance(self, obj: Foretradarskap) -> str:
        """The name, and the ground on which they act."""
        return f"{obj.foretradare.namn}, {obj.get_typ_display()}"


class BedomForetrada(BaseForm):
    """The conclusion about who is to act for the person after 18, and why."""

    slutsats = LongTextField(
        label="Vad kom ni fram till, och varför?",
        saknas=SLUTSATS,
        max_length=4000,
        help_text="Till exempel: Yusuf för sin egen talan. Eller: ansökan om god man gjord hos tingsrätten den 3 mars.",
    )


class BedomFormaga(BaseForm):
    """Whether the young person may act alone from 15, whether guardians still see the plan, which of them to close."""

    egen_ratt = _yes_no(
        "Kan personen föra sin egen talan från 15 år?", "Förstår vad saken gäller, och vad det betyder att säga ja."
    )
    vardnadshavare_ser = _yes_no("Får vårdnadshavarna fortsätta se planen?")
    stang = Vardnadshavare(
        label="Stäng den som inte längre ska se planen",
        queryset=Foretradarskap.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Det gäller genast. Ingen stängs om du inte kryssar i.",
        error_messages={"invalid_choice": "Välj bland dem som står i listan.", "invalid_pk_value": "Välj i listan."},
    )
    slutsats = LongTextField(
        label="Vad kom ni fram till, och varför?",
        saknas=SLUTSATS,
        max_length=4000,
        help_text="Skriv också vad personen själv har sagt.",
    )

    def __init__(self, *args: Any, vardnadshavare: QuerySet[Foretradarskap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stang"].queryset = vardnadshavare
        if not vardnadshavare:
            del self.fields["stang"]

    def clean_egen_ratt(self) -> bool:
        """True for yes."""
        return self.cleaned_data["egen_ratt"] == "ja"

    def clean_vardnadshavare_ser(self) -> bool:
        """True for yes."""
        return self.cleaned_data["vardnadshavare_ser"] == "ja"
