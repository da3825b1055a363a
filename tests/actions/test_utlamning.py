"""A login with a key is not handed over; nor, on an unchecked right, is one that opens a colleague's case too."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.actions import foretradare, inbjudningar, inloggningar
from plans.models import Actor, Foretradarskap, Handelse, User
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
NUMMER = f.number(skip=20)


def qr(person, by, skap=None):
    return inbjudningar.skapa(person=person, skap=skap, slag="mote", by=Actor(by, IDAG), now=timezone.now())


@pytest.fixture
def birgitta(roles):
    """Alva's god man, with a number and a passkey of her own."""
    who = roles.skap.foretradare
    who.personnummer = NUMMER
    who.save()
    Authenticator.objects.create(user=roles.birgitta, type="webauthn", data={"name": "hennes"})
    return who


def test_a_colleague_does_not_come_in_as_a_god_man_by_registering_her(roles, birgitta):
    """Östen lacks Alva's case. He registers her god man Birgitta for Dragan, but may not hand over Birgitta's login."""
    data = {
        "namn": birgitta.namn,
        "personnummer": NUMMER,
        "typ": "god_man",
        "bevaka_ratt": True,
        "fran": IDAG,
        "underlag": "Förordnande",
    }
    skap = foretradare.registrera(person=roles.dragan, data=data, by=Actor(roles.osten, IDAG))
    assert skap.foretradare == birgitta
    for hand_over in (qr, lambda person, by, skap: inloggningar.skapa(person=person, skap=skap, by=Actor(by, IDAG))):
        with pytest.raises(Regelbrott, match="kollega måste kontrollera"):
            hand_over(roles.dragan, roles.osten, skap)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.carin, kontrollerad_at=timezone.now())
    skap.refresh_from_db()
    for hand_over in (qr, lambda person, by, skap: inloggningar.skapa(person=person, skap=skap, by=Actor(by, IDAG))):
        with pytest.raises(Regelbrott, match="redan en nyckel"):
            hand_over(roles.dragan, roles.osten, skap)


def test_a_lost_phone_is_closed_first_and_everybody_concerned_can_see_it(roles, birgitta):
    skap = f.skap(roles.dragan, roles.birgitta, roles.osten)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.carin, kontrollerad_at=timezone.now())
    skap.refresh_from_db()
    key = Authenticator.objects.get(user=roles.birgitta)
    inloggningar.aterkalla_nyckel(person=roles.dragan, nyckel=key, by=Actor(roles.osten, IDAG))
    qr(roles.dragan, roles.osten, skap)
    both = sorted([roles.alva.pk, roles.dragan.pk])
    assert list(Handelse.objects.order_by("-pk").values_list("handelse", "person_ids")[:2]) == [
        ("inbjudan.skapa", both),
        ("inloggning.aterkalla_nyckel", both),
    ]


def test_no_key_is_laid_beside_a_password_that_opens_others(roles):
    """A new password replaces the owner's, which the owner notices. An added key would go unseen."""
    skap = f.skap(roles.dragan, roles.birgitta, roles.osten)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.carin, kontrollerad_at=timezone.now())
    skap.refresh_from_db()
    roles.birgitta.set_password("hav-sten-bjork-24-x")
    roles.birgitta.last_login = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    roles.birgitta.save()
    with pytest.raises(Regelbrott, match="öppnar också andras"):
        qr(roles.dragan, roles.osten, skap)
    user, password = inloggningar.skapa(person=roles.dragan, skap=skap, by=Actor(roles.osten, IDAG))
    assert user == roles.birgitta and user.check_password(password)


def test_nobody_becomes_the_person_unnoticed(roles):
    """If the person's login already has a key, a colleague who has the case cannot get a second key to it."""
    Authenticator.objects.create(user=roles.alva_konto, type="webauthn", data={"name": "hennes"})
    with pytest.raises(Regelbrott, match="redan en nyckel"):
        qr(roles.alva, roles.kerstin)


def test_what_was_tried_at_somebody_elses_is_logged_about_them(roles):
    """A refusal that hints at a protected person leaves a log row about that person too."""
    skap = f.skap(roles.skyddad, roles.birgitta, roles.ingrid)
    skap.foretradare.personnummer = NUMMER
    skap.foretradare.save()
    shared = f.skap(roles.dragan, roles.birgitta, roles.osten)
    client = Client()
    client.force_login(roles.osten)
    tries = {
        reverse("foretradare-registrera", args=[roles.dragan.pk]): {
            "namn": "Birgitta",
            "personnummer": NUMMER,
            "kanal": "brev",
            "typ": "ombud",
            "bevaka_ratt": "on",
            "fran": "2027-01-01",
            "underlag": "Fullmakt",
        },
        reverse("inloggning-skapa-foretradare", args=[roles.dragan.pk, shared.pk]): {"satt": "mote"},
        reverse("inloggning-oppna-for-eleg-foretradare", args=[roles.dragan.pk, shared.pk]): {},
    }
    for url, body in tries.items():
        before = Handelse.objects.count()
        client.post(url, body)
        [row] = list(Handelse.objects.order_by("pk"))[before:]
        assert row.nekad and {roles.skyddad.pk, roles.dragan.pk} <= set(row.person_ids), url
    assert not User.objects.exclude(person=None).filter(foretradare=shared.foretradare).exists()
