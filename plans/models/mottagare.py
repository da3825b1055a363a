"""Recipients: those who are told something, as rows."""

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
    """Look-ups on recipients."""

    def find_or_create(self, wanted: Iterable["Mottagare"]) -> dict[Nyckel, "Mottagare"]:
        """The rows of these unsaved recipients by their key, in two queries."""
        unique = {m.nyckel: m for m in wanted}
        Mottagare.objects.bulk_create(unique.values(), ignore_conflicts=True, batch_size=2000)
        ids = [{key[n] for key in unique} - {None} for n in (1, 2, 3)]
        rows = self.filter(Q(user__in=ids[0]) | Q(foretradare__in=ids[1]) | Q(person__in=ids[2]))
        return {m.nyckel: m for m in rows if m.nyckel in unique}


class Mottagare(models.Model):
    """A recipient in a nämnd: exactly one of a member of staff, a företrädare and the person."""

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
        """The person, or those for whom the recipient acts."""
        return self.vem.om_vem()

    @property
    def nyckel(self) -> Nyckel:
        """What tells one recipient from another, also before the row is saved."""
        return self.namnd_id, self.user_id, self.foretradare_id, self.person_id

    @property
    def vem(self) -> User | Foretradare | Person:
        """The one of the three."""
        return self.user or self._outside

    @property
    def _outside(self) -> Foretradare | Person:
        """The one of the two who are not staff."""
        one = self.foretradare or self.person
        if one is None:
            raise ValueError("A recipient is one of the three (mottagare_en).")
        return one

    @property
    def address(self) -> str:
        """Where mail goes; empty when there is none."""
        return self.user.email if self.user else self._outside.epost

    @property
    def kanal(self) -> Kanal:
        """How the recipient wants to be reached. Staff are reached by mail."""
        return Kanal.MEJL if self.user_id else Kanal(self._outside.kanal)

    def for_hand(self, about: Person) -> bool:
        """True when staff must write, call or hand it over: no mail is wanted or possible, or `about` is protected."""
        return self.user_id is None and (about.skyddad or self.kanal != Kanal.MEJL or not self.address)
