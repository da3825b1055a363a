"""`demodata` with options: several nämnder, few persons, too many persons."""

import random
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from plans.demo import inskrivning
from plans.models import Namnd, Person, User
from tests.stod.cast import IDAG


@pytest.mark.slow
def test_two_namnder_keep_apart_and_a_third_is_added(db):
    call_command("demodata", namnder=2)
    first, second = Namnd.objects.order_by("kommunkod")
    assert [n.personer.count() for n in (first, second)] == [265, 265]
    assert first.kommun != second.kommun
    assert {u.uppdrag.get().enhet.namnd for u in User.objects.filter(uppdrag__roll="chef")} == {first, second}
    names = [{p.namn for p in n.personer.all()} for n in (first, second)]
    assert len(names[0] & names[1]) < 265 / 10
    call_command("demodata", namnder=3, personer=20)
    assert [n.personer.count() for n in Namnd.objects.order_by("kommunkod")] == [265, 265, 20]


def test_a_user_name_that_is_taken_is_drawn_again():
    class Drawn(random.Random):
        def random(self) -> float:
            return 0

        def randint(self, *ends: int) -> int:
            return next(numbers)

    numbers = iter((9445, 9445, 1002))
    place = SimpleNamespace(rng=Drawn(), today=IDAG, konton={"person2006-9445": User()})
    one = SimpleNamespace(nummer="200601012384", fodd=IDAG.replace(year=2006), skyddad=False)
    assert inskrivning._own_username(place, one) == "person2006-1002"


def test_too_many_persons_leave_nothing_behind(db):
    with pytest.raises(CommandError, match="testpersonnummer"):
        call_command("demodata", personer=5000)
    assert not Namnd.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize("options", [{"namnder": 0}, {"namnder": 91}, {"personer": 0}])
def test_impossible_numbers_are_refused_in_words(db, options):
    with pytest.raises(CommandError, match="Det ska vara"):
        call_command("demodata", **options)
