"""Decisions on insatser: the dates must agree, some decisions need a reason, and a grant leads to an offer."""

import datetime as dt

import pytest

from plans.actions import erbjudanden, insatser
from plans.actions.locks import Konflikt
from plans.models import Actor, Erbjudande, IndividuellPlan, Insats
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def change(roles, row, rev=1, **data) -> Insats:
    return insatser.andra(insats=row, data=data, rev=rev, by=Actor(roles.ingrid, IDAG))


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"beslutad": IDAG + DAG}, "beslutad"),
        ({"verkstalld": IDAG + DAG}, "verkstalld"),
        ({"verkstalld": IDAG - 11 * DAG}, "verkstalld"),
        ({"utfall": "avslag", "verkstalld": IDAG}, "verkstalld"),
        ({"avslutad": IDAG + DAG}, "avslutad"),
        ({"avslutad": IDAG - 11 * DAG}, "avslutad"),
        ({"till": IDAG - 11 * DAG, "till_skal": "Prov"}, "till"),
        ({"till": IDAG + DAG}, "till_skal"),
        ({"till": IDAG + DAG, "till_skal": ""}, "till_skal"),
    ],
)
def test_days_that_do_not_fit_are_said_at_their_field(roles, data, field):
    for act in (
        lambda: f.insats(roles.alva, roles.ingrid, **{"beslutad": IDAG - 10 * DAG} | data),
        lambda: change(roles, f.insats(roles.yusuf, roles.ingrid, 3, beslutad=IDAG - 10 * DAG), **data),
    ):
        with pytest.raises(Regelbrott) as stop:
            act()
        assert stop.value.field == field
    assert not Insats.objects.filter(person=roles.alva).exists()


@pytest.mark.parametrize(
    "data",
    [
        {"beslutad": IDAG, "verkstalld": IDAG},
        {"verkstalld": IDAG - 10 * DAG},
        {"utfall": "avslag"},
        {"till": IDAG - 10 * DAG, "till_skal": "Prov"},
        {"till": None, "verkstalld": None},
    ],
)
def test_days_that_fit(roles, data):
    row = f.insats(roles.alva, roles.ingrid, **{"beslutad": IDAG - 10 * DAG} | data)
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in data} == data


@pytest.mark.parametrize("day", [IDAG - 10 * DAG, IDAG])
def test_an_insats_may_end_on_the_day_of_the_decision_and_today(roles, day):
    row = f.insats(roles.alva, roles.ingrid, beslutad=IDAG - 10 * DAG)
    changed = change(roles, row, avslutad=day)
    changed.refresh_from_db()
    assert (changed.avslutad, changed.rev, changed.lagrum) == (day, 2, 10)
    with pytest.raises(Konflikt):
        change(roles, row, avslutad=None)


def test_a_passed_limit_asks_for_a_reason_but_not_of_a_refusal(roles):
    roles.alva.personkrets = 3
    roles.alva.save()
    assert f.insats(roles.alva, roles.ingrid, utfall="avslag").pk
    with pytest.raises(Regelbrott, match=r"7 § LSS.* Skriv varför det ändå är rätt\.") as stop:
        f.insats(roles.alva, roles.ingrid)
    assert stop.value.field == "varning_skal"
    assert f.insats(roles.alva, roles.ingrid, varning_skal="Dom").varning_skal == "Dom"


# --- The offer -------------------------------------------------------------------------------------------------------
def offers(person) -> list[tuple]:
    rows = Erbjudande.objects.filter(person=person).order_by("pk")
    return list(rows.values_list("insats__lagrum", "senast", "svar"))


def test_the_offer_is_due_in_so_many_days_from_the_decision(roles):
    roles.namnd.erbjud_inom_dagar = 20
    roles.namnd.save()
    f.insats(roles.alva, roles.ingrid, 3, beslutad=IDAG - 5 * DAG)
    f.insats(roles.yusuf, roles.ingrid, 6, beslutad=roles.namnd.infort)
    assert offers(roles.alva) == [(3, IDAG + 15 * DAG, "")]
    assert offers(roles.yusuf) == [(6, roles.namnd.infort + 20 * DAG, "")]


