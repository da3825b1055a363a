"""Finding a person: by name, personnummer, samordningsnummer or case number, nothing else (SoLPUF 15 §)."""

import re
from datetime import date

from django.db.models import Q

from plans import access
from plans.models import Actor, Person, PersonQuerySet
from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from plans.regler.namn import sort_key

FEWEST_LETTERS = 2  # a name search needs a word of at least this many letters
_CASE = re.compile(r"^\d{4}-\d{1,8}$")


def find_persons(text: str, by: Actor) -> PersonQuerySet:
    """Persons whose case the user has and who match what was typed, in Swedish name order.

    Protected persons are found only by full number or case number, and only by users assigned to the case themselves.
    """
    visible = access.handlagda(by)
    number = _number(text, by.today)
    if number:
        found = visible.med_personnummer(number)
    elif _CASE.match(_without_word(text)):
        found = visible.filter(arendenummer=_without_word(text))
    else:
        found = _by_name(visible.filter(skyddad=False), text)
    return found.select_related("namnd").i_namnordning()


def find_in_emergency(text: str, rows: PersonQuerySet, today: date) -> Person | None:
    """Find a person by full number, never by case number.

    Case numbers have no gaps: if they found all but protected persons, each miss would reveal a protected person.
    """
    number = _number(text, today)
    return rows.med_personnummer(number).first() if number else None


def _number(text: str, today: date) -> str:
    """The twelve digits, or empty if the text is not such a number."""
    try:
        return personnummer.parse(text, today)
    except Regelbrott:
        return ""


def _without_word(text: str) -> str:
    return re.sub(r"^\s*ärende\s*", "", text, flags=re.IGNORECASE).strip()


def _by_name(rows: PersonQuerySet, text: str) -> PersonQuerySet:
    """Match persons for whom each typed word, in any order, begins a word of the full name or begins the tilltalsnamn.

    é counts as e, but å, ä and ö are separate letters.
    """
    typed = [re.sub(r"[\W_]", "", w) for w in re.split(r"[\s-]+", text)]
    words = [(w, key) for w in typed if (key := sort_key("", w)[1:])]
    if max((len(w) for w, _ in words), default=0) < FEWEST_LETTERS:
        return rows.none()
    for word, key in words:
        in_name = Q(sorteringsnyckel__regex=f"(^|[ \x01]){re.escape(key)}")
        rows = rows.filter(in_name | Q(tilltalsnamn__istartswith=word))
    return rows
