"""R7: at most ten tries per account and hour, whatever the sender forges; and the owner is not shut out for good."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from plans.konto import account_adapter
from plans.konto.client_address import client_address
from tests.stod.login_door import PASSWORD, current_totp, try_login, with_password, with_totp

pytestmark = [pytest.mark.django_db, pytest.mark.target("R7")]
START = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
FORSOK = 14


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:51234", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7:51234", "203.0.113.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("[2001:db8::7]:51234", "2001:db8::7"),
        ("[2001:db8::7", "2001:db8::7"),
        *((odd, "192.0.2.1") for odd in ("", ":", "unknown", "[]:1", "a:b", "203.0.113.7:1:2", "203.0.113.300:1")),
    ],
)
def test_the_port_that_some_proxies_write_is_no_part_of_the_address(rf, settings, written, address):
    """If the port were kept, everyone behind such a proxy would count as the proxy itself."""
    settings.PROXYER = 1
    assert client_address(rf.get("/", headers={"X-Forwarded-For": written}, REMOTE_ADDR="192.0.2.1")) == address


@pytest.fixture
def ingrid(roles):
    """Ingrid with a password."""
    return with_password(roles.ingrid)


def provade(monkeypatch) -> list[str]:
    """Return a list that will collect the user name of each account whose password is compared."""
    seen: list[str] = []
    whole = account_adapter.LocalPasswords._check_password

    def counted(self, user, password):
        if user:
            seen.append(user.username)
        return whole(self, user, password)

    monkeypatch.setattr(account_adapter.LocalPasswords, "_check_password", counted)
    return seen


# Ways for one sender to look like many.
LISTER: dict[str, Callable[[int], dict]] = {
    "samma": lambda n: {},
    "påhittad X-Forwarded-For": lambda n: {"headers": {"X-Forwarded-For": f"203.0.113.{n}"}},
    "lång X-Forwarded-For": lambda n: {"headers": {"X-Forwarded-For": f"10.0.0.{n}, 203.0.113.{n}"}},
    "annan adress": lambda n: {"REMOTE_ADDR": f"198.51.100.{n}"},
    "annat värdnamn": lambda n: {"headers": {"Host": ("testserver", "localhost", "127.0.0.1")[n % 3]}},
    "annan skrivning": lambda n: {},
    "Forwarded och X-Real-IP": lambda n: {
        "headers": {"X-Real-IP": f"203.0.113.{n}", "Forwarded": f"for=203.0.113.{n}"}
    },
}
SKRIVNING = ("ingrid", "INGRID", " Ingrid", "iNgRiD ")


def for_manga(user, seen: list[str], proxies: int, settings) -> list[str]:
    """List the tricks that gave anything but ten tries at the account in an hour."""
    settings.PROXYER, wrong = proxies, []
    for day, (name, trick) in enumerate(LISTER.items()):
        seen.clear()
        with time_machine.travel(START + dt.timedelta(days=day), tick=False):
            for n in range(FORSOK):
                try_login(Client(), SKRIVNING[n % 4] if name == "annan skrivning" else "ingrid", f"fel{n}", **trick(n))
        if seen != [user.username] * 10:
            wrong.append(f"{name}: {seen.count(user.username)}")
    return wrong


@pytest.mark.parametrize("proxies", [0, 1, 2])
def test_ten_tries_whatever_is_forged(ingrid, monkeypatch, settings, measured, proxies):
    seen = provade(monkeypatch)
    assert for_manga(ingrid, seen, proxies, settings) == []
    if proxies == 1:
        measured(f"{len(LISTER)} knep × {FORSOK} försök på en timme: 10 prövades vart")


@pytest.mark.parametrize(
    ("which", "bug"),
    [
        ("försök räknas per adress", {"login_failed": "10/h/ip"}),
        ("försök räknas inte", {"login_failed": None}),
        ("gränsen är per minut", {"login_failed": "300/h/ip,20/m/key"}),
    ],
)
def test_a_limit_that_leaks_is_seen(ingrid, monkeypatch, settings, planted, which, bug):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | bug
    assert for_manga(ingrid, provade(monkeypatch), 2, settings)
    planted(which)


def test_a_count_for_each_host_is_seen(ingrid, monkeypatch, settings, planted):
    monkeypatch.delattr(account_adapter.AccountAdapter, "_get_login_attempts_cache_key")
    assert for_manga(ingrid, provade(monkeypatch), 0, settings) == [f"annat värdnamn: {FORSOK}"]
    planted("varje värdnamn har sina egna tio försök")


def test_the_owner_is_let_in_again_after_the_hour(ingrid, client, measured):
    with time_machine.travel(START, tick=False):
        client.force_login(ingrid)
        client.get("/att-gora/")
        for n in range(FORSOK):
            try_login(Client(), "ingrid", f"fel{n}")
        assert try_login(Client(), "ingrid").status_code == 200, (
            "the right password waits too, or it could be told apart"
        )
        assert client.get("/att-gora/").status_code == 200, "who is already in stays in"
    with time_machine.travel(START + dt.timedelta(minutes=61), tick=False):
        assert try_login(Client(), "ingrid").headers["Location"] == "/"
    measured("efter en timme kommer ägaren in; en öppen session berörs inte")


def test_own_log_ins_do_not_use_up_the_tries(ingrid):
    for _ in range(15):
        assert try_login(Client(), "ingrid").headers["Location"] == "/"


def test_nobody_is_shut_out_by_an_address_that_somebody_made_up(ingrid, roles, settings):
    """Behind a proxy, tries with a forged address count against the address that the proxy saw."""
    settings.PROXYER = 1
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_failed": "5/h/ip,10/h/key"}
    for n in range(10):
        try_login(Client(), f"okand{n}", "fel", headers={"X-Forwarded-For": "192.0.2.7, 203.0.113.66"})
    shut = try_login(Client(), "ingrid", headers={"X-Forwarded-For": "203.0.113.66"})
    free = try_login(Client(), "ingrid", headers={"X-Forwarded-For": "192.0.2.7"})
    assert (shut.status_code, free.status_code) == (200, 302)


@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (0, "203.0.113.1", "192.0.2.1"),
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "6.6.6.6, 203.0.113.1", "203.0.113.1"),
        (2, "6.6.6.6, 203.0.113.1, 10.0.0.1", "203.0.113.1"),
        (2, "203.0.113.1", "192.0.2.1"),  # fewer entries than proxies: the request did not come through them all
        (1, "", "192.0.2.1"),
        (1, "x'; --", "192.0.2.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_whose_address_it_is(rf, settings, proxies, header, expected):
    settings.PROXYER = proxies
    assert client_address(rf.get("/", headers={"X-Forwarded-For": header}, REMOTE_ADDR="192.0.2.1")) == expected


def test_an_address_that_nobody_can_tell(rf):
    assert client_address(rf.get("/", REMOTE_ADDR="")) == "0.0.0.0"  # noqa: S104


# --- The second step ---
def kodforsok(client: Client, codes: list[str]) -> int:
    """Log in with the password, then count how many of the codes are tried before the portal stops taking them."""
    assert try_login(client, "ingrid").headers["Location"] == reverse("mfa_authenticate")
    url = reverse("mfa_authenticate")
    for n, code in enumerate(codes, 1):
        answer = client.post(url, {"code": code})
        if answer.status_code == 302 or "För många" in answer.content.decode():
            return n - 1
    return len(codes)


def kodfel(ingrid) -> list[str]:
    """List faults in the limit on codes: more than ten wrong ones tried, or a right one accepted after ten wrong."""
    with_totp(ingrid)
    with time_machine.travel(START, tick=False):
        client = Client()
        tried = kodforsok(client, [f"{n:06}" for n in range(FORSOK)])
        again = kodforsok(Client(headers={"X-Forwarded-For": "203.0.113.9"}), [f"{n:08}" for n in range(FORSOK)])
        client.post(reverse("mfa_authenticate"), {"code": current_totp()})
        came_in = client.get("/att-gora/").status_code == 200
    return [f"{tried} + {again} koder"] * (tried + again > 10) + ["kom in efter tio fel"] * came_in


def test_ten_codes_too(ingrid, measured):
    assert kodfel(ingrid) == []
    with time_machine.travel(START + dt.timedelta(minutes=61), tick=False):
        client = Client()
        try_login(client, "ingrid")
        assert client.post(reverse("mfa_authenticate"), {"code": current_totp()}).status_code == 302
        assert client.get("/att-gora/").status_code == 200
    measured(f"2 × {FORSOK} koder ur app och reservkoder: 10 prövades, sedan stängt i en timme")


def test_codes_without_a_limit_are_seen(ingrid, settings, planted):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_failed": "300/h/ip"}
    assert kodfel(ingrid)
    planted("koder räknas inte per konto")


def test_the_old_password_is_limited_for_one_who_sits_at_an_open_screen(ingrid, client):
    client.force_login(ingrid)
    answers = [
        client.post(
            reverse("account_change_password"),
            {"oldpassword": f"fel{n}", "password1": PASSWORD * 2, "password2": PASSWORD * 2},
        ).status_code
        for n in range(12)
    ]
    assert answers == [200] * 10 + [429] * 2
