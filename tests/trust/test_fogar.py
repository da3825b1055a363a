"""R38: two steps that are each allowed do not, taken together, open a login to someone it does not belong to.

Osten, a handläggare, wants to come in as Alva, whose case he does not have. In his own case he registers an invented
representative with Alva's number, keeps a way in to that login, and waits for Alva's handläggare to open hers.
"""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone

from plans.actions import foretradare, inbjudningar, inloggningar
from plans.models import Actor, Foretradare, Foretradarskap, User
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = [pytest.mark.django_db, pytest.mark.target("R38")]
INVENTED = {"namn": "Bo Påhittad", "typ": "god_man", "bevaka_ratt": True, "fran": IDAG, "underlag": "Förordnande"}


def invented(r, number: str) -> Foretradarskap:
    """The right that Osten registers in his own case, with somebody else's number."""
    data = INVENTED | {"personnummer": number}
    return foretradare.registrera(person=r.dragan, data=data, by=Actor(r.osten, IDAG))


def waiting_login(r, number: str, *, checked: bool) -> User:
    """The login of the invented representative, as it would be if one had been made for it."""
    skap, konto = invented(r, number), f.user("bo")
    Foretradare.objects.filter(pk=skap.foretradare_id).update(konto=konto)
    if checked:
        Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=r.carin, kontrollerad_at=timezone.now())
    konto.set_unusable_password()
    konto.save()
    return konto


def password(konto: User) -> None:
    konto.set_password("hav-sten-bjork-24")
    konto.save()


def used(konto: User) -> None:
    konto.last_login = timezone.now()
    konto.save()


def code(konto: User) -> None:
    now = timezone.now()
    later = now + inbjudningar.GILTIG["brev"]
    konto.inbjudningar.create(slag="brev", kod_hash="x", skapad_av=konto, skapad_at=now, giltig_till=later)


KEPT: dict[str, Callable[[User], object]] = {
    "password": password,
    "passkey": lambda konto: Authenticator.objects.create(user=konto, type="webauthn", data={}),
    "app": lambda konto: Authenticator.objects.create(user=konto, type="totp", data={}),
    "recovery codes": lambda konto: Authenticator.objects.create(user=konto, type="recovery_codes", data={}),
    "code in a letter": code,
    "session": lambda konto: UserSession.objects.create(user=konto, ip="127.0.0.1", session_key="x" * 40),
    "used before": used,
}


def opens(r) -> bool:
    """Whether Ingrid's step joins Alva, who has no login yet, to the waiting one."""
    try:
        inloggningar.oppna_for_eleg(person=r.alva, by=Actor(r.ingrid, IDAG))
    except Regelbrott:
        return False
    r.alva.refresh_from_db()
    return r.alva.konto.username == "bo"


@pytest.fixture
def alone(roles):
    """The cast, where Alva has no login yet."""
    roles.alva.konto = None
    roles.alva.save()
    return roles


def test_no_way_in_is_handed_out_before_the_second_check(alone, measured):
    skap, ways = invented(alone, alone.alva.personnummer), (inloggningar.skapa, qr, letter)
    for hand_over in ways:
        with pytest.raises(Regelbrott, match="kollega måste kontrollera"):
            hand_over(person=alone.dragan, skap=skap, by=Actor(alone.osten, IDAG))
    skap.foretradare.refresh_from_db()
    assert skap.foretradare.konto is None
    measured(f"ett påhittat ombud med en persons nummer: {len(ways)} sätt att lämna ut, 0 före kontrollen")


def qr(**who):
    return inbjudningar.skapa(slag="mote", now=timezone.now(), **who)


def letter(**who):
    return inbjudningar.skapa(slag="brev", now=timezone.now(), **who)


@pytest.mark.parametrize("kept", KEPT)
def test_a_login_with_a_way_in_is_never_joined(alone, kept):
    KEPT[kept](waiting_login(alone, alone.alva.personnummer, checked=True))
    assert not opens(alone)


def test_only_an_empty_login_with_checked_rights_is_joined(alone, measured):
    konto = waiting_login(alone, alone.alva.personnummer, checked=False)
    assert not opens(alone)
    Foretradarskap.objects.filter(foretradare__konto=konto).update(
        kontrollerad_av=alone.carin, kontrollerad_at=timezone.now()
    )
    assert opens(alone)
    measured(f"en annans inloggning delas bara när den är tom: {len(KEPT)} sätt att hålla en dörr öppen, 0 delade")


def test_planted_joining_by_number_alone_is_seen(alone, monkeypatch, planted):
    monkeypatch.setattr(inloggningar, "_is_safe_to_share", lambda konto, skap: True)
    password(waiting_login(alone, alone.alva.personnummer, checked=False))
    assert opens(alone)
    planted("en inloggning delas på numret ensamt")


def test_planted_handing_out_unchecked_is_seen(alone, monkeypatch, planted):
    monkeypatch.setattr(inloggningar, "_is_a_persons_number", lambda who: False)
    user, _ = inloggningar.skapa(
        person=alone.dragan, skap=invented(alone, alone.alva.personnummer), by=Actor(alone.osten, IDAG)
    )
    assert user.has_usable_password()
    planted("en okontrollerad rätt med en persons nummer ger ett lösenord")
