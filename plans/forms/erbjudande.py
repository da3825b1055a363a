"""Making the offer of a plan, and recording the answer."""

from collections.abc import Mapping

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, DateField, TextField
from plans.models import Erbjudande

HUR = Erbjudande.Hur.choices
SVAR = [
    ("ja", "Ja\nPersonen vill ha en plan."),
    ("senare", "Vill vänta\nVi frågar igen om tre månader."),
    ("nej", "Nej\nVi respekterar det. Vi frågar igen om ett år, eller när personen får en ny insats."),
]


class LamnaErbjudande(BaseForm):
    """The day the offer was made, and how."""

    datum = DateField(label="Vilken dag lämnade du erbjudandet?", saknas="Skriv dagen då erbjudandet lämnades.")
    hur = ChoiceField(
        label="Hur lämnade du det?",
        choices=HUR,
        saknas="Välj hur erbjudandet lämnades.",
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )

    def stands(self, row: Erbjudande) -> Mapping[str, object]:
        """The day the offer was made, and how, as saved."""
        return {"datum": row.lamnat, "hur": row.lamnat_hur}


class SvaraErbjudande(BaseForm):
    """The answer, who gave it, on which day and how."""

    svar = ChoiceField(label="Vad blev svaret?", choices=SVAR, saknas="Välj vad svaret blev.", widget=forms.RadioSelect)
    av = TextField(label="Vem svarade?", saknas="Skriv namnet på den som svarade.")
    datum = DateField(label="Vilken dag kom svaret?", saknas="Skriv dagen då svaret kom.")
    hur = ChoiceField(
        label="Hur kom svaret?",
        choices=HUR,
        saknas="Välj hur svaret kom.",
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )

    def stands(self, row: Erbjudande) -> Mapping[str, object]:
        """The saved answer."""
        return {"svar": row.svar, "av": row.svar_av, "datum": row.svarade, "hur": row.svar_hur}
