"""allauth's adapter for OpenID providers: e-IDs and employers' logins open only existing accounts."""

import logging
from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest

from plans.konto.oidc import OAuth2Error, Provider, Untrusted
from plans.konto.views import outcome
from plans.lasning import inloggningstjanster
from plans.models import Inloggningstjanst

logger = logging.getLogger(__name__)


class ProvidersAdapter(DefaultSocialAccountAdapter):
    """Makes OpenID providers of our rows of Inloggningstjanst. Users are found in our tables; allauth's stay empty."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list:
        """An unsaved app for each active OpenID row if `provider` is Provider.id, else for the row with that `kod`."""
        rows = inloggningstjanster.active_providers().filter(protokoll=Inloggningstjanst.Protokoll.OIDC)
        return [_app(row) for row in (rows.filter(kod=provider) if provider != Provider.id else rows)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        """The provider of a row, with our checks added. Raises SocialApp.DoesNotExist."""
        return Provider(request, app=self.get_app(request, provider=provider))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let the user in or refuse. Every login by OpenID ends here, before allauth's own matching and sign-up."""
        tjanst, next_url = sociallogin.provider.app.tjanst, sociallogin.state.get("next")
        raise ImmediateHttpResponse(outcome.decide(request, tjanst, sociallogin.claims, next_url))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """Refuse a login that failed before the user was identified. Log an answer that cannot be trusted."""
        tjanst = provider.app.tjanst
        why = exception if isinstance(exception, Untrusted) else type(exception)
        if isinstance(exception, OAuth2Error):
            raise ImmediateHttpResponse(outcome.distrust(request, tjanst, why))
        if exception is not None:
            logger.warning("%s: %s", tjanst.kod, why)
        if isinstance(exception, requests.RequestException):
            raise ImmediateHttpResponse(outcome.refuse(request, tjanst, "svarar_inte"))
        raise ImmediateHttpResponse(
            outcome.refuse(request, tjanst, "avbruten" if error == AuthError.CANCELLED else "fel")
        )


def _app(row: Inloggningstjanst) -> SocialApp:
    """The row as the SocialApp that allauth needs. An e-ID identifies the user at every login: computers are shared."""
    again = {"prompt": "login"} if row.for_vem == row.For.ENSKILDA else {}
    levels = {"acr_values": " ".join(row.godkanda_nivaer)} if row.niva_claim == "acr" and row.nivaer else {}
    app = SocialApp(
        provider=Provider.id,
        provider_id=row.kod,
        name=row.namn,
        client_id=row.klient_id,
        secret=row.klient_hemlighet,
        settings={
            "server_url": row.adress,
            "oauth_pkce_enabled": True,
            "scope": row.scope.split(),
            "auth_params": {"ui_locales": "sv", **again, **levels},
        },
    )
    app.tjanst = row
    return app
