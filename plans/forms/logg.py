"""Deciding who may see the log, and withholding rows from it."""

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, TextField

LAGRUM = {
    "21 kap. 3 § OSL": "21 kap. 3 § OSL\nNågon är hotad, och raden visar var personen eller den anställda finns.",
    "26 kap. 5 § OSL": "26 kap. 5 § OSL\nNågon har anmält eller berättat något, och kan råka illa ut.",
    "26 kap. 1 § OSL": "26 kap. 1 § OSL\nNågon närstående till personen lider men om raden visas.",
}


class Undanhall(BaseForm):
    """Withholding rows from the person."""

    lagrum = ChoiceField(
        label="Enligt vilken lag?",
        choices=list(LAGRUM.items()),
        widget=forms.RadioSelect,
        saknas="Välj vilken lag som gör att raden inte visas.",
    )
    skal = TextField(
        label="Varför?",
        max_length=300,
        saknas="Skriv varför raden inte ska visas.",
        help_text="Personen ser inte det här.",
    )


class BedomLogg(BaseForm):
    """Whether a representative may see who has looked."""

    far_se = ChoiceField(
        label="Får företrädaren se vem som har tittat?",
        choices=[("ja", "Ja"), ("nej", "Nej")],
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
        saknas="Välj ja eller nej.",
    )
    bedomning = TextField(
        label="Hur har du bedömt det?",
        max_length=300,
        saknas="Skriv hur du har bedömt det.",
        help_text="Personen kan läsa det här i loggen. Skriv inget som kan skada någon.",
    )

    def clean_far_se(self) -> bool:
        """True for yes."""
        return self.cleaned_data["far_se"] == "ja"
