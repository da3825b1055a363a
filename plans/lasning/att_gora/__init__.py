"""*Att göra*: the tasks, about a set of persons, that wait for a handläggare; read by one UNION query.

Each file in this folder holds the kinds of task of one subject, and is imported automatically. The query returns days
and numbers; the last day of a task is computed from them by the rules, so that the law is written in one place.
"""

import pkgutil
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import Any

from django.db.models import QuerySet

from plans.lasning.att_gora.arbetsslag import Arbetsslag, Group, Scope, Task, Words
from plans.lasning.att_gora.foretradare import Kontrollera, second_checks
from plans.lasning.att_gora.utskick import Ge
from plans.models import Foretradarskap, Person
from plans.models.planned import planned

__all__ = [
    "ARBETSSLAG",
    "Arbetsslag",
    "Ge",
    "Group",
    "Kontrollera",
    "Task",
    "Words",
    "rows_of",
    "second_checks",
    "tasks",
]


def _kinds() -> Iterator[type[Arbetsslag]]:
    """Find the kinds in every file of this folder: the classes that set their own `name`."""
    for file in pkgutil.iter_modules(__path__):
        module = import_module(f"{__name__}.{file.name}")
        classes = [value for value in vars(module).values() if isinstance(value, type)]
        yield from (c for c in classes if c.__module__ == module.__name__ and _is_kind(c))


def _is_kind(value: type) -> bool:
    """True if a class is a kind of task; shared base classes have no `name`."""
    return issubclass(value, Arbetsslag) and "name" in vars(value)


ARBETSSLAG = {kind.name: kind() for kind in sorted(_kinds(), key=lambda kind: kind.place)}


def tasks(persons: Iterable[Person], today: date, checks: Iterable[Foretradarskap] = ()) -> list[Task]:
    """The tasks for these persons, most urgent first, in one query. The persons must have been read with their nämnd.

    `checks` are rights to act, for any persons, registered by a colleague, whose second check the reader may make.
    A deceased person has no tasks.
    """
    living = {person.pk: person for person in persons if not person.avliden}
    found: dict[tuple, Task] = {}
    for name, person_id, *columns in _rows(ids=list(living), today=today) if living else ():
        slag = ARBETSSLAG[name]
        task = Task(slag, living[person_id], today, *columns)
        key = (name, *slag.same(task))
        if slag.waits(task) and (key not in found or task.frist < found[key].frist):
            found[key] = task
    return sorted([*found.values(), *second_checks(checks, today)], key=lambda task: task.order)


def rows_of(tasks: Iterable[Task], kind: type[Arbetsslag]) -> list[int]:
    """The ids of the rows that tasks of one kind are about."""
    return [task.object_id for task in tasks if isinstance(task.slag, kind)]


@planned
def _rows(ids: list[int], today: date) -> QuerySet[Any, tuple]:
    scope = Scope(ids, today)
    branches = [branch for slag in ARBETSSLAG.values() for branch in slag.branches(scope)]
    return branches[0].union(*branches[1:], all=True)
