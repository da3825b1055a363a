"""The limits of 9 § warn; they never refuse."""

import datetime as dt

import pytest

from plans.regler import insatser

DAG = dt.date(2027, 3, 9)


def test_all_ten_are_there_in_the_order_of_the_statute():
    assert list(insatser.NIO_PARAGRAFEN) == list(range(1, 11))
    assert all(r.namn and r.lagtext for r in insatser.NIO_PARAGRAFEN.values())


@pytest.mark.parametrize(
    ("lagrum", "krets", "fodd", "antal"),
    [
        (10, 1, "1990-01-01", 0),
        (10, 3, "1990-01-01", 1),
        (7, 1, "2014-01-01", 1),  # turns 13 this year: after the spring term only
        (7, 1, "2013-12-31", 0),
        (2, 1, "1960-03-09", 1),  # 67 in 2027
        (2, 1, "1960-03-10", 0),
        (9, None, "1990-01-01", 1),
        (10, None, "1990-01-01", 1),
    ],
)
def test_warnings(lagrum, krets, fodd, antal):
    found = insatser.varningar(lagrum, personkrets=krets, fodd=dt.date.fromisoformat(fodd), beslutad=DAG)
    assert len(found) == antal
    assert all(text.endswith(".") for text in found)
