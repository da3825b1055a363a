"""Error answers that say what to do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from plans.access import oppen


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's ticket had run out: ask to go back and send again; what was typed is still there."""
    return render(request, "403.html", {"csrf": True}, status=403)


@oppen
def finns_inte(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
    """A door of the log-in library that we keep shut."""
    raise Http404
