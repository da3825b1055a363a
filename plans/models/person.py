"""The person a plan is for, and the staff who have the case."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from plans.models import kryptering
from plans.models.guards import NamndVia, in_namnd, tracked
from plans.models.namnd import Enhet, Namnd
from plans.regler import namn, personnummer
from plans.regler.frister import age_on


class Kanal(models.TextChoices):
    """How a recipient wants to be reached. Email is never required."""

    MEJL = "mejl", "mejl"
    SMS = "sms", "sms"
    BREV = "brev", "brev"
    TELEFON = "telefon", "telefon"


class PersonQuerySet(models.QuerySet["Person"]):
    """Queries for persons. All searches by personnummer are here, so callers need not know that it is encrypted."""

    def med_personnummer(self, number: str) -> "PersonQuerySet":
        """Persons with these twelve digits (at most one per nämnd)."""
        return self.filter(personnummer_index__in=kryptering.all_indexes(number))

    def med_nagot_nummer(self, numbers: Iterable[str]) -> "PersonQuerySet":
        """Persons with any of these numbers, for imports."""
        return self.filter(personnummer_index__in=[i for n in set(numbers) for i in kryptering.all_indexes(n)])

    def i_namnordning(self) -> "PersonQuerySet":
        """Sort in Swedish name order, then by id so that paging is stable."""
        return self.order_by("sorteringsnyckel", "pk")


@tracked(exclude=["personnummer"])
class Person(models.Model):
    """The person the plan is for. `str()` is the case number, never a name."""

    namnd = models.ForeignKey(Namnd, on_delete=models.PROTECT, related_name="personer")
    enhet = models.ForeignKey(Enhet, verbose_name="enhet", on_delete=models.PROTECT, related_name="personer")
    konto = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="person"
    )
    arendenummer = models.CharField("ärendenummer", max_length=20)
    personnummer = kryptering.KrypteradText("personnummer")
    personnummer_index = kryptering.BlintIndex("personnummer")
    fodd = models.DateField("född")
    fornamn = models.CharField("förnamn", max_length=100)
    efternamn = models.CharField("efternamn", max_length=100)
    tilltalsnamn = models.CharField("tilltalsnamn", max_length=100)
    sorteringsnyckel = models.CharField(max_length=210, editable=False, db_collation="C")
    personkrets = models.PositiveSmallIntegerField("personkrets", null=True, blank=True)
    kommunikation = models.TextField("så kommunicerar personen", blank=True)
    motesonskemal = models.TextField("så vill personen ha det på möten", blank=True)
    sprak = models.CharField("språk, tecken eller tolk", max_length=100, blank=True)
    kanal = models.CharField("nås med", max_length=10, choices=Kanal, default=Kanal.BREV)
    epost = models.EmailField("e-post", blank=True)
    telefon = models.CharField("telefon", max_length=40, blank=True)
    adress = models.TextField("adress", blank=True)
    skyddad = models.BooleanField("skyddade personuppgifter", default=False)
    avliden = models.DateField("avliden", null=True, blank=True)
    rev = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        constraints = [
            *in_namnd("person", "enhet"),
            models.UniqueConstraint(fields=["namnd", "personnummer_index"], name="person_unik_i_namnd"),
            models.UniqueConstraint(fields=["namnd", "arendenummer"], name="person_arendenummer_unikt"),
            models.CheckConstraint(
                condition=Q(personkrets=None) | Q(personkrets__range=(1, 3)), name="person_personkrets_1_till_3"
            ),
            models.CheckConstraint(condition=Q(kanal__in=Kanal.values), name="person_kanal"),
            models.CheckConstraint(condition=~Q(kanal="mejl") | ~Q(epost=""), name="person_mejl_kraver_epost"),
        ]
        indexes = [models.Index(fields=["namnd", "sorteringsnyckel"], name="person_namnordning")]

    def __str__(self) -> str:
        return f"Ärende {self.arendenummer}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the sort key in step with the name."""
        self.sorteringsnyckel = namn.sort_key(self.efternamn, self.fornamn)
        super().save(*args, **kwargs)

    def om_vem(self) -> list["Person"]:
        """The person."""
        return [self]

    @property
    def namn(self) -> str:
        """First and last name."""
        return f"{self.fornamn} {self.efternamn}"

    @property
    def i_lista(self) -> str:
        """The text for lists and page titles: the name, or for a protected person the case number."""
        return str(self) if self.skyddad else self.namn

    @property
    def samordningsnummer(self) -> bool:
        """True when the number is a samordningsnummer."""
        return personnummer.is_samordningsnummer(self.personnummer)

    def alder(self, today: date) -> int:
        """Age in whole years on `today`."""
        return age_on(self.fodd, today)


@tracked()
class Tilldelning(models.Model):
    """Which member of staff has a person's case, and in what role, between two dates (both included)."""

    class Roll(models.TextChoices):
        """The role of a member of staff in a case."""

        ANSVARIG = "ansvarig", "ansvarig handläggare"
        VIKARIE = "vikarie", "vikarie"
        SAMORDNARE = "samordnare", "samordnare (14 § LSS)"

    namnd = NamndVia("person")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tilldelningar")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tilldelningar")
    roll = models.CharField(max_length=20, choices=Roll)
    fran = models.DateField("från")
    till = models.DateField("till och med", null=True, blank=True)

    class Meta:
        verbose_name = "tilldelning"
        verbose_name_plural = "tilldelningar"
        constraints = [
            *in_namnd("tilldelning", "person"),
            models.CheckConstraint(condition=Q(till=None) | Q(till__gte=F("fran")), name="tilldelning_fran_fore_till"),
            models.CheckConstraint(
                condition=Q(roll__in=["ansvarig", "vikarie", "samordnare"]), name="tilldelning_roll"
            ),
            models.UniqueConstraint(
                fields=["person", "roll"], condition=Q(till=None) & ~Q(roll="vikarie"), name="tilldelning_en_oppen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_roll_display()}"

    def om_vem(self) -> list["Person"]:
        """The person it belongs to."""
        return [self.person]
