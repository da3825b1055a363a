"""A file that goes by the browser between two steps: what was tried is what is then done.

In a hidden field and not in a table: nothing to own, to sweep or to forget in a backup. It is encrypted and
authenticated (AES-GCM), opens only for the user, nämnd and errand that it was made for, and for half an hour. Sent
twice it does what the errand does when it is run twice, which for an import is nothing.
"""

import base64
import zlib
from datetime import datetime, timedelta

from plans.models import Namnd, User
from plans.models.kryptering import WrongKey, decrypt_bytes, encrypt_bytes

VALID = timedelta(minutes=30)
MAX_CHARACTERS = 1_900_000  # characters; the form with its ticket is to stay below DATA_UPLOAD_MAX_MEMORY_SIZE
CLOCK_BYTES = 8  # bytes: when it was made, in Unix seconds


class DoesNotOpen(Exception):
    """The package is somebody else's, changed, too old, or none at all; which of them is nobody's business."""


def _plats(errand: str, user: User, namnd: Namnd) -> str:
    return f"paket:{errand}:{user.pk}:{namnd.pk}"


def seal(data: bytes, errand: str, user: User, namnd: Namnd, now: datetime) -> str:
    """The bytes as text for a form, or empty when they are too many to go that way."""
    made = int(now.timestamp()).to_bytes(CLOCK_BYTES)
    sealed = encrypt_bytes(made + zlib.compress(data), _plats(errand, user, namnd))
    text = base64.urlsafe_b64encode(sealed).decode()
    return text if len(text) <= MAX_CHARACTERS else ""


def unseal(text: str, errand: str, user: User, namnd: Namnd, now: datetime) -> bytes:
    """The bytes again. Raises OppnasInte."""
    try:
        opened = decrypt_bytes(base64.urlsafe_b64decode(text.encode("ascii")), _plats(errand, user, namnd))
    except (WrongKey, ValueError) as fault:
        raise DoesNotOpen from fault
    age = now.timestamp() - int.from_bytes(opened[:CLOCK_BYTES])
    if not -60 <= age <= VALID.total_seconds():
        raise DoesNotOpen
    return zlib.decompress(opened[CLOCK_BYTES:])
