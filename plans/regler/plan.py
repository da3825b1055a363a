"""What 10 § LSS requires of a plan, as a checklist over plain values, and what stops it from being made final."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plans.regler.fel import Regelbrott
from plans.regler.frister import senaste_omprovning


@dataclass(frozen=True)
class DraftState:
    """The state of a draft, as plain values."""

    har_egna_ord: bool
    ville_inte_skriva: bool
    har_mal: bool
    har_beslutade: bool
    har_gallande_insatser: bool
    har_atgarder_av_andra: bool
    inga_atgarder_av_andra: bool
    har_delaktiga: bool
    har_samordnare: bool
    delad: bool
    andrad_efter_delning: bool
    personens_svar: str
    rader_utan_ansvarig: int
    rader_utan_latt_mening: int


@dataclass(frozen=True)
class Point:
    """One point of the checklist: its key, its text, whether it is met, in which section, and whether it is a must."""

    nyckel: str
    text: str
    klar: bool
    avsnitt: str
    maste: bool


def checklist(laget: DraftState) -> list[Point]:
    """The points of 10 §, in the plan's reading order. Unmet `maste` points stop *Gör klar planen*."""
    return [
        Point(
            "egna_ord",
            "Personens egna ord, eller att personen inte ville skriva",
            laget.har_egna_ord or laget.ville_inte_skriva,
            "ord",
            False,
        ),
        Point("mal", "Minst ett mål", laget.har_mal, "mal", False),
        Point(
            "beslutade",
            "De insatser som är beslutade",
            laget.har_beslutade or not laget.har_gallande_insatser,
            "insatser",
            True,
        ),
        Point(
            "andra",
            "Vad andra gör, eller att ingen annan gör något",
            laget.har_atgarder_av_andra or laget.inga_atgarder_av_andra,
            "andra",
            True,
        ),
        Point("ansvarig", "Någon som ansvarar för varje rad", laget.rader_utan_ansvarig == 0, "insatser", False),
        Point("latt", "En lätt mening på varje rad", laget.rader_utan_latt_mening == 0, "insatser", False),
        Point("delaktiga", "Vilka som var med", laget.har_delaktiga, "delaktiga", True),
        Point("samordnare", "En samordnare", laget.har_samordnare, "grund", False),
        Point("delad", "Utkastet är delat med personen och företrädare", laget.delad, "dela", True),
        Point("oandrad", "Inget är ändrat efter att utkastet delades", not laget.andrad_efter_delning, "dela", True),
        Point("svar", "Personens svar", bool(laget.personens_svar), "svar", False),
    ]


def require_ready(laget: DraftState, samrad_datum: dt.date | None, today: dt.date) -> None:
    """Raise Regelbrott if a `maste` point is unmet, the day of samråd is missing or in the future, or the answer is no.

    An able person's "jag vill inte ha planen" stops the plan; a missing answer does not (10 § LSS, samråd).
    """
    if laget.personens_svar == "vill_inte":
        raise Regelbrott("Personen har sagt att hen inte vill ha planen. Då kan den inte göras klar.")
    missing = [p.text for p in checklist(laget) if p.maste and not p.klar]
    if missing:
        raise Regelbrott("Det här saknas: " + "; ".join(missing) + ".")
    if samrad_datum is None:
        raise Regelbrott("Skriv vilken dag ni kom överens om planen.", "samrad_datum")
    if samrad_datum > today:
        raise Regelbrott("Dagen för samrådet har inte varit än. Skriv en dag som har varit.", "samrad_datum")


def require_review_in_time(nasta: dt.date, faststalld: dt.date) -> None:
    """Raise Regelbrott unless the next review is after the day the plan is made final, and within a year (10 § LSS)."""
    last = senaste_omprovning(faststalld)
    if nasta > last:
        raise Regelbrott(f"Genomgången ska vara senast {last.isoformat()}, ett år efter att planen blev klar.", "nasta")
    if nasta <= faststalld:
        raise Regelbrott("Genomgången ska vara efter dagen då planen blir klar.", "nasta")


def latest_answer(svar: Sequence[str]) -> str:
    """The last of the answers, which are given in time order; empty when there are none."""
    return svar[-1] if svar else ""
