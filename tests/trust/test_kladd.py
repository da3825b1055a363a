"""R29: of what is being written at most five seconds are lost, and nobody else ever sees it.

In Chromium on the real stack: letters are typed on a clock, something breaks, the page is opened again, and the time
between the first letter that is gone and the break is what was lost.
"""

import contextlib
import time
import unicodedata
from dataclasses import dataclass, field

import psycopg2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from lxml import html
from playwright.sync_api import BrowserContext, Error, Page, expect

from plans.actions import kladdar
from plans.forms.bas import Formular
from plans.models import Kladd
from plans.views import kladd
from tests.e2e.conftest import CHROMIUM_FLAGS, PASSWORD, log_in
from tests.stod import factories as f
from tests.stod.case_states import build_case
from tests.stod.database_state import undone
from tests.stod.pages import PAGES
from tests.stod.planting import plant_rows

pytestmark = [pytest.mark.django_db, pytest.mark.target("R29"), pytest.mark.slow]
HOGST = 5.0  # seconds
SEKUNDER, TAKT = 7.0, 0.12  # typed for so long, a letter every so often
UDDA = "Åke 🚣🏽‍♀️ e\u0301 \u202eמי\u202c <b>&amp;\nrad två\n"


# --- In the browser --------------------------------------------------------------------------------------------------
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
class Skrivare:
    """A page where letters are typed on a clock."""

    page: Page
    url: str
    skrivet: list[tuple[float, str]] = field(default_factory=list)

    def skriv(self) -> None:
        """One letter more."""
        letter = "abcdefghij"[len(self.skrivet) % 10]
        self.page.keyboard.type(letter)
        self.skrivet.append((time.monotonic(), letter))

    def text(self) -> str:
        """All that was typed."""
        return "".join(letter for _, letter in self.skrivet)

    def forlust(self, kvar: str, nar: float) -> float:
        """Seconds of typing that are gone of what was written until `nar`: from the first letter that is not there."""
        assert self.text().startswith(kvar), (self.text(), kvar)
        gone = [at for at, _ in self.skrivet[len(kvar) :] if at <= nar]
        return nar - gone[0] if gone else 0.0


def for_mycket(forluster: dict[str, float]) -> list[str]:
    """The gate: what lost more than it may."""
    return [f"{name}: {lost:.1f} s" for name, lost in forluster.items() if lost > HOGST]


def oppna(context: BrowserContext, url: str) -> Skrivare:
    """The page, with the cursor in the text."""
    page = context.new_page()
    page.goto(url)
    page.locator("#id_text").focus()
    return Skrivare(page, url)


def kvar(page: Page, url: str) -> str:
    """What the form holds when it is opened again."""
    page.goto(url)
    return page.locator("#id_text").input_value()


def fornya(page: Page, url: str, username: str) -> str:
    """Log in where the log-in page stands; what the form holds that one comes back to."""
    page.get_by_label("Användarnamn").fill(username)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(url)
    return page.locator("#id_text").input_value()


def doda_session(stack, context: BrowserContext) -> None:
    """End the log-in on the server."""
    key = next(c["value"] for c in context.cookies() if c["name"] == "lss_session")
    with contextlib.closing(psycopg2.connect(stack.env["DATABASE_URL"])) as db, db, db.cursor() as cursor:
        cursor.execute("DELETE FROM django_session WHERE session_key = %s", [key])


def langsam(context: BrowserContext) -> None:
    """The planted bug: saves once a minute, and not when the page is left."""

    def byt(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("VANTA = 2500", "VANTA = 60000"))

    context.route("**/js/kladd*.js", byt)


