"""Deadlines: anniversaries, reminder steps, ages and working days, tried on every day that matters."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.regler import frister

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("made", "due"),
    [
        ("2024-02-29", "2025-02-28"),
        ("2023-02-28", "2024-02-28"),
        ("2027-01-31", "2028-01-31"),
        ("2027-12-31", "2028-12-31"),
    ],
)
def test_the_review_is_due_on_the_anniversary(made, due):
    assert frister.senaste_omprovning(dt.date.fromisoformat(made)) == dt.date.fromisoformat(due)


def test_never_later_than_a_year_for_any_start_in_ten_years():
    day = dt.date(2024, 1, 1)
    while day < dt.date(2034, 1, 1):
        due = frister.senaste_omprovning(day)
        assert 365 <= (due - day).days <= 366 and (due.year - day.year) == 1
        assert due.month == day.month
        day += dt.timedelta(days=1)


def test_every_step_over_the_days_around_a_deadline():
    due = dt.date(2027, 5, 10)
    steps = {n: frister.reminder_step(due, due + dt.timedelta(days=n)) for n in range(-70, 100)}
    assert {n: s for n, s in steps.items() if n == -70 or steps[n] != steps[n - 1]} == {
        -70: None,
        -60: -60,
        -30: -30,
        0: 0,
        30: 30,
        60: 60,
        90: 90,
    }


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        ("2008-02-29", "2026-02-27", 17),
        ("2008-02-29", "2026-02-28", 18),
        ("2009-03-09", "2027-03-08", 17),
        ("2009-03-09", "2027-03-09", 18),
        ("1927-03-10", "2027-03-09", 99),
    ],
)
def test_age(born, day, years):
    assert frister.age_on(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == years


@given(born=DAYS, today=DAYS, years=st.integers(0, 100))
def test_the_latest_birth_date_is_the_inverse_of_the_age(born, today, years):
    if born <= today and today.year - years >= 1:
        assert (born <= frister.born_at_latest(years, today)) == (frister.age_on(born, today) >= years)


@given(day=DAYS, months=st.integers(0, 60))
def test_months_later_keeps_the_day_or_takes_the_months_last(day, months):
    later = frister.months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


def test_three_months_to_carry_out_a_decision():
    assert frister.verkstallas_senast(dt.date(2026, 11, 30)) == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2027-03-05", 5, "2027-03-12"),  # a Friday
        ("2027-03-06", 1, "2027-03-08"),  # a Saturday
        ("2027-03-24", 5, "2027-04-02"),  # over Easter
        ("2027-06-24", 1, "2027-06-28"),  # midsummer's eve is a holiday
        ("2027-12-23", 5, "2028-01-03"),  # over Christmas and new year, whose eves are holidays too
        ("2027-05-05", 1, "2027-05-07"),  # Ascension Day
        ("2027-05-03", 0, "2027-05-03"),
    ],
)
def test_arbetsdagar(day, count, then):
    assert frister.working_days_later(dt.date.fromisoformat(day), count) == dt.date.fromisoformat(then)


@pytest.mark.parametrize(
    ("years", "today", "born"),
    [
        (18, "2026-02-27", "2008-02-27"),
        (18, "2026-02-28", "2008-02-29"),  # born on the leap day: 18 on 28 February of a common year
        (18, "2026-03-28", "2008-03-28"),
        (18, "2027-02-28", "2009-02-28"),  # no leap day in the year of birth
        (4, "2028-02-28", "2024-02-28"),  # a leap year: 29 February comes tomorrow
        (4, "2028-02-29", "2024-02-29"),
        (18, "2028-02-29", "2010-02-28"),
    ],
)
def test_the_latest_birth_date_around_the_leap_day(years, today, born):
    assert frister.born_at_latest(years, dt.date.fromisoformat(today)) == dt.date.fromisoformat(born)
