"""*Läget*: four figures for the nämnd, and the needs in its plans, counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.lasning import att_gora
from plans.lasning import laget as lasning
from plans.logg import audit


def laget(request: HttpRequest) -> HttpResponse:
    """Show how the nämnd stands today, in counts only. No person is named."""
    today = request.actor.today
    access.require(request.actor, "laget.las", request.namnd)
    audit.record("laget.oppnat", by=request.actor)
    checks = att_gora.second_checks(access.att_kontrollera(request.actor), today)
    found = lasning.read(request.namnd, today)
    context = {
        "kontroller": checks,
        "sena_kontroller": sum(task.frist < today for task in checks),
        "olasta": access.nodatkomster(request.actor).filter(granskad_at=None).count(),
        "tal": found.tal,
        "behov": found.behov,
        "namnd": request.namnd,
        "idag": today,
    }
    return render(request, "chef/laget.html", context)