@pytest.fixture(scope="module")
def person(kommun) -> int:
    """A person for whom two act."""
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
    langsam(langsamma)
    session = log_in(browser, stack, "gode").context  # a log-in of its own, to be ended
    utslangd, krasch, natlos, biljett, annan = (
        oppna(c, url) for c, url in zip((session, sjuk, eget(), eget(), eget()), urls, strict=True)
    )
    fel = oppna(langsamma, stack.url + reverse("sa-ser-jag-det", args=[person]))
    alla = (utslangd, krasch, natlos, biljett, annan, fel)

    def skriv(sekunder: float, *vilka: Skrivare) -> float:
        end = time.monotonic() + sekunder
        while (begun := time.monotonic()) < end:
            for one in vilka:
                one.skriv()
            time.sleep(max(0.0, TAKT - (time.monotonic() - begun)))
        return time.monotonic()

    skriv(SEKUNDER, *alla)
    lost: dict[str, float] = {}

    # The log-in is ended on the server, and Spara is pressed: log-in, and back at the form.
    doda_session(stack, session)
    at = time.monotonic()
    utslangd.page.get_by_role("button", name="Spara", exact=True).click()
    utslangd.page.wait_for_url("**/logga-in/**")
    lost["utloggad"] = utslangd.forlust(fornya(utslangd.page, utslangd.url, "gode"), at)
    expect(utslangd.page.locator("#id_text")).to_be_focused()

    # The browser dies, with the planted page in it.
    at = skriv(1.0, krasch, fel)
    with contextlib.suppress(Error):
        dor.new_browser_cdp_session().send("Browser.crash")
    lost["krasch"] = krasch.forlust(kvar(start, krasch.url), at)
    assert for_mycket({"en minut": fel.forlust(kvar(start, fel.url), at)}) != []
    planted("sparar en gång i minuten")

    # The network is gone, Spara is pressed all the same; the text stays, and is saved when the network is back.
    natlos.page.context.set_offline(True)
    at = skriv(3.5, natlos)
    natlos.page.get_by_role("button", name="Spara", exact=True).click()
    expect(natlos.page.get_by_text("Sparas inte just nu. Texten är kvar här.")).to_be_visible()
    assert natlos.page.locator("#id_text").input_value() == natlos.text()
    natlos.page.context.set_offline(False)
    expect(natlos.page.get_by_text("Sparat")).to_be_visible(timeout=10_000)
    lost["nätet borta"] = natlos.forlust(kvar(start, natlos.url), at)

    # The ticket is gone: typing on is saved, and so is what Spara sends.
    biljett.page.context.clear_cookies(name="lss_csrf")
    at = skriv(1.0, biljett)
    biljett.page.get_by_role("button", name="Spara", exact=True).click()
    biljett.page.get_by_role("link", name="Öppna sidan igen").click()
    lost["CSRF"] = biljett.forlust(biljett.page.locator("#id_text").input_value(), at)

    # Somebody else logs in, in the same browser, who may open the same page; then the first comes back.
    context = annan.page.context
    context.clear_cookies(name="lss_session")
    at = time.monotonic()
    sist = context.new_page()
    sist.goto(annan.url)
    sedda = len(fornya(sist, annan.url, "andre"))
    skriv(3.5, annan)  # the first one's page still stands open, and may not save into the other's
    sedda += len(kvar(sist, annan.url))
    lost["annan inloggad"] = annan.forlust(kvar(start, annan.url), at)

    assert (for_mycket(lost), sedda) == ([], 0)
    figures = ", ".join(f"{name} {seconds:.1f}" for name, seconds in lost.items())
    measured(f"högst {max(lost.values()):.1f} s text borta ({figures}); den andra såg {sedda} tecken")


# --- Every form with text --------------------------------------------------------------------------------------------
VEM = {"ingrid": "kerstin", "birgitta": "alva_konto", "alva_konto": "birgitta"}  # who else may open the same page
LAGEN = ("erbjuden", "lamnad", "utkast", "klar")
UTAN = {"person-registrera", "person-sok", "nodatkomst-oppna"}  # a number is typed: never kept but encrypted
VISAS = {"plan-svara": "las-plan"}  # where a form stands that is sent elsewhere


@dataclass
class Ruta:
    """A form page of a state."""

    sida: object
    url: str
    till: str
    body: dict
    min: Client
    annans: Client


def rutor(r, lage: str) -> list[Ruta]:
    """Every page of a state with a form in which text is written."""
    x, clients = build_case(lage, r.alva, r.skap, r.ingrid), {}
    for who in VEM:
        clients[who], clients[VEM[who]] = Client(), Client()
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    out = []
    for sida in (s for s in PAGES if s.post and s.lagen[0] == lage and (s.get == 200 or s.namn in VISAS)):
        if not sida.vem or not any(w in sida.vem for w in VEM):
            continue  # the chef's, or about nobody
        who = next(w for w in VEM if w in sida.vem)
        url = reverse(VISAS[sida.namn], args=sida.args(x)) if sida.namn in VISAS else sida.url(x)
        form = (clients[who].get(url).context or {}).get("form")
        if isinstance(form, Formular) and form.has_text and sida.namn not in UTAN:
            out.append(Ruta(sida, url, sida.url(x), sida.post(x), clients[who], clients[VEM[who]]))
    return out


def dolda(client: Client, url: str) -> dict[str, str]:
    """What the page gives the form to save by itself."""
    tree = html.fromstring(client.get(url).content.decode())
    return {e.get("name"): e.get("value") for e in tree.xpath("//input[@form='skriv'][starts-with(@name, 'kladd-')]")}


def visat(client: Client, url: str, text: str) -> bool:
    """Whether a page shows a text, or says that something was kept."""
    page = client.get(url).content.decode()
    return text in html.fromstring(page).text_content() or "Vi har kvar det du skrev" in page or text in page


