"""The house's caps on size: no file and no function may be too big to hold in mind."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .environment import ROOT

FILE_CAP, FUNCTION_CAP, TEMPLATE_CAP = 400, 60, 200
FILE_WARNING = 300
CODE = ("plans", "lss_portal", "script", "benchmarks", "tests")
EXACT = {"lss_portal/settings.py": 250}


def breaches(root: Path = ROOT) -> list[str]:
    """Return a line for each breach."""
    return [*_code(root), *_templates(root)]


def warnings(root: Path = ROOT) -> list[str]:
    """Return a line for each file that is within its cap but close to it."""
    lengths = {str(path.relative_to(root)): _lines(path) for path in _files(root)}
    long = {name: length for name, length in lengths.items() if FILE_WARNING < length <= _cap(name)}
    return [f"{name}: {length} rader, dela den före {_cap(name)}" for name, length in long.items()]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _files(root: Path) -> list[Path]:
    files = (file for folder in CODE for file in (root / folder).rglob("*.py"))
    return sorted(file for file in files if "migrations" not in file.parts)


def _cap(name: str) -> int:
    return EXACT.get(name, FILE_CAP)


def _code(root: Path) -> Iterator[str]:
    for path in _files(root):
        name = str(path.relative_to(root))
        if _lines(path) > _cap(name):
            yield f"{name}: {_lines(path)} rader, högst {_cap(name)}"
        if name.startswith("tests/"):  # a test of a journey or a table of cases may be one long function
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_CAP:
                    yield f"{name}:{node.lineno}: {node.name} är {length} rader, högst {FUNCTION_CAP}"


def _templates(root: Path) -> Iterator[str]:
    for path in sorted((root / "templates").rglob("*.*")):
        if path.is_file() and _lines(path) > TEMPLATE_CAP:
            yield f"{path.relative_to(root)}: {_lines(path)} rader, högst {TEMPLATE_CAP}"
