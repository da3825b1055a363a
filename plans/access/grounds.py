"""Grounds for access. A key lists one or more grounds, and any one of them is enough."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from django.db.models import Model, QuerySet

from plans.access import rows
from plans.models import (
    Actor,
    EgetOrd,
    Foretradarskap,
    GranskadRad,
    Inbjudan,
    Loggranskning,
    Namnd,
    Person,
    PlanVersion,
)
from plans.models.planned import Planned


@dataclass(frozen=True)
class Ground:
    """A reason for allowing a key on a row. `kolumn` and `ord` are its column and its words in docs/atkomst.md."""

    holds: Callable[[Actor, Model | None], bool]
    kolumn: str
    ord: str = "ja"
    roller: tuple[str, ...] = ()

    def __call__(self, by: Actor, obj: Model | None) -> bool:
        """True when the ground holds for this row today."""
        return self.holds(by, obj)


@runtime_checkable
class AboutPersons(Protocol):
    """A row that has `om_vem()`; a test requires it of every model."""

    def om_vem(self) -> list[Person]:
        """The persons that the row is about."""


def persons_of(obj: Model | None) -> list[Person]:
    """The persons that a row is about, if any. Raises TypeError for a row without `om_vem()`."""
    if obj is None:
        return []
    if not isinstance(obj, AboutPersons):
        raise TypeError(f"{type(obj).__name__} does not answer om_vem()")
    return obj.om_vem()


def person_of(obj: Model | None) -> Person:
    """The one person that a row is about. Raises TypeError when there is none, or more than one."""
    about = persons_of(obj)
    if len(about) != 1:
        raise TypeError(f"{type(obj).__name__} is not about one person")
    return about[0]


def _person(among: Planned[Any]) -> Callable[[Actor, Model | None], bool]:
    """Make a test that is true when the row's person is one that the read `among` finds."""
    return lambda by, obj: among.holds(person_of(obj).pk, **rows.asking(by))


def _utan_jav(by: Actor, obj: Model | None) -> bool:
    return rows.mina_foretradarskap(by, person_of(obj)) is not None


def _bedomd(by: Actor, obj: Model | None) -> bool:
    rights = Foretradarskap.objects.utan_jav(by.today).filter(foretradare__konto=by.login, person=person_of(obj))
    return rights.filter(far_se_logg=True).exists()


def _nagons_handlaggare(by: Actor, obj: Model | None) -> bool:
    return any(rows.handled.holds(person.pk, **rows.asking(by)) for person in persons_of(obj))


HANDLAGGARE = Ground(_person(rows.handled), "handläggare")
NODOPPNAT = Ground(_person(rows.opened), "nödåtkomst")
PERSONEN = Ground(_person(rows.own), "personen")
FORETRADARE = Ground(_person(rows.represented), "företrädare")
UTAN_JAV = Ground(_utan_jav, "företrädare", "ja, utan jäv")
BEDOMD_FORETRADARE = Ground(_bedomd, "företrädare", "ja, efter bedömning")
NAGONS_HANDLAGGARE = Ground(_nagons_handlaggare, "handläggare", "för någon av personerna")
JOBB = Ground(lambda by, obj: by.is_system, "regel", "bara systemets egna jobb")


def i_namnden(ord: str, *roller: str) -> Ground:
    """Make a ground that holds for users with one of these roles in the row's nämnd. The row may itself be a nämnd."""

    def holds(by: Actor, obj: Model | None) -> bool:
        namnd = obj.granskning.namnd if isinstance(obj, GranskadRad) else obj
        namnd = namnd.namnd if isinstance(namnd, Loggranskning) else namnd
        return isinstance(namnd, Namnd) and namnd == by.namnd_as(*roller)

    return Ground(holds, "regel", ord, roller)


def bland_raderna(ord: str, found: Callable[[Actor], QuerySet[Any]]) -> Ground:
    """Make a ground that holds for the rows in the queryset that `found` returns for the user."""

    def holds(by: Actor, obj: Model | None) -> bool:
        mine = found(by)
        return isinstance(obj, mine.model) and mine.filter(pk=obj.pk).exists()

    return Ground(holds, "regel", ord)


def om_delat(ground: Ground) -> Ground:
    """Make a ground like this one, except that it never holds for a draft that has not been shared."""

    def holds(by: Actor, obj: Model | None) -> bool:
        hidden = isinstance(obj, PlanVersion) and obj.ar_utkast and not obj.delningar.exists()
        return not hidden and ground(by, obj)

    return Ground(holds, ground.kolumn, "ja, när det är delat")


def forfattaren(grounds: tuple[Ground, ...]) -> Ground:
    """Make a ground that holds for the author of an EgetOrd row, while one of the `grounds` for writing also holds."""

    def holds(by: Actor, obj: Model | None) -> bool:
        mine = isinstance(obj, EgetOrd) and by.logged_in and obj.forfattare_id == by.login.pk
        return mine and any(ground(by, obj) for ground in grounds)

    return Ground(holds, "regel", "bara ordens författare, och bara så länge `ord.skriv` gäller")


def _kodens_agare(by: Actor, obj: Model | None) -> bool:
    if not (isinstance(obj, Inbjudan) and by.logged_in and obj.konto_id == by.login.pk):
        return False
    rights = Foretradarskap.objects.utan_jav(by.today).filter(foretradare__konto=by.login)
    return rows.egna(by).exists() or rights.exists()


KODENS_AGARE = Ground(_kodens_agare, "regel", "den som koden är till, medan inloggningen har något att öppna")
