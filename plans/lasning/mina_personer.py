"""What the family's room shows about each person: the state in one sentence, and the question to the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from plans.models import (
    Actor,
    Delning,
    Erbjudande,
    Foretradarskap,
    IndividuellPlan,
    Person,
    PlanSvar,
    PlanVersion,
    Tilldelning,
    galler,
)
from plans.models.planned import planned


@dataclass
class Card:
    """One person as seen by a reader: the state, and the question if there is one (else `fraga` is "").

    `jav`: the reader acts for the person but has a conflict of interest, so may read but neither answer nor write.
    """

    person: Person
    jag: bool
    handlaggare: str
    jav: bool = False
    plan: IndividuellPlan | None = None
    utkast: PlanVersion | None = None
    delning: Delning | None = None
    erbjudande: Erbjudande | None = None
    fraga: str = ""  # "svara_erbjudande" or "las_utkast"
    svar: str = ""  # the reader's own answer to the sharing, a value of PlanSvar.Svar
    frist: date | None = None

    @property
    def svarat(self) -> str:
        """The reader's own answer in words."""
        return PlanSvar.Svar(self.svar).label if self.svar else ""

    @property
    def lage(self) -> str:
        """The state in one sentence, so that even a tired reader sees whether there is something to do."""
        name, staff = self.person.tilltalsnamn, self.handlaggare or "Handläggaren"
        if self.delning:
            return self._lage_delad(staff)
        if self.utkast:
            return f"{staff} skriver på ett utkast. Du får läsa det sedan."
        if self.plan and self.plan.gallande_id:
            return "Planen gäller."
        offer = self.erbjudande
        if offer is None:
            return "Kommunen har inte erbjudit en plan än." + ("" if self.jav else " Du kan be om en.")
        if offer.svar == Erbjudande.Svar.JA:
            return f"{'Du' if self.jag else name} har sagt ja till en plan. {staff} bokar ett möte."
        if offer.svar == Erbjudande.Svar.NEJ:
            return f"{'Du' if self.jag else name} ville inte ha en plan. Det går att ändra sig."
        if offer.svar == Erbjudande.Svar.SENARE:
            return f"{staff} frågar igen senare."
        if offer.lamnat:
            return f"Kommunen erbjuder {'dig' if self.jag else name} en individuell plan."
        return f"{staff} ska erbjuda {'dig' if self.jag else name} en plan."

    def _lage_delad(self, staff: str) -> str:
        """The state of a shared draft, by what the reader answered. Only a yes promises that the plan becomes final."""
        if not self.svar:
            return "Planen är ett utkast."
        if self.svar == PlanSvar.Svar.VILL_INTE:
            return "Du har sagt att du inte vill ha planen. Då görs den inte klar."
        after = "gör klart planen" if self.svar == PlanSvar.Svar.HALLER_MED else "hör av sig"
        return f"Du har svarat: {self.svarat}. {staff} {after}."


def cards(persons: Iterable[Person], by: Actor) -> list[Card]:
    """A card for each person, in a constant number of queries."""
    persons = list(persons)
    ids = [p.pk for p in persons]
    around = {row.pk: row for row in _around(ids=ids, konto=by.login.pk, today=by.today)}
    drafts: dict[int, Any] = {}
    plans: dict[int, IndividuellPlan] = {}
    for version in _versions(ids=ids, user=by.login.pk):
        plan = plans.setdefault(version.plan.person_id, version.plan)
        if version.ar_utkast:
            drafts[plan.pk] = version
        else:
            plan.gallande = version
    out = []
    for p in persons:
        own = p.konto_id == by.login.pk
        theirs = around[p.pk]
        told = own or not p.skyddad  # staff names may reveal where the person is, as in *Vem har tittat?*
        staff_name = (theirs.handlaggare or "") if told else ""
        card = Card(p, jag=own, handlaggare=staff_name, erbjudande=getattr(theirs, "erbjudandet", None))
        card.jav = not card.jag and not theirs.fri
        card.plan = plans.get(p.pk)
        card.utkast = drafts.get(card.plan.pk) if card.plan else None
        card.delning = getattr(card.utkast, "delningen", None)
        card.svar = (card.utkast and card.utkast.mitt_svar) or ""
        card.fraga = "" if card.jav else _question(card)
        if card.plan and card.plan.gallande_id:
            card.frist = card.plan.nasta_omprovning
        out.append(card)
    return sorted(out, key=lambda c: (not c.fraga, c.person.sorteringsnyckel, c.person.pk))


@planned
def _around(ids: list[int], konto: int, today: date) -> QuerySet:
    """Persons with the responsible handläggare's name if it may be shown, and `fri`: whether the reader may act.

    One row for each offer (`erbjudandet`), the latest last.
    """
    staff = Tilldelning.objects.filter(galler(today), person=OuterRef("pk"), roll=Tilldelning.Roll.ANSVARIG)
    staff = staff.filter(user__visas_som_roll=False)  # OSL 21:3
    rights = Foretradarskap.objects.utan_jav(today).filter(foretradare__konto=konto, person=OuterRef("pk"))
    rows: QuerySet[Any] = Person.objects.filter(pk__in=ids).annotate(erbjudandet=FilteredRelation("erbjudanden"))
    rows = rows.annotate(handlaggare=Subquery(staff.values("user__namn")[:1]), fri=Exists(rights))
    return rows.select_related("erbjudandet").order_by("pk", "erbjudandet__pk")


@planned
def _versions(ids: list[int], user: int) -> QuerySet[Any]:
    """Versions in force and drafts of open plans, each with its plan, its sharing and the reader's own answer.

    One row for each sharing (`delningen`), the latest last.
    """
    rows: QuerySet[Any] = PlanVersion.objects.filter(plan__person__in=ids, plan__avslutad=None)
    rows = rows.filter(Q(pk=F("plan__gallande")) | ~Q(status=PlanVersion.Status.FASTSTALLD))
    rows = rows.annotate(delningen=FilteredRelation("delningar"))
    mine = PlanSvar.objects.filter(delning=OuterRef("delningen__pk"), registrerad_av=user).order_by("-pk")
    rows = rows.annotate(mitt_svar=Subquery(mine.values("svar")[:1]))
    return rows.select_related("plan", "delningen").defer("delningen__innehall").order_by("plan", "pk", "delningen__pk")


def _question(card: Card) -> str:
    """The question to a reader who may answer. There is none about an offer while a plan is open."""
    if card.delning and not card.svar:
        return "las_utkast"
    offer = card.erbjudande
    return "svara_erbjudande" if offer and offer.lamnat and not offer.svar and not card.plan else ""


def latest_sharing(version: PlanVersion) -> Delning | None:
    """The sharing that readers see now."""
    return version.delningar.order_by("pk").last()
