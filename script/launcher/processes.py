"""Child processes that cannot outlive the launcher.

Each child leads a process group, so that it can be ended with all its children. Linux is asked to end the child if the
launcher dies without time to clean up (`PR_SET_PDEATHSIG`). Linux is also asked to make the launcher the parent of
orphaned grandchildren (`PR_SET_CHILD_SUBREAPER`), so that the launcher can end them too.
"""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from .console import Failed, Stop, explain, tail

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
Command = list[str | Path]


def _prctl(option: int, value: int) -> None:
    try:
        ctypes.CDLL(None).prctl(option, value)
    except (OSError, AttributeError):  # not Linux: an ordinary exit still ends every child
        pass


def die_with_parent(number: int = signal.SIGTERM) -> Callable[[], None]:
    """For `preexec_fn`: ask Linux to send the child a signal when the launcher dies without ending it."""

    def ask() -> None:
        _prctl(PR_SET_PDEATHSIG, number)

    return ask


def adopt_orphans() -> None:
    """Adopt grandchildren whose parent died, so that `end_orphans` finds them."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def _children() -> list[int]:
    mine = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text(errors="replace").rpartition(")")[2].split()[1]
        except (OSError, IndexError):
            continue
        if int(parent) == os.getpid():
            mine.append(int(stat.parent.name))
    return mine


def end_orphans() -> None:
    """Kill every child still left, and orphans that become ours in the meantime. To be called last."""
    for _ in range(50):
        left = _children()
        if not left:
            return
        for pid in left:
            _kill(os.kill, pid, signal.SIGKILL)
            try:
                os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                pass
        time.sleep(0.05)


def _kill(how: Callable[[int, int], None], pid: int, number: int) -> None:
    try:
        how(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def run(
    command: Command,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | str | None = None,
    as_user: dict | None = None,
    own_session: bool = True,
) -> str:
    """Run a command to its end and return what it wrote. If we are interrupted, the command is ended too.

    `own_session=False` keeps the command on our terminal (sudo remembers the password by terminal). If we are
    interrupted, the command then gets time to end by itself before it is killed.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        env=env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=own_session,
        preexec_fn=die_with_parent(signal.SIGKILL if own_session else signal.SIGTERM),
        **(as_user or {}),
    )
    try:
        output = process.communicate()[0].decode(errors="replace")
    except BaseException:
        _abort(process, own_session)
        raise
    if process.returncode:
        raise Failed(command, process.returncode, output)
    return output


def _abort(process: subprocess.Popen, own_session: bool) -> None:
    if not own_session:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
    _kill(os.killpg if own_session else os.kill, process.pid, signal.SIGKILL)
    process.wait()


class Child:
    """A long-lived process with its own log file."""

    def __init__(
        self,
        name: str,
        command: Command,
        log: Path,
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
        as_user: dict | None = None,
        stop_with: signal.Signals = signal.SIGTERM,
        serves: bool = False,
    ) -> None:
        """`serves`: other children need it, so it is ended after them."""
        self.name, self.log, self.stop_with, self.serves = name, log, stop_with, serves
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as sink:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(stop_with),
                **(as_user or {}),
            )

    def died(self) -> bool:
        return self.process.poll() is not None

    def ask_to_stop(self) -> None:
        if not self.died():
            _kill(os.kill, self.process.pid, self.stop_with)

    def end(self, patience: float) -> None:
        """Wait for the process to end, at most `patience` seconds, then kill its whole process group."""
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            pass
        _kill(os.killpg, self.process.pid, signal.SIGKILL)
        self.process.wait()


def _last_words(child: Child) -> str:
    words = tail(child.log)
    code = child.process.returncode
    return explain(words) or f"{child.name} stannade oväntat (kod {code}). Sist i {child.log}:\n{words}"


class Family:
    """All children of one launcher; those that the others need are ended last."""

    def __init__(self) -> None:
        self.children: list[Child] = []

    def __enter__(self) -> "Family":
        adopt_orphans()
        return self

    def __exit__(self, *_: object) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # an impatient second Ctrl-C must leave nothing behind
        for serves in (False, True):
            group = [child for child in self.children if child.serves == serves]
            for child in group:
                child.ask_to_stop()
            deadline = time.monotonic() + 8
            for child in group:
                child.end(max(0.0, deadline - time.monotonic()))
        end_orphans()

    def add(self, child: Child) -> Child:
        self.children.append(child)
        return child

    def check(self) -> None:
        """Raise Stop when one of the children is dead."""
        for child in self.children:
            if child.died():
                raise Stop(_last_words(child))

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Return True once `ready()` is true, False when time is up; a dead child raises Stop at once."""
        deadline = time.monotonic() + seconds
        while not ready():
            self.check()
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        return True
