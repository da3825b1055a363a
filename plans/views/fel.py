"""Error pages that say what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from plans.views import kladd


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose CSRF token was refused: keep the typed text, and link to the page, which shows it again."""
    row = kladd.rescue(request)
    if row and request.path == reverse("kladd-spara"):
        return kladd.saved_answer(row)
    return render(request, "403.html", {"csrf": True, "kladd": row}, status=403)
