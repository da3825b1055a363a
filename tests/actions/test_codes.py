"""Codes that staff hand over: how they are made, withdrawn and used once, without touching any other login."""

import datetime as dt
import re

import pytest
from allauth.mfa.models import Authenticator

from plans import access
from plans.actions import inbjudningar
from plans.models import Actor, Handelse, Inbjudan, User
from plans.models.inbjudan import kod_hash
from plans.regler.fel import Regelbrott
from tests.stod.cast import IDAG

NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
SECRET, PASSWORD = "A" * 32, "många ord om ingenting"


def invite(roles, person=None, skap=None, slag="brev") -> tuple[Inbjudan, str]:
    by = Actor(roles.ingrid, IDAG)
    return inbjudningar.skapa(person=person or roles.alva, skap=skap, slag=slag, by=by, now=NOW)


def use(invitation, password=PASSWORD) -> tuple[Authenticator, list[str]]:
    said = {"secret": SECRET, "password": password}
    return inbjudningar.gor_app(inbjudan=invitation, **said, today=IDAG, now=NOW)


@pytest.mark.parametrize(("slag", "groups"), [("brev", 3), ("mote", 6)])
def test_a_code_is_groups_of_five_signs(slag, groups):
    sign = f"[{inbjudningar.TECKEN}]"
    assert re.fullmatch("-".join([sign + "{5}"] * groups), inbjudningar.new_code(slag))


@pytest.mark.parametrize(("slag", "time"), [("mote", dt.timedelta(minutes=10)), ("brev", dt.timedelta(days=30))])
def test_a_code_lasts_ten_minutes_at_a_meeting_and_thirty_days_in_a_letter(roles, slag, time):
    row, code = invite(roles, slag=slag)
    assert row.giltig_till - row.skapad_at == time
    assert (row.konto, row.slag, row.skapad_av, row.kod_hash) == (
        roles.alva_konto,
        slag,
        roles.ingrid,
        kod_hash(code),
    )


def test_a_new_code_takes_the_place_of_the_same_logins_old_one(roles):
    theirs, first, second = invite(roles, skap=roles.skap)[0], invite(roles)[0], invite(roles)[0]
    for row in (theirs, first, second):
        row.refresh_from_db()
    assert [row.aterkallad_at is None for row in (theirs, first, second)] == [True, False, True]


def test_a_code_is_taken_back_once_and_for_all_it_opens(roles):
    row, _ = invite(roles, skap=roles.skap)
    later = NOW + dt.timedelta(hours=1)
    take = {"person": roles.alva, "inbjudan": row, "by": Actor(roles.ingrid, IDAG)}
    for now in (NOW, later):
        inbjudningar.aterkalla(**take, now=now)
        row.refresh_from_db()
        assert row.aterkallad_at == NOW
    with pytest.raises(Regelbrott, match="går inte att använda"):
        use(row)


def test_a_used_code_is_left_as_it_is(roles):
    row, _ = invite(roles)
    use(row)
    inbjudningar.aterkalla(person=roles.alva, inbjudan=row, by=Actor(roles.ingrid, IDAG), now=NOW)
    row.refresh_from_db()
    assert (row.anvand_at, row.aterkallad_at) == (NOW, None)


def test_nobody_takes_back_the_code_of_another_persons_login(roles):
    """Ingrid has both cases, but the code is not for Yusuf's login."""
    row, _ = invite(roles)
    before = Handelse.objects.count()
    with pytest.raises(access.Nekad) as stop:
        inbjudningar.aterkalla(person=roles.yusuf, inbjudan=row, by=Actor(roles.ingrid, IDAG), now=NOW)
    row.refresh_from_db()
    assert (stop.value.key, stop.value.obj) == ("inbjudan.aterkalla", roles.yusuf)
    assert (row.aterkallad_at, Handelse.objects.count()) == (None, before)


def test_an_app_is_made_for_the_codes_own_login_alone(roles):
    """Another user's app, recovery codes and password stay as they were."""
    theirs = [
        Authenticator.objects.create(user=roles.birgitta, type=kind, data={})
        for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
    ]
    roles.birgitta.set_password("hennes egna")
    roles.birgitta.save()
    key, codes = use(invite(roles)[0])
    assert (key.user, key.type, len(codes)) == (roles.alva_konto, "totp", 10)
    assert list(Authenticator.objects.filter(user=roles.birgitta).order_by("pk")) == theirs
    assert User.objects.get(pk=roles.birgitta.pk).check_password("hennes egna")
    assert User.objects.get(pk=roles.alva_konto.pk).check_password(PASSWORD)


def test_spare_codes_from_before_open_nothing_when_a_new_app_is_made(roles):
    old = Authenticator.objects.create(user=roles.alva_konto, type=Authenticator.Type.RECOVERY_CODES, data={})
    use(invite(roles)[0])
    kinds = Authenticator.objects.filter(user=roles.alva_konto).values_list("type", flat=True)
    assert sorted(kinds) == ["recovery_codes", "totp"]
    assert not Authenticator.objects.filter(pk=old.pk).exists()


def test_a_second_app_is_not_laid_beside_the_first(roles):
    row, _ = invite(roles)
    Authenticator.objects.create(user=roles.alva_konto, type=Authenticator.Type.TOTP, data={})
    with pytest.raises(Regelbrott, match="redan en app med koder"):
        use(row)
    row.refresh_from_db()
    assert row.anvand_at is None


def test_a_passkey_stands_in_no_ones_way_and_the_log_is_about_all_it_opens(roles):
    row, _ = invite(roles, skap=roles.skap)
    Authenticator.objects.create(user=roles.birgitta, type=Authenticator.Type.WEBAUTHN, data={})
    use(row)
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.user, last.person_ids) == ("inbjudan.anvand", roles.birgitta, [roles.alva.pk])
    with pytest.raises(Regelbrott, match="går inte att använda"):
        use(row)
