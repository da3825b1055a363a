"""The whole main journey, in three browsers: the handläggare's, the god man's and the person's.

It goes from a person and a granted insats to the PDF's bytes and the reminder in the SMTP server's mailbox. It is one
test, because each step builds on the one before.
"""

import datetime as dt
import io
import re
import time
from urllib.parse import urljoin

import pikepdf
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.stod import factories as f
from tests.stod.running import log_in

pytestmark = pytest.mark.slow

EGNA_ORD = "Musik är det bästa jag vet. Jag vill sjunga med andra."
SER_DET = "Leila klarar mer än många tror."


def klicka(page: Page, name: str) -> None:
    """Press the button or link with exactly this name, and wait for the next page."""
    found = page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True))
    with page.expect_navigation():
        found.first.click()


def skicka(page: Page) -> None:
    """Send the page's form and wait for the answer, since the test may open another page next."""
    with page.expect_navigation():
        page.locator("form.formular button[type=submit]").click()


def ny_del(page: Page, section: str, **values: str) -> None:
    """Add a part to the draft from the plan page."""
    page.locator(f"a[href$='/{section}/ny/']").first.click()
    for label, value in values.items():
        field = page.get_by_label(label.replace("_", " "), exact=False).first
        field.fill(value)
    klicka(page, "Spara och visa planen")


def lamna_ut_inloggning(page: Page, link: str) -> tuple[str, str]:
    """Hand over a login on the person's page; return the user name and password, which are shown once."""
    page.get_by_role("link", name=re.compile(link)).first.click()
    page.get_by_label("Användarnamn och lösenord").check()
    klicka(page, "Fortsätt")
    name, password = page.locator("dl.fakta dd").all_inner_texts()
    klicka(page, "Tillbaka till personen")
    return name, password


def test_from_a_grant_to_the_paper_and_the_yearly_reminder(kommun, browser):
    stack, today = kommun, timezone.localdate()
    ingrid = log_in(browser, stack, "ingrid")
    expect(ingrid.get_by_role("heading", name="Att göra")).to_be_visible()

    # A person and a granted insats, which creates the offer.
    ingrid.goto(f"{stack.url}/personer/ny/")
    ingrid.get_by_label("Personnummer").fill(f.number())
    ingrid.get_by_label("Förnamn").fill("Leila")
    ingrid.get_by_label("Efternamn").fill("Moradi")
    ingrid.get_by_label("Personkrets 1").check()
    skicka(ingrid)
    expect(ingrid.get_by_role("heading", name="Leila Moradi")).to_be_visible()
    person_url = ingrid.url
    ingrid.locator("a[href$='/insatser/ny/']").first.click()
    ingrid.get_by_label("Insats (9 § LSS)").select_option("10")
    ingrid.get_by_label("Beslutsdatum").fill(today.isoformat())
    ingrid.get_by_label("Omfattning").fill("3 dagar i veckan")
    skicka(ingrid)

    # The offer is reached from the list in at most three taps; then its answer is written.
    ingrid.goto(f"{stack.url}/att-gora/")
    ingrid.get_by_role("link", name=re.compile("^Erbjud")).first.click()
    ingrid.get_by_label("på ett möte").check()
    skicka(ingrid)
    ingrid.goto(f"{stack.url}/att-gora/")
    ingrid.get_by_role("link", name=re.compile("Skriv svaret")).first.click()
    ingrid.get_by_label("Ja").check()
    ingrid.get_by_label("på ett möte").check()
    skicka(ingrid)

    # A god man is registered. She and the person are given logins.
    ingrid.goto(person_url)
    ingrid.locator("a[href$='/foretradare/ny/']").first.click()
    ingrid.locator("[name=namn]").fill("Birgitta Åkerlund")
    ingrid.get_by_label("god man").check()
    ingrid.get_by_label("Bevaka rätt").check()
    ingrid.get_by_label("Sörja för person").check()
    ingrid.get_by_label("Underlag").fill("Förordnande från överförmyndaren")
    ingrid.get_by_label("mejl").check()
    ingrid.get_by_label("E-post").fill("birgitta@example.se")
    skicka(ingrid)
    god_man = lamna_ut_inloggning(ingrid, "Lämna ut inloggning.*Birgitta")
    person = lamna_ut_inloggning(ingrid, "Lämna ut inloggning till Leila")

    # The person and the god man write their own words, before there is a draft.
    leila = log_in(browser, stack, person[0], password=person[1])
    expect(leila.get_by_role("heading", name="Hej Leila!")).to_be_visible()
    leila.get_by_role("link", name="Skriv mina ord").click()
    leila.get_by_label("Vad är viktigt för dig?").fill(EGNA_ORD)
    klicka(leila, "Spara")
    birgitta = log_in(browser, stack, god_man[0], password=god_man[1])
    birgitta.get_by_role("link", name="Leila Moradi").click()
    birgitta.locator("a[href$='/sa-ser-jag-det/']").first.click()
    birgitta.get_by_label("Hur ser du det?").fill(SER_DET)
    klicka(birgitta, "Spara")

    # The draft is written, then shared by a separate step.
    ingrid.goto(f"{stack.url}/att-gora/")
    ingrid.get_by_role("button", name=re.compile("Börja planen")).first.click()
    expect(ingrid.get_by_text(EGNA_ORD)).to_be_visible()
    plan_url = ingrid.url.split("#")[0]
    ny_del(ingrid, "mal", Vad_vill_Leila="Jag vill sjunga med andra", En_lätt_mening="Du ska få sjunga.")
    ny_del(ingrid, "loften", Vad_ska_hända="Provar på kören", Vem_ser_till="Birgitta Åkerlund", Lovat_till=f"{today}")
    ny_del(ingrid, "andra", Vad_ska_hända="Prova-på-dag på musiklinjen", Vem_gör_det="Folkhögskolan")
    ny_del(ingrid, "delaktiga", Namn="Leila Moradi")
    ingrid.goto(plan_url)
    klicka(ingrid, "Dela utkastet")
    klicka(ingrid, "Dela utkastet")

    # The god man and the person read and answer the draft.
    birgitta.goto(f"{stack.url}/mina-personer/")
    birgitta.get_by_role("link", name=re.compile("Läs utkastet")).click()
    expect(birgitta.get_by_text("Prova-på-dag på musiklinjen")).to_be_visible()
    expect(birgitta.get_by_label("Jag vill inte ha planen")).to_have_count(0)
    birgitta.get_by_label("Jag håller inte med").check()
    birgitta.get_by_label("Vill du säga något mer?").fill("Hon behöver ledsagning på helger.")
    klicka(birgitta, "Skicka svaret")
    leila.goto(f"{stack.url}/min-plan/")
    leila.get_by_role("link", name="Läs utkastet").click()
    leila.get_by_label("Jag håller med").check()
    klicka(leila, "Skicka svaret")
    expect(leila.get_by_text("Tack. Ditt svar är sparat.")).to_be_visible()

    # The plan is made final, and the worker renders it. The handläggare and the person download the same bytes.
    ingrid.goto(plan_url)
    ingrid.locator("a[href$='/klar/']").first.click()
    ingrid.get_by_label("Vilken dag kom ni överens").fill(today.isoformat())
    ingrid.locator("input[name=samrad_hur]").first.check()
    ingrid.locator("input[name=samrad_med]").fill("Leila och Birgitta")
    klicka(ingrid, "Gör klar planen")
    paper = hamta_pdf(ingrid, plan_url)
    leila.goto(f"{stack.url}/min-plan/")
    leila.get_by_role("link", name="Läs hela planen").click()
    assert hamta_pdf(leila, leila.url) == paper
    birgitta.goto(f"{stack.url}/mina-personer/")
    expect(birgitta.get_by_text("Planen gäller.")).to_be_visible()

    granska_pappret(paper)
    paminn(stack, today)


