"""Every page of the shared table, in Chromium on demo data, is accessible and fetches nothing from other sites.

axe finds no fault in light or dark mode, no page scrolls sideways at 320 px, and targets are at least 24 px. No request
leaves the portal, and the console is empty. One whole task is also done by keyboard alone.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from plans.models import Enhet, Nodatkomst, Person, User
from tests.stod import factories as f
from tests.stod.case_page import CasePage
from tests.stod.case_states import STATES, build_case
from tests.stod.clones import clone_database, drop_database
from tests.stod.covering import FULL, covering
from tests.stod.pages import ACCOUNT, OPEN, PAGES
from tests.stod.running import ROOT, free_port

pytestmark = pytest.mark.slow
PERSONER, LOSENORD = 40, "provning med tangentbord"
SIDBREDD, TELEFON, SMALAST = (
    {"width": 1280, "height": 900},
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
)
# How the login pages are viewed: wide and narrow, light and dark.
DOOR_SEEN = covering(product((SIDBREDD, TELEFON), ("light", "dark")), lambda v: v[0]["width"], lambda v: v[1])
# Addresses that show no HTML page: they give data, or only redirect.
UTAN_SIDA = {
    "pdf-hamta",
    "pdf-status",
    "inbjudan-status",
    "halsa",
    "hem",
    "mfa_login_webauthn",
    "valkommen-nyckel",
    "valkommen-app",
}


# --- The portal on demo data ---
def fyll() -> None:
    """Run in the portal's shell: add a person in each state to the demo, and print pages and logins as JSON."""
    today, staff = timezone.localdate(), User.objects.get(username="handlaggare")
    god_man = User.objects.get(username="godman")
    taken = set(Person.objects.values_list("personnummer", flat=True))
    numbers = (n for n in f.published() if "1960" < n < "2005" and n not in taken)
    new = f.staff("ny", Enhet.objects.first(), namn="Nyanställd Handläggare")
    f.user("utan", namn="Ingen Alls")
    pages, users = [], {"handlaggare", "godman", "chef", "registrator", "ny", "utan"}
    for n, lage in enumerate(STATES):
        person = f.person(staff, next(numbers), "Alva", f"Läge Nummer{n}", today=today, motesonskemal="Korta meningar.")
        person.konto = f.user(f"alva{n}", namn=person.namn)
        person.save()
        Nodatkomst.objects.create(user=new, person=person, skal="Familjen ringer", fran=today, till=today)
        skap = f.skap(person, god_man, staff, fran=today - dt.timedelta(days=60))
        x = build_case(lage, person, skap, staff, marke="Jag vill sjunga med andra, helst varje vecka.", today=today)
        users.add(f"alva{n}")
        for sida in (s for s in PAGES if lage in s.lagen and s.get == 200 and s.namn not in UTAN_SIDA):
            pages += [(f"{sida} ({lage})", who, sida.url(x)) for who in lasare(sida, f"alva{n}")]
    first = User.objects.get(username="alva0")
    first.set_password(LOSENORD)
    first.save()
    made = {u.username: _session(u) for u in User.objects.filter(username__in=users)}
    once = {(who, url): (name, who, url) for name, who, url in pages}  # a list is the same in every state
    print(json.dumps({"sidor": list(once.values()), "inloggade": made}))


