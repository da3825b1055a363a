"""The family's first page and each person's page: how it stands, and what is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plans import access
from plans.lasning import egna_ord
from plans.lasning import mina_personer as lasning
from plans.logg import audit
from plans.models import EgetOrd, Person


def till(request: HttpRequest, person: Person) -> HttpResponse:
    """Back to the page about the person: *Min plan* for the person, else the person's card page."""
    return redirect("min-plan") if person.konto_id == request.user.pk else redirect("min-person", pk=person.pk)


def mina_personer(request: HttpRequest) -> HttpResponse:
    """All persons for whom the reader acts, those with a question first."""
    today = timezone.localdate()
    persons = list(access.foretradda(request.user, today).i_namnordning())
    audit.record("person.lista", by=request.user, about=persons)
    cards = lasning.kort(persons, request.user, today)
    asked = [c for c in cards if c.fraga]
    calm = [c for c in cards if not c.fraga]
    return render(request, "foretradare/mina_personer.html", {"fragor": asked, "lugna": calm, "antal": len(cards)})


def min_person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the next step, own words, the plan, and what one may ask for."""
    today = timezone.localdate()
    person = access.bland(access.familjens(request.user, today), request.user, "person.las", today, pk=pk)
    audit.record("person.oppnad", by=request.user, about=[person], obj=person)
    words, views = egna_ord.synliga(person, request.user)
    card = lasning.kort([person], request.user, today)[0]
    context = {"kort": card, "person": person, "egna_ord": words, "ser_det": views, "idag": today,
               "fragor": EgetOrd.Fraga.choices,
               "ser_logg": access.may(request.user, "logg.las", person, today)}  # fmt: skip
    return render(request, "foretradare/min_person.html", context)
