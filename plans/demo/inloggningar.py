"""The named logins of the demo. Their passwords are public, since they give access only to invented people."""

from dataclasses import dataclass

from django.contrib.auth.hashers import Argon2PasswordHasher

from plans.konto.public_passwords import PUBLIC_PASSWORDS

HANDLAGGARE = "Helena Brandefors"
HANDLAGGARE_2 = "Samuel Woldesus"
GOD_MAN = "Lars-Göran Rydhage"


@dataclass(frozen=True)
class NamedLogin:
    """A username, a name, and a description of the login."""

    anvandare: str
    namn: str
    vem: str

    @property
    def losen(self) -> str:
        """The public password."""
        return PUBLIC_PASSWORDS[self.anvandare]


NAMED = {
    i.anvandare: i
    for i in (
        NamedLogin("handlaggare", HANDLAGGARE, "Helena, handläggare i LSS-enheten norr"),
        NamedLogin("handlaggare2", HANDLAGGARE_2, "Samuel, handläggare i LSS-enheten söder"),
        NamedLogin("godman", GOD_MAN, "Lars-Göran, god man för sex personer"),
        NamedLogin("vardnadshavare", "Nasrin Parsafar", "Nasrin, mamma till Sam, 9 år"),
        NamedLogin("enskild", "Tilde Rosenvik", "Tilde, som har en plan"),
        NamedLogin("chef", "Marit Solhøgda", "Marit, enhetschef"),
        NamedLogin("granskare", "Ylva Hedqvist", "Ylva, granskar loggen"),
        NamedLogin("registrator", "Rut Almgren", "Rut, läser in förordnanden (docs/demo.md)"),
        NamedLogin("admin", "Administratören", "sköter nämnder, enheter och inloggningar"),
    )
}


class QuickHasher(Argon2PasswordHasher):
    """For passwords that anyone may read on the login page. Django makes a full hash at the first login."""

    time_cost, memory_cost, parallelism = 1, 8, 1
