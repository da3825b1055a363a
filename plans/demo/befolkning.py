"""The people of a nämnd as plain values: their insatser, their ages and their test numbers.

Nothing here touches the database, and the same seed and day give the same people. The number of persons of each sex,
and of persons with each insats, follows the official table. Ages and combinations are invented, within what 7 and
9 §§ LSS make plausible.
"""

import datetime as dt
import random
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from plans.demo import tabell
from plans.demo.tabell import KVINNA, MAN
from plans.regler.frister import age_on, anniversary
from plans.regler.personnummer import birth_date

HERE = Path(__file__).parent
# For each insats: the youngest and the oldest age; how readily it is dealt as a person's first insats (a weight); and
# the insatser that it may be combined with.
ALDER = {
    1: (1, 90),
    2: (3, 74),
    3: (9, 88),
    4: (15, 85),
    5: (2, 17),
    6: (3, 24),
    7: (13, 19),
    8: (7, 18),
    9: (20, 110),
    10: (20, 66),
}
FORST = {1: 0.3, 2: 0.8, 3: 0.3, 4: 0.35, 5: 0.5, 6: 0.75, 7: 0.8, 8: 1.0, 9: 0.5, 10: 0.8}
IHOP = {
    1: {2, 3, 4, 5, 6, 7, 8, 9, 10},
    2: {1, 3, 4, 6, 10},
    3: {1, 2, 4, 6, 7, 9, 10},
    4: {1, 2, 3, 6, 7, 9, 10},
    5: {1, 6, 7},
    6: {1, 2, 3, 4, 5, 7, 10},
    7: {1, 3, 4, 5, 6},
    8: {1},
    9: {1, 3, 4, 10},
    10: {1, 2, 3, 4, 6, 9},
}
MEST = 4  # the most insatser per person
# Age groups: the lowest age in the group, and the group's share of all persons (per cent), roughly as in the country.
ALDRAR = ((0, 4), (7, 10), (13, 10), (18, 10), (23, 24), (35, 22), (51, 11), (65, 7), (80, 1.5), (100, 0.2))
_FRAN = [age for age, _ in ALDRAR]


class OutOfNumbers(Exception):
    """There are fewer test numbers than persons who need one."""


@dataclass
class Inhabitant:
    """One invented person, before they get a name and a row. `mall` is the key of a hand-picked person, or empty.

    `valj` picks, among the test numbers that fit, the one whose birthday was most recent (`nyss`) or comes next
    (`snart`).
    """

    kon: str
    lagrum: set[int]
    spann: tuple[int, int] = (0, 130)
    mall: str = ""
    valj: str = ""
    samordning: bool = False
    skyddad: bool = False
    nummer: str = ""
    fodd: dt.date = dt.date.min
    familj: int = 0  # siblings share a number

    @property
    def aldrar(self) -> tuple[int, int]:
        """Youngest and oldest age allowed by all the insatser and by `spann`."""
        spans = [ALDER[n] for n in self.lagrum] + [self.spann]
        return max(low for low, _ in spans), min(high for _, high in spans)


def published(fil: str) -> list[str]:
    """The published numbers of one data file."""
    lines = (HERE / fil).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def sex_of(nummer: str) -> str:
    """Tell the sex from the eleventh digit: odd is a man."""
    return MAN if int(nummer[10]) % 2 else KVINNA


def invented_people(antal: int, sarskilda: list[Inhabitant], rng: random.Random, today: dt.date) -> list[Inhabitant]:
    """`antal` persons: the hand-picked ones that the table has room for, and others drawn to fill it."""
    quota, left = tabell.insats_counts(antal), tabell.person_counts(antal)
    free = _free_numbers(left, today)
    people: list[Inhabitant] = []
    for one in sarskilda:
        rest = {n: count - (n in one.lagrum) for n, count in quota[one.kon].items()}
        if _adds_up(rest, left[one.kon] - 1):
            people.append(one)
            left[one.kon] -= 1
            quota[one.kon] = rest
    for sex in (KVINNA, MAN):
        people += _deal(sex, quota[sex], left[sex], rng)
    _give_numbers(people, free, rng, today)
    _siblings(people, today)
    return people


def _adds_up(quota: dict[int, int], antal: int) -> bool:
    """True when `antal` persons can be dealt the quota so that all get an insats and none gets the same one twice."""
    return antal >= 0 and all(0 <= count <= antal for count in quota.values()) and sum(quota.values()) >= antal


def _siblings(people: list[Inhabitant], today: dt.date) -> None:
    """Make some children siblings: close in age, at least ten months apart."""
    children = [p for p in people if not p.mall and age_on(p.fodd, today) < 18]
    children.sort(key=lambda p: p.fodd)
    for family, start in enumerate(range(0, len(children) - 5, 10), 1):
        first = children[start]
        for other in children[start + 1 : start + 10]:
            if (other.fodd - first.fodd).days > 300:
                first.familj = other.familj = family
                break