def lasare(sida: CasePage, konto: str) -> list[str]:
    """The demo's logins that are to open a page; `konto` is the login of the person whom the page is about."""
    if sida.vem is None:
        return ["godman"]
    readers = {
        "ingrid": "handlaggare",
        "carin": "chef",
        "rut": "registrator",
        "birgitta": "godman",
        "alva_konto": konto,
        "nodoppnat": "ny",
    }
    found = [who for name, who in readers.items() if name in sida.vem]
    return found if found[0] == "godman" else found[:1]  # the family's pages differ for the person and the god man


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@dataclass
class Demo:
    """The URL of the portal with demo data, its pages, and a session for each login."""

    url: str
    sidor: list[tuple[str, str, str]]
    inloggade: dict[str, str]
    lista: bytes  # the list of förordnanden for the registrator to read in


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A separate database with a small demo nämnd, and a web server. No worker: nothing here waits for one."""
    name, port = f"e2e_demo_{os.getpid()}", free_port()
    clone_database(name)
    url = f"http://127.0.0.1:{port}"
    swap = {
        k: urlsplit(os.environ[k])._replace(path=f"/{name}").geturl() for k in ("DATABASE_URL", "DATABASE_OWNER_URL")
    }
    env = {**os.environ, **swap, "PUBLIC_BASE_URL": url, "LSS_DEMO": "1", "LSS_QUEUE": name, "LSS_WORKERS": "1"}
    log = (tmp_path_factory.mktemp("demo") / "web.log").open("w")

    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stderr
        return done.stdout

    server = None
    try:
        manage("demodata", "--personer", str(PERSONER))
        lista = (Path(env["LSS_DATA"]) / "forordnanden.csv").read_bytes()
        out = manage("shell", "-c", "from tests.e2e.test_tillganglighet import fyll; fyll()")
        made = json.loads(out.splitlines()[-1])
        command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "lss_portal.wsgi"]
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        _vanta(f"{url}/om/", server, Path(log.name))
        yield Demo(url, made["sidor"], made["inloggade"], lista)
    finally:
        if server:
            server.terminate()
            server.wait(15)
        drop_database(name)


def _vanta(url: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310
                return
        except OSError:
            assert server.poll() is None and time.monotonic() < deadline, log.read_text()[-2000:]
            time.sleep(0.2)


# --- What a page must satisfy ---
MATT = """
() => {
  const out = [];
  for (const el of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')) {
    if (el.matches('.hoppa') || !el.checkVisibility({visibilityProperty: true})) continue;
    const inText = el.matches('a,.lank') && getComputedStyle(el).display === 'inline'
      && [...el.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 1);
    if (inText) continue;
    const boxes = [el, ...(el.labels || [])].map(e => e.getBoundingClientRect());
    const best = Math.max(...boxes.map(b => Math.min(b.width, b.height)));
    if (best < 23.95) out.push(`${el.tagName} "${(el.innerText || el.name || '').slice(0, 30)}" ${best.toFixed(1)} px`);
  }
  return out;
}
"""


class Oga:
    """A browser page for one login, which looks for faults in all that it shows."""

    def __init__(self, browser: Browser, demo: Demo, who: str) -> None:
        context = browser.new_context(locale="sv-SE", viewport=SIDBREDD, reduced_motion="reduce")
        if who:
            session = {"name": settings.SESSION_COOKIE_NAME, "value": demo.inloggade[who], "url": demo.url}
            context.add_cookies([session])
        self.url, self.page, self.wrong, self.opened = demo.url, context.new_page(), [], 0
        self.page.on("request", self._begart)
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.wrong.append(f"console: {m.text}"))
        self.page.on("pageerror", lambda e: self.wrong.append(f"script: {e}"))

    def _begart(self, request) -> None:
        if not request.url.startswith((self.url + "/", "data:")):
            self.wrong.append(f"asks {request.url}")

    def se(self, path: str, *, status: int = 200) -> list[str]:
        """Open a page and list its faults; every third page is judged at phone width too, with --full every one."""
        self.opened += 1
        answer = self.page.goto(self.url + path)
        if status != 200:
            self.wrong = []  # Chromium itself logs the status to the console
        if answer.status != status:
            self.wrong.append(f"status {answer.status}")
        return self.granska(telefon=FULL or self.opened % 3 == 1)

    def granska(self, *, telefon: bool = True) -> list[str]:
        """List what is wrong with the page now shown: first wide, in light and dark mode, then narrow."""
        page, found = self.page, self.wrong
        found += axe(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += [f"dark: {v}" for v in axe(page, "color-contrast")]
        found += [f"1280: {t}" for t in page.evaluate(MATT)]
        page.set_viewport_size(SMALAST)
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        found += [f"320: {wide} px too wide"] if wide > 0 else []
        found += [f"320: {t}" for t in page.evaluate(MATT)]
        if telefon:
            page.set_viewport_size(TELEFON)
            page.emulate_media(color_scheme="light", reduced_motion="reduce")
            found += [f"390: {v}" for v in axe(page)]
        page.set_viewport_size(SIDBREDD)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.wrong = []
        return found


def axe(page: Page, *rules: str) -> list[str]:
    """List axe-core's violations, each with the first element it was found in."""
    options = {"resultTypes": ["violations"], **({"runOnly": {"type": "rule", "values": list(rules)}} if rules else {})}
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]}" for v in found]


