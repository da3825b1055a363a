"""Check that templates read well: indents, one idea per line, clear includes. The number of breaches may only decrease.

`python3 -m script.launcher.templates` lists every breach; name a folder after it to see only that folder's.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .environment import ROOT

HOME = "templates"
READS_ITS_PAGE = {"components/felruta.html"}  # sums up the errors of the page's form, and so needs the page's values
CEILINGS = "script/mallar.toml"  # folder → number of breaches; a folder that is not listed has none
LINE_CAP, TAG_CAP, INCLUDE_CAP = 140, 2, 2
BLOCKS = frozenset(
    "html head title body header footer main nav section article aside address h1 h2 h3 h4 h5 h6 p div ul ol li dl dt"
    " dd blockquote figure figcaption form fieldset legend details summary hr pre table caption thead tbody tfoot tr th"
    " td noscript dialog search menu".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr path rect circle line".split())
BETWEEN = frozenset("else elif empty plural".split())

TAG = re.compile(r"\{%-?\s*(\w+).*?%\}")
HTML = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
INCLUDE = re.compile(r"\{%\s*include\s+\"([^\"]+)\"")
GIVEN = re.compile(r"\{%\s*include\s+\"([^\"]+)\"\s+([^%]*?)%\}")
UNNAMED = re.compile(r"\{%\s*include\s+[^\"\s]")
NOT_READ = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!.*?>|(?<=<pre>).*?(?=</pre>)", re.DOTALL)
# Hidden words take up no room, but in Chromium the space around them does: a space after them at the end of a link
# or a button, and the second of two spaces when they stand between other words.
ROOM = re.compile(
    r"visually-hidden\">[^<]*</span>\s+</(?:a|button|summary|label)>"
    r"|\s<span class=\"visually-hidden\">(?:(?!</span>).)*</span>\s",
    re.DOTALL,
)
VALUE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")


def main(arguments: list[str]) -> int:
    """Print each breach, in the folders named or in all."""
    found = [line for folder, line in _found(ROOT) if not arguments or folder in arguments]
    print("\n".join([*found, f"{len(found)} brott"]))
    return 1 if found else 0


def breaches(root: Path = ROOT) -> list[str]:
    """Return a line for each folder whose number of breaches is not its ceiling; if it is above, also the first ten."""
    ceilings = tomllib.loads((root / CEILINGS).read_text(encoding="utf-8"))
    found = list(_found(root))
    counts = Counter(folder for folder, _ in found)
    wrong = []
    for folder in sorted({*ceilings, *counts}):
        count, ceiling = counts[folder], ceilings.get(folder, 0)
        if count > ceiling:
            wrong.append(f"{HOME}/{folder}: {count} brott, högst {ceiling}. Till exempel:")
            wrong += [line for where, line in found if where == folder][:10]
        elif count < ceiling:
            wrong.append(f"{HOME}/{folder}: {count} brott. Sänk taket i {CEILINGS} från {ceiling} till {count}.")
    return wrong


def _found(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (folder, breach) for every breach in every template."""
    base = root / HOME
    sources = {
        str(path.relative_to(base)): path.read_text(encoding="utf-8")
        for path in sorted(base.rglob("*.*"))
        if path.is_file()
    }
    for name, source in sources.items():
        folder = name.split("/")[0] if "/" in name else "."
        for line, fault in [*_faults(name, source), *_deep(name, sources)]:
            yield folder, f"{HOME}/{name}:{line}: {fault}"


def _faults(name: str, source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, fault) for one template. Mail is plain text, so its white space belongs to the message."""
    text = NOT_READ.sub(_blank, source)
    read = [*_long(source), *_tags(text)]
    if not name.endswith(".txt"):
        read += [*_blocks(text), *_indents(text, _unread(source))]
        read += [(_line(text, m.end()), "luft efter dolda ord syns") for m in ROOM.finditer(text)]
    yield from sorted(read)


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _unread(source: str) -> set[int]:
    """The lines that begin inside a comment or a <pre>."""
    starts = (range(_line(source, m.start()) + 1, _line(source, m.end()) + 1) for m in NOT_READ.finditer(source))
    return {line for lines in starts for line in lines}


def _line(source: str, position: int) -> int:
    return source.count("\n", 0, position) + 1


def _long(source: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(source.splitlines(), 1):
        if len(line) > LINE_CAP:
            yield number, f"{len(line)} tecken, högst {LINE_CAP}"


def _tags(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        count = len(TAG.findall(line))
        if count > TAG_CAP:
            yield number, f"{count} taggar på en rad, högst {TAG_CAP}"


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Require at most one block-level element per line: a whole element, its start or its end."""
    for number, line in enumerate(VALUE.sub(_blank, text).splitlines(), 1):
        open_, count = [], 0
        for closing, name, _ in HTML.findall(line):
            if name not in BLOCKS:
                continue
            if closing and open_[-1:] == [name]:
                open_.pop()
                continue
            count += 1
            if not closing:
                open_.append(name)
        if count > 1:
            yield number, f"{count} block på en rad, högst ett"


