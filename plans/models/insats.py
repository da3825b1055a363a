"""Insatser decided under 9 § LSS, requests for them or for a plan, and offers of a plan.

Decisions are mirrored from the verksamhetssystem or registered by hand.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.models.guards import NamndVia, in_namnd, tracked
from plans.models.person import Person
from plans.regler.frister import verkstallas_senast
from plans.regler.insatser import NIO_PARAGRAFEN

LAGRUM = [(r.nummer, r.namn) for r in NIO_PARAGRAFEN.values()]


class InsatsQuerySet(models.QuerySet["Insats"]):
    """Queries for insatser."""

    def gallande(self, today: date) -> "InsatsQuerySet":
        """Granted insatser that have not been ended, and whose time limit, if any, has not passed on `today`."""
        return self.filter(Q(till=None) | Q(till__gte=today), utfall__in=Insats.BEVILJADE, avslutad=None)


@tracked()
class Insats(models.Model):
    """One insats of a decision. The decision itself is kept in the verksamhetssystem; this row mirrors it."""

    class Utfall(models.TextChoices):
        """What was decided."""

        BEVILJAD = "beviljad", "beviljad"
        DELVIS = "delvis", "delvis beviljad"
        AVSLAG = "avslag", "avslag"

    BEVILJADE = (Utfall.BEVILJAD, Utfall.DELVIS)

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="insatser")
    lagrum = models.PositiveSmallIntegerField("insats", choices=LAGRUM)
    utfall = models.CharField("utfall", max_length=10, choices=Utfall, default=Utfall.BEVILJAD)
    omfattning = models.CharField("omfattning", max_length=200, blank=True)
    beslutad = models.DateField("beslutsdatum")
    beslutsnummer = models.CharField("beslutets nummer", max_length=40, blank=True)
    delegat = models.CharField("beslutad av", max_length=100, blank=True)
    overklagandehanvisning = models.BooleanField("överklagandehänvisning är lämnad", default=False)
    verkstalld = models.DateField("verkställd", null=True, blank=True)
    utforare = models.CharField("utförare", max_length=200, blank=True)
    till = models.DateField("tidsbegränsad till", null=True, blank=True)
    till_skal = models.CharField("skäl för tidsbegränsning", max_length=300, blank=True)
    varning_skal = models.CharField("skäl trots varning", max_length=300, blank=True)
    avslutad = models.DateField("avslutad", null=True, blank=True)
    rev = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InsatsQuerySet.as_manager()

    class Meta:
        verbose_name = "insats"
        verbose_name_plural = "insatser"
        ordering = ["lagrum", "beslutad", "pk"]
        constraints = [
            *in_namnd("insats", "person"),
            models.CheckConstraint(condition=Q(lagrum__range=(1, 10)), name="insats_lagrum_1_till_10"),
            models.CheckConstraint(condition=Q(utfall__in=["beviljad", "delvis", "avslag"]), name="insats_utfall"),
            models.CheckConstraint(
                condition=Q(till=None, till_skal="") | (Q(till__isnull=False) & ~Q(till_skal="")),
                name="insats_tidsgrans_har_skal",
            ),
            models.CheckConstraint(
                condition=Q(till=None) | Q(till__gte=models.F("beslutad")), name="insats_till_efter"
            ),
            models.CheckConstraint(
                condition=Q(verkstalld=None) | Q(utfall__in=["beviljad", "delvis"]), name="insats_avslag_verkstalls_ej"
            ),
        ]
        indexes = [
            models.Index(fields=["namnd"], name="insats_namnd"),
            models.Index(fields=["person", "lagrum"], name="insats_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: 9 § {self.lagrum} LSS"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]

    @property
    def namn(self) -> str:
        """The short official name of the insats."""
        return NIO_PARAGRAFEN[self.lagrum].namn

    @property
    def lagtext(self) -> str:
        """The statute's wording."""
        return NIO_PARAGRAFEN[self.lagrum].lagtext

    @property
    def verkstallas_senast(self) -> date:
        """The last day for carrying out the decision. After it, the delay is reported to IVO."""
        return verkstallas_senast(self.beslutad)


