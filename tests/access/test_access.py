"""Who may read and who may act: insiders and outsiders by name."""

import datetime as dt

import pytest

from plans import access
from plans.access.grounds import JOBB
from plans.access.keys import STAFF
from plans.models import Actor, Foretradarskap
from tests import factories as f
from tests.cast import INSIDERS, OUTSIDERS

READ = ("person.las", "plan.las")
STAFF_ONLY = sorted(key.namn for key in access.NYCKLAR.values() if key.vem == STAFF)
JOBS = sorted(key.namn for key in access.NYCKLAR.values() if key.vem == (JOBB,))
ABOUT_A_PERSON = sorted(
    key.namn
    for key in access.NYCKLAR.values()
    if not {ground.kolumn for ground in key.vem} & {"regel"} and key.namn != "utskick.ge"
)


@pytest.mark.parametrize("name", INSIDERS)
def test_insiders_read_alvas_plan(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    user = getattr(roller, name)
    assert [access.may(Actor(user, idag), key, plan) for key in READ] == [True, True]
    assert list(access.planer_visible_to(Actor(user, idag))) == [plan]


@pytest.mark.parametrize("name", OUTSIDERS)
def test_outsiders_see_and_do_nothing(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    user = getattr(roller, name)
    allowed = [key for key in ABOUT_A_PERSON if access.may(Actor(user, idag), key, plan)]
    assert allowed == []
    assert plan not in access.planer_visible_to(Actor(user, idag))
    assert roller.alva not in access.personer_visible_to(Actor(user, idag))


@pytest.mark.parametrize("name", ["birgitta", "alva_konto"])
def test_the_family_never_does_what_is_the_handlaggares(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    assert [
        k for k in STAFF_ONLY if k != "utskick.ge" and access.may(Actor(getattr(roller, name), idag), k, plan)
    ] == []


def test_a_draft_is_staffs_until_it_is_shared(roller, idag):
    version = f.utkast(roller.alva, roller.ingrid)
    readers = {n: access.may(Actor(getattr(roller, n), idag), "plan.las", version) for n in INSIDERS}
    assert readers == {"ingrid": True, "kerstin": True, "birgitta": False, "alva_konto": False, "javig": False}


def test_a_protected_person_is_only_for_those_who_are_named(roller, idag):
    assert roller.skyddad in access.handlagda(Actor(roller.ingrid, idag))
    assert roller.skyddad not in access.handlagda(Actor(roller.kerstin, idag))


def test_jav_reads_but_does_not_act(roller, idag):
    Foretradarskap.objects.filter(pk=roller.skap.pk).update(jav=True)
    assert access.may(Actor(roller.birgitta, idag), "person.las", roller.alva)
    assert not access.may(Actor(roller.birgitta, idag), "ord.skriv", roller.alva)


def test_a_right_ends_at_midnight_and_the_guardians_at_eighteen(roller, idag):
    Foretradarskap.objects.filter(pk=roller.skap.pk).update(till=idag)
    seen = [access.may(Actor(roller.birgitta, idag + dt.timedelta(days=n)), "person.las", roller.alva) for n in (0, 1)]
    assert seen == [True, False]
    birthday = roller.yusuf.fodd.replace(year=roller.yusuf.fodd.year + 18)
    seen = [
        access.may(Actor(roller.pappa, birthday + dt.timedelta(days=n)), "person.las", roller.yusuf) for n in (-1, 0)
    ]
    assert seen == [True, False]


def test_an_unknown_key_is_never_a_yes(roller, idag):
    with pytest.raises(KeyError):
        access.may(Actor(roller.ingrid, idag), "plan.hittepa", roller.alva)


def test_jobs_do_their_own_work_and_nothing_else(roller, idag):
    assert [k for k in access.NYCKLAR if access.may(Actor.system(idag), k, roller.alva)] == JOBS
    assert not any(access.may(Actor(roller.ingrid, idag), k, None) for k in JOBS)


def test_visible_persons_are_one_query(roller, idag, django_assert_num_queries):
    by = Actor(roller.birgitta, idag)
    assert by.uppdrag is None
    with django_assert_num_queries(1):
        assert list(access.personer_visible_to(by)) == [roller.alva]
