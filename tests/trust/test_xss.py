"""R16: markup in any text stays text: on every page, after every form, in the admin, the PDF and the mail."""

import io
import re

import pikepdf
import pytest
from django.contrib import admin
from django.db import models
from django.template import engines
from django.template.loaders.locmem import Loader
from django.test import Client
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from plans.forms.bas import EmailField, TextField
from plans.lasning.plan import innehall as planinnehall
from plans.models import Enhet, Foretradare, Mottagare, Namnd, Person, User, Utskick
from plans.papper import plan as pdf
from plans.utskick import mejl as mail
from tests.stod.case_states import STATES, build_case
from tests.stod.covering import FULL
from tests.stod.database_state import plant_text, undone
from tests.stod.every_form import form_fields, send
from tests.stod.pages import PAGES
from tests.stod.peephole import Peephole
from tests.trust.test_huvuden import LASARE, i_admin

pytestmark = [pytest.mark.django_db, pytest.mark.target("R16"), pytest.mark.slow]
LADDNINGAR = [  # each fits in the shortest free-text field
    "<svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "' onfocus=alert(1) autofocus='",
    "{{7*191}}{% debug %}${7*191}",
    "</textarea><script>alert(1)//",
    "</title><style>*{display:none}",
    "[x](javascript:alert(1))`<b>`",
    "<iframe srcdoc='<script>'>",
    "<a href=javascript:alert(1)>x",
    "<!--<math><mi/onclick=alert(1)>",
    "\u202e<base href=//ond.example>",
]
I_ADRESSEN = ("visa", "till", "slag", "sida", "sak", "utfall", "next", "q", "fraga")
LANKAR = ("href", "src", "action", "formaction", "data", "srcdoc", "xlink:href")


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def laddning(n: int, field: models.Field | None = None) -> str:
    """The n-th payload that fits in the field."""
    room = (getattr(field, "max_length", None) or 10_000) if field is not None else 10_000
    fits = [text for text in LADDNINGAR if len(text) <= room]
    return fits[n % len(fits)] if fits else ""


def laddat(r, lage: str):
    """Build a case where every text is a payload: also those of the nämnd and the staff, and frozen copies."""
    Namnd.objects.filter(pk=r.namnd.pk).update(kommun=laddning(0), namn=laddning(1), telefon=laddning(3))
    Enhet.objects.update(namn=models.F("namn"))
    Enhet.objects.filter(pk=r.enhet.pk).update(namn=laddning(2))
    for n, user in enumerate(User.objects.all()):
        User.objects.filter(pk=user.pk).update(namn=laddning(n))
    for who in (*LASARE, "alva", "skap"):
        getattr(r, who).refresh_from_db()
    full = {"fore_delning": lambda person: plant_text(person, "", laddning)}
    return build_case(lage, r.alva, r.skap, r.ingrid, marke="".join(LADDNINGAR[:4]), **full)


def markup(body: str) -> list[str]:
    """List what a page could execute. Peephole checks the same in the browser, but not every page is opened there."""
    out = []
    for e in html.fromstring(body).iter(html.etree.Element):
        tag = str(e.tag).lower()
        out += [f"{tag} {name}" for name in e.attrib if name.startswith("on")]
        links = {k: v.strip().lower() for k, v in e.attrib.items() if k in LANKAR}
        out += [
            f"{tag} {k}={v[:40]}" for k, v in links.items() if v.startswith(("javascript:", "data:text", "vbscript:"))
        ]
        if tag == "script" and not e.get("src") and e.get("type") != "application/json":
            out.append(f"script {(e.text or '')[:40]}")
        out += [tag] if tag in ("iframe", "object", "embed", "base", "style", "math") else []
    return out


def text_som_kod(body: str) -> list[str]:
    """List payloads that the template language has evaluated."""
    return ["7*191 was computed"] if "1337" in html.fromstring(body).text_content() else []


def se_allt(r, eye: Peephole, lagen=STATES, bara: str = "") -> tuple[int, list[str]]:
    """Fetch every page in its first and its fullest states, or in every state on a full run, as a user who may read it.

    Return the number of pages, and what is wrong with them.
    """
    n, wrong = 0, []
    clients = {who: Client() for who in LASARE}
    for lage in lagen:
        with undone():
            x = laddat(r, lage)
            for who, client in clients.items():
                client.force_login(getattr(r, who))
            for sida in (s for s in PAGES if lage in s.lagen and s.get == 200 and bara in ("", s.namn)):
                if not (FULL or bara or lage in (sida.lagen[0], "klar", "genomgang")):
                    continue
                who = next(w for w in LASARE if sida.vem is None or w in sida.vem)
                answer = clients[who].get(sida.url(x), secure=True)
                if not answer.headers["Content-Type"].startswith("text/html"):
                    continue
                n += 1
                if sida.lagen[0] == lage or lage == "genomgang" or bara:
                    eye.se(clients[who], sida.url(x), answer)
                body = answer.content.decode()
                wrong += [f"{lage} {sida}: {w}" for w in (*eye.tom(), *markup(body), *text_som_kod(body))]
    return n, wrong


@pytest.mark.target("R14")
@pytest.mark.target("R16")
def test_varje_sida(roles, browser, measured):
    eye = Peephole(browser)
    n, wrong = se_allt(roles, eye)
    eye.context.close()
    assert wrong == [] and eye.tredje == 0 and n > 60
    measured(f"{n} sidor med {len(LADDNINGAR)} slags laddningar i varje text: 0 dialoger, 0 brott mot policyn")
    measured(f"{eye.begarda} begärda filer på portalens sidor i Chromium, {eye.tredje} till tredje part", "R14")


