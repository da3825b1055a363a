"""A final plan on paper."""

from datetime import date
from typing import Any

from django.template.loader import render_to_string

from plans.models import EgetOrd, PlanRad, PlanVersion
from plans.papper import bas


def efter_dag(rader: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by the day they are promised, those without a day last."""
    return sorted(rader, key=lambda r: (r["lovat_till"] or r["fran"] or date.max, r["ordning"]))


def vem_gor_vad(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """Every promise: measures by those in the plan, and insatser that somebody has promised by a day."""
    rader = [r for r in innehall["rader"] if r["ansvarig"] and r["lovat_till"]]
    return efter_dag(innehall["loften"] + rader)


def det_har_ska_handa(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """What has an easy sentence, for the last page. Wishes are not told as something that will happen."""
    rader = [r for r in innehall["rader"] if r["status"] != PlanRad.Status.ONSKAD]
    return efter_dag([r for r in [*innehall["loften"], *rader, *innehall["andra"]] if r["latt_mening"]])


def egna_ord(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """The person's own words in the order of the questions, gathered by who wrote them, when and how."""
    grupper: dict[tuple, list[dict[str, Any]]] = {}
    mina = [o for o in innehall["ord"] if o["slag"] == EgetOrd.Slag.MINA_ORD]
    for o in sorted(mina, key=lambda o: EgetOrd.Fraga.values.index(o["fraga"])):
        kalla = (o["skrivet_av"], o["skrivet"], o["nedtecknat"], o["bekraftat"])
        grupper.setdefault(kalla, []).append(o)
    return [{"kalla": ord_[0], "ord": ord_} for ord_ in grupper.values()]


def insatser(innehall: dict[str, Any], vem: str) -> list[dict[str, Any]]:
    """The rows under one heading for each status that has any: Beslutad, Planerad, Önskad, and what that means."""
    means = {
        PlanRad.Status.BESLUTAD: "det finns ett beslut",
        PlanRad.Status.PLANERAD: "vi räknar med den, men den är inte beslutad",
        PlanRad.Status.ONSKAD: f"{vem} vill ha den",
    }
    grupper = []
    for status in PlanRad.Status:
        rader = [r for r in innehall["rader"] if r["status"] == status]
        group = {"status": status.value, "rubrik": status.label.capitalize(), "forklaring": means[status]}
        grupper += [{**group, "rader": rader}] if rader else []
    return grupper


def plan(version: PlanVersion, innehall: dict[str, Any]) -> bytes:
    """The PDF of a version from its `lasning.plan.innehall`."""
    return bas.render(html(version, innehall))


def html(version: PlanVersion, innehall: dict[str, Any]) -> str:
    """The plan as one HTML string, all values escaped by the template."""
    person = version.plan.person
    namn = "" if person.skyddad else person.tilltalsnamn
    vem = namn or "personen"
    return render_to_string(
        "papper/plan.html",
        {
            "v": innehall,
            "person": person,
            "namnd": person.namnd,
            "namn": namn,
            "vem": vem,
            "egna": egna_ord(innehall),
            "ser": [o for o in innehall["ord"] if o["slag"] == EgetOrd.Slag.SA_SER_JAG_DET],
            "insatser": insatser(innehall, vem),
            "loften": vem_gor_vad(innehall),
            "hander": det_har_ska_handa(innehall),
            "personen_svarade": any(s["som"] == "personen" for s in innehall["svar"]),
            "hjalper": [d for d in innehall["delaktiga"] if d["namn"] != person.namn],
        },
    )
