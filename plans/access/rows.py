"""Which rows a login may see today: every read begins with one of these querysets."""

from typing import TypeVar

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

Row = TypeVar("Row", bound=Model)

GRANSKAR = (Roll.CHEF, Roll.GRANSKARE)  # those who review the log, in their own nämnd


def handlagda(by: Actor) -> PersonQuerySet:
    """Persons whose case the handläggare has: by tilldelning, or by a colleague's in the enhet unless protected."""
    mine = by.uppdrag
    if mine is None or mine.roll != Roll.HANDLAGGARE:
        return Person.objects.none()
    colleagues = Uppdrag.objects.filter(galler(by.today), enhet=mine.enhet, roll=Roll.HANDLAGGARE)
    held = Tilldelning.objects.filter(galler(by.today), person__namnd=mine.enhet.namnd)
    own = held.filter(user=by.login).values("person_id")
    enhet = held.filter(user__in=colleagues.values("user"), person__skyddad=False).values("person_id")
    return Person.objects.filter(pk__in=own.union(enhet))


def nodsokta(by: Actor) -> PersonQuerySet:
    """Persons of the nämnd, for a handläggare to ask for by full number in an emergency. Never shown as a list."""
    return Person.objects.filter(namnd=by.namnd_as(Roll.HANDLAGGARE))


def nodoppnade(by: Actor) -> PersonQuerySet:
    """Persons opened in an emergency today. Read-only: nothing permanent may come of it.

    To act, get the case assigned.
    """
    opened = Nodatkomst.objects.filter(galler(by.today), user=by.login)
    return nodsokta(by).filter(pk__in=opened.values("person_id"))


def nodatkomster(by: Actor) -> QuerySet[Nodatkomst]:
    """Cases of the chef's nämnd that somebody else opened in an emergency."""
    rows = Nodatkomst.objects.filter(person__namnd=by.namnd_as(Roll.CHEF)).exclude(user=by.login)
    return rows.select_related("person__namnd", "user", "granskad_av")


def egna_arenden(by: Actor) -> PersonQuerySet:
    """Living persons whose case the user answers for today, as responsible or as stand-in: the scope of *Att göra*."""
    roles = (Tilldelning.Roll.ANSVARIG, Tilldelning.Roll.VIKARIE)
    mine = Tilldelning.objects.filter(galler(by.today), user=by.login, roll__in=roles)
    return handlagda(by).filter(pk__in=mine.values("person_id"), avliden=None)


def hos_handlagda(model: type[Row], by: Actor) -> QuerySet[Row]:
    """Rows of a model with a `person`, of the persons whose case the user has."""
    rows = model._default_manager.filter(person__in=handlagda(by))
    return rows.select_related("person__namnd")


def kanda_foretradare(by: Actor) -> QuerySet[Foretradare]:
    """Representatives of persons whose case the user has; a protected person's relatives are not offered elsewhere."""
    persons = handlagda(by).filter(skyddad=False)
    skap = Foretradarskap.objects.filter(person__in=persons, stangd_at=None)
    return Foretradare.objects.filter(pk__in=skap.values("foretradare_id")).order_by("namn", "pk")


def kontrollerbara(by: Actor) -> ForetradarskapQuerySet:
    """Rights that the user may check as the second pair of eyes, never one that they registered or changed themselves.

    A handläggare checks for own cases; a chef for the whole nämnd but the protected, seen by the named staff alone.
    """
    led = Q(namnd=by.namnd_as(Roll.CHEF), skyddad=False)
    persons = Person.objects.filter(led | Q(pk__in=handlagda(by).values("pk")))
    rows = Foretradarskap.objects.filter(person__in=persons).exclude(events__verifierad_av=by.login)
    return rows.select_related("person__namnd", "foretradare", "verifierad_av")


def utskick_for_hand(by: Actor) -> QuerySet[Utskick]:
    """Messages to give by hand, about persons whose case the user has."""
    persons = handlagda(by)
    return Utskick.objects.filter(pk__in=Paminnelse.objects.filter(plan__person__in=persons).values("utskick_id"))


def foretradda(by: Actor) -> PersonQuerySet:
    """Persons for whom the user acts, by a right that holds today."""
    if not by.logged_in:
        return Person.objects.none()
    rights = Foretradarskap.objects.gallande(by.today).filter(foretradare__konto=by.login)
    return Person.objects.filter(pk__in=rights.values("person_id"))


def egna(by: Actor) -> PersonQuerySet:
    """The person whose own login this is. Death stops access."""
    return Person.objects.filter(konto=by.login, avliden=None) if by.logged_in else Person.objects.none()


def familjens(by: Actor) -> PersonQuerySet:
    """Persons in the family's room: oneself, and those for whom one acts. Staff have a room of their own."""
    return Person.objects.filter(pk__in=foretradda(by).values("pk").union(egna(by).values("pk")))


def personer_visible_to(by: Actor) -> PersonQuerySet:
    """All persons that the user may see today, whatever the ground."""
    if not by.logged_in:
        return Person.objects.none()
    grounds = [f(by).values("pk") for f in (handlagda, nodoppnade, foretradda, egna)]
    return Person.objects.filter(pk__in=grounds[0].union(*grounds[1:]))


def planer_visible_to(by: Actor) -> QuerySet[IndividuellPlan]:
    """Plans of visible persons."""
    return IndividuellPlan.objects.filter(person__in=personer_visible_to(by))


def versioner_visible_to(by: Actor) -> QuerySet[PlanVersion]:
    """Versions of visible plans. Whether a draft may be read is `plan.las`."""
    rows = PlanVersion.objects.filter(plan__person__in=personer_visible_to(by))
    return rows.select_related("plan__person__namnd")


def pdfer_visible_to(by: Actor) -> QuerySet[PlanPdf]:
    """Ordered PDFs of visible persons' plans."""
    rows = PlanPdf.objects.filter(version__plan__person__in=personer_visible_to(by))
    return rows.select_related("version__plan__person__namnd")


def mina_kladdar(by: Actor) -> QuerySet[Kladd]:
    """The user's own drafts of forms. The page that shows one asks its own question first."""
    return Kladd.objects.filter(user=by.login)


def loggranskningar(by: Actor) -> QuerySet[Loggranskning]:
    """Reviews of the log in the nämnd where the user reviews."""
    return Loggranskning.objects.filter(namnd=by.namnd_as(*GRANSKAR))


def granskade_rader(by: Actor) -> QuerySet[GranskadRad]:
    """Findings of those reviews."""
    rows = GranskadRad.objects.filter(granskning__in=loggranskningar(by))
    return rows.select_related("granskning__namnd", "user", "bedomd_av")


def mina_foretradarskap(by: Actor, person: Person) -> Foretradarskap | None:
    """The user's right to act for this person today, without jäv; None when there is none."""
    rights = Foretradarskap.objects.utan_jav(by.today).filter(foretradare__konto=by.login, person=person)
    return rights.select_related("foretradare", "person").order_by("pk").first()


def konton_hos(person: Person) -> QuerySet[User]:
    """Logins tied to a person: their own, and those of everyone who acts or has acted for them."""
    return User.objects.filter(Q(person=person) | Q(foretradare__skap__person=person)).distinct()


def kontots_personer(konto: User) -> PersonQuerySet:
    """Persons tied to a login: its owner, and everyone for whom the owner acts or has acted."""
    return Person.objects.filter(Q(konto=konto) | Q(foretradarskap__foretradare__konto=konto)).distinct()
