"""Having a person's case gives no way into another's login, and no way to hide your own lookups."""

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans import access
from plans.actions import foretradare, inloggningar, logg
from plans.konto.account_adapter import AccountAdapter
from plans.logg import audit
from plans.models import Actor, Foretradare, Foretradarskap, Handelse, User
from plans.regler.fel import Regelbrott
from tests.stod import factories as f

pytestmark = pytest.mark.django_db
BO = {"namn": "Bo Ek", "typ": "ombud", "bevaka_ratt": True, "fran": f.IDAG, "underlag": "Fullmakt"}


def bo(r, number: str) -> Foretradarskap:
    """Let Ingrid register a representative with the given number for Alva."""
    return foretradare.registrera(person=r.alva, data=BO | {"personnummer": number}, by=Actor(r.ingrid, f.IDAG))


def checked(skap: Foretradarskap, by: User) -> None:
    """Let a colleague make the second check."""
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=by, kontrollerad_at=timezone.now())
    skap.refresh_from_db()


def test_the_log_in_of_somebody_elses_case_is_not_handed_out(roles):
    """Ingrid registers Dragan, whose case is Östen's, as Alva's ombud. A colleague must check that right first."""
    skap = bo(roles, roles.dragan.personnummer)
    for key in ("inloggning.skapa", "inbjudan.skapa"):
        with pytest.raises(Regelbrott, match="kollega måste kontrollera"):
            inloggningar.account_for(key=key, person=roles.alva, skap=skap, by=Actor(roles.ingrid, f.IDAG))
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, f.IDAG))
    checked(skap, roles.kerstin)
    assert (
        inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, f.IDAG)) == roles.dragan_konto
    )
    assert roles.dragan.pk in Handelse.objects.last().person_ids
    for key in ("inloggning.skapa", "inbjudan.skapa"):
        with pytest.raises(Regelbrott, match="Någon annan måste"):
            inloggningar.account_for(key=key, person=roles.alva, skap=skap, by=Actor(roles.ingrid, f.IDAG))


def test_the_person_under_a_representatives_number_gives_no_key_to_the_representative(roles):
    """Ingrid registers a person with the number of Gunnar, who acts for Dragan, whose case is Östen's."""
    gunnar = Foretradare.objects.get(konto=roles.gunnar_ratt)
    gunnar.personnummer = f.number(skip=31)
    gunnar.save()
    person = f.person(roles.ingrid, f.number(skip=31), "Gunnar", "Rätt")
    inloggningar.oppna_for_eleg(person=person, by=Actor(roles.ingrid, f.IDAG))
    person.refresh_from_db()
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.skapa(person=person, by=Actor(roles.ingrid, f.IDAG))


def test_a_protected_persons_log_in_is_not_told_of(roles):
    roles.skyddad.konto = f.user("signe", namn="Signe Hemlig")
    roles.skyddad.save()
    roles.skyddad.tilldelningar.update(user=roles.kerstin)
    skap = bo(roles, roles.skyddad.personnummer)
    with pytest.raises(Regelbrott, match="Någon annan måste"):
        inloggningar.oppna_for_eleg(person=roles.alva, skap=skap, by=Actor(roles.ingrid, f.IDAG))
    skap.foretradare.refresh_from_db()
    assert skap.foretradare.konto is None


def test_a_number_does_not_open_a_protected_person_to_oneself(roles):
    """Birgitta also acts for a protected person whose case is Kerstin's, so Ingrid may not set Birgitta's number."""
    roles.skyddad.tilldelningar.update(user=roles.kerstin)
    f.skap(roles.skyddad, roles.birgitta, roles.kerstin)
    with pytest.raises(Regelbrott, match="Numret kan inte registreras"):
        foretradare.andra(
            skap=roles.skap, data={"personnummer": f.number(skip=33)}, rev=1, by=Actor(roles.ingrid, f.IDAG)
        )


def test_a_new_number_is_checked_again_for_everybody_it_opens(roles):
    other = f.skap(roles.yusuf, roles.birgitta, roles.ingrid)
    checked = {"kontrollerad_av": roles.kerstin, "kontrollerad_at": other.verifierad_at}
    Foretradarskap.objects.filter(foretradare__konto=roles.birgitta).update(**checked)
    foretradare.andra(skap=roles.skap, data={"personnummer": f.number(skip=33)}, rev=1, by=Actor(roles.ingrid, f.IDAG))
    rows = Foretradarskap.objects.filter(foretradare__konto=roles.birgitta)
    assert list(rows.values_list("kontrollerad_av", flat=True)) == [None, None]
    assert Handelse.objects.last().person_ids == sorted([roles.alva.pk, roles.yusuf.pk])


def test_nobody_withholds_an_own_row(roles):
    row = audit.record("person.oppnad", by=Actor(roles.kerstin, f.IDAG), about=[roles.alva])
    with pytest.raises(Regelbrott, match="gäller dig själv"):
        logg.undanhall(rader=[row], person=roles.alva, lagrum="OSL", skal="x", by=Actor(roles.kerstin, f.IDAG))
    assert access.may(Actor(roles.kerstin, f.IDAG), "logg.undanhall", roles.alva)


def test_a_new_key_ends_the_sessions_that_were_open_without_it(roles, rf):
    """A thief who logged in with the password is thrown out when the owner adds a second factor."""
    thief, owner = Client(), Client()
    roles.ingrid.set_password("hav-sten-bjork-24")
    roles.ingrid.save()
    for client in (thief, owner):
        client.post(reverse("account_login"), {"login": "ingrid", "password": "hav-sten-bjork-24"})
        assert client.get("/att-gora/").status_code == 200
    request = rf.get("/")
    request.session, request.user = owner.session, User.objects.get(pk=roles.ingrid.pk)
    Authenticator.objects.create(user=roles.ingrid, type=Authenticator.Type.TOTP, data={})
    with request_context(request):
        AccountAdapter().send_notification_mail("mfa/email/totp_activated", request.user)
    assert thief.get("/att-gora/").status_code == 302
    assert owner.get("/att-gora/").status_code == 200
