"""The mutants of a source file. Each is one small bug, found by `ast` and written into the text.

A mutant is named by its function, its kind and the code that it changes, never by file or line, so that runs before
and after files have moved can be compared. Docstrings, annotations and `__str__` are left alone.
"""

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

GUARD, WIDE, EDGE, BRANCH, NUMBER, CALL = (
    "vakt borta",
    "vakt vidgad",
    "gräns",
    "gren kapad",
    "tal plus ett",
    "anrop borta",
)
EDGES = {ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">")}
NEGATED = {ast.NotIn: (r"not\s+in", "in"), ast.IsNot: (r"is\s+not", "is")}
TYPES = {"annotation", "returns", "type_params"}
NAMES = {"verbose_name", "verbose_name_plural", "help_text"}
SILENT = {"__str__", "__repr__"}
LONGEST = 110
Node = ast.AST


@dataclass(frozen=True)
class Mutant:
    """One change: bytes `start` to `end` of the file become `new`. Tests that reach a line within `lines` run it."""

    stem: str
    package: str
    path: str
    line: int
    kind: str
    start: int
    end: int
    before: str
    new: str
    lines: tuple[int, int]
    function: bool  # inside a function, so that its code can be swapped in a loaded module
    name: str  # the module-level name that it is part of, used when no test is seen to reach its line
    id: str = ""

    def apply(self, source: bytes) -> bytes:
        """Return the file's bytes with the bug in place. The number of lines stays the same."""
        lost = source.count(b"\n", self.start, self.end) - self.new.count("\n")
        fill = b"\n" if self.new == "pass" else b"\\\n"
        return source[: self.start] + self.new.encode() + fill * lost + source[self.end :]


@dataclass(frozen=True)
class Scope:
    """The place in the file that the walk has come to."""

    names: tuple[str, ...] = ()
    function: bool = False
    lines: tuple[int, int] = (0, 0)
    top: str = ""


def collect(root: Path, packages: dict[str, tuple[str, ...]]) -> list[Mutant]:
    """Collect all mutants of the packages, each with its id."""
    found = []
    for package, paths in packages.items():
        for path in _files(root, paths):
            found += File(path.read_bytes(), package, path.relative_to(root).as_posix()).mutants()
    return numbered(found)


def _files(root: Path, paths: Iterable[str]) -> Iterator[Path]:
    for path in (root / name for name in paths):
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*.py") if "migrations" not in file.parts)
        elif path.is_file():
            yield path


def numbered(found: Iterable[Mutant]) -> list[Mutant]:
    """Give each mutant its id: its stem, and its number among the mutants of the package that have the same stem."""
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for mutant in found:
        seen[mutant.package, mutant.stem] += 1
        out.append(replace(mutant, id=f"{mutant.stem} · {seen[mutant.package, mutant.stem]}"))
    return out


