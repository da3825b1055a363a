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
    """A number as a word (*tre*) up to twelve, above that in figures. `siffra:"t"` gives *ett* for 1."""
    if tal == 1 and genus == "t":
        return "ett"
    return sprak.number_in_words(tal)


@register.filter
def antal(tal: int, former: str) -> str:
    """A number and its noun: `{{ n|antal:"sak,saker" }}` writes *1 sak* or *2 saker*."""
    ental, flertal = former.split(",")
    return f"{tal} {ental if tal == 1 else flertal}"


@register.filter
def antal_ord(tal: int, former: str) -> str:
    """A number in words and its noun: `{{ n|antal_ord:"sak,saker" }}` writes *en sak* or *tre saker*.

    A third part *t* is for nouns that take *ett*: "mål,mål,t".
    """
    ental, flertal, genus = (former + ",n").split(",")[:3]
    return f"{siffra(tal, genus)} {ental if tal == 1 else flertal}"


@register.filter
def one_line(text: str) -> SafeString:
    """Put rendered HTML on one line, with no spaces beside tags. For a title that is several lines in its template."""
    line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return mark_safe(re.sub("(?<=>) | (?=<)", "", line))  # noqa: S308 - rendered already


@register.filter
def utan_punkt(text: str) -> str:
    """The text without its final full stop, where the page adds its own."""
    return str(text).strip().rstrip(".")


@register.filter
def personnummer_visning(nummer: str, idag: date) -> str:
    """Write the twelve digits as *19900101-2385*, with `+` from the year in which the person turns 100."""
    return personnummer.with_hyphen(nummer, idag) if nummer else ""
