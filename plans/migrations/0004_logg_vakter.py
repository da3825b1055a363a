"""Guards for the new tables: what is only ever added, and which transaction wrote a change.

The event tables get the transaction's id, so that `kontrollera_logg` can ask of every change: which log row was written
by the same transaction? A change made past the portal has none.
"""

from django.db import migrations

EVENTS = ("personevent", "foretradarskapevent", "insatsevent", "tilldelningevent")
APPEND_ONLY = (*EVENTS, "sigill", "undanhallen", "bedomning")
REVOKED = " ".join(f"REVOKE UPDATE, DELETE, TRUNCATE ON plans_{table} FROM lss_app;" for table in APPEND_ONLY)

XID = "\n".join(
    f"ALTER TABLE plans_{table} ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();"
    f"CREATE INDEX {table}_xid ON plans_{table} (xid);"
    for table in EVENTS
)
XID_AWAY = "\n".join(f"ALTER TABLE plans_{table} DROP COLUMN xid;" for table in EVENTS)

TRIGGERS = "\n".join(
    f"""CREATE TRIGGER bara_tillagg BEFORE UPDATE OR DELETE ON plans_{table}
        FOR EACH ROW EXECUTE FUNCTION lss_bara_tillagg();
        CREATE TRIGGER aldrig_tomd BEFORE TRUNCATE ON plans_{table}
        FOR EACH STATEMENT EXECUTE FUNCTION lss_bara_tillagg();"""
    for table in APPEND_ONLY
)
TRIGGERS_AWAY = "\n".join(
    f"DROP TRIGGER bara_tillagg ON plans_{table}; DROP TRIGGER aldrig_tomd ON plans_{table};" for table in APPEND_ONLY
)
RIGHTS = f"""
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lss_app') THEN {REVOKED} END IF;
END $$;
"""
# Sealing reads the log by transaction.
HANDELSE = "CREATE INDEX handelse_xid ON plans_handelse (xid);"


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_dorrar_logg_och_vem")]
    operations = [
        migrations.RunSQL(XID, XID_AWAY),
        migrations.RunSQL(TRIGGERS, TRIGGERS_AWAY),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(HANDELSE, "DROP INDEX handelse_xid"),
    ]
