"""R15, from outside: whatever the internet sends without logging in, no answer is ≥ 500 and none takes long."""

import time
import unicodedata

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.urls import reverse

from plans.forms import bas
from plans.konto import account_adapter
from tests.stod.every_form import MARKS
from tests.stod.login_door import PASSWORD, try_login, with_password

pytestmark = [pytest.mark.django_db, pytest.mark.target("R15")]
DJUPT = [
    "[" * 100_000,
    '{"a":' * 1000,
    "[" * 999 + "]" * 999,
    "9" * 5000,
    "NaN",
    '"\\u0000"',
    "x" * 100_000,
    "{}",
    "[]",
]


@pytest.fixture
def dorrar(roles) -> dict[str, Client]:
    """The addresses that read a passkey's answer, each with a client that is far enough in its login to send one."""
    inside, half = Client(), Client()
    with_password(roles.ingrid), with_password(roles.carin)
    Authenticator.objects.create(user=roles.carin, type="totp", data={"secret": "x"})
    assert try_login(half, "carin").url == reverse("mfa_authenticate")
    inside.force_login(roles.ingrid)
    return {
        "mfa_login_webauthn": Client(),
        "mfa_authenticate": half,
        "mfa_add_webauthn": inside,
        "mfa_reauthenticate_webauthn": inside,
    }


def test_a_passkeys_answer_may_be_any_json(dorrar, measured):
    sent = 0
    for name, client in dorrar.items():
        client.get(reverse(name), headers={"Accept": "application/json"})
        for credential in DJUPT:
            answer = client.post(reverse(name), {"credential": credential})
            assert answer.status_code in (200, 302), (name, credential[:40], answer.status_code)
            sent += 1
    measured(f"{sent} svar från en påhittad passkey (djupt, långt, inget tal, NUL): 0 svar ≥ 500")


def test_planterat_allauths_egna_formular_blir_rott(settings, planted):
    settings.MFA_FORMS = {}
    with pytest.raises(RecursionError):
        Client().post(reverse("mfa_login_webauthn"), {"credential": DJUPT[0]})
    planted("en passkeys svar läses hur djupt det än är")


KAKOR = [r'"\000aaaaaaaaaaaa"', '"' + r"\000" * 40 + '"', r'"aaaaaaaa\377"', "a" * 32, "", "x" * 4000]


@pytest.mark.parametrize(
    "name", [django_settings.SESSION_COOKIE_NAME, django_settings.CSRF_COOKIE_NAME, "messages", "annan"]
)
@pytest.mark.parametrize("kaka", KAKOR)
def test_a_cookie_may_hold_anything(client, db, name, kaka):
    for path in ("/logga-in/", "/om/", "/min-plan/"):
        assert client.get(path, headers={"Cookie": f"{name}={kaka}"}).status_code in (200, 302)


def test_planterat_vilken_sessionsnyckel_som_helst_blir_rott(client, db, settings, planted):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    with pytest.raises(ValueError, match="NUL"):
        client.get("/logga-in/", headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={KAKOR[0]}"})
    planted("databasen frågas efter en session med NUL i nyckeln")


class Olasbar:
    """A body that must not be read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


def lang(client: Client, path: str, length: str):
    """POST with this Content-Length and a body that must not be read."""
    told = {"CONTENT_LENGTH": length, "CONTENT_TYPE": MULTIPART_CONTENT, "wsgi.input": Olasbar()}
    return client.generic("POST", path, **told)


@pytest.mark.parametrize("length", [str(django_settings.FORFRAGAN_HOGST + 1), str(64 * 2**20), "9" * 5000])
def test_what_is_too_large_is_refused_before_it_is_read(roles, measured, length):
    strict, inside = Client(enforce_csrf_checks=True), Client()
    inside.force_login(roles.rut)
    for client, path in ((strict, "/logga-in/"), (strict, "/finns-inte/"), (inside, "/forordnanden/")):
        answer = lang(client, path, length)
        page = answer.content.decode()
        assert answer.status_code == 413 and "<h1>Det du skickade är för stort</h1>" in page
        assert "no-store" in answer.headers["Cache-Control"] and "Content-Security-Policy" in answer.headers
    measured("mer än 6 MB: 413 innan något av det är läst, också utan inloggning")


def test_planterat_utan_granser_blir_rott(settings, client, db, planted):
    settings.FORFRAGAN_HOGST = 2**40
    with pytest.raises(AssertionError, match="the body was read"):
        lang(client, "/logga-in/", str(64 * 2**20))
    planted("en stor kropp läses innan den nekas")


def langsamt(client: Client) -> list[str]:
    """List the fields where text from an anonymous sender takes more than 0.3 s."""
    fields = {
        "valkommen": ["kod"],
        "account_login": ["login", "password", "next"],
        "valkommen-mote": ["kod"],
        "mfa_login_webauthn": ["credential", "next"],
    }
    slow = []
    for name, field in ((name, field) for name, fields_ in fields.items() for field in fields_):
        for text in (MARKS, f"//{MARKS}/", "\u0f73" * 20_000, "/" * 60_000, "." * 60_000, " " * 60_000 + "x"):
            body = {field: text, "login" if field != "login" else "password": "x"}
            spent = cost(client, name, body)
            if spent > 0.3:  # the first try may have loaded a module; answers are cached, so send another text
                spent = cost(client, name, body | {field: f"{text}x"})
            slow += [f"{name} {field} {text[:5]!r}: {spent:.1f} s"] if spent > 0.3 else []
    return slow


def cost(client: Client, name: str, body: dict[str, str]) -> float:
    """Post the body; return the processor time in seconds."""
    began = time.process_time()
    assert client.post(reverse(name), body).status_code < 500
    return time.process_time() - began


def test_no_text_from_anybody_takes_long(client, db, measured):
    assert langsamt(client) == []
    measured("60 kB av accenter i fel ordning till varje öppet formulär: högst 0,3 s")


def test_planterat_nfc_utan_grans_blir_rott(client, db, monkeypatch, planted):
    monkeypatch.setattr(bas, "KRYMPER", 10**9)
    monkeypatch.setattr(bas, "nfc", lambda text: unicodedata.normalize("NFC", text))
    monkeypatch.setattr(account_adapter.AccountAdapter, "is_safe_url", DefaultAccountAdapter.is_safe_url)
    assert {" ".join(x.split()[:2]) for x in langsamt(client)} == {"valkommen kod", "account_login next"}
    planted("accenter ordnas utan gräns för hur många de är, i en kod eller en adress")


@pytest.mark.parametrize("target", ["//[", "http://[::1", "//a]b/", "///x", "x" * 3000, "http:", "\x00", "//\u2100/"])
def test_where_to_go_next_may_be_anything(roles, target):
    with_password(roles.ingrid)
    assert Client().post(reverse("account_login"), {"login": "x", "next": target}).status_code == 200
    assert Client().get(reverse("account_login"), {"next": target}).status_code == 200
    inside = Client()
    assert inside.post(reverse("account_login"), {"login": "ingrid", "password": PASSWORD, "next": target}).url == "/"
