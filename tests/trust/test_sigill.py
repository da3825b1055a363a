"""R10: every role can only add to the log; no sealed row changes unseen; sixteen threads never fork the chain."""

# ruff: noqa: S608 – the SQL here is the test's own
import random
import re
import threading
import time
from io import StringIO

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from plans.actions import logg, personer
from plans.logg import audit, sigill
from plans.models import Actor, Handelse, Person, Sigill
from plans.regler.fel import Regelbrott
from tests.stod import cast
from tests.stod import factories as f

pytestmark = [pytest.mark.target("R10"), pytest.mark.slow]
EVENTS = tuple(f"plans_{t}event" for t in sigill.TRACKED)
APPEND_ONLY = ("plans_handelse", "plans_sigill", "plans_undanhallen", "plans_bedomning", *EVENTS)


def forsegla_allt() -> int:
    n = 0
    while logg.forsegla(now=timezone.now()):
        n += 1
    return n


def rader(n: int) -> None:
    for i in range(n):
        audit.record("person.oppnad", by=Actor.system(f.IDAG), about=[i + 1], why="Skäl å ä ö")


def fel(huvud=None) -> list[str]:
    """List the faults that the check of the log reports."""
    return list(sigill.faults(huvud))


def huvud() -> tuple[int, str]:
    last = sigill.head()
    return last.nummer, last.kedja


@pytest.fixture
def forseglat(own_database):
    """Seal thirty rows by six seals; return the cursor of a superuser, who may do what no role of the portal may."""
    for _ in range(6):
        rader(5)
        assert forsegla_allt() == 1
    assert fel(huvud()) == []
    cursor = own_database()
    cursor.execute("SET session_replication_role = replica")  # triggers off
    return cursor


ID = "(SELECT id FROM plans_handelse ORDER BY id OFFSET 12 LIMIT 1)"
ANGREPP = {
    **{
        f"ändrad kolumn {name}": f"UPDATE plans_handelse SET {name} = {value} WHERE id = {ID}"
        for name, value in {
            "at": "at + interval '1 microsecond'",
            "user_id": "NULL, varfor = ''",
            "handelse": "'plan.oppnad'",
            "person_ids": "'{99}'",
            "objekt": "'plan'",
            "objekt_id": "7",
            "nekad": "NOT nekad",
            "varfor": "'Annat'",
            "id": "id + 1000000",
            "namnd_id": "NULL, objekt = 'x'",
            "uppdrag_id": "NULL, objekt = 'y'",
            "xid": "(xid::text::bigint - 1)::text::xid8",
        }.items()
    },
    "struken rad": f"DELETE FROM plans_handelse WHERE id = {ID}",
    "insmugen rad": "INSERT INTO plans_handelse (at, xid, handelse, person_ids, objekt, nekad, varfor) SELECT now(), "
    f"xid, 'person.oppnad', '{{1}}', '', false, '' FROM plans_handelse WHERE id = {ID}",
    "två rader har bytt plats": f"UPDATE plans_handelse h SET person_ids = o.person_ids FROM plans_handelse o WHERE "
    f"(h.id = {ID} AND o.id = {ID} + 1) OR (h.id = {ID} + 1 AND o.id = {ID})",
    "rad flyttad till ett annat sigill": "UPDATE plans_handelse SET xid = (SELECT max(xid::text::bigint) FROM "
    f"plans_handelse)::text::xid8 WHERE id = {ID}",
    "sigill omräknat": "UPDATE plans_sigill SET summa = repeat('0', 64) WHERE nummer = 3",
    "sigill struket": "DELETE FROM plans_sigill WHERE nummer = 3",
    "sigillets tid": "UPDATE plans_sigill SET at = at - interval '1 day' WHERE nummer = 3",
    "framtida nummer": "INSERT INTO plans_handelse (at, xid, handelse, person_ids, objekt, nekad, varfor) VALUES "
    "(now(), '999999999999', 'person.oppnad', '{1}', '', false, '')",
}


def test_varje_angrepp_hittas(forseglat, measured):
    head, missed = huvud(), []
    for what, sql in ANGREPP.items():
        forseglat.execute("BEGIN")
        forseglat.execute(sql)
        assert forseglat.rowcount >= 1, what
        forseglat.execute("COMMIT")
        if not fel(head):
            missed.append(what)
        restore(forseglat)
    assert missed == [] and fel(head) == []
    measured(f"{len(ANGREPP)} angrepp av en superuser mot 30 förseglade rader: {len(ANGREPP)} hittade")


