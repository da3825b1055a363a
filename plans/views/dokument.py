"""For all roles: download the PDF of a final plan, see whether it is ready, and order it again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_POST

from plans import access, tasks
from plans.actions import pdfer
from plans.logg import audit
from plans.models import PlanPdf
from plans.regler.fel import Regelbrott


def _pdf_or_404(request: HttpRequest, pk: int) -> PlanPdf:
    return access.get_or_404(access.pdfer_visible_to(request.actor), request.actor, "pdf.hamta", pk=pk)


@require_GET
def pdf_hamta(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the PDF of a plan. The file name has the case number and the version, but no personal name."""
    pdf = _pdf_or_404(request, pk)
    if pdf.status != PlanPdf.Status.KLAR:
        raise Http404
    version = pdf.version
    audit.record("pdf.hamtad", by=request.actor, about=[version.plan.person], obj=pdf)
    response = HttpResponse(bytes(pdf.innehall.data), content_type="application/pdf")
    case = slugify(version.plan.person.arendenummer)
    response["Content-Disposition"] = f'inline; filename="individuell-plan-{case}-v{version.nummer}.pdf"'
    return response


@require_GET
def pdf_status(request: HttpRequest, pk: int) -> JsonResponse:
    """Tell the waiting page whether the PDF is ready."""
    pdf = _pdf_or_404(request, pk)
    audit.record("pdf.status", by=request.actor, about=[pdf.version.plan.person], obj=pdf)
    return JsonResponse({"klar": pdf.status == PlanPdf.Status.KLAR, "fel": pdf.status == PlanPdf.Status.FEL})


@require_POST
def pdf_bestall(request: HttpRequest, pk: int) -> HttpResponse:
    """Order a failed PDF again."""
    rows = access.versioner_visible_to(request.actor)
    version = access.get_or_404(rows, request.actor, "pdf.bestall", pk=pk)
    try:
        pdfer.bestall(version=version, by=request.actor)
        tasks.nudge(tasks.rendera_pdf)
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect("plan-version", pk)
