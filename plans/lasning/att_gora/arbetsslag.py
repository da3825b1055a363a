"""Tasks and kinds of task (arbetsslag). Each kind is a class in a file of this folder."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from django.db import models
from django.db.models import F, Field, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from plans.models import Person
from plans.models.planned import by_rule
from plans.regler.frister import anniversary
from plans.regler.namn import genitive
from plans.regler.sprak import short_day

A_WEEK = timedelta(days=7)


class Group(StrEnum):
    """The groups of the list, most urgent first; the values are used in URLs."""

    LATE = "forsenat"
    THIS_WEEK = "veckan"
    COMING = "kommande"
    QUEUE = "ko"  # the introduction queue: tasks from before the portal, until their last day


@dataclass(frozen=True)
class Words:
    """What to do, why, and one button with a verb. `post` is True if the button does the task at once."""

    heading: str
    reason: str
    button: str
    url: str
    post: bool = False


@dataclass(frozen=True)
class Scope:
    """The input of the query: the ids of the persons, and the day."""

    ids: list[int]
    today: date


@dataclass(frozen=True)
class Task:
    """One thing to do about one person, the same in the list and on the person's page.

    The fields after `today` are the columns of the kind's query. `object_id` is the row that the button acts on, `day`
    the date from which `frist` is computed, and `since` the date that the text mentions. `number`, `state`,
    `text` and `who` depend on the kind: for example a lagrum, an answer, a promise and a name.
    """

    slag: "Arbetsslag"
    person: Person
    today: date
    object_id: int
    day: date
    since: date | None
    number: int
    state: str
    text: str
    who: str

    @cached_property
    def frist(self) -> date:
        """The last day for the task, computed by its kind."""
        return self.slag.frist(self)

    @property
    def since_in_words(self) -> str:
        """`since` in words; empty if it is None."""
        return short_day(self.since, self.today) if self.since else ""

    @cached_property
    def words(self) -> Words:
        """The heading, the reason and the button."""
        return self.slag.words(self)

    @cached_property
    def group(self) -> Group:
        """Late, this week, coming, or in the introduction queue."""
        if self.frist < self.today:
            return Group.LATE
        if self.frist > self.today and self.slag.may_queue(self):
            return Group.QUEUE
        return Group.THIS_WEEK if self.frist <= self.today + A_WEEK else Group.COMING

    @property
    def queued(self) -> bool:
        """True for a task in the introduction queue; the page then shows its clock in grey."""
        return self.group == Group.QUEUE

    @property
    def button_alone(self) -> str:
        """The button's text where no heading stands beside it: with the name, unless the person is protected."""
        if self.person.skyddad or not self.slag.button_alone:
            return self.words.button
        name = self.person.tilltalsnamn
        return self.slag.button_alone.format(namn=name, namns=genitive(name))

    @property
    def order(self) -> tuple:
        """Sort key: most urgent first; the introduction queue last, with the nearest life change first.

        Equally urgent tasks for one person sort by kind, since ids from two tables cannot be compared.
        """
        urgency = next_life_change(self.person.fodd, self.today) if self.queued else self.frist
        return list(Group).index(self.group), urgency, self.person.sorteringsnyckel, self.slag.place, self.object_id


def next_life_change(fodd: date, today: date) -> date:
    """The day the person turns 18 or 21, whichever comes next; far in the future if both have passed."""
    return next((day for day in (anniversary(fodd, 18), anniversary(fodd, 21)) if day >= today), date.max)


class Arbetsslag(ABC):
    """One kind of task, with everything that defines it.

    `name` is used in URLs, `label` in the filter, and `place` sets the order of the kinds. `button_alone` is the
    button's text with {namn} or {namns} in it. A task is shown from `days_before` days before its last day; None shows
    it at once.
    """

    name: str
    label: str
    place: int
    button_alone: str = ""
    days_before: int | None = None

    @abstractmethod
    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """The querysets that find the tasks of this kind, each made by `branch`. They form part of one UNION query."""

    @abstractmethod
    def words(self, task: Task) -> Words:
        """The heading, the reason and the button of one task."""

    def frist(self, task: Task) -> date:
        """The last day for a task; computed by a rule in `regler` where the law sets it."""
        return task.day

    def may_queue(self, task: Task) -> bool:
        """True if the task stays in the introduction queue until its last day."""
        return False

    def same(self, task: Task) -> tuple:
        """A key: of the tasks of this kind with equal keys, only the one with the nearest last day is shown."""
        return task.object_id, task.state

    def waits(self, task: Task) -> bool:
        """True if the task is shown today."""
        return task.frist <= self.last_shown(task.today)

    def last_shown(self, today: date) -> date:
        """The latest `frist` that a task can have and still be shown today."""
        days = self.days_before
        return date.max if days is None else by_rule(lambda day: day + timedelta(days=days), today)

    def branch(self, rows: QuerySet, **columns: Combinable) -> QuerySet:
        """Select a Task's columns from the rows, with the same types and order for every kind, as UNION requires."""
        given: dict[str, Combinable] = {"slag": Value(self.name), **_ABSENT, **columns}
        named = {f"k_{name}": Cast(given[name], kind) for name, kind in _COLUMNS.items()}
        asked: QuerySet = rows.order_by().annotate(**named).values_list(*named)
        return asked


_COLUMNS: dict[str, Field] = {
    "slag": models.TextField(),
    "person": models.BigIntegerField(),
    "object_id": models.BigIntegerField(),
    "day": models.DateField(),
    "since": models.DateField(),
    "number": models.IntegerField(),
    "state": models.TextField(),
    "text": models.TextField(),
    "who": models.TextField(),
}
_ABSENT: dict[str, Combinable] = {
    "person": F("person_id"),
    "object_id": F("pk"),
    "since": Value(None),
    "number": Value(0),
    "state": Value(""),
    "text": Value(""),
    "who": Value(""),
}
