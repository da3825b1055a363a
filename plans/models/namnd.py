"""The tenant: a nämnd is personuppgiftsansvarig for its own rows, and every row about a case names its nämnd."""

from django.core.validators import RegexValidator
from django.db import models

from plans.models.guards import in_namnd
from plans.models.om_vem import INGEN


class Namnd(models.Model):
    """A nämnd in a kommun (or a region), with its settings as typed columns. Deadlines are in days or months."""

    kommunkod = models.CharField(
        "kommunkod", max_length=4, validators=[RegexValidator(r"^\d{2,4}$", "Skriv kommunkoden med siffror.")]
    )
    kommun = models.CharField("kommun", max_length=100)
    namn = models.CharField("nämndens namn", max_length=200)
    region = models.CharField("region", max_length=100, blank=True)
    telefon = models.CharField("telefon", max_length=40, blank=True, help_text="Visas för dem som behöver hjälp.")
    erbjud_inom_dagar = models.PositiveSmallIntegerField(
        "erbjud plan inom (dagar)", default=14, help_text="Räknas från beslutet."
    )
    forsta_mote_inom_dagar = models.PositiveSmallIntegerField(
        "första mötet inom (dagar)", default=30, help_text="Räknas från ett ja eller en begäran."
    )
    galler_fore_kontroll = models.BooleanField(
        "en registrerad rätt gäller genast",
        default=True,
        help_text="Annars gäller den först när en kollega har kontrollerat den. En stängning gäller alltid genast.",
    )
    kontrollera_inom_arbetsdagar = models.PositiveSmallIntegerField(
        "en kollega kontrollerar inom (arbetsdagar)", default=5
    )
    infort = models.DateField(
        "portalen infördes", help_text="Beslut från tiden före hamnar i införandekön och räknas inte som försenade."
    )
    inforande_manader = models.PositiveSmallIntegerField("införandekön töms på (månader)", default=12)

    om_vem = INGEN("the settings of an authority")

    class Meta:
        verbose_name = "nämnd"
        verbose_name_plural = "nämnder"
        ordering = ["kommun", "namn"]
        constraints = [models.UniqueConstraint(fields=["kommunkod", "namn"], name="namnd_unik")]

    def __str__(self) -> str:
        return f"{self.namn}, {self.kommun}"


class Enhet(models.Model):
    """A unit of a nämnd, where staff have their uppdrag."""

    namnd = models.ForeignKey(Namnd, verbose_name="nämnd", on_delete=models.PROTECT, related_name="enheter")
    namn = models.CharField("namn", max_length=200)

    om_vem = INGEN("a unit of a nämnd")

    class Meta:
        verbose_name = "enhet"
        verbose_name_plural = "enheter"
        ordering = ["namn"]
        constraints = [
            *in_namnd("enhet"),
            models.UniqueConstraint(fields=["namnd", "namn"], name="enhet_unik"),
        ]

    def __str__(self) -> str:
        return self.namn
