"""What database triggers write down by themselves (pghistory): every insert, update and delete, whoever makes it."""

import pghistory


def alla_andringar() -> tuple[pghistory.Tracker, ...]:
    """The three kinds of change, new for each model."""
    return pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
