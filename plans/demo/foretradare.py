"""Those who act for the persons: guardians of children, gode män with one to twelve persons each, some förvaltare."""

import datetime as dt
from itertools import cycle

from plans.demo.inskrivning import Resident
from plans.demo.plats import Place, account, ascii_name
from plans.demo.tabell import KVINNA, MAN
from plans.models import Foretradare, Foretradarskap, Kanal, User
from plans.regler.foretradare import SKYDD
from plans.regler.frister import age_on, anniversary

Typ = Foretradarskap.Typ
STORLEKAR = (4, 1, 7, 2, 12, 1, 5, 3, 9, 2, 6, 1, 8, 3, 10, 2, 4, 5)  # persons per god man; the series is repeated
ANDEL = 0.6  # the share of the adults who have a god man or förvaltare
NY = 2  # god man number 2 was appointed recently: rights given to that god man still await the second check
FORORDNANDE = "Förordnande från överförmyndaren"


class Register:
    """Collects representatives and their rights to act, then writes them all in bulk."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.rader: dict[str, Foretradare] = {}
        self.skap: list[tuple[Resident, Foretradarskap]] = []

    def person(self, key: str, name: str, kanal: str = "") -> Foretradare:
        """The representative with this key, created on first use. Each has a separate login."""
        if key not in self.rader:
            place = self.place
            channel = kanal or place.rng.choices([Kanal.MEJL, Kanal.BREV, Kanal.TELEFON], [7, 2, 1])[0]
            self.rader[key] = Foretradare(
                namnd=place.namnd,
                konto=account(place, key, name),
                namn=name,
                kanal=channel,
                epost=f"{ascii_name(name)}@example.se" if channel == Kanal.MEJL else "",
                telefon=place.namn.telefon(),
                adress=place.namn.adress(place.ort) if channel == Kanal.BREV else "",
            )
        return self.rader[key]

    def ratt(self, b: Resident, who: Foretradare, typ: str, fran: dt.date, underlag: str, **more: object) -> None:
        """Add a right that the responsible handläggare has verified.

        A colleague has checked it as well, unless it began less than ten days ago.
        """
        place = self.place
        scope = (
            {}
            if typ == Typ.VARDNADSHAVARE
            else {"bevaka_ratt": True, "sorja_for_person": True, "forvalta_egendom": True}
        )
        seen = dt.datetime.combine(max(fran, place.dag(-1400)), dt.time(10), tzinfo=dt.UTC)
        colleague = next(u for u in place.handlaggare if u != b.ansvarig)
        checked = (
            {}
            if fran > place.dag(-10)
            else {"kontrollerad_av": colleague, "kontrollerad_at": seen + dt.timedelta(days=2)}
        )
        self.skap.append(
            (
                b,
                Foretradarskap(
                    typ=typ,
                    fran=fran,
                    underlag=underlag,
                    verifierad_av=b.ansvarig,
                    verifierad_at=seen,
                    person=b.rad,
                    foretradare=who,
                    **{**scope, **checked, **more},
                ),
            )
        )

    def skriv(self) -> None:
        """Write all rows: logins, representatives, rights."""
        people = list(self.rader.values())
        User.objects.bulk_create(p.konto for p in people)
        for p in people:
            p.konto_id = p.konto.pk
        Foretradare.objects.bulk_create(people)
        for b, row in self.skap:
            row.foretradare_id = row.foretradare.pk
            b.skap.append(row)
        Foretradarskap.objects.bulk_create(row for _, row in self.skap)


def register_all(place: Place, found: list[Resident]) -> None:
    """Register representatives for everyone who should have one."""
    register = Register(place)
    for b in found:
        for f in b.manus.foretradare if b.manus else ():
            fran = b.rad.fodd if f.typ == Typ.VARDNADSHAVARE else place.dag(f.fran)
            who = register.person(f.nyckel, f.namn, f.kanal)
            register.ratt(b, who, f.typ, fran, f.underlag, installning=f.installning)
    plain = [b for b in found if not b.manus]
    children = [b for b in plain if age_on(b.rad.fodd, place.today) < 18]
    _guardians(register, children)
    _gode_man(register, [b for b in plain if age_on(b.rad.fodd, place.today) >= 18])
    register.skriv()


def _guardians(register: Register, children: list[Resident]) -> None:
    """Two guardians for most children; siblings share theirs."""
    place = register.place
    families: dict[str, list[Foretradare]] = {}
    for n, b in enumerate(children, 1):
        key = f"familj{b.invanare.familj}" if b.invanare.familj else f"barn{n}"
        if key not in families:
            surname, born = b.rad.efternamn, b.rad.fodd.year - 30
            mother = place.namn.namn(KVINNA, born, surname)
            father = place.namn.namn(MAN, born, surname if place.rng.random() < 0.6 else "")
            both = [
                register.person(f"{key}-mamma", " ".join(mother)),
                register.person(f"{key}-pappa", " ".join(father)),
            ]
            families[key] = both if place.rng.random() < 0.85 else [place.rng.choice(both)]
        for who in families[key]:
            closed: dict[str, object] = {}
            if b.rad.skyddad:
                day = dt.datetime.combine(place.dag(-30), dt.time(9), tzinfo=dt.UTC)
                closed = {"stangd_av": b.ansvarig, "stangd_at": day, "stangd_skal": SKYDD}
            register.ratt(b, who, Typ.VARDNADSHAVARE, b.rad.fodd, "Folkbokföringen", **closed)


def _gode_man(register: Register, adults: list[Resident]) -> None:
    """Give a share of the adults a god man, who has one or more persons. Every fourteenth right is a förvaltare's."""
    place = register.place
    wanted = place.rng.sample(adults, round(len(adults) * ANDEL))
    sizes, number = cycle(STORLEKAR), 0
    named = place.forsta and "godman" in register.rader
    while wanted:
        number += 1
        if named and number == 1:
            who, size = register.rader["godman"], 2
        else:
            name = " ".join(place.namn.namn(place.rng.choice((KVINNA, MAN)), place.rng.randint(1952, 1985)))
            who, size = register.person(f"godman{number}", name), next(sizes)
        for b in wanted[:size]:
            n = len(register.skap)
            grown = anniversary(b.rad.fodd, 18)
            fran = max(grown, place.dag(-place.slump(20, 3500)))
            if number == NY:
                fran = max(grown, place.dag(-3))
            manager = n % 14 == 5
            more: dict[str, object] = {}
            if n % 31 == 7:
                more = {"bevaka_ratt": False, "sorja_for_person": False}  # only the finances: does not open the plan
            elif n % 9 == 4:
                more = {"forvalta_egendom": False}
            if n % 5 == 0:
                more["installning"] = "ja"
            elif n % 8 == 3:
                more["installning"] = "kan_inte"
            if n % 6 == 2:
                more["kontrolleras_igen"] = place.dag(place.slump(-10, 300))
            register.ratt(b, who, Typ.FORVALTARE if manager else Typ.GOD_MAN, fran, FORORDNANDE, **more)
        wanted = wanted[size:]
