"""One demo nämnd from beginning to end."""

import datetime as dt
import random
from collections.abc import Collection

from plans import audit
from plans.access import SYSTEM
from plans.management.demo import befolkning, foretradare, historia, inskrivning, manus, plats
from plans.management.demo.befolkning import Invanare
from plans.management.demo.plats import Plats
from plans.management.demo.tabell import KVINNA, MAN
from plans.models import IndividuellPlan, Insats, Person, User
from plans.regler.frister import alder

NYA_ANDEL = len(historia.NYA) / 265


def bygg(k: int, antal: int, rng: random.Random, today: dt.date) -> str:
    """Make nämnd number k with `antal` persons; return one line about it."""
    place = plats.oppna(k, today, rng)
    scripts = {m.nyckel: m for m in manus.alla()} if place.forsta else {}
    special = [Invanare(m.kon, set(m.beslut), m.alder, m.nyckel, m.valj) for m in scripts.values()]
    people = befolkning.folk(antal, special + _ovanliga(), rng, today)
    rng.shuffle(people)
    people.sort(key=lambda p: p.mall not in scripts)
    _skydda(people[len(scripts) :], today)
    users = _fordela(place, people, scripts)
    fresh = [p for p in people if historia.kan_vara_ny(place, p)][: round(antal * NYA_ANDEL)]
    old = [(p, scripts.get(p.mall), user) for p, user in zip(people, users, strict=True) if p not in fresh]
    found = inskrivning.skriv_in(place, old)
    foretradare.registrera(place, found)
    inskrivning.ko(place, found)
    historia.vikarier(place, found)
    audit.record("demo.import", by=SYSTEM, about=[b.rad for b in found], obj=place.namnd, why="Påhittade personer")
    historia.nya(place, [(p, user) for p, user in zip(people, users, strict=True) if p in fresh])
    historia.skriv(place, found, antal)
    persons = Person.objects.filter(namnd=place.namnd)
    plans = IndividuellPlan.objects.filter(person__namnd=place.namnd, gallande__isnull=False).count()
    return (
        f"{place.namnd}: {persons.count()} personer, {Insats.objects.filter(person__in=persons).count()} insatser, "
        f"{plans} med plan."
    )


def _ovanliga() -> list[Invanare]:
    """Those whom every nämnd should have: one over a hundred, some with a samordningsnummer."""
    return [
        Invanare(KVINNA, {9}, (100, 130), "hundra"),
        Invanare(MAN, {10}, (24, 62), "samordning1", samordning=True),
        Invanare(KVINNA, {9, 10}, (22, 62), "samordning2", samordning=True),
        Invanare(MAN, {6}, (5, 23), "samordning3", samordning=True),
    ]


def _skydda(people: list[Invanare], today: dt.date) -> None:
    """Protected data for three adults and one child of two hundred."""
    adults = [p for p in people if not p.mall and alder(p.fodd, today) >= 18]
    children = [p for p in people if not p.mall and not p.familj and alder(p.fodd, today) < 18]
    for p in adults[: len(people) // 80] + children[: len(people) // 200]:
        p.skyddad = True


def _fordela(place: Plats, people: list[Invanare], hand_written: Collection[str]) -> list[User]:
    """A responsible handläggare each: the hand-written ones to the first, then by turns; siblings together."""
    staff, families, users = place.handlaggare, {}, []
    counts = {u.pk: 0 for u in staff}
    for p in people:
        fewest = min(staff, key=lambda u: counts[u.pk])
        user = staff[0] if p.mall in hand_written else families.setdefault(p.familj, fewest) if p.familj else fewest
        counts[user.pk] += 1 if user != staff[0] else 0.88  # the first has a few more
        users.append(user)
    return users
