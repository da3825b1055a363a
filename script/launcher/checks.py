"""script/check: run every check that needs no running servers, and print one line for each."""

import secrets
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import fixes, sizes, templates
from .console import Failed, say, seconds
from .environment import MANAGE, PYTHON, ROOT, child_env, new_key
from .install import LOCKS, RUN, debian_packages, python_packages
from .processes import run

LINT_IMPORTS = [PYTHON, "-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-logo"]
TYPED = ["plans/regler", "plans/models", "plans/logg", "plans/access", "plans/lasning", "plans/actions"]


def main(arguments: list[str]) -> int:
    if arguments:
        say("script/check granskar koden. Inga argument.")
        return 2
    began = time.monotonic()
    debian_packages(RUN)
    python_packages(*LOCKS)
    scratch = Path(tempfile.mkdtemp(prefix="lss-check-"))
    try:
        bad = _run_all(_checks(_production(scratch)))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for line in sizes.warnings():
        say(f"  varning: {line}")
    say(f"{'Fel i ' + ', '.join(bad) if bad else 'Allt är i ordning'} ({seconds(time.monotonic() - began)}).")
    return 1 if bad else 0


def _production(scratch: Path) -> dict[str, str]:
    """An environment like production's, except that no server answers at its addresses: no check may need one."""
    env = child_env(
        {
            "SECRET_KEY": secrets.token_urlsafe(60),
            "LSS_KEYS": new_key(),
            "LSS_LOKALA_LOSENORD": "False",  # as in a nämnd with e-ID; if passwords are on, Django warns of it
            "ALLOWED_HOSTS": "plan.example.se",
            "PUBLIC_BASE_URL": "https://plan.example.se",
            "DATABASE_URL": "postgres://lss_app@127.0.0.1:1/lss",
            "REDIS_URL": "redis://127.0.0.1:1/0",
            "EMAIL_URL": "smtp+tls://mejl.example.se:587",
            "LSS_DATA": str(scratch),
            "PYTHONWARNINGS": "ignore::RuntimeWarning",  # makemigrations warns when it cannot ask the database
            "DJANGO_SETTINGS_MODULE": "lss_portal.settings",
        }
    )
    for key in ("DEBUG", "LSS_DEMO", "DATABASE_OWNER_URL"):
        env.pop(key, None)
    return env


def _command(env: dict[str, str], *command: object) -> Callable[[], list[str]]:
    def judge() -> list[str]:
        try:
            run(list(command), cwd=ROOT, env=env)
        except Failed as failure:
            return failure.output.strip().splitlines()[-40:] or [str(failure)]
        return []

    return judge


def _checks(env: dict[str, str]) -> dict[str, Callable[[], list[str]]]:
    """Map each name to its check, which returns what is wrong. The slowest come first."""
    python = [PYTHON, "-m"]
    return {
        "mypy": _command(env, *python, "mypy", *TYPED),
        "djlint": _command(env, *python, "djlint", "templates", "--lint", "--quiet"),
        "import-linter": _command(env, *LINT_IMPORTS),
        "check --deploy": _command(env, *MANAGE, "check", "--deploy", "--fail-level", "WARNING"),
        "migrations": _command(env, *MANAGE, "makemigrations", "--check", "--dry-run", "--skip-checks"),
        "stavning": _command(env, PYTHON, "-B", "-m", "script.launcher.stavning"),
        "ruff check": _command(env, *python, "ruff", "check", "--output-format=concise", "."),
        "ruff format": _command(env, *python, "ruff", "format", "--check", "."),
        "storlek": sizes.breaches,
        "mallar": templates.breaches,
        "lås": fixes.out_of_step,
    }


def _run_all(checks: dict[str, Callable[[], list[str]]]) -> list[str]:
    """Run the checks two at a time; return the names of those that failed."""

    def timed(judge: Callable[[], list[str]]) -> tuple[list[str], float]:
        began = time.monotonic()
        return judge(), time.monotonic() - began

    bad = []
    with ThreadPoolExecutor(2) as pool:
        jobs = {name: pool.submit(timed, judge) for name, judge in checks.items()}
        for name, job in jobs.items():
            wrong, took = job.result()
            say(f"  {name:<16} {'fel' if wrong else 'ok':<4} {seconds(took)}")
            for line in wrong:
                say(f"      {line}")
            if wrong:
                bad.append(name)
    return bad
