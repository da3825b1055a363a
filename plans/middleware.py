"""Close views by default, end idle sessions, and log refusals."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from plans import access, klocka
from plans.actions import kladdar
from plans.lasning import inloggningstjanster, sakerhet
from plans.logg import audit
from plans.models import Actor

METHODS = ("GET", "HEAD", "POST")
# The admin site has no login page: everyone logs in at `account_login`, where attempts are counted.
OPEN_NAMES = {"account_login", "account_logout", "mfa_login_webauthn", "mfa_authenticate"}
# Pages open to staff who lack a second factor: those where they can get one, log out, or stay logged in.
WITHOUT_SECOND_FACTOR = {
    "konto-sakerhet",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "account_reauthenticate",
    "account_logout",
    "session-fortsatt",
}
# Views that an open page polls by itself: a call to them is no sign that the user is active.
NOT_RENEWING = {"pdf-status", "inbjudan-status"}
TIMED_OUT = "Din inloggning har gått ut. Logga in igen, så kommer du tillbaka dit du var."
PROVIDER_SHUT = "Inloggningen som du använde är stängd. Logga in på ett annat sätt, eller ring din kommun."
WRITE_AFTER = 60  # the least number of seconds between two writes of a session


class SessionEnd:
    """End a session that has been idle for INAKTIV_MINUTER, is older than SESSION_COOKIE_AGE, or began with a provider
    (e-ID, the employer's login) that has since been closed.

    The session stores when it began (`inloggad`) and when it was last used (`senast`), in Unix seconds. The page gets
    the time left in seconds, in `request.session_slut` and the header `Session-Slut`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = time.time()
        if request.user.is_authenticated and sakerhet.seconds_left(request.session, now) <= 0:
            logout(request)
            messages.warning(request, TIMED_OUT)
        if request.user.is_authenticated and inloggningstjanster.is_shut(providers_of(request)):
            logout(request)
            messages.warning(request, PROVIDER_SHUT)
        if request.user.is_authenticated:  # also for unknown addresses: the 404 page must look no different
            request.session_slut = sakerhet.seconds_left(request.session, now)
        response = self.get_response(request)
        if request.user.is_authenticated:
            if "inloggad" not in request.session:  # has just logged in
                request.session.update({"inloggad": now, "senast": now})
            response.headers["Session-Slut"] = str(sakerhet.seconds_left(request.session, now))
        return response

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        """Note that the user is active."""
        if not request.user.is_authenticated:
            return
        now, name = time.time(), request.resolver_match.view_name
        idle = now - request.session.get("senast", 0)
        if name not in NOT_RENEWING and (idle >= WRITE_AFTER or name == "session-fortsatt"):
            request.session["senast"] = now
            request.session.setdefault("inloggad", now)
        request.session_slut = sakerhet.seconds_left(request.session, now)


def providers_of(request: HttpRequest) -> set[str]:
    """The `kod` of the provider that the session began with, if any. Makes no query: the session is already read."""
    records = get_authentication_records(request, request.user)
    return {record["provider"] for record in records if "provider" in record}


PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class SecurityHeaders:
    """Forbid caching and device access in every response, error pages too; only static files are left out.

    It stands outside all middleware but Django's SecurityMiddleware and the one for static files, so that no page or
    error bypasses it. Headers that have settings (CSP, HSTS, nosniff, referrer, opener, frames) are added by their own
    middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        add_never_cache_headers(response)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class TooLarge:
    """Reject an oversized request with 413, whoever sends it, before its body is read.

    A request without a Content-Length may pass, since Django reads no body from it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:20]) > settings.FORFRAGAN_HOGST:
            return HttpResponse(render_to_string("413.html"), status=413)
        return self.get_response(request)


class ClosedByDefault:
    """Require login for every view that is not marked `oppen`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = Actor(request.user, klocka.today())
        request.roller = [u.roll for u in request.actor.alla_uppdrag]
        request.roll, request.namnd = access.rum(request.actor)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Send visitors to the login page, and staff without a second factor to the page where they get one.

        Only the methods of pages and forms are allowed. The admin site gives visitors a 404, so that they cannot tell
        where it is; the admin site itself decides which users get in.
        """
        match, inside = request.resolver_match, request.user.is_authenticated
        if match.namespace == "admin":
            if not inside:
                raise Http404
        elif request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if getattr(view, "oppen", False) or match.view_name in OPEN_NAMES:
            return None
        if inside:
            weak = match.view_name not in WITHOUT_SECOND_FACTOR and sakerhet.lacks_second_factor(request.actor)
            return redirect("konto-sakerhet") if weak else None
        return to_login(request)


def to_login(request: HttpRequest) -> HttpResponse:
    """Redirect to the login page, and from there back to the same page. A script that asks for JSON gets 401."""
    if request.headers.get("Accept") == "application/json":
        return HttpResponse(status=401)
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path())
    came_from = urlsplit(request.headers.get("Referer", ""))  # the form's page: a POST's own address may show no page
    here = came_from.netloc == request.get_host()
    return redirect_to_login(came_from._replace(scheme="", netloc="").geturl() if here else "/")


class DiscardDraft:
    """Discard the draft of an accepted form (one answered by a redirect). Done here, so that no view can forget to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 302 and request.user.is_authenticated and "kladd-plats" in request.POST:
            kladdar.kasta(plats=request.POST["kladd-plats"], by=request.actor)
        return response


class LogRefusal:
    """Write a log row for each refusal, after the refused action has been rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Record a Nekad; Django makes the 404 itself. When the log cannot be written, answer 503 with Retry-After."""
        try:
            self._nekad(request, exception)
        except audit.Unwritable as fault:
            exception = fault
        if isinstance(exception, audit.Unwritable):
            return HttpResponse(render_to_string("500.html"), status=503, headers={"Retry-After": "30"})
        return None

    def _nekad(self, request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, access.Nekad):
            obj = exception.obj
            about = obj.om_vem() if isinstance(obj, Model) and hasattr(obj, "om_vem") else []
            audit.record(exception.key, by=request.actor, about=about, obj=obj, nekad=True)
