"""Invitations that staff hand over: a QR code at a meeting, or a letter with a code."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac


def kod_hash(kod: str) -> str:
    """Hash a code, ignoring case, spaces and hyphens. Keyed with SECRET_KEY: a stolen table alone reveals no code."""
    bare = "".join(c for c in kod.upper() if c.isascii() and c.isalnum())
    return salted_hmac("plans.inbjudan", bare, algorithm="sha256").hexdigest()


class InbjudanQuerySet(models.QuerySet["Inbjudan"]):
    """Queries for invitations."""

    def oppna(self, now: datetime) -> "InbjudanQuerySet":
        """Invitations whose code is still valid: not used, revoked or expired."""
        return self.filter(anvand_at=None, aterkallad_at=None, giltig_till__gt=now)


class Inbjudan(models.Model):
    """A one-time code for one login. Only its hash is kept. The code stops working when used, revoked or expired."""

    class Slag(models.TextChoices):
        """How the code is handed over."""

        MOTE = "mote", "QR-kod på ett möte"
        BREV = "brev", "kod i ett brev"

    konto = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="inbjudningar")
    slag = models.CharField(max_length=10, choices=Slag)
    kod_hash = models.CharField(max_length=64, unique=True)
    skapad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    skapad_at = models.DateTimeField()
    giltig_till = models.DateTimeField()
    anvand_at = models.DateTimeField(null=True, blank=True)
    aterkallad_at = models.DateTimeField(null=True, blank=True)

    objects = InbjudanQuerySet.as_manager()

    class Meta:
        verbose_name = "inbjudan"
        verbose_name_plural = "inbjudningar"
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=["mote", "brev"]), name="inbjudan_slag"),
            models.CheckConstraint(condition=Q(giltig_till__gt=models.F("skapad_at")), name="inbjudan_har_tid"),
        ]

    def __str__(self) -> str:
        return f"Inbjudan {self.pk}"

    def om_vem(self) -> list[Any]:
        """The persons tied to the login that the code is for."""
        return self.konto.om_vem()

    def oppen(self, now: datetime) -> bool:
        """True while the code is valid; the same rule as the queryset's `oppna`."""
        return self.anvand_at is None and self.aterkallad_at is None and self.giltig_till > now
