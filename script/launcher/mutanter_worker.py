"""Run pytest in the private copy of the tree: once under coverage, or once for many mutants, with a fork for each.

Started with the environment's Python and the copy as its working folder: `python -m script.launcher.mutanter_worker`.
pytest and Django are loaded, and the tests collected, only once. Each mutant then costs only a fork: its code is put
into the functions of the loaded module, its tests run in order, and the first failure ends the run.
"""

import gc
import json
import os
import resource
import signal
import sys
import time
import types
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

import coverage
import pytest

HEAVY = {"stack", "browser", "page", "kommun", "own_cluster", "own_database", "live_server"}
WALL_LIMIT, MEMORY_LIMIT = 300, 4 * 2**30
QUIET = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--no-summary"]


def main(mode: str, job: str, out: str) -> int:
    """Run in the mode `record` or `serve`. `job` is a JSON file of what to do, `out` the file for the answers."""
    task = json.loads(Path(job).read_text(encoding="utf-8"))
    if mode == "record":
        return _record(task, Path(out))
    server = Server(task, Path(out))
    return pytest.main([*QUIET, *task["arguments"]], plugins=[server])


# --- Which tests reach a line ----------------------------------------------------------------------------------------


class Recorder:
    """Runs the tests, each in its own context, and keeps what each costs and which are red."""

    def __init__(self, cov: coverage.Coverage) -> None:
        self.cov = cov
        self.cost: dict[str, float] = {}
        self.unfit: set[str] = set()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        light = [item for item in items if _cheap(item) and _certain(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in light])
        items[:] = light

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        import_module("tests.stod.planting").forget_reads()  # else only the first test to use a read reaches its lines
        self.cov.switch_context(item.nodeid)
        began = time.process_time()
        result = yield
        self.cost[item.nodeid] = time.process_time() - began
        self.cov.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.unfit.add(report.nodeid)


def _cheap(item: pytest.Item) -> bool:
    """Whether a test needs no running servers and is not marked slow. Slow tests of the views are cheap enough."""
    if HEAVY & set(getattr(item, "fixturenames", ())):
        return False
    return item.get_closest_marker("slow") is None or item.nodeid.startswith("tests/views/")


def _certain(item: pytest.Item) -> bool:
    """Whether a test does the same in every run. One with random data may kill a mutant once and not the next time."""
    return not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)


def _record(task: dict, out: Path) -> int:
    cov = coverage.Coverage(data_file=None, include=["plans/*"], omit=["*/migrations/*"], config_file=False)
    cov.start()
    recorder = Recorder(cov)
    code = pytest.main([*QUIET, *task["arguments"]], plugins=[recorder])
    cov.stop()
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        return int(code)
    fit = [test for test in recorder.cost if test not in recorder.unfit]
    answer = {
        "cost": {test: round(recorder.cost[test], 3) for test in fit},
        "red": sorted(recorder.unfit),
        "lines": _masks(cov.get_data(), {test: 1 << n for n, test in enumerate(fit)}),
    }
    out.write_text(json.dumps(answer), encoding="utf-8")
    return 0


def _masks(data: coverage.CoverageData, bit: dict[str, int]) -> dict[str, dict[int, str]]:
    """Map file → line → the tests that reach it, as bits of a hexadecimal number; 0 if the line runs only at import."""
    here = Path.cwd()
    found = {}
    for file in data.measured_files():
        rows = {}
        for line, contexts in data.contexts_by_lineno(file).items():
            rows[line] = f"{sum(bit.get(test, 0) for test in set(contexts)):x}"
        found[Path(file).relative_to(here).as_posix()] = rows
    return found


# --- Many mutants ----------------------------------------------------------------------------------------------------


class Ambiguous(Exception):
    """The code cannot be swapped into a loaded module; the mutant needs a new process that imports it."""


