"""Who may act for a person, and when. Sources: 8 § LSS, föräldrabalken 6, 11 and 12 kap., FL 14–15 §§."""

import datetime as dt
from dataclasses import dataclass

from plans.regler.fel import Regelbrott
from plans.regler.frister import anniversary, months_later

VARDNADSHAVARE = "vardnadshavare"
GOD_MAN = "god_man"
FORVALTARE = "forvaltare"
FORMYNDARE = "formyndare"
FRAMTIDSFULLMAKT = "framtidsfullmakt"
OMBUD = "ombud"
FOR_BARN = (VARDNADSHAVARE, FORMYNDARE)  # end at 18; closed for a protected child until assessed (OSL 12:3, 21:3)
SKYDD = "Skyddade uppgifter. Inte bedömt än."  # stored reason when a protected child's guardian is closed
FULLMAKT = (FRAMTIDSFULLMAKT, OMBUD)  # the person may revoke these


@dataclass(frozen=True)
class Ratt:
    """One row of `Foretradarskap` as plain values: the dates, scope and stops that decide a representative's right."""

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


def last_day(ratt: Ratt) -> dt.date | None:
    """The last day of the right: its end date, or for a guardian the day before the 18th birthday if earlier."""
    ends = [ratt.till] if ratt.till else []
    if ratt.typ in FOR_BARN:
        ends.append(anniversary(ratt.fodd, 18) - dt.timedelta(days=1))
    return min(ends, default=None)


def galler(ratt: Ratt, today: dt.date) -> bool:
    """True when the right holds on `today`. Death, closing and an able person's no end it at once.

    *Förvalta egendom* alone does not open the plan (our reading of FB 12:2): `bevaka_ratt` or `sorja_for_person` is
    needed, except for a vårdnadshavare, whose right follows from FB 6:11.
    """
    last = last_day(ratt)
    in_time = ratt.fran <= today and (last is None or today <= last)
    in_scope = ratt.typ == VARDNADSHAVARE or ratt.bevaka_ratt or ratt.sorja_for_person
    revoked = ratt.aterkallad is not None and ratt.aterkallad <= today
    stopped = ratt.stangd or revoked or ratt.vantar_pa_kontroll or ratt.personen_sager_nej or ratt.avliden
    return in_time and in_scope and not stopped


def require_ground(installning: str, grund: str) -> None:
    """Require a note of how it is known that the person says no or cannot say. Raises Regelbrott.

    A missing stance never blocks the right. An able person's no does (FB 12 kap.), so others must be able to verify it.
    """
    if installning in ("nej", "kan_inte") and not grund.strip():
        raise Regelbrott("Skriv hur du vet det, till exempel: sa det på mötet den 3 mars.", "installning_grund")


def formaga_senast(fodd: dt.date, known: dt.date, today: dt.date) -> dt.date | None:
    """The deadline for assessing whether the person can act in their own right (8 § LSS); None when not due today.

    Due from six months before the 15th birthday until the 18th, when the guardians' right ends. `known` is the day on
    which the person became known to us. The deadline is the 15th birthday, or six months after `known` if that is
    later, but never after the 18th birthday.
    """
    last, adult = anniversary(fodd, 15), anniversary(fodd, 18)
    asked = months_later(last, -6) <= today < adult
    return min(max(last, months_later(known, 6)), adult) if asked else None


def foretrada_senast(fodd: dt.date, known: dt.date, today: dt.date) -> dt.date | None:
    """The deadline for settling who acts after 18: the 18th birthday. None when not due today.

    Due from twelve months before that day, and only for a person who was known to us before it.
    """
    last = anniversary(fodd, 18)
    return last if months_later(last, -12) <= today and known < last else None
