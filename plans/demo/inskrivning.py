"""Persons, decisions and open offers from before the portal, written in bulk as an import would write them."""

import datetime as dt
from dataclasses import dataclass, field

from plans.demo import beslut
from plans.demo.befolkning import ALDER, Inhabitant
from plans.demo.forrad import SATT, age_group
from plans.demo.manus import Manus
from plans.demo.namn import URSPRUNG
from plans.demo.plats import INFORT, Place, account, ascii_name
from plans.models import Erbjudande, Foretradarskap, Insats, Kanal, Person, Tilldelning, User
from plans.regler.frister import age_on, anniversary, months_later
from plans.regler.namn import sort_key

SENAST_FORE = INFORT - 5  # the last decision day that is imported
HUR_NAS = ((Kanal.BREV, 5), (Kanal.TELEFON, 3), (Kanal.MEJL, 2), (Kanal.SMS, 1))


@dataclass
class Resident:
    """A person written to the database, with everything that belongs to them."""

    invanare: Inhabitant
    rad: Person
    ansvarig: User
    manus: Manus | None = None
    insatser: list[Insats] = field(default_factory=list)
    skap: list[Foretradarskap] = field(default_factory=list)

    @property
    def nyckel(self) -> str:
        """The key of a hand-written person, or empty."""
        return self.manus.nyckel if self.manus else ""


def person_fields(place: Place, one: Inhabitant, script: Manus | None) -> dict[str, object]:
    """The fields of Person, except nämnd and numbers."""
    age = age_on(one.fodd, place.today)
    values = _by_script(place, script) if script else _invented(place, one, age)
    kanal = Kanal.TELEFON if one.skyddad else Kanal(values["kanal"])
    address = f"{ascii_name(values['fornamn'])}.{ascii_name(values['efternamn'])}@example.se"
    return values | {
        "fodd": one.fodd,
        "tilltalsnamn": values["fornamn"].split()[0],
        "kanal": kanal,
        "epost": address if kanal == Kanal.MEJL else "",
        "telefon": place.namn.telefon() if age >= 15 else "",
        "adress": "" if one.skyddad else place.namn.adress(place.ort),
        "skyddad": one.skyddad,
    }


def _by_script(place: Place, script: Manus) -> dict[str, str | int]:
    names = ("fornamn", "efternamn", "personkrets", "kommunikation", "motesonskemal", "sprak", "kanal")
    place.namn.tagna.add(f"{script.fornamn} {script.efternamn}")
    return {name: getattr(script, name) for name in names}


def _invented(place: Place, one: Inhabitant, age: int) -> dict[str, str | int]:
    last, origin = place.slakt(one.familj)
    first, last = place.namn.namn(one.kon, one.fodd.year, last, origin)
    manner = place.rng.choice(SATT[age_group(age)]) if place.rng.random() < 0.5 else {}
    return {
        "fornamn": first,
        "efternamn": last,
        "personkrets": _personkrets(place, one),
        "sprak": URSPRUNG[origin]["sprak"] if place.rng.random() < 0.2 else "",
        "kanal": _channel(place, age),
        **manner,
    }


def _channel(place: Place, age: int) -> Kanal:
    if age < 15:
        return Kanal.BREV
    return place.rng.choices([k for k, _ in HUR_NAS], [n for _, n in HUR_NAS])[0]


def _personkrets(place: Place, one: Inhabitant) -> int:
    """1 for most; 2 for some adults; 3 only without daglig verksamhet (7 § LSS)."""
    chance, grown = place.rng.random(), age_on(one.fodd, place.today) >= 22
    if 10 in one.lagrum:
        return 2 if grown and chance < 0.1 else 1
    return 3 if chance < 0.3 or 2 in one.lagrum else 2 if grown and chance < 0.35 else 1


def write_in(place: Place, people: list[tuple[Inhabitant, Manus | None, User]]) -> list[Resident]:
    """Write persons with their handläggare and decisions, in a handful of SQL statements."""
    year_count: dict[int, int] = {}
    found, accounts = [], []
    for one, script, user in people:
        decisions = _insatser(place, one, script)
        year = min(i.beslutad for i in decisions).year
        year_count[year] = year_count.get(year, 0) + 1
        row = Person(
            namnd=place.namnd,
            enhet=place.enhet[user.pk],
            personnummer=one.nummer,
            arendenummer=f"{year}-{year_count[year]:04d}",
            **person_fields(place, one, script),
        )
        row.sorteringsnyckel = sort_key(row.efternamn, row.fornamn)
        key = script.konto if script else _own_username(place, one)
        if key:
            row.konto = account(place, key, row.namn)
            accounts.append(row.konto)
        found.append(Resident(one, row, user, script, decisions))
    User.objects.bulk_create(accounts)
    for b in found:
        b.rad.konto_id = b.rad.konto.pk if b.rad.konto else None
    Person.objects.bulk_create(b.rad for b in found)
    for b in found:
        for i in b.insatser:
            i.person = b.rad
        if b.nyckel:
            place.personer[b.nyckel] = b.rad
    Insats.objects.bulk_create(i for b in found for i in b.insatser)
    _assign(place, found)
    return found