@pytest.fixture
def ogon(demo, browser):
    """A function that returns the `Oga` of a login, made at the first call; the empty name is an anonymous visitor."""
    made: dict[str, Oga] = {}

    def oga(who: str = "") -> Oga:
        if who not in made:
            made[who] = Oga(browser, demo, who)
        return made[who]

    yield oga
    for eye in made.values():
        eye.page.context.close()


def doma(result: dict[str, list[str]]) -> None:
    """Print what is wrong with each page, and fail if anything is."""
    wrong = {name: found for name, found in result.items() if found}
    for name, found in result.items():
        print(f"{len(found):>3}  {name}", *found, sep="\n       ")
    assert wrong == {}


def test_every_page(demo, ogon):
    """Each kind of reader opens every page that it can read, and at least one page in each state."""
    chosen = covering(demo.sidor, _page_and_reader, _state_and_reader)
    result = {f"{name}, {who}": ogon(who).se(path) for name, who, path in chosen}
    assert len(result) > 70
    doma(result)


def _page_and_reader(page: tuple[str, str, str]) -> tuple[str, str]:
    return page[0].partition(" (")[0], page[1].rstrip("0123456789")


def _state_and_reader(page: tuple[str, str, str]) -> tuple[str, str]:
    return page[0].partition(" (")[2], page[1].rstrip("0123456789")


def test_open_empty_and_full_pages(ogon):
    """Pages that concern no person, empty lists, the demo's full lists, and a page that does not exist."""
    result = {name: ogon().se(reverse(name)) for name in OPEN if name not in UTAN_SIDA}
    result |= {name: ogon("handlaggare").se(reverse(name)) for name, status in ACCOUNT.items() if status == 200}
    result |= {f"{name}, empty": ogon("ny").se(reverse(name)) for name in ("att-gora", "person-lista")}
    result["mina-personer, empty"] = ogon("utan").se(reverse("mina-personer"))
    for query in ("?visa=forsenat", "?visa=ko", "?slag=lofte", "?till=2027-02-30"):
        result[f"att-gora{query}"] = ogon("handlaggare").se(reverse("att-gora") + query)
    result["404"] = ogon("handlaggare").se("/finns-inte/", status=404)
    doma(result)


TOM = """form => {
  form.querySelectorAll('textarea, input[type=text]').forEach(e => { e.value = ''; });
  form.querySelectorAll('input[type=radio]').forEach(e => { e.checked = false; });
  form.querySelector('button[type=submit]').click();
}"""
FORMULAR = (
    "person-registrera (erbjuden)",
    "insats-bevilja (erbjuden)",
    "plan-faststall (utkast)",
    "plandel-ny insatser (utkast)",
    "sa-ser-jag-det (erbjuden)",
    "begaran-gor (erbjuden)",
)


