"""*Att göra*: the handläggare's first page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.forms.att_gora import Filter
from plans.forms.person import SokPerson
from plans.lasning.addresses import address
from plans.lasning.att_gora import Group, Task, tasks
from plans.lasning.handelser import row_number
from plans.logg import audit
from plans.models import Person
from plans.regler.sprak import VECKODAGAR
from plans.templatetags.dates import alder, datum_kort
from plans.templatetags.words import antal_ord

PER_PAGE, ON_A_PHONE = 20, 5  # numbers of tasks; five fill at most three phone screens. Late tasks are all shown


@dataclass(frozen=True)
class Look:
    """How a group is shown: heading, colour class, icon, the sentence when it is empty, and a note when it is not."""

    heading: str
    klass: str
    ikon: str
    empty: str
    note: str = ""


LOOKS = {
    Group.LATE: Look("Försenat", "sen", "triangel", "Inget är försenat."),
    Group.THIS_WEEK: Look("Den här veckan", "snart", "klocka", "Inget ska vara klart den här veckan."),
    Group.COMING: Look("Kommande", "ok", "bock", "Inget väntar längre fram."),
    Group.QUEUE: Look(
        "Införandekö",
        "tyst",
        "lista",
        "Införandekön är tom. Alla har fått ett erbjudande.",
        "Besluten är från tiden före portalen. De räknas, men är inte försenade. "
        "Den som snart får en förändring i livet står först.",
    ),
}


@dataclass(frozen=True)
class Section:
    """A group on the page: its look, its total number of tasks, and the lines shown."""

    key: Group
    look: Look
    count: int
    lines: list[dict[str, Any]]

    @property
    def klass(self) -> str:
        """The class that hides the whole group on a phone, if the phone shows none of its lines."""
        return "vid" if self.lines and all(line["klass"] for line in self.lines) else ""


@dataclass(frozen=True)
class Window:
    """The part of the list that is shown, from row `start`: all late tasks, then others until the page is full."""

    tasks: list[Task]
    start: int

    @cached_property
    def late(self) -> int:
        """How many tasks are late; they come first."""
        return sum(task.group == Group.LATE for task in self.tasks)

    @cached_property
    def phone_end(self) -> int:
        """The row after the last one a phone shows."""
        return max(self.start + ON_A_PHONE, self.late)

    @cached_property
    def end(self) -> int:
        """The row after the last one shown at all."""
        return max(self.start + PER_PAGE, self.late)

    @property
    def left(self) -> int:
        """How many tasks come after the window."""
        return max(len(self.tasks) - self.end, 0)

    @property
    def left_on_phone(self) -> int:
        """How many tasks come after those a phone shows."""
        return max(len(self.tasks) - self.phone_end, 0)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The tasks shown, in order, each a dict: templates read dicts fastest. `vid` marks those a phone hides."""
        rows = enumerate(self.tasks[self.start : self.end], self.start)
        return [_line(task, "" if number < self.phone_end else "vid") for number, task in rows]


def _line(task: Task, klass: str) -> dict[str, Any]:
    """One task as a row of the list."""
    person, words = task.person, task.words
    return {
        "klass": klass,
        "group": task.group,
        "person": person.pk,
        "person_url": address("person", person.pk),
        "namn": person.i_lista,
        "alder": "" if person.skyddad else alder(person.fodd, task.today),
        "vad": words.heading,
        "skal": words.reason,
        "frist": task.frist,
        "lugn": task.queued,
        "url": words.url,
        "post": words.post,
        "knapp": words.button,
    }


def att_gora(request: HttpRequest) -> HttpResponse:
    """Show the list, most urgent first: all of it, or one group or kind of task."""
    today = request.actor.today
    access.require(request.actor, "person.lista", request.namnd)
    waiting = tasks(access.egna_arenden(request.actor), today, access.att_kontrollera(request.actor))
    form = Filter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    fitting = [task for task in waiting if _fits(task, chosen)]
    visa = chosen.get("visa", "")
    asked = [task for task in fitting if not visa or task.group == visa]
    start = row_number(request.GET.get("fran")) or 0
    window = Window(asked, start if start < len(asked) else 0)
    audit.record("att_gora.oppnad", by=request.actor, about={line["person"] for line in window.lines})
    context = {
        "form": form,
        "sok": SokPerson(today=today),
        "sections": list(_sections(window, visa)),
        "window": window,
        "raknare": _counts(fitting, chosen),
        "first": waiting[0] if waiting else None,
        "mening": _day_in_words(waiting, today),
        "idag": today,
        "val": chosen,
        "fraga": _query(chosen),
    }
    return render(request, "handlaggare/att_gora.html", context)


def _fits(task: Task, chosen: dict[str, Any]) -> bool:
    kind, last = chosen.get("slag"), chosen.get("till")
    return (not kind or task.slag.name == kind) and (not last or task.frist <= last)


def _query(chosen: dict[str, Any], **other: str) -> str:
    """The filter as a query string, ending in & so that more can follow."""
    given = {key: str(value) for key, value in {**chosen, **other}.items() if value}
    return urlencode(given) + "&" if given else ""


def _sections(window: Window, visa: str) -> Iterator[Section]:
    """The groups in the window. The first page also shows the chosen group, or else the late one, when it is empty."""
    counts = Counter(task.group for task in window.tasks)
    for key, look in LOOKS.items():
        lines = [line for line in window.lines if line["group"] == key]
        if lines or (key == (visa or Group.LATE) and not window.start):
            yield Section(key, look, counts[key], lines)


def _counts(fitting: list[Task], chosen: dict[str, Any]) -> list[dict[str, Any]]:
    """A link for each group, with its number of tasks. The link of the group chosen now leads back to all groups."""
    counts = Counter(task.group for task in fitting)
    return [
        {
            "antal": counts[key],
            "ord": look.heading,
            "klass": look.klass,
            "ikon": look.ikon,
            "aktuell": chosen.get("visa") == key,
            "url": "?" + _query(chosen, visa="" if chosen.get("visa") == key else key).rstrip("&"),
        }
        for key, look in LOOKS.items()
    ]


def _day_in_words(waiting: list[Task], today: date) -> str:
    """Sum up the day, and say where to begin."""
    late = sum(task.group == Group.LATE for task in waiting)
    day = f"{VECKODAGAR[today.weekday()].capitalize()} {datum_kort(today)}."
    if not waiting:
        return f"{day} Inget är försenat. Du har inget att göra här just nu."
    if late:
        state = f"{antal_ord(late, 'sak är försenad,saker är försenade').capitalize()}."
    else:
        state = "Inget är försenat."
    return f"{day} {state} Börja med {_called(waiting[0].person)}."


def _called(person: Person) -> str:
    """How to refer to the person in a sentence, without naming anyone protected."""
    return f"ärende {person.arendenummer}" if person.skyddad else person.tilltalsnamn
