"""The parts of a plan version. `spar` is copied into the next version, so a part keeps its identity over the years."""

import uuid

from django.db import models
from django.db.models import Q

from plans.models.guards import NamndVia, SameNamnd, in_namnd, part_of_final_version
from plans.models.insats import LAGRUM, Insats
from plans.models.person import Person
from plans.models.plan import PlanVersion
from plans.regler.insatser import NIO_PARAGRAFEN


class Plandel(models.Model):
    """The columns that every part has: its version, its identity over the years, its place in the order."""

    namnd = NamndVia("version")
    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="%(class)s_set")
    spar = models.UUIDField(default=uuid.uuid4, editable=False)
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)
    rev = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        indexes = [models.Index(fields=["namnd"], name="%(class)s_namnd")]
        abstract = True
        ordering = ["version", "ordning", "pk"]
        constraints = [
            *in_namnd("%(class)s", "version"),
            models.UniqueConstraint(fields=["version", "spar"], name="%(class)s_spar_unikt"),
        ]
        triggers = part_of_final_version()

    def __str__(self) -> str:
        return f"{self.version}: {self._meta.verbose_name} {self.ordning}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.version.plan.person]


class Malsattning(Plandel):
    """A goal in the person's own words."""

    class Sikt(models.TextChoices):
        """When the goal is to be reached."""

        KORT = "kort", "inom ett år"
        LANG = "lang", "längre fram"

    class Livsomrade(models.TextChoices):
        """Livsområden (IBIC, based on ICF)."""

        LARANDE = "larande", "Lärande"
        KRAV = "krav", "Allmänna uppgifter och krav"
        KOMMUNIKATION = "kommunikation", "Kommunikation"
        FORFLYTTNING = "forflyttning", "Förflyttning"
        VARD = "vard", "Personlig vård"
        HEMLIV = "hemliv", "Hemliv"
        RELATIONER = "relationer", "Relationer"
        ARBETE = "arbete", "Utbildning, arbete, ekonomi"
        SAMHALLE = "samhalle", "Samhällsgemenskap"
        TRYGGHET = "trygghet", "Trygghet"
        NARSTAENDE = "narstaende", "Stöd från närstående"

    text = models.CharField("målet", max_length=300)
    latt_mening = models.CharField("en lätt mening", max_length=120, blank=True)
    sikt = models.CharField("när", max_length=4, choices=Sikt, default=Sikt.KORT)
    delmal = models.CharField("delmål", max_length=300, blank=True)
    livsomrade = models.CharField("livsområde", max_length=20, choices=Livsomrade, blank=True)

    class Meta(Plandel.Meta):
        verbose_name = "mål"
        verbose_name_plural = "mål"


class Lovad(Plandel):
    """A part that may hold a promise: who sees to it, from which day, and by which day."""

    ansvarig = models.CharField("vem ser till att det händer", max_length=200, blank=True)
    fran = models.DateField("från", null=True, blank=True)
    lovat_till = models.DateField("lovat till", null=True, blank=True)
    latt_mening = models.CharField("en lätt mening", max_length=120, blank=True)

    class Meta(Plandel.Meta):
        abstract = True


class PlanRad(Lovad):
    """An insats in the plan: decided, planned or wished for. A wish stays visible even when it cannot be granted."""

    class Status(models.TextChoices):
        """beslutad: a decision exists; planerad: expected; onskad: wished for, no decision."""

        BESLUTAD = "beslutad", "beslutad"
        PLANERAD = "planerad", "planerad"
        ONSKAD = "onskad", "önskad"

    status = models.CharField("läge", max_length=10, choices=Status)
    lagrum = models.PositiveSmallIntegerField("insats", choices=LAGRUM, null=True, blank=True)
    insats = models.ForeignKey(Insats, null=True, blank=True, on_delete=models.PROTECT, related_name="planrader")
    text = models.CharField("vad", max_length=300)
    nar = models.CharField("när", max_length=100, blank=True)

    class Meta(Lovad.Meta):
        verbose_name = "insats i planen"
        verbose_name_plural = "insatser i planen"
        constraints = [
            *Plandel.Meta.constraints,
            SameNamnd("insats", name="planrad_insats_samma_namnd"),
            models.CheckConstraint(condition=Q(status__in=["beslutad", "planerad", "onskad"]), name="planrad_status"),
            models.CheckConstraint(condition=Q(status="beslutad") | Q(insats=None), name="planrad_insats_ar_beslutad"),
            models.CheckConstraint(
                condition=~Q(status="beslutad") | Q(lagrum__isnull=False), name="planrad_beslutad_har_lagrum"
            ),
            models.CheckConstraint(
                condition=Q(lagrum=None) | Q(lagrum__range=(1, 10)), name="planrad_lagrum_1_till_10"
            ),
        ]

    @property
    def namn(self) -> str:
        """The official short name of the insats, or the row's own text when it has no lagrum."""
        return NIO_PARAGRAFEN[self.lagrum].namn if self.lagrum else self.text


class Atgard(Lovad):
    """Something to be done: a promise by somebody in the plan, or a measure by others (10 § LSS)."""

    class Slag(models.TextChoices):
        """Who does it: somebody in the plan, or others outside kommun and region."""

        LOFTE = "lofte", "löfte"
        ANDRA = "andra", "åtgärd av andra"

    slag = models.CharField(max_length=10, choices=Slag)
    text = models.CharField("vad", max_length=300)
    kontakt = models.CharField("kontakt", max_length=200, blank=True)

    class Meta(Lovad.Meta):
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
        constraints = [
            *Plandel.Meta.constraints,
            models.CheckConstraint(condition=Q(slag__in=["lofte", "andra"]), name="atgard_slag"),
            models.CheckConstraint(condition=~Q(ansvarig=""), name="atgard_har_ansvarig"),
        ]


class Delaktig(Plandel):
    """Somebody who took part in drawing up the plan."""

    namn = models.CharField("namn", max_length=200)
    som = models.CharField("som", max_length=200, blank=True)
    ledde = models.BooleanField("ledde mötet", default=False)
    skrev = models.BooleanField("skrev planen", default=False)

    class Meta(Plandel.Meta):
        verbose_name = "delaktig"
        verbose_name_plural = "delaktiga"


class FrystOrd(models.Model):
    """A copy of somebody's egna ord, frozen when the version was made final."""

    namnd = NamndVia("version")
    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="frysta_ord")
    slag = models.CharField(max_length=20)
    fraga = models.CharField(max_length=10, blank=True)
    text = models.TextField()
    skrivet_av = models.CharField(max_length=200)
    skrivet = models.DateField()
    nedtecknat = models.BooleanField(default=False)
    bekraftat = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["namnd"], name="frystord_namnd")]
        verbose_name = "fryst ord"
        verbose_name_plural = "frysta ord"
        ordering = ["version", "pk"]
        constraints = [*in_namnd("frystord", "version")]
        triggers = part_of_final_version()

    def __str__(self) -> str:
        return f"{self.version}: egna ord"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.version.plan.person]
