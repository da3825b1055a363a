"""Personnummer and samordningsnummer as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from personnummer import personnummer as oracle

from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from tests.stod import factories

IDAG = dt.date(2027, 3, 9)


@pytest.mark.parametrize(
    "written", ["199001012385", "19900101-2385", "900101-2385", "9001012385", " 19900101 2385 ", "19900101–2385"]
)
def test_ways_of_writing_one_number(written):
    assert personnummer.parse(written, IDAG) == "199001012385"


def test_plus_means_a_hundred_years():
    number = factories.number(fodd_fran=dt.date(1900, 1, 1), fodd_till=dt.date(1925, 12, 31))
    assert personnummer.parse(f"{number[2:8]}+{number[8:]}", IDAG) == number
    assert personnummer.with_hyphen(number, IDAG) == f"{number[:8]}+{number[8:]}"


def test_a_samordningsnummer_has_its_day_plus_sixty():
    assert personnummer.is_samordningsnummer(personnummer.parse("195905792387", IDAG))
    assert personnummer.birth_date("195905792387") == dt.date(1959, 5, 19)


@pytest.mark.parametrize("written", ["194105602397", "195400882394"])
def test_a_samordningsnummer_may_leave_month_or_day_open(written):
    assert personnummer.parse(written, IDAG) == written
    assert personnummer.birth_date(written) is None


def test_every_published_test_number_is_read_as_itself():
    assert [personnummer.parse(n, IDAG) for n in factories.published()] == factories.published()


@given(st.dates(dt.date(1900, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 9999))
def test_the_check_agrees_with_an_independent_package(born, last):
    digits = f"{born:%Y%m%d}{last:04d}"
    try:
        ours = personnummer.parse(digits, IDAG) == digits
    except Regelbrott:
        ours = False
    assert ours == oracle.valid(digits)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "Skriv personnumret med 12 siffror, till exempel 19900101-2385."),
        ("hej", "Skriv personnumret med 12 siffror, till exempel 19900101-2385."),
        ("000000601237", "Numret stämmer inte. Kontrollera siffrorna, även den sista."),
        ("199001012386", "Numret stämmer inte. Kontrollera siffrorna, även den sista."),
        ("199013012385", "Numret stämmer inte. Kontrollera siffrorna, även den sista."),
        ("199001010009", "Numret stämmer inte. Kontrollera siffrorna, även den sista."),  # 000 is never issued
        ("１９９００１０１２３８５", "Skriv personnumret med 12 siffror, till exempel 19900101-2385."),
    ],
)
def test_a_wrong_number_says_what_to_do(written, sentence):
    with pytest.raises(Regelbrott) as stop:
        personnummer.parse(written, IDAG)
    assert (str(stop.value), stop.value.field) == (sentence, "personnummer")


def test_a_birth_day_to_come_is_refused():
    number = factories.number(fodd_fran=dt.date(2010, 1, 1), fodd_till=dt.date(2020, 1, 1))
    with pytest.raises(Regelbrott, match="inte varit än"):
        personnummer.parse(number, dt.date(2009, 12, 31))


@given(st.text(max_size=40))
def test_anything_else_is_a_sentence_and_never_a_crash(text):
    try:
        assert len(personnummer.parse(text, IDAG)) == 12
    except Regelbrott as stop:
        assert str(stop).endswith(".")


@pytest.mark.parametrize("written", ["1990 01 01 2385", "900101 2385", "19900101\u00a02385"])
def test_spaces_anywhere_are_passed_over(written):
    assert personnummer.parse(written, IDAG) == "199001012385"


def test_a_dash_stands_in_one_place_alone():
    for written in ("1990-01-01-2385", "1990–01–01–2385"):
        with pytest.raises(Regelbrott, match="Skriv personnumret med 12 siffror"):
            personnummer.parse(written, IDAG)


@pytest.mark.parametrize(("first", "last"), [("2000-01-01", "2009-12-31"), ("2010-01-01", "2019-12-31")])
def test_ten_digits_are_of_the_century_of_today(first, last):
    number = factories.number(fodd_fran=dt.date.fromisoformat(first), fodd_till=dt.date.fromisoformat(last))
    born = personnummer.birth_date(number)
    for today in (born, dt.date(born.year, 12, 31), dt.date(2010, 12, 31), IDAG):
        if today >= born:
            assert personnummer.parse(number[2:], today) == number


@pytest.mark.parametrize(
    ("number", "today", "read"),
    [
        ("200112612387", "2001-12-01", True),  # born today
        ("200112612387", "2001-11-30", False),
        ("194105602397", "1941-01-01", True),  # day unknown: read from 1 January of the year
        ("194105602397", "1940-12-31", False),
    ],
)
def test_a_number_is_read_from_the_day_of_birth(number, today, read):
    day = dt.date.fromisoformat(today)
    if read:
        assert personnummer.parse(number, day) == number
    else:
        with pytest.raises(Regelbrott, match="inte varit än"):
            personnummer.parse(number, day)


@pytest.mark.parametrize(
    ("digits", "day"),
    [("20011261", "2001-12-01"), ("19590579", "1959-05-19"), ("19900131", "1990-01-31"), ("19410560", None)],
)
def test_the_birth_date(digits, day):
    assert personnummer.birth_date(f"{digits}0000") == (day and dt.date.fromisoformat(day))


def test_an_ordinary_number_is_no_samordningsnummer():
    kinds = [personnummer.is_samordningsnummer(f"{digits}0000") for digits in ("19900131", "19900159", "19900160")]
    assert kinds == [False, False, True]


@pytest.mark.parametrize(
    ("digits", "possible"),
    [
        ("18500101", True),
        ("18491231", False),
        ("19900228", True),
        ("19900230", False),
        ("19901301", False),
        ("19411260", True),  # a samordningsnummer with the day unknown
        ("19411360", False),
        ("19540091", True),  # with the month unknown
        ("19540092", False),
        ("19410592", False),
        ("19540015", False),  # only a samordningsnummer may leave the month open
        ("19540000", False),
    ],
)
def test_a_date_that_can_be(digits, possible):
    """Only the date is tested: the last four digits are 0000, which no real number has."""
    assert personnummer._date_is_possible(f"{digits}0000") is possible


@pytest.mark.parametrize(
    ("today", "shown"),
    [("2026-12-31", "19270122-8138"), ("2027-01-01", "19270122+8138"), ("2090-01-01", "19270122+8138")],
)
def test_the_sign_changes_in_the_year_of_turning_100(today, shown):
    assert personnummer.with_hyphen("192701228138", dt.date.fromisoformat(today)) == shown
