"""Ordering and rendering the PDF of a final version. The order is a PlanPdf row, which Celery carries out."""

import hashlib
import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from plans import access
from plans.actions import queue
from plans.lasning.plan import innehall as planinnehall
from plans.logg import audit
from plans.models import Actor, PlanPdf, PlanPdfInnehall, PlanVersion
from plans.papper import plan as pdf
from plans.regler.fel import Regelbrott

log = logging.getLogger(__name__)


def order_row(version: PlanVersion) -> PlanPdf:
    """Find or create the order row, inside the caller's transaction."""
    return PlanPdf.objects.get_or_create(version=version)[0]


@transaction.atomic
def bestall(*, version: PlanVersion, by: Actor) -> PlanPdf:
    """Order the PDF, or order it again if it failed. A PDF that is waiting or finished is left as it is."""
    access.require(by, "pdf.bestall", version)
    if version.ar_utkast:
        raise Regelbrott("Planen är inte klar än. Då finns ingen PDF att göra.")
    row = PlanPdf.objects.select_for_update().filter(version=version).first() or order_row(version)
    if row.status == PlanPdf.Status.FEL:
        queue.again(PlanPdf.objects.filter(pk=row.pk))
        row.refresh_from_db()
    audit.record("pdf.bestall", by=by, about=[version.plan.person], obj=version)
    return row


def rendera_en(*, now: datetime | None = None) -> PlanPdf | None:
    """Claim one waiting order, render it and store the bytes with their SHA-256. Returns the row; None if none waits.

    This is not one transaction: the claim is committed first, and after the work the row is marked if the claim is
    still ours.
    """
    now = now or timezone.now()
    system = Actor.system(timezone.localdate(now))
    access.require(system, "pdf.rendera", None)
    with transaction.atomic():
        row = queue.claim(PlanPdf.objects.all(), now)
    if row is None:
        return None
    try:
        version = PlanVersion.objects.select_related("plan__person__namnd").get(pk=row.version_id)
        sharing = version.delningar.order_by("pk").last()
        data = pdf.plan(version, planinnehall.read_content(version, sharing))
    except Exception:  # a broken render fails its row, not the worker
        log.exception("En pdf kunde inte göras, försök %s", row.forsok)
        queue.back_off(row, now)
    else:
        _store(row, version, data, system)
    row.refresh_from_db()
    return row


@transaction.atomic
def _store(row: PlanPdf, version: PlanVersion, data: bytes, system: Actor) -> None:
    digest = hashlib.sha256(data).hexdigest()
    if queue.mark(row, PlanPdf.Status.KLAR, klar_at=timezone.now(), sha256=digest, storlek=len(data)):
        PlanPdfInnehall.objects.update_or_create(pdf=row, defaults={"data": data})
        audit.record("pdf.rendera", by=system, about=[version.plan.person], obj=row)