def _own_username(place: Place, one: Inhabitant) -> str:
    """A username for the few persons, fifteen or older, who log in themselves; empty for everyone else."""
    able = not one.skyddad and age_on(one.fodd, place.today) >= 15 and place.rng.random() < 0.12
    if not able:
        return ""
    while (name := f"person{one.nummer[:4]}-{place.rng.randint(1000, 9999)}") in place.konton:
        pass  # already drawn: draw again
    return name


def _insatser(place: Place, one: Inhabitant, script: Manus | None) -> list[Insats]:
    """The decisions, each within the age limits of its insats."""
    if script:
        return [
            Insats(
                lagrum=n,
                omfattning=b.omfattning,
                utforare=b.utforare,
                beslutad=place.dag(b.beslutad),
                verkstalld=None if b.borjade is None else place.dag(b.borjade),
                till=None if b.till is None else place.dag(b.till),
                till_skal=b.till_skal,
                **_formalities(place, b.beslutad, n),
            )
            for n, b in sorted(script.beslut.items())
            if b.beslutad < INFORT
        ]
    return [decision_row(place, one, n, _decision_day(place, one, n)) for n in sorted(one.lagrum)]


def _decision_day(place: Place, one: Inhabitant, n: int) -> int:
    """A day before the nämnd began with the portal, if possible when the person was of the right age for insats `n`."""
    low, high = ALDER[n]
    born = anniversary(one.fodd, low) if n != 7 else dt.date(one.fodd.year + 13, 6, 20)
    earliest = (born - place.today).days + 20
    latest = min(SENAST_FORE, (anniversary(one.fodd, min(high, 64 if n in (2, 10) else high)) - place.today).days)
    earliest = max(earliest, latest - 4000)
    return place.slump(min(earliest, SENAST_FORE), max(latest, min(earliest, SENAST_FORE)))


def decision_row(place: Place, one: Inhabitant, n: int, day: int) -> Insats:
    """A decision on insats n made on that day; most have been carried out, a few have not or have an end date."""
    begun = day + place.slump(5, 85)
    waiting = begun > -3 or (day > -240 and place.rng.random() < 0.25)
    limited = n in (3, 4, 10) and place.rng.random() < 0.06
    return Insats(
        lagrum=n,
        omfattning=place.rng.choice(beslut.OMFATTNING[n]),
        utforare="" if waiting and n in (4, 9) else place.rng.choice(beslut.UTFORARE[n]),
        beslutad=place.dag(day),
        verkstalld=None if waiting else place.dag(begun),
        till=place.dag(place.slump(40, 500)) if limited else None,
        till_skal=place.rng.choice(beslut.TILL_SKAL) if limited else "",
        **_formalities(place, day, n),
    )


def _formalities(place: Place, day: int, n: int) -> dict[str, object]:
    number = f"{place.dag(day).year}/{place.rng.randint(100, 4999)}"
    return {
        "beslutsnummer": number,
        "delegat": "Utskottet" if n in (2, 8, 9) else "Handläggare på delegation",
        "overklagandehanvisning": True,
    }


def _assign(place: Place, found: list[Resident]) -> None:
    """Assign each person's responsible handläggare, from the first decision but not before the staff's first day."""
    since = place.dag(-1490)
    Tilldelning.objects.bulk_create(
        Tilldelning(
            user=b.ansvarig,
            person=b.rad,
            roll=Tilldelning.Roll.ANSVARIG,
            fran=max([since, min(i.beslutad for i in b.insatser)]),
        )
        for b in found
    )


def queue_offers(place: Place, found: list[Resident]) -> None:
    """Give everyone an open offer in the introduction queue, as `offer_for` does for decisions from before `infort`."""
    last = months_later(place.namnd.infort, place.namnd.inforande_manader)
    Erbjudande.objects.bulk_create(
        Erbjudande(person=b.rad, insats=max(b.insatser, key=lambda i: i.beslutad), senast=last)
        for b in found
        if b.insatser
    )
