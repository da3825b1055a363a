"""What the person's page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypedDict

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from plans import access
from plans.lasning import att_gora, handelser
from plans.lasning.plan import innehall as planinnehall
from plans.models import (
    Actor,
    Atgard,
    Begaran,
    EgetOrd,
    Erbjudande,
    Foretradarskap,
    IndividuellPlan,
    Insats,
    Installning,
    Person,
    PersonQuerySet,
    PlanRad,
    PlanVersion,
    Tilldelning,
    Uppfoljning,
    Utskick,
    galler,
)
from plans.models.planned import planned
from plans.regler import foretradare as regler

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Responsible(TypedDict):
        """The column that `with_responsible` adds."""

        ansvarig: str | None

    PersonWithResponsible = WithAnnotations[Person, Responsible]

FIRST_QUESTIONS = ("viktigt", "vill", "om_mig", "drommar", "nu")  # the most important question first


@dataclass(frozen=True)
class Right:
    """A right to act for the person, as it is today. `to_check`: the reader may make its second check."""

    skap: Foretradarskap
    today: date
    to_check: bool

    @cached_property
    def holds(self) -> bool:
        """True if it holds today."""
        return self.skap.galler(self.today)

    @cached_property
    def last_day(self) -> date | None:
        """The last day on which it may hold."""
        return regler.last_day(self.skap.ratt)

    @cached_property
    def stop(self) -> str:
        """What keeps the right from holding, as a key; empty if it holds."""
        skap, last = self.skap, self.last_day
        stops = {
            "stangd": skap.stangd_at is not None,
            "avliden": skap.person.avliden is not None,
            "aterkallad": skap.aterkallad is not None and skap.aterkallad <= self.today,
            "slut": last is not None and last < self.today,
            "borjar": skap.fran > self.today,
            "nej": skap.installning == Installning.NEJ,
            "vantar": skap.ratt.vantar_pa_kontroll,
            "ekonomi": not self.holds,
        }
        return next((name for name, stopped in stops.items() if stopped), "")

    @property
    def to_assess(self) -> bool:
        """True for the right of a protected child's guardian, which is closed until it has been assessed."""
        return self.skap.stangd_skal == regler.SKYDD

    @property
    def overdue(self) -> bool:
        """True if it should have been checked again by now."""
        return self.skap.kontrolleras_igen is not None and self.skap.kontrolleras_igen <= self.today


@dataclass(frozen=True)
class PersonPage:
    """Everything the page needs, read in a constant number of queries."""

    person: Person
    tasks: list[att_gora.Task]
    ansvarig: str
    insatser: list[Insats]
    erbjudanden: list[Erbjudande]
    begaranden: list[Begaran]
    mina_ord: list[EgetOrd]
    ser_det: list[EgetOrd]
    skap: list[Right]
    plan: IndividuellPlan | None
    utkast: PlanVersion | None
    avslutad_plan: IndividuellPlan | None
    loften: list[dict[str, Any]]
    att_ge: list[Utskick]
    logg: list[handelser.LogLine]


def with_responsible(rows: PersonQuerySet, today: date) -> "QuerySet[PersonWithResponsible]":
    """Persons with the name of the responsible handläggare."""
    held = Tilldelning.objects.filter(galler(today), person=OuterRef("pk"), roll=Tilldelning.Roll.ANSVARIG)
    return rows.annotate(ansvarig=Subquery(held.values("user__namn")[:1]))


def handled_person(pk: int, by: Actor) -> "list[PersonWithResponsible]":
    """A list with only this person, annotated by `with_responsible`; empty if `by` does not handle the case."""
    return _handled_person(person=pk, **access.asking(by))


@planned
def _handled_person(person: int, user: int, enhet: int, namnd: int, today: date) -> QuerySet[Any]:
    handled = access.handled.build(user, enhet, namnd, today)
    return with_responsible(Person.objects.filter(pk=person).filter(pk__in=handled), today).select_related("namnd")


def read_page(person: "PersonWithResponsible", today: date, checks: Iterable[Foretradarskap] = ()) -> PersonPage:
    """Read what the page shows. The person comes from `with_responsible`; the caller has already checked access.

    `checks` are the rights, for any person, whose second check the reader may make.
    """
    words = _words(person=person.pk)
    plan, draft, ended = _plans(person)
    tasks = att_gora.tasks([person], today, [skap for skap in checks if skap.person_id == person.pk])
    to_give = att_gora.rows_of(tasks, att_gora.Ge)
    return PersonPage(
        person=person,
        tasks=tasks,
        ansvarig=person.ansvarig or "",
        insatser=_insatser(person=person.pk),
        erbjudanden=_offers(person=person.pk),
        begaranden=_requests(person=person.pk),
        mina_ord=sorted(
            (o for o in words if o.slag == EgetOrd.Slag.MINA_ORD), key=lambda o: FIRST_QUESTIONS.index(o.fraga)
        ),
        ser_det=[o for o in words if o.slag == EgetOrd.Slag.SA_SER_JAG_DET],
        skap=_rights(person, today, set(att_gora.rows_of(tasks, att_gora.Kontrollera))),
        plan=plan,
        utkast=draft,
        avslutad_plan=ended,
        loften=_promises_of(plan.gallande) if plan and plan.gallande else [],
        att_ge=_to_give(ids=to_give) if to_give else [],
        logg=handelser.latest_lines(person),
    )


