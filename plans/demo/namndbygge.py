"""One demo nämnd from beginning to end."""

import datetime as dt
import random
from collections.abc import Collection

from plans.demo import befolkning, foretradare, guard, historia, inskrivning, manus, plats
from plans.demo.befolkning import Invanare
from plans.demo.plats import Plats
from plans.demo.tabell import KVINNA, MAN
from plans.logg import audit
from plans.models import Actor, IndividuellPlan, Insats, Person, User
from plans.regler.frister import age_on

NYA_ANDEL = len(historia.NYA) / 265


def bygg(k: int, antal: int, rng: random.Random, today: dt.date) -> str:
    """Make nämnd number k with `antal` persons; return one line about it. Raises NotTheDemo before anything is made."""
    guard.require_demo()
    place = plats.oppna(k, today, rng)
    scripts = {m.nyckel: m for m in manus.alla()} if place.forsta else {}
    special = [Invanare(m.kon, set(m.beslut), m.alder, m.nyckel, m.valj) for m in scripts.values()]
    people = befolkning.folk(antal, special + _ovanliga(), rng, today)
    rng.shuffle(people)
    people.sort(key=lambda p: p.mall not in scripts)
    users = _fordela(place, people, scripts)
    _skydda(place, people, users)
    pairs = list(zip(people, users, strict=True))
    fresh = _nya(place, pairs, round(antal * NYA_ANDEL))
    found = inskrivning.skriv_in(place, [(p, scripts.get(p.mall), user) for p, user in pairs if p not in fresh])
    audit.record(
        "demo.import",
        by=Actor.system(place.today),
        about=[b.rad for b in found],
        obj=place.namnd,
        why="Påhittade personer",
    )
    inskrivning.ko(place, found)
    registered = historia.nya(
        place, sorted(((p, user) for p, user in pairs if p in fresh), key=lambda pair: fresh.index(pair[0]))
    )
    foretradare.registrera(place, found + registered)
    historia.vikarier(place, found)
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


def _skydda(place: Plats, people: list[Invanare], users: list[User]) -> None:
    """Protected data for three adults (one of them the first handläggare's) and one child of 265."""
    plain = [(p, user) for p, user in zip(people, users, strict=True) if not p.mall and not p.familj]
    plain.sort(key=lambda pair: pair[1] != place.handlaggare[0])
    adults = [p for p, _ in plain if age_on(p.fodd, place.today) >= 18]
    children = [p for p, _ in plain if age_on(p.fodd, place.today) < 18]
    middle = len(adults) // 2
    for p in adults[:1] + adults[middle : middle + len(people) // 130] + children[-1:][: len(people) // 130]:
        p.skyddad = True


def _nya(place: Plats, pairs: list[tuple[Invanare, User]], count: int) -> list[Invanare]:
    """Those who come after the portal began: first four of the first handläggare, then others."""
    fits = [(p, user) for p, user in pairs if historia.kan_vara_ny(place, p)]
    mine = [p for p, user in fits if user == place.handlaggare[0]][:4]
    return (mine + [p for p, user in fits if user != place.handlaggare[0]])[:count]


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
