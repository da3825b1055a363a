"""What the user sees: one line per step, and one plain line instead of a traceback when something is in the way."""

import errno
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NO_SPACE = "Disken är full. Frigör plats och kör samma kommando igen."
WAY_OUT = "Klona projektet till en mapp som är din, eller sätt LSS_DATA till en sådan, och kör samma kommando där."
NO_NETWORK_SIGNS = (
    "Temporary failure in name resolution",
    "Temporary failure resolving",
    "Could not resolve",
    "Failed to establish a new connection",
    "Network is unreachable",
    "Connection timed out",
    "Could not connect to",
    "Unable to connect to",
    "ProxyError",
)


class Stop(Exception):
    """Ends the program with one plain line."""


class Failed(Exception):
    """A command ended with an error; `output` is what it wrote."""

    def __init__(self, command: list, code: int, output: str) -> None:
        super().__init__(f"{' '.join(str(part) for part in command)} → {code}")
        self.command, self.code, self.output = command, code, output


class Interrupted(BaseException):
    """Raised on Ctrl-C, SIGTERM or SIGHUP, so that all three end the program in the same orderly way."""


def say(text: str = "") -> None:
    """Print one line, without waiting for a buffer to fill."""
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Show the name of a step while it runs, and afterwards how long it took."""
    print(f"  {text} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    say(f" {seconds(time.monotonic() - began)}")


def seconds(value: float) -> str:
    """Format as `1,4 s`, the Swedish way."""
    return f"{value:.1f} s".replace(".", ",")


def tail(path: Path, lines: int = 12) -> str:
    """Return the last lines of a log, indented."""
    try:
        rows = path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
    except OSError:
        rows = []
    return "\n".join(f"    {row}" for row in rows)


def explain(output: str) -> str | None:
    """Explain a command's output in one plain line, if its cause is something a user can act on."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return NO_SPACE
    if any(sign in output for sign in NO_NETWORK_SIGNS):
        return "Ingen kontakt med nätet, som behövs för att hämta paket. Kontrollera nätet och kör samma kommando igen."
    return None


def _plain(error: Exception) -> str | None:
    if isinstance(error, Stop):
        return str(error)
    if isinstance(error, Failed):
        last = "\n".join(f"    {row}" for row in error.output.strip().splitlines()[-8:])
        return explain(error.output) or f"Ett steg misslyckades: {error}\n{last}"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NO_SPACE
    if isinstance(error, PermissionError) or (isinstance(error, OSError) and error.errno == errno.EROFS):
        return f"Det går inte att skriva till {error.filename}. {WAY_OUT}"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{error.filename} är ingen mapp."
    return None


def _interrupt(number: int, _frame: object) -> None:
    raise Interrupted(number)


def main(name: str, job: Callable[[list[str]], int]) -> None:
    """Run a job and exit. Every expected end gives an exit code and at most one plain line, not a traceback."""
    sys.stdout.reconfigure(errors="replace")
    sys.stderr.reconfigure(errors="replace")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # SIGINT too: a shell's `&` sets it to be ignored
        signal.signal(number, _interrupt)
    try:
        code = job(sys.argv[1:])
    except Interrupted:
        say("Avbrutet.")
        code = 130
    except BrokenPipeError:
        code = 1
    except Exception as error:
        plain = _plain(error)
        if plain is None:
            raise
        print(f"{name}: {plain}", file=sys.stderr, flush=True)
        code = 1
    sys.exit(code)
