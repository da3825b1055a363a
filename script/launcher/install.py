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

from .console import Failed, Stop, explain, say, step
from .environment import PYTHON, ROOT, VENV, child_env, fingerprint, is_stamped
from .processes import run

JAVA_JARS = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
NEEDED_SPACE = 500 * 2**20


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


# Debian package → is what we need from it here? (asked of the machine, not of dpkg: it may be there in another way)
RUN = {
    "python3-venv": _venv_is_possible,
    "libpango-1.0-0": _library("libpango-1.0.so.0"),
    "libpangoft2-1.0-0": _library("libpangoft2-1.0.so.0"),
    "libharfbuzz-subset0": _library("libharfbuzz-subset.so.0"),
}
TEST = RUN | {
    "chromium": program("chromium"),
    "libatomic1": _library("libatomic.so.1"),  # for the node that Playwright's wheel brings
    "xmlsec1": program("xmlsec1"),  # what pysaml2, the test provider of SAML, signs with
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
    """`.venv` with the packages of the given lock files; skipped when they are unchanged since last time."""
    handle = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)  # script/demo and script/test may start at the same moment
    try:
        _make_venv()
        for lock in locks:
            _install(lock)
    finally:
        os.close(handle)


def _venv_works() -> bool:
    try:
        run([PYTHON, "-c", "import sys, pip; assert sys.version_info >= (3, 11)"])
    except (OSError, Failed):
        return False
    return True


def _make_venv() -> None:
    stamp = VENV / "klar"
    if PYTHON.exists() and is_stamped(stamp, str(PYTHON.resolve())):
        return
    if not _venv_works():
        _require_space()
        with step("Skapar en egen Python-miljö i .venv"):
            shutil.rmtree(VENV, ignore_errors=True)
            run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", VENV], env=child_env({}))
    stamp.write_text(str(PYTHON.resolve()), encoding="utf-8")


def _install(lock: str) -> None:
    stamp = VENV / f"{lock}.installerad"
    value = fingerprint([ROOT / lock], str(PYTHON.resolve()))
    if is_stamped(stamp, value):
        return
    _require_space()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    with step(f"Hämtar Python-paketen i {lock}"):
        try:
            run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", ROOT / lock], env=child_env({}))
        except Failed as failure:
            why = explain(failure.output) or f"Python-paketen i {lock} gick inte att installera."
            raise Stop(f"{why}\n    {_last_line(failure.output)}") from None
    stamp.write_text(value, encoding="utf-8")


def _require_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_SPACE and not (VENV / "requirements.txt.installerad").exists():
        raise Stop(
            f"Disken är för full: {free // 2**20} MB ledigt där {ROOT} ligger, {NEEDED_SPACE // 2**20} MB behövs."
        )


def _last_line(output: str) -> str:
    lines = [line for line in output.strip().splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR", "E: "))]
    return (errors or lines or [""])[-1][:300]
