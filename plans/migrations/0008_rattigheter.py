"""What no model can express: the database role's rights, the transaction that wrote a change, the cache table."""

from django.db import migrations

EVENTS = ("personevent", "foretradarskapevent", "insatsevent", "tilldelningevent")
TRACES = ("handelse", *EVENTS, "sigill", "undanhallen", "bedomning")


def _rights(statement: str) -> str:
    """SQL that runs the statement on each table of TRACES if the role lss_app exists. Triggers guard the tables too."""
    each = " ".join(statement.format(f"plans_{table}") for table in TRACES)
    return f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lss_app') THEN {each} END IF; END $$;"


TAKEN = _rights("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM lss_app;")
GIVEN = _rights("GRANT UPDATE, DELETE ON {} TO lss_app;")

# For each recorded change `kontrollera_logg` looks for a log row with the same transaction id.
XID = "\n".join(
    f"ALTER TABLE plans_{table} ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();"
    f"CREATE INDEX {table}_xid ON plans_{table} (xid);"
    for table in EVENTS
)
XID_AWAY = "\n".join(f"ALTER TABLE plans_{table} DROP COLUMN xid;" for table in EVENTS)
# Sealing reads the log by transaction id.
HANDELSE = "CREATE INDEX handelse_xid ON plans_handelse (xid);"

# Rate limits are counted in this table, shared by all web processes (CACHES in settings).
CACHE_TABLE = """
CREATE TABLE cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX cache_expires ON cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_vakter")]
    operations = [
        migrations.RunSQL(XID, XID_AWAY),
        migrations.RunSQL(HANDELSE, "DROP INDEX handelse_xid"),
        migrations.RunSQL(TAKEN, GIVEN),
        migrations.RunSQL(CACHE_TABLE, "DROP TABLE cache"),
    ]
