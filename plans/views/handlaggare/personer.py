"""Persons: the list, the search, registration, the person's page, and changes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import personer as actions
from plans.forms.person import AndraPerson, RegistreraPerson, SokPerson
from plans.lasning import personlista, personsida, sok
from plans.logg import audit
from plans.models import EgetOrd, Person
from plans.views import conflicts
from plans.views.handlaggare import rattigheter
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.handlaggare.resa import journey
from plans.views.page import form_data

PER_SIDA = 25
TRAFFAR = 50


def lista(request: HttpRequest) -> HttpResponse:
    """The user's own cases in Swedish name order, each with the state of the plan and the next important day."""
    today = request.actor.today
    access.require(request.actor, "person.lista", request.namnd)
    page = Paginator(access.egna_arenden(request.actor), PER_SIDA).get_page(request.GET.get("sida"))
    lines = personlista.lines(page, today)
    audit.record("person.lista", by=request.actor, about=[p for p, *_ in lines])
    context = {"rader": lines, "sida": page, "sok": SokPerson(today=today), "idag": today}
    return render(request, "handlaggare/person_lista.html", context)


@require_POST
def sok_person(request: HttpRequest) -> HttpResponse:
    """Find persons by name, personal number or case number; a single hit is opened. Search words are not logged."""
    today = request.actor.today
    access.require(request.actor, "person.lista", request.namnd)
    form = SokPerson(request.POST, today=today)
    rows = sok.find_persons(form.cleaned_data["q"], request.actor) if form.is_valid() else None
    found = list(rows[: TRAFFAR + 1]) if rows is not None else []
    hits = found[:TRAFFAR]
    audit.record("person.sok", by=request.actor, about=hits)
    if len(hits) == 1:
        return redirect("person", hits[0].pk)
    context = {"form": form, "traffar": hits, "fler": len(found) > TRAFFAR, "idag": today}
    return render(request, "handlaggare/person_sok.html", context)


def registrera(request: HttpRequest) -> HttpResponse:
    """Register a new person; the user who registers becomes responsible."""
    today = request.actor.today
    access.require(request.actor, "person.registrera", request.namnd)
    form = RegistreraPerson(form_data(request), today=today)
    if form.is_valid():
        data, number = form.cleaned_data, form.cleaned_data["personnummer"]
        person = form.run(actions.registrera, namnd=request.namnd, number=number, data=data, by=request.actor)
        if person:
            messages.success(request, f"{person.i_lista} är registrerad. Du är ansvarig handläggare.")
            return redirect_to_person(person)
    if not form.loggad:
        audit.record("person.registrera_oppnad", by=request.actor)
    return render(request, "handlaggare/person_registrera.html", {"form": form, "idag": today})


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """The person's page: the next step, *Från ax till limpa*, own words, insatser, plan, företrädare, log."""
    today = request.actor.today
    found = personsida.handled_person(pk, request.actor)
    one = access.first_or_404(found, request.actor, "person.handlagg", Person.objects.filter(pk=pk))
    page = personsida.read_page(one, today, access.att_kontrollera(request.actor))
    audit.record("person.oppnad", by=request.actor, about=[one], obj=one)
    context = {
        "sida": page,
        "skap": rattigheter.in_words(page.skap),
        "person": one,
        "resa": journey(page, today),
        "idag": today,
        "fragor": EgetOrd.Fraga.choices,
    }
    return render(request, "handlaggare/person.html", context)


def andra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a person's data."""
    today = request.actor.today
    one = access.get_or_404(access.handlagda(request.actor), request.actor, "person.andra", pk=pk)
    form = AndraPerson(form_data(request), today=today, initial=AndraPerson.ur(one))
    if form.is_valid():
        data, rev = form.cleaned_data, form.cleaned_data["rev"]
        if form.run(actions.andra, person=one, data=data, rev=rev, by=request.actor):
            messages.success(request, "Uppgifterna är sparade.")
            return redirect_to_person(one)
        conflicts.show(request, form, one)
    return render_form(request, "person_andra", form, one, one)
