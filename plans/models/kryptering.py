"""Encrypt personnummer and secrets in the database: AES-256-GCM, with a keyed blind index for lookups.

`LSS_KEYS` holds one or more keys, `2:<base64>,1:<base64>`. The first encrypts; each still decrypts what it once
encrypted. `manage.py byt_nyckel` re-encrypts every row with the first. The keys are kept outside the database, so a
stolen copy of it reveals no number and cannot be searched for one.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django import forms
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

NONCE, TAG = 12, 16
NYCKLAR = "mfa_authenticator.data"  # where the secrets of TOTP and recovery codes are stored


class WrongKey(Exception):
    """A value was encrypted with a key that is not in LSS_KEYS, or was tampered with."""


@cache
def read_keys(text: str) -> dict[int, bytes]:
    """The keys of `LSS_KEYS` by number, the encrypting key first. Raises ImproperlyConfigured."""
    try:
        pairs = [part.strip().split(":", 1) for part in text.split(",")]
        keys = {int(number): base64.urlsafe_b64decode(key) for number, key in pairs}
    except ValueError as fault:
        raise ImproperlyConfigured("LSS_KEYS is `number:base64key`, several with commas; see docs/drift.md") from fault
    if not all(0 < number < 256 and len(key) == 32 for number, key in keys.items()):
        raise ImproperlyConfigured("Each key in LSS_KEYS has a number from 1 to 255 and 32 bytes in base64")
    return keys


def _keys() -> dict[int, bytes]:
    return read_keys(settings.LSS_KEYS)


def active_key() -> int:
    """The number of the key that encrypts now."""
    return next(iter(_keys()))


@cache
def _derived_key(key: bytes, use: str) -> bytes:
    """Derive a separate key for each use (NIST SP 800-108 with HMAC): no key reveals another."""
    return hmac.digest(key, b"lss-portal\0" + use.encode(), "sha256")


def encrypt(text: str, plats: str) -> bytes:
    """Encrypt a text. `plats` ties the value to its column."""
    return encrypt_bytes(text.encode(), plats)


def encrypt_bytes(data: bytes, plats: str) -> bytes:
    """Encrypt; return key number (one byte), nonce, and ciphertext with tag. Decrypting needs the same `plats`."""
    number, key = next(iter(_keys().items()))
    nonce = os.urandom(NONCE)
    return bytes([number]) + nonce + AESGCM(_derived_key(key, "cipher")).encrypt(nonce, data, plats.encode())


def decrypt(data: bytes, plats: str) -> str:
    """Decrypt to text. Raises WrongKey."""
    return decrypt_bytes(data, plats).decode()


def decrypt_bytes(data: bytes, plats: str) -> bytes:
    """Decrypt to bytes. Raises WrongKey."""
    number = data[0] if data else 0
    key = _keys().get(number)
    if key is None:
        raise WrongKey(f"Key {number} is not in LSS_KEYS")
    try:
        cipher = AESGCM(_derived_key(key, "cipher"))
        return cipher.decrypt(data[1 : 1 + NONCE], data[1 + NONCE :], plats.encode())
    except Exception as fault:
        raise WrongKey("An encrypted value cannot be read") from fault


def encrypt_to_text(text: str, plats: str) -> str:
    """Encrypt for a place that holds text, such as a JSON column."""
    return base64.b64encode(encrypt(text, plats)).decode()


def decrypt_text(text: str, plats: str) -> str:
    """Decrypt a value from `encrypt_to_text`. Raises WrongKey."""
    return decrypt(base64.b64decode(text), plats)


def index(text: str) -> bytes:
    """The blind index under the encrypting key: 32 bytes."""
    return all_indexes(text)[0]


def all_indexes(text: str) -> list[bytes]:
    """The blind index under every key, the encrypting key first: during a key change a row may have any of them."""
    return [hmac.digest(_derived_key(key, "index"), text.encode(), hashlib.sha256) for key in _keys().values()]


class KrypteradText(models.Field):
    """A text stored encrypted, or as NULL when empty. Rows can be found only by the `BlintIndex` beside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The column type."""
        return "bytea"

    @property
    def plats(self) -> str:
        """The table and column that the ciphertext is tied to."""
        return f"{self.model._meta.db_table}.{self.attname}"

    def from_db_value(self, value: memoryview | bytes | None, expression: object, connection: object) -> str:
        """Decrypt."""
        return "" if value is None else decrypt(bytes(value), self.plats)

    def get_db_prep_value(
        self, value: str | None, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> bytes | None:
        """Encrypt."""
        return encrypt(value, self.plats) if value else None

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A one-line text field."""
        return super().formfield(**{"form_class": forms.CharField, "empty_value": "", **kwargs})

    def get_default(self) -> str:
        """The empty text."""
        return ""

    def get_lookup(self, lookup_name: str) -> type[models.Lookup] | None:
        """Allow only `isnull`, since equal texts have different ciphertexts. Raises TypeError for other lookups."""
        if lookup_name != "isnull":
            raise TypeError(f"{self.name} is encrypted; look it up by its blind index")
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> str:
        """Nothing: the value is never serialised in the clear."""
        return ""


class BlintIndex(models.BinaryField):
    """The keyed hash of another field in the row, computed on every save; NULL when that field is empty."""

    def __init__(self, av: str, **kwargs: Any) -> None:
        self.av = av
        kwargs["editable"] = False
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Include the other field's name, for migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, [self.av, *args], kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        """Compute the hash from the text, in bulk_create too."""
        text = getattr(model_instance, self.av)
        value = index(text) if text else None
        setattr(model_instance, self.attname, value)
        return value
