"""The chef's four figures, and the needs in all the plans. Protected persons are counted like anyone else."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

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
    Uppfoljning,
)
from plans.models.planned import planned
from plans.regler.insatser import NIO_PARAGRAFEN


@dataclass(frozen=True)
class Figure:
    """One figure: `del_` out of `av`. The goal `mal` is in percent, or None when `del_` should be zero."""

    rubrik: str
    del_: int
    av: int
    mal: int | None
    kvar: str
    ok: bool

    @property
    def procent(self) -> int:
        """The share in whole percent, rounded down so that it never claims a goal that is not reached."""
        return self.del_ * 100 // self.av if self.av else 0


def entitled(namnd: int, today: date) -> PersonQuerySet:
    """Persons with at least one granted insats in force: those who must be offered a plan (10 § LSS)."""
    held = Insats.objects.filter(person=OuterRef("pk"), namnd=namnd).gallande(today)
    return Person.objects.filter(Exists(held), namnd=namnd, avliden=None)


@planned
def _persons(namnd: int, today: date) -> QuerySet:
    """Count the entitled persons: all, those with a plan that counts, those offered a plan, those with something late.

    Gives no row if there are no persons.
    """
    persons = entitled(namnd, today)
    words = FrystOrd.objects.filter(version=OuterRef("gallande"), namnd=namnd, slag=EgetOrd.Slag.MINA_ORD)
    plans = IndividuellPlan.objects.filter(namnd=namnd)
    open_plans = plans.filter(avslutad=None)
    counted = open_plans.filter(Q(gallande__ville_inte_skriva=True) | Exists(words), gallande__isnull=False)
    offers = Erbjudande.objects.filter(namnd=namnd)
    unmade = offers.filter(lamnat=None, senast__lt=today)
    late = unmade.exclude(person__in=_ids(open_plans))  # a person with an open plan needs no offer
    reviews = open_plans.filter(nasta_omprovning__lt=today)
    return persons.values("namnd").annotate(
        alla=Count("pk"),
        plan=Count("pk", filter=Q(pk__in=_ids(counted))),
        erbjudna=Count("pk", filter=Q(pk__in=_ids(offers.filter(lamnat__isnull=False))) | Q(pk__in=_ids(plans))),
        sena=Count("pk", filter=Q(pk__in=_ids(late)) | Q(pk__in=_ids(reviews))),
    )


def _ids(rows: QuerySet) -> QuerySet:
    return rows.values("person_id")


@dataclass(frozen=True)
class Laget:
    """The state of a nämnd: the four figures, and the needs in all its plans."""

    tal: list[Figure]
    behov: list[dict[str, Any]]


def read(namnd: Namnd, today: date) -> Laget:
    """Read the counts, in two queries.

    A plan counts if it is final (with samråd) and has own words, or says that the person did not want to write.
    """
    n = next(iter(_persons(namnd=namnd.pk, today=today)), dict.fromkeys(("alla", "plan", "erbjudna", "sena"), 0))
    rows = _rows(namnd=namnd.pk, today=today)
    kept = sum(row["antal"] for row in rows if row["utfall"] == Uppfoljning.Utfall.KLART)
    due = sum(row["antal"] for row in rows if row["utfall"] or row["sen"])
    return Laget(_figures(n, kept, due), _needs(rows))


def _figures(n: dict[str, int], kept: int, due: int) -> list[Figure]:
    """The four figures. A promise is due once its day has passed or an outcome is noted."""
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


@planned
def _rows(namnd: int, today: date) -> QuerySet:
    """Count rows in versions in force, grouped by point of 9 §, status, outcome and if the promised day has passed."""
    noted = outcomes_since(OuterRef("version__faststalld"))
    noted = noted.filter(plan=OuterRef("version__plan"), spar=OuterRef("spar"))
    late = Case(When(lovat_till__lt=today, then=True), default=False)
    insatser = {"nummer": F("lagrum"), "lage": F("status")}
    others = {"nummer": Value(None, IntegerField()), "lage": Value("")}
    parts = []
    for model, what in ((PlanRad, insatser), (Atgard, others)):
        rows = model.objects.filter(version__galler_i__isnull=False, version__plan__avslutad=None, namnd=namnd)
        rows = rows.annotate(utfall=Subquery(noted.values("utfall")[:1])).order_by()
        parts.append(rows.values("utfall", sen=late, **what).annotate(antal=Count("pk")))
    return parts[0].union(parts[1], all=True)


def _needs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Planned and wished-for insatser, by point of 9 §. A wish counts too, since it is an unmet need."""
    counts: Counter[tuple] = Counter()
    for row in rows:
        counts[row["nummer"], row["lage"]] += row["antal"]
    names = {k: r.namn for k, r in NIO_PARAGRAFEN.items()} | {None: "Annat"}
    needs = [(k, counts[k, "planerad"], counts[k, "onskad"]) for k in [*NIO_PARAGRAFEN, None]]
    return [{"namn": names[k], "nummer": k, "planerade": p, "onskade": w} for k, p, w in needs if p or w]
