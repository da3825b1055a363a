"""*Att göra*: the handläggare's first page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.forms.att_gora import Filter
from plans.forms.person import SokPerson
from plans.lasning.att_gora import Group, Task, tasks
from plans.logg import audit
from plans.models import Person
from plans.regler.sprak import VECKODAGAR
from plans.templatetags.dates import datum_kort
from plans.templatetags.words import antal_ord

PER_GROUP = 25


@dataclass(frozen=True)
class Look:
    """How a group is shown: heading, colour class, icon, the sentence when it is empty, and one when it is not."""

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
    """A group on the page: its look, all that it holds in number, and the lines shown; paged when it stands alone."""

    key: Group
    look: Look
    count: int
    page: Page
    paged: bool

    @property
    def more(self) -> bool:
        """True when only the first lines are shown."""
        return not self.paged and self.count > len(self.page)


def att_gora(request: HttpRequest) -> HttpResponse:
    """The list, most urgent first, whole or one group or kind of it."""
    today = request.actor.today
    access.require(request.actor, "person.lista", request.namnd)
    checks = access.kontrollerbara(request.actor).vantar_pa_kontroll(today)
    waiting = tasks(access.egna_arenden(request.actor).select_related("namnd"), today, checks)
    form = Filter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    fitting = [task for task in waiting if _fits(task, chosen)]
    sections = list(_sections(fitting, chosen.get("visa", ""), request.GET.get("sida")))
    audit.record("att_gora.oppnad", by=request.actor, about={task.person.pk for s in sections for task in s.page})
    context = {
        "form": form,
        "sok": SokPerson(today=today),
        "sections": sections,
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
    """The filter as the rest of an address, ending in & so that more may follow."""
    given = {key: str(value) for key, value in {**chosen, **other}.items() if value}
    return urlencode(given) + "&" if given else ""


def _sections(fitting: list[Task], visa: str, page: str | None) -> Iterator[Section]:
    """Each group with its first lines; the one asked for is paged to its end."""
    for key, look in LOOKS.items():
        mine = [task for task in fitting if task.group == key]
        if visa == key or (not visa and (mine or key == Group.LATE)):
            yield Section(key, look, len(mine), Paginator(mine, PER_GROUP).get_page(page if visa else 1), bool(visa))


def _counts(fitting: list[Task], chosen: dict[str, Any]) -> list[dict[str, Any]]:
    """The counts of all groups; each is a filter, and pressed again it shows everything."""
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
    """Where the day stands and what to begin with."""
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
    """The person in a sentence; never the name of a protected one."""
    return f"ärende {person.arendenummer}" if person.skyddad else person.tilltalsnamn
