"""allauth's adapter for accounts: no sign-up; administrators and staff create the accounts."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from plans import access, klocka
from plans.konto.client_address import client_address
from plans.logg import audit
from plans.models import Actor, User

EVENTS = {  # allauth's notifications, and their names in the log
    "account/email/password_changed": "inloggning.losenord_bytt",
    "mfa/email/totp_activated": "inloggning.nyckel_ny",
    "mfa/email/webauthn_added": "inloggning.nyckel_ny",
    "mfa/email/totp_deactivated": "inloggning.nyckel_bort",
    "mfa/email/webauthn_removed": "inloggning.nyckel_bort",
    "mfa/email/recovery_codes_generated": "inloggning.nya_koder",
}


class LocalPasswords(AuthenticationBackend):
    """The portal's own passwords, if LOKALA_LOSENORD is on. A disabled account is refused like a wrong password."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """The user, or None; the password is always hashed once, so that response times reveal nothing."""
        user = super().authenticate(request, **credentials)
        self.unstash_authenticated_user()  # allauth would otherwise show a page that reveals a disabled account
        return user if settings.LOKALA_LOSENORD else None


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up; attempts are counted per account; changes of passwords and keys are logged and never mailed."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Användarnamnet eller lösenordet stämmer inte. Kontrollera båda och försök igen.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Send nothing for the library: the portal has a single, neutral mail (plans/utskick/mejl.py)."""

    def is_safe_url(self, url: str) -> bool:
        """Use Django's check, which first rejects an address that is too long; allauth's parses one of any length."""
        hosts = {self.request.get_host(), *settings.ALLOWED_HOSTS}
        return url_has_allowed_host_and_scheme(url, hosts, require_https=self.request.is_secure())

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address whose attempts are counted together."""
        return client_address(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The account alone. allauth's key includes the Host, so each of our hosts would allow its own attempts."""
        return credentials.get("username", "").lower()

    def login(self, request: HttpRequest, user: User) -> None:
        """Log the user in, now that every factor is presented, and record it. A provider login is already recorded."""
        if not any(record.get("method") == "socialaccount" for record in get_authentication_records(request, user)):
            who = Actor(user, klocka.today())
            audit.record("inloggning.in", by=who, about=access.egna(who), obj=user)
        super().login(request, user)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record a wrong password for an existing login: in the nämnd if staff's, about the person if a person's."""
        user = User.objects.filter(username__iexact=credentials.get("username", "")).first()
        if user is not None:
            who = Actor(user, klocka.today())
            namnd = who.uppdrag.enhet.namnd if who.uppdrag else None
            audit.record("inloggning.fel", by=None, about=access.egna(who), obj=user, namnd=namnd, nekad=True)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Refuse a disabled account that has presented a passkey or an e-ID."""
        messages.error(request, "Det gick inte att logga in. Ring din kommun.")
        return redirect("account_login")

    def get_reauthentication_methods(self, user: User) -> list[dict]:
        """The ways in which the user can prove their identity again. A password is one only if passwords are on."""
        methods = super().get_reauthentication_methods(user)
        return [m for m in methods if settings.LOKALA_LOSENORD or m["id"] != "reauthenticate"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """False right after login. A user without a local factor (with an e-ID only) is logged out, to log in again."""
        just_in = time.time() - self.request.session.get("inloggad", 0) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        if just_in:
            return False
        if not self.get_reauthentication_methods(self.request.user):
            again = redirect_to_login(self.request.path)
            logout(self.request)
            raise ImmediateHttpResponse(again)
        return super().is_reauthentication_required(app=app, **kwargs)

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:
        """Log that a key or password was changed. A new key ends the other sessions, which were opened without it."""
        event = EVENTS.get(template_prefix)
        if event is None:  # from features that we keep shut (e-mail, linked accounts)
            return
        audit.record(event, by=Actor(user, klocka.today()), obj=user)
        if event == "inloggning.nyckel_ny":
            for session in UserSession.objects.filter(user=user).exclude(session_key=self.request.session.session_key):
                session.end()
