"""allauth's adapters: nobody signs up; accounts are made by administrators and staff, and e-IDs open only those."""

import logging
from typing import Any

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from plans import audit
from plans.lasning import inloggningstjanster
from plans.lasning.legitimation import Avvisad, konto_for
from plans.models import Inloggningstjanst, User
from plans.oidc import OAuth2Error, Opalitligt, Utfardare
from plans.views.eleg import nekad

logger = logging.getLogger(__name__)


class KontoAdapter(DefaultAccountAdapter):
    """Closed sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """The library sends none of its own: the portal has one mail, and it is neutral (plans/mail.py)."""


STARKA = {"socialaccount", "mfa"}  # a provider that answers for who it is; a passkey, TOTP or recovery code of ours


def stark_inloggning(request: HttpRequest) -> bool:
    """True when this session began with an e-ID, the employer's own log-in, a passkey or a second factor.

    allauth writes each thing that was shown into the session, bound to the user: `password`, `mfa` (its `type` says
    which), and `socialaccount`, which only `plans.inloggning` writes, after the provider's level was checked.
    """
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in STARKA for record in records)


class TjanstAdapter(DefaultSocialAccountAdapter):
    """The providers are our rows of Inloggningstjanst; who logs in is somebody we know. allauth's tables stay empty."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list:
        """One unsaved app for each active row, or for the one whose `kod` is asked for."""
        rows = inloggningstjanster.aktiva()
        return [_app(row) for row in (rows.filter(kod=provider) if provider != Utfardare.id else rows)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Utfardare:
        """The provider of a row, with our checks. Raises SocialApp.DoesNotExist."""
        return Utfardare(request, app=self.get_app(request, provider=provider))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The end of every log-in here: in, or refused. allauth's own matching and sign-up are never reached."""
        tjanst = sociallogin.provider.app.tjanst
        try:
            user = konto_for(tjanst, sociallogin.claims, timezone.localdate())
        except Avvisad as stop:
            audit.record("inloggning.avvisad", by=None, obj=tjanst, why=stop.skal, nekad=True)
            raise ImmediateHttpResponse(nekad(request, tjanst, "niva" if stop.skal == "niva" else "okand")) from None
        raise ImmediateHttpResponse(_slapp_in(request, user, tjanst, sociallogin.state.get("next")))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """What went wrong before we knew who it was. An answer that cannot be trusted is logged."""
        tjanst = provider.app.tjanst
        if exception is not None:
            logger.warning("%s: %s", tjanst.kod, exception if isinstance(exception, Opalitligt) else type(exception))
        if isinstance(exception, OAuth2Error):
            audit.record("inloggning.avvisad", by=None, obj=tjanst, why="svaret gick inte att lita på", nekad=True)
        if isinstance(exception, requests.RequestException):
            raise ImmediateHttpResponse(nekad(request, tjanst, "svarar_inte"))
        raise ImmediateHttpResponse(nekad(request, tjanst, "avbruten" if error == AuthError.CANCELLED else "fel"))


def _app(row: Inloggningstjanst) -> SocialApp:
    """The row as allauth wants it. E-IDs are asked for anew each time: the computer may be another's."""
    again = {"prompt": "login"} if row.for_vem == row.For.ENSKILDA else {}
    levels = {"acr_values": " ".join(row.godkanda_nivaer)} if row.niva_claim == "acr" and row.nivaer else {}
    app = SocialApp(
        provider=Utfardare.id, provider_id=row.kod, name=row.namn, client_id=row.klient_id, secret=row.klient_hemlighet,
        settings={
            "server_url": row.adress, "oauth_pkce_enabled": True, "scope": row.scope.split(),
            "auth_params": {"ui_locales": "sv", **again, **levels},
        },
    )  # fmt: skip
    app.tjanst = row
    return app


def _slapp_in(request: HttpRequest, user: User, tjanst: Inloggningstjanst, next_url: str | None) -> HttpResponse:
    """Log in, by a new session. Our own second factor is not asked for: the provider has answered for who it is."""
    adapter = get_account_adapter(request)
    if request.user.is_authenticated:
        adapter.logout(request)
    record_authentication(request, user, method="socialaccount", provider=tjanst.kod)
    audit.record("inloggning.eleg", by=user, obj=tjanst)
    adapter.login(request, user)
    return adapter.post_login(
        request, user, email_verification="none", signal_kwargs=None, email=None, signup=False, redirect_url=next_url
    )