class File:
    """One source file, and the walk that finds its mutants."""

    def __init__(self, source: bytes, package: str, path: str) -> None:
        self.source, self.package, self.path = source, package, path
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def mutants(self) -> list[Mutant]:
        """List the mutants in the order in which they stand in the text."""
        found = list(self._body(ast.parse(self.source).body, Scope()))
        return sorted(found, key=lambda m: (m.start, m.end, m.kind, m.new))

    # --- The walk ----------------------------------------------------------------------------------------------------

    def _body(self, body: Iterable[ast.stmt], scope: Scope) -> Iterator[Mutant]:
        for statement in body:
            yield from self._statement(statement, scope)

    def _statement(self, node: ast.stmt, scope: Scope) -> Iterator[Mutant]:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from self._definition(node, scope)
            return
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        scope = replace(scope, lines=_header(node), top=scope.top or _assigned(node))
        if isinstance(node, ast.If):
            yield from self._if(node, scope)
        elif isinstance(node, ast.While):
            yield self._swap(BRANCH, node.test, "False", scope, f"while {ast.unparse(node.test)}")
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            guard = ast.unparse(node.value.func).split(".")[-1] == "require"
            yield self._swap(GUARD if guard else CALL, node, "pass", scope)
        yield from self._children(node, scope)

    def _definition(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, scope: Scope
    ) -> Iterator[Mutant]:
        if node.name in SILENT:
            return
        names = (*scope.names, node.name)
        outside = replace(scope, names=names, top=scope.top or node.name, lines=(node.lineno, node.body[0].lineno - 1))
        for child in (*node.decorator_list, *([] if isinstance(node, ast.ClassDef) else [node.args])):
            yield from self._expression(child, node, outside)
        function = scope.function or not isinstance(node, ast.ClassDef)
        yield from self._body(node.body, replace(outside, function=function))

    def _children(self, node: Node, scope: Scope) -> Iterator[Mutant]:
        for name, value in ast.iter_fields(node):
            if name in TYPES:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.stmt):
                    yield from self._statement(child, scope)
                elif isinstance(child, ast.ExceptHandler | ast.match_case):
                    yield from self._children(child, scope)
                elif isinstance(child, ast.AST):
                    yield from self._expression(child, node, scope)

    def _expression(self, node: Node, parent: Node, scope: Scope) -> Iterator[Mutant]:
        if isinstance(node, ast.JoinedStr):  # before Python 3.12, positions inside an f-string are wrong
            return
        if isinstance(node, ast.keyword) and node.arg in NAMES:
            return
        if isinstance(node, ast.BoolOp):
            yield from self._and_or(node, scope)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield self._swap(f"{WIDE}: not", node, self._text(node).removeprefix("not").lstrip(" "), scope)
        elif isinstance(node, ast.Compare):
            yield from self._compare(node, scope)
        elif isinstance(node, ast.IfExp):
            for constant in ("True", "False"):
                yield self._swap(f"{BRANCH}: {constant}", node.test, constant, scope, ast.unparse(node))
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield self._swap(f"{BRANCH}: True", test, "True", scope)
        elif isinstance(node, ast.Call):
            yield from self._keywords(node, scope)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            new = str(node.value + 1)
            yield self._swap(f"{NUMBER}: {node.value}", node, new, scope, ast.unparse(parent))
        yield from self._children(node, scope)

    # --- The kinds ---------------------------------------------------------------------------------------------------

    def _if(self, node: ast.If, scope: Scope) -> Iterator[Mutant]:
        """Make two mutants of an `if`: its body never runs (a guard never raises), or its body always runs."""
        last, test = node.body[-1], ast.unparse(node.test)
        if isinstance(last, ast.Raise):
            yield self._swap(
                GUARD, last, "pass", replace(scope, lines=_header(last)), f"if {test}: {ast.unparse(last)}"
            )
        elif node.orelse:
            yield self._swap(f"{BRANCH}: False", node.test, "False", scope)
        else:
            inside = replace(scope, lines=_header(node.body[0]))
            yield self._span(f"{BRANCH}: pass", *self._ends(node.body[0], last), "pass", inside, f"if {test}: …")
        yield self._swap(f"{BRANCH}: True", node.test, "True", scope)

    def _and_or(self, node: ast.BoolOp, scope: Scope) -> Iterator[Mutant]:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield self._between(f"{WIDE}: {old}", left, right, rf"\b{old}\b", new, scope, node)

    def _compare(self, node: ast.Compare, scope: Scope) -> Iterator[Mutant]:
        sides = [node.left, *node.comparators]
        for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
            if type(op) in EDGES:
                old, new = EDGES[type(op)]
                yield self._between(f"{EDGE}: {old}", left, right, old, new, scope, node)
            elif type(op) in NEGATED:
                old, new = NEGATED[type(op)]
                yield self._between(f"{WIDE}: not", left, right, old, new, scope, node)

    def _keywords(self, node: ast.Call, scope: Scope) -> Iterator[Mutant]:
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in ("filter", "exclude"):
            return
        given = sorted([*node.args, *node.keywords], key=lambda n: (n.lineno, n.col_offset))
        for n, one in enumerate(given):
            start, end = self._ends(one, one)
            if isinstance(one, ast.keyword) and one.arg is None:
                start = self.source.rindex(b"**", 0, start + 2)
            if n + 1 < len(given):
                after = given[n + 1]
                end = self._ends(after, after)[0]
                if isinstance(after, ast.keyword) and after.arg is None:
                    end = self.source.rindex(b"**", 0, end + 2)
            elif n:
                start = self._ends(given[n - 1], given[n - 1])[1]
            yield self._span(f"{WIDE}: {node.func.attr}", start, end, "", scope, ast.unparse(one))

    # --- Positions ---------------------------------------------------------------------------------------------------

    def _ends(self, first: Node, last: Node) -> tuple[int, int]:
        """Return where `first` begins and `last` ends, as byte offsets, since `ast` counts columns in bytes."""
        start = self.starts[first.lineno - 1] + first.col_offset
        return start, self.starts[last.end_lineno - 1] + last.end_col_offset

    def _text(self, node: Node) -> str:
        start, end = self._ends(node, node)
        return self.source[start:end].decode()

    def _between(self, kind: str, left: Node, right: Node, old: str, new: str, scope: Scope, whole: Node) -> Mutant:
        """Change an operator. `ast` does not say where it stands, so it is looked for between its two sides."""
        start, end = self._ends(left, left)[1], self._ends(right, right)[0]
        gap = re.sub(rb"#[^\n]*", lambda m: b" " * len(m.group()), self.source[start:end])
        found = re.search(old.encode(), gap)
        if found is None:
            raise ValueError(f"{self.path}:{left.lineno}: no {old} in {gap!r}")
        return self._span(kind, start + found.start(), start + found.end(), new, scope, ast.unparse(whole))

    def _swap(self, kind: str, node: Node, new: str, scope: Scope, fragment: str = "") -> Mutant:
        return self._span(kind, *self._ends(node, node), new, scope, fragment or ast.unparse(node))

    def _span(self, kind: str, start: int, end: int, new: str, scope: Scope, fragment: str) -> Mutant:
        line = self.source.count(b"\n", 0, start) + 1
        before = short(self.source[start:end].decode())
        stem = f"{'.'.join(scope.names) or 'modulen'} · {kind} · {short(fragment)}"
        return Mutant(
            stem, self.package, self.path, line, kind, start, end, before, new, scope.lines, scope.function, scope.top
        )


def short(text: str) -> str:
    """Fold a text into one line. If the line is too long, cut it and end it with a hash of the whole."""
    folded = " ".join(text.split())
    if len(folded) <= LONGEST:
        return folded
    return f"{folded[: LONGEST - 10]}…{hashlib.sha256(folded.encode()).hexdigest()[:6]}"


def _header(node: ast.stmt) -> tuple[int, int]:
    """Return the first and last line of a statement; of a compound statement, only the part before its body."""
    body = getattr(node, "body", None)
    if not body:
        return node.lineno, node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, body[0].lineno - 1)


def _assigned(node: ast.stmt) -> str:
    """Return the name that a module-level statement binds."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""
