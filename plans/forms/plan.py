"""Forms for the plan as a whole: its own texts, sharing, answers, making it final, following up, ending."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model

from plans.forms.bas import BaseForm, ChoiceField, DateField, LongTextField, RevField, TextField
from plans.models import Foretradarskap, IndividuellPlan, PlanSvar, PlanVersion, Uppfoljning
from plans.regler.frister import senaste_omprovning

IN_A_ROW = {"data-val": "rad"}


def tick_box(label: str, help_text: str = "") -> forms.BooleanField:
    """An optional tick box."""
    return forms.BooleanField(label=label, help_text=help_text, required=False)


class GrundForm(BaseForm):
    """The draft's own texts. The child's view and barnets bästa are asked for only when the person is under 18."""

    utan_frivilligt = True
    syfte = LongTextField(
        label="Varför gör vi planen?", required=False, rader=2, help_text="En eller två meningar räcker."
    )
    nulage = LongTextField(label="Så är det nu", required=False, rader=4, help_text="Kort. Det viktigaste i vardagen.")
    onskat_lage = LongTextField(label="Så ska det bli", required=False, rader=4)
    barnets_asikt = LongTextField(
        label="Barnets egen åsikt",
        required=False,
        rader=3,
        help_text="Vad barnet har sagt eller visat, och hur ni frågade (8 § LSS).",
    )
    barnets_basta = LongTextField(
        label="Barnets bästa", required=False, rader=3, help_text="Hur ni har tänkt (6 a § LSS)."
    )
    samordnare = TextField(
        label="Samordnare",
        required=False,
        help_text="Den som håller ihop allt (14 § LSS). Ett namn, inte en verksamhet.",
    )
    kopia_till = LongTextField(label="Vem får en kopia?", required=False, rader=2)
    ville_inte_skriva = tick_box("Personen ville inte skriva egna ord")
    inga_andra = tick_box("Ingen annan än kommunen och regionen gör något")
    rev = RevField()

    def __init__(self, *args: Any, version: PlanVersion, today: date, **kwargs: Any) -> None:
        names = [n for n in self.base_fields if n != "rev"]
        kwargs["initial"] = {"rev": version.grund_rev, **{n: getattr(version, n) for n in names}}
        super().__init__(*args, **kwargs)
        person = version.plan.person
        if person.alder(today) >= 18:
            del self.fields["barnets_asikt"], self.fields["barnets_basta"]
        self.fields["kopia_till"].help_text = f"{person.tilltalsnamn} bestämmer."
        self.fields["onskat_lage"].label = f"Så vill {person.tilltalsnamn} ha det"
        self.fields["ville_inte_skriva"].label = f"{person.tilltalsnamn} ville inte skriva egna ord"

    def arguments(self) -> dict[str, Any]:
        """The action's arguments: the texts, and the revision they were opened with."""
        return {"data": {k: v for k, v in self.cleaned_data.items() if k != "rev"}, "rev": self.cleaned_data["rev"]}


