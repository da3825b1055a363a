"""What a task is, and what a kind of task (arbetsslag) has to say. Each kind is a class in a file beside this one."""

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
    """Where a task stands in the list, most urgent first; the names stand in addresses."""

    LATE = "forsenat"
    THIS_WEEK = "veckan"
    COMING = "kommande"
    QUEUE = "ko"  # the introduction queue: never late before its own last day


@dataclass(frozen=True)
class Words:
    """What is wanted, why, and one button in a verb; `post` when the button does it at once."""

    heading: str
    reason: str
    button: str
    url: str
    post: bool = False


@dataclass(frozen=True)
class Scope:
    """What the one query is told: the ids of the persons asked about, and the day."""

    ids: list[int]
    today: date


@dataclass(frozen=True)
class Task:
    """One thing to do about one person, the same in the list and on the person's page.

    After the person and today come the columns of the kind's query: the row that the button is about, the day that the
    clock counts from, the day to tell of, a number (lagrum, answers), a state, what was promised, and by whom.
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
        """The last day, as the kind counts it."""
        return self.slag.frist(self)

    @property
    def since_in_words(self) -> str:
        """The day to tell of; empty when there is none."""
        return short_day(self.since, self.today) if self.since else ""

    @cached_property
    def words(self) -> Words:
        """The sentence and the button."""
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
        """True in the introduction queue, where the clock is grey."""
        return self.group == Group.QUEUE

    @property
    def button_alone(self) -> str:
        """The button's words where it stands alone: with the name, but never a protected one."""
        if self.person.skyddad or not self.slag.button_alone:
            return self.words.button
        name = self.person.tilltalsnamn
        return self.slag.button_alone.format(namn=name, namns=genitive(name))

    @property
    def order(self) -> tuple:
        """Most urgent first, the introduction queue last and in it the nearest life change first.

        What is equally urgent for one person stands in the order of its kind: ids of two tables say nothing.
        """
        urgency = next_life_change(self.person.fodd, self.today) if self.queued else self.frist
        return list(Group).index(self.group), urgency, self.person.sorteringsnyckel, self.slag.place, self.object_id


def next_life_change(fodd: date, today: date) -> date:
    """The day on which the person turns 18 or 21, whichever comes next; far ahead when neither does."""
    return next((day for day in (anniversary(fodd, 18), anniversary(fodd, 21)) if day >= today), date.max)


class Arbetsslag(ABC):
    """One kind of task: all there is to say about it.

    `name` stands in addresses and `label` in the filter, whose order `place` decides. `button_alone` is the button
    with {namn} or {namns} in it. `days_before` is how long before its last day a task is shown; None for at once.
    """

    name: str
    label: str
    place: int
    button_alone: str = ""
    days_before: int | None = None

    @abstractmethod
    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """The kind's part of the one query: each a `branch` of rows that wait."""

    @abstractmethod
    def words(self, task: Task) -> Words:
        """The sentence and the button of one task."""

    def frist(self, task: Task) -> date:
        """The last day for a task; by a rule of `regler` where the law counts it."""
        return task.day

    def may_queue(self, task: Task) -> bool:
        """Whether a task stands in the introduction queue as long as it is not late."""
        return False

    def same(self, task: Task) -> tuple:
        """What makes two tasks of this kind the same thing, told of once; by default each row is a thing of its own."""
        return task.object_id, task.state

    def waits(self, task: Task) -> bool:
        """Whether a task found is shown today."""
        return task.frist <= self.last_shown(task.today)

    def last_shown(self, today: date) -> date:
        """The latest last day that is shown today."""
        days = self.days_before
        return date.max if days is None else by_rule(lambda day: day + timedelta(days=days), today)

    def branch(self, rows: QuerySet, **columns: Combinable) -> QuerySet:
        """Rows with the columns of a Task, of the same types and in the same order for every kind."""
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
