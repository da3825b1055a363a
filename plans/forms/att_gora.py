"""The filter of the work list."""

from django import forms

from plans.forms.bas import Datum, Formular, Val
from plans.lasning.att_gora import ARBETSSLAG, Group

SLAG = [("", "Allt"), *((slag.name, slag.label) for slag in ARBETSSLAG.values())]
VISA = [("", "Allt"), *((group.value, "") for group in Group)]


class Filter(Formular):
    """Which kind, up to which day, which group. Read from the address."""

    utan_frivilligt = True
    slag = Val(label="Visa", choices=SLAG, required=False)
    till = Datum(label="Till och med", required=False, help_text="")
    visa = Val(label="Grupp", choices=VISA, required=False, widget=forms.HiddenInput)
