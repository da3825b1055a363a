"""Try a newcomer's change, given as a patch: how many files it touches, and whether tests/house still passes."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# Tests with planted bugs are left out: they try the checks of tests/house, which are the same in the copy.
UNPLANTED = ["-k", "not planted and not planterat"]
# These tests are left out too: they test our tools, not the code that a newcomer writes. The text net (synlig_text)
# compares the pages with stored texts, which a new page changes.
TOOLS = ("bilder", "covering", "mutanter", "nykomling", "scheduling", "synlig_text")
APART = [f"--ignore=tests/house/test_{name}.py" for name in TOOLS]
HOUSE = ["tests/house", *APART, *UNPLANTED]
REFRESH = """{name} no longer applies. To refresh it: make a clean checkout, bring in what still fits with

    git apply --reject tests/house/nykomling/{name}

add the rest by hand (the .rej files hold it), delete the .rej files, and write the patch anew with

    git add -AN && git diff > tests/house/nykomling/{name}

"""
# Files written by commands: makemigrations, tests.stod.access_doc, the text net and tests.house.test_planterade.
GENERATED = re.compile(r"plans/migrations/|docs/atkomst\.md$|tests/data/(text/|planterade\.txt$)")
IN_ATKOMST = re.compile(r"plans/(access|models)/|plans/(.*/)?urls\.py|tests/stod/(case_page|pages)\w*\.py")


def files(patch: Path) -> list[str]:
    """List the hand-written files that a patch touches, including deleted ones and tests."""
    touched = re.findall(r"^diff --git a/\S+ b/(\S+)$", patch.read_text("utf-8"), re.M)
    return [name for name in touched if not GENERATED.search(name)]


def tests_in(patch: Path) -> list[str]:
    """List the tests that a patch adds or changes."""
    return [name for name in files(patch) if re.fullmatch(r"tests/.*/test_\w+\.py", name)]


def copy_with(target: Path, *patches: Path) -> Path:
    """Copy the repository as it stands, with the patches applied."""
    listed = _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())
    for patch in patches:
        applied = _git(target, "apply", "--whitespace=nowarn", str(patch), check=False)
        assert applied.returncode == 0, REFRESH.format(name=patch.name) + applied.stderr
    return target


def run_tests(copy: Path, *arguments: str, database: str = "") -> subprocess.CompletedProcess[str]:
    """Run pytest in the copy, against the services of this run; `database` names another template database."""
    return _python(copy, _env(database), "-m", "pytest", *arguments, "-p", "no:cacheprovider", "-p", "no:xdist")


def failed(done: subprocess.CompletedProcess[str]) -> set[str]:
    """Return the tests that failed or could not be set up, by name without parameters."""
    return set(re.findall(r"^(?:FAILED|ERROR) \S+?::(\w+)", done.stdout, re.M))


def make_generated(copy: Path, touched: list[str], database: str) -> None:
    """Write the generated files: the page of who may do what, and a migration, applied to `database`."""
    if any(name.startswith("plans/models/") for name in touched):
        for command in (["makemigrations", "plans", "--name", "nykomling"], ["migrate", "--no-input", "-v0"]):
            _made(_python(copy, _env(database), "manage.py", *command))
    if any(map(IN_ATKOMST.match, touched)):
        page = _made(_python(copy, _env(database), "-m", "tests.stod.access_doc"))
        (copy / "docs" / "atkomst.md").write_text(page, "utf-8")


def _made(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _env(database: str) -> dict[str, str]:
    """Return this run's environment without pytest's variables, and with `database`, if named, in both addresses."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    for key in ("DATABASE_URL", "DATABASE_OWNER_URL") if database else ():
        env[key] = urlunsplit(urlsplit(env[key])._replace(path=f"/{database}"))
    return env


def _python(copy: Path, env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=copy, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def _git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git in the folder, without looking for a repository in the folders above it."""
    env = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    return subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, text=True, check=check)
