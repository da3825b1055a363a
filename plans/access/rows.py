"""The rows a login may see today: every read starts from one of these querysets."""

from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from plans.models import (
    Actor,
    Foretradare,
    Foretradarskap,
    ForetradarskapQuerySet,
    GranskadRad,
    IndividuellPlan,
    Kladd,
    Loggranskning,
    Nodatkomst,
    Paminnelse,
    Person,
    PersonQuerySet,
    PlanPdf,
    PlanVersion,
    Roll,
    Tilldelning,
    Uppdrag,
    User,
    Utskick,
    galler,
)
from plans.models.planned import planned

Row = TypeVar("Row", bound=Model)

GRANSKAR = (Roll.CHEF, Roll.GRANSKARE)  # those who review the log, in their own nämnd


def handlagda(by: Actor) -> PersonQuerySet:
    """Persons whose case the handläggare has: it is assigned to them, or to a colleague in the enhet.

    A protected person's case must be assigned to the handläggare themselves.
    """
    namnd = by.namnd_as(Roll.HANDLAGGARE)
    return namnd.personer.filter(pk__in=handled.within(**asking(by))) if namnd else Person.objects.none()


def asking(by: Actor) -> dict[str, Any]:
    """The values that planned reads need: the user, the day, and a handläggare's enhet and nämnd.

    For other users enhet and nämnd are None, which matches no row.
    """
    enhet = by.enhet if by.namnd_as(Roll.HANDLAGGARE) else None
    where = {"enhet": enhet and enhet.pk, "namnd": enhet and enhet.namnd_id}
    return {"user": by.login.pk, **where, "today": by.today}


@planned
def handled(user: int, enhet: int, namnd: int, today: date) -> QuerySet:
    """The ids of the persons in `handlagda`, for use in other planned reads."""
    colleagues = Uppdrag.objects.filter(galler(today), enhet=enhet, roll=Roll.HANDLAGGARE)
    held = Tilldelning.objects.filter(galler(today), person__namnd=namnd)
    mine = held.filter(user=user).values("person_id")
    return mine.union(held.filter(user__in=colleagues.values("user"), person__skyddad=False).values("person_id"))


def nodsokta(by: Actor) -> PersonQuerySet:
    """All persons in a handläggare's nämnd, for finding one by full number in an emergency. Never shown as a list."""
    return Person.objects.filter(namnd=by.namnd_as(Roll.HANDLAGGARE))


def nodoppnade(by: Actor) -> PersonQuerySet:
    """Persons whose case the user has open today by emergency access. It allows reading only.

    A user who needs to change something must have the case assigned to them.
    """
    return Person.objects.filter(pk__in=opened.within(**asking(by)))


@planned
def opened(user: int, namnd: int, today: date) -> QuerySet:
    """The ids of the persons in `nodoppnade`."""
    return Nodatkomst.objects.filter(galler(today), user=user, person__namnd=namnd).values("person_id")


def nodatkomster(by: Actor) -> QuerySet[Nodatkomst]:
    """Emergency accesses in the chef's nämnd, except the chef's own."""
    rows = Nodatkomst.objects.filter(person__namnd=by.namnd_as(Roll.CHEF)).exclude(user=by.login)
    return rows.select_related("person__namnd", "user", "granskad_av")


def egna_arenden(by: Actor) -> list[Person]:
    """Living persons whose case the user has today as ansvarig or vikarie, in name order. *Att göra* is about these."""
    namnd = by.namnd_as(Roll.HANDLAGGARE)
    if namnd is None:
        return []
    found = _egna_arenden(user=by.login.pk, namnd=namnd.pk, today=by.today)
    for person in found:
        person.namnd = namnd
    return found


@planned
def _egna_arenden(user: int, namnd: int, today: date) -> QuerySet[Person]:
    roles = (Tilldelning.Roll.ANSVARIG, Tilldelning.Roll.VIKARIE)
    mine = Tilldelning.objects.filter(galler(today), user=user, roll__in=roles).values("person_id")
    return Person.objects.filter(pk__in=mine, namnd=namnd, avliden=None).i_namnordning()


def hos_handlagda(model: type[Row], by: Actor) -> QuerySet[Row]:
    """Rows of a model with a `person`, for persons whose case the user has."""
    rows = model._default_manager.filter(person__in=handlagda(by))
    return rows.select_related("person__namnd")


def kanda_foretradare(by: Actor) -> QuerySet[Foretradare]:
    """Representatives of unprotected persons whose case the user has. They can be chosen for other persons too."""
    persons = handlagda(by).filter(skyddad=False)
    skap = Foretradarskap.objects.filter(person__in=persons, stangd_at=None)
    return Foretradare.objects.filter(pk__in=skap.values("foretradare_id")).order_by("namn", "pk")


def kontrollerbara(by: Actor) -> ForetradarskapQuerySet:
    """Rights to act whose second check the user may make, except those they registered or changed themselves.

    A handläggare checks rights in their own cases. A chef checks them in the whole nämnd, except for protected persons,
    whom only named staff may see.
    """
    rows = Foretradarskap.objects.filter(pk__in=_kontrollerbara.within(**_checks_as(by)))
    return rows.select_related("person__namnd", "foretradare", "verifierad_av")


def att_kontrollera(by: Actor) -> list[Foretradarskap]:
    """The rights in `kontrollerbara` that still wait for their second check today."""
    return _att_kontrollera(**_checks_as(by))


def _checks_as(by: Actor) -> dict[str, Any]:
    """The values that decide which rights the user may check: those of `asking`, and the nämnd that a chef leads."""
    led = by.namnd_as(Roll.CHEF)
    return {**asking(by), "led": led and led.pk}


