"""The family's first page, and a page about each person with the current state and any question to answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access
from plans.lasning import egna_ord
from plans.lasning import mina_personer as lasning
from plans.logg import audit
from plans.models import EgetOrd, Person


def back_to(request: HttpRequest, person: Person) -> HttpResponse:
    """Go back to the page about the person: *Min plan* for the person, otherwise the person's card."""
    return redirect("min-plan") if person.konto_id == request.user.pk else redirect("min-person", pk=person.pk)


def mina_personer(request: HttpRequest) -> HttpResponse:
    """All persons the reader acts for, those with a question first."""
    persons = list(access.foretradda(request.actor).i_namnordning())
    audit.record("person.lista", by=request.actor, about=persons)
    cards = lasning.cards(persons, request.actor)
    asked = [c for c in cards if c.fraga]
    calm = [c for c in cards if not c.fraga]
    return render(request, "foretradare/mina_personer.html", {"fragor": asked, "lugna": calm, "antal": len(cards)})


def min_person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the next step, own words, the plan, and the requests that can be made."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "person.las", pk=pk)
    audit.record("person.oppnad", by=request.actor, about=[person], obj=person)
    words, views = egna_ord.readable_words(person, request.user)
    card = lasning.cards([person], request.actor)[0]
    context = {
        "kort": card,
        "person": person,
        "egna_ord": words,
        "ser_det": views,
        "idag": request.actor.today,
        "fragor": EgetOrd.Fraga.choices,
        "ser_logg": access.may(request.actor, "logg.las", person),
    }
    return render(request, "foretradare/min_person.html", context)
