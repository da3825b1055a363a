"""Login by e-ID in Chromium, against two third-party OpenID providers, each in a separate process.

allauth's provider always runs (tests/stod/oidc/op.py). In a run of `script/test --full`, npm's oidc-provider
is fetched into a temporary folder if node and npm are installed; if they are not, the run prints a warning.
"""

import datetime as dt
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
import warnings
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from plans.models import Enhet, Inloggningstjanst, Namnd, Person, User
from tests.e2e.test_tillganglighet import DOOR_SEEN, axe
from tests.stod import factories as f
from tests.stod.clones import clone_database, drop_database
from tests.stod.covering import FULL
from tests.stod.oidc.stub import LOA3, NUMBER_CLAIM
from tests.stod.running import OPEN_PAGES, ROOT, Mailbox, Stack, free_port

pytestmark = pytest.mark.slow
NPM = shutil.which("npm") and shutil.which("node")
if FULL and not NPM:
    warnings.warn("KÖRDES INTE: npm oidc-provider. Varken node eller npm finns här.", stacklevel=1)
LOSENORD, HEMLIGHET = secrets.token_hex(8), secrets.token_hex(16)
LOA2 = LOA3.replace("loa3", "loa2")
EGEN_NIVA = "https://id.oidc.se/claim/loa"


def nummer() -> dict[str, str]:
    """Each user's test number; `okand` is registered nowhere, `annan` only in the other nämnd."""
    free = [n for n in f.published() if "1960" < n < "2004"][-200:]
    return dict(zip(("tage", "disa", "gudrun", "annan", "okand"), free, strict=False))


# --- Data, made by code that runs in the portal's own shell ---
def folk() -> Namnd:
    """Make two nämnder with staff. In the first, which is returned, Gudrun is god man for both Tage and Disa."""
    today, n = timezone.localdate(), nummer()
    here, there = f.namnd("Almdala kommun", "9911"), f.namnd("Fjärrby kommun", "9912")
    enhet, far = Enhet.objects.create(namnd=here, namn="LSS"), Enhet.objects.create(namnd=there, namn="LSS")
    staff, other = f.staff("almdala", enhet, namn="Alma Almdal"), f.staff("fjarrby", far)
    f.user("utan_uppdrag", email="utan@example.se")
    gudrun = f.user("gudrun")
    for name in ("tage", "disa"):
        person = f.person(staff, n[name], name.capitalize(), "Alm", today=today)
        Person.objects.filter(pk=person.pk).update(konto=f.user(name, namn=person.namn))
        skap = f.skap(person, gudrun, staff, fran=today - dt.timedelta(days=9))
    skap.foretradare.personnummer = n["gudrun"]
    skap.foretradare.save()
    abroad = f.person(other, n["annan"], "Annan", "Fjärr", today=today)
    Person.objects.filter(pk=abroad.pk).update(konto=f.user("annan"))
    return here


def fyll(allauth: str, npm: str) -> None:
    """Make the people, and register the providers as login services. `npm` is empty if that provider does not run."""
    base = {"namnd": folk(), "klient_hemlighet": HEMLIGHET}
    new = Inloggningstjanst.objects.create
    new(kod="bankid", namn="BankID", for_vem="enskilda", adress=allauth, klient_id="plan", nivaer=LOA3, **base)
    ad = new(
        kod="ad",
        namn="Almdala inloggning",
        for_vem="personal",
        adress=allauth,
        klient_id="ad",
        claim="eid",
        nivaer="",
        **base,
    )
    if npm:
        new(
            kod="npm",
            namn="Freja",
            for_vem="enskilda",
            adress=npm,
            klient_id="plan",
            nivaer=LOA3,
            niva_claim=EGEN_NIVA,
            **base,
        )
    for name, eid in (("almdala", "A-1"), ("utan_uppdrag", "A-2")):
        User.objects.filter(username=name).update(tjanst=ad, anstallnings_id=eid)


