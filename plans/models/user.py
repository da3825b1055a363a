"""Logins, and the appointments of staff. A user is a login, nothing more."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from plans.models.namnd import Enhet
from plans.models.om_vem import INGEN
from plans.models.tjanst import Inloggningstjanst


class User(AbstractUser):
    """A login. Somebody who is both staff and god man has two."""

    # One name field. None is Django's way of removing an inherited field.
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    namn = models.CharField("namn", max_length=200)

    tjanst = models.ForeignKey(
        Inloggningstjanst,
        verbose_name="inloggningstjänst",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="anvandare",
        limit_choices_to={"for_vem": "personal"},
    )
    anstallnings_id = models.CharField(
        "anställnings-id",
        max_length=200,
        blank=True,
        help_text="Det id som kommunens inloggning ger och som aldrig ändras. Aldrig en e-postadress.",
    )
    hemadress = models.CharField(
        "hemadress",
        max_length=200,
        blank=True,
        help_text="Används bara när loggen granskas: samma adress som personen.",
    )
    visas_som_roll = models.BooleanField(
        "visas som roll och enhet", default=False, help_text="I stället för namn, när personal är hotad (OSL 21:3)."
    )

    REQUIRED_FIELDS = ["namn"]

    class Meta:
        verbose_name = "inloggning"
        verbose_name_plural = "inloggningar"
        constraints = [
            models.UniqueConstraint(
                fields=["tjanst", "anstallnings_id"], condition=~Q(anstallnings_id=""), name="user_ett_id_per_tjanst"
            ),
            models.CheckConstraint(
                condition=Q(anstallnings_id="") | Q(tjanst__isnull=False), name="user_id_har_tjanst"
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def om_vem(self) -> list[Any]:
        """The person who owns the login, and everyone its owner represents or has represented."""
        own = getattr(self, "person", None)
        acts_for = {s.person for f in self.foretradare.all() for s in f.skap.select_related("person")}
        return [*([own] if own else []), *sorted(acts_for - {own}, key=lambda person: person.pk)]

    def get_full_name(self) -> str:
        """The name as shown to others."""
        return self.namn

    get_short_name = get_full_name


class Roll(models.TextChoices):
    """What a member of staff is appointed to do in a unit."""

    HANDLAGGARE = "handlaggare", "handläggare"
    CHEF = "chef", "chef"
    GRANSKARE = "granskare", "granskare"
    REGISTRATOR = "registrator", "registrator"


def galler(today: date, prefix: str = "") -> Q:
    """Rows whose `fran`–`till` covers `today`, both ends included."""
    return Q(**{f"{prefix}fran__lte": today}) & (Q(**{f"{prefix}till": None}) | Q(**{f"{prefix}till__gte": today}))


class Uppdrag(models.Model):
    """A user's role in a unit between two dates, both included."""

    user = models.ForeignKey(User, verbose_name="inloggning", on_delete=models.PROTECT, related_name="uppdrag")
    enhet = models.ForeignKey(Enhet, verbose_name="enhet", on_delete=models.PROTECT, related_name="uppdrag")
    roll = models.CharField("roll", max_length=20, choices=Roll)
    fran = models.DateField("från")
    till = models.DateField("till och med", null=True, blank=True)

    om_vem = INGEN("an appointment of staff")

    class Meta:
        verbose_name = "uppdrag"
        verbose_name_plural = "uppdrag"
        constraints = [
            models.CheckConstraint(condition=Q(till=None) | Q(till__gte=F("fran")), name="uppdrag_fran_fore_till"),
            models.CheckConstraint(condition=Q(roll__in=Roll.values), name="uppdrag_roll"),
        ]

    def __str__(self) -> str:
        return f"{self.get_roll_display()}, {self.enhet}"
