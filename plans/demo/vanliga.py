"""Ordinary plans: shorter than the hand-written ones, built from a stock of goals, promises and measures by age."""

from dataclasses import replace

from plans.demo.forrad import ANDRA, BITAR, SYFTE, Piece, age_group
from plans.demo.inskrivning import Resident
from plans.demo.manus import Mal, Med, Ord, Rad, Sak, Svar, Utfall, Version
from plans.demo.plats import Place
from plans.models import Foretradarskap
from plans.regler.frister import age_on


def pieces_for(place: Place, b: Resident, antal: int) -> list[Piece]:
    """Pick pieces that fit the person's age."""
    return place.rng.sample(BITAR[age_group(age_on(b.rad.fodd, place.today))], antal)


def own_words(place: Place, b: Resident, day: int, pieces: list[Piece]) -> tuple[Ord, ...]:
    """Answers to up to three of the five questions, taken down by the handläggare as they were said."""
    fragor = ("viktigt", "drommar", "vill")
    confirmed = day + 3 if place.rng.random() < 0.7 else None
    return tuple(
        Ord(fraga, piece.ord, day, "handlaggare", confirmed) for fraga, piece in zip(fragor, pieces, strict=False)
    )


def plain_version(
    place: Place,
    b: Resident,
    borjad: int,
    *,
    delad: int | None = None,
    klar: int | None = None,
    nasta: int | None = None,
) -> Version:
    """An ordinary plan begun on that day, and perhaps shared or made final."""
    rng, group = place.rng, age_group(age_on(b.rad.fodd, place.today))
    pieces = pieces_for(place, b, rng.choice((1, 2, 2, 3)))
    things = _measures(place, b, group, pieces, since=klar or 0)
    acting = [s for s in b.skap if s.galler(place.dag(borjad)) and s.galler(place.today)]
    took_part = (
        Med(b.rad.namn, ledde=rng.random() < 0.5),
        *(Med(s.foretradare.namn, s.get_typ_display()) for s in acting),
        Med(b.ansvarig.namn, "handläggare och samordnare", skrev=True),
    )
    past = [s for s in things if s.lovat < -70 or (s.lovat < -12 and rng.random() < 0.6)]
    return Version(
        borjad=borjad,
        grund=_basics(b, group, pieces),
        ord=own_words(place, b, borjad - 3, pieces),
        mal=tuple(Mal(p.mal, p.latt, omrade=p.omrade, sikt=rng.choice(("kort", "kort", "lang"))) for p in pieces),
        rader=_rows(b, pieces),
        saker=things,
        med=took_part,
        delad=delad,
        svar=_answers(place, b, acting, delad) if delad is not None else (),
        klar=klar,
        samrad_hur=rng.choice(("mote", "mote", "hembesok", "telefon")),
        samrad_med=", ".join([b.rad.namn, *(s.foretradare.namn for s in acting)])[:300],
        nasta=nasta,
        sedan=tuple(_outcomes(place, s) for s in past) if klar is not None else (),
    )


def _basics(b: Resident, group: str, pieces: list[Piece]) -> dict[str, object]:
    """The plan's own texts: its purpose, which insatser have begun and which have not, and what is wished for."""
    name = b.rad.tilltalsnamn
    begun = [i.namn.lower() for i in b.insatser if i.verkstalld]
    waits = [i.namn.lower() for i in b.insatser if not i.verkstalld]
    now = [f"{name} har {' och '.join(begun)}."] if begun else []
    now += [f"{' och '.join(waits).capitalize()} är beslutad men har inte börjat än."] if waits else []
    return {
        "syfte": SYFTE[group].format(namn=name),
        "nulage": " ".join(now),
        "onskat_lage": " ".join(f"{p.mal}." for p in pieces),
    }


def _rows(b: Resident, pieces: list[Piece]) -> tuple[Rad, ...]:
    """Planned insatser, and wishes without a decision."""
    planned = tuple(Rad("planerad", ansvarig=b.ansvarig.namn, **p.planerad) for p in pieces if p.planerad)
    return planned + tuple(Rad("onskad", **p.onskad) for p in pieces if p.onskad)


def _measures(place: Place, b: Resident, group: str, pieces: list[Piece], since: int) -> tuple[Sak, ...]:
    """A promise for each goal, and one or two measures by others; their days are counted from the day `since`."""
    rng = place.rng
    helpers = [b.ansvarig.namn, *(i.utforare for i in b.insatser if i.utforare)]
    promises = [Sak("lofte", p.lofte, p.lofte_latt, rng.choice(helpers)) for p in pieces]
    others = rng.sample(ANDRA[group], rng.choice((1, 1, 2)))
    return tuple(
        replace(sak, lovat=since + rng.randint(30, 220), nyckel=f"sak{n}") for n, sak in enumerate(promises + others)
    )


def _answers(place: Place, b: Resident, acting: list[Foretradarskap], shared: int) -> tuple[Svar, ...]:
    """One answer from the person and one from each representative, who now and then disagrees."""
    found = [Svar("personen", "haller_med", shared + 5, "", place.rng.choice(("mote", "telefon", "papper")))]
    for s in acting:
        disagrees = place.rng.random() < 0.12
        text = "Jag tycker att det behövs mer stöd på helgerna, och att det ska stå i planen." if disagrees else ""
        key = s.foretradare.konto.username.removeprefix(f"{place.namnd.kommunkod}-")
        found.append(Svar(key, "haller_inte_med" if disagrees else "haller_med", shared + 5, text, "telefon"))
    return tuple(found)


def _outcomes(place: Place, sak: Sak) -> Utfall:
    """The outcome of a promise or measure whose day has passed."""
    day = min(sak.lovat + place.rng.randint(0, 8), -1)
    outcome = place.rng.choices(("klart", "delvis", "blev_inte"), (6, 2, 2))[0]
    why = {
        "klart": "",
        "delvis": "Det är påbörjat men inte helt klart.",
        "blev_inte": "Den som skulle göra det har slutat. Någon annan tar över.",
    }[outcome]
    return Utfall(sak.nyckel, outcome, day, why)
