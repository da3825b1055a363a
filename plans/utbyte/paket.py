"""A file that goes by the browser between two steps: what was tried is what is then done.

In a hidden field and not in a table: nothing to own, to sweep or to forget in a backup. It is encrypted and
authenticated (AES-GCM), opens only for the user, nämnd and errand that it was made for, and for half an hour. Sent
twice it does what the errand does when it is run twice, which for an import is nothing.
"""

import base64
import zlib
from datetime import datetime, timedelta

from plans.models import Namnd, User
from plans.models.kryptering import FelNyckel, dekryptera_bytes, kryptera_bytes

GILTIGT = timedelta(minutes=30)
STORST = 1_900_000  # characters; the form with its ticket is to stay below DATA_UPLOAD_MAX_MEMORY_SIZE
KLOCKA = 8  # bytes: when it was made, in Unix seconds


class OppnasInte(Exception):
    """The package is somebody else's, changed, too old, or none at all; which of them is nobody's business."""


def _plats(arende: str, user: User, namnd: Namnd) -> str:
    return f"paket:{arende}:{user.pk}:{namnd.pk}"


def packa(data: bytes, arende: str, user: User, namnd: Namnd, now: datetime) -> str:
    """The bytes as text for a form, or empty when they are too many to go that way."""
    made = int(now.timestamp()).to_bytes(KLOCKA)
    sealed = kryptera_bytes(made + zlib.compress(data), _plats(arende, user, namnd))
    text = base64.urlsafe_b64encode(sealed).decode()
    return text if len(text) <= STORST else ""


def packa_upp(text: str, arende: str, user: User, namnd: Namnd, now: datetime) -> bytes:
    """The bytes again. Raises OppnasInte."""
    try:
        opened = dekryptera_bytes(base64.urlsafe_b64decode(text.encode("ascii")), _plats(arende, user, namnd))
    except (FelNyckel, ValueError) as fault:
        raise OppnasInte from fault
    age = now.timestamp() - int.from_bytes(opened[:KLOCKA])
    if not -60 <= age <= GILTIGT.total_seconds():
        raise OppnasInte
    return zlib.decompress(opened[KLOCKA:])
