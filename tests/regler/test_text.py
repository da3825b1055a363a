"""NFC takes time that grows only with the length of the text; input that would take longer is refused beforehand."""

import time
import unicodedata

import pytest

from plans.regler.fel import Regelbrott
from plans.regler.text import FLEST_I_RAD, KRYMPER, nfc

ORDNADE = "a" + "\u0300" * FLEST_I_RAD
# Marks out of order, and characters that each decompose into two marks.
OONDA = {"marks": "a" + "\u0315" * 20_000 + "\u0300" * 20_000, "tibetan": "\u0f73" * 40_000, "both": "\u0344" * 40_000}


@pytest.mark.parametrize(
    "text", ["", "Åsa", "A\u030asa", "e\u0323\u0301", "👩🏽‍🦽", "한국", "\u1112\u1161\u11ab", "\u0f73", ORDNADE]
)
def test_what_anybody_writes_is_nfc(text):
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_the_limit_is_that_of_a_row_and_not_of_a_text():
    assert nfc(ORDNADE * 100) and nfc("e\u0301" * 1000) == "é" * 1000
    with pytest.raises(Regelbrott, match="för många accenter"):
        nfc(ORDNADE + "\u0301")


@pytest.mark.parametrize("what", OONDA)
def test_a_long_row_of_marks_takes_no_time(what):
    began = time.process_time()
    with pytest.raises(Regelbrott):
        nfc(OONDA[what])
    assert time.process_time() - began < 0.2


def test_planted_the_plain_function_would_be_seen():
    """Without the limit, half as many marks take longer than the 0.2 seconds that the whole text may take."""
    began = time.process_time()
    unicodedata.normalize("NFC", "a" + "\u0315" * 10_000 + "\u0300" * 10_000)
    assert time.process_time() - began > 0.2


MARKS = "\u0301" * 30


@pytest.mark.parametrize("text", ["e" + MARKS, MARKS, "é" + MARKS, "я" + MARKS, "я" * 100, "हि" * 100])
def test_thirty_marks_in_a_row_and_any_number_of_letters(text):
    assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["e" + MARKS + "\u0301", MARKS + "\u0301", "я" + MARKS + "\u0301"])
def test_thirty_one_are_too_many(text):
    with pytest.raises(Regelbrott, match="för många accenter"):
        nfc(text)


def test_nfc_shrinks_no_text_more_than_it_is_said():
    apart = (unicodedata.normalize("NFD", chr(code)) for code in range(0x20000))
    assert max(len(part) for part in apart if len(unicodedata.normalize("NFC", part)) == 1) == KRYMPER