def restore(cursor) -> None:
    """Restore the rows from the copy made by the fixture `kopia`."""
    cursor.execute("TRUNCATE plans_handelse, plans_sigill CASCADE")
    cursor.execute("INSERT INTO plans_handelse SELECT * FROM kopia_h; INSERT INTO plans_sigill SELECT * FROM kopia_s")


@pytest.fixture(autouse=True)
def kopia(request):
    """Copy the log and the seals before the attacks, in tests that use `forseglat`."""
    if "forseglat" in request.fixturenames:
        cursor = request.getfixturevalue("forseglat")
        cursor.execute("CREATE TABLE kopia_h AS TABLE plans_handelse; CREATE TABLE kopia_s AS TABLE plans_sigill")


def test_ett_avskuret_slut_syns_bara_mot_ett_sparat_huvud(forseglat, measured):
    head = huvud()
    forseglat.execute("DELETE FROM plans_handelse WHERE xid >= (SELECT fran_xid FROM plans_sigill WHERE nummer = 5)")
    forseglat.execute("DELETE FROM plans_sigill WHERE nummer >= 5")
    assert fel() == [], "a shorter chain is whole: this is why the head is kept elsewhere"
    assert fel(head) == ["Sigill 6, som är sparat utanför databasen, saknas: slutet är avskuret."]
    rader(4)
    forsegla_allt()
    rader(4)
    forsegla_allt()
    assert fel(head) == ["Sigill 6, som är sparat utanför databasen, är ett annat."]
    measured("avskuret slut, även med nya sigill i stället: hittat mot sparat huvud")


def test_kommandona(forseglat):
    out = StringIO()
    call_command("logghuvud", stdout=out)
    head = out.getvalue().strip()
    assert re.fullmatch(r"6:[0-9a-f]{64}", head)
    out = StringIO()
    call_command("kontrollera_logg", "--huvud", head, stdout=out)
    assert out.getvalue().strip() == "felfri: 6 sigill"
    forseglat.execute(ANGREPP["struken rad"])
    out = StringIO()
    with pytest.raises(CommandError) as stopped:
        call_command("kontrollera_logg", "--huvud", head, stdout=out)
    assert stopped.value.returncode == 1
    assert out.getvalue().strip() == "Sigill 3 täckte 5 rader, nu är de 4."


def test_summan_beror_inte_pa_installningar(forseglat):
    sums = set()
    for zone in ("UTC", "Asia/Kolkata", "America/St_Johns"):
        forseglat.execute(
            f"SET TIME ZONE '{zone}'; SET datestyle = 'SQL, DMY'; SET bytea_output = 'escape'; "
            "SET extra_float_digits = -3; SET client_encoding = 'LATIN1'"
        )
        forseglat.execute(sigill.rows_sql("'0'", "'999999999999'"))
        sums.add(forseglat.fetchone())
    forseglat.execute("RESET ALL")
    forseglat.execute(sigill.rows_sql("'0'", "'999999999999'"))
    assert sums == {forseglat.fetchone()}


def test_varje_kolumn_ar_med():
    assert set(sigill.COLUMNS) == {x.column for x in Handelse._meta.concrete_fields}


# --- Changes that bypass the portal ---
def test_andringar_forbi_portalen_hittas(own_database, measured):
    with transaction.atomic():
        r = cast.everyone()  # makes rows in bulk without a log row, like an import that forgot to log
    assert len(fel()) > 10
    with transaction.atomic():
        cursor = own_database()
        cursor.execute("SET session_replication_role = replica")
        for table in EVENTS:
            cursor.execute(f"DELETE FROM {table}")
    assert fel() == []
    personer.andra(person=r.alva, data={"sprak": "tecken"}, rev=1, by=Actor(r.ingrid, f.IDAG))
    f.insats(r.alva, r.ingrid)
    assert fel() == []
    Person.objects.filter(pk=r.alva.pk).update(adress="Smygvägen 1")
    r.skap.jav = True
    r.skap.save()
    cursor = own_database()
    cursor.execute("UPDATE plans_tilldelning SET roll = 'vikarie' WHERE person_id = %s", [r.dragan.pk])
    cursor.execute("DELETE FROM plans_erbjudande; DELETE FROM plans_insats WHERE person_id = %s", [r.alva.pk])
    found = fel()
    assert [re.sub(r" \d+ \(|, 2.*", " ", line) for line in found] == [
        f"Ändring förbi portalen: {what}" + " "
        for what in ("person update", "foretradarskap update", "insats delete", "tilldelning update")
    ]
    assert not re.search("Alva|Nyström|Smyg", str(found))
    measured("4 ändringar förbi portalen (.update(), save(), psql): 4 hittade, 2 handlingar genom portalen: 0")


