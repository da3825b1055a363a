"""Nobody comes to another's log-in, or hides an own look, by way of somebody they do have the case of."""

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from plans import access
from plans.actions import foretradare, inloggningar, logg
from plans.konto.adapters import KontoAdapter
from plans.logg import audit
from plans.models import Actor, Foretradare, Foretradarskap, Handelse, User
from plans.regler.fel import Regelbrott
from tests import factories as f

pytestmark = pytest.mark.django_db
BO = {"namn": "Bo Ek", "typ": "ombud", "bevaka_ratt": True, "fran": f.IDAG, "underlag": "Fullmakt"}


def bo(r, number: str) -> Foretradarskap:
    """A representative of Alva's, registered by Ingrid under somebody's number."""
    return foretradare.registrera(person=r.alva, data=BO | {"personnummer": number}, by=Actor(r.ingrid, f.IDAG))


def test_the_log_in_of_somebody_elses_case_is_not_handed_out(roller):
    """Dragan is Östen's. Ingrid registers his number for Alva, opens the log-in they share, and gets no key to it."""
    skap = bo(roller, roller.dragan.personnummer)
    assert (
        inloggningar.oppna_for_eleg(person=roller.alva, skap=skap, by=Actor(roller.ingrid, f.IDAG))
        == roller.dragan_konto
    )
    assert roller.dragan.pk in Handelse.objects.last().person_ids
    for key in ("inloggning.skapa", "inbjudan.skapa"):
        with pytest.raises(Regelbrott, match="Någon annan måste"):
            inloggningar.konto_for(key=key, person=roller.alva, skap=skap, by=Actor(roller.ingrid, f.IDAG))


def test_the_person_under_a_representatives_number_gives_no_key_to_the_representative(roller):
    """A case under Gunnar's number, who acts for Östen's Dragan."""
    gunnar = Foretradare.objects.get(konto=roller.gunnar_ratt)
    gunnar.personnummer = f.number(skip=31)
    gunnar.save()
    person = f.person(roller.ingrid, f.number(skip=31), "Gunnar", "Rätt")
    inloggningar.oppna_for_eleg(person=person, by=Actor(roller.ingrid, f.IDAG))
    person.refresh_from_db()
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.skapa(person=person, by=Actor(roller.ingrid, f.IDAG))


def test_a_protected_persons_log_in_is_not_told_of(roller):
    roller.skyddad.konto = f.user("signe", namn="Signe Hemlig")
    roller.skyddad.save()
    roller.skyddad.tilldelningar.update(user=roller.kerstin)
    skap = bo(roller, roller.skyddad.personnummer)
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.oppna_for_eleg(person=roller.alva, skap=skap, by=Actor(roller.ingrid, f.IDAG))
    skap.foretradare.refresh_from_db()
    assert skap.foretradare.konto is None


def test_a_number_does_not_open_a_protected_person_to_oneself(roller):
    """Birgitta acts for Alva and for a protected person of Kerstin's. Ingrid may not write a number on her."""
    roller.skyddad.tilldelningar.update(user=roller.kerstin)
    f.skap(roller.skyddad, roller.birgitta, roller.kerstin)
    with pytest.raises(Regelbrott, match="Numret kan inte registreras"):
        foretradare.andra(
            skap=roller.skap, data={"personnummer": f.number(skip=33)}, rev=1, by=Actor(roller.ingrid, f.IDAG)
        )


def test_a_new_number_is_checked_again_for_everybody_it_opens(roller):
    other = f.skap(roller.yusuf, roller.birgitta, roller.ingrid)
    checked = {"kontrollerad_av": roller.kerstin, "kontrollerad_at": other.verifierad_at}
    Foretradarskap.objects.filter(foretradare__konto=roller.birgitta).update(**checked)
    foretradare.andra(
        skap=roller.skap, data={"personnummer": f.number(skip=33)}, rev=1, by=Actor(roller.ingrid, f.IDAG)
    )
    rows = Foretradarskap.objects.filter(foretradare__konto=roller.birgitta)
    assert list(rows.values_list("kontrollerad_av", flat=True)) == [None, None]
    assert Handelse.objects.last().person_ids == sorted([roller.alva.pk, roller.yusuf.pk])


def test_nobody_withholds_an_own_row(roller):
    row = audit.record("person.oppnad", by=Actor(roller.kerstin, f.IDAG), about=[roller.alva])
    with pytest.raises(Regelbrott, match="gäller dig själv"):
        logg.undanhall(rader=[row], person=roller.alva, lagrum="OSL", skal="x", by=Actor(roller.kerstin, f.IDAG))
    assert access.may(Actor(roller.kerstin, f.IDAG), "logg.undanhall", roller.alva)


def test_a_new_key_ends_the_sessions_that_were_open_without_it(roller, rf):
    """A thief who was in with the password is out when the owner gets a second factor."""
    thief, owner = Client(), Client()
    roller.ingrid.set_password("hav-sten-bjork-24")
    roller.ingrid.save()
    for client in (thief, owner):
        client.post(reverse("account_login"), {"login": "ingrid", "password": "hav-sten-bjork-24"})
        assert client.get("/att-gora/").status_code == 200
    request = rf.get("/")
    request.session, request.user = owner.session, User.objects.get(pk=roller.ingrid.pk)
    Authenticator.objects.create(user=roller.ingrid, type=Authenticator.Type.TOTP, data={})
    with request_context(request):
        KontoAdapter().send_notification_mail("mfa/email/totp_activated", request.user)
    assert thief.get("/att-gora/").status_code == 302
    assert owner.get("/att-gora/").status_code == 200
