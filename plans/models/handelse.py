"""The log: one row per request or action, append-only by trigger and by database role."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.functions import Now

from plans.models.guards import only_added
from plans.models.namnd import Namnd
from plans.models.person import Person
from plans.models.user import Uppdrag


class Xid8(models.Field):
    """PostgreSQL's 64-bit transaction id. Sealing needs it, since rows are not committed in the order of their ids."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The column type."""
        return "xid8"

    def from_db_value(self, value: str, expression: object, connection: object) -> int:
        """Convert to a number."""
        return int(value)

    def get_prep_value(self, value: int | None) -> str | None:
        """Convert to text: PostgreSQL cannot cast a number to xid8."""
        return None if value is None else str(value)


class Handelse(models.Model):
    """Who did or read what, about whom, in which uppdrag, and why. Holds no plan text and no name."""

    at = models.DateTimeField(db_default=Now(), db_index=True)
    xid = Xid8(db_default=Func(function="pg_current_xact_id"), editable=False)
    namnd = models.ForeignKey(Namnd, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uppdrag = models.ForeignKey(Uppdrag, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    handelse = models.CharField(max_length=60)
    person_ids = ArrayField(models.BigIntegerField(), default=list)
    objekt = models.CharField(max_length=60, blank=True)
    objekt_id = models.BigIntegerField(null=True, blank=True)
    nekad = models.BooleanField(default=False)
    varfor = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "händelse"
        verbose_name_plural = "händelser"
        ordering = ["pk"]
        indexes = [GinIndex(fields=["person_ids"], name="handelse_person_ids")]
        triggers = only_added()

    def __str__(self) -> str:
        return f"{self.handelse} {self.pk}"

    def om_vem(self) -> list[Person]:
        """The persons named in the row."""
        return list(Person.objects.filter(pk__in=self.person_ids).order_by("pk"))
