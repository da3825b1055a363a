"""Pages where the family answers the offer of a plan, and where they make requests."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.actions import begaran as begaran_actions
from plans.actions import erbjudanden
from plans.forms.familj import BegaranForm, ErbjudandeSvarForm
from plans.lasning import mina_personer
from plans.logg import audit
from plans.models import Erbjudande
from plans.views import kladd
from plans.views.foretradare.personer import back_to
from plans.views.page import form_data


def erbjudande_svara(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the offer: yes, no or later."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "erbjudande.svara", pk=pk)
    card = mina_personer.cards([person], request.actor)[0]
    if card.fraga != "svara_erbjudande":
        return _no_offer(request, card)
    form = ErbjudandeSvarForm(form_data(request), jag=card.jag, namn=person.tilltalsnamn)
    if form.is_valid() and form.run(erbjudanden.svara, **_answered(request, card), **form.cleaned_data):
        messages.success(request, "Tack. Ditt svar är sparat. Handläggaren hör av sig.")
        return back_to(request, person)
    audit.record("erbjudande.oppnad", by=request.actor, about=[person], obj=card.erbjudande)
    return render(request, "foretradare/erbjudande_svara.html", {"person": person, "kort": card, "form": form})


def _no_offer(request: HttpRequest, card: mina_personer.Card) -> HttpResponse:
    """Say that there is nothing to answer, or that someone else has answered in the meantime."""
    given = card.erbjudande.get_svar_display() if card.erbjudande and card.erbjudande.svar else ""
    if request.method == "POST" and given:
        messages.warning(request, f"Erbjudandet har redan fått ett svar: {given}. Ditt svar sparades inte.")
    else:
        messages.info(request, "Det finns inget erbjudande att svara på just nu.")
    return back_to(request, card.person)


def _answered(request: HttpRequest, card: mina_personer.Card) -> dict[str, Any]:
    """Arguments for the action: the offer, and that the reader answers it in the portal today."""
    return {
        "erbjudande": card.erbjudande,
        "by": request.actor,
        "av": request.user.namn,
        "hur": Erbjudande.Hur.PORTALEN,
        "datum": request.actor.today,
    }


def begaran_gor(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a plan, a review or an insats. The request counts as received today."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "begaran.ta_emot", pk=pk)
    me = person.konto_id == request.user.pk
    form = BegaranForm(form_data(request), jag=me, namn=person.tilltalsnamn)
    today = request.actor.today
    action = {"person": person, "av": request.user.namn, "inkom": today, "by": request.actor}
    taken = form.run(begaran_actions.ta_emot, **form.cleaned_data, **action) if form.is_valid() else None
    if taken:
        came = f"Din begäran kom in {today:%Y-%m-%d}."
        again = f"Du har redan skickat den här begäran. {came} Du behöver inte skicka den igen."
        messages.success(request, f"{came} Handläggaren hör av sig." if taken[1] else again)
        return back_to(request, person)
    audit.record("begaran.oppnad", by=request.actor, about=[person])
    kladd.attach(request, form)
    return render(request, "foretradare/begaran_gor.html", {"person": person, "form": form})
