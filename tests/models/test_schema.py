"""Migrate the first schema, with rows, to today's: forwards, back and forwards again, losing nothing.

Each new migration is tried on tests/data/schema-1.sql, so that file must not change. This command wrote it:

    LSS_SKRIV_SCHEMA=1 script/test tests/models/test_schema.py -n 0
"""

import difflib
import os
import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import psycopg2
import pytest

from tests.stod import schema_dump
from tests.stod.clones import clone_database, drop_database

pytestmark = pytest.mark.slow

Rows = dict[str, tuple[int, str]]
# Tables that `migrate` itself writes.
BOOKKEEPING = {"django_migrations", "django_content_type", "auth_permission"}
UNUSED = {"plans_user_groups", "plans_user_user_permissions"}


def address(name: str, role: str) -> str:
    """Return the address with which a role connects to a database on this run's server."""
    admin = urlsplit(os.environ["LSS_ADMIN_DATABASE_URL"])
    return admin._replace(netloc=f"{role}@{admin.hostname}:{admin.port}", path=f"/{name}").geturl()


def asked(name: str, statement: str, role: str = "lss") -> list[tuple]:
    """Run a statement as a role and return its rows."""
    connection = psycopg2.connect(address(name, role))
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()
    finally:
        connection.close()


def rows(name: str) -> Rows:
    """Map each table to the number of its rows and a checksum of them."""
    tables = {table for (table,) in asked(name, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    parts = (
        f"SELECT '{t}', count(*), md5(coalesce(string_agg(r::text, E'\\n' ORDER BY r::text), '')) FROM \"{t}\" r"  # noqa: S608
        for t in sorted(tables - BOOKKEEPING)
    )
    return {table: (count, checksum) for table, count, checksum in asked(name, " UNION ALL ".join(parts))}


def migrate(name: str, *where: str) -> None:
    """Run `migrate` as the owner of the database, as in production."""
    env = schema_dump.environment(address(name, "lss_app"), address(name, "lss_owner"))
    schema_dump.run(sys.executable, "manage.py", "migrate", "--no-input", "-v0", *where, env=env)


def newest(name: str) -> str:
    """The portal's latest migration applied in a database."""
    return asked(name, "SELECT max(name) FROM django_migrations WHERE app = 'plans'")[0][0]


@pytest.fixture
def fresh() -> Iterator[Callable[[str], str]]:
    """A function that copies a template to a new database, owned by the role that migrates, and returns its name."""
    made: list[str] = []

    def make(template: str) -> str:
        made.append(f"lss_schema_{os.getpid()}_{len(made)}")
        clone_database(made[-1], template)
        return made[-1]

    yield make
    for name in made:
        drop_database(name)


@pytest.fixture
def migrated() -> str:
    """The name of the template database that all tests clone: empty, and migrated from nothing."""
    return urlsplit(os.environ["DATABASE_URL"]).path.strip("/")


@pytest.fixture
def differences(fresh, migrated) -> Callable[[str], str]:
    """A function that diffs a database's tables, guards and rights against those of one migrated from nothing.

    Both are dumped and restored first, since PostgreSQL writes some expressions differently after a restore.
    """

    def schema(name: str) -> list[str]:
        again = fresh("template0")
        schema_dump.load(schema_dump.dumped(address(name, "lss"), "--schema-only"), address(again, "lss"))
        return schema_dump.dumped(address(again, "lss"), "--schema-only").splitlines()

    expected = schema(migrated)
    return lambda name: "\n".join(difflib.unified_diff(expected, schema(name), "expected", "found", n=1, lineterm=""))


@pytest.fixture
def first(fresh, migrated) -> str:
    """Load the dump into a new database and return its name. With LSS_SKRIV_SCHEMA set, write the dump first."""
    if os.environ.get("LSS_SKRIV_SCHEMA"):
        name = fresh(migrated)
        schema_dump.write(address(name, "lss_app"), address(name, "lss"))
    name = fresh("template0")
    schema_dump.load(schema_dump.DUMP.read_text(encoding="utf-8"), address(name, "lss"))
    return name


def refusal(name: str, role: str, statement: str) -> str:
    """Run a statement that must be refused, and return the SQLSTATE of the refusal."""
    with pytest.raises(psycopg2.Error) as error:
        asked(name, statement, role)
    return error.value.pgcode or ""


GUARDED = {
    "plans_delning": "rev = rev + 1",
    "plans_plansvar": "text = 'Annat'",
    "plans_uppfoljning": "varfor = 'Annat'",
    "plans_malsattning": "text = 'Annat'",
    "plans_planversion": "syfte = 'Annat'",
}


def test_the_first_schema_with_rows_becomes_todays_and_goes_back(first, migrated, differences):
    stood, before = newest(first), rows(first)
    assert {t for t, (count, _) in before.items() if t.startswith("plans_") and not count} == UNUSED
    migrate(first)
    assert newest(first) == newest(migrated)
    assert differences(first) == ""
    migrate(first, "plans", stood)
    assert (newest(first), rows(first)) == (stood, before)
    migrate(first)
    assert differences(first) == ""
    migrate(first, "plans", stood)
    assert rows(first) == before


def test_the_guards_and_rights_come_with_the_rows(first):
    migrate(first)
    for table, change in GUARDED.items():
        for role in ("lss", "lss_app"):
            assert refusal(first, role, f"UPDATE {table} SET {change} RETURNING id") == "23001", (table, role)  # noqa: S608
    log = "UPDATE plans_handelse SET varfor = 'Annat' RETURNING id"
    assert (refusal(first, "lss", log), refusal(first, "lss_app", log)) == ("23001", "42501")


# --- Planted: each is seen --------------------------------------------------------------------------------------------
def test_planterat_a_column_that_the_dump_lacks_is_seen(first, differences):
    asked(first, "ALTER TABLE plans_namnd DROP COLUMN telefon; SELECT 1")
    migrate(first)
    assert "\n-    telefon character varying" in differences(first)


def test_planterat_a_migration_that_changes_a_row_or_drops_a_guard_is_seen(first, differences):
    before = rows(first)
    asked(first, "UPDATE plans_person SET telefon = '010-555 01 01'; SELECT 1")
    changed = {table for table, found in rows(first).items() if found != before[table]}
    assert changed == {"plans_person", "plans_personevent"}
    asked(first, "ALTER TABLE plans_delning DISABLE TRIGGER ALL; SELECT 1")
    assert "\n+ALTER TABLE public.plans_delning DISABLE TRIGGER" in differences(first)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        refusal(first, "lss", "UPDATE plans_delning SET rev = rev + 1 RETURNING id")
