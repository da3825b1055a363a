"""Why a right to act for the person does not hold, in words."""

from plans.models import Foretradarskap
from plans.templatetags.dates import datum

_SENTENCES = {
    "avliden": "Personen är avliden.",
    "nej": "Personen har sagt nej.",
    "vantar": "Väntar på att en kollega kontrollerar.",
    "ekonomi": "Bara ekonomi. Det öppnar inte planen.",
}


def in_words(rows: list[Foretradarskap]) -> list[Foretradarskap]:
    """The rights as personsida reads them, each with `stopp_i_ord`: empty when it holds."""
    for row in rows:
        row.stopp_i_ord = _stopp(row)
    return rows


def _stopp(row: Foretradarskap) -> str:
    match row.stopp:
        case "stangd":
            return f"Stängd {datum(row.stangd_at)} av {row.stangd_av.namn}: {row.stangd_skal}."
        case "slut":
            return f"Slutade gälla {datum(row.sista_dag)}."
        case "borjar":
            return f"Börjar gälla {datum(row.fran)}."
        case "aterkallad":
            return f"Återkallad {datum(row.aterkallad)}."
    return _SENTENCES.get(row.stopp, "")
