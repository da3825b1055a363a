"""Who may read and who may act, tried with each named insider and outsider."""

import datetime as dt

import pytest

from plans import access
from plans.access.grounds import JOBB
from plans.access.keys import STAFF
from plans.models import Actor, Foretradarskap
from tests.stod import factories as f
from tests.stod.cast import INSIDERS, OUTSIDERS

READ = ("person.las", "plan.las")
STAFF_ONLY = sorted(key.namn for key in access.NYCKLAR.values() if key.vem == STAFF)
JOBS = sorted(key.namn for key in access.NYCKLAR.values() if key.vem == (JOBB,))
ABOUT_A_PERSON = sorted(
    key.namn
    for key in access.NYCKLAR.values()
    if not {ground.kolumn for ground in key.vem} & {"regel"} and key.namn != "utskick.ge"
)


@pytest.mark.parametrize("name", INSIDERS)
def test_insiders_read_alvas_plan(roles, today, name):
    plan = f.klar(roles.alva, roles.ingrid).plan
    user = getattr(roles, name)
    assert [access.may(Actor(user, today), key, plan) for key in READ] == [True, True]
    assert list(access.planer_visible_to(Actor(user, today))) == [plan]


@pytest.mark.parametrize("name", OUTSIDERS)
def test_outsiders_see_and_do_nothing(roles, today, name):
    plan = f.klar(roles.alva, roles.ingrid).plan
    user = getattr(roles, name)
    allowed = [key for key in ABOUT_A_PERSON if access.may(Actor(user, today), key, plan)]
    assert allowed == []
    assert plan not in access.planer_visible_to(Actor(user, today))
    assert roles.alva not in access.personer_visible_to(Actor(user, today))


@pytest.mark.parametrize("name", ["birgitta", "alva_konto"])
def test_the_family_never_does_what_is_the_handlaggares(roles, today, name):
    plan = f.klar(roles.alva, roles.ingrid).plan
    assert [
        k for k in STAFF_ONLY if k != "utskick.ge" and access.may(Actor(getattr(roles, name), today), k, plan)
    ] == []


def test_a_draft_is_staffs_until_it_is_shared(roles, today):
    version = f.utkast(roles.alva, roles.ingrid)
    readers = {n: access.may(Actor(getattr(roles, n), today), "plan.las", version) for n in INSIDERS}
    assert readers == {"ingrid": True, "kerstin": True, "birgitta": False, "alva_konto": False, "javig": False}


def test_a_protected_person_is_only_for_those_who_are_named(roles, today):
    assert roles.skyddad in access.handlagda(Actor(roles.ingrid, today))
    assert roles.skyddad not in access.handlagda(Actor(roles.kerstin, today))


def test_jav_reads_but_does_not_act(roles, today):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(jav=True)
    assert access.may(Actor(roles.birgitta, today), "person.las", roles.alva)
    assert not access.may(Actor(roles.birgitta, today), "ord.skriv", roles.alva)


def test_a_right_ends_at_midnight_and_the_guardians_at_eighteen(roles, today):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(till=today)
    seen = [access.may(Actor(roles.birgitta, today + dt.timedelta(days=n)), "person.las", roles.alva) for n in (0, 1)]
    assert seen == [True, False]
    birthday = roles.yusuf.fodd.replace(year=roles.yusuf.fodd.year + 18)
    seen = [access.may(Actor(roles.pappa, birthday + dt.timedelta(days=n)), "person.las", roles.yusuf) for n in (-1, 0)]
    assert seen == [True, False]


def test_an_unknown_key_is_never_a_yes(roles, today):
    with pytest.raises(KeyError):
        access.may(Actor(roles.ingrid, today), "plan.hittepa", roles.alva)


def test_jobs_do_their_own_work_and_nothing_else(roles, today):
    assert [k for k in access.NYCKLAR if access.may(Actor.system(today), k, roles.alva)] == JOBS
    assert not any(access.may(Actor(roles.ingrid, today), k, None) for k in JOBS)


def test_visible_persons_are_one_query(roles, today, django_assert_num_queries):
    by = Actor(roles.birgitta, today)
    assert by.uppdrag is None
    with django_assert_num_queries(1):
        assert list(access.personer_visible_to(by)) == [roles.alva]
