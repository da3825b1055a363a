"""Assessments: ability before 15, and who is to act for the person after 18."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import bedomningar as actions
from plans.forms.bedomning import BedomForetrada, BedomFormaga
from plans.models import Bedomning
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data


def gor(request: HttpRequest, pk: int, slag: str) -> HttpResponse:
    """Record an assessment. An assessment of ability may also close the rights of chosen guardians."""
    today = request.actor.today
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "bedomning.gor", pk=pk)
    if slag not in Bedomning.Slag.values:
        raise access.Nekad("bedomning.gor", person)
    if slag == Bedomning.Slag.FORMAGA:
        form = BedomFormaga(form_data(request), vardnadshavare=person.foretradarskap.for_barn(today))
    else:
        form = BedomForetrada(form_data(request))
    answer = {"person": person, "slag": slag, "by": request.actor}
    if form.is_valid() and form.run(actions.gor, **answer, **form.cleaned_data):
        messages.success(request, "Bedömningen är sparad.")
        return redirect_to_person(person, "foretradare")
    return render_form(request, "bedomning_gor", form, person, slag=slag)
