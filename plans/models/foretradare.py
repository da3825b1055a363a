"""Representatives, and the ground on which each acts for a person."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from plans.models.guards import NamndVia, in_namnd, tracked
from plans.models.insats import Installning
from plans.models.kryptering import BlintIndex, KrypteradText, all_indexes
from plans.models.namnd import Namnd
from plans.models.person import Kanal, Person
from plans.models.planned import by_rule
from plans.regler import foretradare as regler
from plans.regler.frister import born_at_latest


class ForetradareQuerySet(models.QuerySet["Foretradare"]):
    """Queries for representatives; the only place that searches for them by personnummer."""

    def med_personnummer(self, number: str) -> "ForetradareQuerySet":
        """Representatives with these twelve digits (at most one per nämnd)."""
        return self.filter(personnummer_index__in=all_indexes(number))

    def med_nagot_nummer(self, numbers: Iterable[str]) -> "ForetradareQuerySet":
        """Representatives with any of these numbers, for imports."""
        return self.filter(personnummer_index__in=[i for n in set(numbers) for i in all_indexes(n)])


class Foretradare(models.Model):
    """A representative of persons in a nämnd. Logs in with their own account, never someone else's."""

    namnd = models.ForeignKey(Namnd, on_delete=models.PROTECT, related_name="foretradare")
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="foretradare"
    )
    namn = models.CharField("namn", max_length=200)
    personnummer = KrypteradText("personnummer", null=True)
    personnummer_index = BlintIndex("personnummer", null=True)
    kanal = models.CharField("nås med", max_length=10, choices=Kanal, default=Kanal.BREV)
    epost = models.EmailField("e-post", blank=True)
    telefon = models.CharField("telefon", max_length=40, blank=True)
    adress = models.TextField("adress", blank=True)

    objects = ForetradareQuerySet.as_manager()

    class Meta:
        verbose_name = "företrädare"
        verbose_name_plural = "företrädare"
        constraints = [
            *in_namnd("foretradare"),
            models.UniqueConstraint(fields=["namnd", "konto"], name="foretradare_konto_unikt_i_namnd"),
            models.UniqueConstraint(fields=["namnd", "personnummer_index"], name="foretradare_unik_i_namnd"),
            models.CheckConstraint(condition=Q(kanal__in=Kanal.values), name="foretradare_kanal"),
            models.CheckConstraint(condition=~Q(kanal="mejl") | ~Q(epost=""), name="foretradare_mejl_kraver_epost"),
        ]

    def __str__(self) -> str:
        return f"Företrädare {self.pk}"

    def om_vem(self) -> list[Person]:
        """Everyone whom the företrädare represents or has represented."""
        return list(Person.objects.filter(foretradarskap__foretradare=self).distinct().order_by("pk"))


class ForetradarskapQuerySet(models.QuerySet["Foretradarskap"]):
    """Queries for representation."""

    def oslutade(self, today: date) -> "ForetradarskapQuerySet":
        """Rights that have not ended: they hold, or may hold later."""
        return self.filter(
            Q(till=None) | Q(till__gte=today),
            Q(aterkallad=None) | Q(aterkallad__gt=today),
            ~Q(typ__in=regler.FOR_BARN) | Q(person__fodd__gt=by_rule(partial(born_at_latest, 18), today)),
            stangd_at=None,
            person__avliden=None,
        )

    def gallande(self, today: date) -> "ForetradarskapQuerySet":
        """Rights that hold on `today`: `regler.foretradare.galler` as SQL; a test keeps the two equal."""
        in_scope = Q(typ=regler.VARDNADSHAVARE) | Q(bevaka_ratt=True) | Q(sorja_for_person=True)
        checked = Q(kontrollerad_at__isnull=False) | Q(person__namnd__galler_fore_kontroll=True)
        return self.oslutade(today).filter(in_scope, checked, fran__lte=today).exclude(installning=Installning.NEJ)

    def utan_jav(self, today: date) -> "ForetradarskapQuerySet":
        """Rights that hold without jäv. Jäv in one right bars all that the företrädare has for the person (FB 12:8)."""
        same = {"person": OuterRef("person"), "foretradare": OuterRef("foretradare")}
        barred = Foretradarskap.objects.gallande(today).filter(jav=True, **same)
        return self.gallande(today).filter(~Exists(barred))

    def for_barn(self, today: date) -> "ForetradarskapQuerySet":
        """Guardians' rights that have not ended."""
        return self.oslutade(today).filter(typ__in=regler.FOR_BARN).select_related("foretradare").order_by("pk")

    def vantar_pa_kontroll(self, today: date) -> "ForetradarskapQuerySet":
        """Rights whose evidence only one member of staff has seen."""
        return self.oslutade(today).filter(kontrollerad_at=None)