def claims() -> dict[str, dict[str, str]]:
    """The claims that the providers give about each of their users."""
    known = {name: {NUMBER_CLAIM: number, "acr": LOA3, EGEN_NIVA: LOA3} for name, number in nummer().items()}
    return known | {
        "svag": {NUMBER_CLAIM: nummer()["tage"], "acr": LOA2, EGEN_NIVA: LOA2},
        "alma": {"eid": "A-1"},
        "utan": {"eid": "A-2"},
        "bara_epost": {"email": "utan@example.se"},
    }


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    """The portal's web server on a separate database. No worker: nothing here waits for one."""
    name, port = f"e2e_eleg_{os.getpid()}", free_port()
    clone_database(name)
    url, folder = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("portal")
    swap = {
        k: urlsplit(os.environ[k])._replace(path=f"/{name}").geturl() for k in ("DATABASE_URL", "DATABASE_OWNER_URL")
    }
    env = {**os.environ, **swap, "PUBLIC_BASE_URL": url, "LSS_DEMO": "1", "LSS_QUEUE": name}
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}", "lss_portal.wsgi"]
    try:
        server = starta(command, ROOT, env, f"{url}/om/", folder / "web.log")
        yield Stack(url, env, Mailbox())
        server.terminate()
        server.wait(15)
    finally:
        drop_database(name)


@pytest.fixture(scope="module")
def op(portal, tmp_path_factory):
    """Start the providers, and fill the portal with people and the providers' rows; yield the portal."""
    folder, port, npm_port = tmp_path_factory.mktemp("op"), free_port(), free_port()
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    back = {kod: f"{portal.url}/logga-in/med/{kod}/svar/" for kod in ("bankid", "ad", "npm")}
    env = {
        **os.environ,
        "OP_HEMLIGHET": HEMLIGHET,
        "OP_LOSENORD": LOSENORD,
        "OP_DATABAS": str(folder / "op.sqlite3"),
        "OP_NYCKEL": pem.decode(),
        "OP_PERSONER": json.dumps(claims()),
        "OP_KLIENT": json.dumps({"client_id": "plan", "client_secret": HEMLIGHET, "redirect_uris": [back["npm"]]}),
    }
    well_known = "http://127.0.0.1:{}/.well-known/openid-configuration"
    command = [sys.executable, "-m", "tests.stod.oidc.op", str(port), f"plan={back['bankid']}", f"ad={back['ad']}"]
    started = [starta(command, ROOT, env, well_known.format(port), folder / "op.log")]
    if FULL and NPM:
        shutil.copy(ROOT / "tests" / "stod" / "oidc" / "op.mjs", folder)
        install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), "oidc-provider@9"]
        subprocess.run(install, check=True, capture_output=True, timeout=300)
        started.append(
            starta(["node", "op.mjs", str(npm_port)], folder, env, well_known.format(npm_port), folder / "npm.log")
        )
    npm = f"http://127.0.0.1:{npm_port}" if FULL and NPM else ""
    code = f"import tests.e2e.test_eleg as t; t.HEMLIGHET = {HEMLIGHET!r}; t.fyll('http://127.0.0.1:{port}', {npm!r})"
    portal.manage("shell", "-c", code)
    yield portal
    for process in started:
        process.terminate()
        process.wait(15)


def starta(command: list[str], cwd: Path, env: dict[str, str], url: str, log: Path) -> subprocess.Popen:
    """Start a process, wait until its URL answers, and return the process."""
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=log.open("w"), stderr=subprocess.STDOUT)
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(url, timeout=5)  # noqa: S310
            return process
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline, log.read_text()[-2000:]
            time.sleep(0.2)


# --- One user logging in ---
class Manniska:
    """A user in a separate browser context, with every address that the browser has requested."""

    def __init__(self, browser: Browser, stack, **context) -> None:
        self.page: Page = browser.new_context(locale="sv-SE", **context).new_page()
        OPEN_PAGES.append(self.page)
        self.page.set_default_timeout(20_000)
        self.url, self.asked = stack.url, []
        self.page.on("request", lambda request: self.asked.append(request.url))

    def legitimera(self, knapp: str, who: str, path: str = "/logga-in/") -> Page:
        """Choose a service on the login page, fill in the provider's form, and wait until the portal is shown again."""
        self.page.goto(self.url + path)
        self.page.get_by_role("link", name=re.compile(knapp)).click()
        self.page.get_by_label("Username").fill(who)
        self.page.get_by_label("Password").fill(LOSENORD)
        self.page.get_by_role("button", name="Sign In").click()
        self.page.wait_for_url(lambda url: url.startswith(self.url))
        return self.page

    def nummer_i_adresser(self) -> list[str]:
        """List requested addresses that held a test number."""
        return [url for url in self.asked for n in nummer().values() if n in url or n[2:] in url]


