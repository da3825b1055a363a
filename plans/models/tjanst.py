"""Where somebody may log in: the OpenID providers of a nämnd."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from plans.models.kryptering import KrypteradText
from plans.models.namnd import Namnd


class Inloggningstjanst(models.Model):
    """An OpenID Connect provider of one nämnd: e-ID for persons and those who act for them, or the staff's own.

    `claim` names the claim that says who it is: the personnummer (twelve digits) of an e-ID, or an employee's id that
    never changes. `nivaer` are the levels of assurance that are good enough, as the provider writes them.
    """

    class For(models.TextChoices):
        """Whom the provider is for. Nobody gets from one room to the other."""

        ENSKILDA = "enskilda", "personer och företrädare (e-legitimation)"
        PERSONAL = "personal", "personal (kommunens egen inloggning)"

    namnd = models.ForeignKey(Namnd, verbose_name="nämnd", on_delete=models.PROTECT, related_name="tjanster")
    kod = models.SlugField(
        "kod i adressen", max_length=40, unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Skriv koden med små bokstäver a–z, siffror och bindestreck.")],
    )  # fmt: skip
    namn = models.CharField("namn på knappen", max_length=60, help_text="Till exempel BankID.")
    for_vem = models.CharField("för vem", max_length=10, choices=For)
    adress = models.URLField(
        "adress", max_length=300, help_text="Utfärdarens adress, där /.well-known/openid-configuration finns."
    )
    klient_id = models.CharField("klientens id", max_length=200)
    klient_hemlighet = KrypteradText("klientens hemlighet", null=True)
    scope = models.CharField(
        "scope", max_length=300, default="openid",
        help_text="Vad vi ber om, enligt utfärdaren. Till exempel openid https://id.oidc.se/scope/naturalPersonNumber.",
    )  # fmt: skip
    claim = models.CharField(
        "claim som säger vem det är", max_length=200, default="https://id.oidc.se/claim/personalIdentityNumber"
    )
    niva_claim = models.CharField("claim som säger tillitsnivån", max_length=200, default="acr")
    nivaer = models.TextField(
        "godkända nivåer", blank=True,
        help_text="En på varje rad, till exempel http://id.elegnamnden.se/loa/1.0/loa3. Krävs för e-legitimation.",
    )  # fmt: skip
    aktiv = models.BooleanField("kan användas", default=True)

    class Meta:
        verbose_name = "inloggningstjänst"
        verbose_name_plural = "inloggningstjänster"
        ordering = ["namnd", "for_vem", "namn"]
        constraints = [
            models.CheckConstraint(condition=Q(for_vem__in=["enskilda", "personal"]), name="tjanst_for_vem"),
            models.CheckConstraint(condition=~Q(for_vem="enskilda") | ~Q(nivaer=""), name="tjanst_eleg_har_niva"),
        ]

    def __str__(self) -> str:
        return f"{self.namn}, {self.namnd}"

    def clean(self) -> None:
        """What would make the door unsafe or unusable. Raises ValidationError in Swedish."""
        wrong = {}
        if not self.adress.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            wrong["adress"] = "Adressen ska börja med https://."
        if "openid" not in self.scope.split():
            wrong["scope"] = "Ordet openid måste vara med."
        if self.for_vem == self.For.ENSKILDA and not self.nivaer.strip():
            wrong["nivaer"] = "Skriv minst en nivå. Utan den vet vi inte hur säker legitimationen är."
        if wrong:
            raise ValidationError(wrong)

    @property
    def godkanda_nivaer(self) -> list[str]:
        """The levels, one each."""
        return self.nivaer.split()
