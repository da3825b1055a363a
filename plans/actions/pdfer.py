"""Ordering and rendering the PDF of a final version. The row is the order; Celery only works it off."""

import hashlib
import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plans import access
from plans.lasning.plan import innehall as planinnehall
from plans.logg import audit
from plans.models import Actor, PlanPdf, PlanPdfInnehall, PlanVersion
from plans.papper import plan as pdf
from plans.regler.fel import Regelbrott

log = logging.getLogger(__name__)
MAX_FORSOK = 5
STALE = timedelta(minutes=10)


def bestall_rad(version: PlanVersion) -> PlanPdf:
    """The order row, inside the caller's transaction."""
    return PlanPdf.objects.get_or_create(version=version)[0]


@transaction.atomic
def bestall(*, version: PlanVersion, by: Actor) -> PlanPdf:
    """Order the PDF again after it failed. A waiting or finished one is left as it is."""
    access.require(by, "pdf.bestall", version)
    if version.ar_utkast:
        raise Regelbrott("Planen är inte klar än. Då finns ingen PDF att göra.")
    row = PlanPdf.objects.select_for_update().filter(version=version).first() or bestall_rad(version)
    if row.status == PlanPdf.Status.FEL:
        row.status, row.forsok, row.nasta_forsok_at = PlanPdf.Status.VANTAR, 0, None
        row.save(update_fields=["status", "forsok", "nasta_forsok_at"])
    audit.record("pdf.bestall", by=by, about=[version.plan.person], obj=version)
    return row


def ledig(now: datetime) -> Q:
    """Rows that may be claimed: waiting and due, or claimed by somebody who is long gone."""
    waiting = Q(status="vantar") & (Q(nasta_forsok_at=None) | Q(nasta_forsok_at__lte=now))
    return waiting | Q(status__in=["arbetar", "skickar"], paborjad_at__lt=now - STALE)


def backa(row, now: datetime, *, forsok: int, status_upptagen: str) -> None:
    """After a failed try: wait longer each time, and give up as `fel` (the dead-letter list) after MAX_FORSOK."""
    gave_up = forsok >= MAX_FORSOK
    type(row).objects.filter(pk=row.pk, status=status_upptagen, forsok=forsok).update(
        status="fel" if gave_up else "vantar", nasta_forsok_at=now + timedelta(minutes=4 ** (forsok - 1))
    )


def rendera_en(*, now: datetime | None = None) -> PlanPdf | None:
    """Claim one waiting order, render it, store the bytes with their SHA-256. Returns the row, or None when none waits.

    Not one transaction: claim, commit, work, then mark where the try is still ours.
    """
    now = now or timezone.now()
    system = Actor.system(timezone.localdate(now))
    access.require(system, "pdf.rendera", None)
    with transaction.atomic():
        row = PlanPdf.objects.select_for_update(skip_locked=True).filter(ledig(now)).order_by("pk").first()
        if row is None:
            return None
        if row.forsok >= MAX_FORSOK:  # killed at every try
            row.status = PlanPdf.Status.FEL
            row.save(update_fields=["status"])
            return row
        row.status, row.paborjad_at, row.forsok = PlanPdf.Status.ARBETAR, now, row.forsok + 1
        row.save(update_fields=["status", "paborjad_at", "forsok"])
    try:
        version = PlanVersion.objects.select_related("plan__person__namnd").get(pk=row.version_id)
        sharing = version.delningar.order_by("pk").last()
        data = pdf.plan(version, planinnehall.innehall(version, sharing))
    except Exception:  # whatever breaks a render fails its row, not the worker
        log.exception("En pdf kunde inte göras, försök %s", row.forsok)
        backa(row, now, forsok=row.forsok, status_upptagen="arbetar")
        row.refresh_from_db()
        return row
    with transaction.atomic():
        mine = PlanPdf.objects.filter(pk=row.pk, status="arbetar", forsok=row.forsok)
        done = mine.update(
            status="klar", klar_at=timezone.now(), sha256=hashlib.sha256(data).hexdigest(), storlek=len(data)
        )
        if done:
            PlanPdfInnehall.objects.update_or_create(pdf=row, defaults={"data": data})
            audit.record("pdf.rendera", by=system, about=[version.plan.person], obj=row)
    row.refresh_from_db()
    return row
