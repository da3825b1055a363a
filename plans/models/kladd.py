"""Form text in progress: saved automatically, seen only by its writer."""

from django.conf import settings
from django.db import models

from plans.models.om_vem import INGEN


class Kladd(models.Model):
    """The raw fields of a form that a user has open.

    `plats` is the address of the form, `base_rev` the revision it was opened on. The fields are never
    validated, never shown to anyone else, and deleted when the form is saved.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kladdar")
    plats = models.CharField(max_length=300)
    base_rev = models.PositiveIntegerField(null=True, blank=True)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()

    om_vem = INGEN("raw text that its writer alone sees")

    class Meta:
        verbose_name = "kladd"
        verbose_name_plural = "kladdar"
        constraints = [models.UniqueConstraint(fields=["user", "plats"], name="kladd_en_per_plats")]

    def __str__(self) -> str:
        return f"Kladd {self.pk}"
