"""script/test: run all tests on a real stack, which is started for the run and removed after it."""

import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from . import environment, install, postgres, valkey
from .console import Interrupted, say, seconds, step
from .environment import COLLECT_STATIC, MIGRATE, PYTHON, ROOT
from .processes import Family, die_with_parent, run

FAST_BUDGET = 60
TRUST_BUDGET = 300
BY_FILE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # see tests/stod/scheduling.py
FAST = ["-n", "2", "--dist", "worksteal", "-m", "not slow and not trust"]
TRUST = [*BY_FILE, "-m", "trust"]
SLOW = [*BY_FILE, "-m", "slow and not trust"]


def main(arguments: list[str]) -> int:
    full = "--full" in arguments
    arguments = [argument for argument in arguments if argument != "--full"]
    began = time.monotonic()
    install.debian_packages(install.TEST)
    install.python_packages(*install.LOCKS)
    scratch = Path(tempfile.mkdtemp(prefix="lss-test-"))
    scratch.chmod(0o755)  # PostgreSQL may run as another user
    try:
        with Family() as family:
            env = stack(family, scratch) | ({"LSS_FULL": "1"} if full else {})
            ready = time.monotonic() - began
            codes, times = _parts(arguments, environment.child_env(env))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _report({"förberedelser": ready} | times, codes, time.monotonic() - began)
    return max(codes.values())


def stack(family: Family, scratch: Path) -> dict[str, str]:
    """Start the services, make `lss_mall` for tests to clone, collect static files; return the tests' environment."""
    log = scratch / "log"
    with step("Startar databas och kö för testerna"):
        server = postgres.start(family, scratch, log / "postgres.log", postgres.FAST_AND_LOOSE)
        postgres.make_database(server, "lss_mall")
        redis_url = valkey.start(family, log / "valkey.log")
    env = {
        "DATABASE_URL": server.url("lss_app", "lss_mall"),
        "DATABASE_OWNER_URL": server.url("lss_owner", "lss_mall"),
        "LSS_ADMIN_DATABASE_URL": server.url("lss", "postgres"),
        "REDIS_URL": redis_url,
        "EMAIL_URL": "memorymail://",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "LSS_KEYS": environment.new_key(),
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "PUBLIC_BASE_URL": "http://localhost",
        "LSS_DEMO": "1",
        "LSS_DATA": str(scratch),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's loop runs in the thread that also queries the database
    }
    with step("Bygger malldatabasen och samlar stilmallar"):
        for command in (MIGRATE, COLLECT_STATIC):
            run(command, env=environment.child_env(env))
    return env


def _parts(arguments: list[str], env: dict[str, str]) -> tuple[dict[str, int], dict[str, float]]:
    """Run the fast, trust and slow parts, or only what the arguments select; return each one's exit code and time."""
    parts = {"snabba delen": FAST, "tillitsdelen": TRUST, "långsamma delen": SLOW}
    wanted = {"valda tester": arguments} if arguments else parts
    codes, times = {}, {}
    for name, options in wanted.items():
        say(f"\n{name.capitalize()}: pytest {' '.join(options)}")
        began = time.monotonic()
        codes[name] = _pytest(options, env)
        times[name] = time.monotonic() - began
    return codes, times


def _pytest(options: list[str], env: dict[str, str]) -> int:
    """Run pytest on our terminal, so that --pdb works and Ctrl-C reaches it. A run that finds no test fails."""
    process = subprocess.Popen([str(PYTHON), "-m", "pytest", *options], cwd=ROOT, env=env, preexec_fn=die_with_parent())
    try:
        code = process.wait()
    except Interrupted:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise
    return code if code >= 0 else 128 - code


def _report(times: dict[str, float], codes: dict[str, int], total: float) -> None:
    say("\n" + ", ".join(f"{name} {seconds(took)}" for name, took in times.items()) + f", allt {seconds(total)}")
    if times.get("snabba delen", 0) > FAST_BUDGET:
        say(f"OBS: den snabba delen tog mer än {FAST_BUDGET} s. Flytta det långsamma till märket `slow`.")
    if times.get("tillitsdelen", 0) > TRUST_BUDGET:
        say(f"OBS: tillitsdelen tog mer än {TRUST_BUDGET} s.")
    bad = [f"{name} (kod {code})" for name, code in codes.items() if code]
    say(f"Fel i {', '.join(bad)}." if bad else "Alla tester gick igenom.")
