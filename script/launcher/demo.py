"""script/demo: set up and run the whole portal on this machine, until Ctrl-C."""

import json
import os
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from . import environment, install, postgres, valkey
from .console import Failed, Interrupted, Stop, explain, say, seconds, step, tail
from .environment import COLLECT_STATIC, MANAGE, MIGRATE, PYTHON, ROOT, fingerprint, is_stamped
from .processes import Child, Command, Family, run

PATIENCE = 90
# Threads, because no proxy stands in front: a client that sends half a request ties up one thread, not a whole worker.
WEB = ["--workers", "2", "--worker-class", "gthread", "--threads", "8", "--preload"]
SCHEMA_SOURCES = [ROOT / "plans" / "migrations", ROOT / "requirements.txt", ROOT / "lss_portal" / "settings.py"]
STATIC_SOURCES = [ROOT / "static", ROOT / "requirements.txt", ROOT / "lss_portal" / "settings.py"]
SCHEMA_MARK = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
HELP = """script/demo startar hela portalen på den här datorn, med påhittade personer. Ctrl-C avslutar.
  LSS_PORT      porten, annars 8000
  LSS_DATA      mappen för databas, loggar och mejl, annars var/
  DATABASE_URL  en egen PostgreSQL i stället för den inbyggda (DATABASE_OWNER_URL: rollen som migrerar)
  REDIS_URL     en egen Redis i stället för den inbyggda Valkey"""


def main(arguments: list[str]) -> int:
    if arguments:
        say(HELP)
        return 0 if arguments[0] in ("-h", "--help") else 2
    began = time.monotonic()
    port, data = environment.port(), environment.data_dir()
    data.mkdir(parents=True, exist_ok=True)
    lock = environment.take_lock(data)
    environment.require_free_port(port)
    install.debian_packages(install.RUN)
    install.python_packages(*install.DEMO)
    with Family() as family:
        env = prepare(family, data, port, _start_jobs)
        environment.require_free_port(port)
        with step("Startar webbserver, arbetare och klocka"):
            _start_web(family, data, port, env)
            _wait_for_page(family, data, port)
        _welcome(data, port, time.monotonic() - began)
        _watch(family)
    os.close(lock)
    say("Portalen är avslutad.")
    return 0


def prepare(family: Family, data: Path, port: int, meanwhile: Callable[..., None] | None = None) -> dict[str, str]:
    """Prepare servers, tables, static files and people; return the environment for everything that runs on them.

    `meanwhile` is called once the tables are built. The processes it starts can load while the database is filled.
    """
    values = environment.demo_env(data, port) | _services(family, data)
    environment.write_env(data / "miljo", values)
    env = environment.child_env(values)
    _build_tables(data, env)
    if meanwhile:
        meanwhile(family, data, env)
    _collect_static(data, env)
    _invent_people(data, env)
    return env


def _watch(family: Family) -> None:
    """Return when the user presses Ctrl-C; raise Stop when a process dies."""
    try:
        while True:
            family.check()
            time.sleep(0.3)
    except Interrupted:
        say("\nAvslutar …")


