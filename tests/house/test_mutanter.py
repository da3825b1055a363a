"""The tool that plants small bugs finds all kinds, gives bugs ids that stay when code moves, and reports truly."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from script.launcher import mutanter
from script.launcher import mutanter_sample as urval
from script.launcher.mutanter_kinds import File, Mutant, collect, numbered
from script.launcher.mutanter_worker import Ambiguous, swap

ROOT = Path(settings.BASE_DIR)
SAMPLE = '''
"""Not in a docstring: 1 < 2."""

if TYPE_CHECKING:
    ONLY_A_TYPE = 1
LIMIT: Annotated[int, 5] = 30


class Door:
    """Not here: not 1."""

    def __str__(self):
        return f"{1 < 2}" + str(1)

    def open(self, rows, by, days: Literal[4] = 14):
        access.require(by, "door.open", self)
        if days > 20 and not rows:
            raise Regelbrott(
                "Nej."
            )
        if by:
            rows.save()
        elif days not in rows:
            return None
        else:
            days = 8
        found = rows.filter(Q(a=by) | Q(b=by), åtgärd=by).exclude(**by)
        return found if self else [r for r in rows if r.klar]
'''
MUTANTS = [
    ("tal plus ett", "LIMIT: Annotated[int, 5] = 31"),
    ("tal plus ett", "def open(self, rows, by, days: Literal[4] = 15):"),
    ("vakt borta", "pass"),
    ("gren kapad", "if True:"),
    ("gräns", "if days >= 20 and not rows:"),
    ("tal plus ett", "if days > 21 and not rows:"),
    ("vakt vidgad", "if days > 20 or not rows:"),
    ("vakt vidgad", "if days > 20 and rows:"),
    ("vakt borta", "pass"),
    ("gren kapad", "if False:"),
    ("gren kapad", "if True:"),
    ("anrop borta", "pass"),
    ("gren kapad", "elif False:"),
    ("gren kapad", "elif True:"),
    ("vakt vidgad", "elif days in rows:"),
    ("tal plus ett", "days = 9"),
    ("vakt vidgad", "found = rows.filter(åtgärd=by).exclude(**by)"),
    ("vakt vidgad", "found = rows.filter(Q(a=by) | Q(b=by)).exclude(**by)"),
    ("vakt vidgad", "found = rows.filter(Q(a=by) | Q(b=by), åtgärd=by).exclude()"),
    ("gren kapad", "return found if False else [r for r in rows if r.klar]"),
    ("gren kapad", "return found if True else [r for r in rows if r.klar]"),
    ("gren kapad", "return found if self else [r for r in rows if True]"),
]


def sample(source: str = SAMPLE) -> list[Mutant]:
    return numbered(File(source.encode(), "access", "plans/door.py").mutants())


def line(mutant: Mutant, source: str = SAMPLE) -> str:
    return mutant.apply(source.encode()).decode().splitlines()[mutant.line - 1].strip()


def test_each_kind_is_found_and_nothing_else():
    assert [(m.kind.partition(":")[0], line(m)) for m in sample()] == MUTANTS


def test_a_mutant_is_one_change_that_compiles_and_moves_no_line():
    code = ast.dump(ast.parse(SAMPLE))
    for mutant in sample():
        text = mutant.apply(SAMPLE.encode()).decode()
        assert ast.dump(ast.parse(text)) != code and text.count("\n") == SAMPLE.count("\n"), mutant.id


def test_the_ids_stay_when_the_code_moves_and_is_laid_out_anew():
    moved = SAMPLE.replace("class Door", "def other(): ...\n\n\nclass Door").replace(
        'raise Regelbrott(\n                "Nej."\n            )', 'raise Regelbrott("Nej.")'
    )
    assert [m.id for m in sample(moved)] == [m.id for m in sample()]
    assert len({m.id for m in sample()}) == len(MUTANTS)
    assert [m.line for m in sample(moved)] != [m.line for m in sample()]


def test_the_next_of_its_like_has_the_next_number():
    ids = [m.id for m in sample("def f(a):\n    go(a)\n    go(a)\n")]
    assert ids == ["f · anrop borta · go(a) · 1", "f · anrop borta · go(a) · 2"]


def test_the_paths_at_the_top_lead_to_enough_code_and_every_tenth_mutant_of_it_compiles():
    found = collect(ROOT, {name: paths for name, (paths, _, _) in mutanter.PACKAGES.items()})
    count = {name: sum(m.package == name for m in found) for name in mutanter.PACKAGES}
    assert {name: n for name, n in count.items() if n < mutanter.PACKAGES[name][1] * mutanter.FULL} == {}
    assert len({(m.package, m.id) for m in found}) == len(found)
    for mutant in found[::10]:
        compile(mutant.apply((ROOT / mutant.path).read_bytes()), mutant.path, "exec")


def test_every_known_survivor_is_in_the_code_and_has_its_reason():
    found = collect(ROOT, {name: paths for name, (paths, _, _) in mutanter.PACKAGES.items()})
    names = urval.known(mutanter.LIST)
    assert list(urval.faults([], names, found, dict.fromkeys(mutanter.PACKAGES, 0))) == []


def test_the_draw_follows_the_seed_and_the_larger_one_holds_the_smaller():
    every = sample()
    small, large = ({m.id for m in urval.draw(every, {"access": n}, 7)} for n in (5, 12))
    assert len(small) == 5 and small < large and len(large) == 12
    assert {m.id for m in urval.draw(every, {"access": 5}, 8)} != small
    old = [(m.package, m.id) for m in every[-3:]]
    assert {m.id for m in urval.draw(every, {"access": 3}, 7, old)} == {key[1] for key in old}


def test_the_quickest_tests_that_reach_a_line_are_chosen_within_the_budget():
    mutant = next(m for m in sample() if m.kind == "gräns: >")
    recorded = {
        "cost": {"tests/slow": 9.0, "tests/quick": 0.1, "tests/other": 0.2, "tests/endless": 24.0},
        "lines": {mutant.path: {str(mutant.line): "b", "2": "4"}},
    }
    assert urval.Reach(recorded, ROOT).tests_for(mutant) == ["tests/quick", "tests/slow"]


def verdict(statuses: list[str], least: int = 95) -> list[str]:
    results = [urval.Result(m, s) for m, s in zip(sample(), statuses, strict=False)]
    return list(urval.faults(results, {}, sample(), {"access": least}))


def test_too_few_killed_is_red():
    assert verdict(["dödad"] * 19 + ["lever"]) == []
    assert verdict(["dödad"] * 18 + ["timeout"] + ["lever"]) == []
    assert verdict(["dödad"] * 18 + ["lever"]) == ["access: 94.7 % dödade, minst 95 %"]
    assert verdict(["dödad"] * 18 + ["ingen test"]) == ["access: 94.7 % dödade, minst 95 %"]


def test_a_known_survivor_does_not_count_and_a_false_entry_is_red():
    alive, dead = sample()[:2]
    names = {(m.package, m.id): "why" for m in (alive, dead)} | {("access", "gone"): "why", ("access", "none"): " "}
    results = urval.with_known([urval.Result(alive, "lever"), urval.Result(dead, "dödad")], names)
    assert [r.status for r in results] == ["känd", "dödad"]
    assert urval.table(results, ["access"]) == [("access", 2, 1, 1, 0, 100.0)]
    assert list(urval.faults(results, names, sample(), {"access": 95})) == [
        f"script/mutanter.toml: dödas nu, ta bort: {dead.id}",
        "script/mutanter.toml: finns inte längre: gone",
        "script/mutanter.toml: finns inte längre: none",
        "script/mutanter.toml: saknar varför: none",
    ]


@pytest.mark.parametrize("name", ["before.tsv", "before.json"])
def test_what_died_before_and_lives_now_is_found(tmp_path, name):
    first, second, third = sample()[:3]
    urval.save(tmp_path / name, [urval.Result(first, "dödad", "t"), urval.Result(second, "lever")])
    before = urval.read_saved(tmp_path / name)
    assert before == {("access", first.id): "dödad", ("access", second.id): "lever"}
    now = [urval.Result(first, "lever"), urval.Result(second, "lever"), urval.Result(third, "lever")]
    assert [r.mutant.id for r in urval.revived(before, now)] == [first.id]
    assert urval.gone(before, [second, third]) == [first.id]


def test_a_saved_run_may_say_what_a_mutant_is_called_now(tmp_path):
    first, second, third = sample()[:3]
    saved = tmp_path / "before.tsv"
    urval.save(saved, [urval.Result(m, "dödad", "t") for m in (first, second)])
    new = {"id": "nu", first.id: third.id, second.id: urval.GONE}
    rows = [line.split("\t") for line in saved.read_text("utf-8").splitlines()]
    saved.write_text("".join("\t".join([*row, new[row[2]]]) + "\n" for row in rows), "utf-8")
    assert urval.read_saved(saved) == {("access", third.id): "dödad"}


def test_every_mutant_that_died_before_the_moves_is_still_told_by_name():
    """The saved run gives each mutant its new id if the id has changed, or a dash and a reason if its code is gone."""
    found = collect(ROOT, {name: paths for name, (paths, _, _) in mutanter.PACKAGES.items()})
    saved = ROOT / "tests" / "data" / "mutanter-fore.tsv"
    assert urval.gone(urval.read_saved(saved), found) == []
    *_, now, why = zip(*[line.split("\t") for line in saved.read_text("utf-8").splitlines()[1:]], strict=True)
    away = [reason for new, reason in zip(now, why, strict=True) if new == urval.GONE and reason != "lived before"]
    assert len(away) == 13 and all(away)


MODULE = """
def kept(f):
    def wrapper(*args):
        return f(*args)
    return wrapper

