"""R5 in Chromium: from the QR code on the staff's screen to a passkey on the person's phone, and its revocation.

WebAuthn requires https or localhost, so the addresses here say localhost.
"""

import re

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stod import factories as f
from tests.stod.running import OPEN_PAGES, log_in

pytestmark = [pytest.mark.slow, pytest.mark.target("R5")]
FYLL = """
from django.utils import timezone
from plans.models import User
from tests.stod import factories as f
today, ingrid = timezone.localdate(), User.objects.get(username="ingrid")
person = f.person(ingrid, {number!r}, "Elin", "Sandvall", today=today)
print(person.pk)
"""
TELEFON = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def person(kommun) -> int:
    """A person without a login."""
    return int(kommun.manage("shell", "-c", FYLL.format(number=f.number(skip=31))).splitlines()[-1])


def telefon(browser: Browser) -> Page:
    """A browser that acts as a phone: a small screen, and a virtual key behind a screen lock."""
    page = browser.new_context(locale="sv-SE", viewport={"width": 390, "height": 844}).new_page()
    OPEN_PAGES.append(page)
    page.set_default_timeout(15_000)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": TELEFON})
    return page


def tryck(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def lamna_ut(ingrid: Page, url: str, satt: str) -> None:
    ingrid.goto(url)
    ingrid.get_by_label(satt).check()
    tryck(ingrid, "Fortsätt")


def telefonen_ar_borta(ingrid: Page, url: str) -> None:
    ingrid.goto(url)
    ingrid.get_by_role("link", name="Telefonen är borta").click()
    tryck(ingrid, "Ta tillbaka nyckeln")
    expect(ingrid.get_by_text("Nyckeln är återkallad.")).to_be_visible()


def test_from_the_qr_code_to_the_key_and_back(kommun, browser, person, measured):
    hem = kommun.url.replace("127.0.0.1", "localhost")
    ingrid, elin, asked = log_in(browser, kommun, "ingrid"), telefon(browser), []
    elin.on("request", lambda request: asked.append(request.url))
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Passkey på mottagarens egen telefon")
    adress = ingrid.locator("[data-adress]").get_attribute("data-adress")
    kod = adress.partition("#")[2]

    # On the phone one press logs in. No name is shown before that, and no requested address holds the code.
    elin.goto(adress.replace("127.0.0.1", "localhost"))
    expect(elin.get_by_role("heading", name="Nu gör vi din nyckel")).to_be_visible()
    expect(elin.locator("main button:visible, main input:visible")).to_have_count(1)
    assert "Elin" not in elin.locator("body").inner_text()
    tryck(elin, "Gör min nyckel")
    expect(elin.get_by_role("heading", name="Hej Elin!")).to_be_visible()
    assert kod and not [url for url in asked if kod in url.partition("#")[0]]
    expect(ingrid.get_by_role("heading", name="Nyckeln är klar")).to_be_visible(timeout=12_000)  # without a reload
    expect(ingrid).to_have_title(re.compile("^Nyckeln är klar"))

    # The code cannot be used again, but the key can.
    other = telefon(browser)
    other.goto(adress.replace("127.0.0.1", "localhost"))
    expect(other.get_by_role("heading", name="Koden går inte att använda")).to_be_visible()
    tryck(elin, "Logga ut")
    elin.goto(f"{hem}/logga-in/")
    elin.get_by_role("button", name="Min telefon eller dator").click()
    expect(elin.get_by_role("heading", name="Hej Elin!")).to_be_visible()

    # The phone is lost: no second key is given until the first is revoked. Then the phone is logged out and kept out.
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Passkey på mottagarens egen telefon")
    expect(ingrid.get_by_role("alert")).to_contain_text("Inloggningen har redan en nyckel.")
    telefonen_ar_borta(ingrid, f"{kommun.url}/personer/{person}/inloggning/")
    elin.goto(f"{hem}/min-plan/")
    assert "/logga-in/" in elin.url
    elin.goto(f"{hem}/logga-in/")
    with elin.expect_response(lambda answer: answer.request.method == "POST"):
        elin.get_by_role("button", name="Min telefon eller dator").click()
    elin.goto(f"{hem}/min-plan/")
    assert "/logga-in/" in elin.url
    measured("Chromium: QR-kod → passkey → inloggad med ett tryck; ut, in igen; återkallad: utloggad och nekad")


def test_a_phone_that_says_no_gets_a_sentence_and_may_try_again(kommun, browser, person):
    ingrid, elin = log_in(browser, kommun, "ingrid"), telefon(browser)
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Passkey på mottagarens egen telefon")
    adress = ingrid.locator("[data-adress]").get_attribute("data-adress").replace("127.0.0.1", "localhost")
    elin.goto(adress)
    elin.evaluate(
        "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    tryck(elin, "Gör min nyckel")
    expect(elin.get_by_role("alert")).to_have_text("Det blev avbrutet. Tryck på knappen när du vill försöka igen.")
    elin.reload()
    tryck(elin, "Gör min nyckel")
    expect(elin.get_by_role("heading", name="Hej Elin!")).to_be_visible()
    telefonen_ar_borta(ingrid, f"{kommun.url}/personer/{person}/inloggning/")


SLUT = """
import datetime as dt
from django.utils import timezone
from plans.models import Inbjudan
now = timezone.now()
last = Inbjudan.objects.order_by("pk").last().pk
Inbjudan.objects.filter(pk=last).update(skapad_at=now - dt.timedelta(minutes=11), giltig_till=now)
"""


def test_the_staffs_page_says_by_itself_that_the_ten_minutes_are_over(kommun, browser, person):
    ingrid = log_in(browser, kommun, "ingrid")
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Passkey på mottagarens egen telefon")
    expect(ingrid.get_by_role("status")).to_have_text("Väntar på att Elin Sandvall gör sin nyckel.")
    kommun.manage("shell", "-c", SLUT)
    expect(ingrid.get_by_role("heading", name="De tio minuterna är slut")).to_be_visible(timeout=12_000)
    expect(ingrid.locator("[data-adress]")).to_have_count(0)


def test_without_javascript_staff_look_again_by_a_button(kommun, browser, person):
    ingrid = log_in(browser, kommun, "ingrid", java_script_enabled=False)
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Passkey på mottagarens egen telefon")
    assert "Tryck på Uppdatera" in ingrid.locator("main noscript").inner_text()
    tryck(ingrid, "Uppdatera")
    expect(ingrid.get_by_role("heading", name="Läs av koden")).to_be_visible()
    kommun.manage("shell", "-c", SLUT)
    tryck(ingrid, "Uppdatera")
    expect(ingrid.get_by_role("heading", name="De tio minuterna är slut")).to_be_visible()


def test_the_letter_prints_on_one_page(kommun, browser, person, tmp_path):
    ingrid = log_in(browser, kommun, "ingrid")
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Brev med kod")
    assert re.search(r"(\w{5}-){2}\w{5}", ingrid.locator("article .kod").inner_text())
    ingrid.pdf(path=tmp_path / "brev.pdf", format="A4")
    with pikepdf.open(tmp_path / "brev.pdf") as paper:
        assert len(paper.pages) == 1


def test_without_javascript_the_pages_say_what_to_do(kommun, browser, person):
    page = browser.new_context(locale="sv-SE", java_script_enabled=False).new_page()
    # Even with scripts off, Chromium parses what is inside <noscript> as text, so read the text of that element.
    page.goto(f"{kommun.url}/valkommen/mote/")
    assert "Be om ett brev med kod i stället." in page.locator("noscript").inner_text()
    ingrid = log_in(browser, kommun, "ingrid", java_script_enabled=False)
    lamna_ut(ingrid, f"{kommun.url}/personer/{person}/inloggning/", "Brev med kod")
    page.goto(f"{kommun.url}/valkommen/")
    page.get_by_label("Koden i brevet").fill(ingrid.locator("article .kod").inner_text())
    tryck(page, "Fortsätt")
    assert "Det här går bara med JavaScript påslaget." in page.locator("noscript").inner_text()
    expect(page.get_by_role("button", name="Gör min nyckel")).to_have_count(0)
    expect(page.get_by_role("link", name="Använd ett lösenord och en app med koder")).to_be_visible()
