"""*Vem har tittat?*: who has read or done what about the person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.lasning import handelser
from plans.logg import audit


def vem_har_tittat(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the log to the person, or to a representative who has been assessed as allowed to see it."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "logg.las", pk=pk)
    audit.record("logg.oppnad", by=request.actor, about=[person], obj=person)
    page = handelser.lookers(person, request.user, handelser.row_number(request.GET.get("fore")))
    context = {"person": person, "blad": page, "jag": person.konto_id == request.user.pk}
    return render(request, "foretradare/vem_har_tittat.html", context)
