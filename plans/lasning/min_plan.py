"""The plan in easy Swedish, as short things to read one at a time."""

from dataclasses import dataclass, field
from datetime import date

from plans.lasning import egna_ord
from plans.lasning.mina_personer import Card
from plans.lasning.plan import innehall as planinnehall
from plans.models import Actor, EgetOrd, Uppfoljning, User

_UTFALL = {"klart": "Det är klart.", "delvis": "En del är klart.", "blev_inte": "Det blev inte så."}


@dataclass
class Thing:
    """One thing: a short heading, a few short lines, perhaps a day."""

    rubrik: str
    rader: list[str] = field(default_factory=list)
    dag: date | None = None
    dag_ord: str = "Det är"
    fraga_om: EgetOrd | None = None  # dictated words that the person has not yet confirmed


def things(part: str, card: Card, by: Actor) -> list[Thing]:
    """The things in one part of *Min plan*. Own words and the review are read as they are now.

    The other parts come from the version in force, and are empty without one.
    """
    if part in ("jag", "viktigt"):
        return _own_words(part, card, by.login)
    if part == "genomgang":
        return _review(card)
    version = card.plan.gallande if card.plan else None
    if version is None:
        return []
    content = planinnehall.read_content(version)
    if part == "hjalper":
        return _helpers(content, card)
    return _to_happen(content, planinnehall.latest_outcomes(version), by.today)


def _own_words(part: str, card: Card, user: User) -> list[Thing]:
    words, _ = egna_ord.readable_words(card.person, user)
    wanted = ("om_mig", "nu") if part == "jag" else ("viktigt", "drommar", "vill")
    return [_answer(o) for q in wanted for o in words if o.fraga == q]


def _answer(row: EgetOrd) -> Thing:
    """One answer, and who wrote it down if it was not the person."""
    lines = row.text.splitlines()
    if not row.nedtecknat:
        return Thing(row.get_fraga_display(), lines)
    lines.append(f"{row.forfattare.namn} skrev det som du sa.")
    return Thing(row.get_fraga_display(), lines, fraga_om=None if row.bekraftat else row)


def _to_happen(content: planinnehall.Content, outcomes: dict[str, Uppfoljning], today: date) -> list[Thing]:
    """Promises and planned insatser in easy sentences: those without an outcome, those with one, then the goals."""
    rows = [*content["loften"], *content["andra"], *(r for r in content["rader"] if r["status"] == "planerad")]
    rows.sort(key=lambda r: (r["spar"] in outcomes, r["lovat_till"] or r["fran"] or date.max))
    return [_promise(r, outcomes.get(r["spar"]), today) for r in rows] + [
        Thing(m["latt_mening"] or m["text"], ["Det är ditt mål."]) for m in content["mal"]
    ]


def _promise(row: planinnehall.Content, outcome: Uppfoljning | None, today: date) -> Thing:
    """One promise in easy words: who and when, or how it turned out."""
    heading = row["latt_mening"] or row["text"]
    if outcome:
        return Thing(heading, [_UTFALL[outcome.utfall], *([outcome.varfor] if outcome.varfor else [])])
    day = row["lovat_till"] or row["fran"]
    late = row["lovat_till"] is not None and row["lovat_till"] < today
    lines = [f"{row['ansvarig']} ser till att det blir så."] if row["ansvarig"] else []
    words = "Det skulle vara klart" if late else "Senast" if row["lovat_till"] else "Från"
    return Thing(heading, lines + (["Det är inte klart än."] if late else []), dag=day, dag_ord=words)


def _helpers(content: planinnehall.Content, card: Card) -> list[Thing]:
    """Who helps: the handläggare, those who took part, and the decided insatser."""
    others = [d for d in content["delaktiga"] if d["namn"] not in (card.person.namn, card.handlaggare)]
    people = [Thing(d["namn"], [d["som"]] if d["som"] else []) for d in others]
    support = [Thing(r["namn"], [r["latt_mening"] or r["text"]]) for r in content["rader"] if r["status"] == "beslutad"]
    staff = [Thing(card.handlaggare, ["Din handläggare på kommunen."])] if card.handlaggare else []
    return staff + people + support


def _review(card: Card) -> list[Thing]:
    if not (card.plan and card.plan.nasta_omprovning):
        return []
    return [
        Thing(
            "Vi går igenom planen",
            ["Dina beslut ändras inte.", "Du får ta med någon du litar på."],
            dag=card.plan.nasta_omprovning,
            dag_ord="Senast",
        )
    ]
