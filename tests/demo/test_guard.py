"""The demo's invented people, whose passwords are public, can be written only into a demo."""

import random

import pytest
from django.core.management import CommandError, call_command

from plans import checks
from plans.demo import guard, namndbygge, orter
from plans.models import Namnd, Person, User
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def invent() -> None:
    """Call the function with which the command builds a nämnd, without going through the command."""
    namndbygge.build(0, 1, random.Random(1), IDAG)


def test_without_lss_demo_nothing_is_written(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="LSS_DEMO är inte på"):
        call_command("demodata", personer=1)
    with pytest.raises(guard.NotTheDemo):
        invent()
    assert not User.objects.exists() and not Namnd.objects.exists()


@pytest.mark.parametrize(
    ("code", "name"), [("0180", orter.NAMND), (orter.place_of(0)[1], "Socialnämnden"), ("9901", "X")]
)
def test_where_another_namnd_is_nothing_is_written(code, name):
    other = f.namnd(kod=code)
    Namnd.objects.filter(pk=other.pk).update(namn=name)
    with pytest.raises(CommandError, match="en nämnd som inte är demons"):
        call_command("demodata", personer=1)
    with pytest.raises(guard.NotTheDemo):
        invent()
    assert not User.objects.exists() and Namnd.objects.get() == other and not Person.objects.exists()


def test_the_demos_own_namnd_does_not_stop_another():
    invent()
    guard.require_demo()
    assert User.objects.get(username="admin").is_superuser


def test_planterat_without_the_guard_a_real_namnd_gets_a_superuser_that_deploy_finds(monkeypatch, settings):
    f.namnd()
    monkeypatch.setattr(guard, "require_demo", lambda: None)
    invent()
    assert User.objects.get(username="admin").is_superuser
    settings.DEMO = False
    (error,) = checks.no_public_password_opens(None)
    assert error.id == "plans.E010" and "admin" in error.msg