# --- Indents --------------------------------------------------------------------------------------------------------
def _indents(text: str, unread: set[int]) -> Iterator[tuple[int, str]]:
    """Require two spaces of indent for each tag open around a line, and at most one tag opened or closed on it."""
    levels = _Levels(text)
    for number, line in enumerate(text.splitlines(), 1):
        before = len(levels.open)
        around = levels.read(number, len(line) - len(line.lstrip()))
        if not line.strip() or number in unread:
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent != 2 * around:
            yield number, f"{indent} blanksteg först på raden, ska vara {2 * around}"
        if abs(len(levels.open) - before) > 1:
            yield number, "mer än en tagg öppnas eller stängs på raden"


class _Levels:
    """The open tags, Django's and HTML's, followed line by line."""

    def __init__(self, text: str) -> None:
        self.open: list[str] = []
        self.events: dict[int, list[tuple[int, str, str]]] = {}
        names = {m[1] for m in TAG.finditer(text)}
        for m in TAG.finditer(text):
            name = m[1]
            if name in BETWEEN:
                self._add(text, m.start(), "between", "%")
            elif name.startswith("end"):
                self._add(text, m.start(), "close", "%" + name.removeprefix("end"))
            elif f"end{name}" in names:
                self._add(text, m.start(), "open", "%" + name)
        for m in HTML.finditer(VALUE.sub(_blank, text)):
            closing, name, rest = m.groups()
            if closing:
                self._add(text, m.start(), "close", name)
                continue
            self._add(text, m.start(), "open", "<")
            self._add(text, m.end() - 1, "close", "<")
            if name not in VOID and not rest.endswith("/"):
                self._add(text, m.end() - 1, "open", name)

    def _add(self, text: str, position: int, kind: str, name: str) -> None:
        column = position - (text.rfind("\n", 0, position) + 1)
        self.events.setdefault(_line(text, position), []).append((column, kind, name))

    def read(self, number: int, first: int) -> int:
        """Follow one line; return how many tags are open around it, without those that end at its start."""
        around = len(self.open)
        leading = True
        for column, kind, name in sorted(self.events.get(number, []), key=lambda event: event[0]):
            leading = leading and column == first and kind != "open"
            self._follow(kind, name)
            if leading:
                around = len(self.open) - (kind == "between")
        return around

    def _follow(self, kind: str, name: str) -> None:
        if kind == "open":
            self.open.append(name)
        elif kind == "close" and name in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(name) :]
        elif kind == "between":
            while self.open and not self.open[-1].startswith("%"):
                self.open.pop()


# --- Includes -------------------------------------------------------------------------------------------------------
def _deep(name: str, sources: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Check that each include names its template, gives it what it needs, and is at most two templates deep."""
    source = NOT_READ.sub(_blank, sources[name])
    for m in UNNAMED.finditer(source):
        yield _line(source, m.start()), "mallen nämns inte vid namn och går inte att följa"
    for m in GIVEN.finditer(source):
        name_of_it, values = m[1], m[2].split()
        posts, only = _posts(name_of_it, sources), "only" in values
        if posts and only and "csrf_token=csrf_token" not in values:
            yield _line(source, m.start()), "mallens formulär får ingen biljett: ge det csrf_token=csrf_token"
        if "with" in values and not only and not posts and name_of_it not in READS_ITS_PAGE:
            yield _line(source, m.start()), "mallen får värden men ser också sidans alla andra"
    for m in INCLUDE.finditer(source):
        chain = _chain(m[1], sources)
        if len(chain) > INCLUDE_CAP:
            yield _line(source, m.start()), f"{len(chain)} mallar i varandra, högst {INCLUDE_CAP}: {' → '.join(chain)}"


def _posts(name: str, sources: dict[str, str], above: tuple[str, ...] = ()) -> bool:
    """Whether a template, or one that it includes, holds a form that posts. `only` takes away its CSRF token."""
    source = NOT_READ.sub(_blank, sources.get(name, ""))
    below = [m[1] for m in INCLUDE.finditer(source) if m[1] not in (*above, name)]
    return "{% csrf_token %}" in source or any(_posts(each, sources, (*above, name)) for each in below)


def _chain(name: str, sources: dict[str, str], above: tuple[str, ...] = ()) -> list[str]:
    """Return the longest chain of includes from a template, itself first."""
    if name in above or name not in sources:
        return [name]
    below = [_chain(m[1], sources, (*above, name)) for m in INCLUDE.finditer(NOT_READ.sub(_blank, sources[name]))]
    return [name, *max(below, key=len, default=[])]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
