"""allauth's forms for passkeys: the browser's answer is JSON from anybody, read as small and shallow as it is."""

import json
from typing import Any

from allauth.mfa.webauthn import forms as allauth
from django import forms

HOGST = 20_000  # characters
DELAR = 100  # lists and objects; an answer has a handful
KOM_INTE_FRAM = "Nyckeln kom inte fram. Försök igen."


def _inget_tal(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


class Svar(json.JSONDecoder):
    """Reads the answer. What is too long, too deep or cannot be stored is no JSON."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"parse_constant": _inget_tal})

    def decode(self, s: str, *args: Any) -> Any:
        """The answer. Raises JSONDecodeError, for a number with too many digits too."""
        if len(s) > HOGST or s.count("[") + s.count("{") > DELAR or "\\u0000" in s:
            raise json.JSONDecodeError("Not a passkey's answer", "", 0)
        try:
            return super().decode(s, *args)
        except ValueError as fault:
            raise json.JSONDecodeError(str(fault), "", 0) from None


def _falt() -> forms.JSONField:
    return forms.JSONField(decoder=Svar, widget=forms.HiddenInput, error_messages={"invalid": KOM_INTE_FRAM})


class LoggaIn(allauth.LoginWebAuthnForm):
    """Log in with a passkey."""

    credential = _falt()


class AndraSteg(allauth.AuthenticateWebAuthnForm):
    """The second factor, after a password."""

    credential = _falt()


class Bekrafta(allauth.ReauthenticateWebAuthnForm):
    """Show again who one is."""

    credential = _falt()


class Ny(allauth.AddWebAuthnForm):
    """One more passkey."""

    credential = _falt()
