"""The parts of a draft: goals, insatser, promises, measures by others, participants."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plans import access
from plans.actions import plandelar
from plans.forms.plandelar import FORMER, DelForm, TaBortForm
from plans.logg import audit
from plans.models import PlanVersion
from plans.views import conflicts
from plans.views.handlaggare.draft_page import draft_page, redirect_to_plan
from plans.views.handlaggare.plan import render_plan_form
from plans.views.page import form_data


def _form_of(slag: str) -> type[DelForm]:
    if slag not in FORMER:
        raise Http404
    return FORMER[slag]


def _part(version: PlanVersion, kind: type[DelForm], del_pk: int):
    """The part, provided it belongs to this version and kind."""
    part = getattr(version, kind.delar).filter(pk=del_pk, **kind.fast).first()
    if part is None:
        raise access.Nekad("plan.andra", version)
    return part


def _saved(request: HttpRequest, version: PlanVersion, slag: str) -> HttpResponse:
    """After saving: add another of the same kind, or go back to the plan."""
    messages.success(request, FORMER[slag].sparat)
    if "fler" in request.POST:
        return redirect("plandel-ny", version.pk, slag)
    return redirect_to_plan(version, slag)


@draft_page("plan.andra")
def ny(request: HttpRequest, version: PlanVersion, slag: str) -> HttpResponse:
    """Add a part."""
    form = _form_of(slag)(form_data(request), person=version.plan.person, today=request.actor.today)
    if form.is_valid():
        args = {"version": version, "model": form.modell, "data": form.arguments()}
        if form.run(plandelar.spara, by=request.actor, **args):
            return _saved(request, version, slag)
    return render_plan_form(request, "plandel", version, form, slag=slag)


@draft_page("plan.andra")
def andra(request: HttpRequest, version: PlanVersion, slag: str, del_pk: int) -> HttpResponse:
    """Change a part. If someone else has changed it in the meantime, both texts are shown."""
    part = _part(version, _form_of(slag), del_pk)
    form = _form_of(slag)(form_data(request), person=version.plan.person, today=request.actor.today, part=part)
    if form.is_valid():
        args = {
            "version": version,
            "model": form.modell,
            "part": part,
            "data": form.arguments(),
            "rev": form.cleaned_data["rev"],
        }
        if form.run(plandelar.spara, by=request.actor, **args):
            return _saved(request, version, slag)
        conflicts.show(request, form, version.plan.person)
    return render_plan_form(request, "plandel", version, form, slag=slag, part=part)


@draft_page("plan.andra")
def ta_bort(request: HttpRequest, version: PlanVersion, slag: str, del_pk: int) -> HttpResponse:
    """Ask for confirmation, then remove a part from the draft. Earlier versions keep the part."""
    kind = _form_of(slag)
    part = _part(version, kind, del_pk)
    form = TaBortForm(form_data(request), initial={"rev": part.rev})
    if form.is_valid():
        seen = form.cleaned_data["rev"]
        form.run(plandelar.ta_bort, version=version, part=part, rev=seen, by=request.actor)
        if not form.errors:
            messages.success(request, f"Borttaget ur utkastet: {kind.kallas}.")
            return redirect_to_plan(version, slag)
        conflicts.show(request, form, version.plan.person)
    audit.record("plan.oppnad", by=request.actor, about=[version.plan.person], obj=version)
    context = {
        "version": version,
        "plan": version.plan,
        "person": version.plan.person,
        "part": part,
        "slag": slag,
        "form": form,
    }
    return render(request, "handlaggare/plandel_ta_bort.html", context)
