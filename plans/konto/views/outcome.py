"""The end of every login through a provider, by OpenID or SAML: the user is let in or refused."""

import logging
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from plans import allauth_inner, klocka
from plans.lasning.legitimation import Refused, account_for
from plans.logg import audit
from plans.models import Actor, Inloggningstjanst, User

logger = logging.getLogger(__name__)
SENTENCES = {
    "okand": _("Vi hittar ingen plan som du kan öppna med din e-legitimation hos {kommun}."),
    "niva": _("Din e-legitimation har inte den säkerhetsnivå som behövs här. Använd en annan e-legitimation."),
    "avbruten": _("Du är inte inloggad."),
    "svarar_inte": _("{tjanst} svarar inte just nu. Försök igen om en stund."),
    "fel": _("Inloggningen gick inte att kontrollera, eller så tog den för lång tid. Försök igen."),
}
UNKNOWN_STAFF = _(
    "Vi hittar ingen inloggning för dig som personal. Be den som sköter portalen hos er att lägga upp den."
)
STATUS = {"okand": 403, "niva": 403, "fel": 400, "avbruten": 200, "svarar_inte": 503}


def decide(
    request: HttpRequest, tjanst: Inloggningstjanst, claims: Mapping[str, Any], next_url: str | None
) -> HttpResponse:
    """Log in the user whose account the trusted claims open; refuse everyone else."""
    try:
        user = account_for(tjanst, claims, klocka.today())
    except Refused as stop:
        _record(tjanst, stop.skal)
        return refuse(request, tjanst, "niva" if stop.skal == "niva" else "okand")
    return _let_in(request, user, tjanst, next_url)


def distrust(request: HttpRequest, tjanst: Inloggningstjanst, why: object) -> HttpResponse:
    """Refuse an answer that is forged, old or someone else's. `why` goes to the web server's log and names no one."""
    logger.warning("%s: %s", tjanst.kod, why)
    _record(tjanst, "svaret gick inte att lita på")
    return refuse(request, tjanst, "fel")


def refuse(request: HttpRequest, tjanst: Inloggningstjanst, skal: str) -> HttpResponse:
    """Show a refusal. `okand` gives one page for anyone unknown, in another nämnd, with a closed login or no right."""
    staff = tjanst.for_vem == tjanst.For.PERSONAL
    sentence = str(UNKNOWN_STAFF if staff and skal == "okand" else SENTENCES[skal])
    sentence = sentence.format(kommun=tjanst.namnd.kommun, tjanst=tjanst.namn)
    context = {"namnd": tjanst.namnd, "skal": skal, "personal": staff, "mening": sentence}
    return render(request, "account/eleg_nekad.html", context, status=STATUS[skal])


def _record(tjanst: Inloggningstjanst, why: str) -> None:
    """Log one row, which the provider's nämnd sees in its monthly review."""
    audit.record("inloggning.avvisad", by=None, obj=tjanst, namnd=tjanst.namnd, why=why, nekad=True)


def _let_in(request: HttpRequest, user: User, tjanst: Inloggningstjanst, next_url: str | None) -> HttpResponse:
    """Log the user in with a new session. Our second factor is skipped: the provider has vouched for the identity."""
    adapter = get_adapter(request)
    if request.user.is_authenticated:
        adapter.logout(request)
    allauth_inner.record_provider(request, user, tjanst.kod)
    audit.record("inloggning.eleg", by=Actor(user, klocka.today()), obj=tjanst)
    adapter.login(request, user)
    return adapter.post_login(
        request, user, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url=next_url
    )
