"""The log's only door: one row per request or action."""

from collections.abc import Iterable

from django.db import DatabaseError
from django.db.models import Model

from plans.logg.handelser import Handelseslag
from plans.models import Actor, Handelse, Namnd, Person


class Unwritable(Exception):
    """The log cannot be written, so nothing is shown and nothing is done; middleware asks the reader to try again."""


def record(
    event: str,
    *,
    by: Actor | None,
    about: Iterable[Person | int] = (),
    obj: Model | None = None,
    namnd: Namnd | None = None,
    why: str = "",
    nekad: bool = False,
) -> Handelse:
    """Write one row: a `Handelseslag` (a refusal: the key), by whom, about which persons, which object.

    Raises ValueError for an unknown event.

    An action calls it inside its transaction; a read calls it before rendering, so that a read which cannot be logged
    is refused (Oskrivbar). `why` is a reason that staff gave, never plan text. The row belongs to `namnd`, else to
    the one in which the user has an uppdrag, else to that of the first person.
    """
    mine = by.uppdrag if by else None
    persons = list(about)
    theirs = mine.enhet.namnd_id if mine else next((p.namnd_id for p in persons if isinstance(p, Person)), None)
    row = Handelse(
        namnd_id=namnd.pk if namnd else theirs,
        user=by.user if by and by.user and by.user.is_authenticated else None,
        uppdrag=mine,
        handelse=event if nekad else Handelseslag(event).value,
        person_ids=sorted({p.pk if isinstance(p, Person) else p for p in persons}),
        objekt=(obj._meta.model_name or "") if obj is not None else "",
        objekt_id=obj.pk if obj is not None and isinstance(obj.pk, int) else None,
        nekad=nekad,
        varfor=why,
    )
    try:
        row.save(force_insert=True)
    except DatabaseError as fault:
        raise Unwritable from fault
    return row
