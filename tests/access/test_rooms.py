"""Each login has one room. Somebody with several appointments gets the room of the first in a fixed order."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from plans import access
from plans.models import Actor, Foretradarskap, Uppdrag
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("who", "room", "namnd"),
    [
        ("ingrid", "handlaggare", "namnd"),
        ("nadia", "handlaggare", "annan_namnd"),
        ("carin", "chef", "namnd"),
        ("greta", "granskare", "namnd"),
        ("rut", "registrator", "namnd"),
        ("admin", "admin", None),
        ("alva_konto", "enskild", "namnd"),
        ("birgitta", "foretradare", "namnd"),
        ("slutat", "foretradare", "namnd"),
        ("ingen", "foretradare", None),
    ],
)
def test_the_room_of_each(roles, who, room, namnd, django_assert_max_num_queries):
    by = Actor(getattr(roles, who), IDAG)
    assert by.uppdrag is None or room != "admin"
    with django_assert_max_num_queries(2):
        assert access.rum(by) == (room, namnd and getattr(roles, namnd))


@pytest.mark.parametrize("user", [None, AnonymousUser()])
def test_nobody_has_no_room(db, user):
    assert access.rum(Actor(user, IDAG)) == ("", None)


def test_a_representative_in_another_namnd_is_in_that_one(roles):
    """The room's nämnd is where this representative is registered, even if others were registered before."""
    far = f.user("fjarran_gm")
    f.skap(roles.fjarran, far, roles.nadia)
    assert access.rum(Actor(far, IDAG)) == ("foretradare", roles.annan_namnd)


def test_a_person_who_acts_for_somebody_today_has_both_rooms_in_one(roles):
    skap = f.skap(roles.dragan, roles.alva_konto, roles.osten)
    assert access.rum(Actor(roles.alva_konto, IDAG)) == ("enskild_foretradare", roles.namnd)
    assert access.rum(Actor(roles.dragan_konto, IDAG)) == ("enskild", roles.namnd)
    Foretradarskap.objects.filter(pk=skap.pk).update(till=IDAG)
    assert access.rum(Actor(roles.alva_konto, IDAG + DAG)) == ("enskild", roles.namnd)


def test_an_administrator_with_a_plan_is_in_the_administrators_room(roles):
    roles.alva_konto.is_staff = True
    assert access.rum(Actor(roles.alva_konto, IDAG)) == ("admin", None)
    Uppdrag.objects.create(user=roles.alva_konto, enhet=roles.langt_bort, roll="chef", fran=IDAG)
    assert access.rum(Actor(roles.alva_konto, IDAG)) == ("chef", roles.annan_namnd)


def test_handlaggare_comes_before_chef_and_chef_before_the_others(roles):
    user = f.user("manga")
    for roll, enhet in (
        ("registrator", roles.enhet),
        ("chef", roles.langt_bort),
        ("chef", roles.enhet),
        ("handlaggare", roles.annan_enhet),
    ):
        Uppdrag.objects.create(user=user, enhet=enhet, roll=roll, fran=IDAG)
    order = [(u.roll, u.enhet) for u in Actor(user, IDAG).alla_uppdrag]
    assert order == [
        ("handlaggare", roles.annan_enhet),
        ("chef", roles.langt_bort),
        ("chef", roles.enhet),
        ("registrator", roles.enhet),
    ]
    assert access.rum(Actor(user, IDAG)) == ("handlaggare", roles.namnd)


@pytest.mark.parametrize("days", [{"fran": IDAG + DAG}, {"fran": IDAG - 9 * DAG, "till": IDAG - DAG}])
def test_an_appointment_that_does_not_hold_today_opens_no_room(roles, days):
    user = f.user("inte_nu")
    Uppdrag.objects.create(user=user, enhet=roles.enhet, roll="chef", **days)
    assert Actor(user, IDAG).alla_uppdrag == []
    assert access.rum(Actor(user, IDAG)) == ("foretradare", None)


def test_a_closed_login_has_no_appointment(roles):
    roles.ingrid.is_active = False
    assert Actor(roles.ingrid, IDAG).alla_uppdrag == []
