"""The named cast. Each member is here for a reason, and each outsider is refused for a different one.

Ingrid is Alva's handläggare, Birgitta her god man. What Alva's plan says may be read only by Ingrid, her colleague
Kerstin in the same enhet, Birgitta, Alva, a god man with jäv, and a handläggare with emergency access today.
"""

import datetime as dt
from types import SimpleNamespace

from plans.models import Enhet, Foretradare, Foretradarskap, Nodatkomst, Person, Tilldelning, Uppdrag, User
from plans.regler.namn import sort_key
from plans.regler.personnummer import birth_date
from tests.stod import factories as f
from tests.stod.factories import IDAG

__all__ = ["IDAG", "INSIDERS", "OUTSIDERS", "everyone"]

# `nodoppnat` is in neither list: a handläggare who reads Alva's case today by emergency access, and may only read.
INSIDERS = ("ingrid", "kerstin", "birgitta", "alva_konto", "javig")  # javig reads, but may not act
OUTSIDERS = (
    "osten",  # handläggare in another enhet of the same nämnd
    "nadia",  # handläggare in another nämnd
    "nodigar",  # handläggare in another enhet, who had emergency access yesterday
    "carin",  # chef
    "greta",  # granskare
    "rut",  # registrator: may import förordnanden, but sees no case
    "admin",  # administrator
    "gunnar_ratt",  # god man of another person in the same nämnd
    "slutat",  # god man whose time is over
    "kommande",  # god man from tomorrow
    "egendom",  # god man with only förvalta egendom
    "stangd",  # god man whose right is closed
    "nekad",  # god man to whom Alva says no
    "mor_stangd",  # guardian of Yusuf whose right is closed
    "mamma",  # parent of an adult, without a right
    "dragan_konto",  # another person
    "avstangd",  # god man with a right, but a disabled login
    "ingen",  # a login that no person, företrädare or uppdrag belongs to
)


def everyone() -> SimpleNamespace:
    """Make the cast; return it with an attribute for each name. `r.alva` is the person, `r.alva_konto` her login.

    Since every test begins here, rows are written in bulk: twelve queries instead of two hundred.
    """
    r = SimpleNamespace()
    r.namnd, r.annan_namnd = f.namnd(), f.namnd("Ekhamra kommun", "9902")
    r.enhet, r.annan_enhet, r.langt_bort = Enhet.objects.bulk_create(
        [
            Enhet(namnd=r.namnd, namn="LSS vuxna"),
            Enhet(namnd=r.namnd, namn="LSS barn"),
            Enhet(namnd=r.annan_namnd, namn="LSS"),
        ]
    )
    _logins(r)
    _appointments(r)
    _persons(r)
    _representatives(r)
    return r


LOGINS = {
    "ingrid": "Ingrid Sandelin",
    "kerstin": "Kerstin Wall",
    "osten": "Östen Grahn",
    "nadia": "Nadia Lind",
    "carin": "Carin Ekblad",
    "greta": "Greta Moe",
    "rut": "Rut Rask",
    "nodoppnat": "Nils Öppnat",
    "nodigar": "Nina Igår",
    "admin": "Admin",
    "birgitta": "Birgitta",
    "slutat": "Slutat",
    "kommande": "Kommande",
    "egendom": "Egendom",
    "stangd": "Stangd",
    "nekad": "Nekad",
    "avstangd": "Avstangd",
    "javig": "Javig",
    "mor_stangd": "Mor Stangd",
    "mamma": "Aminata Keita",
    "ingen": "Ingen",
    "gunnar_ratt": "Gunnar Rätt",
    "pappa": "Hassan Abdirahman",
    "alva_konto": "Alva Nyström Keita",
    "dragan_konto": "Dragan Petrović",
}


def _logins(r: SimpleNamespace) -> None:
    """Make logins without passwords; tests use force_login."""
    rows = [
        User(
            username=name.removesuffix("_konto").removesuffix("_ratt"),
            namn=shown,
            email="ingrid@example.se" if name == "ingrid" else "",
            password="!",
            is_active=name != "avstangd",
            is_staff=name == "admin",
            is_superuser=name == "admin",
        )
        for name, shown in LOGINS.items()
    ]
    for name, row in zip(LOGINS, User.objects.bulk_create(rows), strict=True):
        setattr(r, name, row)


def _appointments(r: SimpleNamespace) -> None:
    """Give the staff appointments that began a year ago."""
    staff = [
        (r.ingrid, r.enhet, "handlaggare"),
        (r.kerstin, r.enhet, "handlaggare"),
        (r.osten, r.annan_enhet, "handlaggare"),
        (r.nadia, r.langt_bort, "handlaggare"),
        (r.carin, r.enhet, "chef"),
        (r.greta, r.enhet, "granskare"),
        (r.rut, r.enhet, "registrator"),
        (r.nodoppnat, r.annan_enhet, "handlaggare"),
        (r.nodigar, r.annan_enhet, "handlaggare"),
    ]
    start = IDAG - dt.timedelta(days=365)
    Uppdrag.objects.bulk_create(Uppdrag(user=u, enhet=e, roll=roll, fran=start) for u, e, roll in staff)


