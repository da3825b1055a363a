"""Yearly reminders: a ledger row per plan, deadline, step and recipient, and one neutral message per recipient
and day, or two when one goes by mail and one is given by hand.

Promise: the ledger exactly once, mail at least once with the same Message-ID. The right to it, and that it may be
mailed at all, is checked when it is sent.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from plans import access
from plans.actions import locks, pdfer
from plans.logg import audit
from plans.models import (
    Actor,
    Foretradare,
    Foretradarskap,
    IndividuellPlan,
    Kanal,
    Paminnelse,
    Person,
    Tilldelning,
    Uppdrag,
    User,
    Utskick,
    galler,
)
from plans.regler.fel import Regelbrott
from plans.regler.frister import PAMINN_DAGAR_FORE, paminnelsesteg
from plans.utskick import mejl as mail

KOLUMNER = ("user", "foretradare", "person")
PLANNER_LOCK = 100_993_387  # any number of our own: one planner at a time


def _kolumn(utskick: Utskick) -> str:
    """Which of the three columns holds the recipient."""
    return next(k for k in KOLUMNER if getattr(utskick, f"{k}_id"))


@dataclass(frozen=True)
class Mottagare:
    """One recipient: which of the three columns, whose row, by which channel, and whether a human must give it."""

    kolumn: str
    pk: int
    kanal: str
    for_hand: bool


def _kontakt(row: User | Foretradare | Person, kolumn: str, skyddad: bool) -> Mottagare:
    """By mail when there is an address and nothing to protect; otherwise staff write, call or hand it over."""
    kanal = Kanal.MEJL if kolumn == "user" else Kanal(row.kanal)
    address = row.email if kolumn == "user" else row.epost
    by_hand = kolumn != "user" and (skyddad or kanal != Kanal.MEJL or not address)
    return Mottagare(kolumn, row.pk, kanal, by_hand)


def mottagare(plans: Iterable[IndividuellPlan], today: date) -> dict[int, list[Mottagare]]:
    """For each plan's id: the responsible handläggare, the person, and each företrädare whose right holds today."""
    person_ids = [p.person_id for p in plans]
    found: dict[int, list[Mottagare]] = defaultdict(list)
    employed = Uppdrag.objects.filter(galler(today), user=OuterRef("user"), enhet__namnd=OuterRef("person__namnd"))
    staff = Tilldelning.objects.filter(
        Exists(employed), galler(today), person__in=person_ids, roll=Tilldelning.Roll.ANSVARIG, user__is_active=True
    ).exclude(user__email="")
    for t in staff.select_related("user"):
        found[t.person_id].append(_kontakt(t.user, "user", skyddad=False))
    rights = Foretradarskap.objects.utan_jav(today).filter(person__in=person_ids)  # who has jäv is not asked to act
    rights = rights.exclude(foretradare__konto__is_active=False)  # a closed log-in is told nothing
    for s in (
        rights.select_related("foretradare", "person")
        .order_by("person", "foretradare")
        .distinct("person", "foretradare")
    ):
        found[s.person_id].append(_kontakt(s.foretradare, "foretradare", s.person.skyddad))
    for plan in plans:
        found[plan.person_id].append(_kontakt(plan.person, "person", plan.person.skyddad))
    return {p.pk: found[p.person_id] for p in plans}


@transaction.atomic
def planera(*, today: date) -> int:
    """Write the reminders that are due on `today` and are not in the ledger. Returns how many rows were new.

    Run it ten times: the same rows. Missed days are caught up with the latest step only. Constant number of queries.
    """
    access.require(Actor.system(today), "utskick.planera", None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PLANNER_LOCK])
    horizon = today + timedelta(days=max(PAMINN_DAGAR_FORE))
    due = list(
        IndividuellPlan.objects.filter(avslutad=None, nasta_omprovning__lte=horizon, person__avliden=None)
        .select_related("person")
        .order_by("pk")
    )
    known = {
        (p.plan_id, p.frist, p.steg, p.user_id, p.foretradare_id, p.person_id)
        for p in Paminnelse.objects.filter(plan__in=[p.pk for p in due], frist__lte=horizon)
    }
    new: list[tuple[IndividuellPlan, int, Mottagare]] = []
    recipients = mottagare(due, today)
    for plan in due:
        step = paminnelsesteg(plan.nasta_omprovning, today)
        for m in recipients[plan.pk] if step is not None else ():
            ids = tuple(m.pk if m.kolumn == k else None for k in KOLUMNER)
            if (plan.pk, plan.nasta_omprovning, step, *ids) not in known:
                new.append((plan, step, m))
    mailings = _utskick(new, today)
    rows = [
        Paminnelse(
            plan=plan,
            frist=plan.nasta_omprovning,
            steg=step,
            utskick=mailings[plan.person.namnd_id, m],
            **{f"{m.kolumn}_id": m.pk},
        )
        for plan, step, m in new
    ]
    Paminnelse.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)
    _stall_in_omsprungna(today)
    audit.record("utskick.planera", by=Actor.system(today), about=sorted({plan.person_id for plan, _, _ in new}))
    return len(rows)


