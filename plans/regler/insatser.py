"""The ten insatser of 9 § LSS and their limits. The limits warn and ask for a reason; they never block.

Sources: LSS (1993:387) 1 §, 7 §, 9 §, 9 b §, 11 §, as consolidated to April 2026. Each insats has a short name and
the statute's wording.
"""

import datetime as dt
from dataclasses import dataclass

from plans.regler.frister import age_on


@dataclass(frozen=True)
class Lagrum:
    """One point of 9 §: its number, short name, and the statute's wording."""

    nummer: int
    namn: str
    lagtext: str

    @property
    def in_sentence(self) -> str:
        """The short name for use inside a sentence: with a small first letter."""
        return self.namn[0].lower() + self.namn[1:]


NIO_PARAGRAFEN = {
    r.nummer: r
    for r in (
        Lagrum(
            1,
            "Rådgivning och annat personligt stöd",
            "rådgivning och annat personligt stöd som ställer krav på särskild kunskap om problem och livsbetingelser "
            "för människor med stora och varaktiga funktionshinder",
        ),
        Lagrum(
            2,
            "Personlig assistans",
            "biträde av personlig assistent eller ekonomiskt stöd till skäliga kostnader för sådan assistans, till den "
            "del behovet av stöd inte täcks av beviljade assistanstimmar enligt 51 kap. socialförsäkringsbalken",
        ),
        Lagrum(3, "Ledsagarservice", "ledsagarservice"),
        Lagrum(4, "Kontaktperson", "biträde av kontaktperson"),
        Lagrum(5, "Avlösarservice i hemmet", "avlösarservice i hemmet"),
        Lagrum(6, "Korttidsvistelse utanför det egna hemmet", "korttidsvistelse utanför det egna hemmet"),
        Lagrum(
            7,
            "Korttidstillsyn för skolungdom över 12 år",
            "korttidstillsyn för skolungdom över 12 år utanför det egna hemmet i anslutning till skoldagen samt under "
            "lov",
        ),
        Lagrum(
            8,
            "Boende i familjehem eller bostad med särskild service för barn eller ungdomar",
            "boende i familjehem eller bostad med särskild service för barn eller ungdomar som behöver bo utanför "
            "föräldrahemmet",
        ),
        Lagrum(
            9,
            "Bostad med särskild service för vuxna",
            "bostad med särskild service för vuxna eller annan särskilt anpassad bostad för vuxna",
        ),
        Lagrum(
            10,
            "Daglig verksamhet",
            "daglig verksamhet för personer i yrkesverksam ålder som saknar förvärvsarbete och inte utbildar sig",
        ),
    )
}


def _assistance_age(year: int) -> int:
    """The age from which new personal assistance is not granted (9 b § LSS): 65, 66 from 2023, 67 from 2026."""
    return 65 if year < 2023 else 66 if year < 2026 else 67


def warnings(nummer: int, *, personkrets: int | None, fodd: dt.date, beslutad: dt.date) -> list[str]:
    """Swedish sentences about the limits that a grant seems to exceed. If there are none, no reason is asked for.

    The limits: 7 § (9 § 10 is only for personkrets 1 and 2), 9 § 7 (from 15 June, after the spring term, of the year
    in which the person turns 13), 9 § 2 with 9 b § (by age). An unknown personkrets (1 §) also warns. A court may
    grant the insats in spite of a limit, so nothing is blocked.
    """
    age = age_on(fodd, beslutad)
    found: list[str] = []
    if nummer == 10 and personkrets == 3:
        found.append("Daglig verksamhet är till för personkrets 1 och 2 (7 § LSS).")
    if nummer == 7 and beslutad < dt.date(fodd.year + 13, 6, 15):
        found.append("Korttidstillsyn gäller efter vårterminen det år personen fyller 13 (9 § 7 LSS).")
    if nummer == 2 and age >= _assistance_age(beslutad.year):
        found.append("Personlig assistans beviljas före pensionsåldern och får sedan inte bli mer (9 b § LSS).")
    if personkrets is None:
        found.append("Personkretsen är inte ifylld (1 § LSS).")
    return found
