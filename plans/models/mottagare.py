"""Recipients of messages, as rows."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.models.foretradare import Foretradare
from plans.models.guards import in_namnd
from plans.models.namnd import Namnd
from plans.models.person import Kanal, Person
from plans.models.user import User

Nyckel = tuple[int, int | None, int | None, int | None]
_EN = (
    Q(user__isnull=False, foretradare=None, person=None)
    | Q(user=None, foretradare__isnull=False, person=None)
    | Q(user=None, foretradare=None, person__isnull=False)
)


class MottagareQuerySet(models.QuerySet["Mottagare"]):
    """Queries for recipients."""

    def find_or_create(self, wanted: Iterable["Mottagare"]) -> dict[Nyckel, "Mottagare"]:
        """Save the `wanted` recipients that have no row yet. Return the rows of all `wanted` by key, in two queries."""
        unique = {m.nyckel: m for m in wanted}
        Mottagare.objects.bulk_create(unique.values(), ignore_conflicts=True, batch_size=2000)
        ids = [{key[n] for key in unique} - {None} for n in (1, 2, 3)]
        rows = self.filter(Q(user__in=ids[0]) | Q(foretradare__in=ids[1]) | Q(person__in=ids[2]))
        return {m.nyckel: m for m in rows if m.nyckel in unique}


class Mottagare(models.Model):
    """A recipient in a nämnd: exactly one of a member of staff, a företrädare or the person."""

    namnd = models.ForeignKey(Namnd, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    foretradare = models.ForeignKey(Foretradare, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = MottagareQuerySet.as_manager()

    class Meta:
        verbose_name = "mottagare"
        verbose_name_plural = "mottagare"
        constraints = [
            *in_namnd("mottagare", "foretradare", "person"),
            models.CheckConstraint(condition=_EN, name="mottagare_en"),
            models.UniqueConstraint(
                fields=["namnd", "user", "foretradare", "person"], name="mottagare_unik", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"Mottagare {self.pk}"

    def om_vem(self) -> list[Person]:
        """The same persons as `om_vem` of the member of staff, the företrädare or the person."""
        return self.vem.om_vem()

    @property
    def nyckel(self) -> Nyckel:
        """The key that identifies a recipient, even before the row is saved."""
        return self.namnd_id, self.user_id, self.foretradare_id, self.person_id

    @property
    def vem(self) -> User | Foretradare | Person:
        """The member of staff, the företrädare or the person: the one that is set."""
        return self.user or self._outside

    @property
    def _outside(self) -> Foretradare | Person:
        """The företrädare or the person, when the recipient is not staff. Raises ValueError when neither is set."""
        one = self.foretradare or self.person
        if one is None:
            raise ValueError("A recipient is one of the three (mottagare_en).")
        return one

    @property
    def address(self) -> str:
        """The email address, or empty."""
        return self.user.email if self.user else self._outside.epost

    @property
    def kanal(self) -> Kanal:
        """How the recipient wants to be reached. Staff are reached by email."""
        return Kanal.MEJL if self.user_id else Kanal(self._outside.kanal)

    def for_hand(self, about: Person) -> bool:
        """True when staff must deliver the message by hand. Always False for a recipient who is staff.

        For other recipients, True when `about` is protected, or the recipient does not want email or has no address.
        """
        return self.user_id is None and (about.skyddad or self.kanal != Kanal.MEJL or not self.address)
