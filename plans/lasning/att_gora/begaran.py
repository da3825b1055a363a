"""Requests, by the person or a företrädare: each is answered."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, F, QuerySet
from django.urls import reverse

from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.lasning.att_gora.erbjudanden import open_plan
from plans.models import Begaran, Installning, Namnd


def first_meeting(day: date, namnd: Namnd) -> date:
    """By when the nämnd has promised a first meeting."""
    return day + timedelta(days=namnd.forsta_mote_inom_dagar)


def unanswered(ids: list[int]) -> QuerySet:
    """Requests that wait for an answer."""
    return Begaran.objects.filter(person__in=ids, besvarad=None)


def for_a_first_plan(ids: list[int]) -> QuerySet:
    """Requests for a plan by those who have none: the answer is to begin it (planer.py)."""
    return unanswered(ids).filter(~Exists(open_plan()), slag=Begaran.Slag.PLAN)


def person_says_no(task: Task) -> str:
    """The advice when the person does not want what a företrädare asks for; the request is tried all the same."""
    return ". Personen säger nej. Prata med personen först" if task.text == Installning.NEJ else ""


class SvaraPaBegaran(Arbetsslag):
    """Answer a request."""

    name = "begaran"
    label = "Begäranden"
    place = 75
    button_alone = "Läs {namns} begäran"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Unanswered requests but for those that a plan begins with."""
        rows = unanswered(scope.ids).exclude(pk__in=for_a_first_plan(scope.ids).values("pk"))
        came = {"day": F("inkom"), "since": F("inkom")}
        yield self.branch(rows, **came, state=F("slag"), text=F("installning"), who=F("av"))

    def frist(self, task: Task) -> date:
        """As for a first meeting."""
        return first_meeting(task.day, task.person.namnd)

    def words(self, task: Task) -> Words:
        """Names the matter, and warns when the person says no."""
        heading = f"Svara på begäran om {Begaran.Slag(task.state).label}"
        reason = f"Kom in {task.since_in_words}{person_says_no(task)}"
        url = f"{reverse('person', args=[task.person.pk])}#begaranden"
        return Words(heading, reason, "Läs begäran", url)
