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
        (7, 1, "2014-01-01", 1),  # turns 13 this year: allowed only after the spring term
        (7, 1, "2013-12-31", 0),
        (2, 1, "1960-03-09", 1),  # turns 67 today
        (2, 1, "1960-03-10", 0),
        (9, None, "1990-01-01", 1),
        (10, None, "1990-01-01", 1),
    ],
)
def test_warnings(lagrum, krets, fodd, antal):
    found = insatser.warnings(lagrum, personkrets=krets, fodd=dt.date.fromisoformat(fodd), beslutad=DAG)
    assert len(found) == antal
    assert all(text.endswith(".") for text in found)


ASSISTANS = "Personlig assistans beviljas före pensionsåldern och får sedan inte bli mer (9 b § LSS)."
TILLSYN = "Korttidstillsyn gäller efter vårterminen det år personen fyller 13 (9 § 7 LSS)."
DAGLIG = "Daglig verksamhet är till för personkrets 1 och 2 (7 § LSS)."
KRETS = "Personkretsen är inte ifylld (1 § LSS)."


@pytest.mark.parametrize(
    ("lagrum", "krets", "fodd", "beslutad", "sentences"),
    [
        # 9 b §: the age limit is 65 years, 66 from 2023 and 67 from 2026
        (2, 1, "1958-01-01", "2022-12-31", []),
        (2, 1, "1957-12-31", "2022-12-31", [ASSISTANS]),
        (2, 1, "1957-01-02", "2023-01-01", []),
        (2, 1, "1957-01-01", "2023-01-01", [ASSISTANS]),
        (2, 1, "1960-01-01", "2025-12-31", []),
        (2, 1, "1959-12-31", "2025-12-31", [ASSISTANS]),
        (2, 1, "1959-01-02", "2026-01-01", []),
        (2, 1, "1959-01-01", "2026-01-01", [ASSISTANS]),
        (3, 1, "1930-01-01", "2027-03-09", []),
        # 9 § 7: allowed from the end of the spring term (here 15 June) in the year of the 13th birthday
        (7, 1, "2014-01-01", "2027-06-14", [TILLSYN]),
        (7, 1, "2014-12-31", "2027-06-15", []),
        (6, 1, "2014-01-01", "2027-06-14", []),
        # 7 §: the insats of 9 § 10 is only for personkrets 1 and 2
        (10, 2, "1990-01-01", "2027-03-09", []),
        (10, 3, "1990-01-01", "2027-03-09", [DAGLIG]),
        (9, 3, "1990-01-01", "2027-03-09", []),
        (2, None, "1950-01-01", "2027-03-09", [ASSISTANS, KRETS]),
    ],
)
def test_which_limit_and_from_which_day(lagrum, krets, fodd, beslutad, sentences):
    born, decided = dt.date.fromisoformat(fodd), dt.date.fromisoformat(beslutad)
    assert insatser.warnings(lagrum, personkrets=krets, fodd=born, beslutad=decided) == sentences
