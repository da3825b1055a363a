"""One demo nämnd from beginning to end."""

import datetime as dt
import random

from plans import audit
from plans.access import SYSTEM
from plans.management.demo import befolkning, foretradare, historia, inskrivning, plats
from plans.management.demo.befolkning import Invanare
from plans.management.demo.plats import Plats
from plans.management.demo.rika import ALLA
from plans.models import IndividuellPlan, Insats, Person

NYA_ANDEL = len(historia.NYA) / 265


def bygg(k: int, antal: int, rng: random.Random, today: dt.date) -> str:
    """Make nämnd number k with `antal` persons; return one line about it."""
    place = plats.oppna(k, today, rng)
    scripts = {m.nyckel: m for m in ALLA} if place.forsta else {}
    special = [Invanare(m.kon, set(m.beslut), m.alder, m.nyckel) for m in scripts.values()]
    people = befolkning.folk(antal, special, rng, today)
    rng.shuffle(people)
    people.sort(key=lambda p: not p.mall)
    users = _fordela(place, people)
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


def _fordela(place: Plats, people: list[Invanare]) -> list:
    """A responsible handläggare each: the hand-written ones to the first, then by turns; siblings together."""
    staff, families, users = place.handlaggare, {}, []
    counts = {u.pk: 0 for u in staff}
    for p in people:
        fewest = min(staff, key=lambda u: counts[u.pk])
        user = staff[0] if p.mall else families.setdefault(p.familj, fewest) if p.familj else fewest
        counts[user.pk] += 1 if user != staff[0] else 0.88  # the first has a few more
        users.append(user)
    return users
