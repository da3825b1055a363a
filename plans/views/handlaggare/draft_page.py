"""A decorator for every page that changes a draft: it finds the version, and refuses strangers and finished plans."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from plans import access
from plans.models import PlanVersion


def draft_page(key: str) -> Callable:
    """Give the view `version` instead of `pk`. A GET for a final or ended plan leads to the page for reading it."""

    def wrap(view: Callable) -> Callable:
        @wraps(view)
        def inner(request: HttpRequest, pk: int, **rest) -> HttpResponse:
            rows = access.versioner_visible_to(request.actor)
            version = access.get_or_404(rows, request.actor, key, pk=pk)
            if request.method != "POST" and (version.plan.avslutad or not version.ar_utkast):
                ended = "avslutad" if version.plan.avslutad else "klar"
                messages.warning(request, f"Planen är {ended} och kan inte ändras.")
                return redirect("plan-version", pk)
            return view(request, version=version, **rest)

        return inner

    return wrap


def redirect_to_plan(version: PlanVersion, avsnitt: str = "") -> HttpResponse:
    """Go back to the plan, at the section that was changed."""
    return redirect(reverse("plan", args=[version.plan_id]) + (f"#{avsnitt}" if avsnitt else ""))
