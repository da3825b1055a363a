"""Making the offer of a plan, and recording the answer."""

from collections.abc import Mapping

from django import forms

from plans.forms.bas import Datum, Formular, Text, Val
from plans.models import Erbjudande

HUR = Erbjudande.Hur.choices
SVAR = [
    ("ja", "Ja\nPersonen vill ha en plan."),
    ("senare", "Vill vänta\nVi frågar igen om tre månader."),
    ("nej", "Nej\nVi respekterar det. Vi frågar igen om ett år, eller när personen får en ny insats."),
]


class LamnaErbjudande(Formular):
    """Which day and how the offer was made."""

    datum = Datum(label="Vilken dag lämnade du erbjudandet?", saknas="Skriv dagen då erbjudandet lämnades.")
    hur = Val(
        label="Hur lämnade du det?",
        choices=HUR,
        saknas="Välj hur erbjudandet lämnades.",
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )

    def stands(self, row: Erbjudande) -> Mapping[str, object]:
        """The day and the way of the offer that was made."""
        return {"datum": row.lamnat, "hur": row.lamnat_hur}


class SvaraErbjudande(Formular):
    """The answer: what, who gave it, which day and how."""

    svar = Val(label="Vad blev svaret?", choices=SVAR, saknas="Välj vad svaret blev.", widget=forms.RadioSelect)
    av = Text(label="Vem svarade?", saknas="Skriv namnet på den som svarade.")
    datum = Datum(label="Vilken dag kom svaret?", saknas="Skriv dagen då svaret kom.")
    hur = Val(
        label="Hur kom svaret?",
        choices=HUR,
        saknas="Välj hur svaret kom.",
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )

    def stands(self, row: Erbjudande) -> Mapping[str, object]:
        """The answer that was given."""
        return {"svar": row.svar, "av": row.svar_av, "datum": row.svarade, "hur": row.svar_hur}