def brister(ruta: Ruta) -> list[str]:
    """The gate for one form: kept whole, shown to its author alone, kept when refused, gone when saved."""
    own = dolda(ruta.min, ruta.url)
    if set(own) != {"kladd-plats", "kladd-vem"} or own["kladd-plats"] != ruta.url:
        return [f"{ruta.sida}: saves nothing by itself"]
    form = ruta.min.get(ruta.url).context["form"]
    name = next(n for n, field in form.fields.items() if type(field).__name__ in ("LangText", "Text"))
    marke = f"Kladdmärke {UDDA}"
    saved = ruta.min.post(reverse("kladd-spara"), {**own, name: marke.replace("\n", "\r\n"), "rev": "1"})
    wrong = [] if saved.status_code == 200 else [f"answered {saved.status_code}"]
    page = ruta.min.get(ruta.url)
    if page.context["form"][name].value() != unicodedata.normalize("NFC", marke):
        wrong.append("the text is not what was written")
    if "Vi har kvar det du skrev" not in page.content.decode():
        wrong.append("does not say that it was kept")
    if visat(ruta.annans, ruta.url, "Kladdmärke"):
        wrong.append("somebody else sees it")
    if ruta.annans.post(reverse("kladd-spara"), {**own, name: "x"}).status_code != 409:
        wrong.append("a page of somebody else's saved into mine")
    refused = ruta.min.post(ruta.till, {**own, "rev": "0", "delning": "0"})
    if refused.status_code == 200 and not Kladd.objects.filter(plats=ruta.url).exists():
        wrong.append("gone though the form was refused")
    if ruta.min.post(ruta.till, {**ruta.body, **own}).status_code != 302 or Kladd.objects.exists():
        wrong.append("still there when the form was saved")
    return [f"{ruta.sida}: {w}" for w in wrong]


def test_varje_formular_med_text_sparas_av_sig_sjalvt(roles, measured, monkeypatch):
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)
    wrong, names = [], set()
    for lage in LAGEN:
        with undone():
            for ruta in rutor(roles, lage):
                names.add(str(ruta.sida))
                with undone():
                    wrong += brister(ruta)
    assert wrong == []
    assert {
        "ord-skriv",
        "sa-ser-jag-det",
        "ord-skriv-at",
        "plan-andra",
        "plandel-andra mal",
        "plandel-ny loften",
        "begaran-gor",
        "begaran-ta-emot",
        "plan-svara",
        "plan-svara-for",
        "plan-folj-upp",
    } <= names
    measured(f"{len(names)} formulär med text: lika tecken för tecken, 0 syns för någon annan")


@pytest.fixture
def en_ruta(roles) -> Ruta:
    """One form, for the planted bugs."""
    return next(x for x in rutor(roles, "erbjuden") if x.sida.namn == "ord-skriv")


def test_planterat_att_nagon_annan_ser(en_ruta, monkeypatch, planted):
    plant_rows(monkeypatch, "mina_kladdar", lambda by: Kladd.objects.all())
    assert brister(en_ruta) == ["ord-skriv: somebody else sees it"]
    planted("kladden visas för en annan inloggning")


def test_planterat_att_kladden_blir_kvar(en_ruta, monkeypatch, planted):
    monkeypatch.setattr(kladdar, "kasta", lambda **kwargs: None)
    assert brister(en_ruta) == ["ord-skriv: still there when the form was saved"]
    planted("kladden kastas inte när formuläret sparas")


def test_nar_ratten_ar_slut_nas_inte_kladden(roles, en_ruta):
    own = dolda(en_ruta.min, en_ruta.url)
    en_ruta.min.post(reverse("kladd-spara"), {**own, "text": "Kladdmärke"})
    type(roles.skap).objects.filter(pk=roles.skap.pk).update(till=f.IDAG.replace(day=1))
    type(roles.alva).objects.filter(pk=roles.alva.pk).update(konto=None)
    answer = en_ruta.min.get(en_ruta.url)
    assert answer.status_code == 404 and "Kladdmärke" not in answer.content.decode()


@pytest.mark.parametrize(
    "plats",
    [
        "",
        "/",
        "/finns-inte/",
        "//elak.se/",
        "https://elak.se/",
        "/admin/",
        "/logga-in/",
        "/personer/1/" + "x" * 400,
        "/mina-personer/1/ord/om_mig/?a=b",
    ],
)
def test_bara_en_sida_hos_oss_ar_en_plats(en_ruta, plats):
    own = dolda(en_ruta.min, en_ruta.url) | {"kladd-plats": plats}
    answer = en_ruta.min.post(reverse("kladd-spara"), {**own, "text": "x"})
    assert (answer.status_code, Kladd.objects.exists()) == ((200, True) if plats == "/" else (409, False))
    assert en_ruta.min.post(reverse("kladd-kasta"), own).url == "/"


