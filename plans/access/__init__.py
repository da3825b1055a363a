"""The one place that decides who may do what. Reads go by queryset, writes by `require` at the action's door.

A stranger gets 404: `Nekad` is an Http404 that carries what was asked, so that the refusal can be logged.
"""

from collections.abc import Callable
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, Model, Q, QuerySet
from django.http import Http404

from plans.models import (
    Bedomning,
    Begaran,
    EgetOrd,
    Erbjudande,
    Foretradare,
    Foretradarskap,
    GranskadRad,
    Inbjudan,
    IndividuellPlan,
    Insats,
    Kladd,
    Loggranskning,
    Namnd,
    Nodatkomst,
    Paminnelse,
    Person,
    PlanPdf,
    PlanVersion,
    Roll,
    Tilldelning,
    Uppdrag,
    User,
    Utskick,
    galler,
)


class Nekad(Http404):
    """Access refused. Shown as 404; `key` and `obj` go to the log."""

    def __init__(self, key: str, obj: Model | None) -> None:
        super().__init__("Sidan finns inte.")
        self.key, self.obj = key, obj


class System:
    """The actor of jobs: planned work without a user."""

    pk = None
    is_authenticated = True
    namn = "Systemet"


SYSTEM = System()
Actor = User | System


def oppen(view: Callable) -> Callable:
    """Mark a view as open to those who are not logged in."""
    view.oppen = True
    return view


# --- Whom a user may see ---------------------------------------------------------------------------------------------


def alla_uppdrag(user: User | AnonymousUser, today: date) -> list[Uppdrag]:
    """The user's appointments that hold on `today`, handläggare before chef. Read once per user object and day."""
    if not user.is_authenticated or not user.is_active:
        return []
    cached = getattr(user, "_uppdrag", None)
    if cached is None or cached[0] != today:
        rows = Uppdrag.objects.filter(galler(today), user=user).select_related("enhet__namnd")
        order = {Roll.HANDLAGGARE: 0, Roll.CHEF: 1}
        user._uppdrag = cached = (today, sorted(rows, key=lambda u: (order.get(u.roll, 9), u.pk)))
    return cached[1]


def uppdrag(user: User | AnonymousUser, today: date) -> Uppdrag | None:
    """The first of them: whose room it is, and what the log says of who it was."""
    return next(iter(alla_uppdrag(user, today)), None)


def _namnd(user: User | AnonymousUser, today: date, *roller: str) -> Namnd | None:
    """The nämnd where the user holds one of these roles today. Rows filtered by None are none."""
    return next((u.enhet.namnd for u in alla_uppdrag(user, today) if u.roll in roller), None)


def rum(user: User | AnonymousUser, today: date) -> tuple[str, Namnd | None]:
    """Which room the user works in, and whose (the nämnd), in at most two queries.

    The room is handlaggare, chef, granskare, registrator, admin, enskild, enskild_foretradare, foretradare, or empty
    when logged out. A log-in has one room: staff by uppdrag, else administrator, else the person (and företrädare,
    when acting for somebody today), else a företrädare; who has no right that holds comes to an empty room.
    """
    if not user.is_authenticated:
        return "", None
    mine = uppdrag(user, today)
    if mine:
        return str(mine.roll), mine.enhet.namnd
    if user.is_staff:
        return "admin", None
    acts = Exists(Foretradarskap.objects.gallande(today).filter(foretradare__konto=user))
    person = Person.objects.filter(konto=user).annotate(foretrader=acts).select_related("namnd").first()
    if person:
        return "enskild_foretradare" if person.foretrader else "enskild", person.namnd
    acting = Foretradare.objects.filter(konto=user).select_related("namnd").order_by("pk").first()
    return "foretradare", acting.namnd if acting else None


def handlagda(user: User, today: date) -> QuerySet[Person]:
    """Persons whose case the user has: an own tilldelning, or a colleague's in the same enhet (not when protected)."""
    mine = uppdrag(user, today)
    if mine is None or mine.roll != Roll.HANDLAGGARE:
        return Person.objects.none()
    colleagues = Uppdrag.objects.filter(galler(today), enhet=mine.enhet, roll=Roll.HANDLAGGARE)
    held = Tilldelning.objects.filter(galler(today), person__namnd=mine.enhet.namnd)
    own = held.filter(user=user).values("person_id")
    enhet = held.filter(user__in=colleagues.values("user"), person__skyddad=False).values("person_id")
    return Person.objects.filter(pk__in=own.union(enhet))


