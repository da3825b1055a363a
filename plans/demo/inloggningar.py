"""The named log-ins of the demo. The passwords are public: they open invented people only."""

from dataclasses import dataclass

HANDLAGGARE = "Helena Brandefors"
HANDLAGGARE_2 = "Samuel Woldesus"
GOD_MAN = "Lars-Göran Rydhage"


@dataclass(frozen=True)
class Inloggning:
    """A username, its password, a name, and what to say about it."""

    anvandare: str
    losen: str
    namn: str
    vem: str


NAMNGIVNA = {
    i.anvandare: i
    for i in (
        Inloggning("handlaggare", "hav-sten-bjork-24", HANDLAGGARE, "Helena, handläggare i LSS-enheten norr"),
        Inloggning("handlaggare2", "regn-lava-kastanj-61", HANDLAGGARE_2, "Samuel, handläggare i LSS-enheten söder"),
        Inloggning("godman", "mossa-fyr-linne-83", GOD_MAN, "Lars-Göran, god man för sex personer"),
        Inloggning("vardnadshavare", "snack-vind-saffran-37", "Nasrin Parsafar", "Nasrin, mamma till Sam, 9 år"),
        Inloggning("enskild", "spar-lykta-hallon-52", "Tilde Rosenvik", "Tilde, som har en plan"),
        Inloggning("chef", "torn-ull-havre-46", "Marit Solhøgda", "Marit, enhetschef"),
        Inloggning("granskare", "fors-ugn-kardemumma-73", "Ylva Hedqvist", "Ylva, granskar loggen"),
        Inloggning("registrator", "kvarn-is-lingon-58", "Rut Almgren", "Rut, läser in förordnanden (docs/demo.md)"),
        Inloggning("admin", "nyckel-bark-tranbar-79", "Administratören", "sköter nämnder, enheter och inloggningar"),
    )
}