class SvaraForForm(BaseForm):
    """An answer that staff register: who answered, what, in which words, and how."""

    vem = ChoiceField(label="Vem svarade?", widget=forms.RadioSelect)
    svar = ChoiceField(label="Vad var svaret?", widget=forms.RadioSelect)
    text = LongTextField(label="Med egna ord", required=False, rader=3, help_text="Skriv som det sas.")
    hur = ChoiceField(
        label="Hur kom svaret?",
        widget=forms.RadioSelect(attrs=IN_A_ROW),
        choices=[(v, label.capitalize()) for v, label in PlanSvar.Hur.choices if v != PlanSvar.Hur.PORTALEN],
    )
    delning = RevField()
    sett = RevField()

    def __init__(self, *args: Any, version: PlanVersion, today: date, **kwargs: Any) -> None:
        self.version = version
        self.delningen = version.delningar.defer("innehall").order_by("pk").last()
        self.senaste = self.delningen.svar.order_by("pk").last() if self.delningen else None
        kwargs.setdefault(
            "initial",
            {
                "vem": "person",
                "delning": self.delningen and self.delningen.pk,
                "sett": self.senaste.pk if self.senaste else 0,
            },
        )
        super().__init__(*args, **kwargs)
        person = version.plan.person
        rights = Foretradarskap.objects.utan_jav(today).filter(person=person)
        self.ratter = {str(r.pk): r for r in rights.select_related("foretradare", "person").order_by("pk")}
        self.fields["vem"].choices = [("person", person.namn)] + [
            (pk, f"{r.foretradare.namn}, {r.get_typ_display()}") for pk, r in self.ratter.items()
        ]
        words = {
            PlanSvar.Svar.VILL_INTE: f"Vill inte ha planen\nBara {person.tilltalsnamn} själv kan svara så. Det "
            "stoppar planen."
        }
        self.fields["svar"].choices = [(v, words.get(v, label.capitalize())) for v, label in PlanSvar.Svar.choices]

    def arguments(self) -> dict[str, Any]:
        """The action's arguments."""
        data = dict(self.cleaned_data)
        who = self.ratter.get(data.pop("vem"))
        return {**data, "for_skap": who}

    def stands(self, row: Model) -> Mapping[str, object]:
        """The values of the latest answer, by field name; empty if the draft, not the answer, has changed."""
        if not isinstance(row, PlanSvar):
            return {}
        who = str(row.foretradarskap_id) if row.foretradarskap_id else "person"
        return {"vem": who, "svar": row.svar, "text": row.text, "hur": row.hur}


class DelaForm(BaseForm):
    """Sharing the draft, in the revision that the page showed."""

    rev = RevField()

    def stands(self, row: Model) -> Mapping[str, object]:
        """Empty: the page already shows the saved values, so there is nothing to compare."""
        return {}


class FaststallForm(BaseForm):
    """Samråd, and the day of the next yearly review: a year from now by default and at the latest."""

    samrad_datum = DateField(label="Vilken dag kom ni överens?")
    samrad_hur = ChoiceField(
        label="Hur?",
        widget=forms.RadioSelect(attrs=IN_A_ROW),
        choices=[(v, label.capitalize()) for v, label in PlanVersion.SamradHur.choices],
    )
    samrad_med = TextField(label="Med vem?", max_length=300, saknas="Skriv vem ni kom överens med.")
    nasta = DateField(label="Nästa årliga genomgång senast")
    oforandrad = tick_box("Genomgången ändrade inget i planen")
    rev = RevField()

    def __init__(self, *args: Any, version: PlanVersion, today: date, **kwargs: Any) -> None:
        last = senaste_omprovning(today)
        kwargs["initial"] = {
            "nasta": last,
            "samrad_datum": today,
            "samrad_med": version.plan.person.namn,
            "rev": version.rev,
        }
        super().__init__(*args, **kwargs)
        self.fields["nasta"].help_text = f"Högst ett år fram: {last.isoformat()}. En tidigare dag går bra."
        if version.nummer == 1:
            del self.fields["oforandrad"]

    def stands(self, row: Model) -> Mapping[str, object]:
        """Empty: the page already shows the saved values, so there is nothing to compare."""
        return {}


class FoljUppForm(BaseForm):
    """The outcome of one promise or goal."""

    villkorade = ("varfor",)

    utfall = ChoiceField(
        label="Hur gick det?",
        widget=forms.RadioSelect(attrs=IN_A_ROW),
        choices=[(v, label.capitalize()) for v, label in Uppfoljning.Utfall.choices],
    )
    varfor = TextField(
        label="Vad hände?",
        required=False,
        max_length=300,
        help_text="Skriv alltid varför, om det inte blev av.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sett = RevField()


class AvslutaForm(BaseForm):
    """Why the plan ends."""

    skal = ChoiceField(
        label="Varför avslutas planen?",
        saknas="Välj varför planen avslutas.",
        widget=forms.RadioSelect,
        choices=[(v, label.capitalize()) for v, label in IndividuellPlan.Avslut.choices],
    )
