"""A way in that staff hand over: a QR code at a meeting, or a letter with a code."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Inbjudan(models.Model):
    """A one-time code for one log-in. Only its hash is kept; it dies when used, taken back, or out of time."""

    class Slag(models.TextChoices):
        """How it is handed over."""

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

    class Meta:
        verbose_name = "inbjudan"
        verbose_name_plural = "inbjudningar"
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=["mote", "brev"]), name="inbjudan_slag"),
            models.CheckConstraint(condition=Q(giltig_till__gt=models.F("skapad_at")), name="inbjudan_har_tid"),
        ]

    def __str__(self) -> str:
        return f"Inbjudan {self.pk}"