def _rotate(log: Path) -> Path:
    """Start a new log each time and keep the previous one."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        log.replace(log.with_name(f"{log.name}.1"))
    return log


def _services(family: Family, data: Path) -> dict[str, str]:
    """Return DATABASE_URL and REDIS_URL: the user's own, or those of our servers."""
    log = data / "log"
    urls = {key: os.environ[key] for key in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL") if os.environ.get(key)}
    if "DATABASE_URL" not in urls:
        with step("Startar databasen (PostgreSQL)"):
            server = postgres.start(family, data, _rotate(log / "postgres.log"))
            postgres.make_database(server, "lss")
        if server.data.parent != data:
            say(f"  Databasen ligger i {server.data}, eftersom PostgreSQL inte får köras som root.")
        urls["DATABASE_URL"] = server.url("lss_app", "lss")
        urls["DATABASE_OWNER_URL"] = server.url("lss_owner", "lss")
    if "REDIS_URL" not in urls:
        with step("Startar kön (Valkey)"):
            urls["REDIS_URL"] = valkey.start(family, _rotate(log / "valkey.log"))
    return urls


def _build_tables(data: Path, env: dict[str, str]) -> None:
    """Migrate. Our own database keeps a mark of the code it was migrated for, and is skipped if the mark fits."""
    owner = env.get("DATABASE_OWNER_URL") or env["DATABASE_URL"]
    schema = f"schema {fingerprint(SCHEMA_SOURCES)}"
    if os.environ.get("DATABASE_URL") or postgres.psql(owner, SCHEMA_MARK) != schema:
        with step("Bygger tabellerna"):
            hint = "Är koden en annan än sist: flytta undan databasen (docs/drift.md) och börja om. "
            _run(MIGRATE, data / "log" / "tabeller.log", env, hint)
        if not os.environ.get("DATABASE_URL"):
            postgres.psql(owner, f"COMMENT ON DATABASE lss IS '{schema}'")


def _collect_static(data: Path, env: dict[str, str]) -> None:
    """Collect style sheets and pictures when one of them has changed."""
    stamp, value = data / "static.klar", fingerprint(STATIC_SOURCES)
    if not is_stamped(stamp, value) or not (data / "static" / "staticfiles.json").exists():
        with step("Samlar bilder och stilmallar"):
            shutil.rmtree(data / "static", ignore_errors=True)
            _run(COLLECT_STATIC, data / "log" / "stilmallar.log", env)
        stamp.write_text(value, encoding="utf-8")


def _invent_people(data: Path, env: dict[str, str]) -> None:
    """The first time only, invent people and save the logins that are shown at every start."""
    if postgres.psql(env["DATABASE_URL"], "SELECT 1 FROM plans_namnd LIMIT 1") == "":
        with step("Skriver in påhittade personer och planer"):
            output = _run([*MANAGE, "demodata"], data / "log" / "demodata.log", env)
            owner = env.get("DATABASE_OWNER_URL") or env["DATABASE_URL"]
            postgres.psql(owner, "ANALYZE")  # without statistics, the first queries get bad plans
        logins = output.partition("Inloggningar:")[2].strip("\n")
        environment.write_private(data / "inloggningar.txt", logins + "\n")


def _run(command: Command, log: Path, env: dict[str, str], hint: str = "") -> str:
    """Run one step of the set-up; if it fails, write its whole output to the log and raise Stop."""
    try:
        return run(command, env=env)
    except Failed as failure:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(failure.output, encoding="utf-8")
        raise Stop(explain(failure.output) or f"Det gick inte. {hint}Sist i {log}:\n{tail(log)}") from None


def _start_jobs(family: Family, data: Path, env: dict[str, str]) -> None:
    log, schedule = data / "log", data / "beat"
    schedule.mkdir(exist_ok=True)
    celery = [PYTHON, "-m", "celery", "-A", "lss_portal"]
    worker = [*celery, "worker", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--pidfile=", "--schedule", schedule / "schema"]
    family.add(Child("Arbetaren", worker, _rotate(log / "arbetare.log"), env=env, cwd=ROOT))
    family.add(Child("Klockan", beat, _rotate(log / "klocka.log"), env=env, cwd=ROOT))


def _start_web(family: Family, data: Path, port: int, env: dict[str, str]) -> None:
    web = [PYTHON, "-m", "gunicorn", "lss_portal.wsgi", "--bind", f"127.0.0.1:{port}", *WEB]
    web += ["--graceful-timeout", "5", "--no-control-socket", "--access-logfile", "-"]
    family.add(Child("Webbservern", web, _rotate(data / "log" / "webb.log"), env=env, cwd=ROOT))


def _health(port: int) -> tuple[int, str]:
    """Return the status and body of /halsa; 0 when nothing answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/halsa", timeout=10) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")
    except OSError:
        return 0, ""


def _wait_for_page(family: Family, data: Path, port: int) -> None:
    if family.wait_until(lambda: _health(port)[0] == 200, PATIENCE):
        return
    status, body = _health(port)
    if status != 503:
        log = data / "log" / "webb.log"
        raise Stop(f"/halsa svarar inte 200 utan {status or 'inte alls'}. Sist i {log}:\n{tail(log)}")
    try:
        body = json.dumps(json.loads(body), ensure_ascii=False)
    except ValueError:
        body = body[:300]
    logs = [data / "log" / f"{name}.log" for name in ("arbetare", "klocka")]
    ends = "\n".join(f"  Sist i {log}:\n{tail(log, 6)}" for log in logs)
    raise Stop(f"Portalen blev inte frisk på {PATIENCE} s: {body}\n{ends}")


def _welcome(data: Path, port: int, took: float) -> None:
    logins = data / "inloggningar.txt"
    say(f"\nPortalen är igång efter {seconds(took)}: http://localhost:{port}/\n")
    if logins.exists():
        say("Inloggningar:\n" + logins.read_text(encoding="utf-8").rstrip("\n") + "\n")
    say(f"Loggar: {data / 'log'}   Mejl: {data / 'mejl'}")
    say("Ctrl-C avslutar.")
