"""Each recipient is one row for exactly one party, unique in its nämnd. The tests also cover how each is reached."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from plans.models import Foretradare, Kanal, Mottagare, Person
from plans.utskick import mottagare
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(roles):
    """Alva's plan."""
    return f.klar(roles.alva, roles.ingrid).plan


def test_told_about_a_plan_are_the_handlaggare_the_foretradare_and_the_person(roles, plan):
    found = mottagare.about_plans([plan], IDAG)[plan.pk]
    assert [m.vem for m in found] == [roles.ingrid, roles.skap.foretradare, roles.alva]
    assert {m.namnd_id for m in found} == {roles.namnd.pk}


def test_the_queries_are_two_however_many_the_plans(roles, plan):
    plans = [plan, f.klar(roles.yusuf, roles.ingrid).plan]
    for some in (plans[:1], plans):
        with CaptureQueriesContext(connection) as queries:
            mottagare.about_plans(some, IDAG)
        assert len(queries) == 2


@pytest.mark.parametrize("columns", [(), ("user", "person"), ("user", "foretradare", "person")])
def test_a_recipient_is_exactly_one(roles, columns):
    who = {"user": roles.ingrid, "foretradare": roles.skap.foretradare, "person": roles.alva}
    with pytest.raises(IntegrityError, match="mottagare_en"), transaction.atomic():
        Mottagare.objects.create(namnd=roles.namnd, **{name: who[name] for name in columns})


def test_a_recipient_is_one_row_in_a_namnd_however_often_it_is_looked_for(roles, plan):
    wanted = mottagare.about_plans([plan], IDAG)[plan.pk]
    first = Mottagare.objects.find_or_create(wanted)
    again = Mottagare.objects.find_or_create(mottagare.about_plans([plan], IDAG)[plan.pk])
    assert first == again and len(first) == Mottagare.objects.count() == 3
    with pytest.raises(IntegrityError, match="mottagare_unik"), transaction.atomic():
        Mottagare.objects.create(namnd=roles.namnd, user=roles.ingrid)


def test_a_recipient_is_in_the_namnd_of_the_foretradare(roles):
    with pytest.raises(IntegrityError, match="mottagare_foretradare_samma_namnd"), transaction.atomic():
        Mottagare.objects.create(namnd=roles.langt_bort.namnd, foretradare=roles.skap.foretradare)
        connection.check_constraints()


def test_a_recipient_is_about_those_whom_it_concerns(roles):
    assert Mottagare(person=roles.alva).om_vem() == [roles.alva]
    assert Mottagare(foretradare=roles.skap.foretradare).om_vem() == [roles.alva]
    assert Mottagare(user=roles.ingrid).om_vem() == []


@pytest.mark.parametrize(
    ("kanal", "epost", "skyddad", "by_hand"),
    [
        ("mejl", "a@example.se", False, False),
        ("mejl", "a@example.se", True, True),
        ("mejl", "", False, True),
        ("brev", "a@example.se", False, True),
        ("sms", "a@example.se", False, True),
    ],
)
def test_mail_is_for_those_who_want_it_about_somebody_who_is_not_protected(kanal, epost, skyddad, by_hand):
    family = Mottagare(foretradare=Foretradare(kanal=kanal, epost=epost))
    assert family.for_hand(Person(skyddad=skyddad)) is by_hand
    assert (family.kanal, family.address) == (kanal, epost)


def test_staff_are_mailed_about_the_protected_too(roles):
    staff = Mottagare(user=roles.ingrid)
    assert (staff.kanal, staff.address) == (Kanal.MEJL, "ingrid@example.se")
    assert not staff.for_hand(Person(skyddad=True))
