"""Find the Swedish text in source files that users can see: (line, text) for each piece of text in a file.

A value that is filled in later becomes 0, so that no half word is left alone: `{{ namn }}s` gives `0s`.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

Piece = tuple[int, str]

# --- Which strings are prose ----------------------------------------------------------------------------------------
CODE = re.compile(
    r"\b(SELECT|PREPARE|EXECUTE|CREATE|ALTER|REVOKE|GRANT|COMMENT ON|SET [A-Z]+)\b|::"  # SQL
    r"|&&|\bimport \w|^(True|False)$"  # commands
    r"|; \w+=|^Bearer "  # headers
    r"|\\[AZbdsw]|\(\?|\[\^"  # regular expressions
    r"|%\(\w+\)s .*%\(\w+\)s"  # the format of log lines
)
ENGLISH = re.compile(r"\b(the|of|to|with|was|is|no|not|cannot|this|its|every)\b", re.I)
SWEDISH = re.compile(r"\b(och|att|det|är|som|på|av|för|en|ett|inte|den|med|till|har|kan|ska|i)\b", re.I)
SENTENCE = re.compile(r"\w\W*\s\W*\w")
FIRST_CAPITAL = re.compile(r"[A-ZÅÄÖ][^._A-ZÅÄÖ]*$")


def is_swedish(text: str) -> bool:
    """Whether a text has at least as many common small words of Swedish as of English."""
    return len(ENGLISH.findall(text)) <= len(SWEDISH.findall(text))


def is_prose(text: str) -> bool:
    """Whether a string is Swedish text, not code: it has a space, any of å, ä and ö, or a capital only at its start."""
    looks_so = re.search("[åäöÅÄÖ]", text) or SENTENCE.search(text) or FIRST_CAPITAL.match(text)
    return bool(looks_so) and not CODE.search(text) and is_swedish(text)


# --- Templates ------------------------------------------------------------------------------------------------------
TAG = re.compile(
    r"\{% *block klass *%\}.*?\{% *endblock *%\}"  # CSS classes
    r"|\{% *comment.*?endcomment *%\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
    re.S,
)
LITERAL = re.compile(r"""(?P<before>\w*[=:]?)("(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
SHOWN = ("rubrik=", "text=", "lank=", "knapp=", "hjalp=", "antal:", "antal_ord:", "default:", "yesno:", "join:")
LOOKS = ("class=", "klass=")
SHOWN_ATTRIBUTES = ("alt", "aria-label", "title", "placeholder")
MIXED_ATTRIBUTES = ("value", "content")  # these and data-… hold either text that is shown or a name that a script uses
FOR_BROWSERS = ("viewport", "color-scheme", "theme-color", "robots")
SILENT_TAGS = ("style", "script", "code")


class _Page(HTMLParser):
    """Collects the text between tags, and the attributes that a browser shows or reads aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Piece] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self.silent and (tag in SILENT_TAGS or given.get("translate") == "no"):
            self.silent = tag
        if given.get("name") in FOR_BROWSERS:
            return
        for name, value in attrs:
            mixed = name in MIXED_ATTRIBUTES or name.startswith("data-")
            if value and (name in SHOWN_ATTRIBUTES or (mixed and is_prose(value))):
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append((self.getpos()[0], data))


def of_template(source: str) -> Iterator[Piece]:
    """Yield the text of HTML, SVG or a mail, and those strings inside Django's tags that users see."""
    for tag in TAG.finditer(source):
        if not tag[0].startswith("{#"):
            yield from ((_line(source, tag), text) for text in _shown_in(tag[0]))
    page = _Page()
    page.feed(TAG.sub(_blank, source))
    page.close()
    yield from page.found


def _shown_in(tag: str) -> Iterator[str]:
    translated = re.match(r"\{% *(trans|translate)\b", tag)
    for literal in LITERAL.finditer(tag):
        text, before = literal["double"] or literal["single"] or "", literal["before"]
        if translated or before in SHOWN or (before not in LOOKS and is_prose(text)):
            yield text


def _blank(tag: re.Match[str]) -> str:
    return ("0" if tag[0].startswith("{{") else " ") + "\n" * tag[0].count("\n")


def _line(source: str, found: re.Match[str]) -> int:
    return source.count("\n", 0, found.start()) + 1


# --- Scripts, style sheets, the demo's texts ------------------------------------------------------------------------
SCRIPT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"use strict"|className = "[^"]*\""""
    r"""|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`""",
    re.S,
)
STYLE = re.compile(r'content: *"([^"]*)"|counter\(\w+\) *"([^"]*)"')
TOML = re.compile(r'''#[^\n]*|"""(.*?)"""|"((?:\\.|[^"\\\n])*)"|'([^'\n]*)\'''', re.S)


def _literals(pattern: re.Pattern[str], source: str) -> Iterator[Piece]:
    for found in pattern.finditer(source):
        text = next((group for group in found.groups() if group), "")
        if is_prose(text):
            yield _line(source, found), re.sub(r"\\(.)", " ", text)


def of_script(source: str) -> Iterator[Piece]:
    """Yield strings of JavaScript that are prose."""
    return _literals(SCRIPT, source)


def of_style(source: str) -> Iterator[Piece]:
    """Yield the text that a style sheet adds to the page."""
    return _literals(STYLE, source)


def of_toml(source: str) -> Iterator[Piece]:
    """Yield values of a TOML file that are prose."""
    return _literals(TOML, source)


# --- Plain text -----------------------------------------------------------------------------------------------------
MARKDOWN_CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)", re.S)


def of_plain(source: str) -> Iterator[Piece]:
    """Yield every line."""
    return iter(enumerate(source.splitlines(), 1))


def of_markdown(source: str) -> Iterator[Piece]:
    """Yield the text of a page without its code, if it is written in Swedish."""
    if is_swedish(source):
        yield from of_plain(MARKDOWN_CODE.sub(lambda code: "0" + "\n" * code[0].count("\n"), source))
