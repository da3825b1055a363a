"""The plan's steps: share, record answers, make final, review, follow up, end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from plans import access, tasks
from plans.actions import planer, svar, uppfoljning
from plans.forms.bas import BaseForm
from plans.forms.plan import AvslutaForm, DelaForm, FaststallForm, FoljUppForm, SvaraForForm
from plans.lasning.plan import innehall as planinnehall
from plans.lasning.plan import lage as planlage
from plans.lasning.plan import vy as planvy
from plans.logg import audit
from plans.models import IndividuellPlan, PlanVersion
from plans.regler.fel import Regelbrott
from plans.views import conflicts
from plans.views.handlaggare import punkter
from plans.views.handlaggare.draft_page import draft_page, redirect_to_plan
from plans.views.handlaggare.plan import render_plan_form
from plans.views.page import form_data


def _show_conflict(request: HttpRequest, form: BaseForm, version: PlanVersion) -> None:
    """Tell the user that the draft has changed since the page was opened."""
    conflicts.show(request, form, version.plan.person, reverse("plan", args=[version.plan_id]))
    version.refresh_from_db()


@draft_page("plan.dela")
def dela(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Ask for confirmation, then share the draft with the person and those who act for them."""
    form = DelaForm(form_data(request), initial={"rev": version.rev})
    if form.is_valid():
        if form.run(planer.dela, version=version, by=request.actor, **form.cleaned_data):
            messages.success(request, "Utkastet är delat. Nu kan de läsa och svara.")
            return redirect_to_plan(version)
        _show_conflict(request, form, version)
    checks = planlage.checklist(version, request.actor.today)
    missing = [p for p in checks if not p.klar and p.avsnitt not in ("dela", "svar")]
    return render_plan_form(request, "plan_dela", version, form, saknas=punkter.rows(missing, version))


@draft_page("plan.andra")
def svara_for(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Record an answer that the person or a företrädare gave at a meeting, by phone or on paper."""
    form = SvaraForForm(form_data(request), version=version, today=request.actor.today)
    if form.is_valid():
        if form.run(svar.svara, version=version, by=request.actor, **form.arguments()):
            messages.success(request, "Svaret är sparat.")
            return redirect_to_plan(version, "svar")
        _show_conflict(request, form, version)
    return render_plan_form(request, "plan_svara_for", version, form)


@draft_page("plan.faststall")
def faststall(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Show the check-list of 10 §, ask about samråd and the next yearly review, make the plan final, order the PDF."""
    form = FaststallForm(form_data(request), version=version, today=request.actor.today)
    done = {"version": version, "by": request.actor}
    if form.is_valid():
        if form.run(planer.faststall, **done, **form.cleaned_data):
            tasks.nudge(tasks.rendera_pdf)
            messages.success(request, "Planen är klar och gäller från i dag.")
            return redirect_to_plan(version)
        _show_conflict(request, form, version)
    answer = planlage.persons_answer(version)
    checks = planlage.checklist(version, request.actor.today)
    stops = sum(p.maste and not p.klar for p in checks)
    show = form.is_bound or not (stops or answer == "vill_inte")
    more = {"punkter": punkter.rows(checks, version), "svaret": answer, "stoppar": stops, "visa_form": show}
    return render_plan_form(request, "plan_faststall", version, form, **more)


def _plan(request: HttpRequest, key: str, pk: int) -> IndividuellPlan:
    rows = access.planer_visible_to(request.actor).select_related("person__namnd", "gallande")
    return access.get_or_404(rows, request.actor, key, pk=pk)


@require_POST
def omprova(request: HttpRequest, pk: int) -> HttpResponse:
    """Start the yearly review: a new draft based on the version in force."""
    plan = _plan(request, "plan.omprova", pk)
    try:
        planer.omprova(plan=plan, by=request.actor)
    except Regelbrott as stop:
        messages.error(request, str(stop))
        return redirect("plan", pk)
    messages.success(request, "Genomgången är startad. Planen som gäller ändras inte förrän den nya är klar.")
    return redirect("plan-jamfor", pk)


def folj_upp(request: HttpRequest, pk: int, spar: UUID) -> HttpResponse:
    """Record the outcome of one promise or goal."""
    plan = _plan(request, "plan.folj_upp", pk)
    found = planvy.find_row(planinnehall.read_content(plan.gallande), spar) if plan.gallande else None
    if found is None:
        raise access.Nekad("plan.folj_upp", plan)
    last = plan.uppfoljningar.filter(spar=spar).order_by("pk").last()
    form = FoljUppForm(
        form_data(request), initial={"utfall": request.GET.get("utfall"), "sett": last.pk if last else 0}
    )
    note = {"plan": plan, "spar": spar, "by": request.actor}
    if form.is_valid():
        if form.run(uppfoljning.notera, **note, **form.cleaned_data):
            messages.success(request, "Det är sparat hur det gick.")
            draft = plan.versioner.utkast().exists()
            return redirect("plan-jamfor", pk) if draft else redirect_to_plan(plan.gallande, found[0])
        conflicts.show(request, form, plan.person)
    return render_plan_form(request, "plan_folj_upp", plan.gallande, form, rad=found[1])


def avsluta(request: HttpRequest, pk: int) -> HttpResponse:
    """End the plan, with a reason."""
    plan = _plan(request, "plan.avsluta", pk)
    form = AvslutaForm(form_data(request))
    if form.is_valid() and form.run(planer.avsluta, plan=plan, by=request.actor, **form.cleaned_data):
        messages.success(request, "Planen är avslutad.")
        return redirect("plan", pk)
    audit.record("plan.oppnad", by=request.actor, about=[plan.person], obj=plan)
    context = {"plan": plan, "person": plan.person, "form": form, "idag": request.actor.today}
    return render(request, "handlaggare/plan_avsluta.html", context)
