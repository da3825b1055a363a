"""The base of every kind of message. The kinds themselves are in `meddelanden`, one file each."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db.models import QuerySet

from plans.models import IndividuellPlan, Kanal, Mottagare, Paminnelse, Person, Utskick
from plans.utskick import mottagare


@dataclass(frozen=True)
class Words:
    """The words of a message for one channel."""

    subject: str
    template: str


@dataclass(frozen=True)
class Due:
    """A reminder to write into the ledger: its plan, deadline, step and recipient."""

    plan: IndividuellPlan
    frist: date
    steg: int
    mottagare: Mottagare


@dataclass(frozen=True)
class Holds:
    """One reason why a message still applies: the person it is about, and how the recipient is reached now."""

    person: Person
    kanal: str = Kanal.MEJL
    for_hand: bool = False
    entry: Paminnelse | None = None


NEUTRAL = Words("Det finns något att läsa", "mail/neutralt.txt")


class Meddelandeslag(ABC):
    """A kind of message: its name, its words for each channel, who gets it and when, and whether it still applies."""

    namn: ClassVar[str]
    words: ClassVar[dict[str, Words]] = {Kanal.MEJL: NEUTRAL}

    def due(self, today: date) -> list[Due]:
        """The reminders that the planner writes today. An empty list when an action orders the messages instead."""
        return []

    @abstractmethod
    def still_holds(self, utskick: Utskick, today: date) -> list[Holds]:
        """The reasons why the message still applies, if any.

        Asked when it is sent: the plan, the recipient's right or the address may have changed since it was written.
        """


class Planmeddelande(Meddelandeslag):
    """A reminder of a plan's deadline, to each recipient of the plan. Each reminder is a row in the ledger."""

    @abstractmethod
    def plans(self, today: date) -> QuerySet[IndividuellPlan]:
        """The plans that the message may be about."""

    @abstractmethod
    def frist(self, plan: IndividuellPlan) -> date:
        """The deadline that the message is about."""

    @abstractmethod
    def steg(self, frist: date, today: date) -> int | None:
        """The latest step that has been reached, in days from the deadline; None before the first."""

    def mottagare(self, plans: Iterable[IndividuellPlan], today: date) -> dict[int, list[Mottagare]]:
        """Recipients by the plan's id."""
        return mottagare.about_plans(plans, today)

    def due(self, today: date) -> list[Due]:
        """A reminder of the latest step that each plan has reached, to each recipient. Constant number of queries."""
        plans = list(self.plans(today).select_related("person").order_by("pk"))
        recipients = self.mottagare(plans, today)
        reached = ((plan, self.steg(self.frist(plan), today)) for plan in plans)
        return [
            Due(plan, self.frist(plan), steg, m)
            for plan, steg in reached
            if steg is not None
            for m in recipients[plan.pk]
        ]

    def still_holds(self, utskick: Utskick, today: date) -> list[Holds]:
        """The message's ledger rows whose plan is still in `plans`, with the same deadline and the same recipient."""
        rows = utskick.paminnelser.filter(plan__in=self.plans(today)).select_related("plan__person")
        rows = [row for row in rows if row.frist == self.frist(row.plan)]
        recipients = self.mottagare([row.plan for row in rows], today)
        return [
            Holds(row.plan.person, m.kanal, m.for_hand(row.plan.person), row)
            for row in rows
            for m in recipients[row.plan_id]
            if m.nyckel == utskick.mottagare.nyckel
        ]