def nodsokta(user: User, today: date) -> QuerySet[Person]:
    """Persons of the user's nämnd: whom a handläggare may ask for by full number in an emergency. Never a list."""
    return Person.objects.filter(namnd=_namnd(user, today, Roll.HANDLAGGARE))


def nodoppnade(user: User, today: date) -> QuerySet[Person]:
    """Persons whom a handläggare has opened in an emergency, for the day, for reading only: a key for a day must not
    make what outlasts it (a log-in handed out, a right registered). Who has to act is given the case.
    """
    opened = Nodatkomst.objects.filter(galler(today), user=user)
    return nodsokta(user, today).filter(pk__in=opened.values("person_id"))


def nodatkomster(user: User, today: date) -> QuerySet[Nodatkomst]:
    """What a chef is told of: cases of the nämnd that somebody else opened in an emergency."""
    rows = Nodatkomst.objects.filter(person__namnd=_namnd(user, today, Roll.CHEF)).exclude(user=user)
    return rows.select_related("person__namnd", "user", "granskad_av")


def egna_arenden(user: User, today: date) -> QuerySet[Person]:
    """Living persons whose case the user answers for today, as responsible or as stand-in: whom *Att göra* is about."""
    roles = (Tilldelning.Roll.ANSVARIG, Tilldelning.Roll.VIKARIE)
    mine = Tilldelning.objects.filter(galler(today), user=user, roll__in=roles)
    return handlagda(user, today).filter(pk__in=mine.values("person_id"), avliden=None)


def hos_handlagda(model: type[Model], user: User, today: date) -> QuerySet:
    """Rows of a model with a `person`, of the persons whose case the user has."""
    rows = model._default_manager.filter(person__in=handlagda(user, today))
    return rows.select_related("person__namnd")


def kanda_foretradare(user: User, today: date) -> QuerySet[Foretradare]:
    """Those who act for persons whose case the user has; relatives of a protected person are not offered elsewhere."""
    persons = handlagda(user, today).filter(skyddad=False)
    skap = Foretradarskap.objects.filter(person__in=persons, stangd_at=None)
    return Foretradare.objects.filter(pk__in=skap.values("foretradare_id")).order_by("namn", "pk")


def kontrollerbara(user: User, today: date) -> QuerySet[Foretradarskap]:
    """Rights that the user may check as the second pair of eyes: of persons whose case the user has; for a chef, of
    all in the nämnd but the protected, whom only the named staff see. Never what the user has registered or changed.
    """
    led = Q(namnd=_namnd(user, today, Roll.CHEF), skyddad=False)
    persons = Person.objects.filter(led | Q(pk__in=handlagda(user, today).values("pk")))
    own = Foretradarskap.pgh_event_model.objects.filter(verifierad_av=user)
    rows = Foretradarskap.objects.filter(person__in=persons).exclude(pk__in=own.values("pgh_obj_id"))
    return rows.select_related("person__namnd", "foretradare", "verifierad_av")


def utskick_for_hand(user: User, today: date) -> QuerySet[Utskick]:
    """Messages about persons whose case the user has, which staff give by hand."""
    persons = handlagda(user, today)
    return Utskick.objects.filter(pk__in=Paminnelse.objects.filter(plan__person__in=persons).values("utskick_id"))


def foretradda(user: User, today: date) -> QuerySet[Person]:
    """Persons for whom the user acts, by a right that holds on `today`."""
    if not user.is_active:
        return Person.objects.none()
    rights = Foretradarskap.objects.gallande(today).filter(foretradare__konto=user)
    return Person.objects.filter(pk__in=rights.values("person_id"))


def egna(user: User, today: date) -> QuerySet[Person]:
    """The person whose own log-in this is. Death stops access."""
    return Person.objects.filter(konto=user, avliden=None) if user.is_active else Person.objects.none()


def familjens(user: User, today: date) -> QuerySet[Person]:
    """Persons in the family's room: oneself, and those for whom one acts. Staff have a room of their own."""
    return Person.objects.filter(pk__in=foretradda(user, today).values("pk").union(egna(user, today).values("pk")))


def personer_visible_to(user: User, today: date) -> QuerySet[Person]:
    """All persons that the user may see on `today`, whatever the ground."""
    if not user.is_authenticated:
        return Person.objects.none()
    grounds = [f(user, today).values("pk") for f in (handlagda, nodoppnade, foretradda, egna)]
    return Person.objects.filter(pk__in=grounds[0].union(*grounds[1:]))


def planer_visible_to(user: User, today: date) -> QuerySet[IndividuellPlan]:
    """Plans of visible persons."""
    return IndividuellPlan.objects.filter(person__in=personer_visible_to(user, today))


