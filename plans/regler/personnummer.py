"""Personnummer and samordningsnummer: reading, checking, birth date.

Source: folkbokföringslagen (1991:481) 18 §, lag (2022:1697) om samordningsnummer; Skatteverket SKV 704 and SKV 707
(check digit by the Luhn algorithm). Twelve digits are stored. A samordningsnummer may have an unknown month (00) or
day (60). The available packages refuse such numbers, so the check here is our own.
"""

import datetime as dt
import re

from plans.regler.fel import Regelbrott

_FORM = re.compile(r"^(\d{6}|\d{8})([-+]?)(\d{4})$")


def parse(text: str, today: dt.date) -> str:
    """Return the twelve digits of a typed person- or samordningsnummer.

    If only ten digits are typed, the year is the latest one that is not after `today`'s. A `+` makes it a hundred years
    earlier.

    Raises Regelbrott with a sentence that says how to correct it.
    """
    tidy = re.sub(r"[\s\u2010-\u2015]", lambda m: "-" if m.group() != " " else "", text.strip())
    match = _FORM.match(tidy) if tidy.isascii() else None
    if not match:
        raise Regelbrott("Skriv personnumret med 12 siffror, till exempel 19900101-2385.", "personnummer")
    date, sign, rest = match.groups()
    if len(date) == 6:
        century = today.year // 100 * 100
        year = century + int(date[:2])
        year -= 100 * (year > today.year) + 100 * (sign == "+")
        date = f"{year:04d}{date[2:]}"
    number = date + rest
    if not (_check_digit_fits(number) and _date_is_possible(number)):
        raise Regelbrott("Numret stämmer inte. Kontrollera siffrorna, även den sista.", "personnummer")
    if (birth_date(number) or dt.date(int(number[:4]), 1, 1)) > today:
        raise Regelbrott("Födelsedagen i numret har inte varit än. Kontrollera året.", "personnummer")
    return number


def _check_digit_fits(number: str) -> bool:
    """Check the last ten digits with Luhn; birth number 000 is never given out."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(number[2:]))
    return number[8:11] != "000" and sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _date_is_possible(number: str) -> bool:
    """True for a calendar day from 1850 on, and for a samordningsnummer also when its month or day is unknown."""
    month, day = int(number[4:6]), int(number[6:8])
    if int(number[:4]) < 1850:
        return False
    if birth_date(number):
        return True
    return is_samordningsnummer(number) and month <= 12 and day <= 91 and (month == 0 or day == 60)


def birth_date(number: str) -> dt.date | None:
    """The birth date in the twelve digits; a samordningsnummer adds 60 to the day. None when a part is unknown."""
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    try:
        return dt.date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return None


def is_samordningsnummer(number: str) -> bool:
    """True when the twelve digits are a samordningsnummer."""
    return int(number[6:8]) >= 60


def with_hyphen(number: str, today: dt.date) -> str:
    """`YYYYMMDD-NNNN`, with `+` from the year in which the person turns 100."""
    sign = "+" if today.year - int(number[:4]) >= 100 else "-"
    return f"{number[:8]}{sign}{number[8:]}"
