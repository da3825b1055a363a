"""Run the tests on mutants in a private copy of the tree. Nothing in the checkout is ever changed."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from .console import Stop, seconds, step, tail
from .environment import PYTHON, ROOT, VENV, child_env
from .mutanter_kinds import Mutant, short
from .mutanter_sample import ALIVE, UNREACHED, Reach, Result
from .processes import Child, Family

LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis")
OUTSIDE = ("tests/house", "tests/e2e", "tests/demo")  # tests that read source text, drive a browser or take minutes
CPU_LIMIT = 60  # seconds of CPU time, after which a mutant counts as hanging
OUTCOME = {"killed": "dödad", "timeout": "timeout", "crash": "krasch", "import": "import", "alive": ALIVE}
Say = Callable[[Result, float], None]


class Copy:
    """The copy of the tree, and the worker that runs pytest in it."""

    def __init__(self, family: Family, scratch: Path, env: dict[str, str]) -> None:
        self.family, self.scratch, self.tree = family, scratch, scratch / "tree"
        self.log = scratch / "log" / "mutanter.log"
        self.env = child_env(env | {"PYTHONDONTWRITEBYTECODE": ""})
        self.numbers = iter(range(10**6))
        shutil.copytree(ROOT, self.tree, ignore=LEFT_BEHIND, symlinks=True)
        (self.tree / ".venv").symlink_to(VENV)

    def record(self, paths: Iterable[str]) -> dict:
        """Run the tests once under coverage, and return which test reaches which line."""
        ignored = [f"--ignore={folder}" for folder in OUTSIDE]
        out = self._file("svar")
        with step("Kör testerna en gång för att se vilka rader de når"):
            code = self._worker("record", {"arguments": [*ignored, *paths]}, out, lambda: None)
        if code or not out.exists():
            raise Stop(f"Testerna gick inte att köra i kopian. Sist i loggen:\n{tail(self.log, 30)}")
        return json.loads(out.read_text(encoding="utf-8"))

    def serve(self, jobs: list[dict], each: Callable[[dict], None], fresh: bool = False) -> int:
        """Run the jobs in one worker; pass each answer to `each` as it comes, and return the worker's exit code."""
        out = self._file("svar")
        out.touch()
        files = sorted({test.partition("::")[0] for job in jobs for test in job["tests"]})
        env = {"PYTHONDONTWRITEBYTECODE": "1"} if fresh else {}
        with out.open(encoding="utf-8") as answers:
            pending = [""]

            def read() -> None:
                *lines, pending[0] = (pending[0] + answers.read()).split("\n")
                for line in lines:
                    each(json.loads(line))

            return self._worker("serve", {"arguments": files, "jobs": jobs, "cpu": CPU_LIMIT}, out, read, env)

    def _file(self, name: str) -> Path:
        return self.scratch / f"{name}-{next(self.numbers)}.json"

    def _worker(
        self, mode: str, task: dict, out: Path, meanwhile: Callable[[], None], env: dict[str, str] | None = None
    ) -> int:
        job = self._file("jobb")
        job.write_text(json.dumps(task), encoding="utf-8")
        command = [PYTHON, "-m", "script.launcher.mutanter_worker", mode, job, out]
        child = Child("Mutanterna", command, self.log, cwd=self.tree, env=self.env | (env or {}))
        try:
            while not child.died():
                meanwhile()
                self.family.check()
                time.sleep(0.2)
            meanwhile()
        finally:
            child.end(0)
        return child.process.returncode


def run(copy: Copy, mutants: list[Mutant], reach: Reach, say: Say) -> None:
    """Run every mutant, and give each result to `say` as it comes. Mutants that need a new process are run last."""
    jobs, left = {}, []
    for n, mutant in enumerate(mutants):
        tests = reach.tests_for(mutant)
        if not tests:
            say(Result(mutant, UNREACHED), 0.0)
        elif reach.runs(mutant):
            jobs[n] = _job(copy, n, mutant, tests, swap=True)
        else:
            left.append(_job(copy, n, mutant, tests, swap=False))

    def answer(said: dict) -> None:
        if said["status"] == "fresh":
            left.append(jobs[said["n"]] | {"swap": False})
        else:
            say(_result(mutants[said["n"]], said), said["seconds"])

    if jobs:
        _require(copy, copy.serve(list(jobs.values()), answer))
    for job in left:
        _alone(copy, mutants[job["n"]], job, say)


def _job(copy: Copy, n: int, mutant: Mutant, tests: list[str], swap: bool) -> dict:
    source = (copy.tree / mutant.path).read_bytes()
    if short(source[mutant.start : mutant.end].decode(errors="replace")) != mutant.before:
        raise Stop(f"{mutant.path} ändrades medan mutanterna letades upp. Kör samma kommando igen.")
    changed = mutant.apply(source).decode()
    return {"n": n, "path": mutant.path, "source": changed, "tests": tests, "swap": swap, "all": False}


def _result(mutant: Mutant, said: dict) -> Result:
    if said["status"] == "error":
        raise Stop(f"Ett fel i verktyget, inte i koden, vid {mutant.id}: {said['why']}")
    return Result(mutant, OUTCOME[said["status"]], said["failed"][0][0] if said["failed"] else "")


def _alone(copy: Copy, mutant: Mutant, job: dict, say: Say) -> None:
    """Run a mutant whose code no loaded module can swap in: change its file in the copy, import it in a new process."""
    file = copy.tree / mutant.path
    original, began, answers = file.read_bytes(), time.monotonic(), []
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
    file.write_text(job["source"], encoding="utf-8")
    try:
        code = copy.serve([job], answers.append, fresh=True)
    finally:
        file.write_bytes(original)
    took = time.monotonic() - began
    if not answers and not code:
        raise Stop(f"Inget svar om {mutant.id}. Sist i loggen:\n{tail(copy.log, 30)}")
    say(_result(mutant, answers[0] if answers else {"status": "import", "failed": []}), took)


def red_without(copy: Copy, tests: Iterable[str]) -> list[str]:
    """Return the tests that fail even without a mutant: their failures say nothing about the mutants."""
    chosen, answers = sorted(set(tests)), []
    if not chosen:
        return []
    job = {"n": 0, "tests": chosen, "swap": False, "all": True}
    with step("Kör testerna som dödade en gång till, utan mutant"):
        _require(copy, copy.serve([job], answers.append))
    if answers[0]["status"] not in ("alive", "killed"):
        raise Stop(f"Testerna gick inte att köra utan mutant: {answers[0]}")
    return [test for test, _ in answers[0]["failed"]]


def _require(copy: Copy, code: int) -> None:
    if code:
        raise Stop(f"Testerna gick inte att köra i kopian (kod {code}). Sist i loggen:\n{tail(copy.log, 30)}")


def progress(results: list[Result], total: int) -> Say:
    """Return a function that adds a result to `results` and prints a line about it."""

    def say(result: Result, took: float) -> None:
        results.append(result)
        print(f"  {len(results):>3}/{total} {result.status:<10} {seconds(took):>7}  {result.mutant.id}", flush=True)

    return say


def lines_of(path: Path) -> Iterator[dict]:
    """Read the rows of a file of JSON lines, skipping any that were cut short."""
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if line.endswith("}"):
            yield json.loads(line)


def be_nice() -> None:
    """Let other work on the machine go first."""
    os.nice(10)
