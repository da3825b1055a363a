"""How an action begins: it locks the row and checks its revision. Also refusals that are about someone else's case."""

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
    """Someone else changed the row after the form was opened, so nothing is saved.

    Carries what the page needs: `row`, as it is now (None if it is gone); `stale`, the name of the form's stale field;
    `rev`, the value that field has now (None if the user has nothing to choose); `logged`, the row to find in the log.
    """

    def __init__(
        self, row: Model | None, rev: int | None, *, field: str = "rev", sentence: str = "", logged: Model | None = None
    ) -> None:
        super().__init__(
            sentence or "Någon annan har ändrat det här medan du skrev. Din text är kvar. Jämför med det som står nu."
        )
        self.row, self.rev, self.stale, self.logged = row, rev, field, logged or row


class SomebodyElses(Regelbrott):
    """An action stopped by a record about persons the user may not see. The sentence does not reveal the record."""

    loggad = True

    def __init__(self, text: str, field: str = "", *, personer: Iterable[Person]) -> None:
        super().__init__(text, field)
        self.personer = set(personer)


def log_refusal(key: str) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Make a decorator that logs a SomebodyElses refusal under `key`, after the action's transaction is rolled back."""

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
    """Raise Konflikt if the row's revision is no longer `seen`, the one shown. A missing row has revision 0."""
    now = getattr(row, column) if row is not None else 0
    if now != seen:
        raise Konflikt(row, now, sentence=sentence)


def require_latest(newest: Model | None, seen: int, *, sentence: str = "", logged: Model | None = None) -> None:
    """Raise Konflikt if the newest row is no longer `seen`, the id of the one shown; 0 means that none was shown."""
    now = newest.pk if newest is not None else 0
    if now != seen:
        raise Konflikt(newest, now, field="sett", sentence=sentence, logged=logged)
