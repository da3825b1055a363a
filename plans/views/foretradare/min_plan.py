"""*Min plan*: the person's own page, in easy Swedish, one thing at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.lasning import min_plan as lasning
from plans.lasning import mina_personer
from plans.logg import audit

DELAR = {
    "jag": "Vem jag är",
    "viktigt": "Det här är viktigt för mig",
    "handa": "Det här ska hända",
    "hjalper": "De här hjälper mig",
    "genomgang": "Nästa genomgång",
}


def min_plan(request: HttpRequest, del_: str = "jag") -> HttpResponse:
    """One of the five parts; `?sak=N` leafs within it."""
    person = access.get_or_404(access.egna(request.actor), request.actor, "person.las")
    card = mina_personer.kort([person], request.actor)[0]
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=card.plan)
    things = lasning.saker(del_, card, request.actor)
    place = request.GET.get("sak", "1")
    number = {str(n): n for n in range(1, len(things) + 1)}.get(place, 1)
    context = {
        "person": person,
        "kort": card,
        "del": del_,
        "rubrik": DELAR[del_],
        "delar": DELAR.items(),
        "sak": things[number - 1] if things else None,
        "nummer": number,
        "antal": len(things),
    }
    return render(request, "foretradare/min_plan.html", context)
