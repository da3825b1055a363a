"""The whole content of a plan version as plain values, in one shape for the page, the snapshot and the paper."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from plans.models import Delning, EgetOrd, FrystOrd, PlanRad, PlanSvar, PlanVersion, Uppfoljning
from plans.models.planned import planned

Content = dict[str, Any]

_DATES = {"fran", "lovat_till", "skrivet", "bekraftat", "samrad_datum", "nasta_omprovning", "faststalld", "svarade"}
_BASICS = (
    "nummer",
    "status",
    "syfte",
    "nulage",
    "onskat_lage",
    "barnets_asikt",
    "barnets_basta",
    "ville_inte_skriva",
    "inga_andra",
    "samordnare",
    "kopia_till",
    "samrad_datum",
    "samrad_med",
    "nasta_omprovning",
    "faststalld",
    "oforandrad",
)


def own_words(version: PlanVersion) -> list[Content]:
    """Words that belong to this version: frozen copies if it is final, else the current ones open to all readers."""
    rows: Sequence[tuple[FrystOrd | EgetOrd, str, dt.date]]
    if not version.ar_utkast:
        rows = [(o, o.skrivet_av, o.skrivet) for o in version.frysta_ord.all()]
    else:
        now = [o for o in version.plan.person.egna_ord.all() if o.lasare == EgetOrd.Lasare.ALLA]
        rows = [(o, o.forfattare_som, timezone.localdate(o.updated_at)) for o in now]
    return [
        {
            "slag": o.slag,
            "fraga": o.fraga,
            "rubrik": EgetOrd.Fraga(o.fraga).label if o.fraga else EgetOrd.Slag(o.slag).label,
            "text": o.text,
            "skrivet_av": name,
            "skrivet": written,
            "nedtecknat": o.nedtecknat,
            "bekraftat": o.bekraftat,
        }
        for o, name, written in rows
    ]


def _row(part: Any, *names: str) -> Content:
    common = ("pk", "ordning", "latt_mening", "text")
    return {"spar": str(part.spar), **{n: getattr(part, n) for n in (*common, *names)}}


def answers_to(delning: Delning | None) -> list[Content]:
    """The latest answer from each person who answered this sharing, in the order of their first answers."""
    latest: dict[tuple[str, str], PlanSvar] = {}
    for s in delning.svar.all() if delning else ():
        latest[(s.namn, s.som)] = s
    return [
        {
            "namn": s.namn,
            "som": s.som,
            "svar": s.svar,
            "svar_text": s.get_svar_display(),
            "text": s.text,
            "svarade": s.svarade,
            "hur": s.get_hur_display(),
        }
        for s in latest.values()
    ]


def read_content(version: PlanVersion, delning: Delning | None = None) -> Content:
    """Everything the plan says, read in a constant number of queries. `delning` supplies the answers."""
    promise = ("ansvarig", "fran", "lovat_till")
    rows = [
        {**_row(r, *promise, "status", "lagrum", "nar", "namn"), "status_text": r.get_status_display()}
        for r in version.planrad_set.all()
    ]
    order = {s: n for n, s in enumerate(PlanRad.Status.values)}
    measures = [_row(a, *promise, "slag", "kontakt") for a in version.atgard_set.all()]
    return {
        **{name: getattr(version, name) for name in _BASICS},
        "samrad_hur": version.get_samrad_hur_display(),
        "ord": own_words(version),
        "mal": [
            {
                **_row(m, "sikt", "delmal", "livsomrade"),
                "sikt_text": m.get_sikt_display(),
                "livsomrade_text": m.get_livsomrade_display(),
            }
            for m in version.malsattning_set.all()
        ],
        "rader": sorted(rows, key=lambda r: (order[r["status"]], r["ordning"], r["pk"])),
        "loften": [a for a in measures if a["slag"] == "lofte"],
        "andra": [a for a in measures if a["slag"] == "andra"],
        "delaktiga": [
            {"pk": d.pk, "spar": str(d.spar), "namn": d.namn, "som": d.som, "ledde": d.ledde, "skrev": d.skrev}
            for d in version.delaktig_set.all()
        ],
        "svar": answers_to(delning),
    }


def from_sharing(delning: Delning) -> Content:
    """A sharing's snapshot with its dates restored and the current answers added."""
    return {**_with_dates(delning.innehall), "svar": answers_to(delning)}


def _with_dates(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _with_dates(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_dates(v) for v in value]
    return dt.date.fromisoformat(value) if key in _DATES and value else value


def outcomes_since(dag: dt.date | OuterRef) -> QuerySet[Uppfoljning]:
    """The latest outcome per `spar`, if it counts for a version that was made final on `dag`.

    The outcome *klart* always counts. Any other counts only if it is dated `dag` or later, so a new version asks again
    about that promise or goal.
    """
    later = Uppfoljning.objects.filter(plan=OuterRef("plan"), spar=OuterRef("spar"), pk__gt=OuterRef("pk"))
    return Uppfoljning.objects.filter(~Exists(later), Q(utfall=Uppfoljning.Utfall.KLART) | Q(datum__gte=dag))


def latest_outcomes(version: PlanVersion) -> dict[str, Uppfoljning]:
    """The outcome of each promise or goal, by `spar`. For a draft, the outcomes that count for the version in force."""
    final = version.plan.gallande if version.ar_utkast else version
    since = final.faststalld if final else None
    rows = _outcomes(plan=version.plan_id, since=since) if since else []
    return {str(u.spar): u for u in rows}


@planned
def _outcomes(plan: int, since: dt.date) -> QuerySet[Uppfoljning]:
    return outcomes_since(since).filter(plan=plan)
