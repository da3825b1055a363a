"""What every action starts with: lock the row, check that it has not moved on."""

from typing import TypeVar

from django.db.models import Model

from plans.regler.fel import Regelbrott

M = TypeVar("M", bound=Model)


class Konflikt(Regelbrott):
    """Somebody else changed the row after the form was opened; nothing is overwritten."""

    def __init__(self, mening: str = "") -> None:
        super().__init__(
            mening or "Någon annan har ändrat det här medan du skrev. Din text är kvar. Jämför med det som står nu."
        )


def las(model: type[M], pk: int, *related: str) -> M:
    """The row, locked for this transaction; `related` rows are read along but not locked."""
    rows = model._default_manager.select_for_update(of=("self",))
    return rows.select_related(*related).get(pk=pk) if related else rows.get(pk=pk)


def krav_rev(now: int, seen: int, mening: str = "") -> None:
    """Raise Konflikt (with `mening`, or its own sentence) when the row has moved on since it was shown."""
    if now != seen:
        raise Konflikt(mening)
