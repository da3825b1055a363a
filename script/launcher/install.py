"""Debian packages, the virtual environment and its pinned, hashed Python packages. Does nothing when all is there."""

import ctypes
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from . import uv
from .console import Failed, Stop, explain, say, step
from .environment import PYTHON, ROOT, VENV, child_env, fingerprint
from .processes import run

JAVA_JARS = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
NEEDED_SPACE = 500 * 2**20
STAMP = "installerat"
DEMO = ("requirements.txt", "requirements-demo.txt")  # the second has the demo's own servers
LOCKS = (*DEMO, "requirements-dev.txt")


def _library(name: str) -> Callable[[], bool]:
    def there() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return there


def program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def _venv_is_possible() -> bool:
    return PYTHON.exists() or importlib.util.find_spec("ensurepip") is not None


# Debian package → whether what we need from it is here. We look for the thing itself and do not ask dpkg, since the
# thing may have come from elsewhere.
RUN = {
    "python3-venv": _venv_is_possible,
    "libpango-1.0-0": _library("libpango-1.0.so.0"),
    "libpangoft2-1.0-0": _library("libpangoft2-1.0.so.0"),
    "libharfbuzz-subset0": _library("libharfbuzz-subset.so.0"),
}
TEST = RUN | {
    "chromium": program("chromium"),
    "libatomic1": _library("libatomic.so.1"),  # for the node in Playwright's wheel
    "xmlsec1": program("xmlsec1"),  # used for signing by pysaml2, the SAML test provider
    "default-jre-headless": program("java"),
    "libjaxb-java": lambda: all(Path(f"/usr/share/java/{jar}.jar").exists() for jar in JAVA_JARS),
}


def debian_packages(wanted: dict[str, Callable[[], bool]]) -> None:
    """Install the Debian packages that are missing, as root or through sudo."""
    missing = [package for package, there in wanted.items() if not there()]
    if not missing:
        return
    by_hand = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(missing)}"
    if shutil.which("apt-get") is None:
        raise Stop(f"Det här saknas och måste installeras för hand (namnen är Debians): {' '.join(missing)}")
    prefix = _become_root()
    if prefix is None:
        raise Stop(f"Några systempaket saknas. Kör som root, och sedan samma kommando igen: {by_hand}")
    with step(f"Installerar systempaket: {' '.join(missing)}"):
        try:
            _apt(prefix, missing)
        except Failed as failure:
            why = explain(failure.output) or "Systempaketen gick inte att installera."
            raise Stop(f"{why} Det som skulle köras som root: {by_hand}\n    {_last_line(failure.output)}") from None
    still = [package for package in missing if not wanted[package]()]
    if still:
        raise Stop(f"Paketen installerades men hittas ändå inte: {' '.join(still)}")


def _become_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    if sys.stdin.isatty():
        say("  Några systempaket saknas; sudo frågar nu efter ditt lösenord.")
        if subprocess.run(["sudo", "-v"]).returncode == 0:
            return ["sudo", "-n"]
    return None


def _apt(prefix: list[str], packages: list[str]) -> None:
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "apt-get", "-qq", "-y"]
    apt += ["-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*Packages*")):
        try:
            run(install, own_session=False)
            return
        except Failed as failure:
            if explain(failure.output):
                raise
    run([*apt, "update"], own_session=False)
    run(install, own_session=False)


def python_packages(*locks: str) -> None:
    """Install the given lock files into `.venv`, with any from before; do nothing if the given ones are in place.

    A new environment is built beside the old one and replaces it only when complete, so an interruption never leaves
    half an environment.
    """
    handle = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)  # script/demo and script/test may start at the same moment
    try:
        have = _installed()
        wanted = {**{lock: have[lock] for lock in have if (ROOT / lock).exists()}, **dict.fromkeys(locks, "")}
        wanted = {lock: fingerprint([ROOT / lock]) for lock in sorted(wanted)}
        if not all(have.get(lock) == wanted[lock] for lock in locks):
            _require_space(first=not have)
            _make_venv(wanted)
    finally:
        os.close(handle)


def _installed() -> dict[str, str]:
    """Map each lock file to its fingerprint at installation; empty if nothing is installed or its Python is gone."""
    try:
        python, *lines = (VENV / STAMP).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    if not PYTHON.exists() or python != str(PYTHON.resolve()):
        return {}
    return dict(line.split() for line in lines)


def _make_venv(locks: dict[str, str]) -> None:
    new, old = VENV.with_name(".venv.ny"), VENV.with_name(".venv.gammal")
    program, env = uv.program(), child_env(uv.environment())
    for left in (new, old):
        _remove(left)
    new.mkdir()  # if this is refused, the user gets our plain line, not uv's error
    new.rmdir()
    command = [program, "venv", "--quiet", "--relocatable", "--python", uv.base_python(), new]
    fill = [program, "pip", "install", "--quiet", "--python", new / "bin" / "python", "--compile-bytecode"]
    fill += ["--require-hashes", "--only-binary", ":all:"]
    for lock in locks:
        fill += ["-r", ROOT / lock]
    with step("Hämtar Python-paketen"):
        try:
            run(command, env=env)
            run(fill, env=env)
        except Failed as failure:
            why = explain(failure.output) or f"Python-paketen i {', '.join(locks)} gick inte att installera."
            raise Stop(f"{why}\n    {_last_line(failure.output)}") from None
    lines = [str((new / "bin" / "python").resolve()), *(f"{lock} {value}" for lock, value in locks.items())]
    (new / STAMP).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if VENV.exists() or VENV.is_symlink():
        VENV.rename(old)
    new.rename(VENV)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    shutil.rmtree(path, ignore_errors=True)


def _require_space(*, first: bool) -> None:
    free = shutil.disk_usage(ROOT).free
    if first and free < NEEDED_SPACE:
        raise Stop(
            f"Disken är för full: {free // 2**20} MB ledigt där {ROOT} ligger, {NEEDED_SPACE // 2**20} MB behövs."
        )


def _last_line(output: str) -> str:
    lines = [line for line in output.strip().splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR", "E: "))]
    return (errors or lines or [""])[-1][:300]
