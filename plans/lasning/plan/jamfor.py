"""The yearly review: the old and the new version side by side, rows paired by `spar`, each pair with its outcome."""

from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
SECTIONS = (
    ("mal", "Mål", "mal"),
    ("loften", "Vem gör vad när", "loften"),
    ("rader", "Insatser", "insatser"),
    ("andra", "Vad andra gör", "andra"),
)
VARIES = ("pk", "ordning")


@dataclass(frozen=True)
class Mark:
    """The mark beside a row's name: colour class, icon, word."""

    klass: str
    ikon: str
    ord: str


@dataclass(frozen=True)
class Pair:
    """One row in both versions: as it was (`fore`), as it is in the draft (`nu`), and its outcome."""

    spar: str
    fore: Row | None
    nu: Row | None
    utfall: Any

    @property
    def lage(self) -> str:
        """What has happened to the row: `ny`, `borttagen`, `andrad` or `samma`."""
        if self.fore is None:
            return "ny"
        if self.nu is None:
            return "borttagen"
        before, now = ({k: v for k, v in r.items() if k not in VARIES} for r in (self.fore, self.nu))
        return "samma" if before == now else "andrad"

    @property
    def foljs_upp(self) -> bool:
        """True if an old row needs an outcome: all but insatser that have neither a promised day nor an outcome."""
        if self.fore is None:
            return False
        return "status" not in self.fore or bool(self.fore["lovat_till"] or self.utfall)

    @property
    def marke(self) -> Mark | None:
        """The mark that says that the row is new, followed up, or still to be followed up; None for other rows."""
        if self.lage == "ny":
            return Mark("lugn tyst", "plus", "Ny")
        if self.utfall:
            return Mark("ok", "bock", "Uppföljt")
        return Mark("lugn tyst", "lista", "Kvar att följa upp") if self.foljs_upp else None

    @property
    def rubrik(self) -> str:
        """The row's current name: an insats by its official name, other rows by their text."""
        row = self.nu or self.fore or {}
        name: str = row.get("namn") or row["text"]
        return name


@dataclass(frozen=True)
class Section:
    """A section of the review: its key in the content, heading, name in URLs, and pairs."""

    nyckel: str
    rubrik: str
    slag: str
    par: list[Pair] = field(default_factory=list)


def paired_sections(fore: dict[str, Any], nu: dict[str, Any], utfall: dict[str, Any]) -> list[Section]:
    """Pair the rows of each section: first in the old order, then what is new."""
    out = []
    for key, heading, slag in SECTIONS:
        old, new = ({r["spar"]: r for r in side[key]} for side in (fore, nu))
        pairs = [Pair(s, old.get(s), new.get(s), utfall.get(s)) for s in [*old, *(s for s in new if s not in old)]]
        out.append(Section(key, heading, slag, pairs))
    return out


def count_followed_up(avsnitt: list[Section]) -> tuple[int, int]:
    """How many of the old rows have been followed up, and how many should be."""
    old = [p for a in avsnitt for p in a.par if p.foljs_upp]
    return sum(p.utfall is not None for p in old), len(old)
