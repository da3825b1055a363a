"""Receiving a request, for staff who write it down."""

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, DateField, LongTextField, TextField
from plans.models import Installning

SLAG = [
    ("plan", "En individuell plan"),
    ("genomgang", "En genomgång av planen"),
    ("insats", "En insats\nBegäran ska alltid prövas. Utred den i verksamhetssystemet."),
]


class TaEmotBegaran(BaseForm):
    """What is requested, by whom, and when it arrived."""

    slag = ChoiceField(
        label="Vad gäller begäran?", choices=SLAG, saknas="Välj vad begäran gäller.", widget=forms.RadioSelect
    )
    av = TextField(label="Vem begär?", saknas="Skriv namnet på den som begär.")
    inkom = DateField(label="Vilken dag kom begäran in?", saknas="Skriv dagen då begäran kom in.")
    text = LongTextField(label="Med egna ord", rader=4, max_length=4000, required=False)
    installning = ChoiceField(
        label="Om en företrädare begär: vad vill personen själv?",
        choices=[("", "Inte frågat än"), *Installning.choices],
        required=False,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
        help_text="Begäran prövas vad svaret än är. Ett nej syns för den som prövar den.",
    )
    installning_grund = TextField(label="Hur vet du det?", max_length=300, required=False)