def test_a_decision_from_before_the_portal_waits_in_the_queue(roles):
    f.insats(roles.alva, roles.ingrid, 3, beslutad=roles.namnd.infort - DAG)
    assert offers(roles.alva) == [(3, dt.date(2027, 12, 9), "")]


def test_an_open_offer_serves_the_new_grant_and_is_never_later(roles):
    f.insats(roles.alva, roles.ingrid, 3, beslutad=IDAG - 5 * DAG)
    f.insats(roles.alva, roles.ingrid, 4, beslutad=IDAG - 5 * DAG)
    f.insats(roles.alva, roles.ingrid, 5, beslutad=IDAG)
    assert offers(roles.alva) == [(3, IDAG + 9 * DAG, "")]
    f.insats(roles.alva, roles.ingrid, 6, beslutad=IDAG - 6 * DAG)
    assert offers(roles.alva) == [(6, IDAG + 8 * DAG, "")]


def test_an_offer_that_was_made_is_not_moved(roles):
    f.insats(roles.alva, roles.ingrid, 3)
    erbjudanden.lamna(erbjudande=roles.alva.erbjudanden.get(), hur="brev", datum=IDAG, by=Actor(roles.ingrid, IDAG))
    f.insats(roles.alva, roles.ingrid, 6, beslutad=IDAG - 6 * DAG)
    assert offers(roles.alva) == [(3, IDAG + 14 * DAG, "")]


def test_another_persons_plan_and_offer_are_none_of_this_ones(roles):
    f.utkast(roles.yusuf, roles.ingrid)
    f.insats(roles.skyddad, roles.ingrid, 3)
    f.insats(roles.alva, roles.ingrid, 4)
    assert offers(roles.alva) == [(4, IDAG + 14 * DAG, "")]


def test_a_grant_beside_an_open_plan_goes_into_it(roles):
    f.utkast(roles.alva, roles.ingrid)
    Erbjudande.objects.filter(person=roles.alva).delete()
    f.insats(roles.alva, roles.ingrid, 3)
    assert offers(roles.alva) == []


@pytest.mark.parametrize(("days", "answers"), [(-1, ["ja"]), (0, ["ja", ""]), (1, ["ja", ""])])
def test_a_yes_stands_unless_a_plan_has_ended_since(roles, days, answers):
    plan = f.utkast(roles.alva, roles.ingrid).plan
    ended = IDAG + days * DAG
    IndividuellPlan.objects.filter(pk=plan.pk).update(
        avslutad=ended, avslutad_av=roles.ingrid, avslutad_skal="egen_onskan"
    )
    f.insats(roles.alva, roles.ingrid, 3)
    assert [svar for *_, svar in offers(roles.alva)] == answers


@pytest.mark.parametrize(("before", "after", "made"), [("avslag", "beviljad", 1), ("avslag", "avslag", 0)])
def test_a_refusal_that_a_court_turns_gives_an_offer(roles, before, after, made):
    row = f.insats(roles.alva, roles.ingrid, 3, utfall=before)
    change(roles, row, utfall=after, omfattning="5 timmar")
    assert len(offers(roles.alva)) == made


def test_a_grant_that_stays_a_grant_gives_no_second_offer(roles):
    row = f.insats(roles.alva, roles.ingrid, 3)
    Erbjudande.objects.filter(person=roles.alva).update(
        lamnat=IDAG,
        lamnat_hur="brev",
        lamnat_av=roles.ingrid,
        svar="nej",
        svarade=IDAG,
        svar_av="Alva",
        svar_hur="brev",
    )
    change(roles, row, omfattning="6 timmar")
    assert [svar for *_, svar in offers(roles.alva)] == ["nej"]