def test_demot_ar_helt(own_database):
    call_command("demodata", "--personer", "8", stdout=StringIO())
    forsegla_allt()
    assert fel(huvud()) == []


# --- No role can change the log ---
def forsok(cursor, table: str) -> list[str]:
    """List the ways in which this cursor can change a table's rows."""
    column = NAGON_KOLUMN[table]
    ways = {
        "UPDATE": f"UPDATE {table} SET {column} = {column}",
        "DELETE": f"DELETE FROM {table}",
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }
    still_open = []
    for way, sql in ways.items():
        try:
            cursor.execute("BEGIN")
            cursor.execute(sql)
            still_open.append(way)
        except psycopg2.Error:
            pass
        finally:
            cursor.execute("ROLLBACK")
    return still_open


NAGON_KOLUMN = dict.fromkeys(APPEND_ONLY, "id") | {"plans_sigill": "antal"} | dict.fromkeys(EVENTS, "pgh_id")


@pytest.fixture
def fyllt(own_database):
    """Put at least one row in each append-only table; return a cursor that can take on a role."""
    with transaction.atomic():
        r = cast.everyone()
        audit.record("demo.import", by=Actor.system(f.IDAG), about=[r.alva])
        f.insats(r.alva, r.ingrid)
    forsegla_allt()
    cursor = own_database()
    cursor.execute(
        "INSERT INTO plans_undanhallen (handelse_id, person_id, namnd_id, lagrum, skal, av_id, created_at) "
        "SELECT id, %s, %s, 'x', 'y', %s, now() FROM plans_handelse LIMIT 1",
        [r.alva.pk, r.namnd.pk, r.ingrid.pk],
    )
    cursor.execute(
        "INSERT INTO plans_bedomning (person_id, namnd_id, slag, slutsats, gjord_av_id, gjord, created_at) VALUES "
        "(%s, %s, 'foretrada', 'x', %s, now(), now())",
        [r.alva.pk, r.namnd.pk, r.ingrid.pk],
    )
    for table in APPEND_ONLY:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0], table
    return cursor


def test_ingen_roll_kan_andra_loggen(fyllt, measured):
    tried = 0
    for role in ("lss_app", "lss_owner"):
        fyllt.execute(f"SET ROLE {role}")
        assert {t: forsok(fyllt, t) for t in APPEND_ONLY} == {t: [] for t in APPEND_ONLY}, role
        tried += 3 * len(APPEND_ONLY)
    fyllt.execute("RESET ROLE")
    for table in APPEND_ONLY:
        fyllt.execute(
            "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee = 'lss_app' AND table_name = %s "
            "AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')",
            [table],
        )
        assert fyllt.fetchone()[0] == 0, table
    measured(f"{tried} försök att ändra, ta bort eller tömma som lss_app och lss_owner: 0 lyckades")


def test_planterad_ratt_utan_trigger_blir_rott(fyllt, planted):
    where = "tgrelid = 'plans_handelse'::regclass AND tgname ~ 'bara_tillagg'"
    fyllt.execute(f"SELECT tgname FROM pg_trigger WHERE {where}")
    fyllt.execute(f"GRANT UPDATE ON plans_handelse TO lss_app; DROP TRIGGER {fyllt.fetchone()[0]} ON plans_handelse")
    fyllt.execute("SET ROLE lss_app")
    assert forsok(fyllt, "plans_handelse") == ["UPDATE"]
    planted("triggern är borta och rollen får UPDATE")


