"""How every action begins: lock the row and check its revision. Also the refusal at someone else's case."""

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
    """Somebody else changed the row after the form was opened; nothing is overwritten.

    Carries what the page needs: `row` as it stands (None when it is gone), the form's `field` that was stale and its
    value now in `rev` (None when there is nothing to choose), and `logged`, the row that the log names.
    """

    def __init__(
        self, row: Model | None, rev: int | None, *, field: str = "rev", sentence: str = "", logged: Model | None = None
    ) -> None:
        super().__init__(
            sentence or "Någon annan har ändrat det här medan du skrev. Din text är kvar. Jämför med det som står nu."
        )
        self.row, self.rev, self.stale, self.logged = row, rev, field, logged or row


class SomebodyElses(Regelbrott):
    """Stopped by what belongs to persons whom the user may not see. The sentence says no more than that it fails."""

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
    """The row, locked for this transaction; `related` rows are read along but not locked."""
    rows = model._default_manager.select_for_update(of=("self",))
    return rows.select_related(*related).get(pk=pk) if related else rows.get(pk=pk)


def require_rev(row: Model | None, seen: int, *, column: str = "rev", sentence: str = "") -> None:
    """Raise Konflikt when the row has moved on since it was shown; a row that is not there counts as 0."""
    now = getattr(row, column) if row is not None else 0
    if now != seen:
        raise Konflikt(row, now, sentence=sentence)


def require_latest(newest: Model | None, seen: int, *, sentence: str = "", logged: Model | None = None) -> None:
    """Raise Konflikt when a newer row has been added than the one that was shown; 0 for none."""
    now = newest.pk if newest is not None else 0
    if now != seen:
        raise Konflikt(newest, now, field="sett", sentence=sentence, logged=logged)
