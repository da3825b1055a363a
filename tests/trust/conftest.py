"""A separate PostgreSQL cluster for tests of the log's seals."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import connection

from script.launcher import postgres
from script.launcher.processes import Family


@pytest.fixture(scope="module")
def own_cluster():
    """A separate PostgreSQL cluster with the migrated template. A seal waits for every transaction in its cluster, so
    in the shared cluster it would also wait for other tests that run at the same time.
    """
    scratch, family = Path(tempfile.mkdtemp(prefix="lss-kluster-")), Family()
    scratch.chmod(0o755)  # PostgreSQL may run as another user
    try:
        server = postgres.start(family, scratch, scratch / "postgres.log", postgres.FAST_AND_LOOSE)
        server.sql(postgres.ROLES)
        server.sql("CREATE DATABASE mall OWNER lss_owner")  # restored as in docs/drift.md: the dump brings the rights
        template = urlsplit(os.environ["LSS_ADMIN_DATABASE_URL"])._replace(path="/lss_mall").geturl()
        dump = subprocess.run([server.programs / "pg_dump", "-Fc", template], capture_output=True, check=True)
        restore = [server.programs / "pg_restore", "-e", "--role=lss_owner", "--no-owner"]
        subprocess.run([*restore, "-d", server.url("lss", "mall")], input=dump.stdout, check=True)
        yield server
    finally:
        for child in family.children:
            child.ask_to_stop()
            child.end(8)
        shutil.rmtree(scratch, ignore_errors=True)


@pytest.fixture
def own_database(own_cluster, django_db_setup, django_db_blocker):
    """Point Django (every thread of this process) at a fresh database; yield a function that connects as superuser.

    For tests without the `django_db` mark. Nothing is rolled back; the database is dropped instead.
    """
    settings = connection.settings_dict
    before = {key: settings[key] for key in ("NAME", "PORT")}
    own_cluster.sql("CREATE DATABASE egen TEMPLATE mall")
    with django_db_blocker.unblock():
        connection.close()
        settings.update(NAME="egen", PORT=own_cluster.port)
        supers = []

        def super_user():
            opened = psycopg2.connect(own_cluster.url("lss", "egen"))
            opened.autocommit = True
            supers.append(opened)
            return opened.cursor()

        try:
            yield super_user
        finally:
            for opened in supers:
                opened.close()
            connection.close()
            settings.update(before)
            own_cluster.sql("DROP DATABASE egen WITH (FORCE)")
