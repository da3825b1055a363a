"""The filter of the work list."""

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, DateField
from plans.lasning.att_gora import ARBETSSLAG, Group

SLAG = [("", "Allt"), *((slag.name, slag.label) for slag in ARBETSSLAG.values())]
VISA = [("", "Allt"), *((group.value, "") for group in Group)]


class Filter(BaseForm):
    """The choices of the filter, read from the query string: kind of task, latest day, group."""

    utan_frivilligt = True
    slag = ChoiceField(label="Visa", choices=SLAG, required=False)
    till = DateField(label="Till och med", required=False, help_text="")
    visa = ChoiceField(label="Grupp", choices=VISA, required=False, widget=forms.HiddenInput)
