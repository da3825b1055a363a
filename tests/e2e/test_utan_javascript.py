"""The core tasks with scripts turned off: log in, own words, the draft and its answers, make final, reach the PDF.

Only links, forms and reloading are used.
"""

import re
import time
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.stod import factories as f
from tests.stod.running import PASSWORD, log_in

pytestmark = pytest.mark.slow
FYLL = """
import datetime as dt
from django.utils import timezone
from plans.models import User
from tests.stod import factories as f
today, ingrid = timezone.localdate(), User.objects.get(username="ingrid")
person = f.person(ingrid, {number!r}, "Moa", "Stenlund", today=today)
person.konto = User.objects.create_user("moa", password={password!r}, namn=person.namn)
person.save()
f.insats(person, ingrid, today=today)
f.ja(person, ingrid, today=today)
print(person.pk)
"""


def tryck(page: Page, name: str) -> None:
    """Press the button whose name is exactly this."""
    page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture(scope="module")
def person(kommun) -> int:
    """A person with a login, a granted insats and a yes to the offer."""
    code = FYLL.format(number=f.number(skip=30), password=PASSWORD)
    return int(kommun.manage("shell", "-c", code).splitlines()[-1])


def test_the_core_tasks_without_javascript(kommun, browser, person):
    stack = kommun
    moa = log_in(browser, stack, "moa", java_script_enabled=False)
    ingrid = log_in(browser, stack, "ingrid", java_script_enabled=False)

    # The person's own words, from her first page.
    expect(moa.get_by_role("heading", name="Hej Moa!")).to_be_visible()
    moa.get_by_role("link", name="Skriv mina ord").click()
    moa.get_by_label("Vad är viktigt för dig?").fill("Hästarna i stallet.")
    tryck(moa, "Spara")
    expect(moa.get_by_text("Det är sparat.")).to_be_visible()

    # The draft is begun; a goal with a folded field, what others do and who took part are added; the draft is shared.
    ingrid.goto(f"{stack.url}/personer/{person}/")
    ingrid.get_by_role("button", name=re.compile("Börja")).first.click()
    expect(ingrid.get_by_text("Hästarna i stallet.")).to_be_visible()
    plan = ingrid.url.split("#")[0]
    ny_del(ingrid, plan, "mal", text="Rida varje vecka", delmal="Borsta en häst")
    ny_del(ingrid, plan, "andra", text="Plats i ridgruppen", ansvarig="Ridskolan")
    ny_del(ingrid, plan, "delaktiga", namn="Moa Stenlund")
    ingrid.goto(plan)
    ingrid.locator("a[href$='/dela/']").first.click()
    tryck(ingrid, "Dela utkastet")

    # The person reads and answers the draft. A missing answer is pointed out without a script too.
    moa.goto(f"{stack.url}/min-plan/")
    moa.get_by_role("link", name="Läs utkastet").click()
    expect(moa.get_by_text("Plats i ridgruppen")).to_be_visible()
    tryck(moa, "Skicka svaret")
    expect(moa.get_by_role("link", name="Välj ett svar.")).to_be_visible()
    moa.get_by_label("Jag håller med").check()
    tryck(moa, "Skicka svaret")
    expect(moa.get_by_text("Tack. Ditt svar är sparat.")).to_be_visible()

    # The plan is made final. The link to the PDF appears when the page is reloaded.
    ingrid.goto(plan)
    ingrid.locator("a[href$='/klar/']").first.click()
    ingrid.locator("input[name=samrad_hur]").first.check()
    tryck(ingrid, "Gör klar planen")
    expect(ingrid.get_by_text("Planen är klar")).to_be_visible()
    assert ladda_om_till_pdf(ingrid, plan) == ladda_om_till_pdf(moa, f"{stack.url}/mina-personer/{person}/plan/")


def ny_del(page: Page, plan: str, section: str, **values: str) -> None:
    """Add a part to the draft; a folded field can be unfolded without a script."""
    page.goto(plan)
    page.locator(f"a[href$='/{section}/ny/']").first.click()
    for name, value in values.items():
        field = page.locator(f"[name={name}]")
        if not field.is_visible():
            page.locator("details.mer summary").click()
        field.fill(value)
    tryck(page, "Spara och visa planen")
    expect(page.get_by_text(next(iter(values.values()))).first).to_be_visible()


def ladda_om_till_pdf(page: Page, url: str) -> bytes:
    """Reload, as the page says to, until the worker is done; then fetch the PDF."""
    deadline = time.monotonic() + 60
    page.goto(url)
    while not page.locator("a[href^='/pdf/']").count():
        assert time.monotonic() < deadline, "the worker never rendered the PDF"
        time.sleep(0.5)
        page.reload()
    href = page.locator("a[href^='/pdf/']").first.get_attribute("href")
    answer = page.request.get(urljoin(page.url, href))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return answer.body()
