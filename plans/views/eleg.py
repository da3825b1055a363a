"""Logging in by an OpenID provider: choosing it, going there, coming back. All of it is open, and none of it stores."""

import requests
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from plans.access import oppen
from plans.lasning import inloggningstjanster
from plans.models import Inloggningstjanst
from plans.oidc import Klient, OAuth2Error

STATUS = {"okand": 403, "niva": 403, "fel": 400, "avbruten": 200, "svarar_inte": 503}


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
    klient = _klient(request, kod)
    if request.user.is_authenticated:
        return redirect("hem")
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return redirect(f"{reverse('eleg')}?{urlencode({'next': request.GET.get(REDIRECT_FIELD_NAME, '')})}")
    try:
        return OAuth2LoginView.adapter_view(klient)(request)
    except (requests.RequestException, OAuth2Error):
        return nekad(request, klient.get_provider().app.tjanst, "svarar_inte")


@oppen
@never_cache
@require_GET
def svar(request: HttpRequest, kod: str) -> HttpResponse:
    """Back from the provider. Who it is, and whether that lets anybody in, is decided in plans.inloggning."""
    return OAuth2CallbackView.adapter_view(_klient(request, kod))(request)


def _klient(request: HttpRequest, kod: str) -> Klient:
    klient = Klient(request, kod)
    try:
        klient.get_provider()
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return klient


def nekad(request: HttpRequest, tjanst: Inloggningstjanst, skal: str) -> HttpResponse:
    """Not let in. `okand` looks the same whoever it was: unknown, in another nämnd, closed, without a right."""
    context = {"tjanst": tjanst, "namnd": tjanst.namnd, "skal": skal, "personal": tjanst.for_vem == tjanst.For.PERSONAL}
    return render(request, "account/eleg_nekad.html", context, status=STATUS[skal])
