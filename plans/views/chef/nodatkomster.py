"""Cases opened in an emergency: the chef reads why, and signs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access
from plans.actions import nodatkomster as actions
from plans.forms.nodatkomst import GranskaNodatkomst
from plans.logg import audit
from plans.views.page import form_data

PER_SIDA = 50


def lista(request: HttpRequest) -> HttpResponse:
    """Who opened which case, when and why, unread first. A protected person's case number is not shown."""
    access.require(request.actor, "nodatkomst.lista", request.namnd)
    rows = access.nodatkomster(request.actor).order_by(F("granskad_at").desc(nulls_first=True), "-pk")
    page = Paginator(rows, PER_SIDA).get_page(request.GET.get("sida"))
    audit.record("nodatkomst.lista", by=request.actor, about=[row.person for row in page])
    return render(request, "chef/nodatkomster.html", {"sida": page})


def granska(request: HttpRequest, pk: int) -> HttpResponse:
    """*Jag har läst det*: mark the access as read, with a note."""
    row = access.get_or_404(access.nodatkomster(request.actor), request.actor, "nodatkomst.granska", pk=pk)
    form = GranskaNodatkomst(form_data(request))
    if form.is_valid() and form.run(actions.granska, nodatkomst=row, **form.cleaned_data, by=request.actor):
        messages.success(request, "Noterat att du har läst det.")
        return redirect("nodatkomst-lista")
    audit.record("nodatkomst.lista", by=request.actor, about=[row.person], obj=row)
    return render(request, "chef/nodatkomst_granska.html", {"form": form, "rad": row})
