"""No file and no function that nobody can hold in mind: the caps of the house, counted."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .environment import ROOT

FILE_CAP, FUNCTION_CAP, TEMPLATE_CAP = 400, 60, 200
CODE = ("plans", "lss_portal", "script")
EXACT = {"lss_portal/settings.py": 250}


def breaches() -> list[str]:
    """A line for each breach."""
    return [*_code(), *_templates()]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _code() -> Iterator[str]:
    for path in sorted(file for folder in CODE for file in (ROOT / folder).rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = str(path.relative_to(ROOT))
        cap = EXACT.get(name, FILE_CAP)
        if _lines(path) > cap:
            yield f"{name}: {_lines(path)} rader, högst {cap}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_CAP:
                    yield f"{name}:{node.lineno}: {node.name} är {length} rader, högst {FUNCTION_CAP}"


def _templates() -> Iterator[str]:
    for path in sorted((ROOT / "templates").rglob("*.*")):
        if path.is_file() and _lines(path) > TEMPLATE_CAP:
            yield f"{path.relative_to(ROOT)}: {_lines(path)} rader, högst {TEMPLATE_CAP}"