class Server:
    """A pytest plugin that replaces the test loop: it forks for each mutant, and writes one answer per line."""

    def __init__(self, task: dict, out: Path) -> None:
        self.jobs, self.out, self.cpu = task["jobs"], out, task["cpu"]
        self.failed: list[tuple[str, str]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            self.failed.append((report.nodeid, str(crash.message if crash else report.longrepr)[:200]))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the jobs, one after the other."""
        if session.testsfailed:
            raise session.Interrupted(f"{session.testsfailed} errors during collection")
        self.items = {item.nodeid: item for item in session.items}
        with self.out.open("a", encoding="utf-8") as out:
            for job in self.jobs:
                print(json.dumps({"n": job["n"], **self._in_child(job)}), file=out, flush=True)
        return True

    def _in_child(self, job: dict) -> dict:
        reader, writer = os.pipe()
        began = time.monotonic()
        pid = os.fork()
        if pid == 0:
            os.close(reader)
            try:
                answer = self._run(job)
            except Ambiguous as stop:
                answer = {"status": "fresh", "failed": [], "why": str(stop)}
            except BaseException as stop:  # a fault in this program must never pass for a killed mutant
                answer = {"status": "error", "failed": [], "why": repr(stop)}
            os.write(writer, json.dumps(answer).encode())
            os._exit(0)
        os.close(writer)
        status = _wait(pid, WALL_LIMIT * (10 if job["all"] else 1))
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read()
        _drop_clone(pid)
        answer = json.loads(said) if said else {"status": status, "failed": []}
        return answer | {"seconds": round(time.monotonic() - began, 1)}

    def _run(self, job: dict) -> dict:
        """In the child, swap the mutant's code in, then run the tests one by one."""
        os.setsid()
        cpu = self.cpu * (10 if job["all"] else 1)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
        if job["swap"]:
            swap(Path(job["path"]), job["source"])
        there = job["tests"] if job["swap"] else [test for test in job["tests"] if test in self.items]
        chosen = [self.items[test] for test in there]  # a mutated constant may have renamed a test case
        if not chosen:
            raise LookupError("none of the tests is there")
        for item, following in zip(chosen, [*chosen[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed and not job["all"]:
                break
        return {"status": "killed" if self.failed else "alive", "failed": self.failed[:50]}


def _wait(pid: int, patience: float) -> str:
    """Wait for the child, kill what it started, and return how it ended, to be used if it wrote no answer."""
    deadline, status = time.monotonic() + patience, "timeout"
    while time.monotonic() < deadline:
        done, code = os.waitpid(pid, os.WNOHANG)
        if done:
            ended_by = os.WTERMSIG(code) if os.WIFSIGNALED(code) else 0
            status = "timeout" if ended_by == signal.SIGXCPU else "crash"
            break
        time.sleep(0.01)
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    if status == "timeout":
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass
    return status


def _drop_clone(pid: int) -> None:
    """Drop the child's database, since the child exits without tearing down its fixtures."""
    from tests.stod.clones import drop_database

    drop_database(f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}_{pid}")


def swap(path: Path, source: str) -> None:
    """Replace the code of a file's loaded functions with that of `source`."""
    file = str(path.resolve())
    old, new = (_functions(compile(text, file, "exec", dont_inherit=True)) for text in (path.read_bytes(), source))
    swapped = 0
    for function in gc.get_objects():
        if type(function) is not FunctionType or function.__code__.co_filename != file:
            continue
        name = function.__code__.co_qualname
        if old.get(name) == new.get(name) or not new.get(name):
            continue
        if len(old[name]) > 1 or function.__code__.co_freevars != new[name][0].co_freevars:
            raise Ambiguous(name)
        function.__code__ = new[name][0]
        swapped += 1
    if not swapped:
        raise Ambiguous("no function of the module has the code")


def _functions(code: CodeType) -> dict[str, list[CodeType]]:
    """Collect every code object nested in a module's code, by its qualified name."""
    found: dict[str, list[CodeType]] = {}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found.setdefault(constant.co_qualname, []).append(constant)
            for name, inner in _functions(constant).items():
                found.setdefault(name, []).extend(inner)
    return found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
