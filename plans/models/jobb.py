"""The rows behind background work: PDFs, messages, reminders, and the pulse of each process.

The rows in the database alone say what remains to be done. Redis only wakes a worker, so no work is lost if Redis is
emptied.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from plans.models.guards import NamndVia, SameNamnd, in_namnd
from plans.models.mottagare import Mottagare
from plans.models.om_vem import INGEN
from plans.models.person import Kanal, Person
from plans.models.plan import IndividuellPlan, PlanVersion


class Jobb(models.Model):
    """The columns of every queue. `forsok` and `paborjad_at` together identify a worker's claim (actions/queue.py)."""

    class Status(models.TextChoices):
        """vantar → arbetar → klar, or fel after the last attempt. A message may also wait for staff or be cancelled."""

        VANTAR = "vantar", "väntar"
        ARBETAR = "arbetar", "arbetar"
        KLAR = "klar", "klar"
        FOR_HAND = "for_hand", "ges för hand"
        INSTALLT = "installt", "inställt"
        FEL = "fel", "fel"

    status = models.CharField(max_length=10, choices=Status, default=Status.VANTAR)
    forsok = models.PositiveSmallIntegerField(default=0)
    nasta_forsok_at = models.DateTimeField(null=True, blank=True)
    paborjad_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class PlanPdf(Jobb):
    """An ordered PDF of one final version."""

    namnd = NamndVia("version")
    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="pdf")
    klar_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    storlek = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "pdf"
        verbose_name_plural = "pdf:er"
        constraints = [
            *in_namnd("planpdf", "version"),
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
    """The PDF's bytes. Stored in the database, they share its backup and access check, and no file is left behind."""

    namnd = NamndVia("pdf")
    pdf = models.OneToOneField(PlanPdf, primary_key=True, on_delete=models.CASCADE, related_name="innehall")
    data = models.BinaryField()

    class Meta:
        constraints = [SameNamnd("pdf", name="planpdfinnehall_pdf_samma_namnd")]

    def __str__(self) -> str:
        return f"{self.pdf}, innehåll"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.pdf.version.plan.person]


class Utskick(Jobb):
    """A message to one recipient, of one kind, through one channel, on one day. Not sent if it no longer applies.

    `slag` names its kind (plans/utskick/meddelanden). `for_hand`: staff deliver it and nothing is mailed. On one day
    the same recipient may get one by mail and another by hand, about two different persons.
    """

    namnd = NamndVia("mottagare")
    mottagare = models.ForeignKey(Mottagare, on_delete=models.PROTECT, related_name="utskick")
    slag = models.CharField(max_length=30)
    kanal = models.CharField(max_length=10, choices=Kanal)
    for_hand = models.BooleanField("ges för hand", default=False)
    dag = models.DateField()
    skickad_at = models.DateTimeField(null=True, blank=True)
    skickad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "utskick"
        verbose_name_plural = "utskick"
        constraints = [
            *in_namnd("utskick", "mottagare"),
            models.UniqueConstraint(
                fields=["mottagare", "slag", "kanal", "for_hand", "dag"], name="utskick_ett_per_mottagare_slag_dag"
            ),
            models.CheckConstraint(
                condition=Q(for_hand=False) | Q(status__in=["for_hand", "klar", "installt"]),
                name="utskick_for_hand_mejlas_aldrig",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["vantar", "arbetar", "klar", "for_hand", "installt", "fel"]),
                name="utskick_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="klar") | Q(skickad_at__isnull=False), name="utskick_klart_har_tid"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(status__in=["vantar", "arbetar"]), name="utskick_att_gora")
        ]

    def __str__(self) -> str:
        return f"Utskick {self.pk}: {self.kanal} {self.status}"

    def om_vem(self) -> list[Person]:
        """The persons whose plans the message is about."""
        return list(Person.objects.filter(planer__paminnelser__utskick=self).distinct().order_by("pk"))


class PaminnelseQuerySet(models.QuerySet["Paminnelse"]):
    """Queries for the ledger."""

    def senaste(self) -> "PaminnelseQuerySet":
        """Only the latest reminder of each kind, about each plan, to each recipient."""
        same = {name: OuterRef(name) for name in ("slag", "plan", "mottagare")}
        return self.filter(~Exists(Paminnelse.objects.filter(**same, pk__gt=OuterRef("pk"))))


class Paminnelse(models.Model):
    """The reminder ledger: one row per kind, plan, deadline, step and recipient, however often the planner runs."""

    namnd = NamndVia("plan")
    mottagare = models.ForeignKey(Mottagare, on_delete=models.PROTECT, related_name="paminnelser")
    slag = models.CharField(max_length=30)
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
            *in_namnd("paminnelse", "plan", "mottagare", "utskick"),
            models.UniqueConstraint(
                fields=["slag", "plan", "frist", "steg", "mottagare"], name="paminnelse_en_per_steg_och_mottagare"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.steg} dagar"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.plan.person]


class Puls(models.Model):
    """When a process last gave a sign of life."""

    namn = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    om_vem = INGEN("a sign of life of a process")

    def __str__(self) -> str:
        return f"{self.namn} {self.at}"
