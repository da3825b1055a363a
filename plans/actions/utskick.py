"""Messages, with neutral words. The ledger has one row per kind, plan, deadline, step and recipient. The day's rows of
one kind to one recipient make one message, or two if some are mailed and some given by hand. Nobody is mailed twice for
the same day.

Guarantee: each ledger row is written exactly once, and each mail is sent at least once, with the same Message-ID every
time. Sending first checks if the recipient still has a right to the message and if it may be mailed at all.
"""

import logging
import traceback
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from plans import access
from plans.actions import locks, queue
from plans.logg import audit
from plans.models import Actor, Mottagare, Paminnelse, Person, Utskick
from plans.regler.fel import Regelbrott
from plans.utskick import mejl
from plans.utskick.meddelanden import SLAG
from plans.utskick.meddelandeslag import Due, Holds, Meddelandeslag

log = logging.getLogger(__name__)
PLANNER_LOCK = 100_993_387  # advisory lock, used for nothing else: one planner at a time


class Envelope(NamedTuple):
    """What identifies a message within a day: kind, recipient, channel, and whether staff give it by hand."""

    slag: str
    mottagare: Mottagare
    kanal: str
    for_hand: bool


def order(envelopes: Iterable[Envelope], today: date) -> dict[Envelope, Utskick]:
    """Find or create today's messages inside the caller's transaction, in a constant number of queries.

    A mail that was called off earlier today is queued again, now that it has something to say.
    """
    wanted = dict.fromkeys(envelopes)  # in the order they were asked for
    Utskick.objects.bulk_create(
        (
            Utskick(
                dag=today,
                status=Utskick.Status.FOR_HAND if e.for_hand else Utskick.Status.VANTAR,
                **e._asdict(),
            )
            for e in wanted
        ),
        ignore_conflicts=True,
        batch_size=2000,
    )
    mine = {e.mottagare for e in wanted}
    rows = Utskick.objects.filter(dag=today, mottagare__in=mine).select_related("mottagare")
    found = {Envelope(u.slag, u.mottagare, u.kanal, u.for_hand): u for u in rows}
    mail = [found[e].pk for e in wanted if not e.for_hand]
    queue.again(Utskick.objects.filter(pk__in=mail, status=Utskick.Status.INSTALLT))
    return {e: found[e] for e in wanted}


@transaction.atomic
def planera(*, today: date) -> int:
    """Write the messages that are due on `today` and not yet in the ledger. Returns how many ledger rows were new.

    Running it again adds nothing. After missed days, only the latest step is written. Constant number of queries.
    """
    access.require(Actor.system(today), "utskick.planera", None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PLANNER_LOCK])
    rows = [row for slag in SLAG.values() for row in _enter(slag, today)]
    _call_off_overtaken(today)
    audit.record("utskick.planera", by=Actor.system(today), about=sorted({row.plan.person_id for row in rows}))
    return len(rows)


def _enter(slag: Meddelandeslag, today: date) -> list[Paminnelse]:
    """Write the new ledger rows of one kind, each with its message, and return them."""
    new = _not_in_the_ledger(slag, slag.due(today))
    recipients = Mottagare.objects.find_or_create(due.mottagare for due in new)

    def envelope(due: Due) -> Envelope:
        m = due.mottagare
        return Envelope(slag.namn, recipients[m.nyckel], m.kanal, m.for_hand(due.plan.person))

    messages = order(map(envelope, new), today)
    rows = [
        Paminnelse(
            mottagare=recipients[due.mottagare.nyckel],
            slag=slag.namn,
            plan=due.plan,
            frist=due.frist,
            steg=due.steg,
            utskick=messages[envelope(due)],
        )
        for due in new
    ]
    return Paminnelse.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)


def _not_in_the_ledger(slag: Meddelandeslag, due: list[Due]) -> list[Due]:
    key = ("namnd", "user", "foretradare", "person")
    rows = Paminnelse.objects.filter(slag=slag.namn, plan__in={d.plan.pk for d in due})
    known = set(rows.values_list("plan", "frist", "steg", *(f"mottagare__{name}" for name in key)))
    return [d for d in due if (d.plan.pk, d.frist, d.steg, *d.mottagare.nyckel) not in known]


def _call_off_overtaken(today: date) -> None:
    """Call off older messages that staff never gave, when every reminder in them has been followed by a later one."""
    latest = Paminnelse.objects.senaste().filter(utskick=OuterRef("pk"))
    waiting = Utskick.objects.filter(~Exists(latest), status=Utskick.Status.FOR_HAND, dag__lt=today)
    waiting.update(status=Utskick.Status.INSTALLT)


