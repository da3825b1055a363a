"""One's own log-in: the session, and what one logs in with."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST


@require_POST
def session_fortsatt(request: HttpRequest) -> HttpResponse:
    """*Fortsätt*: the middleware has renewed the session, and says in `Session-Slut` how many seconds are left."""
    return HttpResponse(status=204)
