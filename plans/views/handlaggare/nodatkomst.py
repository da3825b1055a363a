"""Opening someone else's case in an emergency, for the day: asking for the case, and reading it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access, tasks
from plans.actions import nodatkomster as actions
from plans.forms.nodatkomst import OppnaNodatkomst
from plans.lasning import nodlage, personsida
from plans.logg import audit
from plans.views.page import form_data


def oppna(request: HttpRequest) -> HttpResponse:
    """Ask for a case by the person's full personal number, with a reason."""
    access.require(request.actor, "nodatkomst.oppna", request.namnd)
    form = OppnaNodatkomst(form_data(request))
    if form.is_valid():
        asked = {"namnd": request.namnd, "by": request.actor, **form.cleaned_data}
        if row := form.run(actions.oppna, **asked):
            tasks.nudge(tasks.skicka_utskick)
            messages.success(request, "Ärendet är öppet för läsning i dag. Din chef får veta det.")
            return redirect("nodatkomst-las", row.person_id)
    opened = list(access.nodoppnade(request.actor).i_namnordning())
    if not form.loggad:
        audit.record("nodatkomst.oppnad", by=request.actor, about=opened)
    return render(request, "handlaggare/nodatkomst.html", {"form": form, "oppnade": opened})


def las(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a case opened today: how to reach the person, who acts for them, what has been decided, the plan."""
    today = request.actor.today
    rows = personsida.with_responsible(access.nodoppnade(request.actor), today).select_related("namnd")
    person = access.get_or_404(rows, request.actor, "person.las", pk=pk)
    audit.record("nodatkomst.las", by=request.actor, about=[person], obj=person)
    page = personsida.read_page(person, today, access.att_kontrollera(request.actor))
    context = {"sida": page, "person": person, "idag": today, **nodlage.shown_plan(page.plan)}
    return render(request, "handlaggare/nodatkomst_las.html", context)
