"""No planted bug gets lost: every line of tests/data/planterade.txt still has its test.

A line is a target (– if the test has none, or does not call `planted`) and the name of the test. When a test is new or
renamed, rewrite the list:

    .venv/bin/python -m tests.house.test_planterade

In the diff, each line that disappears from the list must come back under another name.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
STORED = TESTS / "data" / "planterade.txt"


def planted(source: str) -> Iterator[str]:
    """Yield a line for each planted bug in a module's tests."""
    module = ast.parse(source)
    whole = next(
        (n.value for n in module.body if isinstance(n, ast.Assign) and _name(n.targets[0]) == "pytestmark"), None
    )
    for test in ast.walk(module):
        if not isinstance(test, ast.FunctionDef) or not test.name.startswith("test_"):
            continue
        calls = [n for n in ast.walk(test) if isinstance(n, ast.Call) and _name(n.func) == "planted"]
        target = next(iter([*_targets(test.decorator_list), *_targets([whole])]), "–")
        if calls or test.name.startswith("test_planterat"):
            yield from [f"{target if calls else '–'}\t{test.name}"] * max(len(calls), 1)


def _name(node: ast.expr) -> str:
    return getattr(node, "id", "")


def _targets(marks: list[ast.expr | None]) -> Iterator[str]:
    """Yield the ids in `pytest.mark.target("R1")`, wherever it stands in these expressions."""
    for call in (n for mark in marks if mark for n in ast.walk(mark) if isinstance(n, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "target":
            yield ast.literal_eval(call.args[0])


def everywhere(folder: Path) -> Counter[str]:
    """Count how often each line occurs for the tests in a folder."""
    return Counter(line for path in sorted(folder.rglob("test_*.py")) for line in planted(path.read_text("utf-8")))


def lines(found: Counter[str]) -> list[str]:
    """Return the lines in the order in which the file has them."""
    return sorted(found.elements())


def test_every_planted_bug_is_still_planted():
    stored, now = Counter(STORED.read_text("utf-8").splitlines()), everywhere(TESTS)
    assert lines(stored - now) == [], "gone"
    assert lines(now - stored) == [], "new; write the list anew (how: the top of this file)"


def test_planterat_a_planted_bug_that_is_dropped_is_missed(tmp_path):
    module = 'pytestmark = [pytest.mark.slow, pytest.mark.target("R1")]\n'
    twice = 'def test_a(planted):\n    planted("x")\n    planted("y")\n'
    other = '@pytest.mark.target("R2")\ndef test_c(planted):\n    x = 1\n    planted("z")\n'
    source = f"{module}{twice}{other}\ndef test_planterat_b():\n    pass\n"
    (tmp_path / "test_it.py").write_text(source, "utf-8")
    whole = everywhere(tmp_path)
    assert lines(whole) == ["R1\ttest_a", "R1\ttest_a", "R2\ttest_c", "–\ttest_planterat_b"]
    for without, gone in (
        ('    planted("y")\n', "R1\ttest_a"),
        ('    planted("z")\n', "R2\ttest_c"),
        ("planterat_b", "–\ttest_planterat_b"),
    ):
        (tmp_path / "test_it.py").write_text(source.replace(without, ""), "utf-8")
        assert lines(whole - everywhere(tmp_path)) == [gone]


if __name__ == "__main__":
    STORED.write_text("".join(f"{line}\n" for line in lines(everywhere(TESTS))), encoding="utf-8")
