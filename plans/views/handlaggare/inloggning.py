"""Handing over a log-in: asked in words, shown once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from plans import access, audit
from plans.actions import inloggningar
from plans.lasning import inloggningstjanster
from plans.models import Foretradarskap
from plans.regler.fel import Regelbrott


def inloggning_skapa(request: HttpRequest, pk: int, skap_pk: int | None = None) -> HttpResponse:
    """Ask, then open the log-in (or give a new password) and show it this once."""
    today = timezone.localdate()
    person = access.bland(access.handlagda(request.user, today), request.user, "inloggning.skapa", today, pk=pk)
    rights = Foretradarskap.objects.filter(person=person).select_related("foretradare", "person")
    skap = access.bland(rights, request.user, "inloggning.skapa", today, pk=skap_pk) if skap_pk else None
    context = {"person": person, "skap": skap, "vem": skap.foretradare if skap else person}
    context["eleg"] = inloggningstjanster.eleg_namn(person.namnd)
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


@require_POST
def inloggning_oppna_for_eleg(request: HttpRequest, pk: int, skap_pk: int | None = None) -> HttpResponse:
    """Open the log-in for an e-ID: no password, nothing to hand over."""
    today, key = timezone.localdate(), "inloggning.oppna_for_eleg"
    person = access.bland(access.handlagda(request.user, today), request.user, key, today, pk=pk)
    rights = Foretradarskap.objects.filter(person=person).select_related("foretradare", "person")
    skap = access.bland(rights, request.user, key, today, pk=skap_pk) if skap_pk else None
    try:
        user = inloggningar.oppna_for_eleg(person=person, skap=skap, by=request.user, today=today)
        messages.success(request, f"{user.namn} kan logga in med sin e-legitimation.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect("person", pk=pk)
