"""One's own log-in: the session, and what one logs in with."""

import time
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plans import allauth_inner
from plans.access import oppen
from plans.actions import inloggningar
from plans.lasning import sakerhet as lasning

PAGE_NAMES = ("konto-sakerhet", "mfa_index", "mfa_list_webauthn", "usersessions_list")


@require_POST
def session_fortsatt(request: HttpRequest) -> HttpResponse:
    """*Fortsätt*: the middleware has renewed the session, and says in `Session-Slut` how many seconds are left."""
    return HttpResponse(status=204)


def sakerhet(request: HttpRequest) -> HttpResponse:
    """*Inloggning och säkerhet*: passkeys, app with codes, spare codes, and where one is logged in."""
    context = {
        "nycklar": lasning.own_keys(request.user),
        "sessioner": lasning.open_sessions(request.user, request.session.session_key, time.time()),
        "maste": lasning.lacks_second_factor(request.actor),
    }
    return render(request, "konto/sakerhet.html", context)


@require_POST
def logga_ut_overallt(request: HttpRequest) -> HttpResponse:
    """End every session of one's own, this one too."""
    inloggningar.logga_ut_overallt(by=request.actor)
    logout(request)
    messages.success(request, "Du är utloggad överallt.")
    return redirect("account_login")


def byt_losenord(request: HttpRequest) -> HttpResponse:
    """Change one's password, where there are passwords."""
    if not settings.LOKALA_LOSENORD:
        raise Http404
    return account_views.password_change(request)


@oppen
def not_found(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
    """A door of the log-in library that we keep shut."""
    raise Http404


class AddPasskey(AddWebAuthnView):
    """A passkey that opens the portal by itself. (allauth's own page leaves that to a tick box.)"""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The options ask for a passkey that is found without a user name, and for face, finger or code."""
        context = super().get_context_data(**kwargs)
        return context | {"js_data": {"creation_options": allauth_inner.passkey_options(self.request.user)}}
