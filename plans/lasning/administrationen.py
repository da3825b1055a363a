"""What administrators sent in about a nämnd during a month, for its own reviewers: they can let anybody in."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from plans.lasning.loggranskning import manadens
from plans.models import Enhet, Handelse, Inloggningstjanst, Namnd, Uppdrag, User

Rad = Uppdrag | User | Inloggningstjanst | Enhet | Namnd
I_ORD: dict[type[Rad], str] = {
    Uppdrag: "Uppdrag",
    User: "Inloggning",
    Inloggningstjanst: "Inloggningstjänst",
    Enhet: "Enhet",
    Namnd: "Nämndens inställningar",
}
FLEST = 500
SLAG = {str(model._meta.model_name): model for model in I_ORD}


@dataclass(frozen=True)
class Andring:
    """One form sent in the administration: when, by whom, about what."""

    at: dt.datetime
    vem: str
    slag: str
    vad: str


def andringar(namnd: Namnd, manad: dt.date) -> list[Andring]:
    """The latest of the month, newest first, in a constant number of queries."""
    sent = manadens(Handelse.objects.filter(namnd=namnd, handelse="admin.andra", nekad=False), manad)
    rows = [row for row in sent.select_related("user").order_by("-pk")[:FLEST] if row.objekt in SLAG]
    ids: dict[str, set[int | None]] = defaultdict(set)
    for row in rows:
        ids[row.objekt].add(row.objekt_id)
    named = {slag: _namn(SLAG[slag], numbers) for slag, numbers in ids.items()}
    return [
        Andring(
            row.at,
            row.user.namn if row.user else "",
            I_ORD[SLAG[row.objekt]],
            named[row.objekt].get(row.objekt_id, "ny"),
        )
        for row in rows
    ]


def _namn(model: type[Rad], numbers: set[int | None]) -> dict[int | None, str]:
    related = ("user", "enhet") if model is Uppdrag else ()
    found = model._default_manager.select_related(*related).in_bulk([n for n in numbers if n])
    return {pk: _vad(row) for pk, row in found.items()}


def _vad(row: Rad) -> str:
    if isinstance(row, Uppdrag):
        return f"{row.user.namn}, {row.get_roll_display()} i {row.enhet.namn}"
    return row.namn
