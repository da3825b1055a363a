"""Requests: received by staff, and marked as answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import begaran as actions
from plans.forms.begaran import TaEmotBegaran
from plans.models import Begaran
from plans.regler.fel import Regelbrott
from plans.views.handlaggare.planvakt import post
from plans.views.handlaggare.sida import till_personen, visa


def ta_emot(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a request, with the day it came."""
    today = timezone.localdate()
    person = access.bland(access.handlagda(request.user, today), request.user, "begaran.ta_emot", today, pk=pk)
    form = TaEmotBegaran(post(request), initial={"inkom": today, "av": person.namn})
    action = {"person": person, "by": request.user, "today": today}
    taken = form.utfor(actions.ta_emot, **form.cleaned_data, **action) if form.is_valid() else None
    if taken:
        again = "Begäran finns redan. Den sparades inte en gång till."
        messages.success(request, "Begäran är mottagen." if taken[1] else again)
        return till_personen(person, "begaranden")
    return visa(request, "begaran_ta_emot", form, person)


@require_POST
def besvara(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a request as answered today."""
    today = timezone.localdate()
    rows = access.hos_handlagda(Begaran, request.user, today)
    row = access.bland(rows, request.user, "begaran.besvara", today, pk=pk)
    try:
        actions.besvara(begaran=row, by=request.user, today=today)
        messages.success(request, "Begäran är besvarad.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return till_personen(row.person, "begaranden")
