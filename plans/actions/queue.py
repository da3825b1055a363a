"""The queue behind all background work: rows are claimed, retried, marked as done, or given up.

A claim is a row marked with its attempt number and time, committed before the work begins. The work is done outside any
transaction. Another worker may take over a claim whose lease has run out. So when the work is done, the row is marked
only if the claim is still ours.
"""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from plans.models import Jobb

MAX_FORSOK = 5
LEASE = timedelta(minutes=10)
Row = TypeVar("Row", bound=Jobb)


def claim(rows: QuerySet[Row], now: datetime) -> Row | None:
    """Claim the first free row, inside the caller's transaction. Rows with no attempts left are given up."""
    free = rows.filter(_free(now)).select_for_update(skip_locked=True, of=("self",)).order_by("pk")
    while (row := free.first()) is not None:
        if row.forsok < MAX_FORSOK:
            row.status, row.paborjad_at, row.forsok = Jobb.Status.ARBETAR, now, row.forsok + 1
            row.save(update_fields=["status", "paborjad_at", "forsok"])
            return row
        row.status = Jobb.Status.FEL
        row.save(update_fields=["status"])
    return None


def _free(now: datetime) -> Q:
    """Match rows that are waiting and due, or claimed by a worker whose lease has run out."""
    waiting = Q(status=Jobb.Status.VANTAR) & (Q(nasta_forsok_at=None) | Q(nasta_forsok_at__lte=now))
    return waiting | Q(status=Jobb.Status.ARBETAR, paborjad_at__lt=now - LEASE)


def _mine(row: Jobb) -> QuerySet:
    """The row, if our claim on it still holds. The time is compared too, since `again` resets `forsok`."""
    claimed = {"status": Jobb.Status.ARBETAR, "forsok": row.forsok, "paborjad_at": row.paborjad_at}
    return type(row)._default_manager.filter(pk=row.pk, **claimed)


def holds(row: Jobb) -> bool:
    """True if the claim is still ours. Locks the row, so nobody can take it before the caller's transaction ends."""
    return _mine(row).select_for_update(no_key=True).exists()


def mark(row: Jobb, status: str, **columns: Any) -> bool:
    """Mark the row and store what the work produced. False, with nothing changed, if another worker has the claim."""
    return bool(_mine(row).update(status=status, **columns))


def back_off(row: Jobb, now: datetime) -> None:
    """Make a failed row wait for its next attempt, each time four times longer; give it up after the last attempt."""
    gave_up = row.forsok >= MAX_FORSOK
    wait = timedelta(minutes=4 ** (row.forsok - 1))
    mark(row, Jobb.Status.FEL if gave_up else Jobb.Status.VANTAR, nasta_forsok_at=now + wait)


def again(rows: QuerySet) -> None:
    """Put rows that were given up or called off back in the queue, with all their attempts left."""
    rows.update(status=Jobb.Status.VANTAR, forsok=0, nasta_forsok_at=None)
