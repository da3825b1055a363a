"""Every action writes its log row, and changes nothing when the row cannot be written.

The table in tests/stod/action_cases.py must name every action: a new action without a case there fails a test.
"""

import importlib
import inspect
import pkgutil

import pytest
from django.db import connection

import plans.actions
from plans import access
from plans.access import keys
from plans.logg import audit
from plans.models import Handelse
from tests.stod.action_cases import CASES, CLAIMED, NOT_ACTIONS

TABLES = sorted(t for t in connection.introspection.django_table_names() if t.startswith("plans_"))


def _snapshot() -> dict[str, str]:
    """A checksum of every table's rows."""
    out = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM \"{table}\" t")  # noqa: S608
            out[table] = cursor.fetchone()[0]
    return out


def _all_actions() -> set[str]:
    found = set()
    for module in pkgutil.iter_modules(plans.actions.__path__):
        loaded = importlib.import_module(f"plans.actions.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if inspect.unwrap(function).__module__ == loaded.__name__ and not name.startswith("_"):
                found.add(f"{module.name}.{name}")
    return found - NOT_ACTIONS


def test_every_action_has_a_case():
    assert _all_actions() == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_writes_a_log_row_about_the_person(roles, name, mailoutbox):
    prepare, call = CASES[name]
    thing = prepare(roles)
    before = Handelse.objects.count()
    call(roles, thing)
    rows = list(Handelse.objects.order_by("pk")[before:])
    assert len(rows) == 1
    assert rows[0].person_ids and not rows[0].nekad


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_whose_log_row_cannot_be_written_changes_nothing(roles, name, monkeypatch, mailoutbox):
    prepare, call = CASES[name]
    thing = prepare(roles)
    before = _snapshot()

    def broken(*args, **kwargs):
        raise OSError("the log is full")

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(OSError, match="the log is full"):
        call(roles, thing)
    after = _snapshot()
    assert {t for t in TABLES if before[t] != after[t]} == CLAIMED.get(name, set())


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_keeps_strangers_out(roles, name, monkeypatch, mailoutbox):
    """When the access check answers no to everything, every action raises Nekad and changes nothing."""
    prepare, call = CASES[name]
    thing = prepare(roles)
    before = _snapshot()
    monkeypatch.setattr(keys, "may", lambda *args: False)
    with pytest.raises(access.Nekad):
        call(roles, thing)
    assert _snapshot() == before
