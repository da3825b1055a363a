"""The full log about a person: reading it, withholding rows, and deciding if a representative may see the log."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access
from plans.actions import foretradare as foretradare_actions
from plans.actions import logg as actions
from plans.forms.logg import BedomLogg, Undanhall
from plans.lasning import handelser
from plans.logg import audit
from plans.models import Foretradarskap
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data


def logg(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything that has been read or done about the person, a page at a time."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "logg.las", pk=pk)
    audit.record("logg.oppnad", by=request.actor, about=[person], obj=person)
    page = handelser.whole_log(person, handelser.row_number(request.GET.get("fore")))
    return render(request, "handlaggare/logg.html", {"person": person, "blad": page, "idag": request.actor.today})


def undanhall(request: HttpRequest, pk: int, rad_pk: int) -> HttpResponse:
    """Withhold the rows behind one log line from the person."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "logg.undanhall", pk=pk)
    rows = handelser.rows_behind(person, rad_pk)
    if not rows:
        raise access.Nekad("logg.undanhall", person)
    form = Undanhall(form_data(request))
    action = {"rader": rows, "person": person, "by": request.actor}
    if form.is_valid() and form.run(actions.undanhall, **form.cleaned_data, **action):
        messages.success(request, "Raden visas inte längre i Vem har tittat.")
        return redirect("logg", pk)
    return render_form(request, "logg_undanhall", form, person, rows[0], rad=handelser.one_line(rows))


def bedom(request: HttpRequest, pk: int) -> HttpResponse:
    """Record whether a representative may see who has looked at the person's data."""
    rows = access.hos_handlagda(Foretradarskap, request.actor).select_related("person__namnd", "foretradare")
    skap = access.get_or_404(rows, request.actor, "foretradare.bedom_logg", pk=pk)
    form = BedomLogg(form_data(request), initial={"far_se": "ja" if skap.far_se_logg else ""})
    action = {"skap": skap, "by": request.actor}
    if form.is_valid() and form.run(foretradare_actions.bedom_logg, **form.cleaned_data, **action):
        messages.success(request, "Bedömningen är sparad.")
        return redirect_to_person(skap.person, "foretradare")
    return render_form(request, "foretradare_bedom_logg", form, skap.person, skap, skap=skap)
