"""One process runs all tests of a file, so what they share is started once; the lists of files name existing files."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from script.launcher.tests import BY_FILE
from tests.stod import scheduling

ROOT = Path(settings.BASE_DIR)
FILES = ("tests/regler/test_frister.py", "tests/regler/test_namn.py", "tests/regler/test_personnummer.py")


def shared(*options: str) -> set[str]:
    """Return the files whose tests were run by more than one process."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-vv", *options, *FILES]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
    ran = set(re.findall(r"^\[(gw\d)\] .*?(tests/\S+?\.py)::", done.stdout, re.M))
    assert done.returncode == 0 and {file for _, file in ran} == set(FILES), done.stdout + done.stderr
    return {file for _, file in ran if sum(other == file for _, other in ran) > 1}


@pytest.mark.slow
def test_one_process_takes_all_of_a_file():
    assert shared(*BY_FILE) == set()


@pytest.mark.slow
def test_planterat_tests_dealt_out_one_by_one_are_seen():
    assert shared("-n", "2", "--dist", "load") != set()


def test_every_file_of_the_lists_is_there():
    named = {*scheduling.SPREAD, *scheduling.TOGETHER, *scheduling.LONGEST}
    assert [file for file in sorted(named) if not (ROOT / file).is_file()] == []


def test_what_is_dealt_out_together():
    spread, together, other = min(scheduling.SPREAD), scheduling.TOGETHER, "tests/regler/test_namn.py"
    assert {scheduling.unit(f"{file}::test_a[x::y]") for file in together} == {"together"}
    assert scheduling.unit(f"{spread}::test_a") == f"{spread}::test_a"
    assert scheduling.unit(f"{other}::test_a[x::y]") == other
