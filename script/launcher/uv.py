"""uv, which makes the virtual environment and fills it: one program, pinned with hashes, in `var/verktyg`."""

import os
import shutil
import sys
from pathlib import Path

from .console import Failed, Stop, explain, step
from .environment import ROOT, child_env, fingerprint
from .processes import run

LOCK = ROOT / "requirements-uv.txt"


def base_python() -> str:
    """The Python interpreter that the running virtual environment was made from."""
    return getattr(sys, "_base_executable", sys.executable)


def program() -> Path:
    """Return the path of the pinned uv. The first call makes pip fetch it, from pip's own index, and check its hash."""
    home = ROOT / "var" / "verktyg" / f"uv-{fingerprint([LOCK])[:12]}"
    uv = home / "bin" / "uv"
    if uv.exists():
        return uv
    part = home.with_name(f"{home.name}.{os.getpid()}")
    pip = [part / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    with step("Hämtar uv, som hämtar Python-paketen"):
        part.parent.mkdir(parents=True, exist_ok=True)
        for left in part.parent.glob(f"{home.name}.*"):
            shutil.rmtree(left, ignore_errors=True)
        try:
            run([base_python(), "-m", "venv", part], env=child_env({}))
            run([*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK], env=child_env({}))
        except Failed as failure:
            raise Stop(explain(failure.output) or f"uv gick inte att hämta:\n{failure.output[-300:]}") from None
        part.rename(home)  # only a complete uv gets its final name
    return uv


def environment() -> dict[str, str]:
    """Return settings that make uv use the machine's certificates, and the same package index as pip."""
    told = {"UV_SYSTEM_CERTS": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    told["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as in pip; hashes are checked, so no index can slip anything in
    for setting, ours, theirs in (
        ("index-url", "UV_DEFAULT_INDEX", "PIP_INDEX_URL"),
        ("extra-index-url", "UV_INDEX", "PIP_EXTRA_INDEX_URL"),
    ):
        index = os.environ.get(theirs) or _of_pip(setting)
        if index and not os.environ.get(ours):
            told[ours] = index
    return told


def _of_pip(setting: str) -> str:
    """Return one of pip's settings from the machine's configuration files; empty if it is not set."""
    python = program().with_name("python")
    try:
        return " ".join(run([python, "-m", "pip", "config", "get", f"global.{setting}"], env=child_env({})).split())
    except Failed:
        return ""
