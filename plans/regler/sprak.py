"""Days and numbers as written in a Swedish sentence. The only list of month and weekday names."""

from datetime import date

MANADER = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
TAL = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]


def long_day(day: date) -> str:
    """Write a day as *12 mars 2027*."""
    return f"{day.day} {MANADER[day.month - 1]} {day.year}"


def short_day(day: date, today: date | None = None) -> str:
    """Write a day as *12 mars*, with the year when `today` is given and is in another year."""
    return long_day(day) if today and day.year != today.year else f"{day.day} {MANADER[day.month - 1]}"


def number_in_words(number: int) -> str:
    """A number as a word up to twelve (tre), otherwise in digits."""
    return TAL[number] if 0 <= number < len(TAL) else str(number)
