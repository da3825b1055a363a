"""Tags for the plan's templates: small parts of the page, and filters that pick from the plan's content."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from plans.regler.namn import genitive
from plans.templatetags.dates import datum, iso
from plans.templatetags.pictures import ikon

register = template.Library()

LAGEN = {"beslutad": ("fylld", "Beslutad"), "planerad": ("halv", "Planerad"), "onskad": ("streckad", "Önskad")}
UTFALL = {
    "klart": ("ok", "bock", "Klart"),
    "delvis": ("snart", "halv", "Delvis"),
    "blev_inte": ("sen", "triangel", "Blev inte"),
}
LANKAR = {"grund": ("plan-andra", "Ändra", "penna"), "svar": ("plan-svara-for", "Skriv in ett svar", "plus")}


# --- Parts ----------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/plan_huvud.html")
def plan_huvud(avsnitt: str, rubrik: str, redigera: Any = None) -> dict[str, Any]:
    """The head of a section. With a draft as `redigera`, it has a link to add or change the content."""
    name, lank, symbol = LANKAR.get(avsnitt, ("plandel-ny", "Lägg till", "plus"))
    url = ""
    if redigera and (avsnitt != "svar" or redigera.status == "delad"):
        url = reverse(name, args=[redigera.pk] if avsnitt in LANKAR else [redigera.pk, avsnitt])
    return {"id": avsnitt, "rubrik": rubrik, "url": url, "lank": lank, "symbol": symbol}


@register.inclusion_tag("components/plan_hur.html")
def plan_hur(rad: Mapping[str, Any], uppf: Any, idag: date | None, folj_upp: Any = None) -> dict[str, Any]:
    """The progress of one promise: its outcome, or else a clock.

    With the plan as `folj_upp`, there is also a link to write down the outcome.
    """
    klass, symbol, ord_ = UTFALL[uppf.utfall] if uppf else ("", "", "")
    url = reverse("plan-folj-upp", args=[folj_upp.pk, rad["spar"]]) if folj_upp else ""
    lank = "Skriv om" if uppf else "Skriv hur det gick"
    found = {"rad": rad, "uppf": uppf, "idag": idag, "klass": klass, "symbol": symbol, "ord": ord_}
    return {**found, "url": url, "lank": lank}


@register.inclusion_tag("components/plan_rad_lank.html")
def plan_rad_lank(redigera: Any, slag: str, rad: Mapping[str, Any]) -> dict[str, Any]:
    """The edit link for one row of a draft."""
    url = reverse("plandel-andra", args=[redigera.pk, slag, rad["pk"]])
    return {"url": url, "namn": rad.get("text") or rad["namn"]}


@register.simple_tag
def lage(status: str) -> SafeString:
    """The state of an insats: a filled, half or dashed symbol, always with the word."""
    symbol, ord_ = LAGEN[status]
    return format_html('<span class="status">{}{}</span>', ikon(symbol), ord_)


@register.simple_tag
def nar(rad: Mapping[str, Any]) -> SafeString:
    """When a row happens: the time in words, the first day and the promised day, as far as they are known.

    A wish with none of them says that no decision exists.
    """
    parts = _when(rad, lambda dag: format_html('<time class="nobr" datetime="{}">{}</time>', iso(dag), datum(dag)))
    if not parts and rad.get("status") == "onskad":
        parts = ["Inget beslut finns."]
    return _rows(parts)


@register.simple_tag
def nar_pa_papper(rad: Mapping[str, Any]) -> SafeString:
    """When a row happens, on paper: a wish always says that no decision exists."""
    parts = _when(rad, lambda dag: format_html('<span class="ihop">{}</span>', datum(dag)))
    return _rows(["Inget beslut finns", *parts] if rad.get("status") == "onskad" else parts)


def _when(rad: Mapping[str, Any], day: Callable[[date], SafeString]) -> list[str]:
    parts = [rad["nar"]] if rad.get("nar") else []
    parts += [format_html("Från {}", day(rad["fran"]))] if rad["fran"] else []
    return parts + ([format_html("Senast {}", day(rad["lovat_till"]))] if rad["lovat_till"] else [])


def _rows(parts: list[str]) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((conditional_escape(part),) for part in parts))


@register.simple_tag
def insats_vad(rad: Mapping[str, Any], redigera: Any = None) -> SafeString:
    """An insats's text (left out if it repeats the name), then who is responsible. Empty if there is nothing to add."""
    under = "" if rad["ansvarig"] == rad["text"] else rad["ansvarig"]
    if redigera and not rad["ansvarig"] and rad["status"] != "onskad":
        under = "Ingen ansvarig än"
    text = "" if rad["text"] == rad["namn"] else rad["text"]
    return format_html("{}{}", text, format_html('<span class="datum">{}</span>', under) if under else "")