def hamta_pdf(page: Page, url: str) -> bytes:
    """Wait for the worker and fetch the PDF by its link, logged in as this browser's user."""
    deadline = time.monotonic() + 60
    while True:
        page.goto(url)
        link = page.locator("a[href^='/pdf/']").first
        if link.count():
            break
        assert time.monotonic() < deadline, "the worker never rendered the PDF"
        time.sleep(0.5)
    answer = page.request.get(urljoin(url, link.get_attribute("href")))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert "no-store" in answer.headers["cache-control"]
    return answer.body()


def granska_pappret(paper: bytes) -> None:
    """Check that the PDF holds the own words, is tagged, has lang=sv, and a title that does not say whose it is."""
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())
    for wanted in (EGNA_ORD, SER_DET, "Jag vill sjunga med andra", "Hon behöver ledsagning på helger."):
        assert wanted in text, wanted
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("sv")
        assert pdf.open_metadata()["dc:title"] == "Individuell plan enligt LSS – version 1"


def paminn(stack, today: dt.date) -> None:
    """335 days later, planning twice adds the reminders once, and each mail recipient gets one neutral mail."""
    due = today + dt.timedelta(days=335)
    assert stack.manage("planera_utskick", "--datum", due.isoformat()).splitlines()[-1] == "nya: 3"
    assert stack.manage("planera_utskick", "--datum", due.isoformat()).splitlines()[-1] == "nya: 0"
    said = stack.manage("skicka_utskick", "--datum", due.isoformat()).splitlines()[-1]
    assert sorted(to[0] for to, _ in stack.postlada.mail) == ["birgitta@example.se", "ingrid@example.se"], said
    for _, message in stack.postlada.mail:
        body = message.get_payload(decode=True).decode()
        words = (message["subject"] + body).lower()
        assert [w for w in ("lss", "plan", "leila", "moradi", "genomgång") if w in words] == []
        assert stack.env["PUBLIC_BASE_URL"] in body