@planned
def _words(person: int) -> QuerySet[EgetOrd]:
    return EgetOrd.objects.filter(person=person).exclude(text="").order_by("pk")


@planned
def _insatser(person: int) -> QuerySet[Insats]:
    return Insats.objects.filter(person=person).order_by("avslutad", "lagrum", "-beslutad")


@planned
def _offers(person: int) -> QuerySet[Erbjudande]:
    return Erbjudande.objects.filter(person=person).select_related("insats", "lamnat_av")


@planned
def _requests(person: int) -> QuerySet[Begaran]:
    return Begaran.objects.filter(person=person)


@planned
def _versions(person: int) -> QuerySet[PlanVersion]:
    """Drafts and versions in force, without their texts."""
    rows = PlanVersion.objects.filter(plan__person=person).select_related("plan").order_by("plan", "nummer")
    rows = rows.filter(Q(pk=F("plan__gallande")) | ~Q(status=PlanVersion.Status.FASTSTALLD))
    return rows.defer("syfte", "nulage", "onskat_lage", "barnets_asikt", "barnets_basta", "kopia_till")


def _plans(person: Person) -> tuple[IndividuellPlan | None, PlanVersion | None, IndividuellPlan | None]:
    """The open plan with its version in force, and its draft; or else the plan that ended last."""
    versions = _versions(person=person.pk)
    if not versions:
        return None, None, None
    plan = versions[-1].plan
    if plan.avslutad:
        return None, None, plan
    draft = None
    for version in (v for v in versions if v.plan_id == plan.pk):
        if version.ar_utkast:
            draft = version
        else:
            plan.gallande = version
    return plan, draft, None


def _rights(person: Person, today: date, waiting: set[int]) -> list[Right]:
    """Rights to act, those in force first. `waiting` has the ids of those that the reader should check."""
    rights = []
    for row in _rows_of_rights(person=person.pk):
        row.person = person
        rights.append(Right(row, today, row.pk in waiting))
    return sorted(rights, key=lambda r: (not r.holds, -r.skap.fran.toordinal(), r.skap.pk))


@planned
def _rows_of_rights(person: int) -> QuerySet[Foretradarskap]:
    rows = Foretradarskap.objects.filter(person=person)
    return rows.select_related("foretradare", "kontrollerad_av", "verifierad_av", "stangd_av")


def _promises_of(final: PlanVersion) -> list[dict[str, Any]]:
    """The promises in the version in force, by day, each with its outcome."""
    if final.faststalld is None:
        return []
    rows = _promises(version=final.pk, plan=final.plan_id, since=final.faststalld)
    return sorted((_outcome(row) for row in rows), key=lambda r: (r["lovat_till"], r["text"]))


@planned
def _promises(version: int, plan: int, since: date) -> QuerySet:
    noted = planinnehall.outcomes_since(since).filter(plan=plan, spar=OuterRef("spar"))
    columns = ("spar", "text", "ansvarig", "lovat_till", "utfall", "varfor")
    parts = [
        model.objects.filter(version=version, lovat_till__isnull=False)
        .order_by()
        .annotate(utfall=Subquery(noted.values("utfall")[:1]), varfor=Subquery(noted.values("varfor")[:1]))
        .values(*columns)
        for model in (PlanRad, Atgard)
    ]
    found: QuerySet = parts[0].union(parts[1], all=True)
    return found


def _outcome(row: dict[str, Any]) -> dict[str, Any]:
    """A promise with its outcome in words, colour and icon."""
    done = row["utfall"] == Uppfoljning.Utfall.KLART
    text = Uppfoljning.Utfall(row["utfall"]).label if row["utfall"] else ""
    return {**row, "utfall_text": text, "klass": "ok" if done else "snart", "ikon": "bock" if done else "triangel"}


@planned
def _to_give(ids: list[int]) -> QuerySet[Utskick]:
    rows = Utskick.objects.filter(pk__in=ids)
    return rows.select_related("mottagare__foretradare", "mottagare__person").order_by("dag", "pk")
