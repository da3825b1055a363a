"""Assessments before a person turns 15 and 18: the last day to make them is the birthday."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.lasning.att_gora import tasks
from plans.models import Person
from tests.lasning.att_gora.waiting import waiting
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "age", "button"), [("formaga", 15, "Bedöm förmåga"), ("foretrada", 18, "Skriv hur det blir")]
)
def test_the_last_day_is_the_birthday(roles, kind, age, button):
    born = dt.date(IDAG.year - age, 5, 1)
    Person.objects.filter(pk=roles.alva.pk).update(fodd=born, created_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert (kind, dt.date(IDAG.year, 5, 1), "kommande") in waiting(roles.alva)
    rows = Person.objects.filter(pk=roles.alva.pk).select_related("namnd")
    (task,) = (task for task in tasks(rows, IDAG) if task.slag.name == kind)
    assert task.button_alone == task.words.button == button
    assert task.words.url == reverse("bedomning-gor", args=[roles.alva.pk, kind])
