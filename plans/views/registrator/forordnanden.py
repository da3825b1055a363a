"""Importing the överförmyndare's list: choose a file, see what would happen, confirm, see what happened."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import access, klocka
from plans.actions import forordnanden as actions
from plans.forms.forordnanden import FOR_STOR, Inlast, Lista
from plans.logg import audit
from plans.utbyte import forordnanden, paket

KEY = "foretradare.importera"
SHOWN = 500  # the most faults listed; the rest are counted, since a file with more is probably wrong as a whole
NOT_OPENED = "Listan kunde inte läsas in: det har gått mer än en halv timme, eller så är du inloggad som någon annan. "


def importera(request: HttpRequest) -> HttpResponse:
    """Explain the format and let the user choose a file; then show what an import would do. Nothing is written yet."""
    access.require(request.actor, KEY, request.namnd)
    form = _form(request)
    if form.is_valid():
        file = form.cleaned_data["fil"]
        sealed = paket.seal(file.data, KEY, request.user, request.namnd, klocka.now())
        if sealed:
            context = {**_run(request, file, skarpt=False), "lista": sealed}
            return render(request, "registrator/foretradare_importera_prova.html", context)
        form.add_error("fil", FOR_STOR)
    audit.record("foretradare.importera_oppnad", by=request.actor)
    context = {"form": form, "kolumner": forordnanden.COLUMNS.items()}
    return render(request, "registrator/foretradare_importera.html", context)


@require_POST
def importera_skarpt(request: HttpRequest) -> HttpResponse:
    """Carry out the import that was shown. The page sends the list back sealed, and every row is checked again."""
    today, now = request.actor.today, klocka.now()
    access.require(request.actor, KEY, request.namnd)
    try:
        data = paket.unseal(request.POST.get("lista", ""), KEY, request.user, request.namnd, now)
    except paket.DoesNotOpen:
        messages.error(request, f"{NOT_OPENED}Välj filen igen.")
        return redirect("foretradare-importera")
    context = _run(request, Inlast(data, *forordnanden.parse(data, today)), skarpt=True)
    return render(request, "registrator/foretradare_importera_klar.html", context)


def _form(request: HttpRequest) -> Lista:
    today = request.actor.today
    if request.method != "POST":
        return Lista(today=today)
    length = request.META.get("CONTENT_LENGTH") or "0"
    return Lista(request.POST, request.FILES, today=today, langd=int(length) if length.isdecimal() else 0)


def _run(request: HttpRequest, file: Inlast, *, skarpt: bool) -> dict[str, Any]:
    """Try the rows or import them; return the counts and the faulty rows of the file."""
    report = actions.importera(namnd=request.namnd, rader=file.rader, skarpt=skarpt, by=request.actor, now=klocka.now())
    wrong = sorted([*file.fel, *report.fel])
    return {
        "rapport": report,
        "antal_fel": len(wrong),
        "fel": wrong[:SHOWN],
        "fler": max(len(wrong) - SHOWN, 0),
        "namnd": request.namnd,
    }
