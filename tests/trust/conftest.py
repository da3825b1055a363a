"""The real stack for what is measured in the browser; and a database of a test's own, dropped afterwards."""

import os

import psycopg2
import pytest
from django.db import connection

from tests.conftest import clone_database, drop_database
from tests.e2e.conftest import browser, kommun, stack

__all__ = ["browser", "egen_databas", "kommun", "stack"]


@pytest.fixture
def egen_databas(django_db_setup, django_db_blocker):
    """Point Django (every thread of this process) at a fresh clone; yields how to connect to it as the superuser.

    For tests without the `django_db` mark: nothing is rolled back, the clone is dropped.
    """
    name, settings = f"egen_{os.getpid()}", connection.settings_dict
    before = settings["NAME"]
    clone_database(name)
    with django_db_blocker.unblock():
        connection.close()
        settings["NAME"] = name
        supers = []

        def super_user():
            opened = psycopg2.connect(os.environ["LSS_ADMIN_DATABASE_URL"], dbname=name)
            opened.autocommit = True
            supers.append(opened)
            return opened.cursor()

        try:
            yield super_user
        finally:
            for opened in supers:
                opened.close()
            connection.close()
            settings["NAME"] = before
            drop_database(name)
