"""Logins that staff open: the password, one login per human in a nämnd, and keys that staff revoke."""

import pytest
from allauth.mfa.models import Authenticator

from plans import access
from plans.actions import inloggningar
from plans.models import Actor, Foretradare, Handelse, Person, User
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

NUMMER = f.number(skip=20)


def test_a_password_is_five_words_and_a_number_of_four_digits(monkeypatch):
    """The lowest and highest draws give 1000 and 9999, so every number has four digits."""
    asked = []
    for drawn, digits in ((lambda top: 0, "1000"), (lambda top: top - 1, "9999")):
        monkeypatch.setattr(inloggningar.secrets, "randbelow", lambda top, drawn=drawn: asked.append(top) or drawn(top))
        *words, number = inloggningar.new_password().split("-")
        assert (len(words), number) == (5, digits)
        assert set(words) <= set(inloggningar._ORD)
    assert asked == [9000, 9000]


def test_a_new_login_says_nothing_of_whose_it_is(roles):
    user, password = inloggningar.skapa(person=roles.yusuf, by=Actor(roles.ingrid, IDAG))
    roles.yusuf.refresh_from_db()
    konto = User.objects.get(pk=user.pk)
    assert (roles.yusuf.konto, konto.namn, konto.check_password(password)) == (user, roles.yusuf.namn, True)
    assert user.username.isascii() and 10_000 <= int(user.username[-5:]) <= 99_999
    assert "yusuf" not in user.username and "abdirahman" not in user.username


def test_a_name_that_somebody_has_or_that_is_not_ascii_is_passed_by(db, monkeypatch):
    f.user("al10000")
    names, numbers = iter(["ö", "al", "al"]), iter([5, 0, 89_999])
    monkeypatch.setattr(inloggningar.secrets, "choice", lambda words: next(names))
    monkeypatch.setattr(inloggningar.secrets, "randbelow", lambda top: next(numbers))
    assert inloggningar._free_user_name() == "al99999"


def test_the_same_number_in_another_namnd_is_another_humans_login(roles):
    """A personnummer is looked up within one nämnd, so the same human has a separate login in each."""
    far = Foretradare.objects.create(
        namnd=roles.annan_namnd, namn="Alva", personnummer=roles.yusuf.personnummer, konto=f.user("fjarran")
    )
    konto = inloggningar.oppna_for_eleg(person=roles.yusuf, by=Actor(roles.ingrid, IDAG))
    assert konto != far.konto and not konto.has_usable_password()
    roles.yusuf.refresh_from_db()
    assert roles.yusuf.konto == konto
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.person_ids) == ("inloggning.oppna_for_eleg", [roles.yusuf.pk])


@pytest.mark.parametrize("has_login", [True, False])
def test_a_representative_with_the_same_number_here_shares_the_login_if_there_is_one(roles, has_login):
    theirs = f.user("foretradaren") if has_login else None
    Foretradare.objects.create(namnd=roles.namnd, namn="Yusuf", personnummer=roles.yusuf.personnummer, konto=theirs)
    konto = inloggningar.oppna_for_eleg(person=roles.yusuf, by=Actor(roles.ingrid, IDAG))
    assert (konto == theirs) is has_login


def test_without_a_number_there_is_nothing_to_go_by(roles):
    with pytest.raises(Regelbrott, match="Skriv först in företrädarens personnummer"):
        inloggningar.oppna_for_eleg(person=roles.alva, skap=roles.skap, by=Actor(roles.ingrid, IDAG))


@pytest.mark.parametrize("hand_over", [inloggningar.skapa, inloggningar.oppna_for_eleg])
def test_a_right_opens_for_its_own_person_while_it_holds_without_jav(roles, hand_over):
    who = roles.skap.foretradare
    who.personnummer = NUMMER
    who.save()
    by = Actor(roles.ingrid, IDAG)
    with pytest.raises(access.Nekad):
        hand_over(person=roles.yusuf, skap=roles.skap, by=by)
    for change, says in (({"jav": True}, "har jäv"), ({"installning": "nej"}, "gäller inte i dag")):
        type(roles.skap).objects.filter(pk=roles.skap.pk).update(**{"jav": False} | change)
        roles.skap.refresh_from_db()
        with pytest.raises(Regelbrott, match=says):
            hand_over(person=roles.alva, skap=roles.skap, by=by)
    Person.objects.filter(pk=roles.alva.pk).update(avliden=IDAG)
    with pytest.raises(Regelbrott, match="Personen är avliden"):
        hand_over(person=roles.alva, by=by)


def test_a_disabled_login_is_not_handed_over(roles):
    User.objects.filter(pk=roles.alva_konto.pk).update(is_active=False)
    with pytest.raises(Regelbrott, match="Inloggningen är avstängd"):
        inloggningar.skapa(person=roles.alva, by=Actor(roles.ingrid, IDAG))


def key_of(user, kind) -> Authenticator:
    return Authenticator.objects.create(user=user, type=kind, data={})


@pytest.mark.parametrize(("kind", "kept"), [("webauthn", True), ("totp", False)])
def test_a_password_that_went_with_the_app_opens_nothing_more(roles, kind, kept):
    roles.alva_konto.set_password("hennes egna")
    roles.alva_konto.save()
    inloggningar.aterkalla_nyckel(
        person=roles.alva, nyckel=key_of(roles.alva_konto, kind), by=Actor(roles.ingrid, IDAG)
    )
    assert User.objects.get(pk=roles.alva_konto.pk).check_password("hennes egna") is kept
    assert not Authenticator.objects.filter(user=roles.alva_konto).exists()


def test_keys_of_others_and_spare_codes_are_not_taken_back(roles):
    by = Actor(roles.ingrid, IDAG)
    for key in (key_of(roles.dragan_konto, "webauthn"), key_of(roles.alva_konto, "recovery_codes")):
        with pytest.raises(access.Nekad) as stop:
            inloggningar.aterkalla_nyckel(person=roles.alva, nyckel=key, by=by)
        assert stop.value.obj == roles.alva
        assert Authenticator.objects.filter(pk=key.pk).exists()


def test_another_key_keeps_the_spare_codes_and_a_login_without_password_gets_a_new_unusable_one(roles):
    key_of(roles.alva_konto, "totp")
    key_of(roles.alva_konto, "recovery_codes")
    before = roles.alva_konto.password
    passkey = key_of(roles.alva_konto, "webauthn")
    inloggningar.aterkalla_nyckel(person=roles.alva, nyckel=passkey, by=Actor(roles.ingrid, IDAG))
    kinds = Authenticator.objects.filter(user=roles.alva_konto).values_list("type", flat=True)
    assert sorted(kinds) == ["recovery_codes", "totp"]
    after = User.objects.get(pk=roles.alva_konto.pk)
    assert not after.has_usable_password() and after.password != before
