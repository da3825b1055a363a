"""R8: a session changes id at login, times out, and ends at logout; a forged Host header gets nothing."""

import datetime as dt
import json
import os
import subprocess
import sys

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from plans import middleware
from plans.models import User
from tests.stod.login_door import PASSWORD, with_password
from tests.stod.pages import ACCOUNT, CLOSED, OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.target("R8")]
START = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
SIDA = "/att-gora/"


def efter(minutes: float) -> time_machine.travel:
    """Travel to this many minutes after START."""
    return time_machine.travel(START + dt.timedelta(minutes=minutes), tick=False)


def inne(client: Client) -> bool:
    """Whether the handläggare's page is shown; otherwise the redirect must lead to the login page."""
    answer = client.get(SIDA)
    assert answer.status_code == 200 or answer.headers["Location"] == f"/logga-in/?next={SIDA}"
    return answer.status_code == 200


@pytest.fixture
def ingrid(roles) -> User:
    """Ingrid with a password."""
    return with_password(roles.ingrid)


def logga_in(client: Client, next: str = SIDA) -> str:
    """Log in by the form; return where it leads."""
    answer = client.post(reverse("account_login"), {"login": "ingrid", "password": PASSWORD, "next": next})
    return answer.headers.get("Location", "")


def nyckel(client: Client) -> str:
    """The session's id, as the browser holds it."""
    return client.cookies[settings.SESSION_COOKIE_NAME].value


# --- The session ends by itself ---
def tidsfel(ingrid: User) -> list[str]:
    """List faults in the idle limit and in the limit of a whole session; an active user must be in until the latter."""
    wrong = []
    idle, whole = settings.INAKTIV_MINUTER, settings.SESSION_COOKIE_AGE / 60
    for minutes, expected in ((idle - 0.1, True), (idle + 0.1, False)):
        client = Client()
        with efter(0):
            client.force_login(ingrid)
            assert inne(client)
        with efter(minutes):
            if inne(client) != expected:
                wrong.append(f"{minutes} min idle: {'out' if expected else 'still in'}")
            if not expected and Session.objects.filter(session_key=nyckel(client)).exists():
                wrong.append("the row of an ended session is left")
    client = Client()
    with efter(0):
        client.force_login(ingrid)
        inne(client)
    for minutes in range(14, int(whole), 14):
        with efter(minutes):
            if not inne(client):
                wrong.append(f"somebody who works was put out after {minutes} min")
                break
    with efter(whole + 0.1):
        if inne(client):
            wrong.append("still in after the whole day")
    return wrong


def test_a_session_ends_after_idle_and_whole_time(ingrid, measured):
    assert tidsfel(ingrid) == []
    hours = settings.SESSION_COOKIE_AGE // 3600
    measured(f"inne efter 14,9 min, ute efter 15,1; ute efter {hours} h med ett klick var 14 min")


@pytest.mark.parametrize(
    ("bug", "which"),
    [
        (lambda session, now: 900, "gränserna räknas inte"),
        (lambda session, now: int(session.get("senast", now) + 900 - now), "bara inaktivitet räknas"),
        (lambda session, now: int(session.get("inloggad", now) + 28800 - now), "bara hela tiden räknas"),
        (lambda session, now: int(session.get("inloggad", now) + 900 - now), "användning förnyar inte"),
    ],
)
def test_a_limit_that_is_not_kept_is_seen(ingrid, monkeypatch, planted, bug, which):
    monkeypatch.setattr(middleware.sakerhet, "seconds_left", bug)
    assert tidsfel(ingrid)
    planted(which)


def test_a_session_is_written_at_most_once_a_minute(ingrid, client):
    writes = []
    with efter(0):
        client.force_login(ingrid)
        inne(client)
    for seconds in range(0, 180, 10):
        with efter(seconds / 60):
            before = Session.objects.get(session_key=nyckel(client)).session_data
            inne(client)
            writes.append(before != Session.objects.get(session_key=nyckel(client)).session_data)
    assert sum(writes) == 2


def test_out_with_a_sentence_and_back_to_where_one_was(ingrid, client):
    with efter(0):
        client.force_login(ingrid)
        client.get("/personer/?sida=1")
    with efter(16):
        page = client.get("/personer/?sida=1", follow=True)
        assert middleware.TIMED_OUT in page.content.decode()
        assert page.redirect_chain == [("/logga-in/?next=/personer/%3Fsida%3D1", 302)]
        assert logga_in(client, page.context["redirect_field_value"]) == "/personer/?sida=1"


@pytest.mark.parametrize(
    ("referer", "back"),
    [("http://testserver/personer/ny/?x=1", "/personer/ny/%3Fx%3D1"), ("https://ond.example/x", "/"), ("", "/")],
)
def test_a_form_sent_too_late_leads_back_to_its_page(ingrid, client, referer, back):
    with efter(0):
        client.force_login(ingrid)
        inne(client)
    with efter(16):
        answer = client.post("/begaran/1/besvarad/", headers={"Referer": referer})
        assert answer.headers["Location"] == f"/logga-in/?next={back}"