@pytest.fixture
def nagon(op, browser):
    """A function that makes a user with a new browser; afterwards, no requested address may hold a number."""
    made: list[Manniska] = []

    def ny(**context) -> Manniska:
        made.append(Manniska(browser, op, **context))
        return made[-1]

    yield ny
    for human in made:
        assert human.nummer_i_adresser() == []
        human.page.context.close()


def test_the_person_comes_in(nagon):
    page = nagon().legitimera("BankID", "tage")
    expect(page.get_by_role("heading", name="Hej Tage!")).to_be_visible()


def test_a_god_man_reaches_all_by_one_approval_and_lands_where_he_was_going(nagon):
    page = nagon().legitimera("BankID", "gudrun", "/mina-personer/")
    assert page.url.endswith("/mina-personer/")
    expect(page.get_by_text("Tage").first).to_be_visible()
    expect(page.get_by_text("Disa").first).to_be_visible()


def test_staff_by_their_employers_log_in(nagon):
    page = nagon().legitimera("Almdala inloggning", "alma")
    assert page.url.endswith("/att-gora/")


@pytest.mark.parametrize(
    ("knapp", "who", "words"),
    [
        ("BankID", "okand", "Vi hittar ingen plan"),
        ("BankID", "annan", "Vi hittar ingen plan"),
        ("BankID", "svag", "har inte den säkerhetsnivå"),
        ("BankID", "alma", "har inte den säkerhetsnivå"),
        ("Almdala inloggning", "utan", "Vi hittar ingen inloggning för dig som personal"),
        ("Almdala inloggning", "bara_epost", "Vi hittar ingen inloggning för dig som personal"),
        ("Almdala inloggning", "tage", "Vi hittar ingen inloggning för dig som personal"),
    ],
)
def test_others_do_not(nagon, knapp, who, words):
    human = nagon()
    page = human.legitimera(knapp, who)
    expect(page.get_by_text(words).first).to_be_visible()
    page.goto(f"{human.url}/min-plan/")
    assert "/logga-in/" in page.url


def test_on_a_shared_computer_the_provider_asks_again(nagon):
    """After logout from the portal, the provider's own login session does not let the next user in."""
    human = nagon()
    page = human.legitimera("BankID", "tage")
    page.get_by_role("button", name="Logga ut").click()
    page.goto(f"{human.url}/logga-in/")
    page.get_by_role("link", name=re.compile("BankID")).click()
    expect(page.get_by_label("Password")).to_be_visible()
    assert not page.url.startswith(human.url)


@pytest.mark.parametrize(("size", "scheme"), DOOR_SEEN)
def test_the_pages_of_the_door_are_accessible(nagon, size, scheme):
    human = nagon(viewport=size, color_scheme=scheme)
    found = {}
    for path in ("/logga-in/", "/logga-in/e-legitimation/"):
        human.page.goto(human.url + path)
        found[path] = axe(human.page)
    found["refused"] = axe(human.legitimera("BankID", "okand"))
    assert human.page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    assert {k: v for k, v in found.items() if v} == {}


if FULL and NPM:

    def genom_npm(human: Manniska, who: str) -> Page:
        """Go through oidc-provider's own pages: user name, any password, then consent."""
        page = human.page
        page.goto(f"{human.url}/logga-in/")
        page.get_by_role("link", name=re.compile("Freja")).click()
        page.locator("input[name=login]").fill(who)
        page.locator("input[name=password]").fill("x")
        page.locator("button[type=submit]").click()
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url(lambda url: url.startswith(human.url))
        return page

    def test_npm_the_person_comes_in(nagon):
        expect(genom_npm(nagon(), "tage").get_by_role("heading", name="Hej Tage!")).to_be_visible()

    @pytest.mark.parametrize(("who", "words"), [("okand", "Vi hittar ingen plan"), ("svag", "säkerhetsnivå")])
    def test_npm_others_do_not(nagon, who, words):
        expect(genom_npm(nagon(), who).get_by_text(words).first).to_be_visible()
