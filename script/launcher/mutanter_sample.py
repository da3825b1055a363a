"""Draw the mutants, choose the tests that each is run against, and judge the results."""

import hashlib
import json
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .mutanter_kinds import Mutant

BUDGET = 25.0  # seconds of tests for one mutant
COLUMNS = ("paket", "utfall", "id", "plats", "slag", "före", "efter", "test")
KILLED = ("dödad", "timeout", "krasch", "import")
ALIVE, UNREACHED, KNOWN = "lever", "ingen test", "känd"
GONE = "–"
Key = tuple[str, str]


@dataclass(frozen=True)
class Result:
    """What became of a mutant, and the test that killed it."""

    mutant: Mutant
    status: str
    test: str = ""

    @property
    def key(self) -> Key:
        return self.mutant.package, self.mutant.id

    @property
    def killed(self) -> bool:
        return self.status in KILLED

    def row(self) -> tuple[str, ...]:
        """Return the result as a row of the saved file."""
        m = self.mutant
        return m.package, self.status, m.id, f"{m.path}:{m.line}", m.kind, m.before, m.new or "–", self.test


def draw(mutants: Iterable[Mutant], quota: dict[str, int], seed: int, before: Collection[Key] = ()) -> list[Mutant]:
    """Draw each package's quota by a hash of the id, which moved code keeps; mutants of the earlier run come first."""

    def order(mutant: Mutant) -> tuple[bool, str]:
        digest = hashlib.sha256(f"{seed}:{mutant.package}:{mutant.id}".encode()).hexdigest()
        return (mutant.package, mutant.id) not in before, digest

    ordered = sorted(mutants, key=order)
    return [m for package, count in quota.items() for m in [m for m in ordered if m.package == package][:count]]


class Reach:
    """Which tests reach which line, and how many seconds each test takes, from one recorded run."""

    def __init__(self, recorded: dict, root: Path) -> None:
        self.tests = list(recorded["cost"])
        self.cost = recorded["cost"]
        self.lines = {
            path: {int(line): int(mask, 16) for line, mask in rows.items()} for path, rows in recorded["lines"].items()
        }
        self.root = root
        self.texts: dict[str, str] = {}

    def runs(self, mutant: Mutant) -> bool:
        """True when the mutant's line runs in a function that a test calls, not only while a module is imported."""
        return mutant.function and self._at(mutant.path, mutant.lines) > 0

    def tests_for(self, mutant: Mutant) -> list[str]:
        """List the tests that reach the mutant, quickest first, as many as BUDGET allows.

        For a line that runs only at import, list the tests that use the name defined there.
        """
        mask = self._at(mutant.path, mutant.lines) if mutant.function else 0
        if not mask and self._imported(mutant):
            mask = self._mentions(mutant.name) or self._at(mutant.path, (0, 10**6))
        reached = [test for n, test in enumerate(self.tests) if mask >> n & 1]
        chosen, spent = [], 0.0
        for test in sorted(reached, key=lambda test: (self.cost[test], test)):
            spent += self.cost[test]
            if spent > BUDGET:
                break
            chosen.append(test)
        return chosen

    def _at(self, path: str, lines: tuple[int, int]) -> int:
        mask = 0
        for line, tests in self.lines.get(path, {}).items():
            if lines[0] <= line <= lines[1]:
                mask |= tests
        return mask

    def _imported(self, mutant: Mutant) -> bool:
        first, last = mutant.lines
        return not mutant.function or any(first <= line <= last for line in self.lines.get(mutant.path, {}))

    def _mentions(self, name: str) -> int:
        """Return the tests that reach a line with the name, and the tests whose own file has it, as bits."""
        mask, word = 0, re.compile(rf"\b{re.escape(name)}\b")
        for path in self.lines if name else ():
            for number, line in enumerate(self._text(path).splitlines(), 1):
                if word.search(line):
                    mask |= self.lines[path].get(number, 0)
        for n, test in enumerate(self.tests if name else ()):
            if word.search(self._text(test.partition("::")[0])):
                mask |= 1 << n
        return mask

    def _text(self, path: str) -> str:
        if path not in self.texts:
            self.texts[path] = (self.root / path).read_text(encoding="utf-8")
        return self.texts[path]


def known(path: Path) -> dict[Key, str]:
    """Read the list of mutants that may live because they change nothing, each with the reason why."""
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("likvardig", [])
    return {(entry["paket"], entry["id"]): entry["varfor"] for entry in entries}


def with_known(results: Iterable[Result], names: Collection[Key]) -> list[Result]:
    """Give the status KNOWN to each mutant that lives and is listed."""
    return [r if r.killed or r.key not in names else Result(r.mutant, KNOWN) for r in results]


def table(results: list[Result], packages: Iterable[str]) -> list[tuple[str, int, int, int, int, float]]:
    """Count per package: drawn, killed, known, alive, and the percentage killed of those not known."""
    rows = []
    for package in packages:
        mine = [r for r in results if r.mutant.package == package]
        killed = sum(r.killed for r in mine)
        same = sum(r.status == KNOWN for r in mine)
        left = len(mine) - same
        rows.append((package, len(mine), killed, same, left - killed, 100 * killed / left if left else 100.0))
    return rows


def faults(
    results: list[Result], names: dict[Key, str], every: Iterable[Mutant], least: dict[str, int]
) -> Iterator[str]:
    """Yield what makes the run red: too few killed, or a listed mutant that is gone, killed or without a reason."""
    for package, _, _, _, _, percent in table(results, least):
        if percent < least[package]:
            yield f"{package}: {percent:.1f} % dödade, minst {least[package]} %"
    there = {(m.package, m.id) for m in every}
    dead = {r.key for r in results if r.killed}
    for key, why in names.items():
        if key[0] in least and key not in there:
            yield f"script/mutanter.toml: finns inte längre: {key[1]}"
        if key in dead:
            yield f"script/mutanter.toml: dödas nu, ta bort: {key[1]}"
        if not why.strip():
            yield f"script/mutanter.toml: saknar varför: {key[1]}"


def read_saved(path: Path) -> dict[Key, str]:
    """Read a saved run as (package, id) → outcome. A column `nu`, added by hand when code has moved, gives the new id.

    A dash in `nu` means that the code the mutant was made from is gone; the reason stands beside it.
    """
    if path.suffix == ".json":
        rows = json.loads(path.read_text(encoding="utf-8"))
    else:
        head, *lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [dict(zip(head, line, strict=True)) for line in lines]
    return {(row["paket"], row.get("nu") or row["id"]): row["utfall"] for row in rows if row.get("nu") != GONE}


def save(path: Path, results: Iterable[Result]) -> None:
    """Write one row per mutant, ordered by package and id, as TSV or JSON depending on the file's name."""
    rows = sorted(result.row() for result in results)
    if path.suffix == ".json":
        text = json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)
    else:
        text = "\n".join("\t".join(row) for row in [COLUMNS, *rows])
    path.write_text(text + "\n", encoding="utf-8")


def revived(before: dict[Key, str], results: Iterable[Result]) -> list[Result]:
    """Return the results of mutants that were killed in the earlier run and live now."""
    return [r for r in results if not r.killed and before.get(r.key) in KILLED]


def gone(before: dict[Key, str], every: Iterable[Mutant]) -> list[str]:
    """List the ids of mutants that were killed in the earlier run and are no longer in the code, under any id."""
    there = {(m.package, m.id) for m in every}
    return sorted(key[1] for key, status in before.items() if status in KILLED and key not in there)
