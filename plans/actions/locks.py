"""How every action begins: lock the row and check its revision. Also the refusal on someone else's case."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Model

from plans.logg import audit
from plans.models import Person
from plans.regler.fel import Regelbrott

M = TypeVar("M", bound=Model)
T = TypeVar("T")


class Konflikt(Regelbrott):
    """Someone else changed the row after the form was opened; nothing is overwritten.

    Carries what the page needs: `row` as it stands (None if it is gone), the form's stale `field`, its current value in
    `rev` (None if there is nothing to choose), and `logged`, the row that the log names.
    """

    def __init__(
        self, row: Model | None, rev: int | None, *, field: str = "rev", sentence: str = "", logged: Model | None = None
    ) -> None:
        super().__init__(
            sentence or "Någon annan har ändrat det här medan du skrev. Din text är kvar. Jämför med det som står nu."
        )
        self.row, self.rev, self.stale, self.logged = row, rev, field, logged or row


class SomebodyElses(Regelbrott):
    """Stopped by a record about persons the user may not see. The sentence says only that it failed."""

    loggad = True

    def __init__(self, text: str, field: str = "", *, personer: Iterable[Person]) -> None:
        super().__init__(text, field)
        self.personer = set(personer)


def log_refusal(key: str) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Log refused attempts on someone else's record, outside the rolled-back transaction."""

    def wrap(action: Callable[..., T]) -> Callable[..., T]:
        @wraps(action)
        def inner(**kwargs: Any) -> T:
            try:
                return action(**kwargs)
            except SomebodyElses as stop:
                asked = {kwargs["person"]} if "person" in kwargs else set()
                audit.record(key, by=kwargs["by"], about=stop.personer | asked, nekad=True)
                raise

        return inner

    return wrap


def lock(model: type[M], pk: int, *related: str) -> M:
    """Lock the row for this transaction; `related` rows are read with it but not locked."""
    rows = model._default_manager.select_for_update(of=("self",))
    return rows.select_related(*related).get(pk=pk) if related else rows.get(pk=pk)


def require_rev(row: Model | None, seen: int, *, column: str = "rev", sentence: str = "") -> None:
    """Raise Konflikt if the row has changed since it was shown; a missing row counts as 0."""
    now = getattr(row, column) if row is not None else 0
    if now != seen:
        raise Konflikt(row, now, sentence=sentence)


def require_latest(newest: Model | None, seen: int, *, sentence: str = "", logged: Model | None = None) -> None:
    """Raise Konflikt if a row has been added since the one that was shown; `seen` is 0 if none was."""
    now = newest.pk if newest is not None else 0
    if now != seen:
        raise Konflikt(newest, now, field="sett", sentence=sentence, logged=logged)
