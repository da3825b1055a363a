"""*Min plan*: the person's own page, in easy Swedish, one thing at a time."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plans import access
from plans.lasning import min_plan as lasning
from plans.lasning import mina_personer
from plans.logg import audit

SKRIV = _("Du kan skriva själv. Eller be någon skriva åt dig.")
SEDAN = _("När din plan är klar står det här.")


@dataclass(frozen=True)
class Del:
    """One part of the page: its heading, its picture, and the text shown while the part is empty."""

    nyckel: str
    rubrik: str
    bild: str
    tomt: str

    @property
    def url(self) -> str:
        """The address of the part."""
        return reverse(f"min-plan-{self.nyckel}")


JAG = Del("jag", _("Vem jag är"), "person", SKRIV)
DELAR = (
    JAG,
    Del("viktigt", _("Det här är viktigt för mig"), "hjarta", SKRIV),
    Del("handa", _("Det här ska hända"), "vag", SEDAN),
    Del("hjalper", _("De här hjälper mig"), "tva", SEDAN),
    Del(
        "genomgang",
        _("Nästa genomgång"),
        "kalender",
        _("När din plan är klar står det här när vi går igenom den."),
    ),
)


def min_plan(request: HttpRequest, part: Del = JAG) -> HttpResponse:
    """Show one of the five parts, one thing at a time; `?sak=N` says which."""
    person = access.get_or_404(access.egna(request.actor), request.actor, "person.las")
    card = mina_personer.cards([person], request.actor)[0]
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=card.plan)
    things = lasning.things(part.nyckel, card, request.actor)
    place = request.GET.get("sak", "1")
    number = {str(n): n for n in range(1, len(things) + 1)}.get(place, 1)
    context = {
        "person": person,
        "kort": card,
        "del": part,
        "delar": DELAR,
        "sak": things[number - 1] if things else None,
        "nummer": number,
        "antal": len(things),
    }
    return render(request, "foretradare/min_plan.html", context)
