"""Every path, dotted name, call and command that the documents name exists."""

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from plans import access
from plans.logg.handelser import Handelseslag

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "benchmarks").glob("*.md")),
    *sorted(ROOT.glob("requirements*.in")),
]
TOP = ("plans", "templates", "static", "tests", "docs", "script", "lss_portal", "benchmarks")
NAMED_FROM = ("", "templates", "templates/components", "static", "static/css")  # a short path may start from these
MADE = {
    "var/",
    ".venv/bin/python",
    "forordnanden.csv",
    "onelogin/saml2/errors.py",
}  # a start or the demo makes the first three; the last is a file of python3-saml
NO_NAMES = {"plan.kommun.se", "demo.import"}  # a host name in an example; an event that the demo logs

ENDING = r"\.(?:py|html|md|toml|css|js|txt|csv|sql|svg|patch)"
ANYWHERE = re.compile(rf"(?<![\w./<>…-])(?:{'|'.join(TOP)})/[\w./*-]*")
SHORT = re.compile(rf"(?<![\w./<>…:-])(?:\.?[\w*-]+(?:/[\w.*-]+)+/?|[\w*-]+/|[\w*-]+{ENDING})(?![\w/<…-])")
DOTTED = re.compile(r"([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)(?:\(.*\))?")
CALL = re.compile(r"([A-Za-z_]\w*)\(.*\)")
COMMAND = re.compile(r"manage\.py (\w+)")


IN_CODE = re.compile(r"(?:ROOT|BASE_DIR\)?)((?: / \"[^\"{}]+\")+)")


def quoted(text: str) -> list[str]:
    """Return the text in backticks, leaving out blocks of code."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def missing_paths(text: str) -> set[str]:
    """Return the paths that lead nowhere: in backticks, or beginning with a top folder anywhere in the text."""
    named = {path.rstrip(".") for path in ANYWHERE.findall(text)}
    named |= {path for span in quoted(text) if not span.startswith(("/", "http")) for path in SHORT.findall(span)}
    return {path for path in named - MADE if not any(list((ROOT / base).glob(path)) for base in NAMED_FROM)}


def missing_names(text: str) -> set[str]:
    """Return the dotted names and calls in backticks that do not exist. A call must name something in our own code."""
    dotted = {m[1] for span in quoted(text) if (m := DOTTED.fullmatch(span)) and not re.search(ENDING + "$", m[1])}
    calls = {m[1] for span in quoted(text) if (m := CALL.fullmatch(span))}
    return {name for name in dotted - NO_NAMES if not known(name)} | {name for name in calls if name not in defined()}


def missing_commands(text: str) -> set[str]:
    """Return commands after manage.py that do not exist."""
    return {name for span in quoted(text) for name in COMMAND.findall(span)} - set(get_commands())


def known(name: str) -> bool:
    """Whether a name is an access key, an event, or something in our code or in a package."""
    return name in access.NYCKLAR or name in Handelseslag.values or in_code(name) or in_package(name)


def in_code(name: str) -> bool:
    """Whether a name is one of our modules, or something in one of our modules or classes.

    In `owner.name`, `owner` may be only the end of the dotted path of the module or class.
    """
    *owner, last = name.split(".")
    return name in scopes() or any(last in inside for path, inside in scopes().items() if ends(path, owner))


def ends(path: str, owner: list[str]) -> bool:
    """Whether the dotted path ends with these names."""
    return path.split(".")[-len(owner) :] == owner


def in_package(name: str) -> bool:
    """Whether a name can be reached from an importable top package by attributes."""
    first, *rest = name.split(".")
    try:
        thing = importlib.import_module(first)
    except ImportError:
        return False
    for part in rest:
        if not hasattr(thing, part):
            return False
        thing = getattr(thing, part)
    return True


@cache
def scopes() -> dict[str, set[str]]:
    """Map the dotted path of each of our packages, modules and classes to the names in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for top in TOP:
        for path in (ROOT / top).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            parts = parts[:-1] if parts[-1] == "__init__" else parts
            for n in range(1, len(parts)):
                found[".".join(parts[:n])].add(parts[n])
            for owner, name in members(ast.parse(path.read_text("utf-8")), ".".join(parts)):
                found[owner].add(name)
    return dict(found)


def members(scope: ast.AST, owner: str) -> Iterator[tuple[str, str]]:
    """Yield (owner, name) for each name that a module or class defines or imports, and for those in its classes."""
    for node in getattr(scope, "body", []):
        match node:
            case ast.ClassDef() | ast.FunctionDef():
                yield owner, node.name
                if isinstance(node, ast.ClassDef):
                    yield from members(node, f"{owner}.{node.name}")
            case ast.Assign(targets=targets):
                yield from ((owner, t.id) for t in targets if isinstance(t, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield owner, name
            case ast.Import() | ast.ImportFrom():
                yield from ((owner, alias.asname or alias.name) for alias in node.names)


@cache
def defined() -> set[str]:
    """Return every name in our packages, modules and classes."""
    return set().union(*scopes().values())


def lost_in_code(source: str) -> set[str]:
    """Return the paths that lead nowhere among those built from the top folder, as `ROOT / "docs" / "demo.md"`."""
    named = {"/".join(re.findall(r'"([^"]+)"', parts)) for parts in IN_CODE.findall(source)}
    return {path for path in named if not path.startswith(("var", ".venv")) and not (ROOT / path).exists()}


def test_what_the_code_names_is_there():
    """Code that runs only with --full is included: there a moved folder would otherwise go unnoticed."""
    files = [
        file for top in ("plans", "lss_portal", "tests", "script", "benchmarks") for file in (ROOT / top).rglob("*.py")
    ]
    assert {str(file): lost for file in files if (lost := lost_in_code(file.read_text("utf-8")))} == {}
    lost = ' / "tests" / "oidc" / "op.mjs"'
    assert lost_in_code("ROOT" + lost + ' ROOT / "docs" / "demo.md" ROOT / "var"') == {"tests/oidc/op.mjs"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_a_document_names_is_there(path):
    text = path.read_text("utf-8")
    assert {"paths": missing_paths(text), "names": missing_names(text), "commands": missing_commands(text)} == {
        "paths": set(),
        "names": set(),
        "commands": set(),
    }


def test_planterat_a_path_a_name_and_a_command_that_are_not_there():
    text = "plans/lasning/qr.py `views/krock.visa(…)` `js/hittepa.js` `tests/trust/test_r99_hittepa.py` `hej.md`"
    assert missing_paths(text) == {
        "plans/lasning/qr.py",
        "views/krock.visa",
        "js/hittepa.js",
        "tests/trust/test_r99_hittepa.py",
        "hej.md",
    }
    names = (
        "`planer.hittepa`, `Person.hittepa`, `hittepa(by=)`, `planer.faststall(by=)`, `Person.skyddad`, `lock(Model)`"
    )
    assert missing_names(f"{names} `pgtrigger.hittepa` `pgtrigger.ignore` `plan.faststall`") == {
        "planer.hittepa",
        "Person.hittepa",
        "hittepa",
        "pgtrigger.hittepa",
    }
    assert missing_commands("`manage.py hittepa` `manage.py migrate --check`") == {"hittepa"}
