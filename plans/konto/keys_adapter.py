"""allauth's adapter for passkeys and TOTP: they carry our name and address, and their secrets are encrypted."""

from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from plans.models import User, kryptering

SHOWN_AS = "Individuell plan"  # the name that passkeys and code apps show for the portal


class KeysAdapter(DefaultMFAAdapter):
    """Gives passkeys and TOTP our name and address, and encrypts their secrets."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Koden stämmer inte. Skriv den som appen visar just nu."
    }

    def encrypt(self, text: str) -> str:
        """Encrypt with the current key."""
        return kryptering.encrypt_to_text(text, kryptering.NYCKLAR)

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt the secret."""
        return kryptering.decrypt_text(encrypted_text, kryptering.NYCKLAR)

    def get_totp_issuer(self) -> str:
        """The name the app shows."""
        return SHOWN_AS

    def get_totp_label(self, user: User) -> str:
        """The second line in the app; does not reveal whose account it is."""
        return user.username

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """The name of a new passkey, until the owner chooses another."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The portal's name and address. The address comes from the settings, never from the request."""
        return {"id": urlsplit(settings.PUBLIC_BASE_URL).hostname or "", "name": SHOWN_AS}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """The user, with the names that the device shows when it asks which passkey to use."""
        entity = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.namn, "name": user.username}
