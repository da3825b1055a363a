"""script/mutanter: do the tests notice a small bug in the access, the rules or the actions?

It draws a seeded sample of mutants (mutanter_kinds, mutanter_sample), and for each mutant runs the tests that reach its
line (mutanter_run, and mutanter_worker inside the tests' own Python).
"""

import argparse
import json
import shutil
import tempfile
import time
from pathlib import Path

from . import environment, install, mutanter_kinds, mutanter_run, mutanter_sample, tests
from .console import Stop, say, seconds
from .environment import ROOT
from .mutanter_kinds import Mutant
from .mutanter_sample import BUDGET, KILLED, KNOWN, Reach, Result
from .processes import Family

PACKAGES = {  # package → its paths, how many mutants are drawn (times FULL with --full), least percent killed
    "access": (("plans/access.py", "plans/access"), 40, 95),
    "regler": (("plans/regler",), 30, 95),
    "actions": (("plans/actions",), 50, 90),
}
FULL = 2.5
SEED = 7
LIST = ROOT / "script" / "mutanter.toml"
INPUT = (
    "plans/**/*.py",
    "lss_portal/**/*.py",
    "tests/**/*.py",
    "templates/**/*.*",
    "pyproject.toml",
    "requirements*.txt",
    "script/launcher/mutanter*.py",
)
KEPT = 6


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    began = time.monotonic()
    chosen = options.paket or list(PACKAGES)
    every = mutanter_kinds.collect(ROOT, {name: PACKAGES[name][0] for name in chosen})
    before = mutanter_sample.read_saved(options.compare) if options.compare else {}
    drawn = mutanter_sample.draw(every, {name: _quota(name, options) for name in chosen}, options.seed, before)
    if not drawn:
        raise Stop("Inga mutanter hittades. Stämmer sökvägarna överst i script/launcher/mutanter.py?")
    results = _results(drawn, options.tests)
    names = mutanter_sample.known(LIST)
    results = mutanter_sample.with_known(results, names)
    if options.save:
        mutanter_sample.save(options.save, results)
    _report(results, chosen)
    wrong = list(mutanter_sample.faults(results, names, every, {name: PACKAGES[name][2] for name in chosen}))
    if options.compare:
        wrong += _compared({key: old for key, old in before.items() if key[0] in chosen}, results, every)
    for line in wrong:
        say(f"FEL {line}")
    say(f"{len(drawn)} av {len(every)} mutanter, {seconds(time.monotonic() - began)}.")
    return 1 if wrong else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("script/mutanter", description="Ser något test ett litet fel i koden?")
    parser.add_argument("paket", nargs="*", help=f"bara de här paketen: {', '.join(PACKAGES)}")
    parser.add_argument("--full", action="store_true", help="300 mutanter i stället för 120")
    parser.add_argument("--alla", action="store_true", help="varje mutant")
    parser.add_argument("--seed", type=int, default=SEED, help="en annan dragning")
    parser.add_argument("--tests", nargs="+", default=[], metavar="VÄG", help="bara de här testerna")
    parser.add_argument("--save", type=Path, metavar="FIL", help="skriv varje mutants utfall som TSV eller JSON")
    parser.add_argument("--compare", type=Path, metavar="FIL", help="fel om en som dog i den körningen lever nu")
    options = parser.parse_args(arguments)
    if set(options.paket) - set(PACKAGES):
        parser.error(f"paket är {', '.join(PACKAGES)}")
    return options


def _quota(name: str, options: argparse.Namespace) -> int:
    if options.alla:
        return 10**6
    return round(PACKAGES[name][1] * (FULL if options.full else 1))


def _results(drawn: list[Mutant], paths: list[str]) -> list[Result]:
    """Reuse the results of an earlier run on the same sources and run the rest, so a cut run can resume."""
    files = sorted({file for pattern in INPUT for file in ROOT.glob(pattern) if file.is_file()})
    mark = environment.fingerprint([f for f in files if f.suffix != ".pyc"], *paths)[:16]
    folder = environment.data_dir() / "mutanter"
    folder.mkdir(parents=True, exist_ok=True)
    reached, answered = folder / f"{mark}.json", folder / f"{mark}.svar"
    _tidy(folder, mark)
    had = {(row["paket"], row["id"]): row for row in mutanter_run.lines_of(answered)}
    done = [Result(m, had[m.package, m.id]["utfall"], had[m.package, m.id]["test"]) for m in drawn if _key(m) in had]
    left = [m for m in drawn if _key(m) not in had]
    if done:
        say(f"  {len(done)} av {len(drawn)} är körda förut.")
    return [*done, *_run(left, paths, reached, answered)] if left else done


