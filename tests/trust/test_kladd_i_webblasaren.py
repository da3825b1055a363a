"""In Chromium: at most five seconds of writing are lost (R29).

On the whole stack, letters are typed at a steady pace, something breaks, and the page is opened again. The loss is the
time from the first missing letter to the break.
"""

import contextlib
import time
from dataclasses import dataclass, field

import psycopg2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.stod import factories as f
from tests.stod.running import CHROMIUM_FLAGS, PASSWORD, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.target("R29"), pytest.mark.slow]
MOST_LOST = 5.0  # seconds
SECONDS, PACE = 7.0, 0.12  # how long typing goes on, and the time between letters


FYLL = """
import datetime as dt
from django.utils import timezone
from plans.models import User
from tests.stod import factories as f
today, ingrid = timezone.localdate(), User.objects.get(username="ingrid")
person = f.person(ingrid, {number!r}, "Tuva", "Kladdberg", today=today)
for name in ("gode", "andre"):
    f.skap(person, User.objects.create_user(name, password={password!r}, namn=name.title()), ingrid, fran=today)
print(person.pk)
"""


@dataclass
class Typing:
    """A page with a text field, and the letters typed there, each with its time."""

    page: Page
    url: str
    typed: list[tuple[float, str]] = field(default_factory=list)

    def type_one(self) -> None:
        """Type one more letter."""
        letter = "abcdefghij"[len(self.typed) % 10]
        self.page.keyboard.type(letter)
        self.typed.append((time.monotonic(), letter))

    def text(self) -> str:
        """Everything typed so far."""
        return "".join(letter for _, letter in self.typed)

    def lost_of(self, kvar: str, nar: float) -> float:
        """Seconds of typing lost: from the first missing letter until `nar`."""
        assert self.text().startswith(kvar), (self.text(), kvar)
        gone = [at for at, _ in self.typed[len(kvar) :] if at <= nar]
        return nar - gone[0] if gone else 0.0


def too_much(losses: dict[str, float]) -> list[str]:
    """List the cases that lost more than allowed."""
    return [f"{name}: {lost:.1f} s" for name, lost in losses.items() if lost > MOST_LOST]


def open_page(context: BrowserContext, url: str) -> Typing:
    """Open the page and put the cursor in the text field."""
    page = context.new_page()
    page.goto(url)
    page.locator("#id_text").focus()
    return Typing(page, url)


def kept(page: Page, url: str) -> str:
    """Reopen the form and return what it holds."""
    page.goto(url)
    return page.locator("#id_text").input_value()


def log_in_again(page: Page, url: str, username: str) -> str:
    """Log in on the login page that is shown; return what the form holds afterwards."""
    page.get_by_label("Användarnamn").fill(username)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(url)
    return page.locator("#id_text").input_value()


def end_session(stack, context: BrowserContext) -> None:
    """End the session on the server."""
    key = next(c["value"] for c in context.cookies() if c["name"] == "lss_session")
    with contextlib.closing(psycopg2.connect(stack.env["DATABASE_URL"])) as db, db, db.cursor() as cursor:
        cursor.execute("DELETE FROM django_session WHERE session_key = %s", [key])


def save_slowly(context: BrowserContext) -> None:
    """Plant the bug: the page saves once a minute."""

    def byt(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("VANTA = 2500", "VANTA = 60000"))

    context.route("**/js/kladd*.js", byt)


@pytest.fixture(scope="module")
def person(kommun) -> int:
    """A person with two företrädare."""
    code = FYLL.format(number=f.number(skip=33), password=PASSWORD)
    return int(kommun.manage("shell", "-c", code).splitlines()[-1])


