"""Rows for tests, made the way the portal makes them."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from plans.actions import erbjudanden, insatser, personer, plandelar, planer
from plans.models import (
    Actor,
    Atgard,
    Delaktig,
    Enhet,
    Foretradare,
    Foretradarskap,
    Malsattning,
    Namnd,
    Person,
    PlanVersion,
    Tilldelning,
    Uppdrag,
    User,
)
from plans.regler.personnummer import birth_date
from tests.stod import current

IDAG = dt.date(2027, 3, 9)


@cache
def published() -> list[str]:
    """Return the published test numbers that the demo also uses."""
    folder = Path(__file__).resolve().parents[2] / "plans" / "demo"
    return [
        line.split()[0] for line in (folder / "testpersonnummer.txt").read_text().splitlines() if line[:1].isdigit()
    ]


def number(
    *, fodd_fran: dt.date = dt.date(1960, 1, 1), fodd_till: dt.date = dt.date(2005, 12, 31), skip: int = 0
) -> str:
    """Return a published test number with a birth date in the span; `skip` passes over that many numbers."""
    return _between(fodd_fran, fodd_till)[skip]


@cache
def _between(first: dt.date, last: dt.date) -> list[str]:
    return [n for n in published() if first <= (birth_date(n) or dt.date.min) <= last]


def user(username: str, namn: str = "", **kwargs: Any) -> User:
    """Make a login without a password; tests use force_login."""
    row = User(username=username, namn=namn or username.capitalize(), **kwargs)
    row.set_unusable_password()
    row.save()
    return row


def namnd(kommun: str = "Björkdala kommun", kod: str = "9901") -> Namnd:
    """Make a nämnd that began with the portal three months ago."""
    return Namnd.objects.create(
        kommunkod=kod,
        kommun=kommun,
        namn="Nämnden för funktionsstöd",
        telefon="010-555 01 00",
        region="Region Mälarbygden",
        infort=IDAG - dt.timedelta(days=90),
    )


def staff(username: str, enhet: Enhet, roll: str = "handlaggare", **kwargs: Any) -> User:
    """Make a login with an uppdrag that began a year ago."""
    row = user(username, **kwargs)
    Uppdrag.objects.create(user=row, enhet=enhet, roll=roll, fran=IDAG - dt.timedelta(days=365))
    return row


def person(by: User, number: str, fornamn: str, efternamn: str, *, today: dt.date = IDAG, **data: Any) -> Person:
    """Register a person, as `by`, who becomes responsible for the case."""
    place = by.uppdrag.get().enhet.namnd
    values = {"fornamn": fornamn, "efternamn": efternamn, "personkrets": 1, **data}
    return personer.registrera(namnd=place, number=number, data=values, by=Actor(by, today))


def many_persons(by: User, enhet: Enhet, count: int, first: int = 0, **data: Any) -> list[Person]:
    """Make `count` persons with `by` responsible, numbered from `first`, as bare rows instead of through actions."""
    rows = Person.objects.bulk_create(
        Person(
            **{
                "namnd": enhet.namnd,
                "enhet": enhet,
                "arendenummer": f"2020-{n:04d}",
                "personnummer": f"{n:012d}",
                "fodd": dt.date(1990, 1, 1),
                "fornamn": f"Namn{n}",
                "efternamn": "Efternamn",
                "tilltalsnamn": f"Namn{n}",
                "sorteringsnyckel": f"efternamn{n:05d}",
                **data,
            }
        )
        for n in range(first, first + count)
    )
    Tilldelning.objects.bulk_create(Tilldelning(user=by, person=row, roll="ansvarig", fran=IDAG) for row in rows)
    return rows


def skap(person: Person, konto: User | None, by: User, **data: Any) -> Foretradarskap:
    """Give a right to act: by default a god man's, begun two months ago, with bevaka rätt and sörja för person."""
    who, _ = Foretradare.objects.get_or_create(
        namnd=person.namnd,
        konto=konto,
        defaults={"namn": konto.namn, "kanal": "mejl", "epost": f"{konto.username}@example.se"},
    )
    values = {
        "typ": "god_man",
        "bevaka_ratt": True,
        "sorja_for_person": True,
        "fran": IDAG - dt.timedelta(days=60),
        "underlag": "Förordnande från överförmyndaren",
        "verifierad_av": by,
        "verifierad_at": timezone.now(),
        **data,
    }
    return Foretradarskap.objects.create(person=person, foretradare=who, **values)


def insats(person: Person, by: User, lagrum: int = 10, *, today: dt.date = IDAG, **data: Any):
    """Grant an insats, decided on `today` unless `data` says otherwise; the offer of a plan comes with it."""
    values = {"utfall": "beviljad", "beslutad": today, "omfattning": "3 dagar i veckan", **data}
    return insatser.bevilja(person=person, lagrum=lagrum, data=values, by=Actor(by, today))


def ja(person: Person, by: User, *, today: dt.date = IDAG) -> None:
    """Make the open offer at a meeting, and record the answer yes."""
    offer = person.erbjudanden.get(svar="")
    erbjudanden.lamna(erbjudande=offer, hur="mote", datum=today, by=Actor(by, today))
    erbjudanden.svara(erbjudande=offer, svar="ja", av=person.namn, hur="mote", datum=today, by=Actor(by, today))


def utkast(person: Person, by: User, *, today: dt.date = IDAG) -> PlanVersion:
    """Make a draft with one of each part, ready to be shared. First grant an insats and answer yes, where needed."""
    if not person.insatser.exists():
        insats(person, by, today=today)
    if person.erbjudanden.filter(svar="").exists():
        ja(person, by, today=today)
    version = planer.borja(person=person, by=Actor(by, today))
    add = {"version": version, "by": Actor(by, today)}
    plandelar.spara(
        model=Malsattning,
        data={"text": "Jag vill sjunga med andra", "sikt": "kort", "latt_mening": "Du ska sjunga."},
        **add,
    )
    plandelar.spara(
        model=Atgard,
        data={
            "slag": "lofte",
            "text": "Följer med till kören",
            "ansvarig": "Birgitta",
            "lovat_till": today,
            "latt_mening": "Birgitta följer med.",
        },
        **add,
    )
    plandelar.spara(
        model=Atgard, data={"slag": "andra", "text": "Provar ut en pratapp", "ansvarig": "Habiliteringen"}, **add
    )
    plandelar.spara(model=Delaktig, data={"namn": person.namn, "ledde": True}, **add)
    version.refresh_from_db()
    return version


def klar(person: Person, by: User, *, today: dt.date = IDAG) -> PlanVersion:
    """Make a final version, shared and made final on `today`."""
    version = utkast(person, by, today=today)
    current.dela(version=version, by=Actor(by, today))
    return current.faststall(
        version=version, samrad_datum=today, samrad_hur="mote", samrad_med=person.namn, by=Actor(by, today)
    )
