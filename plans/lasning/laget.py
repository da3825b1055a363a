"""The chef's four figures, and the needs that the plans add up to. Protected persons are counted like all others."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

from plans.lasning.plan.innehall import outcomes_since
from plans.models import (
    Atgard,
    EgetOrd,
    Erbjudande,
    FrystOrd,
    IndividuellPlan,
    Insats,
    Namnd,
    Person,
    PersonQuerySet,
    PlanRad,
)
from plans.regler.insatser import NIO_PARAGRAFEN


@dataclass(frozen=True)
class Figure:
    """One figure against its goal: `del_` of `av`; `mal` in percent, or None when the goal is zero."""

    rubrik: str
    del_: int
    av: int
    mal: int | None
    kvar: str
    ok: bool

    @property
    def procent(self) -> int:
        """The share in whole percent, rounded down so that a goal is never flattered."""
        return self.del_ * 100 // self.av if self.av else 0


def entitled(namnd: Namnd, today: date) -> PersonQuerySet:
    """Persons with at least one granted insats that holds: those who shall be offered a plan (10 § LSS)."""
    held = Insats.objects.filter(person=OuterRef("pk")).gallande(today)
    return Person.objects.filter(Exists(held), namnd=namnd, avliden=None)


def four_figures(namnd: Namnd, today: date) -> list[Figure]:
    """Has a plan, offered, late, kept promises. A plan counts only with samråd and own words, or *ville inte*."""
    persons = entitled(namnd, today)
    words = FrystOrd.objects.filter(version=OuterRef("gallande"), slag=EgetOrd.Slag.MINA_ORD)
    counted = IndividuellPlan.objects.filter(
        Q(gallande__ville_inte_skriva=True) | Exists(words),
        person=OuterRef("pk"),
        avslutad=None,
        gallande__isnull=False,
    )
    offered = Erbjudande.objects.filter(person=OuterRef("pk"), lamnat__isnull=False)
    any_plan = IndividuellPlan.objects.filter(person=OuterRef("pk"))
    open_plan = IndividuellPlan.objects.filter(person=OuterRef("person"), avslutad=None)  # the offer is moot
    late_offer = Erbjudande.objects.filter(~Exists(open_plan), person=OuterRef("pk"), lamnat=None, senast__lt=today)
    late_review = IndividuellPlan.objects.filter(person=OuterRef("pk"), avslutad=None, nasta_omprovning__lt=today)
    n = persons.aggregate(
        alla=Count("pk"),
        plan=Count("pk", filter=Exists(counted)),
        erbjudna=Count("pk", filter=Q(Exists(offered)) | Q(Exists(any_plan))),
        sena=Count("pk", filter=Q(Exists(late_offer)) | Q(Exists(late_review))),
    )
    kept, due = _promises(namnd, today)
    goal = (n["alla"] + 1) // 2
    return [
        Figure("Har plan", n["plan"], n["alla"], 50, f"{max(goal - n['plan'], 0)} till når målet", n["plan"] >= goal),
        Figure(
            "Erbjudna",
            n["erbjudna"],
            n["alla"],
            100,
            f"{n['alla'] - n['erbjudna']} kvar att erbjuda",
            n["erbjudna"] == n["alla"],
        ),
        Figure("Försenade", n["sena"], n["alla"], None, "Erbjudanden och genomgångar", n["sena"] == 0),
        Figure("Hållna löften", kept, due, 70, f"{due - kept} blev inte eller är försenade", kept * 100 >= due * 70),
    ]


def _promises(namnd: Namnd, today: date) -> tuple[int, int]:
    """Kept and due promises in the versions that hold: due when the promised day has come or an outcome is noted."""
    noted = outcomes_since(OuterRef("version__faststalld")).filter(
        plan=OuterRef("version__plan"), spar=OuterRef("spar")
    )
    kept = due = 0
    for model in (Atgard, PlanRad):
        rows = model.objects.filter(
            version__galler_i__isnull=False, version__plan__avslutad=None, version__plan__person__namnd=namnd
        ).annotate(utfall=Subquery(noted.values("utfall")[:1]))
        n = rows.aggregate(
            kept=Count("pk", filter=Q(utfall="klart")),
            due=Count("pk", filter=Q(utfall__isnull=False) | Q(lovat_till__lt=today)),
        )
        kept, due = kept + n["kept"], due + n["due"]
    return kept, due


def needs(namnd: Namnd) -> list[dict[str, Any]]:
    """Planned and wished insatser in all plans that hold, per point of 9 §. A wish is unmet need, and is counted."""
    rows = PlanRad.objects.filter(
        version__galler_i__isnull=False, version__plan__avslutad=None, version__plan__person__namnd=namnd
    )
    counted = rows.values(nummer=F("lagrum")).annotate(
        planerade=Count("pk", filter=Q(status="planerad")), onskade=Count("pk", filter=Q(status="onskad"))
    )
    by_number = {r["nummer"]: r for r in counted if r["planerade"] or r["onskade"]}
    names = {k: r.namn for k, r in NIO_PARAGRAFEN.items()} | {None: "Annat"}
    return [{"namn": names[k], **by_number[k]} for k in [*NIO_PARAGRAFEN, None] if k in by_number]
