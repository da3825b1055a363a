"""A file that the browser carries from a trial run to the real one, so that both use the same file.

It travels in a hidden form field and is stored in no table, so nothing needs cleaning up or is left in a backup. It is
encrypted and authenticated (AES-GCM). It opens only for the user, nämnd and errand that it was made for, and only for
half an hour. Sending it twice runs the errand twice, but running an import again changes nothing.
"""

import base64
import zlib
from datetime import datetime, timedelta

from plans.models import Namnd, User
from plans.models.kryptering import WrongKey, decrypt_bytes, encrypt_bytes

VALID = timedelta(minutes=30)
MAX_CHARACTERS = 1_900_000  # characters; the form that carries it must stay below DATA_UPLOAD_MAX_MEMORY_SIZE
CLOCK_BYTES = 8  # bytes that tell when it was made, in Unix seconds


class DoesNotOpen(Exception):
    """The package is someone else's, altered, too old, or not a package; the error does not say which."""


def _plats(errand: str, user: User, namnd: Namnd) -> str:
    return f"paket:{errand}:{user.pk}:{namnd.pk}"


def seal(data: bytes, errand: str, user: User, namnd: Namnd, now: datetime) -> str:
    """Seal the bytes as text for a form; empty if they are too many to send that way."""
    made = int(now.timestamp()).to_bytes(CLOCK_BYTES)
    sealed = encrypt_bytes(made + zlib.compress(data), _plats(errand, user, namnd))
    text = base64.urlsafe_b64encode(sealed).decode()
    return text if len(text) <= MAX_CHARACTERS else ""


def unseal(text: str, errand: str, user: User, namnd: Namnd, now: datetime) -> bytes:
    """Open the sealed text and return the bytes. Raises DoesNotOpen."""
    try:
        opened = decrypt_bytes(base64.urlsafe_b64decode(text.encode("ascii")), _plats(errand, user, namnd))
    except (WrongKey, ValueError) as fault:
        raise DoesNotOpen from fault
    age = now.timestamp() - int.from_bytes(opened[:CLOCK_BYTES])
    if not -60 <= age <= VALID.total_seconds():
        raise DoesNotOpen
    return zlib.decompress(opened[CLOCK_BYTES:])
