"""hunspell's Swedish word list, read by spylls."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import files
from pathlib import Path
from typing import Any

from spylls.hunspell.algo.capitalization import Type
from spylls.hunspell.algo.lookup import AffixForm, Lookup
from spylls.hunspell.data.aff import Aff, Suffix
from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers import read_aff
from spylls.hunspell.readers.file_reader import FileReader

FAULTY = {"helgena"}  # the list forbids this word with all its endings, and so the good word "helgen" too


class _Entries(Dic):
    """The list's lines, made into entries on demand: spylls' own reader takes five seconds."""

    def __init__(self, path: Path) -> None:
        self.flags: dict[str, list[str]] = defaultdict(list)
        self.by_lower: dict[str, list[str]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            stem, _, flags = line.partition("/")
            if stem in FAULTY:
                continue
            self.flags[stem].append(flags)
            if not stem.islower():
                self.by_lower[stem.lower()].append(stem)
        self.entries: dict[str, list[Word]] = {}

    def __contains__(self, stem: str) -> bool:
        return stem in self.flags or stem in self.by_lower

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Word]:
        """The entries with this stem."""
        if ignorecase:
            return [entry for cased in self.by_lower.get(stem, ()) for entry in self.homonyms(cased)]
        if stem not in self.flags:
            return []
        if stem not in self.entries:
            self.entries[stem] = [Word(stem, set(flags), {}, [], Type.NO) for flags in self.flags[stem]]
        return self.entries[stem]


class _Endings:
    """The rules' endings. One is tried only if the rest of the word is an entry, or the ending may follow another."""

    def __init__(self, rules: Aff, entries: _Entries) -> None:
        self.entries = entries
        self.rules: dict[str, list[Suffix]] = defaultdict(list)
        for rule in (rule for group in rules.SFX.values() for rule in group):
            self.rules[rule.add].append(rule)
        self.longest = max(map(len, self.rules))
        self.second = {flag for group in self.rules.values() for rule in group for flag in rule.flags}

    def lookup(self, backwards: str) -> Iterator[Suffix]:
        """Yield the endings that a word, given back to front, may have."""
        word = backwards[::-1]
        for at in range(len(word), max(0, len(word) - self.longest) - 1, -1):
            for rule in self.rules.get(word[at:], ()):
                if rule.flag in self.second or word[:at] + rule.strip in self.entries:
                    yield rule


class _Lookup(Lookup):
    """spylls' search, looking for a second ending only where the rules have one."""

    def desuffix(self, word: str, required_flags: list[str], *args: Any, **kwargs: Any) -> Iterator[AffixForm]:
        """Yield the ways to take an ending off a word."""
        if self.aff.suffixes_index.second.issuperset(required_flags):
            yield from super().desuffix(word, required_flags, *args, **kwargs)


@cache
def _lookup() -> Lookup:
    found = next(file for file in files("hunspell-sv") or () if file.name == "sv_SE.aff")
    path = Path(str(found.locate()))
    rules, entries = read_aff(FileReader(str(path)))[0], _Entries(path.with_suffix(".dic"))
    rules.suffixes_index = _Endings(rules, entries)
    return _Lookup(rules, entries)


@cache
def knows(word: str) -> bool:
    """Whether a word is Swedish with exactly these capitals. The first letter may always be a capital."""
    begins_sentence = word[:1].isupper() and word[1:].islower()
    return (begins_sentence and _lookup()(word.lower())) or _lookup()(word)


def knows_undivided(word: str) -> bool:
    """Whether a lower-case word is in the list, with or without an ending, and is not a compound."""
    return any(_lookup().good_forms(word, capitalization=False, compound_forms=False)) and knows(word)
