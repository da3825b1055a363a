"""Swedish dates, and clocks that say how much time is left. Built in for all templates (settings).

Nothing here reads today's date: the page passes `idag`.
"""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from plans.regler import frister, sprak
from plans.regler.sprak import VECKODAGAR
from plans.templatetags.pictures import ikon
from plans.templatetags.words import antal

register = template.Library()


def _day(varde: date | datetime | None) -> date | None:
    """The Swedish day of a date or datetime; None if there is none."""
    if isinstance(varde, datetime):
        return (timezone.localtime(varde) if timezone.is_aware(varde) else varde).date()
    return varde or None


@register.filter
def datum(varde: date | datetime | None) -> str:
    """Write the day as *12 mars 2027*."""
    dag = _day(varde)
    return sprak.long_day(dag) if dag else ""


@register.filter
def datum_kort(varde: date | datetime | None, idag: date | None = None) -> str:
    """Write the day as *12 mars*, with the year if `idag` is given and falls in another year."""
    dag = _day(varde)
    return sprak.short_day(dag, idag) if dag else ""


@register.filter
def veckodag(varde: date | datetime | None) -> str:
    """Write the day as *onsdag den 17 mars*, for easy Swedish."""
    dag = _day(varde)
    return f"{VECKODAGAR[dag.weekday()]} den {datum_kort(dag)}" if dag else ""


@register.filter
def iso(varde: date | datetime | None) -> str:
    """Write the day as *2027-03-12*, for tables and `<time datetime>`."""
    dag = _day(varde)
    return dag.isoformat() if dag else ""


@register.filter
def klockslag(varde: datetime | None) -> str:
    """Write the time as *14.32*, Swedish time."""
    if not varde:
        return ""
    return (timezone.localtime(varde) if timezone.is_aware(varde) else varde).strftime("%H.%M")


@register.filter
def alder(fodd: date | None, idag: date) -> str:
    """The age in whole years on the day `idag`, without the word *år*. Empty if there is no birth date."""
    return str(frister.age_on(fodd, idag)) if fodd else ""


# --- Clocks: symbol + word + colour -----------------------------------------------------------------------------------
SNART_DAGAR = 7


def langd(dagar: int) -> str:
    """A length of time in words, in its most natural unit: 12 dagar, 3 månader, 2 år."""
    if dagar < 46:
        return antal(dagar, "dag,dagar")
    manader = round(dagar / 30.44)
    if manader < 24:
        return antal(manader, "månad,månader")
    return f"{round(dagar / 365.25)} år"


def tid_kvar(frist: date, idag: date) -> tuple[str, str, str]:
    """The parts of the clock for a deadline: its words, colour class and symbol."""
    dagar = (frist - idag).days
    if dagar < 0:
        return f"{langd(-dagar)} försenat", "sen", "triangel"
    if dagar == 0:
        return "I dag", "snart", "klocka"
    kvar = f"{langd(dagar)} kvar"
    return (kvar, "snart", "klocka") if dagar <= SNART_DAGAR else (kvar, "ok", "bock")


@register.simple_tag
def klocka(
    frist: date | datetime | None, idag: date, *, bricka: bool = False, lugn: bool = False, med_datum: bool = True
) -> SafeString:
    """A clock such as *3 dagar kvar*, with the date beneath.

    `bricka` draws a box around a day that is late or near. `lugn` makes the clock grey, as in the införandekö.
    """
    dag = _day(frist)
    return _clock(dag, idag, bricka, lugn, med_datum) if dag else SafeString("")


@lru_cache(maxsize=1000)
def _clock(dag: date, idag: date, bricka: bool, lugn: bool, med_datum: bool) -> SafeString:
    ord_, klass, symbol = tid_kvar(dag, idag)
    if lugn:
        klass, symbol = "lugn", "kalender"
    if bricka and klass != "ok":
        klass += " bricka"
    under = ""
    if med_datum:
        under = format_html('<span class="datum"><time datetime="{}">{}</time></span>', iso(dag), datum_kort(dag, idag))
    return format_html('<span class="klocka {}">{}{}</span>{}', klass, ikon(symbol), ord_, under)
