"""The review side by side: the rows of two versions paired by `spar`, with what came of each."""

from dataclasses import dataclass, field
from typing import Any

Rad = dict[str, Any]
AVSNITT = (
    ("mal", "Mål", "mal"),
    ("loften", "Vem gör vad när", "loften"),
    ("rader", "Insatser", "insatser"),
    ("andra", "Vad andra gör", "andra"),
)
VARIERAR = ("pk", "ordning")


@dataclass(frozen=True)
class Marke:
    """What stands beside a row's name: colour class, icon, word."""

    klass: str
    ikon: str
    ord: str


@dataclass(frozen=True)
class Par:
    """One row over the years: as it was, as it is in the draft, and what came of it."""

    spar: str
    fore: Rad | None
    nu: Rad | None
    utfall: Any

    @property
    def lage(self) -> str:
        """ny, borttagen, andrad or samma."""
        if self.fore is None:
            return "ny"
        if self.nu is None:
            return "borttagen"
        before, now = ({k: v for k, v in r.items() if k not in VARIERAR} for r in (self.fore, self.nu))
        return "samma" if before == now else "andrad"

    @property
    def foljs_upp(self) -> bool:
        """True when it is asked what came of the row: each goal and promise, and insatser with a promised day."""
        if self.fore is None:
            return False
        return "status" not in self.fore or bool(self.fore["lovat_till"] or self.utfall)

    @property
    def marke(self) -> Marke | None:
        """New, followed up, or waiting for it."""
        if self.lage == "ny":
            return Marke("lugn tyst", "plus", "Ny")
        if self.utfall:
            return Marke("ok", "bock", "Uppföljt")
        return Marke("lugn tyst", "lista", "Kvar att följa upp") if self.foljs_upp else None

    @property
    def rubrik(self) -> str:
        """The row's name: an insats by its official name, the rest by their text, as it is now."""
        row = self.nu or self.fore or {}
        name: str = row.get("namn") or row["text"]
        return name


@dataclass(frozen=True)
class Avsnitt:
    """A section of the review: its key in the content, heading, name in addresses, and its pairs."""

    nyckel: str
    rubrik: str
    slag: str
    par: list[Par] = field(default_factory=list)


def jamfor(fore: dict[str, Any], nu: dict[str, Any], utfall: dict[str, Any]) -> list[Avsnitt]:
    """Pair the rows of each section: first in the old order, then what is new."""
    out = []
    for key, heading, slag in AVSNITT:
        old, new = ({r["spar"]: r for r in side[key]} for side in (fore, nu))
        pairs = [Par(s, old.get(s), new.get(s), utfall.get(s)) for s in [*old, *(s for s in new if s not in old)]]
        out.append(Avsnitt(key, heading, slag, pairs))
    return out


def antal(avsnitt: list[Avsnitt]) -> tuple[int, int]:
    """How many of the old rows are followed up, and of how many it is asked."""
    old = [p for a in avsnitt for p in a.par if p.foljs_upp]
    return sum(p.utfall is not None for p in old), len(old)