def _persons(r: SimpleNamespace) -> None:
    """Make Alva; Dragan, with another handläggare; Yusuf, a child; Signe, protected; another Alva, in another nämnd."""
    barn = f.number(fodd_fran=dt.date(2013, 1, 1), fodd_till=dt.date(2020, 12, 31))
    wanted = [
        (
            "alva",
            r.ingrid,
            r.namnd,
            f.number(),
            "Alva",
            "Nyström Keita",
            {"konto": r.alva_konto, "motesonskemal": "Korta meningar och bilder."},
        ),
        ("dragan", r.osten, r.namnd, f.number(skip=1), "Dragan", "Petrović", {"konto": r.dragan_konto}),
        ("yusuf", r.ingrid, r.namnd, barn, "Yusuf", "Abdirahman", {}),
        ("skyddad", r.ingrid, r.namnd, f.number(skip=2), "Signe", "Hemlig", {"skyddad": True}),
        ("fjarran", r.nadia, r.annan_namnd, f.number(), "Alva", "Annorstädes", {}),
    ]
    rows = [
        Person(
            namnd=namnd,
            enhet={r.ingrid: r.enhet, r.osten: r.annan_enhet, r.nadia: r.langt_bort}[by],
            personnummer=number,
            fodd=birth_date(number),
            fornamn=first,
            efternamn=last,
            tilltalsnamn=first,
            personkrets=1,
            arendenummer=f"2027-{n:04d}",
            sorteringsnyckel=sort_key(last, first),
            **more,
        )
        for n, (_, by, namnd, number, first, last, more) in enumerate(wanted, 1)
    ]
    made = Person.objects.bulk_create(rows)
    Tilldelning.objects.bulk_create(
        Tilldelning(person=p, user=by, roll="ansvarig", fran=IDAG) for p, (_, by, *_) in zip(made, wanted, strict=True)
    )
    for (name, *_), row in zip(wanted, made, strict=True):
        setattr(r, name, row)
    yesterday = IDAG - dt.timedelta(days=1)
    Nodatkomst.objects.bulk_create(
        Nodatkomst(user=u, person=r.alva, skal="Familjen ringer", fran=day, till=day)
        for u, day in ((r.nodoppnat, IDAG), (r.nodigar, yesterday))
    )


def _representatives(r: SimpleNamespace) -> None:
    """Make Birgitta, who acts for Alva; those who may not act for her now; Gunnar; and Yusuf's father."""
    day = dt.timedelta(days=1)
    scope = {"bevaka_ratt": True, "sorja_for_person": True}
    nothing = {"bevaka_ratt": False, "sorja_for_person": False}
    closed = {
        "stangd_av": r.ingrid,
        "stangd_at": dt.datetime(2027, 3, 1, tzinfo=dt.UTC),
        "stangd_skal": "Byte av god man",
    }
    wanted = [
        (r.alva, r.birgitta, scope),
        (r.alva, r.slutat, scope | {"fran": IDAG - 90 * day, "till": IDAG - day}),
        (r.alva, r.kommande, scope | {"fran": IDAG + day}),
        (r.alva, r.egendom, nothing | {"forvalta_egendom": True}),
        (r.alva, r.stangd, scope | closed),
        (r.alva, r.nekad, scope | {"installning": "nej"}),
        (r.alva, r.javig, scope | {"jav": True}),
        (r.alva, r.avstangd, scope),
        (r.dragan, r.gunnar_ratt, scope),
        (r.yusuf, r.pappa, nothing | {"typ": "vardnadshavare"}),
    ]
    who = Foretradare.objects.bulk_create(
        Foretradare(namnd=r.namnd, konto=u, namn=u.namn, kanal="mejl", epost=f"{u.username}@example.se")
        for _, u, _ in wanted
    )
    base = {
        "typ": "god_man",
        "fran": IDAG - 60 * day,
        "underlag": "Förordnande från överförmyndaren",
        "verifierad_av": r.ingrid,
        "verifierad_at": dt.datetime(2027, 1, 8, tzinfo=dt.UTC),
        "kontrollerad_av": r.kerstin,
        "kontrollerad_at": dt.datetime(2027, 1, 11, tzinfo=dt.UTC),
    }
    rows = Foretradarskap.objects.bulk_create(
        Foretradarskap(person=p, foretradare=w, **base | more) for w, (p, _, more) in zip(who, wanted, strict=True)
    )
    r.skap = rows[0]


# For docs/atkomst.md: a short code, and who the member is to Alva.
ROLES = {
    "ingrid": ("ING", "handläggare, has the case"),
    "kerstin": ("KER", "handläggare, same enhet"),
    "osten": ("ÖST", "handläggare, another enhet of the same nämnd"),
    "nadia": ("NAD", "handläggare, another nämnd"),
    "carin": ("CAR", "chef"),
    "greta": ("GRE", "granskare"),
    "rut": ("RUT", "registrator"),
    "admin": ("ADM", "administrator"),
    "alva_konto": ("ALV", "the person"),
    "dragan_konto": ("DRA", "another person"),
    "birgitta": ("BIR", "god man"),
    "javig": ("JÄV", "god man with jäv: reads, does not act"),
    "gunnar_ratt": ("GUN", "god man of somebody else"),
    "slutat": ("SLU", "god man whose time is over"),
    "kommande": ("KOM", "god man from tomorrow"),
    "egendom": ("EGE", "god man with only *förvalta egendom*"),
    "stangd": ("STÄ", "god man whose right is closed"),
    "nekad": ("NEK", "god man to whom Alva says no"),
    "mor_stangd": ("MOR", "guardian of a child, closed"),
    "mamma": ("MAM", "parent of an adult, without a right"),
    "pappa": ("PAP", "guardian of another child"),
    "ingen": ("TOM", "a log-in without anything"),
    "avstangd": ("AVS", "god man, the log-in disabled"),
    "anonym": ("–", "not logged in"),
}