def test_pages_with_errors(demo, ogon):
    """Forms sent empty, and a form whose row another user has changed meanwhile."""
    where, result = {name: (who, path) for name, who, path in demo.sidor}, {}
    where["log-in"] = ("", reverse("account_login"))
    for name in (*FORMULAR, "log-in"):
        who, path = where[name]
        result[name] = efter(ogon(who), path, TOM)
    who, path = where["plan-andra (utkast)"]
    stale = (
        "form => { form.querySelector('[name=rev]').value = 99; form.querySelector('button[type=submit]').click(); }"
    )
    result["plan-andra, changed meanwhile"] = efter(ogon(who), path, stale)
    doma(result)


def test_the_import_step_by_step(demo, ogon):
    """No file, a file that is not a list, the dry run, the wait while the list is read in, and the result."""
    eye, result = ogon("registrator"), {}
    result["no file"] = efter(eye, reverse("foretradare-importera"), TOM)
    xlsx = {"name": "lista.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04" + bytes(90)}
    for what, chosen, wanted in (
        ("no list", xlsx, re.compile("^Fel: ")),
        ("dry run", {**xlsx, "name": "lista.csv", "buffer": demo.lista}, re.compile("^Så här skulle det gå")),
    ):
        eye.page.set_input_files("input[type=file]", chosen)
        eye.page.get_by_role("button", name="Visa vad som skulle hända").click()
        expect(eye.page).to_have_title(wanted)
        result[what] = eye.granska()
    button = eye.page.get_by_role("button", name=re.compile(r"Läs in \d+ förordnande"))
    eye.page.evaluate(
        "document.querySelector('form[data-skickar]').addEventListener('submit', e => e.preventDefault())"
    )
    button.click()
    expect(eye.page.locator("form [role=status]")).to_have_text("Läser in. Vänta kvar på sidan.")
    expect(button).to_have_attribute("aria-disabled", "true")
    result["while it waits"] = eye.granska()
    eye.page.goto(eye.url + reverse("foretradare-importera"))
    eye.page.set_input_files("input[type=file]", {**xlsx, "name": "lista.csv", "buffer": demo.lista})
    eye.page.get_by_role("button", name="Visa vad som skulle hända").click()
    button.click()
    expect(eye.page.get_by_role("heading", level=1)).to_have_text(re.compile(r"\d+ förordnanden? är inläst"))
    result["done"] = eye.granska()
    doma(result)


def efter(eye: Oga, path: str, script: str) -> list[str]:
    """Open a form, provoke an error with the script, and judge the answer."""
    eye.page.goto(eye.url + path)
    eye.page.locator("main form").first.evaluate(script)
    expect(eye.page).to_have_title(re.compile("^Fel: "))
    focused = eye.page.evaluate("document.activeElement.className")
    return eye.granska() + ([] if focused == "felruta" else [f"focus is at {focused!r}, not at the summary"])


# --- By keyboard alone ---
def till(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on a control whose name begins with `wanted`; the focus must show at every stop."""
    for _ in range(60):
        page.keyboard.press("Tab")
        name, seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                return [(e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText || e.name || '').trim(),
                        s.outlineStyle !== 'none' || s.boxShadow !== 'none']; }"""
        )
        assert seen, f"the focus does not show at {name!r}"
        if name.startswith(wanted):
            return
    pytest.fail(f"Tab never came to {wanted!r}")


def test_own_words_by_keyboard_alone(demo, browser):
    """From login to own words that are saved and read again, with no mouse."""
    page = browser.new_context(locale="sv-SE").new_page()
    page.goto(f"{demo.url}{reverse('account_login')}")
    till(page, "Användarnamn")
    page.keyboard.type("alva0")
    till(page, "Lösenord")
    page.keyboard.type(LOSENORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hej Alva!")).to_be_visible()
    till(page, "Skriv mina ord")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Vad är viktigt för dig?")).to_be_visible()
    till(page, "Vad är viktigt för dig?")
    page.keyboard.press("Control+A")
    page.keyboard.type("Att få bestämma själv, och havet.")
    till(page, "Spara")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Det är sparat.")).to_be_visible()
    till(page, "Mer om mig")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Att få bestämma själv, och havet.")).to_be_visible()
    page.context.close()
