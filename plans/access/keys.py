"""The one table of keys: each thing that may be done, and the grounds that allow it. Anything not listed is refused.

docs/atkomst.md, the menus and the tests' lists are generated from this table.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from plans.access import rows
from plans.access.grounds import (
    BEDOMD_FORETRADARE,
    FORETRADARE,
    HANDLAGGARE,
    JOBB,
    KODENS_AGARE,
    NAGONS_HANDLAGGARE,
    NODOPPNAT,
    PERSONEN,
    UTAN_JAV,
    Ground,
    bland_raderna,
    forfattaren,
    i_namnden,
    om_delat,
)
from plans.models import Actor, Inbjudan, Roll

Row = TypeVar("Row", bound=Model)

STAFF = (HANDLAGGARE,)
READERS = (HANDLAGGARE, NODOPPNAT, PERSONEN, FORETRADARE)
EVERYONE = (HANDLAGGARE, PERSONEN, UTAN_JAV)
DELAT = tuple(om_delat(ground) for ground in (NODOPPNAT, PERSONEN, FORETRADARE))

HANDLAGGARES_NAMND = i_namnden("handläggare, i den egna nämnden", Roll.HANDLAGGARE)
CHEFENS_NAMND = i_namnden("chef, i den egna nämnden", Roll.CHEF)
GRANSKARNAS_NAMND = i_namnden("chef och granskare, i den egna nämnden; aldrig rader om en själv", *rows.GRANSKAR)
REGISTRATORS_NAMND = i_namnden("registrator, i den egna nämnden", Roll.REGISTRATOR)
KONTROLLERBAR = bland_raderna(
    "den som har ärendet, eller chef om personen inte är skyddad; aldrig den som registrerade",
    lambda by: rows.kontrollerbara(by),
)
ANNANS_NODATKOMST = bland_raderna("chef i nämnden; aldrig den egna", lambda by: rows.nodatkomster(by))


@dataclass(frozen=True)
class Nyckel:
    """A key and the grounds for it; any one of them is enough."""

    namn: str
    vem: tuple[Ground, ...]

    @property
    def roller(self) -> frozenset[str]:
        """The roles that give the key, if it is about a nämnd; for other keys empty."""
        return frozenset(roll for ground in self.vem for roll in ground.roller)


NYCKLAR = {
    nyckel.namn: nyckel
    for nyckel in (
        Nyckel("begaran.besvara", STAFF),
        Nyckel("begaran.ta_emot", EVERYONE),
        Nyckel("bedomning.gor", STAFF),
        Nyckel("erbjudande.lamna", STAFF),
        Nyckel("erbjudande.svara", EVERYONE),
        Nyckel("foretradare.andra", STAFF),
        Nyckel("foretradare.bedom_logg", STAFF),
        Nyckel("foretradare.importera", (REGISTRATORS_NAMND,)),
        Nyckel("foretradare.kontrollera", (KONTROLLERBAR,)),
        Nyckel("foretradare.oppna", STAFF),
        Nyckel("foretradare.registrera", STAFF),
        Nyckel("foretradare.stang", STAFF),
        Nyckel("inbjudan.anvand", (KODENS_AGARE,)),
        Nyckel("inbjudan.aterkalla", STAFF),
        Nyckel("inbjudan.skapa", STAFF),
        Nyckel("inloggning.aterkalla_nyckel", STAFF),
        Nyckel("inloggning.oppna_for_eleg", STAFF),
        Nyckel("inloggning.skapa", STAFF),
        Nyckel("insats.andra", STAFF),
        Nyckel("insats.bevilja", STAFF),
        Nyckel("kontroll.lista", (CHEFENS_NAMND,)),
        Nyckel("laget.las", (CHEFENS_NAMND,)),
        Nyckel("logg.forsegla", (JOBB,)),
        Nyckel("logg.granska", (GRANSKARNAS_NAMND,)),
        Nyckel("logg.las", (HANDLAGGARE, PERSONEN, BEDOMD_FORETRADARE)),
        Nyckel("logg.undanhall", STAFF),
        Nyckel("nodatkomst.granska", (ANNANS_NODATKOMST,)),
        Nyckel("nodatkomst.lista", (CHEFENS_NAMND,)),
        Nyckel("nodatkomst.oppna", (HANDLAGGARES_NAMND,)),
        Nyckel("nyckel.byt", (JOBB,)),
        Nyckel("ord.andra", (forfattaren(EVERYONE),)),
        Nyckel("ord.bekrafta", (HANDLAGGARE, PERSONEN)),
        Nyckel("ord.skriv", EVERYONE),
        Nyckel("pdf.bestall", STAFF),
        Nyckel("pdf.hamta", READERS),
        Nyckel("pdf.rendera", (JOBB,)),
        Nyckel("person.andra", STAFF),
        Nyckel("person.handlagg", STAFF),
        Nyckel("person.las", READERS),
        Nyckel("person.lista", (HANDLAGGARES_NAMND,)),
        Nyckel("person.registrera", (HANDLAGGARES_NAMND,)),
        Nyckel("plan.andra", STAFF),
        Nyckel("plan.avsluta", STAFF),
        Nyckel("plan.borja", STAFF),
        Nyckel("plan.dela", STAFF),
        Nyckel("plan.faststall", STAFF),
        Nyckel("plan.folj_upp", STAFF),
        Nyckel("plan.las", (HANDLAGGARE, *DELAT)),
        Nyckel("plan.omprova", STAFF),
        Nyckel("plan.svara", EVERYONE),
        Nyckel("plan.utkast", STAFF),
        Nyckel("utskick.ge", (NAGONS_HANDLAGGARE,)),
        Nyckel("utskick.planera", (JOBB,)),
        Nyckel("utskick.skicka", (JOBB,)),
    )
}


class Nekad(Http404):
    """Access refused. Shown as 404; `key` and `obj` go to the log."""

    def __init__(self, key: str, obj: Model | None) -> None:
        super().__init__("Sidan finns inte.")
        self.key, self.obj = key, obj


def may(by: Actor, key: str, obj: Model | None) -> bool:
    """True when `by` may do `key` to `obj` today. Raises KeyError for an unknown key."""
    grounds = NYCKLAR[key].vem
    if not (by.is_system or by.logged_in):
        return False
    if by.is_system or grounds == (JOBB,):
        return by.is_system and grounds == (JOBB,)
    return any(ground(by, obj) for ground in grounds)


def require(by: Actor, key: str, obj: Model | None) -> None:
    """Raise Nekad (a 404) unless `by` may do `key` to `obj` today."""
    if not may(by, key, obj):
        raise Nekad(key, obj)


def get_or_404(found: QuerySet[Row], by: Actor, key: str, **lookup: object) -> Row:
    """Return the row of a scoped queryset that matches `lookup`. Raises Nekad if none does, or if `key` is refused.

    The Nekad carries the requested row, if it exists outside the queryset, so that the log can name its person.
    """
    row = found.filter(**lookup).first()
    if row is None:
        raise Nekad(key, found.model._default_manager.filter(**lookup).first() if lookup else None)
    require(by, key, row)
    return row


def first_or_404(found: list[Row], by: Actor, key: str, asked: QuerySet) -> Row:
    """Like `get_or_404`, but `found` comes from a planned read, and `asked` is the requested row without any scope."""
    if not found:
        raise Nekad(key, asked.first())
    require(by, key, found[0])
    return found[0]


def oppen_inbjudan(today: date, now: datetime, **lookup: object) -> Inbjudan | None:
    """The invitation that matches, if its code is still valid and its login still has something to open; else None.

    None gives no reason: the code may be unknown, used, revoked or expired, or its login may have no right.
    """
    found = Inbjudan.objects.oppna(now).filter(**lookup).select_related("konto").first()
    return found if found and may(Actor(found.konto, today), "inbjudan.anvand", found) else None
