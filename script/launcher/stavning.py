"""Check that every word of every Swedish text that a user can see is in hunspell's list, or in script/ordlista.txt.

Run by the virtual environment's Python, which has hunspell's list: `python -m script.launcher.stavning`.
"""

import gc
import html
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from . import texts
from .environment import ROOT
from .speller import knows, knows_undivided
from .texts_python import of_python

OWN = "script/ordlista.txt"
NAMES = "plans/**/namn.toml"  # the demo's stock of invented names: known in every text, never a fault themselves
SOURCES: dict[str, Callable[[str], Iterable[texts.Piece]]] = {
    "templates/**/*.*": texts.of_template,
    "static/**/*.svg": texts.of_template,
    "static/js/*.js": texts.of_script,
    "static/css/*.css": texts.of_style,
    "static/exempel/*.csv": texts.of_plain,
    "plans/**/*.py": of_python,
    "plans/**/*.toml": texts.of_toml,
    "lss_portal/**/*.py": of_python,
    "script/launcher/*.py": of_python,
    "docs/d*.md": texts.of_markdown,  # demo, drift
    "docs/import.md": texts.of_markdown,
}
UNSEEN = {
    "migrations",
    "atkomst.py",
    "guards.py",
    "mutanter_kinds.py",
    "mutanter_worker.py",
}  # they print SQL, code or a page in English


def main() -> int:
    """Print a line for each fault; return 1 if there is any."""
    found = list(breaches())
    if found:
        print("\n".join(found))
    return 1 if found else 0


def breaches(root: Path = ROOT) -> Iterator[str]:
    """Yield a line for each unknown word, and for each fault in our own list."""
    groups = groups_of((root / OWN).read_text(encoding="utf-8"))
    names = {name for path in root.glob(NAMES) for name in names_of(path.read_text(encoding="utf-8"))}
    own = Own({word for group in groups for word in group}, names)
    for pattern, read in SOURCES.items():
        paths = sorted(path for path in root.glob(pattern) if path.is_file() and UNSEEN.isdisjoint(path.parts))
        if not paths:
            yield f"{pattern}: inga filer"
        for path in paths:
            for line, word in unknown(path.read_text(encoding="utf-8-sig"), read, own):
                yield f"{path.relative_to(root)}:{line}: {word}"
    yield from (f"{OWN}: {fault}" for group in groups for fault in faults(group))
    yield from (f"{OWN}: {word} används inte" for word in sorted(own.unmet))


# --- Words ----------------------------------------------------------------------------------------------------------
FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^{}\n]*\}")
NOT_WORDS = re.compile(r"[_@\\=<>|`$]|://|\w\.[a-z]|\w/\w+/|[*.]txt|^(urn:|--|/|script/|btn-)")
WORD = re.compile(r"(?<!\w)(?<!\d[-:])[^\W\d_]+(?:[-’':][^\W\d_]+)*(?!\w)")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, with their capitals, leaving out addresses, code and anything joined to a number."""
    bare = re.sub(r"<[^<>]*>", " ", html.unescape(text)).replace("\xad", "")
    for chunk in FILLED_IN.sub("0", bare).split():
        if not NOT_WORDS.search(chunk):
            yield from (word for word in WORD.findall(chunk) if len(word) > 1)


def unknown(source: str, read: Callable[[str], Iterable[texts.Piece]], own: "Own") -> Iterator[tuple[int, str]]:
    """Yield (line, word) for each word of a file that neither list knows."""
    lines = source.splitlines()
    for start, text in read(source):
        for word in words(text):
            if not knows(word) and not own.has(word):
                yield next((n for n, line in enumerate(lines[start - 1 :], start) if word in line), start), word


# --- Our own list ---------------------------------------------------------------------------------------------------
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
ALPHABET = str.maketrans("åäö", "{|}")


class Own:
    """The words of our own list and the names of the demo. Remembers which words of the list no text has used."""

    def __init__(self, listed: set[str], names: set[str]) -> None:
        self.all = listed | names
        self.unmet = set(listed)

    def has(self, word: str) -> bool:
        """Whether the word is here: also with a capital, with a genitive s, or joined by a hyphen to known words."""
        small = word[:1].lower() + word[1:]
        for form in (word, small, word.removesuffix("s"), small.removesuffix("s")):
            if form in self.all:
                self.unmet.discard(form)
                return True
        parts = re.split("[-:]", word)
        return len(parts) > 1 and all(knows(part) or self.has(part) for part in parts)


def groups_of(text: str) -> list[list[str]]:
    """The words under each heading of the list."""
    return [part.split("\n", 1)[1].split() for part in re.split(r"^#", text, flags=re.M) if "\n" in part]


def faults(group: list[str]) -> Iterator[str]:
    """Yield what is wrong with a group of the list: its order, a word that hunspell knows anyway, or a misspelling."""
    if group != sorted(group, key=lambda word: word.lower().translate(ALPHABET)):
        yield f"{group[0]} … {group[-1]} står inte i bokstavsordning"
    for word in group:
        if knows(word):
            yield f"{word} är känt ändå"
        elif near := meant(word):
            yield f"{word} är en felstavning av {near}"


def meant(word: str) -> str | None:
    """Find a known word by dropping one of two equal letters in a row, or by adding a letter anywhere."""
    if len(word) < 5 or word.isupper():  # every short word is close to some other
        return None
    small = word.lower()
    single = (word[:n] + word[n + 1 :] for n in range(1, len(word)) if small[n] == small[n - 1])
    longer = (small[:n] + letter + small[n:] for n in range(len(word) + 1) for letter in LETTERS)
    return next(filter(knows, single), None) or next(filter(knows_undivided, longer), None)


def names_of(stock: str) -> set[str]:
    """Each name in the demo's stock, and each part of a double name."""
    origins = tomllib.loads(stock)["ursprung"].values()
    names = {name for origin in origins for value in origin.values() if isinstance(value, list) for name in value}
    return names | {part for name in names for part in re.split("[ -]", name)}


if __name__ == "__main__":
    gc.disable()  # a short run that makes many small objects: collecting garbage would take a fifth of the time
    sys.exit(main())
