"""Plant a bug in plans/access, for a test which shows that another test would see it."""

import gc
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from plans import access
from plans.access import grounds, keys, rows
from plans.models.planned import Planned

GROUNDS = grounds


def plant_rows(monkeypatch: Any, name: str, wrong: Callable) -> None:
    """Make `access.<name>` return other rows, wherever it is called from."""
    monkeypatch.setattr(rows, name, wrong)
    monkeypatch.setattr(access, name, wrong)


def plant_read(monkeypatch: Any, name: str, wrong: Callable) -> None:
    """Build a planned read of `access.rows` in another way, also where it is part of other reads."""
    monkeypatch.setattr(getattr(rows, name), "build", wrong)
    forget_reads()


def forget_reads() -> None:
    """Make every planned read compile again: what it is built from has been changed, or restored."""
    for read in _reads():
        vars(read).pop("compiled", None)


@cache
def _reads() -> list[Planned]:
    """Every planned read of the portal."""
    import_module("plans.urls")
    return [thing for thing in gc.get_objects() if type(thing) is Planned]


def plant_key(monkeypatch: Any, name: str, wrong: tuple[grounds.Ground, ...]) -> None:
    """Make a key of the access table open on other grounds."""
    monkeypatch.setitem(keys.NYCKLAR, name, keys.Nyckel(name, wrong))
