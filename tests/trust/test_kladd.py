"""R29: every form with text keeps what is being written, and shows it to no one else."""

import time
import unicodedata
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from plans.actions import kladdar
from plans.forms.bas import BaseForm, LongTextField, TextField
from plans.models import Kladd
from plans.views import kladd
from tests.stod import factories as f
from tests.stod.case_states import build_case
from tests.stod.database_state import undone
from tests.stod.pages import PAGES
from tests.stod.planting import plant_rows

pytestmark = [pytest.mark.django_db, pytest.mark.target("R29"), pytest.mark.slow]
ODD = "Åke 🚣🏽‍♀️ e\u0301 \u202eמי\u202c <b>&amp;\nrad två\n"


ANOTHER = {"ingrid": "kerstin", "birgitta": "alva_konto", "alva_konto": "birgitta"}  # who else may open the same page
STATES_WALKED = ("erbjuden", "lamnad", "utkast", "klar")
WITHOUT = {"person-registrera", "person-sok", "nodatkomst-oppna"}  # take a personnummer, which is only stored encrypted
SHOWN_AT = {"plan-svara": "las-plan"}  # address that a form posts to → the other page, which shows the form


@dataclass
class TextForm:
    """A page with a form, in one state of the case."""

    sida: object
    url: str
    till: str
    body: dict
    min: Client
    annans: Client


def text_forms(r, lage: str) -> list[TextForm]:
    """In one state of the case, every page that has a form which takes text."""
    x, clients = build_case(lage, r.alva, r.skap, r.ingrid), {}
    for who in ANOTHER:
        clients[who], clients[ANOTHER[who]] = Client(), Client()
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    out = []
    for sida in (s for s in PAGES if s.post and s.lagen[0] == lage and (s.get == 200 or s.namn in SHOWN_AT)):
        if not sida.vem or not any(w in sida.vem for w in ANOTHER):
            continue  # the page is a chef's, or is about no person
        who = next(w for w in ANOTHER if w in sida.vem)
        url = reverse(SHOWN_AT[sida.namn], args=sida.args(x)) if sida.namn in SHOWN_AT else sida.url(x)
        form = (clients[who].get(url).context or {}).get("form")
        if isinstance(form, BaseForm) and form.has_text and sida.namn not in WITHOUT:
            out.append(TextForm(sida, url, sida.url(x), sida.post(x), clients[who], clients[ANOTHER[who]]))
    return out


def hidden(client: Client, url: str) -> dict[str, str]:
    """The hidden fields that let the form save by itself."""
    tree = html.fromstring(client.get(url).content.decode())
    return {e.get("name"): e.get("value") for e in tree.xpath("//input[@form='skriv'][starts-with(@name, 'kladd-')]")}


def shows(client: Client, url: str, text: str) -> bool:
    """Whether a page shows the text, or says that something was kept."""
    page = client.get(url).content.decode()
    return text in html.fromstring(page).text_content() or "Vi har kvar det du skrev" in page or text in page


def shortcomings(text_form: TextForm) -> list[str]:
    """Check that a draft is kept whole, seen by its author only, kept after a refusal, gone once the form is saved."""
    own = hidden(text_form.min, text_form.url)
    if set(own) != {"kladd-plats", "kladd-vem"} or own["kladd-plats"] != text_form.url:
        return [f"{text_form.sida}: saves nothing by itself"]
    form = text_form.min.get(text_form.url).context["form"]
    name = next(n for n, field in form.fields.items() if type(field) in (LongTextField, TextField))
    marke = f"Kladdmärke {ODD}"
    saved = text_form.min.post(reverse("kladd-spara"), {**own, name: marke.replace("\n", "\r\n"), "rev": "1"})
    wrong = [] if saved.status_code == 200 else [f"answered {saved.status_code}"]
    page = text_form.min.get(text_form.url)
    if page.context["form"][name].value() != unicodedata.normalize("NFC", marke):
        wrong.append("the text is not what was written")
    if "Vi har kvar det du skrev" not in page.content.decode():
        wrong.append("does not say that it was kept")
    if shows(text_form.annans, text_form.url, "Kladdmärke"):
        wrong.append("somebody else sees it")
    if text_form.annans.post(reverse("kladd-spara"), {**own, name: "x"}).status_code != 409:
        wrong.append("a page of somebody else's saved into mine")
    refused = text_form.min.post(text_form.till, {**own, "rev": "0", "delning": "0"})
    if refused.status_code == 200 and not Kladd.objects.filter(plats=text_form.url).exists():
        wrong.append("gone though the form was refused")
    if text_form.min.post(text_form.till, {**text_form.body, **own}).status_code != 302 or Kladd.objects.exists():
        wrong.append("still there when the form was saved")
    return [f"{text_form.sida}: {w}" for w in wrong]


def test_varje_formular_med_text_sparas_av_sig_sjalvt(roles, measured, monkeypatch):
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)
    wrong, names = [], set()
    for lage in STATES_WALKED:
        with undone():
            for text_form in text_forms(roles, lage):
                names.add(str(text_form.sida))
                with undone():
                    wrong += shortcomings(text_form)
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
def one_form(roles) -> TextForm:
    """One form, for the planted bugs."""
    return next(x for x in text_forms(roles, "erbjuden") if x.sida.namn == "ord-skriv")


def test_planterat_att_nagon_annan_ser(one_form, monkeypatch, planted):
    plant_rows(monkeypatch, "mina_kladdar", lambda by: Kladd.objects.all())
    assert shortcomings(one_form) == ["ord-skriv: somebody else sees it"]
    planted("kladden visas för en annan inloggning")


