"""allauth's forms for passkeys: the browser's answer is untrusted JSON, so only small, shallow answers are read."""

import json
from typing import Any

from allauth.mfa.webauthn import forms as allauth
from django import forms

MAX_LENGTH = 20_000  # characters
MAX_PARTS = 100  # lists and objects; an answer has a handful
NOT_RECEIVED = "Nyckeln kom inte fram. Försök igen."


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


class AnswerDecoder(json.JSONDecoder):
    """Reads the browser's answer. Rejects as invalid JSON whatever is too long, too deep or impossible to store."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"parse_constant": _no_number})

    def decode(self, s: str, *args: Any) -> Any:
        """Decode the answer. Raises JSONDecodeError, also for a number with too many digits."""
        if len(s) > MAX_LENGTH or s.count("[") + s.count("{") > MAX_PARTS or "\\u0000" in s:
            raise json.JSONDecodeError("Not a passkey's answer", "", 0)
        try:
            return super().decode(s, *args)
        except ValueError as fault:
            raise json.JSONDecodeError(str(fault), "", 0) from None


def _credential_field() -> forms.JSONField:
    return forms.JSONField(decoder=AnswerDecoder, widget=forms.HiddenInput, error_messages={"invalid": NOT_RECEIVED})


class Login(allauth.LoginWebAuthnForm):
    """Log in with a passkey."""

    credential = _credential_field()


class SecondFactor(allauth.AuthenticateWebAuthnForm):
    """The second factor, after a password."""

    credential = _credential_field()


class Reauthenticate(allauth.ReauthenticateWebAuthnForm):
    """Prove your identity again."""

    credential = _credential_field()


class AddPasskey(allauth.AddWebAuthnForm):
    """One more passkey."""

    credential = _credential_field()
