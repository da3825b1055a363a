"""The individual plan under 10 § LSS: a mutable head, and versions that are immutable once made final."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.models.guards import NamndVia, final_version, in_namnd, only_added
from plans.models.person import Person


class IndividuellPlan(models.Model):
    """The head: which version is in force, and when the yearly review is due. Only humans end plans, with a reason."""

    class Avslut(models.TextChoices):
        """Why a plan was ended."""

        EGEN_ONSKAN = "egen_onskan", "personens egen önskan"
        INGEN_INSATS = "ingen_insats", "ingen insats kvar"
        FLYTTAT = "flyttat", "personen har flyttat"
        AVLIDEN = "avliden", "personen har avlidit"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="planer")
    gallande = models.OneToOneField(
        "plans.PlanVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="galler_i"
    )
    nasta_omprovning = models.DateField("nästa årliga genomgång senast", null=True, blank=True)
    avslutad = models.DateField("avslutad", null=True, blank=True)
    avslutad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    avslutad_skal = models.CharField("skäl", max_length=20, choices=Avslut, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "individuell plan"
        verbose_name_plural = "individuella planer"
        constraints = [
            *in_namnd("individuellplan", "person", "gallande"),
            models.UniqueConstraint(fields=["person"], condition=Q(avslutad=None), name="plan_en_oppen_per_person"),
            models.CheckConstraint(
                condition=Q(gallande=None, nasta_omprovning=None)
                | Q(gallande__isnull=False, nasta_omprovning__isnull=False),
                name="plan_gallande_har_omprovning",
            ),
            models.CheckConstraint(
                condition=Q(avslutad=None, avslutad_av=None, avslutad_skal="")
                | (Q(avslutad__isnull=False, avslutad_av__isnull=False) & ~Q(avslutad_skal="")),
                name="plan_avslutad_vem_nar_varfor",
            ),
        ]
        indexes = [
            models.Index(fields=["namnd"], name="plan_namnd"),
            models.Index(
                fields=["nasta_omprovning"],
                condition=Q(avslutad=None, nasta_omprovning__isnull=False),
                name="plan_nasta_omprovning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: individuell plan"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]


class PlanVersionQuerySet(models.QuerySet["PlanVersion"]):
    """Queries for versions."""

    def utkast(self) -> "PlanVersionQuerySet":
        """Drafts, shared or not."""
        return self.exclude(status=PlanVersion.Status.FASTSTALLD)


class PlanVersion(models.Model):
    """One version of the document. A final version that its plan no longer points to is superseded."""

    class Status(models.TextChoices):
        """utkast → delad → faststalld."""

        UTKAST = "utkast", "utkast"
        DELAD = "delad", "delat utkast"
        FASTSTALLD = "faststalld", "klar"

    class SamradHur(models.TextChoices):
        """How samråd was held before the plan was made final."""

        MOTE = "mote", "på ett möte"
        HEMBESOK = "hembesok", "hemma hos personen"
        TELEFON = "telefon", "på telefon eller video"
        PORTALEN = "portalen", "i portalen"

    namnd = NamndVia("plan")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="versioner")
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=12, choices=Status, default=Status.UTKAST)
    syfte = models.TextField("planens syfte", blank=True)
    nulage = models.TextField("så är det nu", blank=True)
    onskat_lage = models.TextField("så vill personen ha det", blank=True)
    barnets_asikt = models.TextField("barnets egen åsikt", blank=True)
    barnets_basta = models.TextField("barnets bästa", blank=True)
    ville_inte_skriva = models.BooleanField("personen ville inte skriva egna ord", default=False)
    inga_andra = models.BooleanField("ingen annan gör något", default=False)
    samordnare = models.CharField("samordnare", max_length=200, blank=True)
    kopia_till = models.TextField("de här får en kopia", blank=True)
    samrad_datum = models.DateField("kom överens den", null=True, blank=True)
    samrad_hur = models.CharField("hur", max_length=12, choices=SamradHur, blank=True)
    samrad_med = models.CharField("med vem", max_length=300, blank=True)
    nasta_omprovning = models.DateField("nästa årliga genomgång senast", null=True, blank=True)
    oforandrad = models.BooleanField("genomgången ändrade inget", default=False)
    rev = models.PositiveIntegerField(default=1, editable=False)  # counts every change to the content
    grund_rev = models.PositiveIntegerField(default=1, editable=False)  # counts changes to this row's own texts
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    faststalld = models.DateField("klar", null=True, blank=True)
    faststalld_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "planversion"
        verbose_name_plural = "planversioner"
        ordering = ["plan", "nummer"]
        constraints = [
            *in_namnd("planversion", "plan"),
            models.UniqueConstraint(fields=["plan", "nummer"], name="version_unikt_nummer"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(status__in=["utkast", "delad"]), name="version_ett_utkast_per_plan"
            ),
            models.CheckConstraint(condition=Q(status__in=["utkast", "delad", "faststalld"]), name="version_status"),
            models.CheckConstraint(
                condition=(~Q(status="faststalld") & Q(faststalld=None, faststalld_av=None))
                | Q(
                    status="faststalld",
                    faststalld__isnull=False,
                    faststalld_av__isnull=False,
                    samrad_datum__isnull=False,
                    nasta_omprovning__isnull=False,
                ),
                name="version_faststalld_vem_nar_samrad",
            ),
        ]
        triggers = final_version()

    def __str__(self) -> str:
        return f"{self.plan}, version {self.nummer}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.plan.person]

    @property
    def ar_utkast(self) -> bool:
        """True until the version is made final."""
        return self.status != self.Status.FASTSTALLD


class Delning(models.Model):
    """A draft as it was when shared: the snapshot that readers see and answer. Later edits do not change it."""

    namnd = NamndVia("version")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="delningar")
    rev = models.PositiveIntegerField()
    innehall = models.JSONField()
    delad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    delad = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "delning"
        verbose_name_plural = "delningar"
        ordering = ["version", "pk"]
        constraints = [*in_namnd("delning", "version")]
        triggers = only_added()

    def __str__(self) -> str:
        return f"{self.version}, delad {self.delad}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.version.plan.person]


class PlanSvar(models.Model):
    """An answer in samråd to a shared draft. Append-only; the latest from each answerer counts."""

    class Svar(models.TextChoices):
        """Agrees, disagrees, wants to talk first, or does not want the plan (which stops it)."""

        HALLER_MED = "haller_med", "håller med"
        HALLER_INTE_MED = "haller_inte_med", "håller inte med"
        PRATA = "prata", "vill prata först"
        VILL_INTE = "vill_inte", "vill inte ha planen"

    class Hur(models.TextChoices):
        """How the answer was given."""

        PORTALEN = "portalen", "i portalen"
        MOTE = "mote", "på ett möte"
        TELEFON = "telefon", "på telefon"
        PAPPER = "papper", "på papper"

    namnd = NamndVia("delning")
    delning = models.ForeignKey(Delning, on_delete=models.PROTECT, related_name="svar")
    foretradarskap = models.ForeignKey(
        "plans.Foretradarskap", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    namn = models.CharField(max_length=200)
    som = models.CharField(max_length=200)
    svar = models.CharField(max_length=16, choices=Svar)
    text = models.TextField("med egna ord", blank=True)
    hur = models.CharField(max_length=10, choices=Hur)
    svarade = models.DateField()
    registrerad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "svar på utkast"
        verbose_name_plural = "svar på utkast"
        ordering = ["delning", "pk"]
        constraints = [
            *in_namnd("plansvar", "delning", "foretradarskap"),
            models.CheckConstraint(
                condition=Q(svar__in=["haller_med", "haller_inte_med", "prata", "vill_inte"]), name="svar_giltigt"
            ),
        ]
        triggers = only_added()

    def __str__(self) -> str:
        return f"{self.delning}: {self.svar}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.delning.version.plan.person]


class Uppfoljning(models.Model):
    """The outcome of the promise or goal that has this `spar`. Kept outside the final version, which never changes.

    The latest row for a `spar` counts.
    """

    class Utfall(models.TextChoices):
        """Done, partly done, or did not happen."""

        KLART = "klart", "klart"
        DELVIS = "delvis", "delvis"
        BLEV_INTE = "blev_inte", "blev inte"

    namnd = NamndVia("plan")
    plan = models.ForeignKey(IndividuellPlan, on_delete=models.PROTECT, related_name="uppfoljningar")
    spar = models.UUIDField()
    utfall = models.CharField("hur gick det", max_length=10, choices=Utfall)
    varfor = models.CharField("vad hände", max_length=300, blank=True)
    datum = models.DateField()
    noterad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"
        ordering = ["plan", "pk"]
        constraints = [
            *in_namnd("uppfoljning", "plan"),
            models.CheckConstraint(condition=Q(utfall__in=["klart", "delvis", "blev_inte"]), name="uppfoljning_utfall"),
            models.CheckConstraint(
                condition=~Q(utfall="blev_inte") | ~Q(varfor=""), name="uppfoljning_blev_inte_varfor"
            ),
        ]
        indexes = [models.Index(fields=["plan", "spar"], name="uppfoljning_per_spar")]
        triggers = only_added()

    def __str__(self) -> str:
        return f"{self.plan}: {self.utfall} {self.datum:%Y-%m-%d}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.plan.person]
