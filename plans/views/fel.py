"""Error answers that say what to do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from plans.access import oppen
from plans.views import kladd


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's ticket had run out: keep what was typed, and lead back to the page, which shows it again."""
    row = kladd.radda(request)
    if row and request.path == reverse("kladd-spara"):
        return kladd.sparat(row)
    return render(request, "403.html", {"csrf": True, "kladd": row}, status=403)


@oppen
def finns_inte(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
    """A door of the log-in library that we keep shut."""
    raise Http404
