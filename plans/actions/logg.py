"""The log itself: sealing it, and withholding rows from the person."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from plans import access
from plans.logg import audit, sigill
from plans.models import Actor, Handelse, Person, Sigill, Undanhallen
from plans.regler.fel import Regelbrott

SEAL_LOCK = 1993387  # advisory lock: one sealing at a time
FLEST = 20_000  # most rows in one seal, unless a single transaction wrote more
LIMIT = "pg_snapshot_xmin(pg_current_snapshot())"  # every transaction with a lower id has ended, so adds no more rows


@transaction.atomic
def forsegla(*, now: datetime) -> Sigill | None:
    """Seal the rows of ended transactions that no seal covers yet, at most FLEST; None when there is nothing to seal.

    Sealing is not logged, since its log row would itself need a seal. Two processes never write a seal with the same
    number: the process that does not get the lock writes none, and the number is the primary key.
    """
    access.require(Actor.system(now.date()), "logg.forsegla", None)
    with connection.cursor() as cursor:
        if not _alone(cursor):
            return None
        last = sigill.head()
        fran = last.till_xid if last else sigill.FIRST_LINK
        till = _end_of_next(cursor, fran)
        if till is None:
            return None
        cursor.execute(sigill.rows_sql("%s::xid8", "%s::xid8"), [str(fran), str(till)])
        antal, summa = cursor.fetchone()
    nummer = last.nummer + 1 if last else 1
    link = sigill.chain_link(last.kedja if last else "", nummer, fran, till, antal, summa, now)
    return Sigill.objects.create(
        nummer=nummer, fran_xid=fran, till_xid=till, antal=antal, summa=summa, kedja=link, at=now
    )


def _alone(cursor: CursorWrapper) -> bool:
    """Take the sealing lock until the transaction ends; False if another process has it."""
    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEAL_LOCK])
    alone: bool = cursor.fetchone()[0]
    return alone


def _end_of_next(cursor: CursorWrapper, fran: int) -> int | None:
    """Return the transaction id where the next seal ends, or None if no row waits.

    Raises Regelbrott if the database's transaction ids are lower than the seals', as after a restore to a new cluster.
    """
    cursor.execute(f"SELECT ({LIMIT})::text")
    limit = int(cursor.fetchone()[0])
    if limit < fran:
        raise Regelbrott("Databasens transaktionsnummer är lägre än sigillens. Läs om återställning i docs/drift.md.")
    cursor.execute(
        "SELECT (SELECT xid::text FROM plans_handelse WHERE xid >= %(fran)s::xid8 AND xid < %(till)s::xid8 "
        "ORDER BY xid OFFSET %(flest)s LIMIT 1), EXISTS (SELECT FROM plans_handelse WHERE xid >= %(fran)s::xid8 "
        "AND xid < %(till)s::xid8)",
        {"fran": str(fran), "till": str(limit), "flest": FLEST},
    )
    next_xid, waits = cursor.fetchone()
    if not waits:
        return None
    return int(next_xid) if next_xid and int(next_xid) > fran else limit


@transaction.atomic
def undanhall(*, rader: Collection[Handelse], person: Person, lagrum: str, skal: str, by: Actor) -> list[Undanhallen]:
    """Withhold rows about the person from *Vem har tittat?*, with the legal ground (OSL 21:3, 26:5)."""
    access.require(by, "logg.undanhall", person)
    if any(person.pk not in row.person_ids for row in rader):
        raise access.Nekad("logg.undanhall", person)
    if any(row.user_id == by.login.pk for row in rader):
        raise Regelbrott("Raden gäller dig själv. En kollega måste bestämma det.")
    already = set(Undanhallen.objects.filter(handelse__in=rader, person=person).values_list("handelse_id", flat=True))
    decided = {"person": person, "lagrum": lagrum, "skal": skal, "av": by.login}
    new = [Undanhallen(handelse=r, **decided) for r in rader if r.pk not in already]
    if not new:
        raise Regelbrott("Raden visas redan inte.")
    Undanhallen.objects.bulk_create(new)
    audit.record("logg.undanhall", by=by, about=[person], obj=new[0].handelse, why=lagrum)
    return new
