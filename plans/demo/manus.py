"""The structure of the hand-written persons, whose texts are in rika/*.toml. Days count from today; minus is the past.

The texts are written in the persons' own voices, and only the first nämnd has them. All of it is invented.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Beslut:
    """One granted insats: how much, by whom, when decided and begun, and its easy-to-read sentence in the plan."""

    omfattning: str
    utforare: str
    beslutad: int
    borjade: int | None = None
    latt: str = ""
    till: int | None = None
    till_skal: str = ""


@dataclass(frozen=True)
class Foretrader:
    """Someone who acts for the person. `nyckel` is the username of the login."""

    nyckel: str
    namn: str
    typ: str
    fran: int
    underlag: str
    sa_ser_jag_det: str = ""
    skrev: int = 0
    kanal: str = "mejl"
    installning: str = ""


@dataclass(frozen=True)
class Ord:
    """An answer to one of the five questions. `av` is `personen`, `handlaggare` or the key of a företrädare."""

    fraga: str
    text: str
    dag: int
    av: str = "personen"
    stammer: int | None = None
    lasare: str = "alla"


@dataclass(frozen=True)
class Mal:
    """A goal. `nyckel` names it for later follow-up or changes."""

    text: str
    latt: str
    delmal: str = ""
    sikt: str = "kort"
    omrade: str = ""
    nyckel: str = ""


@dataclass(frozen=True)
class Rad:
    """A planned or wished-for insats (the decided ones come from the decisions)."""

    status: str
    text: str
    latt: str
    lagrum: int | None = None
    nar: str = ""
    ansvarig: str = ""
    lovat: int | None = None
    nyckel: str = ""


@dataclass(frozen=True)
class Sak:
    """A promise (`lofte`) or a measure by others (`andra`)."""

    slag: str
    text: str
    latt: str
    ansvarig: str
    lovat: int | None = None
    fran: int | None = None
    kontakt: str = ""
    nyckel: str = ""


@dataclass(frozen=True)
class Med:
    """Someone who took part."""

    namn: str
    som: str = ""
    ledde: bool = False
    skrev: bool = False


@dataclass(frozen=True)
class Svar:
    """An answer to the shared draft. `vem` is `personen` or the key of a företrädare.

    An answer whose `hur` is `portalen` is given from that human's own login; the others are registered by staff.
    """

    vem: str
    svar: str
    dag: int
    text: str = ""
    hur: str = "mote"


@dataclass(frozen=True)
class Utfall:
    """The outcome of a promise or goal."""

    nyckel: str
    utfall: str
    dag: int
    varfor: str = ""


@dataclass(frozen=True)
class Begard:
    """A request."""

    slag: str
    text: str
    inkom: int
    av: str


@dataclass(frozen=True)
class Version:
    """One version of the plan. Without `klar` it is a draft; without `delad` the draft has not been shared.

    In a later version, `andrat` and `bort` name the copied parts that are changed and removed.
    """

    borjad: int
    grund: dict[str, object] = field(default_factory=dict)
    ord: tuple[Ord, ...] = ()
    mal: tuple[Mal, ...] = ()
    rader: tuple[Rad, ...] = ()
    saker: tuple[Sak, ...] = ()
    med: tuple[Med, ...] = ()
    andrat: dict[str, dict[str, object]] = field(default_factory=dict)
    bort: tuple[str, ...] = ()
    delad: int | None = None
    svar: tuple[Svar, ...] = ()
    klar: int | None = None
    samrad_hur: str = "mote"
    samrad_med: str = ""
    nasta: int | None = None
    sedan: tuple[Utfall, ...] = ()


@dataclass(frozen=True)
class Manus:
    """A hand-written person, from the first decision to today."""

    nyckel: str
    kon: str
    alder: tuple[int, int]
    fornamn: str
    efternamn: str
    beslut: dict[int, Beslut]
    personkrets: int = 1
    konto: str = ""
    valj: str = ""
    kommunikation: str = ""
    motesonskemal: str = ""
    sprak: str = ""
    kanal: str = "brev"
    foretradare: tuple[Foretrader, ...] = ()
    erbjod: int | None = None
    erbjod_hur: str = "mote"
    svarade: int | None = None
    versioner: tuple[Version, ...] = ()
    ord: tuple[Ord, ...] = ()
    begaran: tuple[Begard, ...] = ()


DELAR = {
    "foretradare": Foretrader,
    "ord": Ord,
    "mal": Mal,
    "rader": Rad,
    "saker": Sak,
    "med": Med,
    "svar": Svar,
    "sedan": Utfall,
    "versioner": Version,
    "begaran": Begard,
}


def _build(klass: type, data: Mapping[str, Any]) -> Any:
    """Build a dataclass from a TOML table; a misspelt key raises TypeError."""
    values = dict(data)
    for name in DELAR.keys() & values.keys():
        if isinstance(values[name], list):
            values[name] = tuple(_build(DELAR[name], row) for row in values[name])
    if klass is Manus:
        values["alder"] = tuple(values["alder"])
        values["beslut"] = {int(n): Beslut(**row) for n, row in values["beslut"].items()}
    return klass(**values)


def all_scripts() -> list[Manus]:
    """All hand-written persons, in the order of their files."""
    files = sorted((Path(__file__).parent / "rika").glob("*.toml"))
    return [_build(Manus, tomllib.loads(f.read_text(encoding="utf-8"))) for f in files]
