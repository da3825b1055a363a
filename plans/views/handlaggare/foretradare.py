"""Who acts for the person: registering, and closing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import foretradare as actions
from plans.forms.foretradare import AndraForetradare, OppnaForetradare, RegistreraForetradare, StangForetradare
from plans.models import Foretradarskap
from plans.views import conflicts
from plans.views.handlaggare.planvakt import post
from plans.views.handlaggare.sida import till_personen, visa


def registrera(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a right to act for the person, of somebody new or already known."""
    today = request.actor.today
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "foretradare.registrera", pk=pk)
    known = access.kanda_foretradare(request.actor)
    form = RegistreraForetradare(post(request), kanda=known, today=today, initial={"fran": today})
    if form.is_valid():
        data = form.cleaned_data
        action = {"person": person, "data": data, "foretradare": data["kand"], "by": request.actor}
        if skap := form.utfor(actions.registrera, **action):
            closed = " Den är stängd tills ni har bedömt om uppgifterna får lämnas." if skap.stangd_at else ""
            messages.success(request, f"Företrädaren är registrerad.{closed}")
            return till_personen(person, "foretradare")
    return visa(request, "foretradare_registrera", form, person)


def andra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a right to act and how the representative is reached."""
    today = request.actor.today
    rows = access.hos_handlagda(Foretradarskap, request.actor).select_related("person__namnd", "foretradare")
    skap = access.get_or_404(rows, request.actor, "foretradare.andra", pk=pk)
    form = AndraForetradare(post(request), skap=skap, today=today)
    if form.is_valid():
        data, rev = form.cleaned_data, form.cleaned_data["rev"]
        if form.utfor(actions.andra, skap=skap, data=data, rev=rev, by=request.actor):
            messages.success(request, "Ändringen är sparad.")
            return till_personen(skap.person, "foretradare")
        skap.refresh_from_db()
        conflicts.show(request, form, skap.person)
    return visa(request, "foretradare_andra", form, skap.person, skap, skap=skap)


def stang(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a right at once, with a reason."""
    rows = access.hos_handlagda(Foretradarskap, request.actor).select_related("person__namnd", "foretradare")
    skap = access.get_or_404(rows, request.actor, "foretradare.stang", pk=pk)
    form = StangForetradare(post(request))
    if form.is_valid() and form.utfor(actions.stang, skap=skap, **form.cleaned_data, by=request.actor):
        messages.success(request, "Företrädaren är stängd och ser inte längre planen.")
        return till_personen(skap.person, "foretradare")
    return visa(request, "foretradare_stang", form, skap.person, skap, skap=skap)


def oppna(request: HttpRequest, pk: int) -> HttpResponse:
    """Open for a protected person's guardian, after assessment."""
    rows = access.hos_handlagda(Foretradarskap, request.actor).select_related("person__namnd", "foretradare")
    skap = access.get_or_404(rows, request.actor, "foretradare.oppna", pk=pk)
    form = OppnaForetradare(post(request))
    if form.is_valid() and form.utfor(actions.oppna, skap=skap, **form.cleaned_data, by=request.actor):
        messages.success(request, "Öppnat. Vårdnadshavaren får se planen.")
        return till_personen(skap.person, "foretradare")
    return visa(request, "foretradare_oppna", form, skap.person, skap, skap=skap)
