"""Deadlines: pure functions of dates.

Sources: 10 § LSS (review at least once a year), 28 f–h §§ LSS (3 months to carry out), lag (1930:173) om beräkning av
lagstadgad tid. The statute names no deadline for offering a plan. JO 4382-2002 finds a year unacceptable, so each
nämnd sets a deadline.
"""

import calendar
import datetime as dt

import holidays

PAMINN_DAGAR_FORE = (60, 30, 0)
PAMINN_DAGAR_EFTER = 30
VERKSTALL_MANADER = 3
_HELG = holidays.Sweden(include_sundays=False, categories=("public", "de_facto"))


def anniversary(day: dt.date, years: int = 1) -> dt.date:
    """The same day `years` later; 29 February becomes 28 February in a common year."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month if it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def senaste_omprovning(faststalld: dt.date) -> dt.date:
    """The last day for the yearly review: the anniversary (10 § LSS)."""
    return anniversary(faststalld)


def age_on(fodd: dt.date, today: dt.date) -> int:
    """Age in whole years; a birthday on 29 February falls on 28 February in common years."""
    years = today.year - fodd.year
    return years - (anniversary(fodd, years) > today)


def reminder_step(frist: dt.date, today: dt.date) -> int | None:
    """The reminder step for `today`, in days relative to `frist`: -60, -30, 0, 30, 60 …; None before the first.

    Only the latest step reached is returned: after missed days, one reminder is sent and not all that were missed.
    """
    late = (today - frist).days
    if late >= PAMINN_DAGAR_EFTER:
        return late // PAMINN_DAGAR_EFTER * PAMINN_DAGAR_EFTER
    reached = [-days for days in PAMINN_DAGAR_FORE if late >= -days]
    return max(reached, default=None)


def verkstallas_senast(beslutad: dt.date) -> dt.date:
    """The last day for carrying out a decision. After it, the delay is reported to IVO (28 f § LSS)."""
    return months_later(beslutad, VERKSTALL_MANADER)


def born_at_latest(years: int, today: dt.date) -> dt.date:
    """The latest birth date that makes a person at least `years` old on `today`. The inverse of `age_on`."""
    year = today.year - years
    if (today.month, today.day) == (2, 28) and not calendar.isleap(today.year) and calendar.isleap(year):
        return dt.date(year, 2, 29)
    return anniversary(today, -years)


def working_days_later(day: dt.date, count: int) -> dt.date:
    """The day `count` working days after `day`.

    Saturdays, Sundays, holidays and the eves of midsummer, Christmas and the new year do not count (lag 1930:173 2 §).
    """
    while count > 0:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in _HELG:
            count -= 1
    return day
