"""Reading the plan as shared with the family, and answering a draft."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from plans import access
from plans.actions import svar as svar_actions
from plans.forms.familj import PlanSvarForm
from plans.lasning import mina_personer
from plans.lasning.plan import innehall as planinnehall
from plans.logg import audit
from plans.models import Delning, Person
from plans.views import conflicts, kladd


def _person_or_404(request: HttpRequest, pk: int, key: str) -> Person:
    return access.get_or_404(access.familjens(request.actor), request.actor, key, pk=pk)


def _content(card: mina_personer.Card, delning: Delning | None) -> dict[str, Any]:
    """The context for the draft, frozen as it was shared, or else the version in force; empty if there is neither."""
    if delning:
        return {"innehall": planinnehall.from_sharing(delning), "version": card.utkast, "delning": delning}
    if card.plan and card.plan.gallande:
        version = card.plan.gallande
        return {
            "innehall": planinnehall.read_content(version, mina_personer.latest_sharing(version)),
            "version": version,
            "utfall": planinnehall.latest_outcomes(version),
            "pdf": getattr(version, "pdf", None),
        }
    return {}


def _page(
    request: HttpRequest, card: mina_personer.Card, form: PlanSvarForm | None, sharing: Delning | None
) -> HttpResponse:
    """Show the plan, with the answer form if there is one."""
    context = {"person": card.person, "kort": card, "form": form, **_content(card, sharing)}
    return render(request, "foretradare/las_plan.html", context | {"idag": request.actor.today})


def las_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the shared draft with the answer form, or the final plan with its PDF.

    If there is both a draft and a final plan, the draft is shown, unless the address says `?visa=gallande`.
    """
    person = _person_or_404(request, pk, "plan.las")
    card = mina_personer.cards([person], request.actor)[0]
    holding = request.GET.get("visa") == "gallande" and card.plan and card.plan.gallande
    sharing = None if holding else card.delning
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=card.utkast if sharing else card.plan)
    form = PlanSvarForm(jag=card.jag, initial={"delning": sharing.pk}) if sharing and not card.jav else None
    if form:
        kladd.attach(request, form)
    return _page(request, card, form, sharing)


def plan_svara(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the shared draft: agree, disagree, talk first or (only the person) decline the plan."""
    person = _person_or_404(request, pk, "plan.svara")
    card = mina_personer.cards([person], request.actor)[0]
    version = card.utkast or (card.plan and card.plan.gallande)
    if request.method != "POST" or version is None:
        return redirect("las-plan", pk=pk)
    form = PlanSvarForm(request.POST, jag=card.jag)
    if form.is_valid():
        action = {"version": version, "by": request.actor}
        if form.run(svar_actions.svara, **action, **form.cleaned_data):
            messages.success(request, "Tack. Ditt svar är sparat. Du kan svara igen om du ändrar dig.")
            return redirect("las-plan", pk=pk)
        conflicts.show(request, form, person)
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=version)  # shown again, with the form's errors
    kladd.attach(request, form, reverse("las-plan", args=[pk]))
    return _page(request, card, form, card.delning)
