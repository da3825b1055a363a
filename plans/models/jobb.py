"""Rows that Celery works off: PDFs, reminders, mailings, and the pulse. The row is the truth, Redis only a bell."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from plans.models.foretradare import Foretradare
from plans.models.namnd import Namnd
from plans.models.om_vem import INGEN
from plans.models.person import Kanal, Person
from plans.models.plan import IndividuellPlan, PlanVersion


class PlanPdf(models.Model):
    """An ordered PDF of one final version. Claimed by a worker with its `forsok` as the token."""

    class Status(models.TextChoices):
        """vantar → arbetar → klar, or fel after the last try."""

        VANTAR = "vantar", "väntar"
        ARBETAR = "arbetar", "arbetar"
        KLAR = "klar", "klar"
        FEL = "fel", "fel"

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="pdf")
    status = models.CharField(max_length=10, choices=Status, default=Status.VANTAR)
    forsok = models.PositiveSmallIntegerField(default=0)
    nasta_forsok_at = models.DateTimeField(null=True, blank=True)
    paborjad_at = models.DateTimeField(null=True, blank=True)
    klar_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    storlek = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "pdf"
        verbose_name_plural = "pdf:er"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["vantar", "arbetar", "klar", "fel"]), name="pdf_status"),
            models.CheckConstraint(
                condition=~Q(status="klar") | (Q(klar_at__isnull=False) & ~Q(sha256="")), name="pdf_klar_har_summa"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(status__in=["vantar", "arbetar"]), name="pdf_att_gora")
        ]

    def __str__(self) -> str:
        return f"{self.version}: pdf {self.status}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.version.plan.person]


class PlanPdfInnehall(models.Model):
    """The bytes, in a table of their own: one backup, no orphans, one access check."""

    pdf = models.OneToOneField(PlanPdf, primary_key=True, on_delete=models.CASCADE, related_name="innehall")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.pdf}, innehåll"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.pdf.version.plan.person]


class TillNagon(models.Model):
    """A row for exactly one recipient: a member of staff, a företrädare or the person."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    foretradare = models.ForeignKey(Foretradare, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    EN_MOTTAGARE = (
        Q(user__isnull=False, foretradare=None, person=None)
        | Q(user=None, foretradare__isnull=False, person=None)
        | Q(user=None, foretradare=None, person__isnull=False)
    )

    class Meta:
        abstract = True


class Utskick(TillNagon):
    """One letter, mail or call per recipient, channel and day, made from what still holds when it is sent.

    `for_hand`: staff give it and nothing is mailed. The same recipient may get both on one day, about two persons.
    """

    class Status(models.TextChoices):
        """vantar → skickar → skickat; for_hand waits for staff; installt when nothing holds or something newer came."""

        VANTAR = "vantar", "väntar"
        SKICKAR = "skickar", "skickar"
        SKICKAT = "skickat", "skickat"
        FOR_HAND = "for_hand", "ges för hand"
        INSTALLT = "installt", "inställt"
        FEL = "fel", "fel"

    namnd = models.ForeignKey(Namnd, on_delete=models.PROTECT, related_name="+")
    kanal = models.CharField(max_length=10, choices=Kanal)
    for_hand = models.BooleanField("ges för hand", default=False)
    dag = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.VANTAR)
    forsok = models.PositiveSmallIntegerField(default=0)
    nasta_forsok_at = models.DateTimeField(null=True, blank=True)
    paborjad_at = models.DateTimeField(null=True, blank=True)
    skickad_at = models.DateTimeField(null=True, blank=True)
    skickad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "utskick"
        verbose_name_plural = "utskick"
        constraints = [
            models.CheckConstraint(condition=TillNagon.EN_MOTTAGARE, name="utskick_en_mottagare"),
            models.UniqueConstraint(
                fields=["namnd", "user", "foretradare", "person", "kanal", "for_hand", "dag"],
                name="utskick_ett_per_mottagare_kanal_dag",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(for_hand=False) | Q(status__in=["for_hand", "skickat", "installt"]),
                name="utskick_for_hand_mejlas_aldrig",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["vantar", "skickar", "skickat", "for_hand", "installt", "fel"]),
                name="utskick_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="skickat") | Q(skickad_at__isnull=False), name="utskick_skickat_har_tid"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(status__in=["vantar", "skickar"]), name="utskick_att_gora")
        ]

    def __str__(self) -> str:
        return f"Utskick {self.pk}: {self.kanal} {self.status}"

    def om_vem(self) -> list[Person]:
        """The persons whose plans it reminds of."""
        return list(Person.objects.filter(planer__paminnelser__utskick=self).distinct().order_by("pk"))


class PaminnelseQuerySet(models.QuerySet):
    """Look-ups on the ledger."""

    def senaste(self) -> "PaminnelseQuerySet":
        """Those that no later reminder about the same plan to the same recipient has overtaken."""
        same = Q(user=OuterRef("user")) | Q(foretradare=OuterRef("foretradare")) | Q(person=OuterRef("person"))
        return self.filter(~Exists(Paminnelse.objects.filter(same, plan=OuterRef("plan"), pk__gt=OuterRef("pk"))))


class Paminnelse(TillNagon):
    """The ledger of reminders: one row per plan, deadline, step and recipient, however often the planner runs."""

    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="paminnelser")
    frist = models.DateField()
    steg = models.SmallIntegerField()
    utskick = models.ForeignKey(Utskick, on_delete=models.PROTECT, related_name="paminnelser")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PaminnelseQuerySet.as_manager()

    class Meta:
        verbose_name = "påminnelse"
        verbose_name_plural = "påminnelser"
        constraints = [
            models.CheckConstraint(condition=TillNagon.EN_MOTTAGARE, name="paminnelse_en_mottagare"),
            models.UniqueConstraint(
                fields=["plan", "frist", "steg", "user", "foretradare", "person"],
                name="paminnelse_en_per_steg_och_mottagare",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.steg} dagar"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.plan.person]


class Puls(models.Model):
    """When a process last showed life."""

    namn = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    om_vem = INGEN("a sign of life of a process")

    def __str__(self) -> str:
        return f"{self.namn} {self.at}"
