"""Closed by default; refusals are logged."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from plans import access, audit
from plans.models import Person

# The admin has no door of its own: tries are counted at this one.
OPEN_NAMES = {"account_login", "account_logout", "mfa_login_webauthn"}


class Stangt:
    """Log-in is needed for every view that is not marked `oppen`. Nothing that is shown to a log-in is stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        request.uppdrag = access.uppdrag(request.user, today)
        request.roll, request.namnd = access.rum(request.user, today)
        response = self.get_response(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Send a stranger to the log-in page."""
        if request.user.is_authenticated or getattr(view, "oppen", False):
            return None
        if resolve(request.path_info).view_name in OPEN_NAMES:
            return None
        return redirect_to_login(request.get_full_path())


class Nekat:
    """Write the log row of a refusal, after the refused action has been rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Record a Nekad; the 404 itself is made by Django."""
        if isinstance(exception, access.Nekad):
            obj = exception.obj
            about: list[Person] = []
            if obj is not None:
                try:
                    about = [access.person_of(obj)]
                except TypeError:
                    about = []
            audit.record(exception.key, by=request.user, about=about, obj=obj, nekad=True)
