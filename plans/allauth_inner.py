"""Everything the portal uses from allauth's internals (`allauth.*.internal`), in one place.

Those internals may change in any version. tests/konto/test_allauth_inner.py calls each function here for real, and
tests/house/test_ordning.py fails if any other module imports the internals.
"""

from typing import Any

from allauth.account.internal.flows import login as login_flow
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.core.internal import ratelimit
from allauth.mfa.base.internal import flows as mfa_flow
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse


# --- Passkeys ---------------------------------------------------------------------------------------------------------
def passkey_options(user: AbstractBaseUser) -> dict[str, Any]:
    """Browser options for creating a passkey that is enough to log in by itself; the challenge stays in the session."""
    return webauthn.begin_registration(user, True)


def verify_passkey(credential: dict[str, Any]) -> None:
    """Check the browser's answer against the challenge in the session. A verified challenge cannot be used again.

    Raises ValidationError, or for malformed answers ValueError, TypeError, KeyError or AttributeError.
    """
    webauthn.parse_registration_response(credential)
    webauthn.complete_registration(credential)


def add_passkey(user: AbstractBaseUser, name: str, credential: dict[str, Any]) -> Authenticator:
    """Save a passkey, given the browser's answer after `verify_passkey` has checked it."""
    return webauthn.WebAuthn.add(user, name, credential).instance


# --- An authenticator app, and recovery codes -------------------------------------------------------------------------
def totp_secret(*, new: bool) -> str:
    """The TOTP secret offered in this session; with `new`, a fresh one."""
    return totp.get_totp_secret(regenerate=new)


def forget_totp_secret(request: HttpRequest) -> None:
    """Drop the offered secret from the session."""
    totp.clear_totp_secret(request)


def totp_code_fits(secret: str, code: str) -> bool:
    """True when an app with this secret would show the code now."""
    return totp.validate_totp_code(secret, code)


def add_app(user: AbstractBaseUser, secret: str) -> Authenticator:
    """Save an authenticator app; our adapter encrypts the secret."""
    return totp.TOTP.activate(user, secret).instance


def recovery_codes(user: AbstractBaseUser) -> list[str]:
    """The unused recovery codes. A login that has no recovery codes gets ten new ones."""
    return RecoveryCodes.activate(user).get_unused_codes()


def delete_lone_recovery_codes(user: AbstractBaseUser) -> None:
    """Delete the recovery codes of a login that has no other key left."""
    mfa_flow.delete_dangling_recovery_codes(user)


# --- Logging in -------------------------------------------------------------------------------------------------------
def consume_try(request: HttpRequest, action: str, limit: str) -> ratelimit.RateLimitUsage | None:
    """Count an attempt against a limit such as 10/h/ip. None if the limit is reached. `rollback()` uncounts it."""
    return ratelimit.consume(request, app="plans", action=action, config={action: limit})


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """The 429 page that says to wait."""
    return ratelimit.respond_429(request)


def record_provider(request: HttpRequest, user: AbstractBaseUser, provider: str) -> None:
    """Record in the session that a provider has authenticated the user."""
    login_flow.record_authentication(request, user, method="socialaccount", provider=provider)


def log_in_with_new_key(request: HttpRequest, key: Authenticator) -> HttpResponse:
    """Log in the owner of a newly created key without asking for the key again."""
    login = Login(user=key.user)
    LoginStageController(request, login).set_handled(AuthenticateStage.key)
    mfa_flow.post_authentication(request, key, passwordless=key.type == Authenticator.Type.WEBAUTHN)
    return login_flow.perform_login(request, login)
