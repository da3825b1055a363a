"""The typefaces of the PDFs, and the characters they can draw.

No system font is used, so every machine makes the same bytes.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

MISSING = "◊"  # replaces characters that none of our typefaces has, such as emoji
FORCED_DIRECTION = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # can reorder a text on the page


def _font(package: str, *filer: str) -> list[Path]:
    """The font files of a family, regular and bold, in the Python package that ships them."""
    return [Path(str(files(package) / "files" / file)) for file in filer]


# A character is drawn by the first family that has it, so that no name or word is lost.
FAMILIES = {
    "atkinson": _font(
        "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf"
    ),
    "fira": _font("fontpkg_fira_sans", "FiraSans-Regular.ttf", "FiraSans-Bold.ttf"),
    "plex-arabic": _font("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf"),
}


def _drawn(font: Path) -> set[int]:
    return set(TTFont(font, lazy=True).getBestCmap())


class _Characters(dict[int, str | int | None]):
    """A translation table, filled in as characters turn up. Each is kept, dropped, or made a space or MISSING."""

    def __init__(self) -> None:
        super().__init__({ord("\n"): "\n", ord("\t"): " ", ord("\r"): None})
        self.finns = set().union(*(_drawn(regular) & _drawn(bold) for regular, bold in FAMILIES.values()))

    def __missing__(self, kod: int) -> str | int | None:
        character = chr(kod)
        if unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in FORCED_DIRECTION:
            self[kod] = None
        elif kod in self.finns:
            self[kod] = kod
        elif unicodedata.category(character) in {"Cf", "Mn", "Me"}:  # joiners, loose accents
            self[kod] = None
        elif unicodedata.category(character) in {"Zs", "Zl", "Zp"}:
            self[kod] = " "
        else:
            self[kod] = MISSING
        return self[kod]


_characters = cache(_Characters)


def drawable(text: str) -> str:
    """Keep only characters that the embedded fonts can draw: PDF/A does not allow a missing glyph."""
    return unicodedata.normalize("NFC", text).translate(_characters())
