"""What the plan's page in the handläggare's room shows, read in a constant number of queries."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from plans import access
from plans.lasning.plan import innehall as planinnehall
from plans.lasning.plan import lage as planlage
from plans.models import (
    Actor,
    Atgard,
    Delaktig,
    Delning,
    EgetOrd,
    Foretradarskap,
    FrystOrd,
    IndividuellPlan,
    Malsattning,
    Person,
    PlanRad,
    PlanSvar,
    PlanVersion,
    Tilldelning,
    Uppfoljning,
    galler,
)
from plans.models.planned import Planned, attach, planned
from plans.regler.frister import PAMINN_DAGAR_FORE
from plans.regler.plan import Point

SLAG = (("rader", "insatser"), ("loften", "loften"), ("andra", "andra"))  # (section, its name on the page)
FIRST_SHOWN = 3  # how many of the rows that lack something are named; the page marks the others


@dataclass(frozen=True)
class PlanView:
    """A version as staff see it: its content, what is missing, who reads it, and what comes next."""

    version: PlanVersion
    innehall: planinnehall.Content
    delning: Delning | None
    utfall: dict[str, Uppfoljning]
    saknas: list[Point]
    lasare: list[str]
    steg: str

    @property
    def andrad(self) -> bool:
        """True if the draft has changed since it was shared."""
        return self.version.ar_utkast and self.delning is not None and self.delning.rev != self.version.rev

    @property
    def utan_ansvarig(self) -> list[tuple[str, dict[str, Any]]]:
        """The first rows with nobody responsible, as (section, row). Wishes are left out."""
        return self._utan("ansvarig", onskade=False)

    @property
    def utan_latt(self) -> list[tuple[str, dict[str, Any]]]:
        """The first rows without an easy sentence, as (section, row)."""
        return self._utan("latt_mening", onskade=True)

    def _utan(self, name: str, *, onskade: bool) -> list[tuple[str, dict[str, Any]]]:
        rows = [(place, row) for key, place in SLAG for row in self.innehall[key]]
        return [(s, r) for s, r in rows if not r[name] and (onskade or r.get("status") != "onskad")][:FIRST_SHOWN]


def versions_of(plan: int, by: Actor) -> list[PlanVersion]:
    """The versions of one plan that the user may see, newest first, with everything the page head shows."""
    return _versions(plan=plan, **access.asking(by))


@planned
def _versions(plan: int, user: int, enhet: int, namnd: int, today: date) -> QuerySet[PlanVersion]:
    held = Tilldelning.objects.filter(galler(today), person=OuterRef("plan__person"), roll="ansvarig")
    rows = PlanVersion.objects.filter(plan=plan, plan__person__in=access.visible.build(user, enhet, namnd, today))
    rows = rows.select_related("plan__person__namnd", "plan__gallande", "pdf")
    return rows.annotate(handlaggare=Subquery(held.values("user__namn")[:1])).order_by("-nummer")


def readers(person: Person, today: date, handlaggare: str | None = None) -> list[str]:
    """The readers of a shared draft and the plan: the person, everyone who may act for them, the handläggare."""
    if handlaggare is None:
        held = Tilldelning.objects.filter(galler(today), person=person, roll="ansvarig")
        handlaggare = held.values_list("user__namn", flat=True).first()
    names = [f"{r.foretradare.namn}, {r.get_typ_display()}" for r in _rights(person=person.pk, today=today)]
    return [person.namn, *names, f"{handlaggare}, handläggare" if handlaggare else "Handläggarna i enheten"]


@planned
def _rights(person: int, today: date) -> QuerySet[Foretradarskap]:
    rows = Foretradarskap.objects.gallande(today).filter(person=person)
    return rows.select_related("foretradare").order_by("pk")


def review_is_near(plan: IndividuellPlan, today: date) -> bool:
    """True if the yearly review is near enough to be the next thing to do (from the day of the first reminder)."""
    due = plan.nasta_omprovning
    return due is not None and plan.avslutad is None and today >= due - timedelta(days=PAMINN_DAGAR_FORE[0])


def _next_step(version: PlanVersion, delning: Delning | None, answers: list[dict[str, Any]], today: date) -> str:
    """The next step: dela, dela_igen, svar (read the answers), vanta (for the person's), klar, genomgang, or empty."""
    plan = version.plan
    if plan.avslutad:
        return ""
    if not version.ar_utkast:
        current = plan.gallande_id == version.pk
        return "genomgang" if current and review_is_near(plan, today) else ""
    if delning is None:
        return "dela"
    if delning.rev != version.rev:
        return "dela_igen"
    if any(a["svar"] != "haller_med" for a in answers):
        return "svar"
    return "klar" if any(a["som"] == "personen" for a in answers) else "vanta"


def read_parts(version: PlanVersion) -> None:
    """Read every part of a version, except its sharings' snapshots. For a draft, also read the person's own words."""
    for name, read in PARTS.items():
        attach(version, name, read(version=version.pk))
    if not version.ar_utkast:
        attach(version, "frysta_ord", FROZEN(version=version.pk))
    answers = _answers(version=version.pk)
    for sharing in version.delningar.all():
        attach(sharing, "svar", [answer for answer in answers if answer.delning_id == sharing.pk])
    if version.ar_utkast:
        attach(version.plan.person, "egna_ord", _words(person=version.plan.person_id))


@planned
def _answers(version: int) -> QuerySet[PlanSvar]:
    return PlanSvar.objects.filter(delning__version=version)


@planned
def _words(person: int) -> QuerySet[EgetOrd]:
    return EgetOrd.objects.filter(person=person)


def _of_version(rows: QuerySet) -> Planned[Any]:
    """Make a planned read of one kind of part of a version."""

    @planned
    def read(version: int) -> QuerySet:
        return rows.filter(version=version)

    return read


FROZEN = _of_version(FrystOrd.objects.all())  # only a final version has frozen words
PARTS = {
    "malsattning_set": _of_version(Malsattning.objects.all()),
    "planrad_set": _of_version(PlanRad.objects.all()),
    "atgard_set": _of_version(Atgard.objects.all()),
    "delaktig_set": _of_version(Delaktig.objects.all()),
    "delningar": _of_version(Delning.objects.defer("innehall")),
}


def read_version(version: PlanVersion, today: date) -> PlanView:
    """Read a version with its parts, a draft's checklist, and the outcomes if the plan has a version in force."""
    read_parts(version)
    sharing = max(version.delningar.all(), key=lambda d: d.pk, default=None)
    content = planinnehall.read_content(version, sharing)
    checks = planlage.checklist(version, today) if version.ar_utkast else []
    person = version.plan.person
    return PlanView(
        version=version,
        innehall=content,
        delning=sharing,
        utfall=planinnehall.latest_outcomes(version) if version.plan.gallande_id else {},
        saknas=[p for p in checks if not p.klar],
        lasare=readers(person, today, getattr(version, "handlaggare", None) or ""),
        steg=_next_step(version, sharing, content["svar"], today),
    )


def find_row(innehall: planinnehall.Content, spar: object) -> tuple[str, dict[str, Any]] | None:
    """The row with this `spar`, as (its section's name on the page, the row); None if there is no such row."""
    for section, place in (("mal", "mal"), *SLAG):
        for row in innehall[section]:
            if row["spar"] == str(spar):
                return place, row
    return None
