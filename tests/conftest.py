"""What all tests share: each process clones the migrated template database, and connects as the portal's own role.

The append-only triggers stay on, and no table is ever flushed. Every fast test is a transaction that is rolled back.
"""

import datetime as dt
import gc
import os

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone

from tests.stod import cast, scheduling, targets
from tests.stod.cast import IDAG
from tests.stod.clones import clone_database, drop_database
from tests.stod.running import browser, kommun, stack
from tests.stod.targets import measured, planted

__all__ = ["browser", "kommun", "measured", "planted", "stack"]

settings.WHITENOISE_AUTOREFRESH = True  # otherwise each test client spends 70 ms listing all static files
settings.PASSWORD_HASHERS = ["plans.demo.inloggningar.QuickHasher"]


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker):
    """Point the connection at this process's own clone."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    name = f"test_{worker}_{os.getpid()}"
    template = connection.settings_dict["NAME"]
    clone_database(name, template)
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
    yield
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = template
    drop_database(name)


@pytest.fixture(autouse=True)
def today(request):
    """Set the time to Tuesday 9 March 2027, 10.00 in Stockholm. Tests on the real stack keep the real time."""
    if "stack" in request.fixturenames:
        yield timezone.localdate()
        return
    with time_machine.travel(dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)):
        yield IDAG


@pytest.fixture
def roles(db):
    """The named cast: a nämnd with its staff, its persons, and every kind of outsider."""
    return cast.everyone()


def pytest_itemcollected(item):
    """Give every test that has a target the mark `trust` too."""
    if item.get_closest_marker("target"):
        item.add_marker("trust")


def pytest_collection_modifyitems(config, items):
    """Start with the files that take longest, when each process is given whole files."""
    if config.getoption("dist", "no") == "loadfile":
        scheduling.longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Use our own scheduler when each process is given whole files. The fast part keeps xdist's."""
    return scheduling.ByFile(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_finish():
    """Collect garbage seldom, and hardly ever among old objects: collecting took a tenth of the suite's time."""
    gc.set_threshold(100_000, 50, 1000)


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    """Print the table of targets if trust tests ran, and the targets that lack a figure or a planted bug."""
    targets.show(terminalreporter)
    for line in getattr(config, "saknade_mal", []):
        terminalreporter.write_line(f"SAKNAS {line}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """Fail a run of all trust tests when a target has no figure or no planted bug."""
    config = session.config
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    whole = config.option.markexpr == "trust" and not config.option.keyword and config.args in (["tests"], [])
    if reporter and whole and not hasattr(config, "workerinput") and exitstatus == 0:
        config.saknade_mal = targets.missing(reporter)
        session.exitstatus = 1 if config.saknade_mal else 0
