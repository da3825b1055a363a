"""Rules for which log rows deserve a second look (systematic log review, 10 § SoLPUL).

A row that a rule catches is not proof of misuse.
"""

import datetime as dt
import re
import statistics
from collections.abc import Collection, Sequence

EGET_NAMN = "eget_namn"
SAMMA_ADRESS = "samma_adress"
SAMMA_EFTERNAMN = "samma_efternamn"
INGEN_TILLDELNING = "ingen_tilldelning"
UDDA_TID = "udda_tid"
MANGA = "manga"
SKYDDAD = "skyddad"
NODATKOMST = "nodatkomst"
STICKPROV = "stickprov"

NATT = (23, 5)  # from 23.00 up to 05.00
DAGAR_UTAN_ARENDE = 3  # on this many days a user read a colleague's case without doing anything in it
MINST_MANGA, GANGER = 10, 3  # at least 10 persons in a day, and more than 3 times the usual
MINST_AVVISADE = 20  # refused logins through one provider in a month, and more than GANGER times the month before
ANDEL, MINST = 0.02, 5  # share of the pairs, and least number, in the random sample
VANLIGT_HAR = 4  # a surname is common in a nämnd when at least this many persons there have it

# The commonest surnames in Sweden (Statistikmyndigheten SCB): sharing one of them says little by itself.
VANLIGA = frozenset(
    "ahmed ali alm andersson andreasson arvidsson axelsson bengtsson berg berggren berglund bergman bergström "
    "björk blom danielsson ek eklund ekström engström eriksson forsberg fransson fredriksson gunnarsson "
    "gustafsson gustavsson hansen hansson hassan hedlund hellström henriksson hermansson holm holmberg holmgren "
    "isaksson ivarsson jakobsson jansson johansson johnsson jonasson jonsson jönsson karlsson khan larsson lind "
    "lindberg lindgren lindholm lindqvist lindström löfgren lund lundberg lundgren lundin lundqvist lundström "
    "magnusson martinsson mattsson mohamed mohamud mårtensson månsson möller nguyen nilsson norberg nordin "
    "nordström nyberg nyman nyström olofsson olsson omar öberg persson pettersson petersson pålsson samuelsson "
    "sandberg sandström sjöberg sjögren ström strömberg sundberg sundström svensson söderberg wallin wikström "
    "viklund åberg åkesson åström".split()
)


def name_parts(namn: str) -> tuple[str, ...]:
    """The parts of a name in lower case; a double name has two."""
    return tuple(part for part in re.split(r"[\s\-]+", namn.casefold().strip()) if len(part) > 1)


def same_name(ena: str, fornamn: str, efternamn: str) -> bool:
    """True when the full name `ena` matches the first and last name."""
    parts, first, last = name_parts(ena), name_parts(fornamn), name_parts(efternamn)
    return len(parts) > 1 and parts[0] in first and set(parts[1:]) == set(last)


def shared_surnames(ena: str, efternamn: str) -> set[str]:
    """The surnames that the full name `ena` shares with `efternamn`."""
    return set(name_parts(ena)[1:]) & set(name_parts(efternamn))


def street_address(text: str) -> tuple[str, str] | None:
    """Street with number, and postal code ('' when left out); None when it is no street address.

    `Storg. 4 B lgh 1102`, `STORGATAN 4B` and `c/o Ek, Storgatan 4B, 123 45 Björkdala` count as the same.
    """
    lines = [part.strip() for part in re.split(r"[\n,]", text.casefold()) if part.strip()]
    code = next((m.group(1) + m.group(2) for x in lines if (m := re.search(r"\b(\d{3}) ?(\d{2})\b", x))), "")
    for line in lines:
        if line.startswith("c/o"):
            continue
        street = re.match(r"([^\d]+?)\.?\s*(\d+)\s*([a-z]?)\b", re.sub(r"\b(lgh|lägenhet).*", "", line))
        if street and not re.match(r"\d{3} ?\d{2}\b", line):
            name = re.sub(r"(?<=\w)(g|gat)$", "gatan", street.group(1).strip(" ."))
            name = re.sub(r"(?<=\w)(v|väg)$", "vägen", name)
            return f"{name} {street.group(2)}{street.group(3)}", code
    return None


def same_address(ena: str, andra: str) -> bool:
    """True when two addresses are the same door; a missing postal code matches any."""
    a, b = street_address(ena), street_address(andra)
    return a is not None and b is not None and a[0] == b[0] and (a[1] == b[1] or "" in (a[1], b[1]))


def is_odd_hour(nar: dt.datetime) -> bool:
    """True at night and at weekends, local time."""
    return nar.hour >= NATT[0] or nar.hour < NATT[1] or nar.weekday() >= 5


def unusually_many(antal: int, egna: Sequence[int], enhetens: Sequence[int]) -> bool:
    """True when a day's number of persons is far beyond both the user's own median and the unit's."""
    usual = max((statistics.median(days) for days in (egna, enhetens) if days), default=1)
    return antal >= MINST_MANGA and antal > GANGER * usual


def many_refusals(antal: int, forra: int) -> bool:
    """True when the refused logins through one provider in a month suggest an attack or a wrong setting."""
    return antal >= MINST_AVVISADE and antal > GANGER * forra


def sample_size(par: int) -> int:
    """How many pairs of user and person to draw at random from the `par` pairs that no rule caught."""
    return min(par, max(MINST, round(par * ANDEL)))


def is_weak(efternamn: Collection[str], vanliga_har: Collection[str]) -> bool:
    """True when shared surnames are weak evidence: every one is common, in Sweden or in the nämnd."""
    return all(name in VANLIGA or name in vanliga_har for name in efternamn)
