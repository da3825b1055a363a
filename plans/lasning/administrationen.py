"""A month of administrators' changes to a nämnd, shown to its own reviewers since administrators can let anyone in."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from plans.lasning.loggranskning import within_month
from plans.models import Enhet, Handelse, Inloggningstjanst, Namnd, Uppdrag, User

Row = Uppdrag | User | Inloggningstjanst | Enhet | Namnd
IN_WORDS: dict[type[Row], str] = {
    Uppdrag: "Uppdrag",
    User: "Inloggning",
    Inloggningstjanst: "Inloggningstjänst",
    Enhet: "Enhet",
    Namnd: "Nämndens inställningar",
}
MOST = 500
SLAG = {str(model._meta.model_name): model for model in IN_WORDS}


@dataclass(frozen=True)
class Change:
    """One form submitted in the administration: when, by whom, about what."""

    at: dt.datetime
    vem: str
    slag: str
    vad: str


def changes(namnd: Namnd, manad: dt.date) -> list[Change]:
    """The latest changes of the month, newest first, in a constant number of queries."""
    sent = within_month(Handelse.objects.filter(namnd=namnd, handelse="admin.andra", nekad=False), manad)
    rows = [row for row in sent.select_related("user").order_by("-pk")[:MOST] if row.objekt in SLAG]
    ids: dict[str, set[int | None]] = defaultdict(set)
    for row in rows:
        ids[row.objekt].add(row.objekt_id)
    named = {slag: _name(SLAG[slag], numbers) for slag, numbers in ids.items()}
    return [
        Change(
            row.at,
            row.user.namn if row.user else "",
            IN_WORDS[SLAG[row.objekt]],
            named[row.objekt].get(row.objekt_id, "ny"),
        )
        for row in rows
    ]


def _name(model: type[Row], numbers: set[int | None]) -> dict[int | None, str]:
    related = ("user", "enhet") if model is Uppdrag else ()
    found = model._default_manager.select_related(*related).in_bulk([n for n in numbers if n])
    return {pk: _what(row) for pk, row in found.items()}


def _what(row: Row) -> str:
    if isinstance(row, Uppdrag):
        return f"{row.user.namn}, {row.get_roll_display()} i {row.enhet.namn}"
    return row.namn
