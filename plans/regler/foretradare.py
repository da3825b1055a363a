"""Who may act for a person, and when. Sources: 8 § LSS, föräldrabalken 6, 11 and 12 kap., FL 14–15 §§."""

import datetime as dt
from dataclasses import dataclass

from plans.regler.frister import arsdag

VARDNADSHAVARE = "vardnadshavare"
GOD_MAN = "god_man"
FORVALTARE = "forvaltare"
FORMYNDARE = "formyndare"
FRAMTIDSFULLMAKT = "framtidsfullmakt"
OMBUD = "ombud"


@dataclass(frozen=True)
class Ratt:
    """What decides a representative's right: dates, scope and stops. One row of `Foretradarskap`, as plain values."""

    typ: str
    fran: dt.date
    till: dt.date | None
    bevaka_ratt: bool
    sorja_for_person: bool
    stangd: bool
    aterkallad: dt.date | None
    vantar_pa_kontroll: bool
    personen_sager_nej: bool
    fodd: dt.date
    avliden: dt.date | None


def sista_dag(ratt: Ratt) -> dt.date | None:
    """The last day on which the right holds: its end date, and for a guardian the day before the 18th birthday."""
    ends = [ratt.till] if ratt.till else []
    if ratt.typ in (VARDNADSHAVARE, FORMYNDARE):
        ends.append(arsdag(ratt.fodd, 18) - dt.timedelta(days=1))
    return min(ends, default=None)


def galler(ratt: Ratt, today: dt.date) -> bool:
    """True when the right holds on `today`. Death, closing and an able person's no end it at once.

    Only *förvalta egendom* does not open the plan (tolkning, FB 12:2): `bevaka_ratt` or `sorja_for_person` is needed,
    except for guardians, whose right follows from FB 6:11.
    """
    last = sista_dag(ratt)
    in_time = ratt.fran <= today and (last is None or today <= last)
    in_scope = ratt.typ == VARDNADSHAVARE or ratt.bevaka_ratt or ratt.sorja_for_person
    revoked = ratt.aterkallad is not None and ratt.aterkallad <= today
    stopped = ratt.stangd or revoked or ratt.vantar_pa_kontroll or ratt.personen_sager_nej or ratt.avliden
    return in_time and in_scope and not stopped
