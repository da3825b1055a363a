"""The plan as staff read it, its own texts, and the review side by side."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import planer
from plans.forms.plan import GrundForm
from plans.lasning.plan import innehall as planinnehall
from plans.lasning.plan import jamfor as planjamfor
from plans.lasning.plan import vy as planvy
from plans.logg import audit
from plans.models import PlanVersion
from plans.regler.fel import Regelbrott
from plans.views import conflicts, kladd
from plans.views.handlaggare.draft_page import draft_page, redirect_to_plan
from plans.views.page import form_data


@require_POST
def borja(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a person's plan: the first draft, with what is decided."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "plan.borja", pk=pk)
    try:
        version = planer.borja(person=person, by=request.actor)
    except Regelbrott as stop:
        messages.error(request, str(stop))
        return redirect("person", pk)
    messages.success(request, "Utkastet är påbörjat. De beslutade insatserna finns redan där.")
    return redirect_to_plan(version)


def _visa(request: HttpRequest, versions: list[PlanVersion], version: PlanVersion | None) -> HttpResponse:
    """One version's page: log, then render."""
    today = request.actor.today
    if version is None:
        raise access.Nekad("plan.utkast", None)
    access.require(request.actor, "plan.utkast", version.plan)
    vy = planvy.las(version, today)
    plan = version.plan
    audit.record("plan.oppnad", by=request.actor, about=[plan.person], obj=version)
    context = {"vy": vy, "plan": plan, "person": plan.person, "version": version, "versioner": versions, "idag": today}
    return render(request, "handlaggare/plan.html", context)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan: its draft when there is one, else the version that holds."""
    today = request.actor.today
    rows = access.versioner_visible_to(request.actor).filter(plan=pk)
    versions = list(planvy.versioner(rows, today))
    return _visa(request, versions, versions[0] if versions else None)


def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, read only."""
    today = request.actor.today
    rows = access.versioner_visible_to(request.actor).filter(plan__versioner=pk)
    versions = list(planvy.versioner(rows, today))
    return _visa(request, versions, next((v for v in versions if v.pk == pk), None))


@draft_page("plan.andra")
def andra_grund(request: HttpRequest, version: PlanVersion, today) -> HttpResponse:
    """The draft's own texts: purpose, now, wanted, the child's view, coordinator."""
    form = GrundForm(form_data(request), version=version, today=today)
    if form.is_valid():
        done = form.run(planer.andra_grund, version=version, by=request.actor, **form.arguments())
        if done:
            messages.success(request, "Texten är sparad.")
            return redirect_to_plan(done, "grund")
        conflicts.show(request, form, version.plan.person)
    return render_plan_form(request, "handlaggare/plan_andra.html", version, today, form)


def render_plan_form(request: HttpRequest, template: str, version: PlanVersion, today, form, **mer) -> HttpResponse:
    """A page with a form beside the person's own words: log, then render."""
    person = version.plan.person
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=version)
    kladd.attach(request, form)
    words = {"ord": planinnehall.egna_ord(version), "ville_inte_skriva": version.ville_inte_skriva}
    context = {
        "version": version,
        "plan": version.plan,
        "person": person,
        "idag": today,
        "form": form,
        "stod": words,
        "lasare": planvy.lasare(person, today),
        **mer,
    }
    return render(request, template, context)


def jamfor(request: HttpRequest, pk: int) -> HttpResponse:
    """The yearly review: the version that holds beside the draft, with what came of each promise."""
    today = request.actor.today
    rows = access.planer_visible_to(request.actor).select_related("person__namnd", "gallande")
    found = access.get_or_404(rows, request.actor, "plan.utkast", pk=pk)
    draft = found.versioner.utkast().first()
    if draft is None or found.gallande is None:
        return redirect("plan", pk)
    before, now = planinnehall.innehall(found.gallande), planinnehall.innehall(draft)
    sections = planjamfor.jamfor(before, now, planinnehall.uppfoljningar(draft))
    audit.record("plan.oppnad", by=request.actor, about=[found.person], obj=draft)
    context = {
        "plan": found,
        "person": found.person,
        "version": draft,
        "fore": before,
        "nu": now,
        "idag": today,
        "avsnitt": sections,
        "antal": planjamfor.antal(sections),
    }
    return render(request, "handlaggare/plan_jamfor.html", context)
