"""R5: staff with a password need a passkey or a code app; keys are personal, encrypted and logged."""

import base64
import itertools
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from plans.actions import nycklar
from plans.konto import keys_adapter
from plans.lasning import sakerhet
from plans.lasning.sakerhet import device
from plans.middleware import WITHOUT_SECOND_FACTOR
from plans.models import Actor, Handelse
from tests.stod import factories as f
from tests.stod.case_states import build_case
from tests.stod.covering import FULL, covering
from tests.stod.login_door import PASSWORD, TOTP_SECRET, current_totp, try_login, with_password, with_totp
from tests.stod.pages import ACCOUNT, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.target("R5")]
SAKERHET = "/sakerhet/"
PERSONAL = ("ingrid", "carin", "greta", "rut", "admin")  # handläggare, chef, granskare, registrator, administrator


@pytest.fixture(autouse=True)
def krav(settings, monkeypatch):
    """Demand a second factor, as in production, and wake no worker."""
    settings.MFA_KRAVS = True
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def natt(roles, asked: list[str], full: bool = FULL) -> Iterator[str]:
    """Yield each page that staff with only a password can reach; add each URL that is tried to `asked`.

    Every URL is tried by GET and by POST, and every member of staff tries every URL at least once.
    """
    x = build_case("erbjuden", roles.alva, roles.skap, roles.ingrid)
    urls = [s.url(x) for s in PAGES if "erbjuden" in s.lagen]
    urls += [reverse(n) for n in ACCOUNT if n not in WITHOUT_SECOND_FACTOR and reverse(n) != SAKERHET]
    urls += [reverse("admin:index"), reverse("admin:plans_user_changelist"), reverse("admin:plans_user_add")]
    clients = {who: Client() for who in PERSONAL}
    for who, client in clients.items():
        client.force_login(with_password(getattr(roles, who)))
    ways = itertools.product(PERSONAL, urls, ("get", "post"))
    for who, url, method in covering(ways, lambda w: w[:2], lambda w: w[1:], full=full):
        answer = getattr(clients[who], method)(url)
        asked.append(url)
        if answer.status_code != 302 or answer.headers["Location"] != SAKERHET:
            yield f"{who}: {url} {answer.status_code}"


def test_staff_without_a_second_factor_reach_nothing(roles, measured):
    asked: list[str] = []
    assert list(natt(roles, asked)) == []
    measured(f"{len(asked)} förfrågningar av {len(PERSONAL)} ur personalen med bara lösenord: alla till {SAKERHET}")


def bara_handlaggare(by) -> bool:
    """A demand with a gap: it holds for handläggare alone and forgets all other staff."""
    return getattr(by.uppdrag, "roll", "") == "handlaggare"


def test_a_gap_in_the_demand_is_seen(roles, monkeypatch, planted):
    monkeypatch.setattr(sakerhet, "lacks_second_factor", bara_handlaggare)
    assert next(natt(roles, [], full=True)).startswith("carin")
    planted("kravet gäller bara handläggare")


def test_a_page_that_is_let_through_is_seen(roles, monkeypatch, planted):
    monkeypatch.setattr("plans.middleware.WITHOUT_SECOND_FACTOR", WITHOUT_SECOND_FACTOR | {"person-lista"})
    assert next(natt(roles, [], full=True)).startswith("ingrid: /personer/")
    planted("personlistan nås utan andra steg")


@pytest.mark.parametrize("who", ["birgitta", "alva_konto", "pappa"])
def test_the_family_is_not_asked(roles, client, who):
    client.force_login(with_password(getattr(roles, who)))
    assert client.get("/mina-personer/").status_code == 200


def test_staff_without_a_password_have_the_employers_log_in(roles, client):
    client.force_login(roles.ingrid)
    assert client.get("/att-gora/").status_code == 200


def test_with_passwords_shut_there_is_nothing_to_add_to(roles, client, settings):
    settings.LOKALA_LOSENORD = False
    client.force_login(with_password(roles.ingrid))
    assert client.get("/att-gora/").status_code == 200


# --- From a password alone to a login with a code app ---
def test_an_app_is_set_up_and_asked_for(roles, client, django_capture_on_commit_callbacks):
    with_password(roles.ingrid)
    assert try_login(client, "ingrid").headers["Location"] == "/"
    page = client.get("/att-gora/", follow=True)
    assert "Du behöver en sak till" in page.content.decode()
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": current_totp(secret)}, follow=True)
    spare = answer.context["unused_codes"]
    assert len(spare) == 10 and spare[0] in answer.content.decode()
    assert spare[0] not in client.get(reverse("mfa_view_recovery_codes")).content.decode(), "shown once"
    assert client.get("/att-gora/").status_code == 200
    logged = Handelse.objects.filter(user=roles.ingrid).values_list("handelse", flat=True)
    assert list(logged) == ["inloggning.in", "inloggning.nyckel_ny", "att_gora.oppnad"]
    # The next logins ask for the password, then a code. Each spare code works once.
    for code, inside in ((spare[0], True), (spare[0], False), (spare[1], True), ("000000", False)):
        again = Client()
        assert try_login(again, "ingrid").headers["Location"] == reverse("mfa_authenticate")
        assert again.get("/att-gora/").status_code == 302, "the password alone opens nothing"
        again.post(reverse("mfa_authenticate"), {"code": code})
        assert (again.get("/att-gora/").status_code == 200) is inside