def test_planterat_att_kladden_blir_kvar(one_form, monkeypatch, planted):
    monkeypatch.setattr(kladdar, "kasta", lambda **kwargs: None)
    assert shortcomings(one_form) == ["ord-skriv: still there when the form was saved"]
    planted("kladden kastas inte när formuläret sparas")


def test_nar_ratten_ar_slut_nas_inte_kladden(roles, one_form):
    own = hidden(one_form.min, one_form.url)
    one_form.min.post(reverse("kladd-spara"), {**own, "text": "Kladdmärke"})
    type(roles.skap).objects.filter(pk=roles.skap.pk).update(till=f.IDAG.replace(day=1))
    type(roles.alva).objects.filter(pk=roles.alva.pk).update(konto=None)
    answer = one_form.min.get(one_form.url)
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
def test_bara_en_sida_hos_oss_ar_en_plats(one_form, plats):
    own = hidden(one_form.min, one_form.url) | {"kladd-plats": plats}
    answer = one_form.min.post(reverse("kladd-spara"), {**own, "text": "x"})
    assert (answer.status_code, Kladd.objects.exists()) == ((200, True) if plats == "/" else (409, False))
    assert one_form.min.post(reverse("kladd-kasta"), own).url == "/"


def test_kladden_haller_inget_nummer_och_har_en_grans(one_form):
    own = hidden(one_form.min, one_form.url)
    spara = reverse("kladd-spara")
    one_form.min.post(spara, {**own, "text": "nul\x00", "personnummer": "199001012385", "csrfmiddlewaretoken": "x"})
    assert Kladd.objects.get().data == {"text": ["nul"]}
    assert one_form.min.post(spara, {**own, "text": "x" * (kladdar.HOGST + 1)}).status_code == 409
    assert one_form.min.post(spara, {**own, "text": "y" * (kladdar.HOGST - len("text"))}).status_code == 200


def test_de_aldsta_ger_plats_och_den_som_skrivs_ar_kvar(roles, one_form):
    """A login keeps a limited number of drafts; the one being written is always the newest."""
    own, spara = hidden(one_form.min, one_form.url), reverse("kladd-spara")
    annat = Kladd.objects.create(user=roles.dragan_konto, plats="/", at="2027-01-01T00:00Z")
    one_form.min.post(spara, {**own, "text": "Först"})
    for n in range(kladdar.FLEST + 10):
        plats = f"/personer/{n}/ord/nu/"
        assert one_form.min.post(spara, {**own, "kladd-plats": plats, "text": "x" * 90_000}).status_code == 200
        if n == 5:
            one_form.min.post(spara, {**own, "text": "Skrivs nu"})
    mine = Kladd.objects.exclude(pk=annat.pk)
    kept = {f"/personer/{n}/ord/nu/" for n in range(10, kladdar.FLEST + 10)}
    assert set(mine.values_list("plats", flat=True)) == kept and Kladd.objects.filter(pk=annat.pk).exists()
    one_form.min.post(spara, {**own, "text": "Skrivs nu"})
    assert mine.count() == kladdar.FLEST and mine.get(plats=one_form.url).data == {"text": ["Skrivs nu"]}


def test_den_som_inte_har_nagon_ratt_sparar_ingenting(roles):
    """A login without a right in any nämnd has no page to write on, so nothing is stored for it."""
    client = Client()
    for who, answered in (("ingen", 409), ("admin", 409), ("birgitta", 200), ("alva_konto", 200), ("ingrid", 200)):
        client.force_login(getattr(roles, who))
        body = {"kladd-plats": "/personer/1/ord/nu/", "kladd-vem": kladd._owner_mark(getattr(roles, who)), "text": "x"}
        assert client.post(reverse("kladd-spara"), body).status_code == answered, who


def test_accenter_i_mangd_sparas_inte(one_form):
    own = hidden(one_form.min, one_form.url)
    began = time.process_time()
    marks = "a" + "\u0315" * 30_000 + "\u0300" * 30_000
    assert one_form.min.post(reverse("kladd-spara"), {**own, "text": marks}).status_code == 409
    assert time.process_time() - began < 0.5 and not Kladd.objects.exists()


@pytest.mark.parametrize(
    ("fran", "kvar"), [("same-origin", 1), ("same-site", 0), ("cross-site", 0), ("none", 0), ("", 0)]
)
def test_utan_biljett_sparas_bara_det_som_kommer_fran_en_sida_hos_oss(roles, one_form, fran, kvar):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(roles.ingrid if "ingrid" in one_form.sida.vem else roles.birgitta)
    own = hidden(strict, one_form.url)
    headers = {"Sec-Fetch-Site": fran} if fran else {}
    answer = strict.post(one_form.till, {**own, "text": "Lång text"}, headers=headers)
    assert answer.status_code == 403 and Kladd.objects.count() == kvar
    assert ("Det du skrev är kvar" in answer.content.decode()) == bool(kvar)
    quiet = strict.post(reverse("kladd-spara"), {**own, "text": "Lång text"}, headers=headers)
    assert quiet.status_code == (200 if kvar else 403)


def test_gamla_kladdar_stadas(one_form):
    own = hidden(one_form.min, one_form.url)
    one_form.min.post(reverse("kladd-spara"), {**own, "text": "x"})
    row = Kladd.objects.get()
    assert kladdar.stada(now=row.at) == 0
    Kladd.objects.update(at=row.at - kladdar.timedelta(days=kladdar.DAGAR, seconds=1))
    assert (kladdar.stada(now=row.at), Kladd.objects.count()) == (1, 0)
