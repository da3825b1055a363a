"""Find the Swedish that a user can see in Python: (line, text) for each string that is prose."""

import ast
import re
from collections.abc import Iterator

from .texts import Piece, is_prose

LABELS = {"verbose_name", "verbose_name_plural", "label", "help_text"}
LABEL_CALLS = re.compile(r"^models\.\w+Field$|^antal(_ord)?$")  # calls in which users see even a lone lower-case word
SILENT_NAMES = {"__all__", "NO_NETWORK_SIGNS", "WEBBLASARE"}  # they hold names that code or other programs use
SILENT_CALLS = re.compile(
    r"(^|\.)(compile|search|match|fullmatch|sub|maketrans|get|startswith|endswith)$"
    r"|(^|\.)(ForeignKey|OneToOneField|ManyToManyField|Dictionary|INGEN|TypeVar)$"
)
LITERALS = ast.Constant | ast.Tuple | ast.List | ast.Set


def of_python(source: str) -> Iterator[Piece]:
    """Yield the strings that are prose, except docstrings and compared strings. A value in an f-string becomes 0."""
    yield from _inside(ast.parse(source))


def _inside(node: ast.AST) -> Iterator[Piece]:
    choices = isinstance(node, ast.ClassDef) and any(_name(base).endswith("Choices") for base in node.bases)
    for child in ast.iter_child_nodes(node):
        if choices and isinstance(child, ast.Assign) and isinstance(child.value, ast.Tuple):
            yield from _piece(child.value.elts[-1], is_label=True)
        elif not _is_code(node, child):
            yield from _piece(child, _is_label(node, child))


def _piece(node: ast.AST, is_label: bool) -> Iterator[Piece]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and (is_label or is_prose(node.value)):
            yield node.lineno, node.value
    elif isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
        if is_prose(text):
            yield node.lineno, text
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _inside(part)
    else:
        yield from _inside(node)


def _is_code(parent: ast.AST, child: ast.AST) -> bool:
    match parent:
        case ast.Expr() | ast.Compare():  # a docstring, or a string that is compared with another or searched for
            return isinstance(child, LITERALS)
        case ast.Attribute(attr="split" | "join" | "encode"):
            return isinstance(child, ast.Constant)
        case ast.Subscript():
            return child is parent.slice
        case ast.AnnAssign() | ast.arg():
            return child is parent.annotation
        case ast.FunctionDef():
            return child is parent.returns
        case ast.Assign():
            return any(isinstance(target, ast.Name) and target.id in SILENT_NAMES for target in parent.targets)
        case ast.keyword():  # SQL of a trigger
            return parent.arg in {"func", "declare"}
        case ast.Call() if child in parent.args:
            return bool(SILENT_CALLS.search(_name(parent.func)))
    return False


def _is_label(parent: ast.AST, child: ast.AST) -> bool:
    match parent:
        case ast.keyword():
            return parent.arg in LABELS
        case ast.Assign():
            return any(isinstance(target, ast.Name) and target.id in LABELS for target in parent.targets)
        case ast.Call() if child in parent.args:
            return bool(LABEL_CALLS.search(_name(parent.func)))
    return False


def _name(called: ast.AST) -> str:
    match called:
        case ast.Name():
            return called.id
        case ast.Attribute():
            return f"{_name(called.value)}.{called.attr}"
    return ""
