"""Put a bug into access, for a test that shows that the gates see it."""

from collections.abc import Callable
from typing import Any

from plans import access
from plans.access import grounds, keys, rows

GROUNDS = grounds


def plant_rows(monkeypatch: Any, name: str, wrong: Callable) -> None:
    """Let `access.<name>` give other rows, wherever it is called from."""
    monkeypatch.setattr(rows, name, wrong)
    monkeypatch.setattr(access, name, wrong)


def plant_key(monkeypatch: Any, name: str, wrong: tuple[grounds.Ground, ...]) -> None:
    """Let other grounds open a key."""
    monkeypatch.setitem(keys.NYCKLAR, name, keys.Nyckel(name, wrong))
