"""Databases for tests: clones of the migrated template database."""

import os
import time

import psycopg2


def clone_database(name: str, template: str = "lss_mall") -> None:
    """Make `name` a new copy of `template`, owned by the role that migrates. Connects as the test stack's superuser."""
    admin = psycopg2.connect(os.environ["LSS_ADMIN_DATABASE_URL"])
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        for attempt in range(50):  # another process may be cloning the same template just now
            try:
                cursor.execute(f'CREATE DATABASE "{name}" OWNER lss_owner TEMPLATE "{template}"')
                break
            except psycopg2.errors.ObjectInUse:
                if attempt == 49:
                    raise
                time.sleep(0.2)
    admin.close()


def drop_database(name: str) -> None:
    """Remove a clone, even if connections are open."""
    admin = psycopg2.connect(os.environ["LSS_ADMIN_DATABASE_URL"])
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    admin.close()
