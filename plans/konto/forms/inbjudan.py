"""Handing over a login and receiving it: the method, the code, the new key."""

import json
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from plans import allauth_inner
from plans.forms.bas import BaseForm, ChoiceField, TextField
from plans.konto.forms.passkey import MAX_LENGTH, NOT_RECEIVED, AnswerDecoder
from plans.models import Inbjudan, User

BY_USER_NAME = "losenord"
WAYS = [
    (
        Inbjudan.Slag.MOTE,
        "Passkey på mottagarens egen telefon\nNi ses nu. Mottagaren läser av en QR-kod. Inget lösenord.",
    ),
    (Inbjudan.Slag.BREV, "Brev med kod\nDu skriver ut ett brev. Koden gäller i 30 dagar, en gång."),
    (BY_USER_NAME, "Användarnamn och lösenord\nDu ger dem själv. Ett gammalt lösenord slutar gälla."),
]


class HandOver(BaseForm):
    """How the login is handed over. `losenord` says whether the portal's own passwords are allowed."""

    satt = ChoiceField(
        label="Hur vill du lämna ut inloggningen?",
        choices=WAYS,
        widget=forms.RadioSelect,
        saknas="Välj hur du lämnar ut inloggningen.",
    )

    def __init__(self, *args: Any, losenord: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["satt"].choices = [c for c in WAYS if losenord or c[0] != BY_USER_NAME]


class Code(BaseForm):
    """The code from a letter."""

    kod = TextField(
        label="Koden i brevet",
        max_length=100,
        saknas="Skriv koden som står i brevet.",
        help_text="Stora eller små bokstäver spelar ingen roll. Du kan utelämna strecken.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class NewPasskey(BaseForm):
    """The passkey that the browser made, checked against this session's challenge."""

    credential = TextField(max_length=MAX_LENGTH, saknas=NOT_RECEIVED, widget=forms.HiddenInput)

    def clean_credential(self) -> dict[str, Any]:
        """Verify the challenge, the address, and that the device has verified its holder."""
        try:
            credential = json.loads(self.cleaned_data["credential"], cls=AnswerDecoder)
            allauth_inner.verify_passkey(credential)
        except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
            raise ValidationError(NOT_RECEIVED) from None
        return credential


class PasswordAndApp(BaseForm):
    """The user's own password and the first code from the app."""

    losenord = TextField(
        label="Välj ett lösenord",
        max_length=200,
        saknas="Välj ett lösenord.",
        help_text="Minst 12 tecken. Flera ord är bra.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    kod = TextField(
        label="Koden i appen",
        max_length=10,
        saknas="Skriv koden som appen visar.",
        help_text="Sex siffror.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "kort-falt"}),
    )

    def __init__(self, *args: Any, konto: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.konto = konto
        self.secret = allauth_inner.totp_secret(new=not self.is_bound)

    def clean_losenord(self) -> str:
        """Apply the rules for every password in the portal: long enough, not common."""
        password_validation.validate_password(self.cleaned_data["losenord"], self.konto)
        return self.cleaned_data["losenord"]

    def clean_kod(self) -> str:
        """Require the right code, as proof that the app has the secret."""
        if not allauth_inner.totp_code_fits(self.secret, self.cleaned_data["kod"].replace(" ", "")):
            raise ValidationError("Koden stämmer inte. Vänta på nästa kod i appen och skriv den.")
        return self.cleaned_data["kod"]
