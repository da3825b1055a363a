"""Assessments: ability before 15, and who shall act after 18."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import bedomningar as actions
from plans.forms.bedomning import BedomForetrada, BedomFormaga
from plans.models import Bedomning
from plans.views.handlaggare.planvakt import post
from plans.views.handlaggare.sida import till_personen, visa


def gor(request: HttpRequest, pk: int, slag: str) -> HttpResponse:
    """Record an assessment, with the guardians to close."""
    today = request.actor.today
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "bedomning.gor", pk=pk)
    if slag not in Bedomning.Slag.values:
        raise access.Nekad("bedomning.gor", person)
    if slag == Bedomning.Slag.FORMAGA:
        form = BedomFormaga(post(request), vardnadshavare=person.foretradarskap.for_barn(today))
    else:
        form = BedomForetrada(post(request))
    answer = {"person": person, "slag": slag, "by": request.actor}
    if form.is_valid() and form.utfor(actions.gor, **answer, **form.cleaned_data):
        messages.success(request, "Bedömningen är sparad.")
        return till_personen(person, "foretradare")
    return visa(request, "bedomning_gor", form, person, slag=slag)