def skicka_ett(*, today: date, now: datetime | None = None) -> Utskick | None:
    """Claim one waiting mail, send it if it still has something to say, and mark it. Returns None if none waits.

    Anything that can no longer be mailed is handed to staff, and the mail is called off if nothing is left.
    This is not one transaction: the claim is committed first, and once the mail is sent, its row is marked if the claim
    is still ours. A killed worker's claim is freed after ten minutes, and the mail is sent again with the same
    Message-ID.
    """
    now = now or timezone.now()
    access.require(Actor.system(today), "utskick.skicka", None)
    with transaction.atomic():
        row = queue.claim(_mail(today), now)
    if row is None:
        return None
    try:
        held = _still_by_mail(row, today)
        if held and not _told_today(row):
            mejl.compose(row).send()
    except Exception as fault:  # a broken message fails its row, not the sender
        _log_without_address(fault, row)
        queue.back_off(row, now)
    else:
        _mark_sent(row, held, today)
    row.refresh_from_db()
    return row


def _log_without_address(fault: Exception, row: Utskick) -> None:
    """Log where in the code the sending failed, but not the error's own text, which may contain an address."""
    where = traceback.extract_tb(fault.__traceback__)[-1]
    name = type(fault).__name__
    log.error("Ett meddelande kunde inte skickas, försök %s: %s i %s:%s", row.forsok, name, where.name, where.lineno)


def _mail(today: date) -> QuerySet[Utskick]:
    """Mails whose day has come, but not to a recipient whose other mail for the same day is being sent right now."""
    same = {"mottagare": OuterRef("mottagare"), "dag": OuterRef("dag"), "status": Utskick.Status.ARBETAR}
    busy = Utskick.objects.filter(**same).exclude(pk=OuterRef("pk"))
    rows = Utskick.objects.filter(~Exists(busy), for_hand=False, dag__lte=today)
    return rows.select_related("namnd", "mottagare__user", "mottagare__foretradare", "mottagare__person")


def _told_today(row: Utskick) -> bool:
    """True if another mail today has already told the recipient that there is something to read."""
    same = Utskick.objects.filter(mottagare=row.mottagare_id, dag=row.dag, kanal=row.kanal, for_hand=False)
    return same.filter(status=Utskick.Status.KLAR).exclude(pk=row.pk).exists()


def _still_by_mail(row: Utskick, today: date) -> list[Holds]:
    """What the mail still has to say. What may no longer be mailed moves to a message that staff give by hand."""
    held = SLAG[row.slag].still_holds(row, today)
    moved = [h for h in held if h.for_hand]
    if moved:
        _hand_over(row, moved, today)
    return [h for h in held if not h.for_hand]


@transaction.atomic
def _hand_over(row: Utskick, moved: list[Holds], today: date) -> None:
    if queue.holds(row):
        envelopes = [(h.entry, Envelope(row.slag, row.mottagare, h.kanal, True)) for h in moved]
        by_hand = order([envelope for _, envelope in envelopes], today)
        for entry, envelope in envelopes:
            if entry:
                Paminnelse.objects.filter(pk=entry.pk).update(utskick=by_hand[envelope])


@transaction.atomic
def _mark_sent(row: Utskick, held: list[Holds], today: date) -> None:
    if not held:
        queue.mark(row, Utskick.Status.INSTALLT)
    elif queue.mark(row, Utskick.Status.KLAR, skickad_at=timezone.now()):
        audit.record("utskick.skicka", by=Actor.system(today), about=[h.person for h in held], obj=row)


@transaction.atomic
def ge(*, utskick: Utskick, by: Actor) -> Utskick:
    """Record that staff have given the message by letter, by phone or in person."""
    utskick = locks.lock(Utskick, utskick.pk)
    access.require(by, "utskick.ge", utskick)
    if utskick.status == Utskick.Status.INSTALLT:
        raise Regelbrott("Det finns en nyare påminnelse. Ge den i stället.")
    if utskick.status != Utskick.Status.FOR_HAND:
        raise Regelbrott("Det är redan gjort.")
    utskick.status, utskick.skickad_at, utskick.skickad_av = Utskick.Status.KLAR, timezone.now(), by.login
    utskick.save(update_fields=["status", "skickad_at", "skickad_av"])
    persons = Person.objects.filter(planer__paminnelser__utskick=utskick).distinct()
    audit.record("utskick.ge", by=by, about=persons, obj=utskick)
    return utskick
