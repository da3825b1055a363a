"""Opening a login for e-ID, and the personnummer by which an e-ID finds its login."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.actions import foretradare, inloggningar
from plans.models import Actor, Foretradare, Foretradarskap, Handelse, Inloggningstjanst, User
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.factories import IDAG

pytestmark = pytest.mark.django_db
OPPNA, OPPNA_FOR = "inloggning-oppna-for-eleg", "inloggning-oppna-for-eleg-foretradare"


@pytest.fixture
def bankid(roles):
    return Inloggningstjanst.objects.create(
        namnd=roles.namnd,
        kod="bankid",
        namn="BankID",
        for_vem="enskilda",
        adress="https://op.example.se",
        klient_id="plan",
        klient_hemlighet="hemlig",
        nivaer="loa3",
    )


def registrera(r, person, **data):
    base = {"namn": "Bo Ek", "typ": "ombud", "bevaka_ratt": True, "fran": IDAG, "underlag": "Fullmakt"}
    return foretradare.registrera(person=person, data=base | data, by=Actor(data.pop("by", r.ingrid), IDAG))


def test_the_button_is_there_when_the_namnd_has_an_eid(client, roles, bankid):
    client.force_login(roles.ingrid)
    url = reverse("inloggning-skapa", args=[roles.yusuf.pk])
    assert "Öppna för e-legitimation" in client.get(url).content.decode()
    page = client.get(reverse("inloggning-skapa", args=[roles.alva.pk])).content.decode()
    assert "kan redan logga in med BankID" in page and "Öppna för" not in page
    Inloggningstjanst.objects.update(aktiv=False)
    assert "legitimation" not in client.get(url).content.decode()


def test_an_opened_log_in_has_no_password(client, roles, bankid):
    client.force_login(roles.ingrid)
    page = client.post(reverse(OPPNA, args=[roles.yusuf.pk]), follow=True).content.decode()
    roles.yusuf.refresh_from_db()
    assert "kan logga in med sin e-legitimation" in page
    assert not roles.yusuf.konto.has_usable_password() and not roles.yusuf.konto.is_staff


def test_an_open_log_in_keeps_its_password(roles):
    user, password = inloggningar.skapa(person=roles.yusuf, by=Actor(roles.ingrid, IDAG))
    assert inloggningar.oppna_for_eleg(person=roles.yusuf, by=Actor(roles.ingrid, IDAG)) == user
    assert User.objects.get(pk=user.pk).check_password(password)


def test_a_representative_without_a_number_is_sent_to_write_it(client, roles, bankid):
    client.force_login(roles.ingrid)
    page = client.get(reverse("inloggning-skapa-foretradare", args=[roles.alva.pk, roles.skap.pk]))
    assert "Skriv först in personnumret" in page.content.decode()
    client.post(reverse(OPPNA_FOR, args=[roles.alva.pk, roles.skap.pk]))
    assert Handelse.objects.filter(handelse="inloggning.oppna_for_eleg").count() == 0


def test_one_human_gets_one_log_in(roles):
    """Dragan has a plan of his own and is appointed for Alva, with one login for both."""
    skap = registrera(roles, roles.alva, namn="Dragan Petrović", personnummer=roles.dragan.personnummer)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.kerstin, kontrollerad_at=timezone.now())
    skap.refresh_from_db()
    user = inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, IDAG))
    assert user == roles.dragan_konto


def test_two_log_ins_of_one_human_are_not_mixed(roles):
    skap = registrera(roles, roles.alva, personnummer=roles.dragan.personnummer)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.kerstin, kontrollerad_at=timezone.now())
    skap.refresh_from_db()
    inloggningar.skapa(person=roles.alva, skap=skap, by=Actor(roles.ingrid, IDAG))
    skap.foretradare.refresh_from_db()
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, IDAG))


def test_a_right_that_does_not_hold_opens_nothing(roles):
    number = f.number(skip=30)
    skap = registrera(roles, roles.alva, personnummer=number, fran=IDAG + dt.timedelta(days=1))
    with pytest.raises(Regelbrott, match="gäller inte i dag"):
        inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, IDAG))


def test_the_same_number_and_name_is_the_same_row(roles):
    number = f.number(skip=30)
    first = registrera(roles, roles.alva, personnummer=number)
    second = registrera(roles, roles.yusuf, personnummer=number, namn="BO EK")
    assert first.foretradare_id == second.foretradare_id
    assert Foretradare.objects.med_personnummer(number).count() == 1


def test_the_same_number_under_another_name_is_refused(roles):
    number = f.number(skip=30)
    registrera(roles, roles.alva, personnummer=number)
    with pytest.raises(Regelbrott, match="kan inte registreras här"):
        registrera(roles, roles.yusuf, personnummer=number, namn="Anna Ek")


def test_a_relative_of_a_protected_person_is_not_confirmed(roles):
    """Östen has another case and must not learn that the number belongs to someone who acts for Signe."""
    number = f.number(skip=30)
    registrera(roles, roles.skyddad, personnummer=number)
    with pytest.raises(Regelbrott, match="kan inte registreras här"):
        registrera(roles, roles.dragan, personnummer=number, by=roles.osten)


def test_the_number_may_be_filled_in_but_not_moved_under_a_used_log_in(client, roles):
    client.force_login(roles.ingrid)
    url = reverse("foretradare-andra", args=[roles.skap.pk])
    body = {"namn": "Birgitta", "kanal": "brev", "bevaka_ratt": "on", "fran": IDAG, "underlag": "Nytt"}
    first, other = f.number(skip=30), f.number(skip=31)
    assert client.post(url, body | {"personnummer": first, "rev": 1}).status_code == 302
    assert Foretradare.objects.med_personnummer(first).get().konto == roles.birgitta
    assert client.post(url, body | {"personnummer": other, "rev": 2}).status_code == 302
    client.force_login(roles.birgitta)
    client.force_login(roles.ingrid)
    page = client.post(url, body | {"personnummer": first, "rev": 3}).content.decode()
    assert "har använts med det här numret" in page
    page = client.post(url, body | {"personnummer": "12", "rev": 3}).content.decode()
    assert "Skriv personnumret med 12 siffror" in page


def test_a_number_that_another_has_is_not_taken_over(client, roles):
    number = f.number(skip=30)
    registrera(roles, roles.alva, personnummer=number)
    body = {"namn": "Birgitta", "kanal": "brev", "bevaka_ratt": "on", "fran": IDAG, "underlag": "Nytt", "rev": 1}
    client.force_login(roles.ingrid)
    page = client.post(reverse("foretradare-andra", args=[roles.skap.pk]), body | {"personnummer": number})
    assert "kan inte registreras här" in page.content.decode()


def test_a_known_one_and_a_number_is_said_to_be_wrong(client, roles):
    client.force_login(roles.ingrid)
    body = {
        "kand": roles.skap.foretradare_id,
        "personnummer": f.number(skip=30),
        "kanal": "brev",
        "typ": "ombud",
        "bevaka_ratt": "on",
        "fran": IDAG,
        "underlag": "Fullmakt",
    }
    page = client.post(reverse("foretradare-registrera", args=[roles.alva.pk]), body)
    assert "Den du valde finns redan" in page.content.decode()


def test_who_has_no_password_is_not_asked_to_change_it(client, roles):
    for password, links in ((None, 0), ("x", 1)):
        roles.birgitta.set_password(password)
        roles.birgitta.save()
        client.force_login(roles.birgitta)
        assert client.get(reverse("konto-sakerhet")).content.decode().count("Byt lösenord") == links