def test_hogst_fem_sekunder_text_gar_forlorade(kommun, browser, playwright, person, measured, planted):
    stack = kommun
    fragor = ("om_mig", "viktigt", "drommar", "nu", "vill")
    urls = [stack.url + reverse("ord-skriv", args=[person, x]) for x in fragor]
    start = log_in(browser, stack, "gode")
    state = start.context.storage_state()

    def eget() -> BrowserContext:
        return browser.new_context(locale="sv-SE", storage_state=state)

    dor = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
    sjuk, langsamma = dor.new_context(storage_state=state), dor.new_context(storage_state=state)
    save_slowly(langsamma)
    session = log_in(browser, stack, "gode").context  # a separate session, to be ended
    utslangd, krasch, natlos, biljett, annan = (
        open_page(c, url) for c, url in zip((session, sjuk, eget(), eget(), eget()), urls, strict=True)
    )
    fel = open_page(langsamma, stack.url + reverse("sa-ser-jag-det", args=[person]))
    alla = (utslangd, krasch, natlos, biljett, annan, fel)

    def type_in(sekunder: float, *vilka: Typing) -> float:
        end = time.monotonic() + sekunder
        while (begun := time.monotonic()) < end:
            for one in vilka:
                one.type_one()
            time.sleep(max(0.0, PACE - (time.monotonic() - begun)))
        return time.monotonic()

    type_in(SECONDS, *alla)
    lost: dict[str, float] = {}

    # The session is ended on the server and Spara is pressed: the user comes to login, and then back to the form.
    end_session(stack, session)
    at = time.monotonic()
    utslangd.page.get_by_role("button", name="Spara", exact=True).click()
    utslangd.page.wait_for_url("**/logga-in/**")
    lost["utloggad"] = utslangd.lost_of(log_in_again(utslangd.page, utslangd.url, "gode"), at)
    expect(utslangd.page.locator("#id_text")).to_be_focused()

    # The browser crashes, and with it the page that has the planted bug.
    at = type_in(1.0, krasch, fel)
    with contextlib.suppress(Error):
        dor.new_browser_cdp_session().send("Browser.crash")
    lost["krasch"] = krasch.lost_of(kept(start, krasch.url), at)
    assert too_much({"en minut": fel.lost_of(kept(start, fel.url), at)}) != []
    planted("sparar en gång i minuten")

    # The network is gone but Spara is pressed; the text stays, and is saved when the network is back.
    natlos.page.context.set_offline(True)
    at = type_in(3.5, natlos)
    natlos.page.get_by_role("button", name="Spara", exact=True).click()
    expect(natlos.page.get_by_text("Sparas inte just nu. Texten är kvar här.")).to_be_visible()
    assert natlos.page.locator("#id_text").input_value() == natlos.text()
    natlos.page.context.set_offline(False)
    expect(natlos.page.get_by_text("Sparat")).to_be_visible(timeout=10_000)
    lost["nätet borta"] = natlos.lost_of(kept(start, natlos.url), at)

    # The CSRF cookie is gone: further typing is saved, and so is what Spara sends.
    biljett.page.context.clear_cookies(name="lss_csrf")
    at = type_in(1.0, biljett)
    biljett.page.get_by_role("button", name="Spara", exact=True).click()
    biljett.page.get_by_role("link", name="Öppna sidan igen").click()
    lost["CSRF"] = biljett.lost_of(biljett.page.locator("#id_text").input_value(), at)

    # Another user who may open the same page logs in, in the same browser; then the first user comes back.
    context = annan.page.context
    context.clear_cookies(name="lss_session")
    at = time.monotonic()
    sist = context.new_page()
    sist.goto(annan.url)
    sedda = len(log_in_again(sist, annan.url, "andre"))
    type_in(3.5, annan)  # the first user's page is still open, and must not save into the other's draft
    sedda += len(kept(sist, annan.url))
    lost["annan inloggad"] = annan.lost_of(kept(start, annan.url), at)

    assert (too_much(lost), sedda) == ([], 0)
    figures = ", ".join(f"{name} {seconds:.1f}" for name, seconds in lost.items())
    measured(f"högst {max(lost.values()):.1f} s text borta ({figures}); den andra såg {sedda} tecken")


def test_tva_minuter_fore_fragar_vi_och_sedan_tillbaka_till_faltet(kommun, browser, person):
    """Fortsätt closes the dialog. After the timeout the user logs in and is back in the text, with the cursor in it."""
    page = log_in(browser, kommun, "gode")
    page.clock.install()
    url = kommun.url + reverse("sa-ser-jag-det", args=[person])
    page.goto(url)
    page.locator("#id_text").focus()
    page.clock.run_for(12 * 60_000)
    fraga = page.get_by_role("alertdialog", name="Du loggas ut om 2 minuter")
    expect(fraga).to_have_count(0)
    page.clock.run_for(70_000)
    expect(fraga).to_be_visible()
    expect(fraga.get_by_role("button", name="Fortsätt")).to_be_focused()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Enter")
    expect(fraga).to_have_count(0)
    expect(page.locator("#id_text")).to_be_focused()
    page.keyboard.type("Hela texten är kvar")
    page.clock.run_for(3000)
    expect(page.get_by_text("Sparat")).to_be_visible()
    end_session(kommun, page.context)
    page.clock.run_for(15 * 60_000 + 5000)
    page.wait_for_url("**/logga-in/**")
    assert log_in_again(page, url, "gode").endswith("Hela texten är kvar")
    expect(page.locator("#id_text")).to_be_focused()
