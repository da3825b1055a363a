"""Numbers in words, plurals, genitives, personnummer. Built in for all templates (settings)."""

import re
from datetime import date

from django import template
from django.utils.safestring import SafeString, mark_safe

from plans.regler import namn, personnummer, sprak

register = template.Library()
register.filter("genitiv", namn.genitive)


@register.filter
def siffra(tal: int, genus: str = "n") -> str:
    """A number as a word up to twelve (tre), above that in figures. `siffra:"t"` gives *ett* for 1."""
    if tal == 1 and genus == "t":
        return "ett"
    return sprak.number_in_words(tal)


@register.filter
def antal(tal: int, former: str) -> str:
    """1 sak, 2 saker: `{{ n|antal:"sak,saker" }}`."""
    ental, flertal = former.split(",")
    return f"{tal} {ental if tal == 1 else flertal}"


@register.filter
def antal_ord(tal: int, former: str) -> str:
    """en sak, tre saker: `{{ n|antal_ord:"sak,saker" }}`; a third part "t" gives ett: "mål,mål,t"."""
    ental, flertal, genus = (former + ",n").split(",")[:3]
    return f"{siffra(tal, genus)} {ental if tal == 1 else flertal}"


@register.filter
def one_line(text: str) -> SafeString:
    """Rendered HTML on one line, without spaces beside its tags, for a title a template writes on several lines."""
    line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return mark_safe(re.sub("(?<=>) | (?=<)", "", line))  # noqa: S308 - rendered already


@register.filter
def utan_punkt(text: str) -> str:
    """The text without its final full stop, where the page adds its own."""
    return str(text).strip().rstrip(".")


@register.filter
def personnummer_visning(nummer: str, idag: date) -> str:
    """19900101-2385 from the twelve digits; with `+` from the year the person turns 100."""
    return personnummer.with_hyphen(nummer, idag) if nummer else ""
