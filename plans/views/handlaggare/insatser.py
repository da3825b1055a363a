"""Decisions on insatser: registering them, and changing the portal's copy."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import insatser as actions
from plans.forms.insats import AndraInsats, BeviljaInsats
from plans.models import Insats
from plans.regler.insatser import NIO_PARAGRAFEN
from plans.views import conflicts
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data

LAGTEXT = list(NIO_PARAGRAFEN.values())


def bevilja(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a decision; if it grants an insats, the offer of a plan is created."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "insats.bevilja", pk=pk)
    form = BeviljaInsats(form_data(request))
    if form.is_valid():
        data = form.cleaned_data
        action = {"person": person, "lagrum": data["lagrum"], "data": data, "by": request.actor}
        if form.run(actions.bevilja, **action):
            messages.success(request, "Beslutet är sparat.")
            return redirect_to_person(person)
    return render_form(request, "insats_bevilja", form, person, lagtext=LAGTEXT)


def andra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the portal's copy of a decision: when the insats began, who provides it, when it ends."""
    rows = access.hos_handlagda(Insats, request.actor)
    insats = access.get_or_404(rows, request.actor, "insats.andra", pk=pk)
    form = AndraInsats(form_data(request), initial=AndraInsats.ur(insats))
    if form.is_valid():
        data, rev = form.cleaned_data, form.cleaned_data["rev"]
        if form.run(actions.andra, insats=insats, data=data, rev=rev, by=request.actor):
            messages.success(request, "Ändringen är sparad.")
            return redirect_to_person(insats.person, "insatser")
        conflicts.show(request, form, insats.person)
    return render_form(request, "insats_andra", form, insats.person, insats, insats=insats)
