"""Guards that hold whoever writes: triggers for what is immutable or append-only, the log's rights, the cache table."""

from django.db import migrations

# One function, two refusals. SQLSTATE 23001 (restrict_violation) reaches Django as IntegrityError.
FUNCTIONS = """
CREATE FUNCTION lss_bara_tillagg() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION lss_klar_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'faststalld' THEN
        RAISE EXCEPTION 'a final plan version cannot be changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION lss_del_av_klar_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parents bigint[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                        ELSE ARRAY[OLD.version_id, NEW.version_id] END;
BEGIN
    PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
    IF FOUND THEN
        RAISE EXCEPTION 'a part of a final plan version cannot be changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION lss_samma_forfattare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.person_id, OLD.forfattare_id, OLD.slag, OLD.fraga)
       IS DISTINCT FROM (NEW.person_id, NEW.forfattare_id, NEW.slag, NEW.fraga) THEN
        RAISE EXCEPTION 'own words keep their author and place' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
DROP_FUNCTIONS = """
DROP FUNCTION lss_bara_tillagg() CASCADE;
DROP FUNCTION lss_klar_version() CASCADE;
DROP FUNCTION lss_del_av_klar_version() CASCADE;
DROP FUNCTION lss_samma_forfattare() CASCADE;
"""

EVENTS = ("personevent", "foretradarskapevent", "insatsevent", "tilldelningevent")
LOGG = (*EVENTS, "sigill", "undanhallen", "bedomning")
APPEND_ONLY = ("handelse", "delning", "plansvar", "uppfoljning", *LOGG)
PARTS = ("malsattning", "planrad", "atgard", "delaktig", "frystord")
TRIGGERS = "\n".join(
    [
        f"""CREATE TRIGGER bara_tillagg BEFORE UPDATE OR DELETE ON plans_{table}
            FOR EACH ROW EXECUTE FUNCTION lss_bara_tillagg();
            CREATE TRIGGER aldrig_tomd BEFORE TRUNCATE ON plans_{table}
            FOR EACH STATEMENT EXECUTE FUNCTION lss_bara_tillagg();"""
        for table in APPEND_ONLY
    ]
    + [
        f"""CREATE TRIGGER del_av_klar_version BEFORE INSERT OR UPDATE OR DELETE ON plans_{table}
            FOR EACH ROW EXECUTE FUNCTION lss_del_av_klar_version();
            CREATE TRIGGER aldrig_tomd BEFORE TRUNCATE ON plans_{table}
            FOR EACH STATEMENT EXECUTE FUNCTION lss_bara_tillagg();"""
        for table in PARTS
    ]
    + [
        """CREATE TRIGGER klar_version BEFORE UPDATE OR DELETE ON plans_planversion
           FOR EACH ROW EXECUTE FUNCTION lss_klar_version();
           CREATE TRIGGER aldrig_tomd BEFORE TRUNCATE ON plans_planversion
           FOR EACH STATEMENT EXECUTE FUNCTION lss_bara_tillagg();
           CREATE TRIGGER samma_forfattare BEFORE UPDATE ON plans_egetord
           FOR EACH ROW EXECUTE FUNCTION lss_samma_forfattare();"""
    ]
)

# The second wall: the role that runs the portal lacks the right as well. Where there is one role only, the trigger stands.
REVOKED = " ".join(
    f"REVOKE UPDATE, DELETE, TRUNCATE ON plans_{table} FROM lss_app;" for table in ("handelse", *LOGG)
)
RIGHTS = f"""
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lss_app') THEN
        {REVOKED}
    END IF;
END $$;
"""

# Which transaction wrote a change: `kontrollera_logg` asks which log row it wrote too. Sealing reads the log by transaction.
XID = "\n".join(
    f"ALTER TABLE plans_{table} ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();"
    f"CREATE INDEX {table}_xid ON plans_{table} (xid);"
    for table in EVENTS
)
XID_AWAY = "\n".join(f"ALTER TABLE plans_{table} DROP COLUMN xid;" for table in EVENTS)
HANDELSE = "CREATE INDEX handelse_xid ON plans_handelse (xid);"

# Rate limits are counted here, across all web processes (CACHES in settings).
CACHE_TABLE = """
CREATE TABLE cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX cache_expires ON cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_tabeller")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(XID, XID_AWAY),
        migrations.RunSQL(HANDELSE, "DROP INDEX handelse_xid"),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(CACHE_TABLE, "DROP TABLE cache"),
    ]
