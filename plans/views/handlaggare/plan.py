"""The plan as staff read it, the form for its own texts, and the yearly review with both versions side by side."""

from typing import Any, NoReturn

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import planer
from plans.forms.bas import BaseForm
from plans.forms.plan import GrundForm
from plans.lasning.plan import innehall as planinnehall
from plans.lasning.plan import jamfor as planjamfor
from plans.lasning.plan import vy as planvy
from plans.logg import audit
from plans.models import IndividuellPlan, PlanVersion, Uppfoljning
from plans.regler.fel import Regelbrott
from plans.views import conflicts, kladd
from plans.views.handlaggare import plan_page, punkter
from plans.views.handlaggare.draft_page import draft_page, redirect_to_plan
from plans.views.page import form_data


@require_POST
def borja(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a person's plan: a first draft with the decided insatser."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, "plan.borja", pk=pk)
    try:
        version = planer.borja(person=person, by=request.actor)
    except Regelbrott as stop:
        messages.error(request, str(stop))
        return redirect("person", pk)
    messages.success(request, "Utkastet är påbörjat. De beslutade insatserna finns redan där.")
    return redirect_to_plan(version)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the plan's draft if there is one, otherwise the version in force."""
    versions = planvy.versions_of(pk, request.actor)
    return _render_version(request, versions, versions[0] if versions else _refuse(IndividuellPlan, pk))


def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version, read-only."""
    found = PlanVersion.objects.filter(pk=pk).values_list("plan", flat=True).first()
    versions = planvy.versions_of(found, request.actor) if found else []
    return _render_version(
        request, versions, next((v for v in versions if v.pk == pk), None) or _refuse(PlanVersion, pk)
    )


def _refuse(model: type[IndividuellPlan] | type[PlanVersion], pk: int) -> NoReturn:
    """Refuse as for any stranger. The requested row is passed on, so that the log can name its person."""
    raise access.Nekad("plan.utkast", model._default_manager.filter(pk=pk).first())


def _render_version(request: HttpRequest, versions: list[PlanVersion], version: PlanVersion) -> HttpResponse:
    """Log that the version was opened, then render its page."""
    access.require(request.actor, "plan.utkast", version.plan)
    view = planvy.read_version(version, request.actor.today)
    audit.record("plan.oppnad", by=request.actor, about=[version.plan.person], obj=version)
    context = {**_version(view), "versioner": versions, "knappar": plan_page.buttons(view, versions[0])}
    return render(request, "handlaggare/plan.html", {**context, "idag": request.actor.today})


def _version(view: planvy.PlanView) -> dict[str, Any]:
    """The page's data about a version. `redigera` is set if it can be changed, `folj_upp` if it can be followed up."""
    version, plan = view.version, view.version.plan
    return {
        "vy": view,
        "version": version,
        "version_i_ord": plan_page.version_and_whether_it_holds(version),
        "plan": plan,
        "person": plan.person,
        "innehall": view.innehall,
        "utfall": view.utfall,
        "redigera": version if version.ar_utkast and not plan.avslutad else None,
        "folj_upp": plan if plan.gallande_id == version.pk and not plan.avslutad else None,
        "saknas": punkter.rows(view.saknas, version, view),
    }


@draft_page("plan.andra")
def andra_grund(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Change the draft's own texts: purpose, current situation, wishes, the child's view, coordinator."""
    form = GrundForm(form_data(request), version=version, today=request.actor.today)
    if form.is_valid():
        done = form.run(planer.andra_grund, version=version, by=request.actor, **form.arguments())
        if done:
            messages.success(request, "Texten är sparad.")
            return redirect_to_plan(done, "grund")
        conflicts.show(request, form, version.plan.person)
    return render_plan_form(request, "plan_andra", version, form)


def render_plan_form(
    request: HttpRequest, template: str, version: PlanVersion, form: BaseForm, **context: Any
) -> HttpResponse:
    """Log that the draft was opened, then render a form beside the person's own words."""
    person = version.plan.person
    audit.record("plan.oppnad", by=request.actor, about=[person], obj=version)
    kladd.attach(request, form)
    words = {"ord": planinnehall.own_words(version), "ville_inte_skriva": version.ville_inte_skriva}
    context |= {
        "version": version,
        "version_i_ord": plan_page.version_in_words(version),
        "plan": version.plan,
        "person": person,
        "idag": request.actor.today,
        "form": form,
        "stod": words,
        "lasare": planvy.readers(person, request.actor.today),
    }
    return render(request, f"handlaggare/{template}.html", context)


def jamfor(request: HttpRequest, pk: int) -> HttpResponse:
    """The yearly review: the version in force beside the draft, with the outcome of each promise."""
    rows = access.planer_visible_to(request.actor).select_related("person__namnd", "gallande")
    found = access.get_or_404(rows, request.actor, "plan.utkast", pk=pk)
    draft = found.versioner.utkast().first()
    if draft is None or found.gallande is None:
        return redirect("plan", pk)
    before, now = planinnehall.read_content(found.gallande), planinnehall.read_content(draft)
    sections = planjamfor.paired_sections(before, now, planinnehall.latest_outcomes(draft))
    audit.record("plan.oppnad", by=request.actor, about=[found.person], obj=draft)
    context = {
        "plan": found,
        "person": found.person,
        "version": draft,
        "fore": before,
        "innehall": now,
        "idag": request.actor.today,
        "avsnitt": sections,
        "antal": planjamfor.count_followed_up(sections),
        "utfallen": [(value, label.capitalize()) for value, label in Uppfoljning.Utfall.choices],
    }
    return render(request, "handlaggare/plan_jamfor.html", context)
