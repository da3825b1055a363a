"""Who acts for the person: registering, changing and closing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from plans import access
from plans.actions import foretradare as actions
from plans.forms.foretradare import AndraForetradare, OppnaForetradare, RegistreraForetradare, StangForetradare
from plans.models import Foretradarskap
from plans.views import conflicts
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data


def registrera(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a right to act for the person, for a new or a known representative."""
    today = request.actor.today
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "foretradare.registrera", pk=pk)
    known = access.kanda_foretradare(request.actor)
    form = RegistreraForetradare(form_data(request), kanda=known, today=today, initial={"fran": today})
    if form.is_valid():
        data = form.cleaned_data
        action = {"person": person, "data": data, "foretradare": data["kand"], "by": request.actor}
        if skap := form.run(actions.registrera, **action):
            closed = " Den är stängd tills ni har bedömt om uppgifterna får lämnas." if skap.stangd_at else ""
            messages.success(request, f"Företrädaren är registrerad.{closed}")
            return redirect_to_person(person, "foretradare")
    return render_form(request, "foretradare_registrera", form, person)


def _right(request: HttpRequest, key: str, pk: int) -> Foretradarskap:
    rows = access.hos_handlagda(Foretradarskap, request.actor).select_related("person__namnd", "foretradare")
    return access.get_or_404(rows, request.actor, key, pk=pk)


def andra(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a right to act and how the representative is reached."""
    skap = _right(request, "foretradare.andra", pk)
    form = AndraForetradare(form_data(request), skap=skap, today=request.actor.today)
    if form.is_valid():
        data, rev = form.cleaned_data, form.cleaned_data["rev"]
        if form.run(actions.andra, skap=skap, data=data, rev=rev, by=request.actor):
            messages.success(request, "Ändringen är sparad.")
            return redirect_to_person(skap.person, "foretradare")
        skap.refresh_from_db()
        conflicts.show(request, form, skap.person)
    return render_form(request, "foretradare_andra", form, skap.person, skap, skap=skap)


def stang(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a right at once, with a reason."""
    skap = _right(request, "foretradare.stang", pk)
    form = StangForetradare(form_data(request))
    if form.is_valid() and form.run(actions.stang, skap=skap, **form.cleaned_data, by=request.actor):
        messages.success(request, "Företrädaren är stängd och ser inte längre planen.")
        return redirect_to_person(skap.person, "foretradare")
    return render_form(request, "foretradare_stang", form, skap.person, skap, skap=skap)


def oppna(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the plan to a protected person's guardian, after assessment."""
    skap = _right(request, "foretradare.oppna", pk)
    form = OppnaForetradare(form_data(request))
    if form.is_valid() and form.run(actions.oppna, skap=skap, **form.cleaned_data, by=request.actor):
        messages.success(request, "Öppnat. Vårdnadshavaren får se planen.")
        return redirect_to_person(skap.person, "foretradare")
    return render_form(request, "foretradare_oppna", form, skap.person, skap, skap=skap)
