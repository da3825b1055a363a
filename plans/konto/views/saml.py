"""Logging in by a SAML provider: going there, coming back by a form that it makes the browser send, our metadata.

The form comes from another site, so the browser sends no session with it (SameSite=Lax). It is met by a page of ours
that sends the same answer once more, now from our own site and with the session that asked the question. Nothing is
kept meanwhile, and only that question's answer is taken, once.
"""

import time

from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from plans.access import oppen
from plans.konto import saml
from plans.konto.views.outcome import decide, distrust, refuse
from plans.lasning import inloggningstjanster
from plans.models import Inloggningstjanst

QUESTION = "saml"  # in the session: the question that waits for its answer
QUESTION_SECONDS = 900  # so long


def redirect_to_provider(request: HttpRequest, tjanst: Inloggningstjanst) -> HttpResponse:
    """Off to the provider, and remember what was asked. Where to land stays here; the provider is not told."""
    url, question_id = saml.question(tjanst)
    asked = {"id": question_id, "kod": tjanst.kod, "next": get_next_redirect_url(request), "nar": time.time()}
    request.session[QUESTION] = asked
    return redirect(url)


@oppen
@never_cache
@csrf_exempt
@require_POST
def svar(request: HttpRequest, kod: str) -> HttpResponse:
    """Back from the provider. The answer is bound to the question in the session, as a CSRF token would be."""
    tjanst = _active_or_404(kod)
    text, asked = request.POST.get("SAMLResponse", ""), request.session.pop(QUESTION, None)
    if asked is None and text and "igen" not in request.POST:
        return render(request, "account/eleg_saml.html", {"tjanst": tjanst, "svar": text})
    if asked is None or asked["kod"] != kod or time.time() - asked["nar"] > QUESTION_SECONDS:
        return distrust(request, tjanst, "no question waits for this answer")
    try:
        claims = saml.verified_answer(tjanst, text, asked["id"])
    except saml.BrokenOff:
        return refuse(request, tjanst, "avbruten")
    except saml.Untrusted as fault:
        return distrust(request, tjanst, fault)
    return decide(request, tjanst, claims, asked["next"])


@oppen
@require_GET
def metadata(request: HttpRequest, kod: str) -> HttpResponse:
    """What the provider has to know of us. It holds no secret."""
    return HttpResponse(saml.metadata(_active_or_404(kod)), content_type="application/samlmetadata+xml")


def _active_or_404(kod: str) -> Inloggningstjanst:
    rows = inloggningstjanster.active_providers().filter(protokoll=Inloggningstjanst.Protokoll.SAML)
    return get_object_or_404(rows, kod=kod)
