"""Messages that staff deliver by letter, phone or in person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import utskick as actions
from plans.regler.fel import Regelbrott


@require_POST
def ge(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the user has delivered a message."""
    row = access.get_or_404(access.utskick_for_hand(request.actor), request.actor, "utskick.ge", pk=pk)
    try:
        actions.ge(utskick=row, by=request.actor)
        messages.success(request, "Meddelandet är noterat som gett.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect("att-gora")
