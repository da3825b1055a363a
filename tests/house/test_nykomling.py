"""The newcomer's test: a new feature of each sort touches few files, and the house rules still hold with it.

Each patch in nykomling/ is such a feature. Its hand-written files are counted. All patches are applied to one copy of
the repository, where the house's tests and the patches' own are run. If a patch no longer applies, the error says how
to refresh it. The test of visible text is left out: the new page and its menu item change the stored text, which a
command rewrites.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.stod import newcomer
from tests.stod.clones import clone_database, drop_database

PATCHES = Path(__file__).parent / "nykomling"
# These tests take their keys from the access table. The own test of the patch `nyckel` asks as each member of the cast.
ACCESS = [
    f"tests/access/test_access.py::test_{name}"
    for name in (
        "jobs_do_their_own_work_and_nothing_else",
        "the_family_never_does_what_is_the_handlaggares",
        "outsiders_see_and_do_nothing[osten]",
    )
]
LETTERS = ["tests/utskick/test_meddelanden.py", "tests/trust/test_mejl.py::test_varje_slags_brev_ar_tyst"]
MATRIX = "tests/trust/test_atkomst.py"
WALK = "test_everyone_gets_what_the_table_says"
GUARDS = "tests/models/test_guards.py"
PARENT = "test_a_row_cannot_stand_in_another_namnd_than_its_parent"


class Limit(NamedTuple):
    """What a patch may touch, and what its run must show."""

    files: int  # written by hand, tests included
    more: list[str] = []  # tests to run besides the house's and the patch's own
    red: set[str] = set()  # the only tests of the house that are to fail


LIMITS = {
    "arbetsslag": Limit(2),
    "meddelande": Limit(3, LETTERS),
    # A key that no action asks for is useless, and one house test says so: it alone fails until an action asks for
    # the key. That action also adds its event (plans/logg/handelser.py), which gives words to a refusal too.
    "nyckel": Limit(2, ACCESS, red={"test_every_key_is_asked_for_somewhere"}),
    "sida": Limit(5, [f"{MATRIX}::test_every_address_is_in_the_table", f"{MATRIX}::{WALK}[genomgang]"]),
    "modell": Limit(5, [f"{GUARDS}::test_every_trigger_is_without_a_way_round", f"{GUARDS}::{PARENT}[Kontaktforsok]"]),
}


@pytest.fixture
def database() -> Iterator[str]:
    """Make a template database that only the copied repository uses: it is migrated, then cloned by the tests there."""
    name = f"lss_nykomling_{os.getpid()}"
    clone_database(name, urlsplit(os.environ["DATABASE_URL"]).path.strip("/"))
    yield name
    drop_database(name)


def test_every_patch_has_a_limit():
    assert {path.stem for path in PATCHES.glob("*.patch")} == set(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_a_newcomer_touches_few_files(name):
    patch = PATCHES / f"{name}.patch"
    touched = newcomer.files(patch)
    assert newcomer.tests_in(patch) and len(touched) <= LIMITS[name].files, touched


@pytest.mark.slow
def test_the_house_holds_with_all_newcomers(tmp_path, database):
    """All patches go into one copy, since no two of them touch the same file."""
    patches = [PATCHES / f"{name}.patch" for name in LIMITS]
    touched = [name for patch in patches for name in newcomer.files(patch)]
    assert len(touched) == len(set(touched))
    copy = newcomer.copy_with(tmp_path, *patches)
    newcomer.make_generated(copy, touched, database)
    own = [name for patch in patches for name in newcomer.tests_in(patch)]
    more = [test for limit in LIMITS.values() for test in limit.more]
    done = newcomer.run_tests(copy, *newcomer.HOUSE, *own, *more, database=database)
    red = set().union(*(limit.red for limit in LIMITS.values()))
    told = done.stdout[-6000:] + done.stderr[-2000:]
    assert (done.returncode, newcomer.failed(done)) == (1 if red else 0, red), told


# --- Planted: each is seen --------------------------------------------------------------------------------------------
SILENT = """diff --git a/plans/lasning/att_gora/ny.py b/plans/lasning/att_gora/ny.py
new file mode 100644
--- /dev/null
+++ b/plans/lasning/att_gora/ny.py
@@ -0,0 +1,2 @@
+def silent():
+    return 1
"""
RULE = "tests/house/test_ordning.py::test_every_public_function_says_what_it_does"


@pytest.mark.slow
def test_planterat_a_newcomer_who_breaks_a_house_rule_is_seen(tmp_path, database):
    patch = tmp_path / "silent.patch"
    patch.write_text(SILENT, "utf-8")
    done = newcomer.run_tests(newcomer.copy_with(tmp_path / "copy", patch), RULE, database=database)
    assert done.returncode == 1 and "att_gora/ny.py:silent" in done.stdout, done.stdout + done.stderr
    assert newcomer.failed(done) == {RULE.partition("::")[2]}


def test_planterat_a_patch_that_no_longer_applies_says_how_to_refresh_it(tmp_path):
    patch = tmp_path / "old.patch"
    patch.write_text(
        SILENT.replace("new file mode 100644\n--- /dev/null", "--- a/plans/lasning/att_gora/ny.py"), "utf-8"
    )
    with pytest.raises(AssertionError, match=r"old\.patch no longer applies(?s:.*)git apply --reject"):
        newcomer.copy_with(tmp_path / "copy", patch)


def test_planterat_only_files_written_by_hand_are_counted(tmp_path):
    generated = ["plans/migrations/0003_ny.py", "docs/atkomst.md", "tests/data/text/klar.txt"]
    names = ["plans/models/ny.py", *generated, "tests/models/test_ny.py"]
    patch = tmp_path / "many.patch"
    patch.write_text("".join(f"diff --git a/{n} b/{n}\n" for n in names), "utf-8")
    assert newcomer.files(patch) == [names[0], names[-1]] and newcomer.tests_in(patch) == [names[-1]]
