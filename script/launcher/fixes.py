"""script/fix: let ruff tidy the code. script/fix lock: pin every package again, with hashes, from the .in files."""

import re

from . import uv
from .console import Failed, Stop, explain, say, step
from .environment import PYTHON, ROOT, child_env
from .install import LOCKS, RUN, debian_packages, python_packages
from .processes import run


def main(arguments: list[str]) -> int:
    if arguments == ["lock"]:
        return _lock()
    if arguments:
        say(
            "script/fix        ruff rättar och formaterar koden\nscript/fix lock   låser om requirements*.txt från *.in"
        )
        return 2
    debian_packages(RUN)
    python_packages(*LOCKS)
    for command in (["check", "--fix"], ["format"]):
        try:
            say(run([PYTHON, "-m", "ruff", *command, "."], cwd=ROOT).strip())
        except Failed as failure:
            say(failure.output.strip())
            return 1
    return 0


def _lock() -> int:
    """Write the lock files. A pin is kept unless the .in file asks for another; to upgrade, name a version there.

    Pins are chosen for the oldest Python that the portal runs on (Debian 12 has 3.11.2), not for this machine's.
    """
    options = ["--quiet", "--generate-hashes", "--no-header", "--no-annotate", "--no-build", "--python-version", "3.11"]
    program, env = uv.program(), child_env(uv.environment())
    for lock in (*LOCKS, "requirements-uv.txt"):
        with step(f"Låser {lock}"):
            source = lock.replace(".txt", ".in")
            try:
                run([program, "pip", "compile", *options, "-o", lock, source], cwd=ROOT, env=env)
            except Failed as failure:
                raise Stop(explain(failure.output) or failure.output[-800:]) from None
    return 0


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", requirement).lower()


def _pins(text: str) -> dict[str, str]:
    """Package → version ("" where none is given), from an .in or a .txt file."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?(?:==([^\s;\\#]+))?", text, re.MULTILINE)
    return {_name(package): version for package, version in found if not package.startswith("-")}


def out_of_step() -> list[str]:
    """List packages that a lock file lacks or pins unlike its .in file, or that two lock files pin differently."""
    wrong, locked = [], {}
    for lock in LOCKS:
        pins = _pins((ROOT / lock).read_text(encoding="utf-8"))
        for package, version in pins.items():
            if locked.setdefault(package, version) != version:
                wrong.append(f"{package}: {locked[package]} och {version} i de två låsfilerna")
        for package, version in _pins((ROOT / lock.replace(".txt", ".in")).read_text(encoding="utf-8")).items():
            if package not in pins or version not in ("", pins[package]):
                wrong.append(f"{lock}: {package} {version} saknas; kör script/fix lock")
    return wrong
