"""script/bilder A B: photograph the demos of two git revisions page by page, and compare."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from . import environment, install
from .console import Interrupted, Stop, say, seconds, step, tail
from .environment import PYTHON, ROOT, child_env
from .processes import Child, Family, die_with_parent, run

SCRIPT = ROOT / "script"
SETTINGS = SCRIPT / "bilder.toml"
KEPT = ROOT / "var" / "bilder"
PATIENCE = 600
HELP = """script/bilder A B jämför hur två revisioner ser ut: varje sida i 1280, 390 och 320 punkters bredd.
  Ändrade sidor hamnar bredvid varandra i var/bilder/. En sida där mer än 0,1 % är ändrat ska stå i script/bilder.toml
  med det som tillåter ändringen. Samma revision två gånger ska ge noll."""


@dataclass
class Side:
    """A revision: its name, checkout, demo data and port."""

    name: str
    folder: Path
    data: Path
    port: int


def main(arguments: list[str]) -> int:
    """Compare two revisions; return 1 if a page changed without permission or is missing."""
    if len(arguments) != 2:
        say(HELP)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    began = time.monotonic()
    install.debian_packages(install.TEST)
    install.python_packages(*install.LOCKS)
    scratch = Path(tempfile.mkdtemp(prefix="lss-bilder-"))
    scratch.chmod(0o755)  # PostgreSQL may run as another user
    try:
        with Family() as family:
            sides = [_check_out(name, revision, scratch) for name, revision in zip("AB", arguments, strict=True)]
            with step("Startar två demon"):
                _start(family, sides)
            for side in sides:
                say(f"\nFotograferar {side.name} ({arguments['AB'.index(side.name)]})")
                _photograph(side, scratch)
        return _compare(scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        say(f"Allt tog {seconds(time.monotonic() - began)}.")


def _check_out(name: str, revision: str, scratch: Path) -> Side:
    """Unpack a revision into its own folder. The revision uses our .venv if its requirements.txt equals ours."""
    folder, data = scratch / name / "kod", scratch / name / "data"
    folder.mkdir(parents=True)
    data.mkdir()
    git = ["git", "-C", ROOT, "archive", "--format=tar", f"{revision}^{{commit}}"]
    archive = subprocess.run([str(part) for part in git], capture_output=True)
    if archive.returncode:
        raise Stop(f"Det finns ingen revision {revision}.")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(folder, filter="data")
    lock = "requirements.txt"
    if (folder / lock).read_bytes() == (ROOT / lock).read_bytes():
        (folder / ".venv").symlink_to(environment.VENV.resolve())
    return Side(name, folder, data, environment.free_port())


def _start(family: Family, sides: list[Side]) -> None:
    """Start both demos, and wait until they answer and every PDF is done."""
    for side in sides:
        env = child_env({"LSS_PORT": str(side.port), "LSS_DATA": str(side.data)})
        for key in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
            env.pop(key, None)
        command = [sys.executable, side.folder / "script" / "demo"]
        log = side.data.parent / "demo.log"
        family.add(Child(f"Demo {side.name}", command, log, env=env, cwd=side.folder, stop_with=signal.SIGINT))
    for side in sides:
        if not family.wait_until(lambda port=side.port: _healthy(port), PATIENCE):
            raise Stop(f"Demo {side.name} kom inte igång:\n{tail(side.data.parent / 'demo.log')}")
    for side in sides:
        python = side.folder / ".venv" / "bin" / "python"
        env = child_env({"LSS_DATA": str(side.data)})
        for _ in range(2):  # the worker may be in the middle of a PDF
            run([python, "manage.py", "rendera_pdf"], cwd=side.folder, env=env)
            time.sleep(3)


def _healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/halsa", timeout=10) as answer:
            return answer.status == 200
    except (urllib.error.HTTPError, OSError):
        return False


def _photograph(side: Side, scratch: Path) -> None:
    """Photograph one side: A finds its pages by following links, and B opens the same pages."""
    plan = {
        "url": f"http://localhost:{side.port}",
        "logins": (side.data / "inloggningar.txt").read_text(encoding="utf-8"),
        "pages": str(scratch / "sidor.json"),
        "photos": str(scratch / side.name / "bilder"),
        "find": side.name == "A",
        "moved": tomllib.loads(SETTINGS.read_text(encoding="utf-8")).get("flyttat", {}),
    }
    if _in_venv("launcher.photos", json.dumps(plan)):
        raise Stop(f"{side.name} gick inte att fotografera.")


def _compare(scratch: Path) -> int:
    """Print the table, keep the changed pictures, and return the exit code."""
    shutil.rmtree(KEPT, ignore_errors=True)
    return _in_venv("launcher.pixels", str(scratch), str(KEPT), str(SETTINGS))


def _in_venv(module: str, *arguments: str) -> int:
    """Run a module with the packages in .venv, printing to our terminal; return its exit code."""
    command = [str(PYTHON), "-m", module, *arguments]
    process = subprocess.Popen(command, cwd=SCRIPT, env=child_env(os.environ), preexec_fn=die_with_parent())
    try:
        return process.wait()
    except Interrupted:
        process.terminate()
        process.wait()
        raise
