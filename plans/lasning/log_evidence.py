"""Why a user's rows about a person deserve a second look: one function for each rule of the monthly log review."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from plans.models import (
    Foretradarskap,
    Namnd,
    Nodatkomst,
    Person,
    Tilldelning,
    Uppdrag,
    User,
)
from plans.regler import loggranskning as regler


@dataclass
class Finding:
    """A user's rows in a month: the first, how many, and the rules that caught them. `person` is None if about many."""

    user: int
    person: int | None
    handelse: int
    antal: int
    regler: list[str]


@dataclass
class Pair:
    """One user's rows about one person: the first row, how many, and the user's enheter.

    `sedda` has the time of every row, `oppnade` leaves out search hits, and `gjorde` has the days of changes.
    """

    forsta: int
    antal: int = 0
    sedda: list[dt.datetime] = field(default_factory=list)
    oppnade: list[dt.datetime] = field(default_factory=list)
    gjorde: set[dt.date] = field(default_factory=set)
    enheter: set[int] = field(default_factory=set)


class Evidence:
    """The facts about people that the rules need, read once in a few queries, however large the log."""

    def __init__(self, namnd: Namnd, users: set[int], persons: set[int]) -> None:
        self.users = {u.pk: u for u in User.objects.filter(pk__in=users)}
        self.persons = {p.pk: p for p in Person.objects.filter(pk__in=persons, namnd=namnd).defer("personnummer")}
        self.foretradare = defaultdict(list)
        rows = Foretradarskap.objects.filter(person__in=self.persons).select_related("foretradare")
        for skap in rows.defer("foretradare__personnummer"):
            self.foretradare[skap.person_id].append(skap.foretradare)
        self.tilldelade = defaultdict(list)
        for t in Tilldelning.objects.filter(person__in=self.persons):
            self.tilldelade[t.person_id].append((t.user_id, t.fran, t.till or dt.date.max))
        self.i_enhet = defaultdict(set)
        for enhet, user in Uppdrag.objects.filter(enhet__namnd=namnd).values_list("enhet_id", "user_id"):
            self.i_enhet[enhet].add(user)
        self.nod = defaultdict(list)
        for n in Nodatkomst.objects.filter(person__in=self.persons):
            self.nod[n.user_id, n.person_id].append((n.fran, n.till))
        names = Person.objects.filter(namnd=namnd).values_list("efternamn", flat=True)
        borne = Counter(part for name in names for part in regler.name_parts(name))
        self.vanliga = {name for name, n in borne.items() if n >= regler.VANLIGT_HAR}

    def har_arendet(self, user: int, person: int, day: dt.date) -> bool:
        """True if the case was assigned to the user that day."""
        return any(u == user and a <= day <= b for u, a, b in self.tilldelade[person])

    def enhetens(self, enheter: set[int], person: int, day: dt.date) -> bool:
        """True if someone in the same enhet had the case that day."""
        colleagues = set().union(*(self.i_enhet[e] for e in enheter))
        return any(u in colleagues and a <= day <= b for u, a, b in self.tilldelade[person])

    def i_nod(self, user: int, person: int, day: dt.date) -> bool:
        """True if the user had opened the case by nödåtkomst that day."""
        return any(a <= day <= b for a, b in self.nod[user, person])


def _eget_namn(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    name, who = u.users[user].namn, u.persons[person]
    if regler.same_name(name, f"{who.fornamn} {who.tilltalsnamn}", who.efternamn):
        return True
    return any(regler.name_parts(name) == regler.name_parts(f.namn) for f in u.foretradare[person])


def _samma_adress(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    home = u.users[user].hemadress
    others = [u.persons[person].adress, *(f.adress for f in u.foretradare[person])]
    return bool(home) and any(regler.same_address(home, other) for other in others)


def _samma_efternamn(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    """True if the user shares a rare surname with the person or a företrädare.

    A shared common surname counts only if the user opened the case on a day when it was not assigned to them.
    """
    others = [u.persons[person].efternamn, *(" ".join(regler.name_parts(f.namn)[1:]) for f in u.foretradare[person])]
    shared = set().union(*(regler.shared_surnames(u.users[user].namn, other) for other in others))
    if not shared or not regler.is_weak(shared, u.vanliga):
        return bool(shared)
    return any(not u.har_arendet(user, person, when.date()) for when in pair.oppnade)


def _ingen_tilldelning(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    """True if the user, on several days, opened a case that they did not have and did nothing in it.

    One day is enough, whatever the user did, if nobody in the enhet had the case. Days of nödåtkomst do not count.
    """
    days = {w.date() for w in pair.oppnade if not u.har_arendet(user, person, w.date())}
    days = {d for d in days if not u.i_nod(user, person, d)}
    outside = any(not u.enhetens(pair.enheter, person, d) for d in days)
    return outside or len(days - pair.gjorde) >= regler.DAGAR_UTAN_ARENDE


def _udda_tid(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    return any(map(regler.is_odd_hour, pair.oppnade))


def _skyddad(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    return u.persons[person].skyddad and any(not u.har_arendet(user, person, w.date()) for w in pair.sedda)


def _nodatkomst(u: Evidence, user: int, person: int, pair: Pair) -> bool:
    return any(u.i_nod(user, person, w.date()) for w in pair.sedda)


RULES = {
    regler.EGET_NAMN: _eget_namn,
    regler.SAMMA_ADRESS: _samma_adress,
    regler.SAMMA_EFTERNAMN: _samma_efternamn,
    regler.INGEN_TILLDELNING: _ingen_tilldelning,
    regler.UDDA_TID: _udda_tid,
    regler.SKYDDAD: _skyddad,
    regler.NODATKOMST: _nodatkomst,
}


def _manga(
    rows: list[tuple[Any, ...]], days: dict[tuple[int, dt.date], set[int]], first: dict[tuple[int, dt.date], int]
) -> list[Finding]:
    """Users who in one day opened the cases of far more persons than they and their enhet usually do."""
    enhet_of = {user: enhet for _, _, user, enhet, *_ in rows}
    counts: dict[int, dict[dt.date, int]] = defaultdict(dict)
    for (user, day), persons in days.items():
        counts[user][day] = len(persons)
    found = {}
    for user, own in counts.items():
        unit = [n for u, d in counts.items() if u != user and enhet_of[u] == enhet_of[user] for n in d.values()]
        for day, n in sorted(own.items()):
            others = [m for d, m in own.items() if d != day]
            if user not in found and regler.unusually_many(n, others, unit):
                found[user] = Finding(user, None, first[user, day], n, [regler.MANGA])
    return list(found.values())


DAY_RULES = {regler.MANGA: _manga}