def test_secrets_are_encrypted_at_rest(roles, measured):
    with_totp(roles.ingrid)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, ' ') FROM mfa_authenticator")
        stored = cursor.fetchone()[0]
    assert TOTP_SECRET not in stored and Authenticator.objects.get(type="totp").wrap().validate_code(current_totp())
    measured("hemligheter till appar och reservkoder ligger krypterade; byt_nyckel flyttar dem")


def test_secrets_in_clear_are_seen(roles, monkeypatch, planted):
    monkeypatch.setattr(keys_adapter.KeysAdapter, "encrypt", lambda self, text: text)
    monkeypatch.setattr(keys_adapter.KeysAdapter, "decrypt", lambda self, text: text)
    with_totp(roles.ingrid)
    assert TOTP_SECRET in str(Authenticator.objects.get(type="totp").data)
    planted("appens hemlighet lagras i klartext")


def test_secrets_follow_to_a_new_key(roles, settings):
    with_totp(roles.ingrid)
    new = f"9:{base64.urlsafe_b64encode(bytes(range(32))).decode()}"
    settings.LSS_KEYS = f"{new},{settings.LSS_KEYS}"
    assert nycklar.byt_koder(by=Actor.system(f.IDAG)) == 2
    settings.LSS_KEYS = new
    assert Authenticator.objects.get(type="totp").wrap().validate_code(current_totp())
    assert len(Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()) == 10


def test_an_old_session_must_show_who_it_is_before_a_key_is_changed(roles, client):
    client.force_login(with_password(roles.birgitta))
    client.get("/om/")
    session = client.session
    session["inloggad"] -= 301
    session.save()
    for name in ("mfa_add_webauthn", "mfa_activate_totp", "mfa_generate_recovery_codes"):
        assert client.get(reverse(name)).headers["Location"] == "/bekrafta-losenord/?" + urlencode(
            {"next": reverse(name)}
        )
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_anothers_passkey_is_404(roles, client):
    hers = Authenticator.objects.create(user=roles.kerstin, type="webauthn", data={"name": "Kerstins"})
    client.force_login(roles.birgitta)
    for ask in (client.get, client.post):
        assert ask(reverse("mfa_remove_webauthn", args=[hers.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=hers.pk).exists()


# --- Passwords shut ---
def test_with_passwords_shut_none_works_and_no_form_asks(roles, client, settings):
    with_password(roles.birgitta)
    settings.LOKALA_LOSENORD = False
    assert 'name="password"' not in client.get(reverse("account_login")).content.decode()
    assert try_login(client, "birgitta").status_code == 200
    assert client.get("/mina-personer/").status_code == 302
    client.force_login(roles.birgitta)
    assert client.get(reverse("account_change_password")).status_code == 404


def test_the_admin_has_no_door_of_its_own(roles, client):
    client.force_login(with_password(roles.birgitta))
    for ask in (client.get, client.post):
        assert ask(reverse("admin:login"), {"username": "admin", "password": "x"}).status_code == 404


# --- The user's own sessions ---
def test_log_out_everywhere(roles, client):
    with_password(roles.birgitta)
    browsers = {"här": client, "mobil": Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/604"})}
    for browser in browsers.values():
        try_login(browser, "birgitta")
        assert browser.get("/mina-personer/").status_code == 200
    page = client.get(SAKERHET).content.decode()
    assert page.count("Den du använder nu") == 1 and "Safari på iPhone" in page
    assert client.get(reverse("konto-logga-ut-overallt")).status_code == 405
    client.post(reverse("konto-logga-ut-overallt"))
    assert {n: b.get("/mina-personer/").status_code for n, b in browsers.items()} == {"här": 302, "mobil": 302}
    assert Handelse.objects.filter(handelse="inloggning.logga_ut_overallt", user=roles.birgitta).count() == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/120 Safari/537 Edg/120", "Edge på Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0", "Firefox på Linux"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome på Android"),
        ("", "Okänd webbläsare på okänd enhet"),
    ],
)
def test_a_device_in_words(text, words):
    assert device(text) == words
