"""The portal's only clock. Only the demo may set it whole days ahead (LSS_DAGAR_FRAM), to show what comes next."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC."""
    return timezone.now() + timedelta(days=settings.DAGAR_FRAM)


def today() -> date:
    """The date in Sweden."""
    return timezone.localdate(now())
