"""allauth's adapters: nobody signs up; accounts are made by administrators and staff, and e-IDs open only those.

Passwords, passkeys and TOTP of our own are at the top, the providers' log-ins beneath.
"""

import ipaddress
import logging
import time
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from plans import access, klocka
from plans.konto.oidc import OAuth2Error, Opalitligt, Utfardare
from plans.konto.views import legitimerad
from plans.lasning import inloggningstjanster
from plans.logg import audit
from plans.models import Actor, Inloggningstjanst, User, kryptering

logger = logging.getLogger(__name__)
NAMN = "Individuell plan"  # how passkeys and apps with codes show us
BYTT = {  # what allauth tells of, and what it is called in the log
    "account/email/password_changed": "inloggning.losenord_bytt",
    "mfa/email/totp_activated": "inloggning.nyckel_ny",
    "mfa/email/webauthn_added": "inloggning.nyckel_ny",
    "mfa/email/totp_deactivated": "inloggning.nyckel_bort",
    "mfa/email/webauthn_removed": "inloggning.nyckel_bort",
    "mfa/email/recovery_codes_generated": "inloggning.nya_koder",
}


class Losenord(AuthenticationBackend):
    """Passwords of our own: shut with LOKALA_LOSENORD. A disabled account is refused just as a wrong password is."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """The user, or None; the password is hashed once in either case, so that the time tells nothing."""
        user = super().authenticate(request, **credentials)
        self.unstash_authenticated_user()  # allauth would have led a disabled account to a page of its own
        return user if settings.LOKALA_LOSENORD else None


class KontoAdapter(DefaultAccountAdapter):
    """Closed sign-up; tries are counted per account; what is changed goes to the log, never to a mail."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Användarnamnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """The library sends none of its own: the portal has one mail, and it is neutral (plans/utskick/mejl.py)."""

    def is_safe_url(self, url: str) -> bool:
        """Django's own answer. The library's takes the address apart before it looks at how long it is."""
        hosts = {self.request.get_host(), *settings.ALLOWED_HOSTS}
        return url_has_allowed_host_and_scheme(url, hosts, require_https=self.request.is_secure())

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose tries are counted together."""
        return avsandare(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The account alone: allauth adds the Host, of which we may have several, each with tries of its own."""
        return credentials.get("username", "").lower()

    def login(self, request: HttpRequest, user: User) -> None:
        """In, when all that is asked for has been shown, with a row in the log; a provider's has its own already."""
        if not any(record.get("method") == "socialaccount" for record in get_authentication_records(request, user)):
            who = Actor(user, klocka.today())
            audit.record("inloggning.in", by=who, about=access.egna(who), obj=user)
        super().login(request, user)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password for a log-in that there is: its owner's nämnd sees it, and the person whose own it is."""
        user = User.objects.filter(username__iexact=credentials.get("username", "")).first()
        if user is not None:
            who = Actor(user, klocka.today())
            namnd = who.uppdrag.enhet.namnd if who.uppdrag else None
            audit.record("inloggning.fel", by=None, about=access.egna(who), obj=user, namnd=namnd, nekad=True)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """A disabled account that shows a passkey or an e-ID."""
        messages.error(request, "Det gick inte att logga in. Ring din kommun.")
        return redirect("account_login")

    def get_reauthentication_methods(self, user: User) -> list[dict]:
        """How one shows again who one is."""
        methods = super().get_reauthentication_methods(user)
        return [m for m in methods if settings.LOKALA_LOSENORD or m["id"] != "reauthenticate"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not just after log-in. Who has nothing of ours to show (an e-ID alone) logs in anew."""
        just_in = time.time() - self.request.session.get("inloggad", 0) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        if just_in:
            return False
        if not self.get_reauthentication_methods(self.request.user):
            again = redirect_to_login(self.request.path)
            logout(self.request)
            raise ImmediateHttpResponse(again)
        return super().is_reauthentication_required(app=app, **kwargs)

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:
        """A key or password was changed: write it in the log. A new key ends what was open without it."""
        event = BYTT.get(template_prefix)
        if event is None:  # of the parts that are shut (e-mail, linked accounts): nothing of ours was changed
            return
        audit.record(event, by=Actor(user, klocka.today()), obj=user)
        if event == "inloggning.nyckel_ny":
            for session in UserSession.objects.filter(user=user).exclude(session_key=self.request.session.session_key):
                session.end()


class NyckelAdapter(DefaultMFAAdapter):
    """Passkeys and TOTP: under our name and address, secrets encrypted."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Koden stämmer inte. Skriv den som appen visar just nu."
    }

    def encrypt(self, text: str) -> str:
        """With the key that is in use now."""
        return kryptering.kryptera_till_text(text, kryptering.NYCKLAR)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return kryptering.dekryptera_text(encrypted_text, kryptering.NYCKLAR)

    def get_totp_issuer(self) -> str:
        """What the app shows."""
        return NAMN

    def get_totp_label(self, user: User) -> str:
        """What the app shows beneath; says nothing of whose it is."""
        return user.username

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """Until the owner gives it another."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The address from the settings, never from the request."""
        return {"id": urlsplit(settings.PUBLIC_BASE_URL).hostname or "", "name": NAMN}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """Shown by the phone or computer when it asks which passkey."""
        entity = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.namn, "name": user.username}


