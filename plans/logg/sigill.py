"""The log's seals: how a seal is computed, and what is wrong when it no longer matches (docs/adr/0008-sigill.md).

The rows are hashed inside PostgreSQL, as arrays of numbers, booleans and texts, so that no time zone, date style or
encoding setting changes the hash.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from plans.models import Sigill

# Every column of Handelse, in hashing order. A test fails when a column is missing here.
COLUMNS = (
    "id",
    "at",
    "xid",
    "namnd_id",
    "user_id",
    "uppdrag_id",
    "handelse",
    "person_ids",
    "objekt",
    "objekt_id",
    "nekad",
    "varfor",
)
AS_TEXT = {"at": "(extract(epoch FROM h.at) * 1000000)::bigint", "xid": "h.xid::text"}
FIRST_LINK = 0  # the first seal starts at the lowest possible transaction id
BATCH = 500  # seals checked in one query
SHOWN = 20  # how many faults of each kind are named; the rest are only counted
TRACKED = ("person", "foretradarskap", "insats", "tilldelning")  # tracked by pghistory


def rows_sql(fran: str, till: str) -> str:
    """SQL for the count and the hash, in id order, of rows by transactions from `fran` up to but excluding `till`."""
    columns = ", ".join(AS_TEXT.get(name, f"h.{name}") for name in COLUMNS)
    row = f"sha256(convert_to(jsonb_build_array({columns})::text, 'UTF8'))"
    return (
        f"SELECT count(*) AS antal, encode(sha256(coalesce(string_agg({row}, ''::bytea ORDER BY h.id), ''::bytea)), "  # noqa: S608
        f"'hex') AS summa FROM plans_handelse h WHERE h.xid >= {fran} AND h.xid < {till}"
    )


def chain_link(forra: str, nummer: int, fran: int, till: int, antal: int, summa: str, at: datetime) -> str:
    """The link of one seal: the hash of the previous link and everything in this seal."""
    parts = (forra, nummer, fran, till, antal, summa, at.astimezone(UTC).isoformat(timespec="microseconds"))
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def head() -> Sigill | None:
    """The latest seal. Its number and link are to be kept outside the database as well."""
    return Sigill.objects.order_by("-nummer").first()


def oldest_unsealed() -> datetime | None:
    """The time of the oldest row that no seal covers, or None when all are sealed.

    If the last seal ends at a transaction id that the database has not reached, as after a restore into a new cluster,
    nothing can be sealed. The time of that seal then counts too.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH sist AS (SELECT till_xid, at FROM plans_sigill ORDER BY nummer DESC LIMIT 1) "
            "SELECT least("
            "(SELECT min(at) FROM plans_handelse WHERE xid >= coalesce((SELECT till_xid FROM sist), '0')), "
            "(SELECT at FROM sist WHERE till_xid > pg_snapshot_xmax(pg_current_snapshot())))"
        )
        oldest: datetime | None = cursor.fetchone()[0]
    return oldest


def faults(huvud: tuple[int, str] | None = None) -> Iterator[str]:
    """Every fault found, each as a plain Swedish line. `huvud` is the number and link of a seal saved elsewhere."""
    yield from _faults_of_seals(huvud)
    yield from _of_the_future()
    for table in TRACKED:
        yield from _without_a_row(table)


def _faults_of_seals(exported: tuple[int, str] | None) -> Iterator[str]:
    last, link, till = 0, "", FIRST_LINK
    heads = {}
    while rows := _batch(last):
        for nummer, fran, till_xid, antal, summa, kedjan, at, antal_nu, summa_nu in rows:
            if nummer != last + 1:
                yield f"Sigill {last + 1} saknas: nästa är {nummer}."
            elif fran != till:
                yield f"Sigill {nummer} börjar vid {fran}, men det förra slutar vid {till}."
            if kedjan != chain_link(link, nummer, fran, till_xid, antal, summa, at):
                yield f"Sigill {nummer} hänger inte ihop med det förra: kedjan är bruten."
            if antal_nu != antal:
                yield f"Sigill {nummer} täckte {antal} rader, nu är de {antal_nu}."
            elif summa_nu != summa:
                yield f"Sigill {nummer}: någon av de {antal} raderna är inte som när de förseglades."
            last, link, till = nummer, kedjan, till_xid
            if exported and nummer == exported[0]:
                heads[nummer] = kedjan
    if exported and heads.get(exported[0]) != exported[1]:
        what = "är ett annat" if exported[0] in heads else "saknas: slutet är avskuret"
        yield f"Sigill {exported[0]}, som är sparat utanför databasen, {what}."


def _batch(efter: int) -> list[tuple[Any, ...]]:
    """The next seals, each with the count and hash of its rows now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT s.nummer, s.fran_xid::text::bigint, s.till_xid::text::bigint, s.antal, s.summa, s.kedja, s.at, "  # noqa: S608
            "nu.antal, nu.summa FROM (SELECT * FROM plans_sigill WHERE nummer > %s ORDER BY nummer LIMIT %s) s, "
            f"LATERAL ({rows_sql('s.fran_xid', 's.till_xid')}) nu ORDER BY s.nummer",
            [efter, BATCH],
        )
        seals: list[tuple[Any, ...]] = cursor.fetchall()
    return seals


def _of_the_future() -> Iterator[str]:
    """Rows that claim to be written by a transaction that has not happened yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM plans_handelse WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) ORDER BY id")
        yield from _some(cursor.fetchall(), "Loggrad {} har ett transaktionsnummer som inte har funnits än.")


def _without_a_row(table: str) -> Iterator[str]:
    """Changes by transactions without a log row, that is, made outside the portal."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.pgh_obj_id, e.pgh_label, e.pgh_created_at FROM plans_{table}event e WHERE NOT EXISTS "  # noqa: S608
            "(SELECT FROM plans_handelse h WHERE h.xid = e.xid) ORDER BY e.pgh_id"
        )
        yield from _some(cursor.fetchall(), f"Ändring förbi portalen: {table} {{}} ({{}}, {{:%Y-%m-%d %H:%M}} UTC).")


def _some(rows: list[tuple[Any, ...]], line: str) -> Iterator[str]:
    yield from (line.format(*row) for row in rows[:SHOWN])
    if len(rows) > SHOWN:
        yield f"… och {len(rows) - SHOWN} till av samma slag."