@kept
def adult(years):
    return years >= 18

class Door:
    def open(self):
        return [x for x in (1, 2) if x > 1]

twice = [lambda: 1, lambda: 2]
"""


def test_the_code_of_a_loaded_module_is_swapped_behind_its_decorators(tmp_path):
    file = tmp_path / "swapped.py"
    file.write_text(MODULE)
    spec = importlib.util.spec_from_file_location("swapped", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (module.adult(18), module.Door().open()) == (True, [2])
    swap(file, MODULE.replace(">= 18", "> 18").replace("x > 1", "x > 0"))
    assert (module.adult(18), module.Door().open()) == (False, [1, 2])
    with pytest.raises(Ambiguous):
        swap(file, MODULE.replace("lambda: 2", "lambda: 3"))
    with pytest.raises(Ambiguous):
        swap(file, MODULE + "\nLIMIT = 3\n")


RULE = """
def adult(years):
    if years < 0:
        raise ValueError
    return years >= 18
"""
TESTS = """
from plans.rule import adult
def test_young():
    assert not adult(3)
def test_old():
    assert adult(40)
"""
PLANTED = {
    "killed": RULE.replace(">= 18", ">= 180"),
    "alive": RULE.replace(">= 18", "> 18"),
    "timeout": RULE.replace("return", "while True: pass\n    return"),
    "crash": RULE.replace("return", "import os; os.abort()\n    return"),
    "fresh": RULE + "\nLIMIT = 3\n",
    "error": "def adult(:\n",
}


def test_planted_each_outcome_is_told_from_the_others(tmp_path):
    """Run the worker in a small tree of files instead of a copy of the repository."""
    files = {"plans/rule.py": RULE, "tests/test_rule.py": TESTS, "tests/stod/clones.py": "def drop_database(name): ..."}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
        (tmp_path / name).with_name("__init__.py").touch()
    jobs = [
        {
            "n": n,
            "path": "plans/rule.py",
            "source": source,
            "swap": True,
            "all": False,
            "tests": ["tests/test_rule.py::test_young", "tests/test_rule.py::test_old"],
        }
        for n, source in enumerate(PLANTED.values())
    ]
    (tmp_path / "job").write_text(json.dumps({"arguments": ["tests/test_rule.py"], "jobs": jobs, "cpu": 1}))
    env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "script.launcher.mutanter_worker", "serve", "job", "out"],
        cwd=tmp_path,
        env=env | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    answers = [json.loads(row) for row in (tmp_path / "out").read_text().splitlines()]
    assert [a["status"] for a in answers] == list(PLANTED)
    assert answers[0]["failed"][0][0] == "tests/test_rule.py::test_old"
    assert (tmp_path / "plans/rule.py").read_text() == RULE
