"""Requests: received by staff and marked as answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import begaran as actions
from plans.forms.begaran import TaEmotBegaran
from plans.models import Begaran
from plans.regler.fel import Regelbrott
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data


def ta_emot(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a request and the day it arrived."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "begaran.ta_emot", pk=pk)
    form = TaEmotBegaran(form_data(request), initial={"inkom": request.actor.today, "av": person.namn})
    action = {"person": person, "by": request.actor}
    taken = form.run(actions.ta_emot, **form.cleaned_data, **action) if form.is_valid() else None
    if taken:
        again = "Begäran finns redan. Den sparades inte en gång till."
        messages.success(request, "Begäran är mottagen." if taken[1] else again)
        return redirect_to_person(person, "begaranden")
    return render_form(request, "begaran_ta_emot", form, person)


@require_POST
def besvara(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a request as answered today."""
    rows = access.hos_handlagda(Begaran, request.actor)
    row = access.get_or_404(rows, request.actor, "begaran.besvara", pk=pk)
    try:
        actions.besvara(begaran=row, by=request.actor)
        messages.success(request, "Begäran är besvarad.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect_to_person(row.person, "begaranden")
