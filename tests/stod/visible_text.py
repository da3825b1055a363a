"""Reduce a page to the lines of text that users see: one block, one line.

White space counts only where a browser draws it, so a template may be re-indented, yet a space lost between two words
is noticed. The page's own style sheets say which elements are blocks, which are boxes within a line (written in
brackets) and which are plain text. Words in attributes are written in braces, and so are the targets of links and forms
(`href`, `action`), with N for each number.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import cssselect2
import tinycss2
from django.conf import settings
from lxml import html

BLOCKS = frozenset(
    "html head title body header footer main nav section article aside address h1 h2 h3 h4 h5 h6 p div ul ol li dl dt"
    " dd blockquote figure figcaption form fieldset legend details summary hr pre table caption thead tbody tfoot tr th"
    " td optgroup option noscript dialog search menu".split()
)
BOXES = frozenset("button input select textarea meter progress".split())
SILENT = frozenset("script style template link meta base path".split())
SPOKEN = ("aria-label", "aria-description", "aria-valuetext", "aria-current", "alt", "title", "placeholder", "label")
BY_STYLE = ("data-h", "data-skickar")  # a style sheet or a script shows these
STATES = ("checked", "selected", "disabled", "open")
TYPED = frozenset("text search email tel number date password url submit button reset".split())
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|(?<=[/=])\d+(?=$|[/&?#])")


def visible_lines(page: str) -> list[str]:
    """Return the lines of a whole page, its title first."""
    root = html.document_fromstring(page, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    sheets = tuple(e.get("href").split("?")[0] for e in root.iterfind(".//link[@rel='stylesheet']"))
    return _Reader(_styles(sheets)).read(cssselect2.ElementWrapper.from_html_root(root))


def way(url: str) -> str:
    """Replace the row numbers of an address by N."""
    return NUMBER.sub("N", url)


@cache
def _styles(sheets: tuple[str, ...]) -> cssselect2.Matcher:
    """Return a matcher that finds an element's rules about `display` and `white-space`, except those inside @-rules."""
    matcher = cssselect2.Matcher()
    for sheet in sheets:
        path = Path(settings.STATIC_ROOT) / sheet.removeprefix(f"/{settings.STATIC_URL.strip('/')}/")
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
        for rule in (r for r in rules if r.type == "qualified-rule"):
            said = {
                d.lower_name: tinycss2.serialize(d.value).strip()
                for d in tinycss2.parse_blocks_contents(rule.content)
                if d.type == "declaration" and d.lower_name in ("display", "white-space")
            }
            for selector in _selectors(rule) if said else ():
                if selector.pseudo_element is None:
                    matcher.add_selector(selector, said)
    return matcher


def _selectors(rule: tinycss2.ast.QualifiedRule) -> Iterable:
    """Compile a rule's selectors; return an empty tuple for syntax that only some browsers know."""
    try:
        return cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:
        return ()


class _Reader:
    """Walks one page. `run` is the current line, its white space not yet collapsed."""

    def __init__(self, styles: cssselect2.Matcher) -> None:
        self.styles, self.lines, self.run = styles, [], ""

    def read(self, element: cssselect2.ElementWrapper, space: str = "normal") -> list[str]:
        """Return the lines of one element alone."""
        before, self.lines, self.run = (self.lines, self.run), [], ""
        self._inside(element, space, self._said(element).get("display", ""))
        self._end_line()
        done, (self.lines, self.run) = self.lines, before
        return done

    def _said(self, element: cssselect2.ElementWrapper) -> dict[str, str]:
        found: dict[str, str] = {}
        for _, _, _, said in sorted(self.styles.match(element), key=lambda m: m[:2]):
            found |= said
        return found

    def _end_line(self) -> None:
        line = _collapse(self.run)
        self.run = ""
        if line:
            self.lines.append("".join(_seen(c) for c in line))

    def _text(self, text: str | None, space: str) -> None:
        if space.startswith("pre"):
            text = (text or "").replace("\r\n", "\n").replace("\n", "⏎")
        if space in ("pre", "pre-wrap"):
            text = re.sub("  +", lambda m: "·" * len(m[0]), text)
        self.run += text or ""

    def _element(self, element: cssselect2.ElementWrapper, space: str, *, item: bool) -> None:
        """Add an element. An `item` is a child of a flex or grid container, which turns its children into blocks."""
        tag, said = element.local_name, self._said(element)
        usual = "block" if tag in BLOCKS else "inline-block" if tag in BOXES else "inline"
        display = said.get("display", usual)
        hidden = "hidden" in element.etree_element.attrib or element.etree_element.get("type") == "hidden"
        if tag in SILENT or hidden or display == "none":
            return
        space = said.get("white-space", space)
        if tag == "br":
            self._end_line()
        elif item or not display.startswith("inline"):
            self._end_line()
            self._inside(element, space, display)
            self._end_line()
        elif display == "inline":
            self._inside(element, space, display)
        else:
            self.run += f"[{' / '.join(self.read(element, space))}]"

    def _inside(self, element: cssselect2.ElementWrapper, space: str, display: str) -> None:
        self.run += "".join(_attributes(element.etree_element))
        items = display.endswith(("flex", "grid"))
        if element.local_name == "textarea":
            typed = (element.etree_element.text or "").replace("\r\n", "\n").removeprefix("\n")
            self.run += typed.replace("\n", "⏎")
            return
        self._text(element.etree_element.text, space)
        for child in element.iter_children():
            self._element(child, space, item=items)
            self._text(child.etree_element.tail, space)


def _collapse(run: str) -> str:
    """Collapse white space as a browser does; words from attributes count as no text here."""
    line, free = "", True
    for part in re.split("(\x01[^\x02]*\x02)", run):
        if not part.startswith("\x01"):
            part = re.sub(" ?⏎ ?", "⏎", re.sub(r"[ \t\r\n\f]+", " ", part))
            part = part.removeprefix(" ") if free else part
            free = part.endswith((" ", "⏎")) if part else free
        line += part
    ends = re.sub("[ ⏎]+((?:\x01[^\x02]*\x02)*)$", r"\1", line)
    return ends.replace("\x01", "{").replace("\x02", "}")


def _attributes(element: html.HtmlElement) -> Iterator[str]:
    """Yield the words and targets in attributes, between the marks that `_collapse` turns into braces."""
    for name in (*SPOKEN, *BY_STYLE):
        if element.get(name):
            yield f"\x01{name}: {element.get(name)}\x02"
    yield from (f"\x01{name}\x02" for name in STATES if name in element.attrib)
    for name in ("href", "action"):
        if element.tag in ("a", "form") and element.get(name) is not None:
            yield f"\x01{way(element.get(name))}\x02"
    if element.tag == "input" and element.get("type", "text") in TYPED:
        yield element.get("value", "")


def _seen(character: str) -> str:
    """Write an odd space or a character without width as its code in braces; leave other characters as they are."""
    odd = character != " " and (character.isspace() or character in "\u00ad\u200b\u200c\u200d\u2060\ufeff")
    return f"{{{ord(character):04x}}}" if odd else character