@tracked()
class Foretradarskap(models.Model):
    """The ground on which a företrädare acts for one person: type, scope, dates, evidence, stops."""

    class Typ(models.TextChoices):
        """Type of representation; the types differ in law."""

        VARDNADSHAVARE = regler.VARDNADSHAVARE, "vårdnadshavare"
        GOD_MAN = regler.GOD_MAN, "god man"
        FORVALTARE = regler.FORVALTARE, "förvaltare"
        FORMYNDARE = regler.FORMYNDARE, "förmyndare"
        FRAMTIDSFULLMAKT = regler.FRAMTIDSFULLMAKT, "framtidsfullmaktshavare"
        OMBUD = regler.OMBUD, "ombud eller biträde"

    namnd = NamndVia("person")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="foretradarskap")
    foretradare = models.ForeignKey(Foretradare, on_delete=models.PROTECT, related_name="skap")
    typ = models.CharField("typ", max_length=20, choices=Typ)
    bevaka_ratt = models.BooleanField("bevaka rätt", default=False)
    forvalta_egendom = models.BooleanField("förvalta egendom", default=False)
    sorja_for_person = models.BooleanField("sörja för person", default=False)
    fran = models.DateField("från")
    till = models.DateField("till och med", null=True, blank=True)
    underlag = models.CharField("underlag", max_length=200)
    verifierad_av = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verifierad_at = models.DateTimeField()
    kontrollerad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kontrollerad_at = models.DateTimeField(null=True, blank=True)
    kontrolleras_igen = models.DateField("kontrolleras igen", null=True, blank=True)
    jav = models.BooleanField("jäv", default=False)
    installning = models.CharField("personens inställning", max_length=10, choices=Installning, blank=True)
    installning_grund = models.CharField("hur det är känt", max_length=300, blank=True)
    far_se_logg = models.BooleanField("får se vem som har tittat", default=False)
    aterkallad = models.DateField("återkallad", null=True, blank=True)
    stangd_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    stangd_at = models.DateTimeField(null=True, blank=True)
    stangd_skal = models.CharField("skäl", max_length=300, blank=True)
    rev = models.PositiveIntegerField(default=1, editable=False)

    objects = ForetradarskapQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["namnd"], name="foretradarskap_namnd")]
        verbose_name = "företrädarskap"
        verbose_name_plural = "företrädarskap"
        constraints = [
            *in_namnd("foretradarskap", "person", "foretradare"),
            models.CheckConstraint(condition=Q(till=None) | Q(till__gte=F("fran")), name="skap_fran_fore_till"),
            models.CheckConstraint(
                condition=Q(kontrollerad_av=None, kontrollerad_at=None)
                | Q(kontrollerad_av__isnull=False, kontrollerad_at__isnull=False),
                name="skap_kontrollerad_vem_och_nar",
            ),
            models.CheckConstraint(
                condition=Q(stangd_av=None, stangd_at=None, stangd_skal="")
                | (Q(stangd_av__isnull=False, stangd_at__isnull=False) & ~Q(stangd_skal="")),
                name="skap_stangd_vem_nar_varfor",
            ),
            models.CheckConstraint(
                condition=Q(kontrollerad_av=None) | ~Q(kontrollerad_av=F("verifierad_av")), name="skap_fyra_ogon"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_typ_display()}"

    def om_vem(self) -> list[Person]:
        """The person it belongs to."""
        return [self.person]

    @property
    def omfattning(self) -> str:
        """The scope in words, noting if money is excluded. Empty for a guardian, whose right follows from the role."""
        names = {field.name: str(field.verbose_name) for field in self._meta.fields}
        scope = ("bevaka_ratt", "sorja_for_person", "forvalta_egendom")
        given = [names[n] for n in scope if getattr(self, n)]
        words = " och ".join([", ".join(given[:-1]), given[-1]] if given[1:] else given)
        return f"{words}, inte ekonomi" if given and not self.forvalta_egendom else words

    @property
    def ratt(self) -> regler.Ratt:
        """This row as the plain values that the rule takes."""
        return regler.Ratt(
            typ=self.typ,
            fran=self.fran,
            till=self.till,
            bevaka_ratt=self.bevaka_ratt,
            sorja_for_person=self.sorja_for_person,
            stangd=self.stangd_at is not None,
            aterkallad=self.aterkallad,
            vantar_pa_kontroll=self.kontrollerad_at is None and not self.person.namnd.galler_fore_kontroll,
            personen_sager_nej=self.installning == Installning.NEJ,
            fodd=self.person.fodd,
            avliden=self.person.avliden,
        )

    def galler(self, today: date) -> bool:
        """True when this right holds on `today`."""
        return regler.galler(self.ratt, today)
