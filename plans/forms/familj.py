"""Forms filled in by the person, or by those who act for the person."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Model

from plans.forms.bas import BaseForm, ChoiceField, LongTextField, RevField, TextField
from plans.models import Begaran, EgetOrd, Erbjudande, Installning, PlanSvar


class OrdForm(BaseForm):
    """One answer in the author's own words, and who may read it."""

    text = LongTextField(
        label="Skriv här",
        saknas="Skriv några ord. Det räcker med en mening.",
        rader=7,
        help_text="Några ord räcker. Du kan skriva mer en annan dag.",
        widget=forms.Textarea(attrs={"rows": 7, "class": "lang egen"}),
    )
    lasare = ChoiceField(
        label="Vem får läsa?",
        choices=[
            (EgetOrd.Lasare.ALLA, "Alla som läser planen"),
            (EgetOrd.Lasare.HANDLAGGARE, "Bara handläggaren"),
        ],
        initial=EgetOrd.Lasare.ALLA,
        widget=forms.RadioSelect,
        saknas="Välj vem som får läsa.",
    )
    rev = RevField()

    @classmethod
    def for_rad(cls, row: EgetOrd | None, fraga: str, data: Any) -> "OrdForm":
        """The form for a question (or *Så ser jag det*), filled in with the saved answer."""
        initial = {"text": row.text, "lasare": row.lasare, "rev": row.rev} if row else {"rev": 0}
        form = cls(data, initial=initial)
        form.fields["text"].label = EgetOrd.Fraga(fraga).label if fraga else "Hur ser du det?"
        return form


class PlanSvarForm(BaseForm):
    """The answer to a shared draft. `delning` is the id of the Delning (the text as it was shared) that was read."""

    svar = ChoiceField(
        label="Vad säger du om planen?",
        choices=[
            (PlanSvar.Svar.HALLER_MED, "Jag håller med"),
            (PlanSvar.Svar.HALLER_INTE_MED, "Jag håller inte med"),
            (PlanSvar.Svar.PRATA, "Jag vill prata först"),
            (PlanSvar.Svar.VILL_INTE, "Jag vill inte ha planen"),
        ],
        widget=forms.RadioSelect,
        saknas="Välj ett svar.",
    )
    text = LongTextField(
        label="Vill du säga något mer?",
        required=False,
        rader=4,
        help_text="Det du skriver står i planen, under Så svarade de.",
    )
    delning = RevField()

    def __init__(self, *args, jag: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not jag:  # only the person can say no to the plan
            self.fields["svar"].choices = list(self.fields["svar"].choices)[:3]

    def stands(self, row: Model) -> Mapping[str, object]:
        """Empty: the page already shows the saved values, so there is nothing to compare."""
        return {}


class ErbjudandeSvarForm(BaseForm):
    """The answer to the offer of a plan."""

    svar = ChoiceField(
        label="Vill du ha en individuell plan?",
        choices=[
            (Erbjudande.Svar.JA, "Ja"),
            (Erbjudande.Svar.NEJ, "Nej"),
            (Erbjudande.Svar.SENARE, "Vill vänta"),
        ],
        widget=forms.RadioSelect,
        saknas="Välj ja, nej eller vill vänta.",
    )

    def __init__(self, *args, jag: bool, namn: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not jag:  # a representative answers what the person wants
            self.fields["svar"].label = f"Vill {namn} ha en individuell plan?"


class BegaranForm(BaseForm):
    """A request: for a plan, a review or an insats."""

    slag = ChoiceField(
        label="Vad vill du be om?",
        choices=[
            (Begaran.Slag.PLAN, "En individuell plan"),
            (Begaran.Slag.GENOMGANG, "En genomgång av planen"),
            (Begaran.Slag.INSATS, "En insats, alltså stöd enligt LSS"),
        ],
        widget=forms.RadioSelect,
        saknas="Välj vad du vill be om.",
    )
    text = LongTextField(
        label="Berätta med egna ord",
        required=False,
        rader=5,
        help_text="Du behöver inte skriva något. Handläggaren läser det här.",
    )
    installning = ChoiceField(
        label="Vad vill personen själv?",
        choices=[("", "Har inte frågat"), *Installning.choices],
        required=False,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
        help_text="Kommunen prövar det du ber om vad svaret än är.",
    )
    installning_grund = TextField(label="Hur vet du det?", max_length=300, required=False)

    def __init__(self, *args: Any, jag: bool, namn: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if jag:
            del self.fields["installning"], self.fields["installning_grund"]
        else:
            self.fields["installning"].label = f"Vad vill {namn}?"