def _checkable(user: Any, enhet: Any, namnd: Any, led: Any, today: Any) -> ForetradarskapQuerySet:
    mine = Q(person__in=handled.build(user, enhet, namnd, today))
    here = Foretradarskap.objects.filter(Q(namnd=namnd) | Q(namnd=led))  # an index finds these, in a whole country too
    return here.filter(mine | Q(namnd=led, person__skyddad=False)).exclude(events__verifierad_av=user)


@planned
def _kontrollerbara(user: int, enhet: int, namnd: int, led: int, today: date) -> QuerySet:
    return _checkable(user, enhet, namnd, led, today).values("pk")


@planned
def _att_kontrollera(user: int, enhet: int, namnd: int, led: int, today: date) -> QuerySet[Foretradarskap]:
    rows = _checkable(user, enhet, namnd, led, today).vantar_pa_kontroll(today)
    return rows.select_related("person__namnd", "foretradare", "verifierad_av")


def utskick_for_hand(by: Actor) -> QuerySet[Utskick]:
    """Messages to deliver by hand, about persons whose case the user has."""
    persons = handlagda(by)
    return Utskick.objects.filter(pk__in=Paminnelse.objects.filter(plan__person__in=persons).values("utskick_id"))


def foretradda(by: Actor) -> PersonQuerySet:
    """Persons for whom the user has a right to act that holds today."""
    if not by.logged_in:
        return Person.objects.none()
    return Person.objects.filter(pk__in=represented.within(**asking(by)))


@planned
def represented(user: int, today: date) -> QuerySet:
    """The ids of the persons in `foretradda`."""
    return Foretradarskap.objects.gallande(today).filter(foretradare__konto=user).values("person_id")


def egna(by: Actor) -> PersonQuerySet:
    """The person whose own login this is; none if the person has died."""
    return Person.objects.filter(pk__in=own.within(**asking(by))) if by.logged_in else Person.objects.none()


@planned
def own(user: int) -> QuerySet:
    """The id of the person in `egna`."""
    return Person.objects.filter(konto=user, avliden=None).values("pk")


def familjens(by: Actor) -> PersonQuerySet:
    """Persons shown in the family's rooms: the user, and those they represent. Staff work in other rooms."""
    if not by.logged_in:
        return Person.objects.none()
    return Person.objects.filter(pk__in=_familjens.within(**asking(by)))


@planned
def _familjens(user: int, today: date) -> QuerySet:
    return represented.build(user, today).union(own.build(user))


def personer_visible_to(by: Actor) -> PersonQuerySet:
    """All persons that the user may see today, on any ground."""
    if not by.logged_in:
        return Person.objects.none()
    return Person.objects.filter(pk__in=visible.within(**asking(by)))


@planned
def visible(user: int, enhet: int, namnd: int, today: date) -> QuerySet:
    """The ids of the persons in `personer_visible_to`, for use in other planned reads."""
    grounds = (
        handled.build(user, enhet, namnd, today),
        opened.build(user, namnd, today),
        represented.build(user, today),
        own.build(user),
    )
    return grounds[0].union(*grounds[1:])


def planer_visible_to(by: Actor) -> QuerySet[IndividuellPlan]:
    """Plans of visible persons."""
    return IndividuellPlan.objects.filter(person__in=personer_visible_to(by))


def versioner_visible_to(by: Actor) -> QuerySet[PlanVersion]:
    """Versions of visible plans, drafts too: the key `plan.las` decides whether a draft may be read."""
    rows = PlanVersion.objects.filter(plan__person__in=personer_visible_to(by))
    return rows.select_related("plan__person__namnd")


def pdfer_visible_to(by: Actor) -> QuerySet[PlanPdf]:
    """PDFs of visible persons' plans, finished or only ordered."""
    rows = PlanPdf.objects.filter(version__plan__person__in=personer_visible_to(by))
    return rows.select_related("version__plan__person__namnd")


def mina_kladdar(by: Actor) -> QuerySet[Kladd]:
    """The user's own form drafts. A page that shows a draft first makes its own access check."""
    return Kladd.objects.filter(user=by.login)


def loggranskningar(by: Actor) -> QuerySet[Loggranskning]:
    """Log reviews in the nämnd where the user is a reviewer."""
    return Loggranskning.objects.filter(namnd=by.namnd_as(*GRANSKAR))


def granskade_rader(by: Actor) -> QuerySet[GranskadRad]:
    """Findings of the reviews in `loggranskningar`."""
    rows = GranskadRad.objects.filter(granskning__in=loggranskningar(by))
    return rows.select_related("granskning__namnd", "user", "bedomd_av")


def mina_foretradarskap(by: Actor, person: Person) -> Foretradarskap | None:
    """The user's right to act for this person today, without jäv; None when there is none."""
    return next(iter(_ratter(user=by.login.pk, person=person.pk, today=by.today)), None)


@planned
def _ratter(user: int, person: int, today: date) -> QuerySet[Foretradarskap]:
    rights = Foretradarskap.objects.utan_jav(today).filter(foretradare__konto=user, person=person)
    return rights.select_related("foretradare", "person").order_by("pk")


def konton_hos(person: Person) -> QuerySet[User]:
    """Logins tied to a person: their own, and those of everyone who represents or has represented them."""
    return User.objects.filter(Q(person=person) | Q(foretradare__skap__person=person)).distinct()


def kontots_personer(konto: User) -> PersonQuerySet:
    """Persons tied to a login: its owner, and everyone the owner represents or has represented."""
    return Person.objects.filter(Q(konto=konto) | Q(foretradarskap__foretradare__konto=konto)).distinct()
