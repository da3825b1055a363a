"""The only way to write the log: one row per request or action."""

from collections.abc import Iterable

from django.db import DatabaseError
from django.db.models import Model

from plans.logg.handelser import Handelseslag
from plans.models import Actor, Handelse, Namnd, Person


class Unwritable(Exception):
    """The log cannot be written, so nothing is shown or done; middleware asks the user to try again."""


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
    """Write one row: the `Handelseslag` (for a refusal, the key), the actor, the persons concerned and the object.

    Raises ValueError for an unknown event.

    Actions call it inside their transaction; reads call it before rendering, so that a read that cannot be logged is
    refused (Unwritable). `why` is a reason that staff gave, never plan text. The row belongs to `namnd`, else to the
    nämnd of the user's uppdrag, else to that of the first person.
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
