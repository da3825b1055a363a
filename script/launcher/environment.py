"""Paths and ports, and the environment variables that the launcher writes to `<LSS_DATA>/miljo` for manage.py."""

import base64
import fcntl
import hashlib
import os
import secrets
import socket
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from .console import Stop

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MANAGE = [PYTHON, ROOT / "manage.py"]
MIGRATE = [*MANAGE, "migrate", "--no-input", "-v0"]
COLLECT_STATIC = [PYTHON, Path(__file__).with_name("collectstatic.py")]


def data_dir() -> Path:
    """`LSS_DATA`, or `var/` in the checkout."""
    return Path(os.environ.get("LSS_DATA") or ROOT / "var").expanduser().absolute()


def port() -> int:
    """`LSS_PORT`, or 8000."""
    given = os.environ.get("LSS_PORT") or "8000"
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise Stop(f"LSS_PORT ska vara ett portnummer, till exempel 8000, men är {given!r}.")
    return int(given)


def port_is_free(number: int) -> bool:
    """Whether gunicorn could listen on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
            probe.listen(1)
        except PermissionError:
            raise Stop(f"Porten {number} kräver root. Välj en över 1023: LSS_PORT=8000 script/demo") from None
        except OSError:
            return False
    return True


def require_free_port(number: int) -> None:
    """Stop with a plain line when the port is taken; a demo that is just closing down gets two seconds."""
    deadline = time.monotonic() + 2
    while not port_is_free(number):
        if time.monotonic() > deadline:
            raise Stop(f"Porten {number} är upptagen. Välj en annan: LSS_PORT={number % 65000 + 1} script/demo")
        time.sleep(0.2)


def free_port() -> int:
    """Find a port that is free right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def take_lock(data: Path) -> int:
    """Allow one launcher per LSS_DATA. The lock ends with the process; the file names the process that holds it."""
    handle = os.open(data / "las", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.pread(handle, 100, 0).decode(errors="replace").strip()
        raise Stop(f"Portalen kör redan med {data} (process {owner}). Avsluta den, eller välj LSS_DATA.") from None
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}, http://localhost:{os.environ.get('LSS_PORT') or 8000}\n".encode(), 0)
    return handle


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """Hash the names and contents of files; a folder stands for all files in it."""
    digest = hashlib.sha256("\n".join(extra).encode())
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix != ".pyc") if path.is_dir() else [path]
        for file in files:
            digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def is_stamped(stamp: Path, value: str) -> bool:
    """Whether the step behind `stamp` was done with exactly this input."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == value


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    part = path.with_name(path.name + ".ny")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    part.replace(path)


def read_env(path: Path) -> dict[str, str]:
    """Return the KEY=value lines of a file; empty if there is no file."""
    if not path.is_file():
        return {}
    pairs = (line.partition("=") for line in path.read_text(encoding="utf-8").splitlines())
    return {key: value for key, _, value in pairs if key}


def write_env(path: Path, values: Mapping[str, str]) -> None:
    """Write the environment to a file, from which manage.py in a second terminal reads it."""
    write_private(path, "".join(f"{key}={value}\n" for key, value in values.items()))


def file_mail_url(folder: Path) -> str:
    """Return the EMAIL_URL for mail written as files into `folder` (django-environ drops the path's first slash)."""
    return f"filemail:///{quote(str(folder))}"


def new_key() -> str:
    """Make a first key for encryption at rest: number 1, 32 random bytes."""
    return f"1:{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}"


def demo_env(data: Path, number: int) -> dict[str, str]:
    """Return the variables that the demo's processes need besides database and broker. Values set by the user win."""
    before = read_env(data / "miljo")
    wanted = {
        "SECRET_KEY": before.get("SECRET_KEY") or secrets.token_urlsafe(50),
        "LSS_KEYS": before.get("LSS_KEYS") or new_key(),
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "PUBLIC_BASE_URL": f"http://localhost:{number}",
        "LSS_DEMO": "1",
        "EMAIL_URL": file_mail_url(data / "mejl"),
    }
    return {key: os.environ.get(key) or value for key, value in wanted.items()} | {"LSS_DATA": str(data)}


def child_env(values: Mapping[str, str]) -> dict[str, str]:
    """Return the launcher's environment with `values` on top; UTF-8, and English error messages whatever LANG is."""
    fixed = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | fixed | dict(values)
