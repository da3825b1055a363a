"""uv, which makes the virtual environment and fills it: one program, pinned with hashes, in `var/verktyg`."""

import os
import re
import shutil
import sys
import sysconfig
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
    with step("Hämtar uv, som hämtar Python-paketen"):
        part.parent.mkdir(parents=True, exist_ok=True)
        for left in part.parent.glob(f"{home.name}.*"):
            shutil.rmtree(left, ignore_errors=True)
        try:
            _pip("install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--target", part, "-r", LOCK)
        except Failed as failure:
            raise Stop(explain(failure.output) or f"uv gick inte att hämta:\n{failure.output[-300:]}") from None
        part.rename(home)  # only a complete uv gets its final name
    return uv


def _pip(*arguments: str | Path) -> str:
    """Run Python's bundled pip straight from its wheel: installing pip first would take longer than running it."""
    import ensurepip  # here, since on Debian it comes with a package that the launcher has only just installed

    folder = Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or Path(ensurepip.__file__).parent / "_bundled")
    wheel = next(iter(sorted(folder.glob("pip-*.whl"))), folder / "pip.whl")
    return run(
        [base_python(), wheel / "pip", "--disable-pip-version-check", "--no-input", *arguments], env=child_env({})
    )


def environment() -> dict[str, str]:
    """Return settings that make uv use the machine's certificates, and the same package index as pip."""
    told = {"UV_SYSTEM_CERTS": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    told["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as in pip; hashes are checked, so no index can slip anything in
    settings = _settings_of_pip()
    for setting, ours, theirs in (
        ("index-url", "UV_DEFAULT_INDEX", "PIP_INDEX_URL"),
        ("extra-index-url", "UV_INDEX", "PIP_EXTRA_INDEX_URL"),
    ):
        index = os.environ.get(theirs) or settings.get(setting)
        if index and not os.environ.get(ours):
            told[ours] = index
    return told


def _settings_of_pip() -> dict[str, str]:
    """Return the settings in pip's configuration files on this machine."""
    try:
        listed = _pip("config", "list")
    except Failed:
        return {}
    found = re.findall(r"^global\.([\w-]+)='(.*)'$", listed, re.M)
    return {name: " ".join(value.replace("\\n", " ").split()) for name, value in found}