def versioner_visible_to(user: User, today: date) -> QuerySet[PlanVersion]:
    """Versions of visible plans. Whether a draft may be read is `plan.las`."""
    rows = PlanVersion.objects.filter(plan__person__in=personer_visible_to(user, today))
    return rows.select_related("plan__person__namnd")


def pdfer_visible_to(user: User, today: date) -> QuerySet[PlanPdf]:
    """Ordered PDFs of visible persons' plans."""
    rows = PlanPdf.objects.filter(version__plan__person__in=personer_visible_to(user, today))
    return rows.select_related("version__plan__person__namnd")


def mina_kladdar(user: User) -> QuerySet[Kladd]:
    """What the user is writing, and nobody else's. The page that shows it asks its own question first."""
    return Kladd.objects.filter(user=user)


def loggranskningar(user: User, today: date) -> QuerySet[Loggranskning]:
    """Reviews of the log in the nämnd where the user reviews."""
    return Loggranskning.objects.filter(namnd=_namnd(user, today, *GRANSKAR))


def granskade_rader(user: User, today: date) -> QuerySet[GranskadRad]:
    """Findings of those reviews."""
    rows = GranskadRad.objects.filter(granskning__in=loggranskningar(user, today))
    return rows.select_related("granskning__namnd", "user", "bedomd_av")


def mina_foretradarskap(user: User, person: Person, today: date) -> Foretradarskap | None:
    """The user's right to act for this person on `today`, without jäv; None when there is none."""
    rights = Foretradarskap.objects.utan_jav(today).filter(foretradare__konto=user, person=person)
    return rights.select_related("foretradare", "person").order_by("pk").first()


def konton_hos(person: Person) -> QuerySet[User]:
    """The log-ins that have to do with a person: the own one, and those of all who act or have acted for the person."""
    return User.objects.filter(Q(person=person) | Q(foretradare__skap__person=person)).distinct()


def kontots_personer(konto: User) -> QuerySet[Person]:
    """Whom a log-in is about: the person whose own it is, and all for whom its owner acts or has acted."""
    return Person.objects.filter(Q(konto=konto) | Q(foretradarskap__foretradare__konto=konto)).distinct()


def oppen_inbjudan(today: date, now: datetime, **lookup: object) -> Inbjudan | None:
    """The invitation that fits the lookup, if its code still opens and its log-in still has somebody to see; else None.

    There is one answer for what is unknown, used, taken back, out of time, or without a right that holds.
    """
    found = Inbjudan.objects.oppna(now).filter(**lookup).select_related("konto").first()
    return found if found and may(found.konto, "inbjudan.anvand", found, today) else None


# --- What a user may do ----------------------------------------------------------------------------------------------


def _handlagger(user: User, person: Person, today: date) -> bool:
    return handlagda(user, today).filter(pk=person.pk).exists()


def _nodoppnat(user: User, person: Person, today: date) -> bool:
    return nodoppnade(user, today).filter(pk=person.pk).exists()


def _ar_personen(user: User, person: Person, today: date) -> bool:
    return egna(user, today).filter(pk=person.pk).exists()


def _foretrader(user: User, person: Person, today: date) -> bool:
    return foretradda(user, today).filter(pk=person.pk).exists()


def _foretrader_utan_jav(user: User, person: Person, today: date) -> bool:
    return mina_foretradarskap(user, person, today) is not None


def _far_se_logg(user: User, person: Person, today: date) -> bool:
    """Acts for the person without jäv, and staff have assessed that this one may see who has looked."""
    rights = Foretradarskap.objects.utan_jav(today).filter(foretradare__konto=user, person=person)
    return user.is_active and rights.filter(far_se_logg=True).exists()


Ground = Callable[[User, Person, date], bool]
STAFF: tuple[Ground, ...] = (_handlagger,)
READERS: tuple[Ground, ...] = (_handlagger, _nodoppnat, _ar_personen, _foretrader)
EVERYONE: tuple[Ground, ...] = (_handlagger, _ar_personen, _foretrader_utan_jav)

