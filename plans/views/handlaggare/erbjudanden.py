"""The offer of a plan: making it, recording the answer, and asking again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import erbjudanden as actions
from plans.forms.erbjudande import LamnaErbjudande, SvaraErbjudande
from plans.models import Erbjudande
from plans.regler.fel import Regelbrott
from plans.views import conflicts
from plans.views.handlaggare.person_page import redirect_to_person, render_form
from plans.views.page import form_data


def _offer(request: HttpRequest, pk: int) -> Erbjudande:
    rows = access.hos_handlagda(Erbjudande, request.actor).select_related("person__namnd", "insats")
    return access.get_or_404(rows, request.actor, "erbjudande.lamna", pk=pk)


def lamna(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the offer was made, and show what to say when making it."""
    row = _offer(request, pk)
    form = LamnaErbjudande(form_data(request), initial={"datum": request.actor.today})
    if form.is_valid():
        if form.run(actions.lamna, erbjudande=row, **form.cleaned_data, by=request.actor):
            messages.success(request, "Erbjudandet är lämnat. Skriv svaret när du vet det.")
            return redirect_to_person(row.person)
        conflicts.show(request, form, row.person)
    return render_form(request, "erbjudande_lamna", form, row.person, row, erbjudande=row)


def svara(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the answer as given by the person or a företrädare."""
    row = _offer(request, pk)
    initial = {"datum": request.actor.today, "av": row.person.namn, "hur": row.lamnat_hur}
    form = SvaraErbjudande(form_data(request), initial=initial)
    if form.is_valid():
        if form.run(actions.svara, erbjudande=row, **form.cleaned_data, by=request.actor):
            messages.success(request, "Svaret är sparat.")
            return redirect_to_person(row.person)
        conflicts.show(request, form, row.person)
    return render_form(request, "erbjudande_svara", form, row.person, row, erbjudande=row)


@require_POST
def fraga_igen(request: HttpRequest, pk: int) -> HttpResponse:
    """After the answer *later* or no, create a new offer and go on to the page for making it."""
    row = _offer(request, pk)
    try:
        nytt = actions.fraga_igen(erbjudande=row, by=request.actor)
    except Regelbrott as stop:
        messages.error(request, str(stop))
        return redirect_to_person(row.person)
    return redirect("erbjudande-lamna", nytt.pk)
