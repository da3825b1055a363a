"""Decisions on insatser: registering, and changing their mirror."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import insatser as actions
from plans.forms.insats import AndraInsats, BeviljaInsats
from plans.models import Insats
from plans.regler.insatser import NIO_PARAGRAFEN
from plans.views import conflicts
from plans.views.handlaggare.planvakt import post
from plans.views.handlaggare.sida import till_personen, visa

LAGTEXT = list(NIO_PARAGRAFEN.values())


def bevilja(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a decision; a grant gives birth to the offer of a plan."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "insats.bevilja", pk=pk)
    form = BeviljaInsats(post(request))
    if form.is_valid():
        data = form.cleaned_data
        action = {"person": person, "lagrum": data["lagrum"], "data": data, "by": request.actor}
        if form.utfor(actions.bevilja, **action):
            messages.success(request, "Beslutet är sparat.")
            return till_personen(person)
    return visa(request, "insats_bevilja", form, person, lagtext=LAGTEXT)


def andra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a decision's mirror: when it began, by whom, its end."""
    rows = access.hos_handlagda(Insats, request.actor)
    insats = access.get_or_404(rows, request.actor, "insats.andra", pk=pk)
    form = AndraInsats(post(request), initial=AndraInsats.ur(insats))
    if form.is_valid():
        data, rev = form.cleaned_data, form.cleaned_data["rev"]
        if form.utfor(actions.andra, insats=insats, data=data, rev=rev, by=request.actor):
            messages.success(request, "Ändringen är sparad.")
            return till_personen(insats.person, "insatser")
        conflicts.show(request, form, insats.person)
    return visa(request, "insats_andra", form, insats.person, insats, insats=insats)
