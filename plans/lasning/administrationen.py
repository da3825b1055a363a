"""What administrators sent in about a nämnd during a month, for its own reviewers: they can let anybody in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

from plans.lasning.loggranskning import manadens
from plans.models import Enhet, Handelse, Inloggningstjanst, Namnd, Uppdrag, User

I_ORD: dict[type[Model], tuple[str, Callable[[Model], str]]] = {
    Uppdrag: ("Uppdrag", lambda row: f"{row.user.namn}, {row.get_roll_display()} i {row.enhet.namn}"),
    User: ("Inloggning", lambda row: row.namn),
    Inloggningstjanst: ("Inloggningstjänst", lambda row: row.namn),
    Enhet: ("Enhet", lambda row: row.namn),
    Namnd: ("Nämndens inställningar", lambda row: row.namn),
}
FLEST = 500
SLAG = {model._meta.model_name: model for model in I_ORD}


@dataclass(frozen=True)
class Andring:
    """One form sent in the administration: when, by whom, about what."""

    at: dt.datetime
    vem: str
    slag: str
    vad: str


def andringar(namnd: Namnd, manad: dt.date) -> list[Andring]:
    """The latest of the month, newest first, in a constant number of queries."""
    rows = manadens(Handelse.objects.filter(namnd=namnd, handelse="admin.andra", nekad=False), manad)
    rows = [row for row in rows.select_related("user").order_by("-pk")[:FLEST] if row.objekt in SLAG]
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ids[row.objekt].add(row.objekt_id)
    named = {slag: _namn(SLAG[slag], numbers) for slag, numbers in ids.items()}
    return [
        Andring(
            row.at,
            row.user.namn if row.user else "",
            I_ORD[SLAG[row.objekt]][0],
            named[row.objekt].get(row.objekt_id, "ny"),
        )
        for row in rows
    ]


def _namn(model: type[Model], numbers: set[int]) -> dict[int, str]:
    related = ("user", "enhet") if model is Uppdrag else ()
    found = model._default_manager.select_related(*related).in_bulk([n for n in numbers if n])
    return {pk: I_ORD[model][1](row) for pk, row in found.items()}
