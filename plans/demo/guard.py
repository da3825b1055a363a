"""Keeps invented people and logins with public passwords out of any database that holds real data."""

from django.conf import settings

from plans.demo import orter
from plans.models import Namnd


class NotTheDemo(Exception):
    """Invented people do not belong here. The text says why, in Swedish."""


def require_demo() -> None:
    """Raise NotTheDemo without LSS_DEMO, or where a nämnd outside the demo exists."""
    if not settings.DEMO:
        raise NotTheDemo("LSS_DEMO är inte på. Påhittade personer skrivs bara in i en demo.")
    codes = [orter.place_of(k)[1] for k in range(orter.FLEST)]
    if Namnd.objects.exclude(kommunkod__in=codes, namn=orter.NAMND).exists():
        raise NotTheDemo("Det finns en nämnd som inte är demons. Påhittade personer blandas aldrig med andra.")