def _deal(sex: str, quota: dict[int, int], antal: int, rng: random.Random) -> list[Inhabitant]:
    """Give each of `antal` persons one insats, then the other insatser to persons they fit. Nobody gets one twice."""
    if antal == 0:
        return []
    first = _first_insatser(quota, antal)
    people = [Inhabitant(sex, {n}) for n in first for _ in range(first[n])]
    rest = [n for n in quota for _ in range(quota[n] - first[n])]
    rest.sort(key=lambda n: (len(IHOP[n]), n))  # first the insatser with the fewest combinations
    for n in rest:
        fits = [
            p for p in people if n not in p.lagrum and p.lagrum <= IHOP[n] and len(p.lagrum) < MEST and _has_room(p, n)
        ]
        if not fits:
            fits = [p for p in people if n not in p.lagrum]
        one = rng.choices(fits, [_pull(p, n) for p in fits])[0]
        one.lagrum.add(n)
    return people


def _first_insatser(quota: dict[int, int], antal: int) -> dict[int, int]:
    """How many persons get each insats as their first: by weight, within the quota, `antal` in total."""
    weights = {n: FORST[n] * quota[n] for n in quota}
    scale = antal / sum(weights.values())
    first = {n: int(min(w * scale, quota[n])) for n, w in weights.items()}
    while sum(first.values()) < antal:
        n = max((n for n in quota if first[n] < quota[n]), key=lambda n: weights[n] * scale - first[n])
        first[n] += 1
    return first


def _has_room(person: Inhabitant, n: int) -> bool:
    """True when the ages that all the insatser allow still span three years or more once `n` is added."""
    low, high = Inhabitant(person.kon, person.lagrum | {n}).aldrar
    return high - low >= 3


def _pull(person: Inhabitant, n: int) -> float:
    """The weight with which this person is drawn to get insats `n` as well."""
    if {n} | person.lagrum == {9, 10}:
        return 8
    return 3 if (n == 6 and person.lagrum & {5, 7}) or (n == 4 and 9 in person.lagrum) else 1 / len(person.lagrum)


def _free_numbers(needed: dict[str, int], today: dt.date) -> dict[str, dict[str, int]]:
    """The published numbers by sex, each with the age it gives. Raises OutOfNumbers when there are too few."""
    free: dict[str, dict[str, int]] = {sex: {} for sex in needed}
    for file in ("testpersonnummer.txt", "testsamordningsnummer.txt"):
        for number in published(file):
            born = birth_date(number)  # a samordningsnummer may lack part of the date; a birth may be after `today`
            if born and born < today:
                free[sex_of(number)][number] = age_on(born, today)
    for sex, count in needed.items():
        if count > len(free[sex]):
            raise OutOfNumbers(f"Det finns {len(free[sex])} testpersonnummer för {sex}, men {count} behövs.")
    return free


def _give_numbers(
    people: list[Inhabitant], free: dict[str, dict[str, int]], rng: random.Random, today: dt.date
) -> None:
    """Give each person a test number that fits sex and age. Those with the fewest numbers to choose from go first."""
    for one in sorted(people, key=lambda p: (not p.mall, not p.samordning, p.aldrar[1] - p.aldrar[0])):
        low, high = one.aldrar
        fits = [n for n, age in free[one.kon].items() if low <= age <= high and _right_kind(n, one, today)]
        if not fits:  # no number left at these ages: take the nearest
            fits = sorted(free[one.kon], key=lambda n: max(low - free[one.kon][n], free[one.kon][n] - high))[:3]
        groups = [_group(free[one.kon][n]) for n in fits]
        size = Counter(groups)
        if one.valj:
            one.nummer = min(fits, key=lambda n: _days(n, one.valj, today))
        else:
            one.nummer = rng.choices(fits, [ALDRAR[g][1] / size[g] for g in groups])[0]
        one.fodd = birth_date(one.nummer)
        del free[one.kon][one.nummer]


def _days(number: str, valj: str, today: dt.date) -> int:
    """Days since the last birthday if `valj` is `nyss`, otherwise days until the next."""
    born = birth_date(number)
    last = anniversary(born, age_on(born, today))
    return (today - last).days if valj == "nyss" else (anniversary(born, age_on(born, today) + 1) - today).days


def _right_kind(number: str, one: Inhabitant, today: dt.date) -> bool:
    """True if the number is of the person's kind and, if they have korttidstillsyn, makes them old enough for it.

    They are old enough once 15 September of the year they turn 13 has passed.
    """
    if (int(number[6]) >= 6) != one.samordning:
        return False
    return 7 not in one.lagrum or today > dt.date(int(number[:4]) + 13, 9, 15)


def _group(age: int) -> int:
    return bisect(_FRAN, age) - 1
