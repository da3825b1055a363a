"""Personnummer and samordningsnummer: reading, checking, birth date.

Source: folkbokföringslagen (1991:481) 18 and 18 a §§; Skatteverket SKV 704 (check digit by the Luhn algorithm).
Twelve digits are stored; the check digit is computed by the package `personnummer`.
"""

import datetime as dt
import re

import personnummer

from plans.regler.fel import Regelbrott

_FORM = re.compile(r"^(\d{6}|\d{8})([-+]?)(\d{4})$")


def las(text: str, today: dt.date) -> str:
    """Return the twelve digits of a typed person- or samordningsnummer. Ten digits are read with `today`'s century.

    Raises Regelbrott with a sentence that says how to mend it.
    """
    tidy = re.sub(r"[\s\u2010-\u2015]", lambda m: "-" if m.group() != " " else "", text.strip())
    match = _FORM.match(tidy) if tidy.isascii() else None
    if not match:
        raise Regelbrott("Skriv personnumret med 12 siffror, till exempel 19900101-2384.", "personnummer")
    date, sign, rest = match.groups()
    if len(date) == 6:
        century = today.year // 100 * 100
        year = century + int(date[:2])
        year -= 100 * (year > today.year) + 100 * (sign == "+")
        date = f"{year:04d}{date[2:]}"
    number = date + rest
    if not personnummer.Personnummer.valid(f"{number[:8]}-{number[8:]}"):
        raise Regelbrott("Numret stämmer inte. Kontrollera siffrorna, även den sista.", "personnummer")
    if fodelsedatum(number) > today:
        raise Regelbrott("Födelsedagen i numret har inte varit än. Kontrollera året.", "personnummer")
    return number


def fodelsedatum(number: str) -> dt.date:
    """The birth date in the number's twelve digits; a samordningsnummer has its day + 60 (SKV 707)."""
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    return dt.date(year, month, day - 60 if day > 60 else day)


def ar_samordningsnummer(number: str) -> bool:
    """True when the twelve digits are a samordningsnummer."""
    return int(number[6:8]) > 60


def visa(number: str, today: dt.date) -> str:
    """`YYYYMMDD-NNNN`, with `+` from the year in which the person turns 100."""
    sign = "+" if today.year - int(number[:4]) >= 100 else "-"
    return f"{number[:8]}{sign}{number[8:]}"
