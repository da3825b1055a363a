"""Handing over a log-in: asked in words, shown once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plans import access, audit
from plans.actions import inloggningar
from plans.models import Foretradarskap
from plans.regler.fel import Regelbrott


def inloggning_skapa(request: HttpRequest, pk: int, skap_pk: int | None = None) -> HttpResponse:
    """Ask, then open the log-in (or give a new password) and show it this once."""
    today = timezone.localdate()
    person = access.bland(access.handlagda(request.user, today), request.user, "inloggning.skapa", today, pk=pk)
    rights = Foretradarskap.objects.filter(person=person).select_related("foretradare", "person")
    skap = access.bland(rights, request.user, "inloggning.skapa", today, pk=skap_pk) if skap_pk else None
    context = {"person": person, "skap": skap, "vem": skap.foretradare if skap else person}
    if request.method == "POST":
        try:
            user, password = inloggningar.skapa(person=person, skap=skap, by=request.user, today=today)
        except Regelbrott as stop:
            messages.error(request, str(stop))
            return redirect("person", pk=pk)
        context |= {"konto": user, "losenord": password}
    else:
        audit.record("inloggning.oppnad", by=request.user, about=[person])
    return render(request, "handlaggare/inloggning_skapa.html", context)
