"""Messages that staff give by letter, phone or hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import utskick as actions
from plans.regler.fel import Regelbrott


@require_POST
def ge(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a message as given."""
    today = timezone.localdate()
    row = access.bland(access.utskick_for_hand(request.user, today), request.user, "utskick.ge", today, pk=pk)
    try:
        actions.ge(utskick=row, by=request.user, today=today)
        messages.success(request, "Meddelandet är noterat som gett.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect("att-gora")
