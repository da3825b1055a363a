"""A code app (RFC 6238), written from the standard, so that allauth is not tested against its own code."""

import base64
import hmac
import time

PERIOD = 30  # how many seconds a code is shown
DIGITS = 6


def totp_code(secret: str, *, periods: int = 0) -> str:
    """Return the code that the app shows now, or `periods` periods from now."""
    counter = int(time.time()) // PERIOD + periods
    digest = hmac.digest(base64.b32decode(secret), counter.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"
