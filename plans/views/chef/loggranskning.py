"""The monthly review of the log: for the chef, and for the granskare whose first page it is.

One room for both: they see the same and may the same, and each judges what the other did.
"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import loggranskning as actions
from plans.forms.loggranskning import Bedom, DraManad, Signera
from plans.lasning import administrationen, handelser
from plans.lasning import loggranskning as lasning
from plans.logg import audit

PER_SIDA = 50


def lista(request: HttpRequest) -> HttpResponse:
    """The months, each with how far its review has come."""
    today = timezone.localdate()
    access.require(request.user, "logg.granska", request.namnd, today)
    audit.record("loggranskning.lista", by=request.user)
    months = lasning.manader(request.namnd, today)
    return render(request, "chef/loggranskning.html", {"manader": months, "namnd": request.namnd})


@require_POST
def dra(request: HttpRequest) -> HttpResponse:
    """Go through an ended month by rule."""
    today, now = timezone.localdate(), timezone.now()
    access.require(request.user, "logg.granska", request.namnd, today)
    form, who = DraManad(request.POST), {"by": request.user, "today": today, "now": now}
    review = form.utfor(actions.dra, namnd=request.namnd, **form.cleaned_data, **who) if form.is_valid() else None
    if review:
        return redirect("loggranskning-manad", review.pk)
    messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("loggranskning")


def manad(request: HttpRequest, pk: int) -> HttpResponse:
    """One month's findings, and signing it."""
    today, now = timezone.localdate(), timezone.now()
    rows = access.loggranskningar(request.user, today).select_related("namnd", "signerad_av", "dragen_av")
    review = access.bland(rows, request.user, "logg.granska", today, pk=pk)
    form = Signera(request.POST if request.method == "POST" else None)
    who = {"by": request.user, "today": today, "now": now}
    if form.is_valid() and form.utfor(actions.signera, granskning=review, **form.cleaned_data, **who):
        messages.success(request, "Granskningen är signerad.")
        return redirect("loggranskning")
    found = access.granskade_rader(request.user, today).filter(granskning=review).order_by("bedomning", "pk")
    sida = Paginator(found, PER_SIDA).get_page(request.GET.get("sida"))
    fynd = lasning.fynd_i(review, sida.object_list)
    audit.record("loggranskning.oppnad", by=request.user, obj=review,
                 about=[f.person_id_sedd for f in fynd if f.person_id_sedd])  # fmt: skip
    month = (review.namnd, review.manad)
    context = {"granskning": review, "fynd": fynd, "sida": sida, "form": form,
               "kvar": found.filter(bedomning="").count(), "avvisade": lasning.avvisade(*month),
               "andringar": administrationen.andringar(*month)}  # fmt: skip
    return render(request, "chef/loggranskning_manad.html", context)


def fynd(request: HttpRequest, pk: int) -> HttpResponse:
    """A user's rows about one person, and the judgment."""
    today, now = timezone.localdate(), timezone.now()
    rows = access.granskade_rader(request.user, today).select_related("granskning__namnd", "user", "handelse")
    rad = access.bland(rows, request.user, "logg.granska", today, pk=pk)
    form = Bedom(request.POST if request.method == "POST" else None,
                 initial={"bedomning": rad.bedomning, "anteckning": rad.anteckning})  # fmt: skip
    who = {"by": request.user, "today": today, "now": now}
    if form.is_valid() and form.utfor(actions.bedom, rad=rad, **form.cleaned_data, **who):
        messages.success(request, "Bedömningen är sparad.")
        return redirect("loggranskning-manad", rad.granskning_id)
    about = [rad.person_id_sedd] if rad.person_id_sedd else []
    audit.record("loggranskning.fynd_oppnat", by=request.user, about=about, obj=rad)
    [rad] = lasning.fynd_i(rad.granskning, [rad])
    loggen = [(row, handelser.i_ord(row)) for row in lasning.rader(rad)]
    return render(request, "chef/loggranskning_fynd.html", {"rad": rad, "rader": loggen, "form": form})