def _key(mutant: Mutant) -> tuple[str, str]:
    return mutant.package, mutant.id


def _tidy(folder: Path, mark: str) -> None:
    """Delete all but the newest files left by runs on other sources."""
    others = [file for file in folder.iterdir() if not file.name.startswith(mark)]
    for old in sorted(others, key=lambda file: file.stat().st_mtime)[:-KEPT]:
        old.unlink()


def _run(left: list[Mutant], paths: list[str], reached: Path, answered: Path) -> list[Result]:
    mutanter_run.be_nice()
    install.debian_packages(install.RUN)
    install.python_packages(*install.LOCKS)
    scratch = Path(tempfile.mkdtemp(prefix="lss-mutanter-"))
    scratch.chmod(0o755)  # PostgreSQL may run as another user
    results: list[Result] = []
    try:
        with Family() as family, answered.open("a", encoding="utf-8") as book:
            copy = mutanter_run.Copy(family, scratch, tests.stack(family, scratch))
            recorded = _recorded(copy, paths, reached)
            show = mutanter_run.progress(results, len(left))

            def note(result: Result, took: float) -> None:
                show(result, took)
                row = {"paket": result.mutant.package, "id": result.mutant.id, "utfall": result.status}
                print(json.dumps(row | {"test": result.test}), file=book, flush=True)

            mutanter_run.run(copy, left, Reach(recorded, copy.tree), note)
            bad = mutanter_run.red_without(copy, (r.test for r in results if r.test))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if bad:
        _forget(recorded, bad, reached, answered)
    return results


def _recorded(copy: mutanter_run.Copy, paths: list[str], reached: Path) -> dict:
    if not reached.is_file():
        recorded = copy.record(paths)
        environment.write_private(reached, json.dumps(recorded))
    recorded = json.loads(reached.read_text(encoding="utf-8"))
    for test in recorded["red"]:
        say(f"  OBS: används inte, rött eller överhoppat utan mutant: {test}")
    return recorded


def _forget(recorded: dict, bad: list[str], reached: Path, answered: Path) -> None:
    """Discard the answers of tests that fail even without a mutant, exclude those tests from the next run, and stop."""
    rows = [row for row in mutanter_run.lines_of(answered) if row["test"] not in bad]
    answered.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    recorded["cost"] |= dict.fromkeys(bad, 2 * BUDGET)
    environment.write_private(reached, json.dumps(recorded))
    raise Stop("De här testerna är röda också utan mutant. Kör samma kommando igen:\n    " + "\n    ".join(bad))


def _report(results: list[Result], chosen: list[str]) -> None:
    say()
    for result in sorted(results, key=lambda r: (r.mutant.package, r.mutant.path, r.mutant.line)):
        if result.status not in (*KILLED, KNOWN):
            m = result.mutant
            say(f"  {result.status}: {m.path}:{m.line} {m.kind}: {m.before} → {m.new or '–'}\n      {m.id}")
    say(f"\n  {'paket':<10}{'dragna':>8}{'dödade':>8}{'lever':>8}{'kända':>8}{'procent':>9}")
    for package, number, killed, same, alive, percent in mutanter_sample.table(results, chosen):
        say(f"  {package:<10}{number:>8}{killed:>8}{alive:>8}{same:>8}{percent:>8.1f} %")


def _compared(before: dict[tuple[str, str], str], results: list[Result], every: list[Mutant]) -> list[str]:
    again = {result.key for result in results} & set(before)
    say(f"  Jämfört med förut: {len(before)} mutanter finns kvar, {len(again)} körda igen.")
    wrong = [f"dog förut, lever nu: {r.mutant.id}" for r in mutanter_sample.revived(before, results)]
    return wrong + [f"dog förut, saknas nu, och kolumnen nu är tom: {i}" for i in mutanter_sample.gone(before, every)]
