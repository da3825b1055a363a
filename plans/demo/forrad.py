"""The stock of goals, promises, measures and ways of communicating that ordinary persons and plans are built from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plans.demo.manus import Sak


@dataclass(frozen=True)
class Piece:
    """A goal, the person's own words (`ord`) about the goal, and the promise that serves it.

    Some pieces also bring an insats: one that is wished for (`onskad`) or one that is planned (`planerad`).
    """

    ord: str
    mal: str
    latt: str
    omrade: str
    lofte: str
    lofte_latt: str
    onskad: Mapping[str, Any] = field(default_factory=dict)
    planerad: Mapping[str, Any] = field(default_factory=dict)


FORRAD = tomllib.loads((Path(__file__).parent / "forrad.toml").read_text(encoding="utf-8"))
BITAR = {grupp: [Piece(**row) for row in rows] for grupp, rows in FORRAD["bitar"].items()}
ANDRA = {grupp: [Sak("andra", **row) for row in rows] for grupp, rows in FORRAD["andra"].items()}
SATT = FORRAD["satt"]
SYFTE = {
    "barn": "{namn} ska ha det tryggt hemma, i skolan och på fritiden, och alla ska veta vem som gör vad.",
    "unga": "{namn} ska själv vara med och bestämma om tiden efter skolan.",
    "vuxna": "{namn} ska kunna leva som andra och bestämma i sin vardag.",
    "aldre": "{namn} ska ha en lugn ålderdom med egna val.",
}


def age_group(age: int) -> str:
    """The part of the stock that fits the age."""
    return "barn" if age < 13 else "unga" if age < 21 else "vuxna" if age < 64 else "aldre"
