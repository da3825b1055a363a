"""In Chromium with a virtual key: staff make a passkey, and log in with it alone and as the second step.

That a second step is demanded (MFA_KRAVS) is tested without a browser in tests/trust/test_andra_steg.py.
"""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_passkey import TELEFON, tryck
from tests.stod.running import OPEN_PAGES, PASSWORD, log_in

pytestmark = [pytest.mark.slow, pytest.mark.target("R5")]


def test_staff_make_a_passkey_and_log_in_by_it(kommun, browser, measured):
    stack = kommun.__class__(kommun.env["PUBLIC_BASE_URL"], kommun.env, kommun.postlada)
    code = """
from plans.models import Enhet, Uppdrag, User
import datetime as dt
u = User.objects.create_user("nyckel", password=%r, namn="Nyckel Handläggare")
Uppdrag.objects.create(user=u, enhet=Enhet.objects.first(), roll="handlaggare", fran=dt.date(2026, 1, 1))
"""
    stack.manage("shell", "-c", code % PASSWORD)
    page = log_in(browser, stack, "nyckel")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": TELEFON})
    page.goto(f"{stack.url}/sakerhet/passkey/")
    tryck(page, "Gör en passkey")
    expect(page.get_by_role("heading", name="Dina reservkoder")).to_be_visible()
    assert page.locator("main code").count() == 10
    page.get_by_role("link", name="Jag har sparat dem").click()
    tryck(page, "Logga ut överallt")
    page.goto(f"{stack.url}/logga-in/?next=/personer/")
    page.get_by_role("button", name="Min telefon eller dator").click()
    expect(page).to_have_url(f"{stack.url}/personer/")
    tryck(page, "Logga ut")
    page.goto(f"{stack.url}/logga-in/")
    page.get_by_label("Användarnamn").fill("nyckel")
    page.get_by_label("Lösenord").fill(PASSWORD)
    tryck(page, "Logga in")
    expect(page.get_by_role("heading", name="Visa att det är du")).to_be_visible()
    page.goto(f"{stack.url}/personer/")
    assert "/logga-in/" in page.url, "the password alone opens nothing"
    page.goto(f"{stack.url}/logga-in/kod/")
    tryck(page, "Använd min passkey")
    expect(page.get_by_role("heading", name="Att göra")).to_be_visible()
    OPEN_PAGES.remove(page)
    page.context.close()
    measured("Chromium med virtuell nyckel: personal in med bara passkey, och med lösenord + passkey")
