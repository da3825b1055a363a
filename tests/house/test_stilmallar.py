"""Each class that our style sheets have rules for is one that our pages can have."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
SHEETS = sorted((ROOT / "static" / "css").glob("*.css"))
TEMPLATES = [p for p in (ROOT / "templates").rglob("*.*") if p.suffix in (".html", ".txt", ".svg")]
CODE = [p for folder in ("plans", "lss_portal") for p in (ROOT / folder).rglob("*.py") if "migrations" not in p.parts]
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
ATTRIBUTE = re.compile(r"""class=(["'])(.*?)\1""", re.DOTALL)
BODY = re.compile(r"\{% block klass %\}(.*?)\{% endblock", re.DOTALL)
QUOTED = re.compile(r"""(["'])(.*?)\1""")
TAG = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)


def selected(sheet: str) -> set[str]:
    """Return the classes in the selectors of a sheet."""
    rules = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", "", sheet, flags=re.DOTALL)
    return {name for part in re.findall(r"([^{}]*)\{", rules) for name in re.findall(r"\.(-?[A-Za-z_][\w-]*)", part)}


def words(texts: Iterable[str]) -> set[str]:
    """Split values of the class attribute, with any template tags in them, into class names."""
    return {word for text in texts for word in re.split(r"[\s\"'|:=,]+", re.sub(r"\{[%{]|[%}]\}", " ", text))}


def in_markup(text: str) -> set[str]:
    """Return the classes in a template: in its class attributes, and in its tags, which may pass them on."""
    given = [match[2] for match in ATTRIBUTE.finditer(text)] + BODY.findall(text)
    handed_on = [quoted[2] for tag in TAG.findall(text) for quoted in QUOTED.finditer(tag)]
    return words(given) | words(handed_on)


def in_code(text: str) -> set[str]:
    """Return the classes in a Python file: in strings that hold only names, and in class attributes in HTML strings."""
    strings = [n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    bare = [s for s in strings if re.fullmatch(r" ?[a-z][\w-]*( [a-z][\w-]*)*", s)]
    return words(bare).union(*(in_markup(s) for s in strings if "<" in s))


def in_script(text: str) -> set[str]:
    """Return the classes in a script's strings."""
    return words(quoted[2] for quoted in QUOTED.finditer(text))


def used() -> set[str]:
    """Return every class that a page can have."""
    kinds = ((TEMPLATES, in_markup), (CODE, in_code), (SCRIPTS, in_script))
    return set().union(*(read(path.read_text("utf-8")) for paths, read in kinds for path in paths))


def test_each_class_in_a_style_sheet_is_used():
    known = used()
    assert {p.name: unused for p in SHEETS if (unused := sorted(selected(p.read_text("utf-8")) - known))} == {}


def test_planterat_a_rule_for_a_class_that_no_page_has():
    sheet = (
        "/* .kommentar */ .panel > .hittepa:hover, a.klocka { color: red } @media print { .ingenstans { top: .5rem } }"
    )
    assert selected(sheet) - used() == {"hittepa", "ingenstans"}
