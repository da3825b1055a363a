"""Puts into words why a right to act for the person does not apply."""

from plans.lasning.personsida import Right
from plans.templatetags.dates import datum

_SENTENCES = {
    "avliden": "Personen är avliden.",
    "nej": "Personen har sagt nej.",
    "vantar": "Väntar på att en kollega kontrollerar.",
    "ekonomi": "Bara ekonomi. Det öppnar inte planen.",
}


def in_words(rights: list[Right]) -> list[tuple[Right, str]]:
    """Each right, with the reason why it does not apply, or an empty text if it does."""
    return [(right, _stop(right)) for right in rights]


def _stop(right: Right) -> str:
    row = right.skap
    match right.stop:
        case "stangd":
            return f"Stängd {datum(row.stangd_at)} av {row.stangd_av.namn}: {row.stangd_skal}."
        case "slut":
            return f"Slutade gälla {datum(right.last_day)}."
        case "borjar":
            return f"Börjar gälla {datum(row.fran)}."
        case "aterkallad":
            return f"Återkallad {datum(row.aterkallad)}."
    return _SENTENCES.get(right.stop, "")
