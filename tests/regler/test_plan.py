"""What 10 § LSS asks of a plan, point by point, and what stops *Gör klar planen*."""

import datetime as dt
from dataclasses import replace

import pytest

from plans.regler import plan
from plans.regler.fel import Regelbrott
from plans.regler.plan import DraftState

DAG = dt.date(2027, 3, 9)
EN = dt.timedelta(days=1)
HEL = DraftState(
    har_egna_ord=True,
    ville_inte_skriva=False,
    har_mal=True,
    har_beslutade=True,
    har_gallande_insatser=True,
    har_atgarder_av_andra=True,
    inga_atgarder_av_andra=False,
    har_delaktiga=True,
    har_samordnare=True,
    delad=True,
    andrad_efter_delning=False,
    personens_svar="haller_med",
    rader_utan_ansvarig=0,
    rader_utan_latt_mening=0,
)


def stopped(action, *args) -> tuple[str, str] | None:
    """The sentence and field of the Regelbrott, or None when the action goes through."""
    try:
        action(*args)
    except Regelbrott as stop:
        return str(stop), stop.field
    return None


def test_the_points_stand_in_the_order_of_the_plan_and_five_of_them_stop_it():
    assert [(p.nyckel, p.avsnitt, p.maste) for p in plan.checklist(HEL)] == [
        ("egna_ord", "ord", False),
        ("mal", "mal", False),
        ("beslutade", "insatser", True),
        ("andra", "andra", True),
        ("ansvarig", "insatser", False),
        ("latt", "insatser", False),
        ("delaktiga", "delaktiga", True),
        ("samordnare", "grund", False),
        ("delad", "dela", True),
        ("oandrad", "dela", True),
        ("svar", "svar", False),
    ]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        ({"har_egna_ord": False}, ["egna_ord"]),
        ({"har_egna_ord": False, "ville_inte_skriva": True}, []),  # not writing is the person's choice
        ({"har_mal": False}, ["mal"]),
        ({"har_beslutade": False}, ["beslutade"]),
        ({"har_beslutade": False, "har_gallande_insatser": False}, []),  # no insats is in force, so none is missing
        ({"har_gallande_insatser": False}, []),
        ({"har_atgarder_av_andra": False}, ["andra"]),
        ({"har_atgarder_av_andra": False, "inga_atgarder_av_andra": True}, []),
        ({"rader_utan_ansvarig": 1}, ["ansvarig"]),
        ({"rader_utan_latt_mening": 1}, ["latt"]),
        ({"har_delaktiga": False}, ["delaktiga"]),
        ({"har_samordnare": False}, ["samordnare"]),
        ({"delad": False}, ["delad"]),
        ({"andrad_efter_delning": True}, ["oandrad"]),
        ({"personens_svar": ""}, ["svar"]),
        ({"personens_svar": "vill_inte"}, []),  # a no is an answer
    ],
)
def test_what_is_missing(changes, missing):
    assert [p.nyckel for p in plan.checklist(replace(HEL, **changes)) if not p.klar] == missing


NEJ = ("Personen har sagt att hen inte vill ha planen. Då kan den inte göras klar.", "")
INGEN_DAG = ("Skriv vilken dag ni kom överens om planen.", "samrad_datum")
FOR_TIDIGT = ("Dagen för samrådet har inte varit än. Skriv en dag som har varit.", "samrad_datum")


@pytest.mark.parametrize(
    ("changes", "samrad", "stop"),
    [
        ({}, DAG, None),
        ({}, DAG - 400 * EN, None),
        ({}, DAG + EN, FOR_TIDIGT),
        ({}, None, INGEN_DAG),  # 10 § LSS: the plan is made in samråd with the person
        ({"personens_svar": ""}, DAG, None),  # a missing answer stops nothing
        ({"personens_svar": "haller_inte_med"}, DAG, None),
        ({"personens_svar": "vill_inte"}, DAG, NEJ),
        ({"personens_svar": "vill_inte", "delad": False}, None, NEJ),  # the no is reported first
        ({"har_egna_ord": False, "har_mal": False, "har_samordnare": False}, DAG, None),  # wanted, not required
        ({"rader_utan_ansvarig": 2, "rader_utan_latt_mening": 2}, DAG, None),
        ({"har_delaktiga": False}, DAG, ("Det här saknas: Vilka som var med.", "")),
        (
            {"har_beslutade": False, "har_atgarder_av_andra": False},
            None,
            (
                "Det här saknas: De insatser som är beslutade; Vad andra gör, eller att ingen annan gör något.",
                "",
            ),
        ),
        (
            {"delad": False, "andrad_efter_delning": True},
            DAG,
            (
                "Det här saknas: Utkastet är delat med personen och företrädare; "
                "Inget är ändrat efter att utkastet delades.",
                "",
            ),
        ),
    ],
)
def test_what_stops_a_plan_from_being_made_final(changes, samrad, stop):
    assert stopped(plan.require_ready, replace(HEL, **changes), samrad, DAG) == stop


@pytest.mark.parametrize(
    ("faststalld", "nasta", "stop"),
    [
        ("2027-03-09", "2027-03-10", None),
        ("2027-03-09", "2028-03-09", None),  # the anniversary: at least once a year, 10 § LSS
        (
            "2027-03-09",
            "2028-03-10",
            ("Genomgången ska vara senast 2028-03-09, ett år efter att planen blev klar.", "nasta"),
        ),
        ("2028-02-29", "2029-02-28", None),
        (
            "2028-02-29",
            "2029-03-01",
            ("Genomgången ska vara senast 2029-02-28, ett år efter att planen blev klar.", "nasta"),
        ),
        ("2027-03-09", "2027-03-09", ("Genomgången ska vara efter dagen då planen blir klar.", "nasta")),
        ("2027-03-09", "2027-03-08", ("Genomgången ska vara efter dagen då planen blir klar.", "nasta")),
    ],
)
def test_the_next_review_is_within_the_year(faststalld, nasta, stop):
    days = (dt.date.fromisoformat(nasta), dt.date.fromisoformat(faststalld))
    assert stopped(plan.require_review_in_time, *days) == stop


def test_the_latest_answer_is_the_answer():
    assert [plan.latest_answer(s) for s in ([], ["haller_med"], ["haller_med", "prata"])] == [
        "",
        "haller_med",
        "prata",
    ]
