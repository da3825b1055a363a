"""A final plan on paper."""

from datetime import date
from typing import Any

from django.template.loader import render_to_string

from plans.models import EgetOrd, PlanRad, PlanVersion


def by_day(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort rows by the promised day, or else by the first day. Rows without either come last."""
    return sorted(rows, key=lambda r: (r["lovat_till"] or r["fran"] or date.max, r["ordning"]))


def promises(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Every promise: the löften, and the insatser that someone has promised by a certain day."""
    rows = [r for r in content["rader"] if r["ansvarig"] and r["lovat_till"]]
    return by_day(content["loften"] + rows)


def easy_sentences(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows with an easy sentence, for the last page. Wishes are left out: they are not something that will happen."""
    rows = [r for r in content["rader"] if r["status"] != PlanRad.Status.ONSKAD]
    return by_day([r for r in [*content["loften"], *rows, *content["andra"]] if r["latt_mening"]])


def own_words(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The person's own words in question order, grouped by who wrote them, when and how."""
    groups: dict[tuple, list[dict[str, Any]]] = {}
    own = [o for o in content["ord"] if o["slag"] == EgetOrd.Slag.MINA_ORD]
    for o in sorted(own, key=lambda o: EgetOrd.Fraga.values.index(o["fraga"])):
        source = (o["skrivet_av"], o["skrivet"], o["nedtecknat"], o["bekraftat"])
        groups.setdefault(source, []).append(o)
    return [{"kalla": words[0], "ord": words} for words in groups.values()]


def by_status(content: dict[str, Any], who: str) -> list[dict[str, Any]]:
    """Group the rows by status (Beslutad, Planerad, Önskad), each explained in words. Empty groups are left out."""
    means = {
        PlanRad.Status.BESLUTAD: "det finns ett beslut",
        PlanRad.Status.PLANERAD: "vi räknar med den, men den är inte beslutad",
        PlanRad.Status.ONSKAD: f"{who} vill ha den",
    }
    groups = []
    for status in PlanRad.Status:
        rows = [r for r in content["rader"] if r["status"] == status]
        group = {"status": status.value, "rubrik": status.label.capitalize(), "forklaring": means[status]}
        groups += [{**group, "rader": rows}] if rows else []
    return groups


def plan(version: PlanVersion, content: dict[str, Any]) -> bytes:
    """The PDF of a version. `content` is what `innehall.read_content` returns for it."""
    from plans.papper import bas  # here, since WeasyPrint takes a second to import, and only the worker renders

    return bas.render(html(version, content))


def html(version: PlanVersion, content: dict[str, Any]) -> str:
    """The plan as one HTML string, all values escaped by the template."""
    person = version.plan.person
    name = "" if person.skyddad else person.tilltalsnamn
    who = name or "personen"
    return render_to_string(
        "papper/plan.html",
        {
            "v": content,
            "person": person,
            "namnd": person.namnd,
            "namn": name,
            "vem": who,
            "egna": own_words(content),
            "ser": [o for o in content["ord"] if o["slag"] == EgetOrd.Slag.SA_SER_JAG_DET],
            "insatser": by_status(content, who),
            "loften": promises(content),
            "hander": easy_sentences(content),
            "personen_svarade": any(s["som"] == "personen" for s in content["svar"]),
            "hjalper": [d for d in content["delaktiga"] if d["namn"] != person.namn],
        },
    )
