"""The contract with allauth's inner parts: each function of plans/allauth_inner.py is called for real.

If a new version of allauth moves an inner part or changes its answers, these tests fail first.
"""

import datetime as dt
import inspect
import json

import pytest
import time_machine
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

from plans import allauth_inner
from tests.stod.soft_passkey import SoftPasskey
from tests.stod.totp import totp_code

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def request_(rf) -> HttpRequest:
    """A POST with a session, inside allauth's request context."""
    request = rf.post("/", REMOTE_ADDR="192.0.2.9")
    request.session, request.user = SessionStore(), AnonymousUser()
    request._messages = CookieStorage(request)
    with context.request_context(request):
        yield request


def answer_to(options: dict) -> dict:
    """Return a phone's answer to the options for making a passkey."""
    return SoftPasskey().skapa(json.loads(json.dumps(options, default=dict)))


def test_a_passkey_is_asked_for_verified_once_and_saved(request_, roles):
    options = allauth_inner.passkey_options(roles.birgitta)
    chosen = options["publicKey"]["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    credential = answer_to(options)
    allauth_inner.verify_passkey(credential)
    key = allauth_inner.add_passkey(roles.birgitta, "Telefonen", credential)
    saved = Authenticator.objects.get(user=roles.birgitta)
    assert (saved.pk, saved.type, saved.wrap().name) == (key.pk, "webauthn", "Telefonen")
    with pytest.raises(ValidationError):
        allauth_inner.verify_passkey(credential)  # the challenge is used up


def test_a_passkey_for_another_challenge_is_refused(request_, roles):
    stale = answer_to(allauth_inner.passkey_options(roles.birgitta))
    allauth_inner.passkey_options(roles.birgitta)
    with pytest.raises(ValidationError):
        allauth_inner.verify_passkey(stale)


@pytest.mark.parametrize("credential", [{}, {"response": {}}, {"id": 1, "rawId": 2, "response": 3}])
def test_what_is_no_answer_is_refused_with_a_known_fault(request_, roles, credential):
    allauth_inner.passkey_options(roles.birgitta)
    with pytest.raises((ValidationError, ValueError, TypeError, KeyError, AttributeError)):
        allauth_inner.verify_passkey(credential)


def test_the_secret_of_an_app_stays_in_the_session_until_it_is_forgotten(request_):
    first = allauth_inner.totp_secret(new=True)
    assert allauth_inner.totp_secret(new=False) == first != allauth_inner.totp_secret(new=True)
    allauth_inner.forget_totp_secret(request_)
    assert first not in str(dict(request_.session.items())) and "mfa.totp.secret" not in request_.session


@pytest.mark.parametrize(("periods", "fits"), [(0, True), (-1, False), (1, False)])
def test_a_code_fits_in_its_time(request_, periods, fits):
    secret = allauth_inner.totp_secret(new=True)
    assert allauth_inner.totp_code_fits(secret, totp_code(secret, periods=periods)) is fits
    assert not allauth_inner.totp_code_fits(secret, "")


def test_an_app_is_saved_encrypted_and_opens_once_a_code(roles):
    key = allauth_inner.add_app(roles.birgitta, SECRET)
    saved = Authenticator.objects.get(pk=key.pk)
    assert saved.type == "totp" and SECRET not in str(saved.data)
    assert [saved.wrap().validate_code(totp_code(SECRET)) for _ in range(2)] == [True, False]


def test_spare_codes_are_ten_the_same_until_used_and_go_when_no_key_is_left(roles):
    key = allauth_inner.add_app(roles.birgitta, SECRET)
    codes = allauth_inner.recovery_codes(roles.birgitta)
    assert len(set(codes)) == 10 and allauth_inner.recovery_codes(roles.birgitta) == codes
    spare = Authenticator.objects.get(user=roles.birgitta, type=Authenticator.Type.RECOVERY_CODES)
    assert spare.wrap().validate_code(codes[0]) and codes[0] not in allauth_inner.recovery_codes(roles.birgitta)
    allauth_inner.delete_lone_recovery_codes(roles.birgitta)
    assert Authenticator.objects.filter(user=roles.birgitta).count() == 2
    key.delete()
    allauth_inner.delete_lone_recovery_codes(roles.birgitta)
    assert not Authenticator.objects.filter(user=roles.birgitta).exists()


def test_tries_are_counted_by_address_and_can_be_uncounted(request_):
    def tries() -> list:
        return [allauth_inner.consume_try(request_, "prov", "2/h/ip") for _ in range(3)]

    first, second, third = tries()
    assert first and second and third is None
    second.rollback()
    assert [bool(one) for one in tries()] == [True, False, False]
    request_.META["REMOTE_ADDR"] = "192.0.2.10"
    assert allauth_inner.consume_try(request_, "prov", "2/h/ip")
    with time_machine.travel(timezone.now() + dt.timedelta(hours=1, seconds=1)):
        request_.META["REMOTE_ADDR"] = "192.0.2.9"
        assert allauth_inner.consume_try(request_, "prov", "2/h/ip")


def test_too_many_tries_is_our_own_page(request_):
    page = allauth_inner.too_many_tries(request_)
    assert page.status_code == 429 and "Vänta" in page.content.decode()


def test_a_provider_is_noted_for_its_own_user_alone(request_, roles):
    allauth_inner.record_provider(request_, roles.birgitta, "bankid")
    (record,) = get_authentication_records(request_, roles.birgitta)
    assert (record["method"], record["provider"]) == ("socialaccount", "bankid") and "uid" not in record
    assert get_authentication_records(request_, roles.ingrid) == []


@pytest.mark.parametrize(("kind", "passwordless"), [("webauthn", True), ("totp", None)])
def test_a_new_key_logs_in_without_being_asked_for_again(request_, roles, kind, passwordless):
    key = Authenticator.objects.create(user=roles.birgitta, type=kind, data={})
    page = allauth_inner.log_in_with_new_key(request_, key)
    assert (page.status_code, request_.user) == (302, roles.birgitta)
    (record,) = get_authentication_records(request_, roles.birgitta)
    assert (record["method"], record["type"], record.get("passwordless")) == ("mfa", kind, passwordless)
    key.refresh_from_db()
    assert key.last_used_at is not None


def test_every_function_is_called_here():
    functions = [
        name
        for name, f in inspect.getmembers(allauth_inner, inspect.isfunction)
        if f.__module__ == allauth_inner.__name__
    ]
    called = inspect.getsource(inspect.getmodule(answer_to))
    assert len(functions) > 10 and [name for name in functions if f"allauth_inner.{name}(" not in called] == []
