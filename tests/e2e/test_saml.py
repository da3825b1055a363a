"""Login by SAML in Chromium, against pysaml2 in a separate process (tests/stod/saml/idp.py, apt: xmlsec1).

The portal is 127.0.0.1 and the provider is localhost. To the browser they are two sites, so the provider's form is sent
without our session cookie, as in production.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from plans.models import Inloggningstjanst, User
from tests.e2e.test_eleg import LOA2, LOSENORD, Manniska, folk, nummer, portal, starta
from tests.e2e.test_tillganglighet import DOOR_SEEN, axe
from tests.stod.running import ROOT, free_port
from tests.stod.saml.stub import KEY, LOA3, NUMBER_ATTRIBUTE

__all__ = ["portal"]
pytestmark = [pytest.mark.slow]
ANSTALLD = "urn:oid:2.16.840.1.113730.3.1.3"  # employeeNumber


def fyll(idp: str, certifikat: str) -> None:
    """Make the people, and two SAML login services: an e-ID and the staff's own. Runs in the portal's own shell."""
    base = {
        "namnd": folk(),
        "protokoll": "saml",
        "entitet": f"{idp}/metadata",
        "inloggningsadress": f"{idp}/sso",
        "certifikat": certifikat,
    }
    new = Inloggningstjanst.objects.create
    new(kod="freja", namn="Freja", for_vem="enskilda", claim=NUMBER_ATTRIBUTE, nivaer=LOA3, **base)
    ad = new(kod="adfs", namn="Almdala inloggning", for_vem="personal", claim=ANSTALLD, **base)
    User.objects.filter(username="almdala").update(tjanst=ad, anstallnings_id="A-1")


def personer() -> dict[str, dict[str, str]]:
    """The attributes that the provider sends about each of its users."""
    known = {name: {"personalIdentityNumber": number, "niva": LOA3} for name, number in nummer().items()}
    return known | {
        "svag": {"personalIdentityNumber": nummer()["tage"], "niva": LOA2},
        "alma": {"employeeNumber": "A-1", "niva": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"},
    }


@pytest.fixture(scope="module")
def idp(portal, tmp_path_factory):
    """Register the provider as two login services, and start it with the portal's metadata; yield the portal."""
    folder, port = tmp_path_factory.mktemp("idp"), free_port()
    url = f"http://localhost:{port}"
    (folder / "nyckel.pem").write_bytes(KEY.privat)
    (folder / "certifikat.pem").write_text(KEY.certifikat)
    portal.manage("shell", "-c", f"import tests.e2e.test_saml as t; t.fyll({url!r}, {KEY.certifikat!r})")
    files = []
    for kod in ("freja", "adfs"):
        files.append(folder / f"{kod}.xml")
        with urllib.request.urlopen(f"{portal.url}/logga-in/med/{kod}/metadata/", timeout=10) as answer:  # noqa: S310
            files[-1].write_bytes(answer.read())
    env = {**os.environ, "IDP_MAPP": str(folder), "IDP_LOSENORD": LOSENORD, "IDP_PERSONER": json.dumps(personer())}
    command = [sys.executable, "-m", "tests.stod.saml.idp", str(port), *map(str, files)]
    process: subprocess.Popen = starta(command, ROOT, env, f"{url}/metadata", folder / "idp.log")
    yield portal
    process.terminate()
    process.wait(15)


@pytest.fixture
def nagon(idp, browser):
    """A function that makes a user with a new browser; afterwards, no requested address may hold a number."""
    made: list[Manniska] = []

    def ny(**context) -> Manniska:
        made.append(Manniska(browser, idp, **context))
        return made[-1]

    yield ny
    for human in made:
        assert human.nummer_i_adresser() == []
        human.page.context.close()


def framme(human: Manniska, knapp: str, who: str, path: str = "/logga-in/") -> Page:
    """Log in at the provider, pass our page that forwards its answer, and return the page that comes after."""
    human.legitimera(knapp, who, path)
    human.page.wait_for_function("!document.querySelector('[data-vidare]')")
    return human.page


@pytest.mark.target("R5")
def test_the_person_comes_in_without_a_cookie_from_the_other_site(nagon, measured):
    human, posts = nagon(), []
    human.page.on("request", lambda q: posts.append(q) if q.method == "POST" and "/saml/" in q.url else None)
    page = framme(human, "Freja", "tage")
    expect(page.get_by_role("heading", name="Hej Tage!")).to_be_visible()
    cookies = ["lss_session" in (post.all_headers().get("cookie") or "") for post in posts]
    assert cookies == [False, True]
    again = page.request.post(
        posts[1].url, headers={"Content-Type": "application/x-www-form-urlencoded"}, data=posts[1].post_data
    )
    assert again.status == 400 and "gick inte att kontrollera" in again.text()
    expect(page.get_by_role("heading", name="Hej Tage!")).to_be_visible()
    measured("SAML i Chromium mot pysaml2: in utan kaka från den andra sajten, samma svar en gång till 400")


def test_a_god_man_lands_where_she_was_going(nagon):
    page = framme(nagon(), "Freja", "gudrun", "/mina-personer/")
    assert page.url.endswith("/mina-personer/")
    expect(page.get_by_text("Tage").first).to_be_visible()
    expect(page.get_by_text("Disa").first).to_be_visible()


def test_staff_by_their_employers_log_in(nagon):
    assert framme(nagon(), "Almdala inloggning", "alma").url.endswith("/att-gora/")


@pytest.mark.parametrize(
    ("knapp", "who", "words"),
    [
        ("Freja", "okand", "Vi hittar ingen plan"),
        ("Freja", "annan", "Vi hittar ingen plan"),
        ("Freja", "svag", "har inte den säkerhetsnivå"),
        ("Freja", "alma", "har inte den säkerhetsnivå"),
        ("Almdala inloggning", "tage", "Vi hittar ingen inloggning för dig som personal"),
    ],
)
def test_others_do_not(nagon, knapp, who, words):
    human = nagon()
    page = framme(human, knapp, who)
    expect(page.get_by_text(words).first).to_be_visible()
    page.goto(f"{human.url}/min-plan/")
    assert "/logga-in/" in page.url


def till_sidan_emellan(human: Manniska) -> Page:
    """Log in at the provider when no script will forward its answer, and return the page without waiting."""
    page = human.page
    page.goto(f"{human.url}/logga-in/")
    page.get_by_role("link", name=re.compile("Freja")).click()
    page.get_by_label("Username").fill("tage")
    page.get_by_label("Password").fill(LOSENORD)
    page.get_by_role("button", name="Sign In").click()
    return page


def test_without_javascript_there_is_a_button(nagon):
    page = till_sidan_emellan(nagon(java_script_enabled=False))
    page.locator("input[type=submit]").click()  # the provider's own button
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Hej Tage!")).to_be_visible()


@pytest.mark.parametrize(("size", "scheme"), DOOR_SEEN)
def test_the_page_between_is_accessible(nagon, size, scheme):
    human = nagon(viewport=size, color_scheme=scheme)
    human.page.route(re.compile(r"/vidare[.\w]*\.js"), lambda route: route.abort())
    page = till_sidan_emellan(human)
    expect(page.get_by_role("heading", name="Du loggas in")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
