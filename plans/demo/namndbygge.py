"""Builds one demo nämnd from beginning to end."""

import datetime as dt
import random
from collections.abc import Collection

from plans.demo import befolkning, foretradare, guard, historia, inskrivning, manus, plats
from plans.demo.befolkning import Inhabitant
from plans.demo.plats import Place
from plans.demo.tabell import KVINNA, MAN
from plans.logg import audit
from plans.models import Actor, IndividuellPlan, Insats, Person, User
from plans.regler.frister import age_on

NYA_ANDEL = len(historia.NYA) / 265


def build(k: int, antal: int, rng: random.Random, today: dt.date) -> str:
    """Make nämnd number k with `antal` persons; return one line about it. Raises NotTheDemo before writing anything."""
    guard.require_demo()
    place = plats.open_place(k, today, rng)
    scripts = {m.nyckel: m for m in manus.all_scripts()} if place.forsta else {}
    special = [Inhabitant(m.kon, set(m.beslut), m.alder, m.nyckel, m.valj) for m in scripts.values()]
    people = befolkning.invented_people(antal, special + _unusual(), rng, today)
    rng.shuffle(people)
    people.sort(key=lambda p: p.mall not in scripts)
    users = _deal(place, people, scripts)
    _protect(place, people, users)
    pairs = list(zip(people, users, strict=True))
    fresh = _newcomers(place, pairs, round(antal * NYA_ANDEL))
    found = inskrivning.write_in(place, [(p, scripts.get(p.mall), user) for p, user in pairs if p not in fresh])
    audit.record(
        "demo.import",
        by=Actor.system(place.today),
        about=[b.rad for b in found],
        obj=place.namnd,
        why="Påhittade personer",
    )
    inskrivning.queue_offers(place, found)
    registered = historia.newcomers(
        place, sorted(((p, user) for p, user in pairs if p in fresh), key=lambda pair: fresh.index(pair[0]))
    )
    foretradare.register_all(place, found + registered)
    historia.stand_ins(place, found)
    historia.write_history(place, found, antal)
    persons = Person.objects.filter(namnd=place.namnd)
    plans = IndividuellPlan.objects.filter(person__namnd=place.namnd, gallande__isnull=False).count()
    return (
        f"{place.namnd}: {persons.count()} personer, {Insats.objects.filter(person__in=persons).count()} insatser, "
        f"{plans} med plan."
    )


def _unusual() -> list[Inhabitant]:
    """Unusual persons that every nämnd should have: one over a hundred, some with a samordningsnummer."""
    return [
        Inhabitant(KVINNA, {9}, (100, 130), "hundra"),
        Inhabitant(MAN, {10}, (24, 62), "samordning1", samordning=True),
        Inhabitant(KVINNA, {9, 10}, (22, 62), "samordning2", samordning=True),
        Inhabitant(MAN, {6}, (5, 23), "samordning3", samordning=True),
    ]


def _protect(place: Place, people: list[Inhabitant], users: list[User]) -> None:
    """Give some persons protected data: of 265, three adults (one of them the first handläggare's) and one child."""
    plain = [(p, user) for p, user in zip(people, users, strict=True) if not p.mall and not p.familj]
    plain.sort(key=lambda pair: pair[1] != place.handlaggare[0])
    adults = [p for p, _ in plain if age_on(p.fodd, place.today) >= 18]
    children = [p for p, _ in plain if age_on(p.fodd, place.today) < 18]
    middle = len(adults) // 2
    for p in adults[:1] + adults[middle : middle + len(people) // 130] + children[-1:][: len(people) // 130]:
        p.skyddad = True


def _newcomers(place: Place, pairs: list[tuple[Inhabitant, User]], count: int) -> list[Inhabitant]:
    """Pick `count` persons to register after the nämnd's start: up to four of the first handläggare's, then others'."""
    fits = [(p, user) for p, user in pairs if historia.may_be_new(place, p)]
    mine = [p for p, user in fits if user == place.handlaggare[0]][:4]
    return (mine + [p for p, user in fits if user != place.handlaggare[0]])[:count]


def _deal(place: Place, people: list[Inhabitant], hand_written: Collection[str]) -> list[User]:
    """Give each person a responsible handläggare.

    Hand-written persons get the first one. Others get the one with the fewest persons so far; siblings share one.
    """
    staff, families, users = place.handlaggare, {}, []
    counts = {u.pk: 0 for u in staff}
    for p in people:
        fewest = min(staff, key=lambda u: counts[u.pk])
        user = staff[0] if p.mall in hand_written else families.setdefault(p.familj, fewest) if p.familj else fewest
        counts[user.pk] += 1 if user != staff[0] else 0.88  # the first gets a few more
        users.append(user)
    return users
