"""The identity providers of a nämnd, over OpenID Connect or SAML 2.0."""

import re
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from plans.models.kryptering import KrypteradText
from plans.models.namnd import Namnd
from plans.models.om_vem import INGEN

PEM = re.compile(r"-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----")
NUMRETS_CLAIM = "https://id.oidc.se/claim/personalIdentityNumber"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Inloggningstjanst(models.Model):
    """An identity provider of one nämnd: e-ID for persons and företrädare, or the kommun's own login for staff.

    `claim` names the claim (in SAML the attribute) that identifies the user: for e-ID the personnummer (twelve
    digits), for staff an employee id that never changes. `nivaer` lists the accepted levels of assurance, as the
    provider writes them; in SAML they come as AuthnContextClassRef, and `niva_claim` is not used.
    """

    class For(models.TextChoices):
        """The users that the provider is for. A provider never logs in users of the other kind."""

        ENSKILDA = "enskilda", "personer och företrädare (e-legitimation)"
        PERSONAL = "personal", "personal (kommunens egen inloggning)"

    class Protokoll(models.TextChoices):
        """The protocol that the provider speaks."""

        OIDC = "oidc", "OpenID Connect"
        SAML = "saml", "SAML 2.0"

    namnd = models.ForeignKey(Namnd, verbose_name="nämnd", on_delete=models.PROTECT, related_name="tjanster")
    kod = models.SlugField(
        "kod i adressen",
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Skriv koden med små bokstäver a–z, siffror och bindestreck.")],
    )
    namn = models.CharField("namn på knappen", max_length=60, help_text="Till exempel BankID.")
    for_vem = models.CharField("för vem", max_length=10, choices=For)
    protokoll = models.CharField(
        "protokoll",
        max_length=10,
        choices=Protokoll,
        default=Protokoll.OIDC,
        help_text="Vad utfärdaren talar. Fyll sedan i den del nedan som hör till.",
    )
    adress = models.URLField(
        "adress",
        max_length=300,
        blank=True,
        help_text="Utfärdarens adress, där /.well-known/openid-configuration finns.",
    )
    klient_id = models.CharField("klientens id", max_length=200, blank=True)
    klient_hemlighet = KrypteradText("klientens hemlighet", null=True)
    scope = models.CharField(
        "scope",
        max_length=300,
        default="openid",
        help_text="Vad vi ber om, enligt utfärdaren. Till exempel openid https://id.oidc.se/scope/naturalPersonNumber.",
    )
    entitet = models.CharField(
        "utfärdarens entityID", max_length=300, blank=True, help_text="Precis som det står i utfärdarens metadata."
    )
    inloggningsadress = models.URLField(
        "inloggningsadress",
        max_length=300,
        blank=True,
        help_text="SingleSignOnService med bindningen HTTP-Redirect, i utfärdarens metadata.",
    )
    certifikat = models.TextField(
        "utfärdarens certifikat",
        blank=True,
        help_text="Det som utfärdaren signerar med, från BEGIN CERTIFICATE till END CERTIFICATE. "
        "Lägg det nya efter det gamla när utfärdaren ska byta, och ta bort det gamla efteråt.",
    )
    claim = models.CharField(
        "claim eller attribut som säger vem det är",
        max_length=200,
        default=NUMRETS_CLAIM,
        help_text="I SAML attributets Name, till exempel urn:oid:1.2.752.29.4.13.",
    )
    niva_claim = models.CharField(
        "claim som säger tillitsnivån",
        max_length=200,
        default="acr",
        help_text="Gäller OpenID Connect. I SAML står nivån alltid i AuthnContextClassRef.",
    )
    nivaer = models.TextField(
        "godkända nivåer",
        blank=True,
        help_text="En på varje rad, till exempel http://id.elegnamnden.se/loa/1.0/loa3. Krävs för e-legitimation.",
    )
    aktiv = models.BooleanField("kan användas", default=True)

    om_vem = INGEN("an identity provider of a nämnd")

    class Meta:
        verbose_name = "inloggningstjänst"
        verbose_name_plural = "inloggningstjänster"
        ordering = ["namnd", "for_vem", "namn"]
        constraints = [
            models.CheckConstraint(condition=Q(for_vem__in=["enskilda", "personal"]), name="tjanst_for_vem"),
            models.CheckConstraint(condition=~Q(for_vem="enskilda") | ~Q(nivaer=""), name="tjanst_eleg_har_niva"),
            models.CheckConstraint(condition=Q(protokoll__in=["oidc", "saml"]), name="tjanst_protokoll"),
            models.CheckConstraint(
                condition=~Q(protokoll="oidc") | (~Q(adress="") & ~Q(klient_id="")), name="tjanst_oidc_har_utfardare"
            ),
            models.CheckConstraint(
                condition=~Q(protokoll="saml") | (~Q(entitet="") & ~Q(inloggningsadress="") & ~Q(certifikat="")),
                name="tjanst_saml_har_utfardare",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.namn}, {self.namnd}"

    def clean(self) -> None:
        """Reject settings that are unsafe or unusable. Raises ValidationError in Swedish."""
        wrong = self._fel_i_saml() if self.protokoll == self.Protokoll.SAML else self._fel_i_oidc()
        if self.for_vem == self.For.ENSKILDA and not self.nivaer.strip():
            wrong["nivaer"] = "Skriv minst en nivå. Utan den vet vi inte hur säker legitimationen är."
        if wrong:
            raise ValidationError(wrong)

    def _fel_i_oidc(self) -> dict[str, str]:
        wrong = {}
        if not _saker(self.adress):
            wrong["adress"] = "Adressen ska börja med https://."
        if not self.klient_id:
            wrong["klient_id"] = "Skriv det id som utfärdaren har gett portalen."
        if "openid" not in self.scope.split():
            wrong["scope"] = "Ordet openid måste vara med."
        return wrong

    def _fel_i_saml(self) -> dict[str, str]:
        wrong = {}
        if not self.entitet:
            wrong["entitet"] = "Skriv utfärdarens entityID."
        if not _saker(self.inloggningsadress):
            wrong["inloggningsadress"] = "Adressen ska börja med https://."
        if not self.certifikat.strip():
            wrong["certifikat"] = "Klistra in utfärdarens certifikat. Utan det kan inget svar kontrolleras."
        elif not _lasbara(self.certifikat):
            wrong["certifikat"] = (
                "Certifikatet går inte att läsa, eller är för svagt. Klistra in allt från -----BEGIN CERTIFICATE----- "
                "till -----END CERTIFICATE-----, och inget annat. En RSA-nyckel ska ha minst 2048 bitar."
            )
        if self.claim == NUMRETS_CLAIM:
            wrong["claim"] = "Skriv attributets Name i SAML, till exempel urn:oid:1.2.752.29.4.13."
        return wrong

    @property
    def certifikaten(self) -> list[str]:
        """The provider's signing certificates: one, or two during a change."""
        return PEM.findall(self.certifikat)

    @property
    def godkanda_nivaer(self) -> list[str]:
        """The accepted levels, as a list."""
        return self.nivaer.split()


def _saker(url: str) -> bool:
    """True for https, and for http on this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _lasbara(text: str) -> bool:
    """True when the text is only certificates, each with a strong enough signing key."""
    if PEM.sub("", text).strip():  # a private key pasted by mistake, or half a certificate
        return False
    for pem in PEM.findall(text):
        try:
            key = x509.load_pem_x509_certificate(pem.encode()).public_key()
        except ValueError:
            return False
        strong_rsa = isinstance(key, rsa.RSAPublicKey) and key.key_size >= 2048
        if not (strong_rsa or isinstance(key, ec.EllipticCurvePublicKey)):
            return False
    return True
