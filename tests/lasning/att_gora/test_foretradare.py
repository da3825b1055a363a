"""Tasks in Att göra: the second check of a right and its later recheck, with no name if the person is protected."""

import datetime as dt

import pytest

from plans.lasning.att_gora import second_checks, tasks
from plans.models import Foretradarskap, Person
from tests.lasning.att_gora.waiting import DAG, waiting
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def headings(skap: Foretradarskap) -> list[str]:
    """The headings of the tasks about a right to act, the second check first."""
    rows = Foretradarskap.objects.filter(pk=skap.pk)
    rows = rows.select_related("person__namnd", "foretradare", "verifierad_av")
    again = [task for task in tasks([rows[0].person], IDAG) if task.slag.name == "igen"]
    return [task.words.heading for task in (*second_checks(rows, IDAG), *again)]


def test_a_right_is_looked_at_again_from_thirty_days_before(roles):
    Foretradarskap.objects.filter(person=roles.alva).update(kontrolleras_igen=IDAG + 30 * DAG)
    assert ("igen", IDAG + 30 * DAG, "kommande") in waiting(roles.alva)
    assert "igen" not in [kind for kind, *_ in waiting(roles.alva, today=IDAG - DAG)]


def test_a_second_check_has_the_working_days_of_the_namnd(roles):
    friday = dt.datetime(2027, 3, 5, 12, tzinfo=dt.UTC)
    Foretradarskap.objects.filter(person=roles.alva).update(verifierad_at=friday)
    rows = Foretradarskap.objects.filter(person=roles.alva)
    rows = rows.select_related("person__namnd", "foretradare", "verifierad_av")
    assert {task.frist for task in second_checks(rows, IDAG)} == {dt.date(2027, 3, 12)}


def test_no_foretradare_of_a_protected_person_is_named(roles):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(kontrolleras_igen=IDAG)
    name = roles.skap.foretradare.namn
    assert headings(roles.skap) == [
        f"Kontrollera {name}, god man",
        f"Kontrollera att {name}, god man, fortfarande företräder",
    ]
    Person.objects.filter(pk=roles.alva.pk).update(skyddad=True)
    assert headings(roles.skap) == [
        "Kontrollera en företrädare",
        "Kontrollera att en företrädare fortfarande företräder",
    ]
