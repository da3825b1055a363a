"""R6: a failed login does not reveal whether the account exists, is disabled, or has the password that was tried."""

import re

import pytest
from django.core import mail
from django.test import Client

from plans.konto import account_adapter
from plans.models import User
from tests.stod.login_door import PASSWORD, try_login, with_password

pytestmark = [pytest.mark.django_db, pytest.mark.target("R6")]


@pytest.fixture
def konton(roles) -> dict[str, tuple[str, str]]:
    """The user name and password to try, for each state that an account can be in."""
    with_password(roles.ingrid)
    with_password(roles.avstangd)
    assert not roles.avstangd.is_active
    return {
        "finns inte": ("ingenalls", PASSWORD),
        "fel lösenord": ("ingrid", "fel"),
        "fel lösenord, versaler": ("INGRID", "fel"),
        "avstängt, rätt lösenord": ("avstangd", PASSWORD),
        "avstängt, fel lösenord": ("avstangd", "fel"),
        "utan lösenord": ("carin", PASSWORD),
    }


def svar(username: str, password: str) -> tuple:
    """All that a try shows: status, header and cookie names, where it leads, body without token and user name."""
    client = Client()
    answer = try_login(client, username, password)
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(username, "")
    lead = [client.get(answer.headers["Location"]).status_code] if answer.status_code == 302 else []
    return answer.status_code, sorted(answer.headers), sorted(answer.cookies), answer.get("Location"), lead, body


def skillnader(konton: dict[str, tuple[str, str]]) -> list[str]:
    """List the answers that differ from the one for an account that does not exist."""
    seen = {name: svar(*given) for name, given in konton.items()}
    wrong = [name for name, answer in seen.items() if answer != seen["finns inte"]]
    return wrong + [f"mejl: {m.subject}" for m in mail.outbox]


def test_every_refusal_is_the_same(konton, measured):
    assert skillnader(konton) == []
    assert try_login(Client(), "ingrid").headers["Location"] == "/"
    measured(f"{len(konton)} sorters avslag: samma status, huvuden, kakor och text, {len(mail.outbox)} mejl")


def test_the_count_of_tries_says_nothing_either(konton):
    """Ten failed tries shut a user name without an account, just as they shut one with an account."""
    for name in ("ingrid", "ingenalls"):
        for _ in range(10):
            try_login(Client(), name, "fel")
    assert svar("ingrid", PASSWORD) == svar("ingenalls", PASSWORD)


def test_allauths_own_backend_tells_a_disabled_account_apart(konton, monkeypatch, planted):
    monkeypatch.setattr(account_adapter.LocalPasswords, "unstash_authenticated_user", classmethod(lambda cls: None))
    assert "avstängt, rätt lösenord" in skillnader(konton)
    planted("ett avstängt konto leds till en egen sida")


def test_a_sentence_of_its_own_for_unknown_names_is_seen(konton, monkeypatch, planted):
    def tells(self, request, **credentials):
        if not User.objects.filter(username=credentials["username"]).exists():
            raise self.validation_error("username_blacklisted")

    monkeypatch.setattr(account_adapter.AccountAdapter, "pre_authenticate", tells)
    assert skillnader(konton)
    planted("en egen mening när kontot inte finns")


def test_a_password_that_is_never_compared_is_not_hashed_less(konton, monkeypatch):
    """The slow part, the hash, runs once for every kind of account. The runs are counted, not timed."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    counts, calls = {}, []
    for part in ("encode", "verify"):
        whole = getattr(Argon2PasswordHasher, part)
        monkeypatch.setattr(
            Argon2PasswordHasher, part, lambda self, *a, whole=whole, **k: calls.append(1) or whole(self, *a, **k)
        )
    for name, given in konton.items():
        calls.clear()
        try_login(Client(), *given)
        counts[name] = len(calls)
    assert set(counts.values()) == {1}, counts
