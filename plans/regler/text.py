"""Normalise text from outside to NFC.

Ordering combining marks takes time quadratic in the length of a run, so a run has a limit: that of UAX #15, Stream-Safe
Text Format. No language comes near it.
"""

import unicodedata

from plans.regler.fel import Regelbrott

FLEST_I_RAD = 30
KRYMPER = 4  # text that is more than this many times too long is too long in NFC as well
_FORST = "\u0300"  # the first character that is a mark, or decomposes into marks alone


def nfc(text: str) -> str:
    """The text in NFC. Raises Regelbrott before ordering too many combining marks in a row."""
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
