"""Requests by the person or a företrädare, each of which must be answered."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, F, QuerySet

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.lasning.att_gora.erbjudanden import open_plan
from plans.models import Begaran, Installning, Namnd


def first_meeting(day: date, namnd: Namnd) -> date:
    """The day by which the nämnd has promised a first meeting."""
    return day + timedelta(days=namnd.forsta_mote_inom_dagar)


def unanswered(ids: list[int]) -> QuerySet:
    """Requests that wait for an answer."""
    return Begaran.objects.filter(person__in=ids, besvarad=None)


def for_a_first_plan(ids: list[int]) -> QuerySet:
    """Requests for a plan from persons who have none. They are answered by beginning a plan (planer.py)."""
    return unanswered(ids).filter(~Exists(open_plan()), slag=Begaran.Slag.PLAN)


def person_says_no(task: Task) -> str:
    """Advice for when the person does not want what a företrädare asks for. The request must still be examined."""
    return ". Personen säger nej. Prata med personen först" if task.text == Installning.NEJ else ""


class SvaraPaBegaran(Arbetsslag):
    """Answer a request."""

    name = "begaran"
    label = "Begäranden"
    place = 75
    button_alone = "Läs {namns} begäran"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Unanswered requests, except those that are answered by beginning a first plan."""
        rows = unanswered(scope.ids).exclude(pk__in=for_a_first_plan(scope.ids).values("pk"))
        came = {"day": F("inkom"), "since": F("inkom")}
        yield self.branch(rows, **came, state=F("slag"), text=F("installning"), who=F("av"))

    def frist(self, task: Task) -> date:
        """The same last day as for a first meeting."""
        return first_meeting(task.day, task.person.namnd)

    def words(self, task: Task) -> Words:
        """Name the matter, and warn if the person says no."""
        heading = f"Svara på begäran om {Begaran.Slag(task.state).label}"
        reason = f"Kom in {task.since_in_words}{person_says_no(task)}"
        url = f"{address('person', task.person.pk)}#begaranden"
        return Words(heading, reason, "Läs begäran", url)
