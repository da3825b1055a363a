"""The second check: when a colleague has registered a right, a handläggare or chef compares it with its evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access
from plans.actions import foretradare as actions
from plans.forms.foretradare import KontrolleraForetradare
from plans.logg import audit
from plans.views import conflicts
from plans.views.page import form_data


def kontrollera(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a right: confirm it as registered, or close it."""
    rows = access.kontrollerbara(request.actor)
    skap = access.get_or_404(rows, request.actor, "foretradare.kontrollera", pk=pk)
    waiting = rows.vantar_pa_kontroll(request.actor.today).filter(foretradare=skap.foretradare_id)
    waiting = waiting.order_by("person__sorteringsnyckel")
    form = KontrolleraForetradare(form_data(request), skap=skap, vantar=waiting)
    if form.is_valid():
        checked = form.run(actions.kontrollera, skap=skap, **form.cleaned_data, by=request.actor)
        if checked:
            messages.success(request, _saved(form, len(checked)))
            return redirect("kontroll-lista" if request.roll == "chef" else "att-gora")
        conflicts.show(request, form, skap.person)
    about = {skap.person, *(row.person for row in waiting)}
    audit.record("foretradarskap.oppnad", by=request.actor, about=about, obj=skap)
    context = {"form": form, "skap": skap, "person": skap.person, "idag": request.actor.today}
    return render(request, "kontroll/kontrollera.html", context)


def _saved(form: KontrolleraForetradare, count: int) -> str:
    """The message after saving: how many persons the check covers, or that the representative is closed."""
    if not form.cleaned_data["stammer"]:
        return "Företrädaren är stängd." + (" De andra väntar fortfarande." if "ocksa" in form.fields else "")
    return f"Kontrollen är sparad för {count} personer." if count > 1 else "Kontrollen är sparad."
