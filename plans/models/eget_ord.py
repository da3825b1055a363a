"""Own words of the person and of the representatives: kept beside the plans, editable by their author only."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.models.guards import NamndVia, in_namnd, same_author
from plans.models.person import Person


class EgetOrd(models.Model):
    """One answer in its author's own words. Only the author may edit it; each plan version freezes a copy."""

    class Slag(models.TextChoices):
        """Whose view it is. The two are never merged."""

        MINA_ORD = "mina_ord", "Mina ord"
        SA_SER_JAG_DET = "sa_ser_jag_det", "Så ser jag det"

    class Fraga(models.TextChoices):
        """The five questions of *Mina ord*; *Så ser jag det* has none."""

        OM_MIG = "om_mig", "Vem är du?"
        VIKTIGT = "viktigt", "Vad är viktigt för dig?"
        DROMMAR = "drommar", "Vad drömmer du om?"
        NU = "nu", "Hur är det nu?"
        VILL = "vill", "Hur vill du ha det?"

    class Lasare(models.TextChoices):
        """Who may read it."""

        ALLA = "alla", "alla som läser planen"
        HANDLAGGARE = "handlaggare", "bara handläggaren"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="egna_ord")
    forfattare = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    forfattare_som = models.CharField("skrivet av", max_length=200)
    slag = models.CharField(max_length=20, choices=Slag)
    fraga = models.CharField(max_length=10, choices=Fraga, blank=True)
    text = models.TextField()
    nedtecknat = models.BooleanField("nedskrivet som personen sa det", default=False)
    bekraftat = models.DateField("personen har sagt att det stämmer", null=True, blank=True)
    lasare = models.CharField("vem får läsa", max_length=12, choices=Lasare, default=Lasare.ALLA)
    rev = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "eget ord"
        verbose_name_plural = "egna ord"
        ordering = ["person", "slag", "pk"]
        constraints = [
            *in_namnd("egetord", "person"),
            models.UniqueConstraint(fields=["person", "forfattare", "slag", "fraga"], name="eget_ord_en_rad_per_fraga"),
            models.CheckConstraint(
                condition=Q(slag="mina_ord", fraga__in=["om_mig", "viktigt", "drommar", "nu", "vill"])
                | Q(slag="sa_ser_jag_det", fraga="", nedtecknat=False),
                name="eget_ord_fraga_efter_slag",
            ),
            models.CheckConstraint(
                condition=Q(bekraftat=None) | Q(nedtecknat=True), name="eget_ord_bekraftat_nedtecknat"
            ),
            models.CheckConstraint(condition=Q(lasare__in=["alla", "handlaggare"]), name="eget_ord_lasare"),
        ]
        triggers = same_author()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_slag_display()}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]