def test_kladden_haller_inget_nummer_och_har_en_grans(en_ruta):
    own = dolda(en_ruta.min, en_ruta.url)
    spara = reverse("kladd-spara")
    en_ruta.min.post(spara, {**own, "text": "nul\x00", "personnummer": "199001012385", "csrfmiddlewaretoken": "x"})
    assert Kladd.objects.get().data == {"text": ["nul"]}
    assert en_ruta.min.post(spara, {**own, "text": "x" * (kladdar.HOGST + 1)}).status_code == 409
    assert en_ruta.min.post(spara, {**own, "text": "y" * (kladdar.HOGST - len("text"))}).status_code == 200


def test_de_aldsta_ger_plats_och_den_som_skrivs_ar_kvar(roles, en_ruta):
    """Of one log-in's drafts so many are kept; what is being written is the newest of them, whatever came before."""
    own, spara = dolda(en_ruta.min, en_ruta.url), reverse("kladd-spara")
    annat = Kladd.objects.create(user=roles.dragan_konto, plats="/", at="2027-01-01T00:00Z")
    en_ruta.min.post(spara, {**own, "text": "Först"})
    for n in range(kladdar.FLEST + 10):
        plats = f"/personer/{n}/ord/nu/"
        assert en_ruta.min.post(spara, {**own, "kladd-plats": plats, "text": "x" * 90_000}).status_code == 200
        if n == 5:
            en_ruta.min.post(spara, {**own, "text": "Skrivs nu"})
    mine = Kladd.objects.exclude(pk=annat.pk)
    kept = {f"/personer/{n}/ord/nu/" for n in range(10, kladdar.FLEST + 10)}
    assert set(mine.values_list("plats", flat=True)) == kept and Kladd.objects.filter(pk=annat.pk).exists()
    en_ruta.min.post(spara, {**own, "text": "Skrivs nu"})
    assert mine.count() == kladdar.FLEST and mine.get(plats=en_ruta.url).data == {"text": ["Skrivs nu"]}


def test_den_som_inte_har_nagon_ratt_sparar_ingenting(roles):
    """No right in any nämnd, no page to write on: nothing is stored for a log-in that was emptied of its rights."""
    client = Client()
    for who, answered in (("ingen", 409), ("admin", 409), ("birgitta", 200), ("alva_konto", 200), ("ingrid", 200)):
        client.force_login(getattr(roles, who))
        body = {"kladd-plats": "/personer/1/ord/nu/", "kladd-vem": kladd._vem(getattr(roles, who)), "text": "x"}
        assert client.post(reverse("kladd-spara"), body).status_code == answered, who


def test_accenter_i_mangd_sparas_inte(en_ruta):
    own = dolda(en_ruta.min, en_ruta.url)
    began = time.process_time()
    marks = "a" + "\u0315" * 30_000 + "\u0300" * 30_000
    assert en_ruta.min.post(reverse("kladd-spara"), {**own, "text": marks}).status_code == 409
    assert time.process_time() - began < 0.5 and not Kladd.objects.exists()


@pytest.mark.parametrize(
    ("fran", "kvar"), [("same-origin", 1), ("same-site", 0), ("cross-site", 0), ("none", 0), ("", 0)]
)
def test_utan_biljett_sparas_bara_det_som_kommer_fran_en_sida_hos_oss(roles, en_ruta, fran, kvar):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(roles.ingrid if "ingrid" in en_ruta.sida.vem else roles.birgitta)
    own = dolda(strict, en_ruta.url)
    headers = {"Sec-Fetch-Site": fran} if fran else {}
    answer = strict.post(en_ruta.till, {**own, "text": "Lång text"}, headers=headers)
    assert answer.status_code == 403 and Kladd.objects.count() == kvar
    assert ("Det du skrev är kvar" in answer.content.decode()) == bool(kvar)
    quiet = strict.post(reverse("kladd-spara"), {**own, "text": "Lång text"}, headers=headers)
    assert quiet.status_code == (200 if kvar else 403)


def test_gamla_kladdar_stadas(en_ruta):
    own = dolda(en_ruta.min, en_ruta.url)
    en_ruta.min.post(reverse("kladd-spara"), {**own, "text": "x"})
    row = Kladd.objects.get()
    assert kladdar.stada(now=row.at) == 0
    Kladd.objects.update(at=row.at - kladdar.timedelta(days=kladdar.DAGAR, seconds=1))
    assert (kladdar.stada(now=row.at), Kladd.objects.count()) == (1, 0)


def test_tva_minuter_fore_fragar_vi_och_sedan_tillbaka_till_faltet(kommun, browser, person):
    """The dialog, go on, and the time out: log-in, and back at the text with the cursor in it."""
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
    doda_session(kommun, page.context)
    page.clock.run_for(15 * 60_000 + 5000)
    page.wait_for_url("**/logga-in/**")
    assert fornya(page, url, "gode").endswith("Hela texten är kvar")
    expect(page.locator("#id_text")).to_be_focused()
