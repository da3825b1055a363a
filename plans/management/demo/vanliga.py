"""Plain plans: shorter than the hand-written ones, put together from a stock of goals, promises and measures by age."""

from dataclasses import replace

from plans.management.demo.forrad import ANDRA, BITAR, SYFTE, Bit, grupp
from plans.management.demo.inskrivning import Bosatt
from plans.management.demo.manus import Mal, Med, Ord, Rad, Sak, Svar, Utfall, Version
from plans.management.demo.plats import Plats
from plans.models import Foretradarskap
from plans.regler.frister import alder


def bitar(place: Plats, b: Bosatt, antal: int) -> list[Bit]:
    """Some pieces that fit the person's age."""
    return place.rng.sample(BITAR[grupp(alder(b.rad.fodd, place.today))], antal)


def egna_ord(place: Plats, b: Bosatt, day: int, pieces: list[Bit]) -> tuple[Ord, ...]:
    """A few of the five answers, written down by the handläggare as they were said."""
    fragor = ("viktigt", "drommar", "vill")
    confirmed = day + 3 if place.rng.random() < 0.7 else None
    return tuple(
        Ord(fraga, piece.ord, day, "handlaggare", confirmed) for fraga, piece in zip(fragor, pieces, strict=False)
    )


def version(
    place: Plats, b: Bosatt, borjad: int, *, delad: int | None = None, klar: int | None = None, nasta: int | None = None
) -> Version:
    """A plain plan that was begun that many days ago, and got as far as shared or final."""
    rng, group = place.rng, grupp(alder(b.rad.fodd, place.today))
    pieces = bitar(place, b, rng.choice((1, 2, 2, 3)))
    who = b.ansvarig.namn
    helpers = [i.utforare for i in b.insatser if i.utforare] or [who]
    goals = tuple(Mal(p.mal, p.latt, omrade=p.omrade, sikt=rng.choice(("kort", "kort", "lang"))) for p in pieces)
    since = klar if klar is not None else 0
    promises = tuple(
        Sak(
            "lofte",
            p.lofte,
            p.lofte_latt,
            rng.choice([who, *helpers]),
            since + rng.randint(30, 240),
            nyckel=f"l{n}",
        )
        for n, p in enumerate(pieces)
    )
    drawn = rng.sample(ANDRA[group], rng.choice((1, 1, 2)))
    others = tuple(replace(s, lovat=since + rng.randint(40, 200), nyckel=f"a{n}") for n, s in enumerate(drawn))
    wishes = tuple(Rad("onskad", **p.onskad) for p in pieces if p.onskad)
    acting = [s for s in b.skap if s.galler(place.dag(borjad)) and s.galler(place.today)]
    own = b.rad.namn
    took_part = (
        Med(own, "", ledde=rng.random() < 0.5),
        *(Med(s.foretradare.namn, s.get_typ_display()) for s in acting),
        Med(who, "handläggare och samordnare", skrev=True),
    )
    past = [s for s in promises + others if s.lovat < -12]
    late = tuple(_utfall(place, s) for s in past if rng.random() < 0.85)
    return Version(
        borjad=borjad,
        grund={"syfte": SYFTE[group].format(namn=b.rad.tilltalsnamn), "nulage": "", "onskat_lage": pieces[0].mal + "."},
        ord=egna_ord(place, b, borjad - 3, pieces),
        mal=goals,
        rader=wishes,
        saker=promises + others,
        med=took_part,
        delad=delad,
        svar=_svar(place, b, acting, delad) if delad is not None else (),
        klar=klar,
        samrad_hur=rng.choice(("mote", "mote", "hembesok", "telefon")),
        samrad_med=", ".join([own, *(s.foretradare.namn for s in acting)])[:300],
        nasta=nasta,
        sedan=late if klar is not None else (),
    )  # fmt: skip


def _svar(place: Plats, b: Bosatt, acting: list[Foretradarskap], shared: int) -> tuple[Svar, ...]:
    """The person's answer, and now and then a representative's that differs."""
    found = [Svar("personen", "haller_med", shared + 5, "", place.rng.choice(("mote", "telefon", "papper")))]
    for s in acting:
        disagrees = place.rng.random() < 0.12
        text = "Jag tycker att det behövs mer stöd på helgerna, och att det ska stå i planen." if disagrees else ""
        key = s.foretradare.konto.username.removeprefix(f"{place.namnd.kommunkod}-")
        found.append(Svar(key, "haller_inte_med" if disagrees else "haller_med", shared + 5, text, "telefon"))
    return tuple(found)


def _utfall(place: Plats, sak: Sak) -> Utfall:
    """What came of a promise whose day has passed."""
    day = min(sak.lovat + place.rng.randint(0, 8), -1)
    outcome = place.rng.choices(("klart", "delvis", "blev_inte"), (6, 2, 2))[0]
    why = {"klart": "", "delvis": "Det är påbörjat men inte helt klart.",
           "blev_inte": "Den som skulle göra det har slutat. Någon annan tar över."}[outcome]  # fmt: skip
    return Utfall(sak.nyckel, outcome, day, why)
