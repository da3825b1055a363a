"""Normalise text from outside to NFC.

Normalising sorts the combining marks that follow each other, in time quadratic in their number. Their number is limited
to 30, as in UAX #15, Stream-Safe Text Format. No language comes near the limit.
"""

import unicodedata

from plans.regler.fel import Regelbrott

FLEST_I_RAD = 30
KRYMPER = 4  # NFC makes a text at most this many times shorter
_FORST = "\u0300"  # the first character that is a mark, or decomposes into marks alone


def nfc(text: str) -> str:
    """The text in NFC. Raises Regelbrott, without sorting the marks, when too many combining marks follow in a row."""
    in_row = 0
    for char in text:
        if char < _FORST:
            in_row = 0
            continue
        for part in unicodedata.normalize("NFD", char):
            in_row = in_row + 1 if unicodedata.combining(part) else 0
        if in_row > FLEST_I_RAD:
            raise Regelbrott("Texten har för många accenter på ett och samma tecken. Ta bort dem och försök igen.")
    return unicodedata.normalize("NFC", text)
