"""Supervision of the log: seals, rows withheld from the person, and the monthly review."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from plans.models.guards import NamndVia, in_namnd, only_added
from plans.models.handelse import Handelse, Xid8
from plans.models.namnd import Namnd
from plans.models.om_vem import INGEN
from plans.models.person import Person


class Sigill(models.Model):
    """A seal over a batch of log rows: those written by transactions from `fran_xid` up to, not including, `till_xid`.

    `summa` is the hash of the rows in id order, `kedja` the hash of the previous seal's `kedja` and this seal.
    The number is the primary key, so two processes cannot both write the next seal and fork the chain. Append-only.
    """

    nummer = models.BigIntegerField(primary_key=True)
    fran_xid = Xid8()
    till_xid = Xid8()
    antal = models.PositiveIntegerField()
    summa = models.CharField(max_length=64)
    kedja = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    om_vem = INGEN("a seal covers log rows by transaction")

    class Meta:
        verbose_name = "sigill"
        verbose_name_plural = "sigill"
        triggers = only_added()

    def __str__(self) -> str:
        return f"Sigill {self.nummer}"


class Undanhallen(models.Model):
    """A log row withheld from one person, with the ground (OSL 21:3, 26:5) and who decided. Append-only.

    A row may be about several persons; withholding it takes a separate decision for each.
    """

    namnd = NamndVia("person")
    handelse = models.ForeignKey(Handelse, on_delete=models.PROTECT, related_name="undanhallen")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="undanhallna_rader")
    lagrum = models.CharField("lagrum", max_length=100)
    skal = models.CharField("skäl", max_length=300)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "undanhållen loggrad"
        verbose_name_plural = "undanhållna loggrader"
        constraints = [
            *in_namnd("undanhallen", "person"),
            models.CheckConstraint(condition=~Q(lagrum="") & ~Q(skal=""), name="undanhallen_har_grund"),
            models.UniqueConstraint(fields=["handelse", "person"], name="undanhallen_en_per_person"),
        ]
        triggers = only_added()

    def __str__(self) -> str:
        return f"Undanhållen rad {self.handelse_id}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]


class Loggranskning(models.Model):
    """The review of one month's log in a nämnd (SoLPUL 10 §): drawn, examined, signed."""

    namnd = models.ForeignKey(Namnd, on_delete=models.PROTECT, related_name="loggranskningar")
    manad = models.DateField("månad")
    rader = models.PositiveIntegerField("rader i loggen")
    dragen_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dragen_at = models.DateTimeField()
    signerad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signerad_at = models.DateTimeField(null=True, blank=True)
    slutsats = models.TextField("slutsats", blank=True)

    om_vem = INGEN("a month of a nämnd's log")

    class Meta:
        verbose_name = "loggranskning"
        verbose_name_plural = "loggranskningar"
        ordering = ["-manad"]
        constraints = [
            *in_namnd("loggranskning"),
            models.UniqueConstraint(fields=["namnd", "manad"], name="loggranskning_en_per_manad"),
            models.CheckConstraint(condition=Q(manad__day=1), name="loggranskning_manadens_forsta"),
            models.CheckConstraint(
                condition=Q(signerad_av=None, signerad_at=None)
                | (Q(signerad_av__isnull=False, signerad_at__isnull=False) & ~Q(slutsats="")),
                name="loggranskning_signerad_vem_nar_vad",
            ),
        ]

    def __str__(self) -> str:
        return f"Loggranskning {self.manad:%Y-%m}"


class GranskadRad(models.Model):
    """A finding to examine: one user's rows about one person in the month, and the rules that caught them."""

    class Bedomning(models.TextChoices):
        """The reviewer's verdict."""

        BEHORIG = "behorig", "behörig åtkomst"
        UTREDS = "utreds", "ska utredas"

    namnd = NamndVia("granskning")
    granskning = models.ForeignKey(Loggranskning, on_delete=models.PROTECT, related_name="fynd")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person_id_sedd = models.BigIntegerField(null=True, blank=True)
    handelse = models.ForeignKey(Handelse, on_delete=models.PROTECT, related_name="+")
    antal = models.PositiveIntegerField(default=1)
    regler = models.JSONField(default=list)
    bedomning = models.CharField(max_length=10, choices=Bedomning, blank=True)
    anteckning = models.CharField("anteckning", max_length=300, blank=True)
    bedomd_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    bedomd_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "granskad rad"
        verbose_name_plural = "granskade rader"
        constraints = [
            *in_namnd("granskadrad", "granskning"),
            models.UniqueConstraint(
                fields=["granskning", "user", "person_id_sedd"],
                name="granskad_rad_en_per_user_och_person",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(bedomning="", bedomd_av=None, bedomd_at=None)
                | (
                    Q(bedomning__in=["behorig", "utreds"], bedomd_av__isnull=False, bedomd_at__isnull=False)
                    & ~Q(bedomd_av=F("user"))
                ),
                name="granskad_rad_bedoms_av_annan",
            ),
        ]

    def __str__(self) -> str:
        return f"Granskad rad {self.pk}"

    def om_vem(self) -> list[Person]:
        """The person whose case the user opened, if the rows were about one."""
        return list(Person.objects.filter(pk=self.person_id_sedd)) if self.person_id_sedd else []
