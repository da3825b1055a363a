"""The typefaces of the paper, and which characters they draw. No font of the machine is used: same bytes everywhere."""

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

SAKNAS = "◊"  # stands for characters that none of our typefaces draws, such as emoji
TVINGAD_RIKTNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # could make a text read otherwise


def _typsnitt(paket: str, *filer: str) -> list[Path]:
    """A family's regular and bold, from the wheel that brings it."""
    return [Path(str(files(paket) / "files" / fil)) for fil in filer]


# A letter is drawn by the first family that has it, so that nobody's name or words are lost
FAMILJER = {
    "atkinson": _typsnitt(
        "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf"
    ),
    "fira": _typsnitt("fontpkg_fira_sans", "FiraSans-Regular.ttf", "FiraSans-Bold.ttf"),
    "plex-arabic": _typsnitt(
        "fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf"
    ),
}


def _ritade(font: Path) -> set[int]:
    return set(TTFont(font, lazy=True).getBestCmap())


class _Tecken(dict[int, str | int | None]):
    """A translation table, filled as characters are met: kept, dropped, made a plain space, or SAKNAS."""

    def __init__(self) -> None:
        super().__init__({ord("\n"): "\n", ord("\t"): " ", ord("\r"): None})
        self.finns = set().union(*(_ritade(regular) & _ritade(bold) for regular, bold in FAMILJER.values()))

    def __missing__(self, kod: int) -> str | int | None:
        tecken = chr(kod)
        if unicodedata.category(tecken) == "Cc" or unicodedata.bidirectional(tecken) in TVINGAD_RIKTNING:
            self[kod] = None
        elif kod in self.finns:
            self[kod] = kod
        elif unicodedata.category(tecken) in {"Cf", "Mn", "Me"}:  # joiners, loose accents
            self[kod] = None
        elif unicodedata.category(tecken) in {"Zs", "Zl", "Zp"}:
            self[kod] = " "
        else:
            self[kod] = SAKNAS
        return self[kod]


_tecken = cache(_Tecken)


def ritbar(text: str) -> str:
    """The text with only characters that the embedded fonts can draw: a missing glyph is not allowed in PDF/A."""
    return unicodedata.normalize("NFC", text).translate(_tecken())