def test_a_script_that_asks_gets_401(client, db):
    answer = client.post(reverse("session-fortsatt"), headers={"Accept": "application/json"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_go_on_renews(ingrid, client):
    with efter(0):
        client.force_login(ingrid)
        inne(client)
    with efter(14):
        page = client.get("/om/")
        assert '<meta name="session-slut" content="900" data-fortsatt="/fortsatt/">' in page.content.decode()
    with efter(14.5):
        answer = client.post(reverse("session-fortsatt"))
        assert (answer.status_code, answer.headers["Session-Slut"]) == (204, "900")
    with efter(29.4):
        assert inne(client)
    with efter(29.5 + 450):
        assert not inne(client) and client.post(reverse("session-fortsatt")).status_code == 302


@pytest.mark.parametrize(("name", "args"), [("pdf-status", [1]), ("inbjudan-status", [1, 1])])
def test_a_page_that_waits_by_itself_keeps_nobody_in(ingrid, client, name, args):
    with efter(0):
        client.force_login(ingrid)
        inne(client)
    for minutes in range(1, 16):
        with efter(minutes):
            client.get(reverse(name, args=args))
    with efter(15.1):
        assert not inne(client)


# --- The session's id, end and cookie ---
def stulen(ingrid: User) -> list[str]:
    """List what a thief can do with a known session id, planted before login or copied before logout."""
    wrong = []
    client, thief = Client(), Client()
    client.get(reverse("account_login"))
    session = client.session  # as if planted by the attacker
    session["x"] = 1
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = thief.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    logga_in(client)
    if not inne(client):
        wrong.append("the owner is not in")
    if nyckel(client) == session.session_key or inne(thief):
        wrong.append("the id from before log-in is logged in")
    thief.cookies[settings.SESSION_COOKIE_NAME] = old = nyckel(client)
    client.post(reverse("account_logout"))
    if inne(thief) or Session.objects.filter(session_key=old).exists():
        wrong.append("an id from before log-out is logged in")
    return wrong


def test_the_id_is_new_at_log_in_and_dead_after_log_out(ingrid, measured):
    assert stulen(ingrid) == []
    measured("nytt id vid inloggning; ett gammalt id efter utloggning ger inloggningssidan, raden är borta")


def test_an_id_that_is_kept_is_seen(ingrid, monkeypatch, planted):
    monkeypatch.setattr("django.contrib.sessions.backends.base.SessionBase.cycle_key", lambda self: None)
    assert "the id from before log-in is logged in" in stulen(ingrid)
    planted("id:t byts inte vid inloggning")


def test_a_log_out_that_only_takes_the_cookie_is_seen(ingrid, monkeypatch, planted):
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.delete", lambda self, key=None: None)
    assert "an id from before log-out is logged in" in stulen(ingrid)
    planted("utloggning tar kakan men inte raden")


# --- A forged Host ---
def lurade(hosts: list[str]) -> tuple[list[str], int]:
    """List the pages that give a foreign Host header anything but a 400, and any mail sent; also count the requests."""
    wrong, asked = [], 0
    for host in hosts:
        for name in (*OPEN, *CLOSED, *ACCOUNT):
            for method in ("get", "post"):
                client = Client(raise_request_exception=False, headers={"Host": host})
                answer = getattr(client, method)(reverse(name), {"login": "ingrid", "password": PASSWORD})
                asked += 1
                if answer.status_code != 400 or host in answer.content.decode():
                    wrong.append(f"{method} {name}: {answer.status_code}")
    return wrong + [f"mejl: {m.subject}" for m in mail.outbox], asked


def test_a_forged_host_gets_400_and_no_mail(ingrid, client, measured):
    wrong, asked = lurade(["ond.example", "testserver.ond.example", "ond.example:80@testserver"])
    assert wrong == []
    client.force_login(ingrid)
    page = client.get("/att-gora/", headers={"X-Forwarded-Host": "ond.example"})
    assert page.status_code == 200 and "ond.example" not in page.content.decode()
    measured(f"{asked} förfrågningar med falsk Host: 400, {len(mail.outbox)} mejl")


def test_any_host_is_seen(ingrid, settings, planted):
    settings.ALLOWED_HOSTS = ["*"]
    assert lurade(["ond.example"])[0]
    planted("alla värdnamn släpps in")


PROD = """
import django, json; django.setup()
from django.test import RequestFactory
from django.conf import settings as s
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
def svara(request):
    request.session["x"] = 1
    return HttpResponse()
s.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
answer = SessionMiddleware(svara)(RequestFactory().get("/", secure=True))
print(json.dumps([answer.cookies.output(header=""), s.CSRF_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS]))
"""


@pytest.mark.slow
def test_the_cookie_of_production(measured):
    """Check the cookie as production sets it, in a separate process with production's settings."""
    env = os.environ | {"LSS_DEMO": "0", "DEBUG": "0", "DJANGO_SETTINGS_MODULE": "lss_portal.settings"}
    done = subprocess.run(
        [sys.executable, "-c", PROD], cwd=settings.BASE_DIR, env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    cookie, csrf, csrf_secure, hsts = json.loads(done.stdout)
    name, *parts = [p.strip() for p in cookie.strip().split(";")]
    assert name.startswith("__Host-session=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax", "Secure"} <= set(parts)
    assert not any(p.startswith("Domain") for p in parts)
    assert (csrf, csrf_secure) == ("__Host-csrf", True) and hsts > 0
    measured("kakan i produktion: __Host-session, Secure, HttpOnly, SameSite=Lax, Path=/, ingen domän")
