"""One demo nämnd with its staff, before any persons are added."""

import datetime as dt
import random
import unicodedata
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from plans.demo import orter
from plans.demo.inloggningar import NAMED, QuickHasher
from plans.demo.namn import NamePicker
from plans.demo.tabell import KVINNA, MAN
from plans.models import Enhet, Namnd, Person, Roll, Uppdrag, User

INFORT = -75  # days: when the nämnd started using the portal
PERSONAL_SEDAN = -1500  # days: the staff have had their uppdrag for years


@dataclass
class Place:
    """The nämnd, its staff, and what is needed to invent persons: today's date, a seeded random generator, names."""

    namnd: Namnd
    ort: str
    forsta: bool
    today: dt.date
    rng: random.Random
    namn: NamePicker
    handlaggare: list[User] = field(default_factory=list)
    enhet: dict[int, Enhet] = field(default_factory=dict)
    konton: dict[str, User] = field(default_factory=dict)
    personer: dict[str, Person] = field(default_factory=dict)
    familjer: dict[int, tuple[str, str]] = field(default_factory=dict)

    def dag(self, n: int) -> dt.date:
        """The date n days from today; minus is the past."""
        return self.today + dt.timedelta(days=n)

    def slump(self, first: int, last: int) -> int:
        """A random day number between the two, both included."""
        return self.rng.randint(min(first, last), max(first, last))

    def slakt(self, familj: int) -> tuple[str, str]:
        """Surname and origin: shared by siblings, drawn for everyone else."""
        origin = self.namn.ursprung()
        drawn = self.namn.efternamn(origin), origin
        return self.familjer.setdefault(familj, drawn) if familj else drawn

    def anvandarnamn(self, text: str) -> str:
        """A username that is unique across all nämnder of the demo."""
        return text if self.forsta else f"{self.namnd.kommunkod}-{text}"


def open_place(k: int, today: dt.date, rng: random.Random) -> Place:
    """Make nämnd number k with enheter, staff and, in the first one, the named logins."""
    name, code = orter.place_of(k)
    row = Namnd.objects.create(
        kommunkod=code,
        kommun=f"{name} kommun",
        namn=orter.NAMND,
        region=orter.REGION,
        telefon=f"010-555 {k + 1:02d} 00",
        infort=today + dt.timedelta(days=INFORT),
    )
    place = Place(row, name, k == 0, today, rng, NamePicker(rng))
    _staff(place)
    return place


def account(place: Place, username: str, name: str, email: str = "", **kwargs: object) -> User:
    """An unsaved login, kept in `place.konton` under `username`. Only the first nämnd's named logins have passwords."""
    known = NAMED.get(username) if place.forsta else None
    row = User(
        username=place.anvandarnamn(username),
        namn=name,
        email=email,
        password=make_password(known.losen if known else None, hasher=QuickHasher()),
        **kwargs,
    )
    place.konton[username] = row
    return row


def ascii_name(text: str) -> str:
    """A name as it is written in an e-mail address: a–z in lower case, digits and dots."""
    plain = unicodedata.normalize("NFD", text.lower()).replace("\u0142", "l").replace("\u0111", "d")
    return "".join(c if c.isascii() and c.isalnum() else "." if c in " -" else "" for c in plain)


def _staff(place: Place) -> None:
    """Create two enheter and the staff: three handläggare, chef, granskare and registrator in norr; two in söder.

    The first nämnd also gets an administrator.
    """
    enheter = [Enhet(namnd=place.namnd, namn=f"LSS-enheten {part}") for part in ("norr", "söder")]
    north, south = Enhet.objects.bulk_create(enheter)
    places = [
        ("handlaggare", north),
        ("handlaggare2", south),
        ("handlaggare3", north),
        ("handlaggare4", south),
        ("handlaggare5", north),
        ("chef", north),
        ("granskare", north),
        ("registrator", north),
    ]
    users = []
    for username, _ in places:
        known = NAMED.get(username) if place.forsta else None
        name = known.namn if known else " ".join(place.namn.namn(place.rng.choice((KVINNA, MAN)), 1980))
        place.namn.tagna.add(name)
        users.append(account(place, username, name, f"{username}@{ascii_name(place.ort)}.example.se"))
    if place.forsta:
        users.append(account(place, "admin", NAMED["admin"].namn, is_staff=True, is_superuser=True))
    User.objects.bulk_create(users)
    since = place.dag(PERSONAL_SEDAN)
    Uppdrag.objects.bulk_create(
        Uppdrag(user=user, enhet=enhet, roll=name if name in Roll.values else Roll.HANDLAGGARE, fran=since)
        for user, (name, enhet) in zip(users, places, strict=False)
    )
    place.handlaggare = users[:5]
    place.enhet = {u.pk: enhet for u, (_, enhet) in zip(users, places, strict=False)}
