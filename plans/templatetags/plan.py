"""What the plan's templates need beyond the built-in tags: look up by `spar`, and pick own words by kind."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def for_spar(utfall: Mapping[str, Any] | None, spar: str) -> Any:
    """What came of the row with this `spar`, or None."""
    return (utfall or {}).get(str(spar))


@register.filter
def av_slag(ord_: Iterable[Mapping[str, Any]], slag: str) -> list[Mapping[str, Any]]:
    """The own words of one kind: mina_ord or sa_ser_jag_det; empty ones are left out."""
    return [o for o in ord_ if o["slag"] == slag and o["text"]]


@register.filter
def per_kalla(ord_: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Own words gathered by what their caption says: who wrote, when, as dictated, confirmed."""
    groups: dict[tuple, list[Mapping[str, Any]]] = {}
    for o in ord_:
        groups.setdefault((o["skrivet_av"], o["skrivet"], o["nedtecknat"], o["bekraftat"]), []).append(o)
    return list(groups.values())


@register.filter
def har_svarat(svar: Iterable[Mapping[str, Any]], som: str) -> bool:
    """True when somebody in that part (personen, god man) has answered."""
    return any(s["som"] == som for s in svar)


@register.filter
def med_svar(svar: Iterable[Mapping[str, Any]], slag: str) -> list[Mapping[str, Any]]:
    """The answers of one kind."""
    return [s for s in svar if s["svar"] == slag]
