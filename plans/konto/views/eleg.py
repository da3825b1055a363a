"""Logging in by a provider: choosing it, going there, coming back by OpenID. All of it is open, and none of it stores.

The way back by SAML is in plans.views.saml; how both end, in plans.views.legitimerad.
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
from plans.konto.oidc import Klient, OAuth2Error
from plans.konto.views import saml
from plans.konto.views.legitimerad import nekad
from plans.lasning import inloggningstjanster


@oppen
@never_cache
@require_GET
def valj(request: HttpRequest) -> HttpResponse:
    """Which kommun, and then which e-ID. With one kommun there is nothing to choose first."""
    grupper = inloggningstjanster.i_kommuner()
    wanted = request.GET.get("kommun", "")
    vald = next((g for g in grupper if str(g.namnd.pk) == wanted), grupper[0] if len(grupper) == 1 else None)
    context = {"grupper": grupper, "vald": vald, "next": request.GET.get(REDIRECT_FIELD_NAME, "")}
    return render(request, "account/eleg.html", context)


@oppen
@never_cache
@require_GET
def borja(request: HttpRequest, kod: str) -> HttpResponse:
    """Off to the provider. Only from our own pages: another site cannot start somebody's log-in."""
    tjanst = get_object_or_404(inloggningstjanster.aktiva(), kod=kod)
    if request.user.is_authenticated:
        return redirect("hem")
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return redirect(f"{reverse('eleg')}?{urlencode({'next': request.GET.get(REDIRECT_FIELD_NAME, '')})}")
    if tjanst.protokoll == tjanst.Protokoll.SAML:
        return saml.till_utfardaren(request, tjanst)
    try:
        return OAuth2LoginView.adapter_view(_klient(request, kod))(request)
    except (requests.RequestException, OAuth2Error):
        return nekad(request, tjanst, "svarar_inte")


@oppen
@never_cache
@require_GET
def svar(request: HttpRequest, kod: str) -> HttpResponse:
    """Back from the provider. Who it is, and whether that lets anybody in, is decided in plans.views.legitimerad."""
    return OAuth2CallbackView.adapter_view(_klient(request, kod))(request)


def _klient(request: HttpRequest, kod: str) -> Klient:
    klient = Klient(request, kod)
    try:
        klient.get_provider()
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return klient
