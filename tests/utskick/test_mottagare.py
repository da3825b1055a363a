"""Recipients as rows: exactly one, once in a nämnd, and how each is reached."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from plans.models import Foretradare, Kanal, Mottagare, Person
from plans.utskick import mottagare
from tests import factories as f
from tests.cast import IDAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(roller):
    """Alva's plan."""
    return f.klar(roller.alva, roller.ingrid).plan


def test_told_about_a_plan_are_the_handlaggare_the_foretradare_and_the_person(roller, plan):
    found = mottagare.om_planer([plan], IDAG)[plan.pk]
    assert [m.vem for m in found] == [roller.ingrid, roller.skap.foretradare, roller.alva]
    assert {m.namnd_id for m in found} == {roller.namnd.pk}


def test_the_queries_are_two_however_many_the_plans(roller, plan):
    plans = [plan, f.klar(roller.yusuf, roller.ingrid).plan]
    for some in (plans[:1], plans):
        with CaptureQueriesContext(connection) as queries:
            mottagare.om_planer(some, IDAG)
        assert len(queries) == 2


@pytest.mark.parametrize("columns", [(), ("user", "person"), ("user", "foretradare", "person")])
def test_a_recipient_is_exactly_one(roller, columns):
    who = {"user": roller.ingrid, "foretradare": roller.skap.foretradare, "person": roller.alva}
    with pytest.raises(IntegrityError, match="mottagare_en"), transaction.atomic():
        Mottagare.objects.create(namnd=roller.namnd, **{name: who[name] for name in columns})


def test_a_recipient_is_one_row_in_a_namnd_however_often_it_is_looked_for(roller, plan):
    wanted = mottagare.om_planer([plan], IDAG)[plan.pk]
    first = Mottagare.objects.find_or_create(wanted)
    again = Mottagare.objects.find_or_create(mottagare.om_planer([plan], IDAG)[plan.pk])
    assert first == again and len(first) == Mottagare.objects.count() == 3
    with pytest.raises(IntegrityError, match="mottagare_unik"), transaction.atomic():
        Mottagare.objects.create(namnd=roller.namnd, user=roller.ingrid)


def test_a_recipient_is_in_the_namnd_of_the_foretradare(roller):
    with pytest.raises(IntegrityError, match="mottagare_foretradare_samma_namnd"), transaction.atomic():
        Mottagare.objects.create(namnd=roller.langt_bort.namnd, foretradare=roller.skap.foretradare)
        connection.check_constraints()


def test_a_recipient_is_about_those_whom_it_concerns(roller):
    assert Mottagare(person=roller.alva).om_vem() == [roller.alva]
    assert Mottagare(foretradare=roller.skap.foretradare).om_vem() == [roller.alva]
    assert Mottagare(user=roller.ingrid).om_vem() == []


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


def test_staff_are_mailed_about_the_protected_too(roller):
    staff = Mottagare(user=roller.ingrid)
    assert (staff.kanal, staff.address) == (Kanal.MEJL, "ingrid@example.se")
    assert not staff.for_hand(Person(skyddad=True))
