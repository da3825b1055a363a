"""Staff write down the person's own words, and the person says whether they are right."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import ord as actions
from plans.forms.bas import shown_rev
from plans.forms.familj import OrdForm
from plans.lasning import egna_ord
from plans.models import EgetOrd
from plans.regler.fel import Regelbrott
from plans.views import conflicts
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data

MINA_ORD = EgetOrd.Slag.MINA_ORD


def skriv_at(request: HttpRequest, pk: int, fraga: str) -> HttpResponse:
    """Write down the answer to one of the five questions."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "ord.skriv", pk=pk)
    if fraga not in EgetOrd.Fraga.values:
        raise Http404
    row = egna_ord.own_rows(person, request.user).get(fraga)
    form = OrdForm.for_rad(row, fraga, form_data(request))
    if form.is_valid():
        action = {"person": person, "slag": MINA_ORD, "fraga": fraga, **form.cleaned_data}
        if form.run(actions.skriv, **action, by=request.actor):
            messages.success(request, "Orden är sparade. Läs upp dem och fråga om de stämmer.")
            return redirect_to_person(person, "ord")
        conflicts.show(request, form, person)
    return render_form(request, "ord_skriv_at", form, person, row)


@require_POST
def bekrafta(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the person has confirmed the words."""
    rows = access.hos_handlagda(EgetOrd, request.actor)
    row = access.get_or_404(rows, request.actor, "ord.bekrafta", pk=pk)
    try:
        actions.bekrafta(eget_ord=row, rev=shown_rev(request.POST), by=request.actor)
        messages.success(request, "Sparat: personen har sagt att orden stämmer.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect_to_person(row.person, "ord")
