"""The monthly review of the log, for the chef and for the granskare. It is the first page of the granskare.

Both see the same pages and may do the same things. Nobody may judge their own access to a case, so each judges the
other's.
"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import access, klocka
from plans.actions import loggranskning as actions
from plans.forms.loggranskning import Bedom, DraManad, Signera
from plans.lasning import administrationen, handelser
from plans.lasning import loggranskning as lasning
from plans.logg import audit
from plans.views.page import form_data

PER_SIDA = 50


def lista(request: HttpRequest) -> HttpResponse:
    """The months, and how far the review of each has come."""
    access.require(request.actor, "logg.granska", request.namnd)
    audit.record("loggranskning.lista", by=request.actor)
    months = lasning.months(request.namnd, request.actor.today)
    return render(request, "chef/loggranskning.html", {"manader": months, "namnd": request.namnd})


@require_POST
def dra(request: HttpRequest) -> HttpResponse:
    """Apply the review rules to a month that has ended."""
    now = klocka.now()
    access.require(request.actor, "logg.granska", request.namnd)
    form, who = DraManad(request.POST), {"by": request.actor, "now": now}
    review = form.run(actions.dra, namnd=request.namnd, **form.cleaned_data, **who) if form.is_valid() else None
    if review:
        return redirect("loggranskning-manad", review.pk)
    messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("loggranskning")


def manad(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one month's findings, and sign the review."""
    rows = access.loggranskningar(request.actor).select_related("namnd", "signerad_av", "dragen_av")
    review = access.get_or_404(rows, request.actor, "logg.granska", pk=pk)
    form = Signera(form_data(request))
    sign = {"granskning": review, "by": request.actor, "now": klocka.now()}
    if form.is_valid() and form.run(actions.signera, **sign, **form.cleaned_data):
        messages.success(request, "Granskningen är signerad.")
        return redirect("loggranskning")
    found = access.granskade_rader(request.actor).filter(granskning=review).order_by("bedomning", "pk")
    page = Paginator(found, PER_SIDA).get_page(request.GET.get("sida"))
    findings = lasning.findings_of(page.object_list)
    seen = [f.rad.person_id_sedd for f in findings if f.rad.person_id_sedd]
    audit.record("loggranskning.oppnad", by=request.actor, obj=review, about=seen)
    context = {
        "granskning": review,
        "fynd": findings,
        "sida": page,
        "form": form,
        "kvar": found.filter(bedomning="").count(),
        "avvisade": lasning.refusals(review.namnd, review.manad),
        "andringar": administrationen.changes(review.namnd, review.manad),
    }
    return render(request, "chef/loggranskning_manad.html", context)


def fynd(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the log rows behind one finding, and record the judgment of it."""
    rows = access.granskade_rader(request.actor).select_related("granskning__namnd", "user", "handelse")
    judged = access.get_or_404(rows, request.actor, "logg.granska", pk=pk)
    form = Bedom(form_data(request), initial={"bedomning": judged.bedomning, "anteckning": judged.anteckning})
    who = {"by": request.actor, "now": klocka.now()}
    if form.is_valid() and form.run(actions.bedom, rad=judged, **form.cleaned_data, **who):
        messages.success(request, "Bedömningen är sparad.")
        return redirect("loggranskning-manad", judged.granskning_id)
    about = [judged.person_id_sedd] if judged.person_id_sedd else []
    audit.record("loggranskning.fynd_oppnat", by=request.actor, about=about, obj=judged)
    [found] = lasning.findings_of([judged])
    logged = [(row, handelser.in_words(row)) for row in lasning.rows_behind(judged)]
    return render(request, "chef/loggranskning_fynd.html", {**found._asdict(), "rader": logged, "form": form})
