"""A fact has one meaning: the template filters give the same answers as the rules."""

import datetime as dt

import pytest
from django.template import Context, Template

from plans.regler import frister, namn, personnummer
from plans.regler.sprak import MANADER, VECKODAGAR

LEAP_DAY = dt.date(2008, 2, 29)


def shown(source: str, **values: object) -> str:
    """The expression as a page renders it."""
    return Template("{{ " + source + " }}").render(Context(values))


@pytest.mark.parametrize(
    ("today", "age"),
    [
        (dt.date(2026, 2, 27), "17"),
        (dt.date(2026, 2, 28), "18"),
        (dt.date(2028, 2, 28), "19"),
        (dt.date(2028, 2, 29), "20"),
    ],
)
def test_born_on_leap_day_is_as_old_on_the_page_as_in_the_rules(today, age):
    assert shown("born|alder:today", born=LEAP_DAY, today=today) == age == str(frister.age_on(LEAP_DAY, today))


def test_without_a_day_of_birth_there_is_no_age():
    assert shown("born|alder:today", born=None, today=LEAP_DAY) == ""


@pytest.mark.parametrize("name", ["Alva", "Johannes", "Max", "MARX", "Å", ""])
def test_a_genitive_on_the_page_is_that_of_the_rules(name):
    assert shown("name|genitiv", name=name) == namn.genitive(name)
    assert namn.genitive("") == ""


@pytest.mark.parametrize("today", [dt.date(2026, 12, 31), dt.date(2027, 1, 1)])
def test_a_number_on_the_page_is_that_of_the_rules(today):
    number = "192701228138"
    assert shown("number|personnummer_visning:today", number=number, today=today) == personnummer.with_hyphen(
        number, today
    )
    assert shown("number|personnummer_visning:today", number="", today=today) == ""


def test_months_and_days_stand_in_the_order_of_the_calendar():
    for month in range(1, 13):
        assert shown("day|datum", day=dt.date(2027, month, 1)) == f"1 {MANADER[month - 1]} 2027"
    for day in range(1, 8):  # 1 March 2027 is a Monday
        assert shown("day|veckodag", day=dt.date(2027, 3, day)) == f"{VECKODAGAR[day - 1]} den {day} mars"
