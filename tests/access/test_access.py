"""Who may read and who may act: insiders and outsiders by name."""

import datetime as dt

import pytest

from plans import access
from plans.models import Foretradarskap
from tests import factories as f
from tests.cast import INSIDERS, OUTSIDERS

READ = ("person.las", "plan.las")
STAFF_ONLY = sorted(k for k, grounds in access.KEYS.items() if grounds == access.STAFF)


@pytest.mark.parametrize("name", INSIDERS)
def test_insiders_read_alvas_plan(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    user = getattr(roller, name)
    assert [access.may(user, key, plan, idag) for key in READ] == [True, True]
    assert list(access.planer_visible_to(user, idag)) == [plan]


@pytest.mark.parametrize("name", OUTSIDERS)
def test_outsiders_see_and_do_nothing(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    user = getattr(roller, name)
    allowed = [key for key in access.KEYS if key != "utskick.ge" and access.may(user, key, plan, idag)]
    assert allowed == []
    assert plan not in access.planer_visible_to(user, idag)
    assert roller.alva not in access.personer_visible_to(user, idag)


@pytest.mark.parametrize("name", ["birgitta", "alva_konto"])
def test_the_family_never_does_what_is_the_handlaggares(roller, idag, name):
    plan = f.klar(roller.alva, roller.ingrid).plan
    assert [k for k in STAFF_ONLY if k != "utskick.ge" and access.may(getattr(roller, name), k, plan, idag)] == []


def test_a_draft_is_staffs_until_it_is_shared(roller, idag):
    version = f.utkast(roller.alva, roller.ingrid)
    readers = {n: access.may(getattr(roller, n), "plan.las", version, idag) for n in INSIDERS}
    assert readers == {"ingrid": True, "kerstin": True, "birgitta": False, "alva_konto": False, "javig": False}


def test_a_protected_person_is_only_for_those_who_are_named(roller, idag):
    assert roller.skyddad in access.handlagda(roller.ingrid, idag)
    assert roller.skyddad not in access.handlagda(roller.kerstin, idag)


def test_jav_reads_but_does_not_act(roller, idag):
    Foretradarskap.objects.filter(pk=roller.skap.pk).update(jav=True)
    assert access.may(roller.birgitta, "person.las", roller.alva, idag)
    assert not access.may(roller.birgitta, "ord.skriv", roller.alva, idag)


def test_a_right_ends_at_midnight_and_the_guardians_at_eighteen(roller, idag):
    Foretradarskap.objects.filter(pk=roller.skap.pk).update(till=idag)
    seen = [access.may(roller.birgitta, "person.las", roller.alva, idag + dt.timedelta(days=n)) for n in (0, 1)]
    assert seen == [True, False]
    birthday = roller.yusuf.fodd.replace(year=roller.yusuf.fodd.year + 18)
    seen = [access.may(roller.pappa, "person.las", roller.yusuf, birthday + dt.timedelta(days=n)) for n in (-1, 0)]
    assert seen == [True, False]


def test_an_unknown_key_is_never_a_yes(roller, idag):
    with pytest.raises(KeyError):
        access.may(roller.ingrid, "plan.hittepa", roller.alva, idag)


def test_jobs_do_their_own_work_and_nothing_else(roller, idag):
    assert [k for k in access.KEYS if access.may(access.SYSTEM, k, roller.alva, idag)] == []
    assert not any(access.may(roller.ingrid, k, None, idag) for k in access.SYSTEM_KEYS)


def test_visible_persons_are_one_query(roller, idag, django_assert_num_queries):
    user = roller.birgitta
    access.uppdrag(user, idag)
    with django_assert_num_queries(1):
        assert list(access.personer_visible_to(user, idag)) == [roller.alva]
