"""The plan in easy Swedish: short things to read one at a time."""

from dataclasses import dataclass, field
from datetime import date

from plans.lasning import egna_ord, planinnehall
from plans.lasning.mina_personer import Kort
from plans.models import User


@dataclass
class Sak:
    """One thing: a short heading, a few short lines, perhaps a day."""

    rubrik: str
    rader: list[str] = field(default_factory=list)
    dag: date | None = None
    egen: bool = False


def saker(part: str, card: Kort, user: User) -> list[Sak]:
    """The things of one part of *Min plan*, from the version that holds, else from what has been said so far."""
    if part in ("jag", "viktigt"):
        return _mina_ord(part, card, user)
    if part == "genomgang":
        return _genomgang(card)
    version = card.plan.gallande if card.plan else None
    if version is None:
        return []
    content = planinnehall.innehall(version)
    return _handa(content) if part == "handa" else _hjalper(content, card)


def _mina_ord(part: str, card: Kort, user: User) -> list[Sak]:
    words, _ = egna_ord.synliga(card.person, user)
    wanted = ("om_mig", "nu") if part == "jag" else ("viktigt", "drommar", "vill")
    return [Sak(o.get_fraga_display(), o.text.splitlines(), egen=True) for q in wanted for o in words if o.fraga == q]


def _handa(content: planinnehall.Innehall) -> list[Sak]:
    """What shall happen: promises and planned insatser first, then goals, by their easy sentence when they have one."""
    rows = [*content["loften"], *content["andra"], *(r for r in content["rader"] if r["status"] == "planerad")]
    found = [
        Sak(
            r["latt_mening"] or r["text"],
            [f"{r['ansvarig']} ser till att det blir så."] if r["ansvarig"] else [],
            dag=r["lovat_till"] or r["fran"],
        )
        for r in rows
    ]
    return found + [Sak(m["latt_mening"] or m["text"], ["Det är ditt mål."]) for m in content["mal"]]


def _hjalper(content: planinnehall.Innehall, card: Kort) -> list[Sak]:
    """Who helps: the coordinator, those who took part, and the decided insatser."""
    others = [d for d in content["delaktiga"] if d["namn"] not in (card.person.namn, card.handlaggare)]
    people = [Sak(d["namn"], [d["som"]] if d["som"] else []) for d in others]
    support = [Sak(r["namn"], [r["latt_mening"] or r["text"]]) for r in content["rader"] if r["status"] == "beslutad"]
    staff = [Sak(card.handlaggare, ["Din handläggare på kommunen."])] if card.handlaggare else []
    return staff + people + support


def _genomgang(card: Kort) -> list[Sak]:
    if not (card.plan and card.plan.nasta_omprovning):
        return []
    return [
        Sak(
            "Vi går igenom planen",
            ["Dina beslut ändras inte.", "Du får ta med någon du litar på."],
            dag=card.plan.nasta_omprovning,
        )
    ]
