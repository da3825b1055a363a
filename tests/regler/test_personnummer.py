"""Personnummer and samordningsnummer as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from personnummer import personnummer as oracle

from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from tests import factories

IDAG = dt.date(2027, 3, 9)


@pytest.mark.parametrize(
    "written", ["199001012385", "19900101-2385", "900101-2385", "9001012385", " 19900101 2385 ", "19900101–2385"]
)
def test_ways_of_writing_one_number(written):
    assert personnummer.las(written, IDAG) == "199001012385"


def test_plus_means_a_hundred_years():
    number = factories.number(fodd_fran=dt.date(1900, 1, 1), fodd_till=dt.date(1925, 12, 31))
    assert personnummer.las(f"{number[2:8]}+{number[8:]}", IDAG) == number
    assert personnummer.visa(number, IDAG) == f"{number[:8]}+{number[8:]}"


def test_a_samordningsnummer_has_its_day_plus_sixty():
    assert personnummer.ar_samordningsnummer(personnummer.las("195905792387", IDAG))
    assert personnummer.fodelsedatum("195905792387") == dt.date(1959, 5, 19)


@pytest.mark.parametrize("written", ["194105602397", "195400882394"])
def test_a_samordningsnummer_may_leave_month_or_day_open(written):
    assert personnummer.las(written, IDAG) == written
    assert personnummer.fodelsedatum(written) is None


def test_every_published_test_number_is_read_as_itself():
    assert [personnummer.las(n, IDAG) for n in factories.published()] == factories.published()


@given(st.dates(dt.date(1900, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 9999))
def test_the_check_agrees_with_an_independent_package(born, last):
    digits = f"{born:%Y%m%d}{last:04d}"
    try:
        ours = personnummer.las(digits, IDAG) == digits
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
        ("１９９００１０１２３８５", "Skriv personnumret med 12 siffror, till exempel 19900101-2385."),
    ],
)
def test_a_wrong_number_says_what_to_do(written, sentence):
    with pytest.raises(Regelbrott) as stop:
        personnummer.las(written, IDAG)
    assert (str(stop.value), stop.value.field) == (sentence, "personnummer")


def test_a_birth_day_to_come_is_refused():
    number = factories.number(fodd_fran=dt.date(2010, 1, 1), fodd_till=dt.date(2020, 1, 1))
    with pytest.raises(Regelbrott, match="inte varit än"):
        personnummer.las(number, dt.date(2009, 12, 31))


@given(st.text(max_size=40))
def test_anything_else_is_a_sentence_and_never_a_crash(text):
    try:
        assert len(personnummer.las(text, IDAG)) == 12
    except Regelbrott as stop:
        assert str(stop).endswith(".")