# --- Sixteen at once ---
def sexton(sekunder: float) -> dict[str, int]:
    """Run sixteen threads, each with a connection: ten write in transactions held open, six seal without pause."""
    end, errors, counts = time.monotonic() + sekunder, [], {"rader": 0, "sigill": 0}
    lock = threading.Lock()

    def write(seed: int) -> None:
        rng = random.Random(seed)
        while time.monotonic() < end:
            with transaction.atomic():
                audit.record("person.oppnad", by=Actor.system(f.IDAG), about=[seed])
                time.sleep(rng.choice((0, 0, 0.002, 0.02, 0.1)))
                if rng.random() < 0.1:
                    transaction.set_rollback(True)
                    continue
            with lock:
                counts["rader"] += 1

    def seal(seed: int) -> None:
        while time.monotonic() < end:
            try:
                made = logg.forsegla(now=timezone.now())
            except DatabaseError as fault:
                errors.append(str(fault).splitlines()[0])
                return
            with lock:
                counts["sigill"] += made is not None

    def run(work, seed: int) -> None:
        try:
            work(seed)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(write if n < 10 else seal, n)) for n in range(16)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return counts | {"fel": errors}


def test_sexton_samtidigt_gor_ingen_gaffel(own_database, measured):
    counts = sexton(4)
    forsegla_allt()
    assert counts["fel"] == [] and fel(huvud()) == []
    seals = list(Sigill.objects.order_by("nummer").values_list("nummer", "antal"))
    assert [n for n, _ in seals] == list(range(1, len(seals) + 1)) and len(seals) >= counts["sigill"] > 20
    assert sum(n for _, n in seals) == Handelse.objects.count() == counts["rader"]
    measured(f"16 samtidigt: {counts['rader']} rader i {len(seals)} sigill, 0 gafflar, 0 rader utanför")


def test_planterad_grans_vid_de_nyaste_blir_rott(own_database, monkeypatch, planted):
    """Seal up to the newest transaction, not the oldest running one: rows committed late land in a sealed range."""
    monkeypatch.setattr(logg, "LIMIT", "pg_snapshot_xmax(pg_current_snapshot())")
    sexton(1.5)
    assert any("täckte" in line for line in fel())
    planted("sigillet går förbi transaktioner som inte är klara")


def test_planterat_las_som_inte_laser_stoppas_av_numret(own_database, monkeypatch, planted):
    """Without the lock, two seals take the same number and the primary key refuses one: still no fork."""
    monkeypatch.setattr(logg, "_alone", lambda cursor: True)
    counts = sexton(2)
    assert counts["fel"] and all("plans_sigill" in line for line in counts["fel"])
    monkeypatch.undo()
    forsegla_allt()
    assert fel(huvud()) == []
    planted("låset låser inte (numret stoppar gaffeln)")


def test_planterad_glomd_kolumn_blir_rott(forseglat, monkeypatch, planted):
    monkeypatch.setattr(sigill, "COLUMNS", tuple(k for k in sigill.COLUMNS if k != "person_ids"))
    rader(5)
    forseglat.execute("DELETE FROM plans_sigill")
    forsegla_allt()
    forseglat.execute(ANGREPP["ändrad kolumn person_ids"])
    assert fel(huvud()) == []
    planted("en kolumn är inte med i summan (ändringen syns inte)")


def test_ett_yngre_kluster_far_inte_forsegla(own_database):
    rader(1)
    Sigill.objects.create(
        nummer=1, fran_xid=0, till_xid=2**40, antal=0, summa="0" * 64, kedja="1" * 64, at=timezone.now()
    )
    with pytest.raises(Regelbrott, match="återställning"):
        logg.forsegla(now=timezone.now())
    assert sigill.oldest_unsealed() is not None, "so that /halsa turns red"


def test_forsegling_och_kontroll_ar_linjara(own_database, measured):
    cursor = own_database()
    speeds = []
    for _ in range(2):
        cursor.execute(
            "INSERT INTO plans_handelse (handelse, person_ids, objekt, objekt_id, nekad, varfor) SELECT "
            "'person.oppnad', ARRAY[n], 'person', n, false, '' FROM generate_series(1, 15000) n"
        )
        start = time.perf_counter()
        forsegla_allt()
        sealed = time.perf_counter()
        assert fel() == []
        speeds.append((15000 / (sealed - start), Handelse.objects.count() / (time.perf_counter() - sealed)))
    assert speeds[1][0] > speeds[0][0] / 3 and speeds[1][1] > speeds[0][1] / 3
    measured(f"{speeds[1][0]:,.0f} rader/s förseglas, {speeds[1][1]:,.0f} rader/s kontrolleras".replace(",", " "))
