"""Logging in through a provider: choosing it, going there, returning by OpenID. Needs no login; changes no row.

The SAML return is in plans.konto.views.saml; both end in plans.konto.views.outcome.
"""

import requests
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from plans.access import oppen
from plans.konto.oidc import Client, OAuth2Error
from plans.konto.views import saml
from plans.konto.views.outcome import refuse
from plans.lasning import inloggningstjanster


@oppen
@never_cache
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a kommun, then an e-ID. With only one kommun the first choice is skipped."""
    groups = inloggningstjanster.by_kommun()
    wanted = request.GET.get("kommun", "")
    chosen = next((g for g in groups if str(g.namnd.pk) == wanted), groups[0] if len(groups) == 1 else None)
    context = {"grupper": groups, "vald": chosen, "next": request.GET.get(REDIRECT_FIELD_NAME, "")}
    return render(request, "account/eleg.html", context)


@oppen
@never_cache
@require_GET
def borja(request: HttpRequest, kod: str) -> HttpResponse:
    """Go to the provider. Only from our own pages: another site must not be able to start a login."""
    tjanst = get_object_or_404(inloggningstjanster.active_providers(), kod=kod)
    if request.user.is_authenticated:
        return redirect("hem")
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return redirect(f"{reverse('eleg')}?{urlencode({'next': request.GET.get(REDIRECT_FIELD_NAME, '')})}")
    if tjanst.protokoll == tjanst.Protokoll.SAML:
        return saml.redirect_to_provider(request, tjanst)
    try:
        return OAuth2LoginView.adapter_view(_client(request, kod))(request)
    except (requests.RequestException, OAuth2Error):
        return refuse(request, tjanst, "svarar_inte")


@oppen
@never_cache
@require_GET
def svar(request: HttpRequest, kod: str) -> HttpResponse:
    """Return from the provider. plans.konto.views.outcome decides who the user is and whether they get in."""
    return OAuth2CallbackView.adapter_view(_client(request, kod))(request)


def _client(request: HttpRequest, kod: str) -> Client:
    client = Client(request, kod)
    try:
        client.get_provider()
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return client
