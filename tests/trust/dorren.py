"""What the gates about log-in share: a password, a TOTP app, the log-in form."""

from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from plans import allauth_inner
from plans.models import User
from tests.stod.totp import totp_code

LOSEN = "hav-sten-bjork-99"
HEMLIG = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # a TOTP secret


def med_losenord(user: User, password: str = LOSEN) -> User:
    """Give a log-in a password."""
    user.set_password(password)
    user.save()
    return user


def med_totp(user: User) -> Authenticator:
    """Give a log-in an app with codes, and spare codes."""
    allauth_inner.recovery_codes(user)
    return allauth_inner.add_app(user, HEMLIG)


def totp_kod(secret: str = HEMLIG) -> str:
    """What the app shows now."""
    return totp_code(secret)


def forsok(client: Client, username: str, password: str = LOSEN, **extra) -> HttpResponse:
    """One try at the log-in form."""
    return client.post(reverse("account_login"), {"login": username, "password": password}, **extra)
