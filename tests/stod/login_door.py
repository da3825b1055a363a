"""What the tests of login share: a password, a TOTP app, the login form."""

from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from plans import allauth_inner
from plans.models import User
from tests.stod.totp import totp_code

PASSWORD = "hav-sten-bjork-99"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # a TOTP secret


def with_password(user: User, password: str = PASSWORD) -> User:
    """Give a user a password."""
    user.set_password(password)
    user.save()
    return user


def with_totp(user: User) -> Authenticator:
    """Give a user a code app and spare codes."""
    allauth_inner.recovery_codes(user)
    return allauth_inner.add_app(user, TOTP_SECRET)


def current_totp(secret: str = TOTP_SECRET) -> str:
    """Return the code that the app shows now."""
    return totp_code(secret)


def try_login(client: Client, username: str, password: str = PASSWORD, **extra) -> HttpResponse:
    """Try the login form once."""
    return client.post(reverse("account_login"), {"login": username, "password": password}, **extra)