def _utskick(new: list[tuple[IndividuellPlan, int, Mottagare]], today: date) -> dict[tuple[int, Mottagare], Utskick]:
    """One mailing per nämnd, recipient, channel and way (mail or by hand) for `today`, found or created."""
    Utskick.objects.bulk_create(
        (
            Utskick(
                namnd_id=namnd_id,
                kanal=m.kanal,
                for_hand=m.for_hand,
                dag=today,
                status=Utskick.Status.FOR_HAND if m.for_hand else Utskick.Status.VANTAR,
                **{f"{m.kolumn}_id": m.pk},
            )
            for namnd_id, m in dict.fromkeys((plan.person.namnd_id, m) for plan, _, m in new)
        ),
        ignore_conflicts=True,
        batch_size=2000,
    )
    found = {}
    for u in Utskick.objects.filter(dag=today):
        kolumn = _kolumn(u)
        found[u.namnd_id, Mottagare(kolumn, getattr(u, f"{kolumn}_id"), u.kanal, u.for_hand)] = u
    # one that was called off earlier today goes after all, now that it has something to tell
    again = [found[plan.person.namnd_id, m].pk for plan, _, m in new if not m.for_hand]
    Utskick.objects.filter(pk__in=again, status=Utskick.Status.INSTALLT).update(status=Utskick.Status.VANTAR, forsok=0)
    return found


def _stall_in_omsprungna(today: date) -> None:
    """Older messages that nobody gave are called off when each of their reminders has a later one."""
    latest = Paminnelse.objects.senaste().filter(utskick=OuterRef("pk"))
    waiting = Utskick.objects.filter(~Exists(latest), status=Utskick.Status.FOR_HAND, dag__lt=today)
    waiting.update(status=Utskick.Status.INSTALLT)


def galler_fortfarande(utskick: Utskick, today: date) -> list[tuple[Paminnelse, Mottagare]]:
    """The reminders behind a mailing that still hold (plan open, same deadline, the recipient's right to it), each
    with how the recipient is reached about it now."""
    rows = utskick.paminnelser.filter(plan__avslutad=None, plan__person__avliden=None)
    held = [p for p in rows.select_related("plan__person") if p.frist == p.plan.nasta_omprovning]
    now = mottagare([p.plan for p in held], today)
    kolumn = _kolumn(utskick)
    mine = getattr(utskick, f"{kolumn}_id")
    return [(p, m) for p in held for m in now[p.plan_id] if (m.kolumn, m.pk) == (kolumn, mine)]


def _nodlagen(utskick: Utskick, today: date) -> list[Person]:
    """Persons whose case somebody opened in an emergency, and whom the chef who gets this mail has not read of."""
    if utskick.user_id is None:
        return []
    unread = access.nodatkomster(Actor(utskick.user, today)).filter(granskad_at=None, person__namnd=utskick.namnd_id)
    return [row.person for row in unread] if utskick.user.is_active else []


def _lagg_for_hand(mail_row: Utskick, rows: list[tuple[Paminnelse, Mottagare]], today: date) -> None:
    """Move the reminders that may not be mailed any more to a message that staff give."""
    for p, m in rows:
        p.utskick, _ = Utskick.objects.get_or_create(
            namnd_id=mail_row.namnd_id,
            kanal=m.kanal,
            for_hand=True,
            dag=today,
            **{f"{m.kolumn}_id": m.pk},
            defaults={"status": Utskick.Status.FOR_HAND},
        )
        p.save(update_fields=["utskick"])


def skicka_ett(*, today: date, now: datetime | None = None) -> Utskick | None:
    """Claim one waiting mail, send it if it still holds, mark it. Returns the row, or None when none waits.

    What must be given by hand since it was planned is handed to staff; the mail is called off when nothing is left.
    Not one transaction: claim, commit, send, then mark where the try is still ours. A killed worker's claim is freed
    after ten minutes, and the mail goes again with the same Message-ID.
    """
    now = now or timezone.now()
    access.require(Actor.system(today), "utskick.skicka", None)
    with transaction.atomic():
        rows = Utskick.objects.select_for_update(skip_locked=True, of=("self",)).filter(for_hand=False)
        row = rows.filter(pdfer.ledig(now)).order_by("pk").first()
        if row is None:
            return None
        if row.forsok >= pdfer.MAX_FORSOK:
            row.status = Utskick.Status.FEL
            row.save(update_fields=["status"])
            return row
        still = galler_fortfarande(row, today)
        _lagg_for_hand(row, [(p, m) for p, m in still if m.for_hand], today)
        held = [p.plan.person for p, m in still if not m.for_hand] + _nodlagen(row, today)
        row.status = Utskick.Status.SKICKAR if held else Utskick.Status.INSTALLT
        row.paborjad_at, row.forsok = now, row.forsok + 1
        row.save(update_fields=["status", "paborjad_at", "forsok"])
    if held:
        try:
            mail.neutralt(row).send()
        except OSError:  # smtplib's and the socket's errors
            pdfer.backa(row, now, forsok=row.forsok, status_upptagen="skickar")
        else:
            with transaction.atomic():
                mine = Utskick.objects.filter(pk=row.pk, status="skickar", forsok=row.forsok)
                if mine.update(status="skickat", skickad_at=timezone.now()):
                    audit.record("utskick.skicka", by=Actor.system(today), about=held, obj=row)
    row.refresh_from_db()
    return row


@transaction.atomic
def ge(*, utskick: Utskick, by: Actor) -> Utskick:
    """Staff have given the message by letter, phone or hand."""
    utskick = locks.lock(Utskick, utskick.pk)
    access.require(by, "utskick.ge", utskick)
    if utskick.status == Utskick.Status.INSTALLT:
        raise Regelbrott("Det finns en nyare påminnelse. Ge den i stället.")
    if utskick.status != Utskick.Status.FOR_HAND:
        raise Regelbrott("Det är redan gjort.")
    utskick.status, utskick.skickad_at, utskick.skickad_av = Utskick.Status.SKICKAT, timezone.now(), by.login
    utskick.save(update_fields=["status", "skickad_at", "skickad_av"])
    persons = Person.objects.filter(planer__paminnelser__utskick=utskick).distinct()
    audit.record("utskick.ge", by=by, about=persons, obj=utskick)
    return utskick
