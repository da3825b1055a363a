"""Human decisions about who may see and act: assessments and emergency access."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from plans.models.guards import NamndVia, in_namnd, only_added
from plans.models.person import Person


class Bedomning(models.Model):
    """An assessment recorded by staff; nothing changes automatically (8 § LSS, FB 6:11, OSL 12:3). Append-only.

    *Förmåga*, before 15: may the young person act in their own right, and what may the guardians see from then on?
    *Företräda*, before 18: who is to act when the guardians' right ends?
    """

    class Slag(models.TextChoices):
        """What was assessed."""

        FORMAGA = "formaga", "förmåga inför 15 år"
        FORETRADA = "foretrada", "vem som ska företräda efter 18"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bedomningar")
    slag = models.CharField(max_length=10, choices=Slag)
    egen_ratt = models.BooleanField("personen kan föra sin egen talan", null=True, blank=True)
    vardnadshavare_ser = models.BooleanField("vårdnadshavarna får fortsätta se planen", null=True, blank=True)
    slutsats = models.TextField("vad ni kom fram till, och varför")
    gjord_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gjord = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "bedömning"
        verbose_name_plural = "bedömningar"
        constraints = [
            *in_namnd("bedomning", "person"),
            models.CheckConstraint(
                condition=Q(slag="foretrada", egen_ratt=None, vardnadshavare_ser=None)
                | Q(slag="formaga", egen_ratt__isnull=False, vardnadshavare_ser__isnull=False),
                name="bedomning_svarar_pa_sin_fraga",
            ),
            models.CheckConstraint(condition=~Q(slutsats=""), name="bedomning_har_slutsats"),
        ]
        triggers = only_added()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_slag_display()}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]


class Nodatkomst(models.Model):
    """A handläggare's access to a case not their own, for a day, with a reason. The chef is notified and reviews it."""

    namnd = NamndVia("person")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="nodatkomster")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="nodatkomster")
    skal = models.CharField("skäl", max_length=300)
    fran = models.DateField()
    till = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    granskad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    granskad_at = models.DateTimeField(null=True, blank=True)
    granskad_anteckning = models.CharField("anteckning", max_length=300, blank=True)

    class Meta:
        verbose_name = "nödåtkomst"
        verbose_name_plural = "nödåtkomster"
        constraints = [
            *in_namnd("nodatkomst", "person"),
            models.CheckConstraint(condition=Q(till__gte=F("fran")), name="nodatkomst_fran_fore_till"),
            models.CheckConstraint(condition=~Q(skal=""), name="nodatkomst_har_skal"),
            models.CheckConstraint(
                condition=Q(granskad_av=None, granskad_at=None)
                | (Q(granskad_av__isnull=False, granskad_at__isnull=False) & ~Q(granskad_av=F("user"))),
                name="nodatkomst_granskas_av_annan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: nödåtkomst {self.fran}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]
