"""The rights in the nämnd that wait for a second check, listed for the chef."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.lasning import att_gora
from plans.logg import audit

PER_SIDA = 50


def lista(request: HttpRequest) -> HttpResponse:
    """Rights whose evidence only one member of staff has seen, most urgent first.

    Protected persons are left out, except those whose case the chef also has."""
    today = request.actor.today
    access.require(request.actor, "kontroll.lista", request.namnd)
    checks = att_gora.second_checks(access.att_kontrollera(request.actor), today)
    page = Paginator(checks, PER_SIDA).get_page(request.GET.get("sida"))
    audit.record("kontroll.lista", by=request.actor, about=[task.person for task in page])
    return render(request, "chef/kontroller.html", {"sida": page, "namnd": request.namnd, "idag": today})