def test_vad_som_skrivs_genom_formularen(roles, browser, measured):
    """Send payloads through every text field of every form; check the answer, or the page it redirects to."""
    sent, wrong, eye = 0, [], Peephole(browser)
    for lage in STATES:
        with undone():
            for k, ruta in enumerate(form_fields(roles, lage)):
                names = [
                    f.html_name
                    for f in ruta.form
                    if isinstance(f.field, TextField) and not isinstance(f.field, EmailField)
                ]
                body = {n: laddning(k + i, ruta.form.fields[n]) for i, n in enumerate(names)}
                with undone():
                    answer = send(ruta, **body)
                    if answer.status_code == 302:
                        answer = ruta.client.get(answer.url, secure=True, follow=True)
                    sent, page = sent + len(body), answer.content.decode()
                    wrong += [f"{lage} {ruta.sida}: {w}" for w in (*markup(page), *text_som_kod(page))]
                    if FULL or k % 8 == 0:
                        eye.se(ruta.client, "/svaret/", answer)
                        wrong += [f"{lage} {ruta.sida}: {w}" for w in eye.tom()]
    eye.context.close()
    assert wrong == [] and sent > 50
    measured(f"{sent} laddade fält skickade genom formulären, 0 körbara i svaren")


def test_i_adressen_och_vid_inloggningen(roles):
    client, wrong = Client(), []
    client.force_login(roles.ingrid)
    for text in LADDNINGAR:
        for path in (reverse("att-gora"), reverse("person-lista"), "/finns-inte/", f"/{text}/"):
            body = client.get(path, dict.fromkeys(I_ADRESSEN, text)).content.decode()
            wrong += [f"{path} {text}: {w}" for w in (*markup(body), *text_som_kod(body))]
        page = Client().post(reverse("account_login"), {"login": text, "password": text, "next": text})
        wrong += [f"log-in {text}: {w}" for w in markup(page.content.decode())]
    assert wrong == []


def test_i_administrationen(roles, client, browser, measured):
    laddat(roles, "erbjuden")
    client.force_login(roles.admin)
    new = {
        "kommunkod": "9903",
        "kommun": laddning(1),
        "namn": laddning(2),
        "region": laddning(6),
        "telefon": "0",
        "infort": "2027-01-01",
        "erbjud_inom_dagar": "14",
        "forsta_mote_inom_dagar": "30",
        "inforande_manader": "12",
        "kontrollera_inom_arbetsdagar": "5",
        "enheter-TOTAL_FORMS": "1",
        "enheter-INITIAL_FORMS": "0",
        "enheter-0-namn": laddning(4),
    }
    form = client.get(reverse("admin:plans_namnd_add")).context["adminform"].form
    extra = {f.html_name: f.value() for f in form if f.value() not in (None, "") and f.html_name not in new}
    assert client.post(reverse("admin:plans_namnd_add"), extra | new).status_code == 302
    _, wrong = i_admin(browser, client, roles)
    assert [w for w in wrong if "Refused to load the image" not in w] == []
    measured(f"administrationens sidor för {len(admin.site._registry)} modeller i Chromium: 0 dialoger")


def test_pa_papperet_och_i_mejlet(roles, measured):
    """The PDF shows the words as they were written; neither the PDF nor the mail can execute anything."""
    with undone():
        x = laddat(roles, "klar")
        data = pdf.plan(x.version, planinnehall.read_content(x.version))
        to = Mottagare(foretradare=Foretradare.objects.first())
        row = Utskick(pk=1, namnd=Namnd.objects.get(pk=roles.namnd.pk), mottagare=to, slag="genomgang")
        letter = mail.compose(row).message()
    squeezed = re.sub(r"\s", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    seen = [t for t in LADDNINGAR if re.sub(r"\s", "", t) in squeezed]
    assert len(seen) >= 4 and "1337" not in squeezed
    with pikepdf.open(io.BytesIO(data)) as paper:
        keys = {str(k) for o in paper.objects if isinstance(o, pikepdf.Dictionary) for k in o.keys()}  # noqa: SIM118
    assert (
        keys & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/URI", "/EmbeddedFiles", "/SubmitForm"} == set()
    )
    assert letter.get_content_type() == "text/plain" and not letter.is_multipart()
    measured(f"papperet: {len(seen)} laddningar som text, 0 skript och länkar; mejlet är ren text")


def test_planterat_safe_blir_rott(roles, browser, monkeypatch, planted):
    """Plant `|safe` on the person's name, in one template."""
    engine = engines["django"].engine
    name = "handlaggare/person_huvud.html"
    source = engine.get_template(name).source
    assert "{{ person.namn }}" in source
    patched = Loader(engine, {name: source.replace("{{ person.namn }}", "{{ person.namn|safe }}")})
    monkeypatch.setattr(engine, "template_loaders", [patched, *engine.template_loaders])
    Person.objects.filter(pk=roles.alva.pk).update(fornamn=LADDNINGAR[1])
    eye = Peephole(browser)
    _, wrong = se_allt(roles, eye, ("erbjuden",), "person")
    eye.context.close()
    assert any("markup: IMG onerror" in w for w in wrong) and any("img onerror" in w for w in wrong)
    assert any("Content Security Policy" in w for w in wrong), wrong
    planted("|safe på namnet i en mall")
