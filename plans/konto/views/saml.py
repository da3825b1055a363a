"""Logging in through a SAML provider: going there, returning by a form that the browser posts, and our metadata.

The form comes from another site, so the browser sends no session with it (SameSite=Lax). We answer with a page that
posts the same answer once more, now from our own site and with the session that asked the question. Nothing is stored
in between. The session accepts only the answer to its own question, and only once.
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

QUESTION = "saml"  # session key: the question that awaits its answer
QUESTION_SECONDS = 900  # how long the question waits


def redirect_to_provider(request: HttpRequest, tjanst: Inloggningstjanst) -> HttpResponse:
    """Go to the provider. The session keeps the question, and the page to land on, which the provider is not told."""
    url, question_id = saml.question(tjanst)
    asked = {"id": question_id, "kod": tjanst.kod, "next": get_next_redirect_url(request), "nar": time.time()}
    request.session[QUESTION] = asked
    return redirect(url)


@oppen
@never_cache
@csrf_exempt
@require_POST
def svar(request: HttpRequest, kod: str) -> HttpResponse:
    """Return from the provider. The question in the session binds the answer to this browser, like a CSRF token."""
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
    """What the provider needs to know about us. Holds no secret."""
    return HttpResponse(saml.metadata(_active_or_404(kod)), content_type="application/samlmetadata+xml")


def _active_or_404(kod: str) -> Inloggningstjanst:
    rows = inloggningstjanster.active_providers().filter(protokoll=Inloggningstjanst.Protokoll.SAML)
    return get_object_or_404(rows, kod=kod)
