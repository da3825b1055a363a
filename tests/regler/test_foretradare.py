"""Who may act on which day, and that the database agrees with the rule for every combination."""

import datetime as dt
import itertools

import pytest

from plans.models import Foretradarskap
from plans.regler import foretradare
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import Ratt
from tests.stod import factories as f

DAG = dt.date(2027, 3, 9)
EN = dt.timedelta(days=1)


def ratt(**values) -> Ratt:
    base = {
        "typ": "god_man",
        "fran": DAG - 9 * EN,
        "till": None,
        "bevaka_ratt": True,
        "sorja_for_person": True,
        "stangd": False,
        "aterkallad": None,
        "vantar_pa_kontroll": False,
        "personen_sager_nej": False,
        "fodd": dt.date(1990, 1, 1),
        "avliden": None,
    }
    return Ratt(**{**base, **values})


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ({}, True),
        ({"bevaka_ratt": False}, True),
        ({"bevaka_ratt": False, "sorja_for_person": False}, False),
        ({"fran": DAG}, True),
        ({"fran": DAG + EN}, False),
        ({"till": DAG}, True),
        ({"till": DAG - EN}, False),
        ({"stangd": True}, False),
        ({"personen_sager_nej": True}, False),
        ({"avliden": DAG}, False),
        ({"aterkallad": DAG}, False),
        ({"aterkallad": DAG + EN}, True),
        ({"vantar_pa_kontroll": True}, False),
        ({"typ": "vardnadshavare", "bevaka_ratt": False, "sorja_for_person": False, "fodd": dt.date(2015, 1, 1)}, True),
        ({"typ": "vardnadshavare", "fodd": dt.date(2009, 3, 9)}, False),  # turns 18 today
        ({"typ": "vardnadshavare", "fodd": dt.date(2009, 3, 10)}, True),  # turns 18 tomorrow
        ({"typ": "vardnadshavare", "fodd": dt.date(2008, 2, 29)}, False),
    ],
)
def test_the_rule(values, holds):
    assert foretradare.galler(ratt(**values), DAG) is holds


def test_the_database_answers_as_the_rule(roles):
    """Try every combination of type, scope, dates and the person's no, around an 18th birthday and 29 February."""
    cases = itertools.product(
        ["vardnadshavare", "god_man", "forvaltare", "formyndare", "ombud"],
        [(True, False), (False, True), (False, False)],
        [None, DAG - EN, DAG],
        [DAG, DAG + EN],
        ["", "nej"],
    )
    rows = [
        f.skap(
            roles.yusuf,
            roles.birgitta,
            roles.ingrid,
            typ=typ,
            bevaka_ratt=scope[0],
            sorja_for_person=scope[1],
            fran=start,
            till=end,
            installning=stance,
        )
        for typ, scope, end, start, stance in cases
        if end is None or end >= start
    ]
    for fodd in (dt.date(2009, 3, 9), dt.date(2009, 3, 10), dt.date(2008, 2, 29), dt.date(1990, 1, 1)):
        roles.yusuf.fodd = fodd
        roles.yusuf.save()
        for today in (DAG, DAG + EN, dt.date(2026, 2, 27), dt.date(2026, 2, 28)):
            found = set(
                Foretradarskap.objects.filter(pk__in=[r.pk for r in rows]).gallande(today).values_list("pk", flat=True)
            )
            again = Foretradarskap.objects.filter(pk__in=[r.pk for r in rows]).select_related("person")
            assert found == {r.pk for r in again if r.galler(today)}, (fodd, today)


@pytest.mark.parametrize(
    ("fodd", "kand", "today", "senast"),
    [
        ("2012-09-09", "2020-01-01", "2027-03-08", None),
        ("2012-09-09", "2020-01-01", "2027-03-09", "2027-09-09"),
        ("2012-02-29", "2020-01-01", "2026-08-27", None),
        ("2012-02-29", "2020-01-01", "2026-08-28", "2027-02-28"),  # 15 on 28 February
        ("2012-08-31", "2020-01-01", "2027-02-28", "2027-08-31"),
        ("2010-05-01", "2027-01-01", "2027-03-09", "2027-07-01"),  # first known at 16: six months from then
        ("2009-05-01", "2027-01-01", "2027-03-09", "2027-05-01"),  # first known at 17: on the 18th birthday
        ("2009-03-09", "2020-01-01", "2027-03-09", None),  # 18 today
    ],
)
def test_formaga(fodd, kand, today, senast):
    days = [dt.date.fromisoformat(d) for d in (fodd, kand, today)]
    assert foretradare.formaga_senast(*days) == (senast and dt.date.fromisoformat(senast))


@pytest.mark.parametrize(
    ("fodd", "kand", "today", "senast"),
    [
        ("2010-03-09", "2020-01-01", "2027-03-08", None),
        ("2010-03-09", "2020-01-01", "2027-03-09", "2028-03-09"),
        ("2008-02-29", "2020-01-01", "2025-02-28", "2026-02-28"),
        ("2008-02-29", "2020-01-01", "2025-02-27", None),
        ("2008-02-29", "2026-02-28", "2026-02-28", None),  # first known as an adult
        ("2005-01-01", "2020-01-01", "2027-03-09", "2023-01-01"),  # long past, and due until it is settled
    ],
)
def test_foretrada(fodd, kand, today, senast):
    days = [dt.date.fromisoformat(d) for d in (fodd, kand, today)]
    assert foretradare.foretrada_senast(*days) == (senast and dt.date.fromisoformat(senast))


GRUND = ("Skriv hur du vet det, till exempel: sa det på mötet den 3 mars.", "installning_grund")


@pytest.mark.parametrize(
    ("installning", "grund", "stop"),
    [
        ("nej", "", GRUND),
        ("nej", "  \n", GRUND),
        ("kan_inte", "", GRUND),
        ("nej", "Sa det på mötet.", None),
        ("kan_inte", "Är medvetslös, enligt läkaren.", None),
        ("ja", "", None),
        ("", "", None),  # not asked: a missing stance never blocks
        ("ja", "Sa det på mötet.", None),
    ],
)
def test_a_no_says_how_it_is_known(installning, grund, stop):
    """FB 12 kap.: the no of a person who is able to decide counts, so others must be able to check how it is known."""
    said = None
    try:
        foretradare.require_ground(installning, grund)
    except Regelbrott as found:
        said = (str(found), found.field)
    assert said == stop