class Installning(models.TextChoices):
    """What the person thinks of a företrädare's right or request. An able person's no blocks the right.

    A stance that is missing or cannot be obtained blocks nothing.
    """

    JA = "ja", "ja"
    NEJ = "nej", "nej"
    KAN_INTE = "kan_inte", "kan inte inhämtas"


class Begaran(models.Model):
    """A request from the person or a företrädare: for a plan or its review (10 §), or an insats (9 §).

    Every request must be examined.
    """

    class Slag(models.TextChoices):
        """What is asked for."""

        PLAN = "plan", "individuell plan"
        GENOMGANG = "genomgang", "genomgång av planen"
        INSATS = "insats", "insats"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="begaran")
    slag = models.CharField("vad", max_length=10, choices=Slag)
    text = models.TextField("med egna ord", blank=True)
    inkom = models.DateField("inkom")
    av = models.CharField("av", max_length=200)
    installning = models.CharField("personens egen inställning", max_length=10, choices=Installning, blank=True)
    installning_grund = models.CharField("hur det är känt", max_length=300, blank=True)
    registrerad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    besvarad = models.DateField("besvarad", null=True, blank=True)

    class Meta:
        verbose_name = "begäran"
        verbose_name_plural = "begäranden"
        ordering = ["-inkom", "-pk"]
        constraints = [
            *in_namnd("begaran", "person"),
            models.CheckConstraint(condition=Q(slag__in=["plan", "genomgang", "insats"]), name="begaran_slag"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: begäran {self.inkom}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]


class Erbjudande(models.Model):
    """The offer of a plan that every grant requires (10 § LSS): when and how it was made and answered."""

    class Svar(models.TextChoices):
        """The answer. A no is respected; the offer is repeated at the next grant and at the yearly contact."""

        JA = "ja", "ja"
        NEJ = "nej", "nej"
        SENARE = "senare", "vill vänta"

    class Hur(models.TextChoices):
        """How the offer was made or answered."""

        MOTE = "mote", "på ett möte"
        TELEFON = "telefon", "på telefon"
        BREV = "brev", "med brev"
        PORTALEN = "portalen", "i portalen"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="erbjudanden")
    insats = models.ForeignKey(Insats, null=True, blank=True, on_delete=models.PROTECT, related_name="erbjudanden")
    senast = models.DateField("ska lämnas senast")
    lamnat = models.DateField("lämnat", null=True, blank=True)
    lamnat_hur = models.CharField("hur", max_length=10, choices=Hur, blank=True)
    lamnat_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    svar = models.CharField("svar", max_length=10, choices=Svar, blank=True)
    svarade = models.DateField("svarade", null=True, blank=True)
    svar_av = models.CharField("vem svarade", max_length=200, blank=True)
    svar_hur = models.CharField("hur", max_length=10, choices=Hur, blank=True)
    fraga_igen = models.DateField("fråga igen", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["namnd"], name="erbjudande_namnd")]
        verbose_name = "erbjudande"
        verbose_name_plural = "erbjudanden"
        ordering = ["-pk"]
        constraints = [
            *in_namnd("erbjudande", "person", "insats"),
            models.UniqueConstraint(fields=["person"], condition=Q(svar=""), name="erbjudande_ett_oppet_per_person"),
            models.CheckConstraint(
                condition=Q(lamnat=None, lamnat_hur="", lamnat_av=None)
                | (Q(lamnat__isnull=False, lamnat_av__isnull=False) & ~Q(lamnat_hur="")),
                name="erbjudande_lamnat_vem_nar_hur",
            ),
            models.CheckConstraint(
                condition=Q(svar="", svarade=None, svar_av="", svar_hur="")
                | (~Q(svar="") & Q(svarade__isnull=False, lamnat__isnull=False) & ~Q(svar_av="") & ~Q(svar_hur="")),
                name="erbjudande_svar_vem_nar_hur",
            ),
            models.CheckConstraint(condition=Q(svar__in=["", "ja", "nej", "senare"]), name="erbjudande_svar"),
            models.CheckConstraint(
                condition=~Q(svar="senare") | Q(fraga_igen__isnull=False), name="erbjudande_senare_fraga_igen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: erbjudande"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]
