"""The user's own login: the session, and the means of logging in."""

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
    """Answer *Fortsätt*. The middleware renews the session and puts the seconds left in the header `Session-Slut`."""
    return HttpResponse(status=204)


def sakerhet(request: HttpRequest) -> HttpResponse:
    """*Inloggning och säkerhet*: passkeys, code app, recovery codes, and where the user is logged in."""
    context = {
        "nycklar": lasning.own_keys(request.user),
        "sessioner": lasning.open_sessions(request.user, request.session.session_key, time.time()),
        "maste": lasning.lacks_second_factor(request.actor),
    }
    return render(request, "konto/sakerhet.html", context)


@require_POST
def logga_ut_overallt(request: HttpRequest) -> HttpResponse:
    """End all of the user's sessions, including this one."""
    inloggningar.logga_ut_overallt(by=request.actor)
    logout(request)
    messages.success(request, "Du är utloggad överallt.")
    return redirect("account_login")


def byt_losenord(request: HttpRequest) -> HttpResponse:
    """Change the user's password, where passwords are allowed."""
    if not settings.LOKALA_LOSENORD:
        raise Http404
    return account_views.password_change(request)


@oppen
def not_found(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
    """Answer 404 at an address of the login library that we keep shut."""
    raise Http404


class AddPasskey(AddWebAuthnView):
    """Add a passkey that is enough by itself to log in. (On allauth's own page, a tick box decides whether it is.)"""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for a passkey that can be found without a user name and is unlocked by face, finger or code."""
        context = super().get_context_data(**kwargs)
        return context | {"js_data": {"creation_options": allauth_inner.passkey_options(self.request.user)}}