@register.filter
def rad_i_ord(rad: Mapping[str, Any]) -> str:
    """One row of a version in a sentence or two: its text, sikt, delmål and time."""
    words = rad["text"]
    words += f". {capfirst(rad['sikt_text'])}." if rad.get("sikt_text") else ""
    words += f" Delmål: {rad['delmal']}" if rad.get("delmal") else ""
    return words + (f". {rad['nar']}" if rad.get("nar") else "")


@register.filter
def som_i_ord(d: Mapping[str, Any]) -> str:
    """A participant's role, to be put after the name, ending with a full stop."""
    som = f", {d['som']}" if d["som"] else ""
    return som if som.endswith(".") else f"{som}."


@register.filter
def delaktig_i_ord(d: Mapping[str, Any]) -> str:
    """A participant's role, to be put after the name, and whether they led the meeting or wrote the plan."""
    return som_i_ord(d) + (" Ledde mötet." if d["ledde"] else "") + (" Skrev planen." if d["skrev"] else "")


@register.filter
def samrad_i_ord(innehall: Mapping[str, Any]) -> str:
    """With whom, how and when the plan was agreed."""
    med = f" med {innehall['samrad_med']}" if innehall["samrad_med"] else ""
    hur = f", {innehall['samrad_hur']}" if innehall["samrad_hur"] else ""
    return f"Planen är gjord i samråd{med}{hur} {datum(innehall['samrad_datum'])}."


@register.filter
def versionen(innehall: Mapping[str, Any]) -> str:
    """The version, and the day it became final."""
    final = f", klar {datum(innehall['faststalld'])}" if innehall["faststalld"] else ""
    return f"version {innehall['nummer']}{final}"


# --- Picking --------------------------------------------------------------------------------------------------------
@register.filter
def grunden(innehall: Mapping[str, Any], person: Any) -> list[tuple[str, str]]:
    """(heading, text) for each of the plan's own texts that is filled in."""
    namn = person.tilltalsnamn
    texts = [
        ("Därför gör vi planen", innehall["syfte"]),
        ("Så är det nu", innehall["nulage"]),
        (f"Så vill {namn} ha det", innehall["onskat_lage"]),
        (f"{genitive(namn)} egen åsikt", innehall["barnets_asikt"]),
        ("Barnets bästa", innehall["barnets_basta"]),
        ("Samordnare", innehall["samordnare"]),
        ("De här får en kopia", innehall["kopia_till"]),
    ]
    return [(rubrik, text) for rubrik, text in texts if text]


@register.filter
def for_spar(utfall: Mapping[str, Any] | None, spar: str) -> Any:
    """The outcome of the row with this `spar`, or None."""
    return (utfall or {}).get(str(spar))


@register.filter
def av_slag(ord_: Iterable[Mapping[str, Any]], slag: str) -> list[Mapping[str, Any]]:
    """The egna ord of one kind, mina_ord or sa_ser_jag_det, leaving out empty ones."""
    return [o for o in ord_ if o["slag"] == slag and o["text"]]


@register.filter
def per_kalla(ord_: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Egna ord grouped by caption: who wrote them, when, whether somebody else wrote them down, when confirmed."""
    groups: dict[tuple, list[Mapping[str, Any]]] = {}
    for o in ord_:
        groups.setdefault((o["skrivet_av"], o["skrivet"], o["nedtecknat"], o["bekraftat"]), []).append(o)
    return list(groups.values())


@register.filter
def har_svarat(svar: Iterable[Mapping[str, Any]], som: str) -> bool:
    """True if someone in that role (personen, god man) has answered."""
    return any(s["som"] == som for s in svar)


@register.filter
def med_svar(svar: Iterable[Mapping[str, Any]], slag: str) -> list[Mapping[str, Any]]:
    """The answers of one kind."""
    return [s for s in svar if s["svar"] == slag]