KEYS: dict[str, tuple[Ground, ...]] = {
    **dict.fromkeys((
        "person.handlagg", "person.andra",
        "foretradare.registrera", "foretradare.andra", "foretradare.stang", "foretradare.oppna",
        "foretradare.bedom_logg",
        "inloggning.skapa", "inloggning.aterkalla_nyckel", "inloggning.oppna_for_eleg",
        "inbjudan.skapa", "inbjudan.aterkalla", "bedomning.gor", "insats.bevilja", "insats.andra",
        "erbjudande.lamna", "begaran.besvara",
        "plan.utkast", "plan.borja", "plan.andra", "plan.dela", "plan.faststall", "plan.omprova", "plan.folj_upp",
        "plan.avsluta",
        "pdf.bestall", "utskick.ge", "logg.undanhall",
    ), STAFF),
    "person.las": READERS,
    "erbjudande.svara": EVERYONE,
    "begaran.ta_emot": EVERYONE,
    "ord.skriv": EVERYONE,
    "ord.bekrafta": (_handlagger, _ar_personen),
    "plan.las": READERS,
    "plan.svara": EVERYONE,
    "pdf.hamta": READERS,
    "logg.las": (_handlagger, _ar_personen, _far_se_logg),
}  # fmt: skip
GRANSKAR = (Roll.CHEF, Roll.GRANSKARE)  # who reviews the log, in the own nämnd
I_NAMNDEN: dict[str, str] = {  # keys that a role gives in its own nämnd
    **dict.fromkeys(("person.registrera", "person.lista", "nodatkomst.oppna"), Roll.HANDLAGGARE),
    **dict.fromkeys(("laget.las", "kontroll.lista", "nodatkomst.lista"), Roll.CHEF),
    "foretradare.importera": Roll.REGISTRATOR,
}
SYSTEM_KEYS = {"nyckel.byt", "utskick.planera", "utskick.skicka", "pdf.rendera", "logg.forsegla"}


def person_of(obj: Model) -> Person:
    """The person whom a row is about."""
    if isinstance(obj, Person):
        return obj
    if isinstance(obj, PlanVersion):
        return obj.plan.person
    if isinstance(obj, PlanPdf):
        return obj.version.plan.person
    if isinstance(obj, (Insats, Erbjudande, Begaran, EgetOrd, IndividuellPlan, Foretradarskap, Bedomning, Nodatkomst)):
        return obj.person
    raise TypeError(f"No person is known for {type(obj).__name__}")


def may(user: Actor, key: str, obj: Model | None, today: date) -> bool:
    """True when `user` may do `key` to `obj` on `today`. An unknown key is a KeyError, never a yes."""
    if isinstance(user, System):
        return key in SYSTEM_KEYS
    if key in SYSTEM_KEYS or not user.is_authenticated or not user.is_active:
        return False
    if key in I_NAMNDEN:
        return isinstance(obj, Namnd) and obj == _namnd(user, today, I_NAMNDEN[key])
    if key == "foretradare.kontrollera":
        return isinstance(obj, Foretradarskap) and kontrollerbara(user, today).filter(pk=obj.pk).exists()
    if key == "nodatkomst.granska":
        return isinstance(obj, Nodatkomst) and nodatkomster(user, today).filter(pk=obj.pk).exists()
    if key == "logg.granska":
        obj = obj.granskning if isinstance(obj, GranskadRad) else obj
        obj = obj.namnd if isinstance(obj, Loggranskning) else obj
        return isinstance(obj, Namnd) and obj == _namnd(user, today, *GRANSKAR)
    if key == "ord.andra":
        own_row = isinstance(obj, EgetOrd) and obj.forfattare_id == user.pk
        return own_row and may(user, "ord.skriv", obj, today)
    if key == "inbjudan.anvand":
        own = isinstance(obj, Inbjudan) and obj.konto_id == user.pk
        rights = Foretradarskap.objects.utan_jav(today).filter(foretradare__konto=user)
        return own and (egna(user, today).exists() or rights.exists())
    if key == "plan.las" and isinstance(obj, PlanVersion) and obj.ar_utkast and not obj.delningar.exists():
        key = "plan.utkast"
    if key == "utskick.ge" and isinstance(obj, Utskick):
        persons = [p.plan.person for p in obj.paminnelser.select_related("plan__person")]
        return any(_handlagger(user, p, today) for p in persons)  # the message is neutral; one who gives it is enough
    person = person_of(obj)
    return any(ground(user, person, today) for ground in KEYS[key])


def require(user: Actor, key: str, obj: Model | None, today: date) -> None:
    """Raise Nekad (a 404) unless `user` may do `key` to `obj` on `today`."""
    if not may(user, key, obj, today):
        raise Nekad(key, obj)


def bland(rows: QuerySet, user: User, key: str, today: date, **lookup: object) -> Model:
    """The one row of a scoped queryset that fits `lookup`; Nekad, like for any stranger, when there is none.

    The refusal carries the row that was asked for, if there is one, so that the log tells about whom it was.
    """
    found = rows.filter(**lookup).first()
    if found is None:
        raise Nekad(key, rows.model._default_manager.filter(**lookup).first() if lookup else None)
    require(user, key, found, today)
    return found