def _utan_port(text: str) -> str:
    """The address of `ip:port`, `[v6]:port` or an address alone; some proxies write the port of each connection."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def avsandare(request: HttpRequest) -> str:
    """The address of whoever asks. Only what our own proxies (`PROXYER`) wrote in `X-Forwarded-For` is believed."""
    parts = request.headers.get("X-Forwarded-For", "").split(",")
    given = parts[-settings.PROXYER] if 0 < settings.PROXYER <= len(parts) else ""
    for address in (given, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ipaddress.ip_address(_utan_port(address.strip())))
        except ValueError:
            continue
    return "0.0.0.0"  # noqa: S104  a Unix socket without a proxy that tells


STARKA = {"socialaccount", "mfa"}  # a provider that answers for who it is; a passkey, TOTP or recovery code of ours


def stark_inloggning(request: HttpRequest) -> bool:
    """True when this session began with an e-ID, the employer's own log-in, a passkey or a second factor.

    allauth writes each thing that was shown into the session, bound to the user: `password`, `mfa` (its `type` says
    which), and `socialaccount`, which only `plans.views.legitimerad` writes, after the provider's level was checked.
    """
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in STARKA for record in records)


class TjanstAdapter(DefaultSocialAccountAdapter):
    """OpenID providers are our rows of Inloggningstjanst. Who logs in is known to us; allauth's tables stay empty."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list:
        """One unsaved app for each active row that speaks OpenID, or for the one whose `kod` is asked for."""
        rows = inloggningstjanster.aktiva().filter(protokoll=Inloggningstjanst.Protokoll.OIDC)
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
        tjanst, next_url = sociallogin.provider.app.tjanst, sociallogin.state.get("next")
        raise ImmediateHttpResponse(legitimerad.avgor(request, tjanst, sociallogin.claims, next_url))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """What went wrong before we knew who it was. An answer that cannot be trusted is logged."""
        tjanst = provider.app.tjanst
        why = exception if isinstance(exception, Opalitligt) else type(exception)
        if isinstance(exception, OAuth2Error):
            raise ImmediateHttpResponse(legitimerad.lita_inte_pa(request, tjanst, why))
        if exception is not None:
            logger.warning("%s: %s", tjanst.kod, why)
        if isinstance(exception, requests.RequestException):
            raise ImmediateHttpResponse(legitimerad.nekad(request, tjanst, "svarar_inte"))
        raise ImmediateHttpResponse(
            legitimerad.nekad(request, tjanst, "avbruten" if error == AuthError.CANCELLED else "fel")
        )


def _app(row: Inloggningstjanst) -> SocialApp:
    """The row as allauth wants it. E-IDs are asked for anew each time: the computer may be another's."""
    again = {"prompt": "login"} if row.for_vem == row.For.ENSKILDA else {}
    levels = {"acr_values": " ".join(row.godkanda_nivaer)} if row.niva_claim == "acr" and row.nivaer else {}
    app = SocialApp(
        provider=Utfardare.id,
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
