"""Bad input to every form and every address: a sentence beside the field, what was typed is kept, never a 500.

The forms come from the shared table. Modest counts here; LSS_FULL=1 (script/test --full) raises them.
"""

import os
import unicodedata
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest
from django import forms
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from plans.actions.rader import Konflikt
from plans.forms.bas import Datum, Epost, Formular, Text
from tests.views.sidor import SIDOR, Sida, angrat, avtryck, bygg, plantera

pytestmark = [pytest.mark.django_db, pytest.mark.trust, pytest.mark.slow]
FULLT = bool(os.environ.get("LSS_FULL"))
LAGEN = ("erbjuden", "lamnad", "utkast", "klar")
EXEMPEL = settings(
    max_examples=2000 if FULLT else 15,
    deadline=None,
    database=None,
    derandomize=not FULLT,
    suppress_health_check=list(HealthCheck),
)

DAGAR = ["2027-02-30", "9999-12-31", "0001-01-01", "31 februari", "i morgon", "2027-13-01", "٢٠٢٧-٠٣-٠٩", "1e9", "-1"]
NUMMER = ["19900101-0000", "20990101-2384", "199002302384", "i går", "1", "+46 70", "0" * 30]
TEXTER = ["nul\x00", "x" * 10_001, "\ud800\udfff", "x" * 100_000, "\x1b[2J", "", "   ", "\ufffd"]
VAL = ["hittepa", "99999999999999999999999", "-1", "\x00", "<script>alert(1)</script>", "1.0"]
TAL = ["abc", "-1", "99999999999999999999999999", "\x00", "", "1e3", "0x1", "9" * 5000]
UDDA = "Åke 🚣🏽‍♀️ e\u0301a\u030a \u202eמי\u202c <b>&amp;"  # emoji, NFD, right to left, markup: all of it can be stored


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)


TEXTEN = ("text", "namn", "syfte", "fornamn", "omfattning")  # what a form that others may change is about


class Ruta(SimpleNamespace):
    """A form page, its form and a valid body with every field in it."""

    @property
    def kan_krocka(self) -> bool:
        """Whether the form changes something that others may change meanwhile."""
        own_text = any(name in self.form.fields for name in TEXTEN)
        return "rev" in self.form.fields and own_text and self.sida.namn != "plandel-ny"


def rutor(r: SimpleNamespace, lage: str) -> list[Ruta]:
    """Every form of a state, ready to be sent by somebody who may."""
    x = bygg(lage, r.alva, r.skap, r.ingrid)
    clients = {who: Client() for who in ("ingrid", "birgitta")}
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    out = []
    for sida in (s for s in SIDOR if s.post and s.lagen[0] == lage):
        if sida.namn == "plandel-ny" and sida.slag != "mal" and not FULLT:
            continue  # the same form as when the part is changed
        client = clients["ingrid" if "ingrid" in sida.vem else "birgitta"]
        shown = {"plan-svara": reverse("las-plan", args=[x.person.pk]), "person-sok": reverse("person-lista")}
        page = client.get(shown.get(sida.namn, sida.url(x))) if sida.get != 405 or sida.namn in shown else None
        form = page.context.get("sok" if sida.namn == "person-sok" else "form") if page and page.context else None
        if isinstance(form, Formular) and form.fields:
            first = {f.html_name: f.value() for f in form}
            body = {k: "" if v in (None, False) else "on" if v is True else v for k, v in first.items()}
            out.append(Ruta(sida=sida, client=client, url=sida.url(x), form=form, body=body | sida.post(x), x=x))
    return out


def skicka(ruta: Ruta, **changed: object):
    """Post a body as a browser would, also what no text can hold (lone surrogates go as their bytes)."""
    pairs = {k: str(v) for k, v in (ruta.body | changed).items()}
    raw = urlencode(pairs, encoding="utf-8", errors="surrogatepass")
    return ruta.client.post(ruta.url, raw, content_type="application/x-www-form-urlencoded")


def gar_att_spara(text: str) -> bool:
    """Whether a text has nothing that is refused."""
    odd = (c for c in text if c not in "\n\t")
    return not any(unicodedata.category(c) in ("Cc", "Cs") or c == "\ufffd" for c in odd)


def brister(answer, body: dict) -> list[str]:
    """What an answer with errors lacks: title, summary with a link to each field, sentence beside it, typed text."""
    form, tree = answer.context["form"], html.fromstring(answer.content.decode())
    summary = tree.xpath("//*[@class='felruta']")
    wrong = [] if tree.findtext(".//title").strip().startswith("Fel: ") else ["no Fel: in the title"]
    if len(summary) != 1:
        return [*wrong, f"{len(summary)} summaries"]
    links = [(a.get("href")[1:], a.text_content()) for a in summary[0].xpath(".//li/a")]
    for field in (f for f in form if f.errors and not f.is_hidden):
        beside = "".join(e.text_content() for e in tree.xpath(f"//*[@id='{field.auto_id}_error']"))
        mine = [(to, text) for to, text in links if to in (field.auto_id, f"{field.auto_id}_0")]
        if not beside.strip():
            wrong.append(f"{field.name}: no sentence beside it")
        if not mine or not all(text in beside for _, text in mine):
            wrong.append(f"{field.name}: no link with its sentence")
        if not all(len(tree.xpath(f"//*[@id='{to}']")) == 1 for to, _ in mine):
            wrong.append(f"{field.name}: the link leads nowhere")
    return wrong + [f"{n}: the typed text is lost" for n in tappade(tree, form, body)]


def tappade(tree, form, body: dict) -> list[str]:
    """Names of text fields whose control does not hold what was typed."""
    out = []
    for field in (f for f in form if isinstance(f.field, Text | Datum) and f.html_name in body):
        typed = str(body[field.html_name])
        control = tree.xpath(f"//*[@id='{field.id_for_label}']")[0]
        area = control.tag == "textarea"
        shown = (control.text or "").removeprefix("\n") if area else control.get("value") or ""
        if gar_att_spara(typed) and unicodedata.normalize("NFC", shown) != unicodedata.normalize("NFC", typed):
            out.append(field.name)
    return out


def varden(form: forms.Form, n: int) -> dict[str, str]:
    """The n-th bad value of each field's own kind."""
    kinds = {Datum: DAGAR, Text: NUMMER, forms.IntegerField: TAL, forms.ChoiceField: VAL, forms.ModelChoiceField: VAL}
    out = {}
    for field in form:
        if isinstance(field.field, forms.BooleanField):
            continue
        kind = next(k for k in kinds if isinstance(field.field, k))
        values = TEXTER if kind is Text and field.name not in ("personnummer", "q") else kinds[kind]
        out[field.html_name] = values[n % len(values)]
    return out


def felaktiga(ruta: Ruta) -> Iterator[str]:
    """Each field gets a bad value of its own kind, in many rounds; in full also one field at a time, the rest right."""
    whole = FULLT or ruta.sida.slag in ("", "mal")
    rounds = [varden(ruta.form, n) for n in (range(9) if whole else (0, 3))]
    rounds += [{k: v} for bad in rounds for k, v in bad.items()] if FULLT else []
    for bad in rounds:
        with angrat():
            answer = skicka(ruta, **bad)
        if answer.status_code == 200 and answer.context["form"].errors:
            yield from (f"{w}: {str(bad)[:200]}" for w in brister(answer, ruta.body | bad))
        elif answer.status_code not in (200, 302):
            yield f"{answer.status_code}: {str(bad)[:200]}"


def tomma(ruta: Ruta) -> Iterator[str]:
    """Nothing sent at all: errors in words."""
    if any(f.field.required for f in ruta.form):
        answer = ruta.client.post(ruta.url, {})
        if answer.status_code != 200:
            yield f"an empty form was taken: {answer.status_code}"
        else:
            yield from brister(answer, {})


def udda_tal(ruta: Ruta) -> Iterator[str]:
    """rev and delning in hidden fields: whatever stands there, nothing is overwritten and nothing breaks."""
    hidden = [f.html_name for f in ruta.form if f.is_hidden]
    for value in (TAL if FULLT else TAL[:4]) if hidden else ():
        before = avtryck()
        with angrat():
            answer = skicka(ruta, **dict.fromkeys(hidden, value))
            after = avtryck()
        if answer.status_code not in (200, 302):
            yield f"{hidden} {value}: {answer.status_code}"
        stale = ruta.kan_krocka and not (value == "" and ruta.body["rev"] in (0, "0"))
        if stale and (after != before or str(Konflikt()) not in answer.content.decode()):
            yield f"{hidden} {value}: no conflict"


def udda_text(ruta: Ruta) -> Iterator[str]:
    """Emoji, right to left, combining letters and markup in every text: stored as NFC, shown as typed."""
    texts = [f.html_name for f in ruta.form if isinstance(f.field, Text) and not isinstance(f.field, Epost)]
    texts = [n for n in texts if n not in ("personnummer", "q")]
    if not texts:
        return
    with angrat():
        answer = skicka(ruta, **dict.fromkeys(texts, UDDA))
        if answer.status_code != 302:
            yield f"odd text refused: {answer.context['form'].errors}"
        elif not innehaller(unicodedata.normalize("NFC", UDDA)) or innehaller(UDDA):
            yield "odd text is not stored as NFC"
        elif ruta.kan_krocka:
            tree = html.fromstring(ruta.client.get(ruta.url).content.decode())
            yield from (f"{n} does not come back" for n in tappade(tree, ruta.form, dict.fromkeys(texts, UDDA)))


def inaktuellt(ruta: Ruta) -> Iterator[str]:
    """A stale form overwrites nothing and shows both texts; to save again is a knowing choice."""
    if not ruta.kan_krocka:
        return
    name = next(n for n in TEXTEN if n in ruta.form.fields)
    with angrat():
        first, before = skicka(ruta, **{name: "Först hit"}), avtryck()
        stale = skicka(ruta, **{name: "Sen till rakning"})
        page = stale.content.decode()
        if (first.status_code, stale.status_code) != (302, 200) or avtryck() != before:
            yield "a stale form was taken"
            return
        yield from (f"stale: {t} is not shown" for t in (str(Konflikt()), "Först hit", "Sen till") if t not in page)
        yield from brister(stale, ruta.body | {name: "Sen till rakning"})
        chosen = html.fromstring(page).xpath("//input[@name='rev-vald']/@value")[0]
        again = skicka(ruta, **{name: "Sen till rakning", "rev-vald": chosen})
        if again.status_code != 302 or innehaller("Först hit") or not innehaller("Sen till rakning"):
            yield "the knowing choice was not saved"


PROV = (felaktiga, tomma, udda_tal, udda_text, inaktuellt)


@pytest.mark.parametrize("lage", LAGEN)
def test_every_form_takes_anything(roller, lage):
    """All forms of a state × all kinds of bad input; what is wrong is listed."""
    boxes = rutor(roller, lage)
    wrong = [f"{ruta.sida}: {w}" for ruta in boxes for prov in PROV for w in prov(ruta)]
    assert boxes and not wrong, "\n".join(sorted(set(wrong)))


def innehaller(text: str) -> int:
    """How many rows of all tables hold a text."""
    tables = [t for t in connection.introspection.table_names() if t.startswith("plans_")]
    one = 'SELECT count(*) FROM "{0}" t WHERE strpos(t::text, %s) > 0'
    parts = " UNION ALL ".join(one.format(t) for t in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT sum(count) FROM ({parts}) x", [text] * len(tables))  # noqa: S608
        return int(cursor.fetchone()[0])


def test_markup_in_every_text_is_text_on_every_page(roller):
    """A payload planted in all texts of a case never comes out as markup, whoever reads."""
    payload, clients = "<b onclick=x>\"'&", lasare(roller)
    for lage in ("erbjuden", "utkast", "klar"):
        with angrat():
            x = bygg(
                lage, roller.alva, roller.skap, roller.ingrid, marke=payload,
                fore_delning=lambda person: plantera(person, payload),
            )  # fmt: skip
            for sida, who in sidor_att_lasa(x, lage):
                page = clients[who].get(sida.url(x)).content.decode(errors="replace")
                assert "<b onclick" not in page, (who, sida)


# --- Addresses ---
PARAMETRAR = ("visa", "till", "slag", "sida", "sak", "utfall", "next", "q")
LASER = ("att-gora", "person-lista", "min-plan", "min-plan-jag", "min-plan-handa", "plan-folj-upp")
SKRAP = ["%00", "9" * 40, "-1", "%ED%A0%80", "%3Cscript%3Ealert(1)%3C/script%3E", "", "2027-02-30", "%FF%FE", "٣",
         "//evil.example", "x" * 3000]  # fmt: skip


def lasare(r: SimpleNamespace) -> dict[str, Client]:
    """A client for each kind of reader."""
    out = {who: Client() for who in ("ingrid", "birgitta", "alva_konto", "carin")}
    for who, client in out.items():
        client.force_login(getattr(r, who))
    return out


def sidor_att_lasa(x: SimpleNamespace, lage: str) -> list[tuple[Sida, str]]:
    """Each page that can be read in a state, and somebody who reads it."""
    order = ("ingrid", "birgitta", "alva_konto", "carin")
    pages = [s for s in SIDOR if lage in s.lagen and s.get != 405]
    return [(s, next(w for w in order if s.vem is None or w in s.vem)) for s in pages]


@pytest.mark.parametrize("lage", ["erbjuden", "utkast", "klar"])
def test_garbage_in_the_address(roller, lage):
    x, clients = bygg(lage, roller.alva, roller.skap, roller.ingrid), lasare(roller)
    for n, (sida, who) in enumerate(sidor_att_lasa(x, lage)):
        values = SKRAP if FULLT or (lage == "klar" and sida.namn in LASER) else [SKRAP[n % len(SKRAP)]]
        for value in values:
            query = "&".join(f"{name}={value}" for name in PARAMETRAR)
            answer = clients[who].get(f"{sida.url(x)}?{query}")
            assert answer.status_code == sida.get, (sida, value)
            assert "<script>alert" not in answer.content.decode(errors="replace"), sida


@given(data=st.data())
@EXEMPEL
def test_any_parameters(roller, data):
    """Hypothesis over parameters of the pages that read any, by the one who may."""
    if not hasattr(roller, "klar"):
        roller.klar, roller.clients = bygg("klar", roller.alva, roller.skap, roller.ingrid), lasare(roller)
    pages = [(s, w) for s, w in sidor_att_lasa(roller.klar, "klar") if s.namn in LASER]
    sida, who = data.draw(st.sampled_from(pages))
    values = data.draw(st.dictionaries(st.sampled_from(PARAMETRAR), st.text(max_size=40) | st.integers().map(str)))
    query = urlencode(values, encoding="utf-8", errors="surrogatepass")
    assert roller.clients[who].get(f"{sida.url(roller.klar)}?{query}").status_code == 200


@given(data=st.data())
@EXEMPEL
def test_any_values_in_any_form(roller, data):
    """Hypothesis over a few fields at a time of any form; the rest is right."""
    if not hasattr(roller, "rutor"):
        roller.rutor = rutor(roller, "erbjuden")
    ruta = data.draw(st.sampled_from(roller.rutor))
    value = st.text(max_size=60) | st.dates().map(str) | st.integers().map(str) | st.sampled_from(DAGAR + TEXTER + VAL)
    bad = data.draw(st.dictionaries(st.sampled_from(list(ruta.body)), value, min_size=1, max_size=4))
    with angrat():
        answer = skicka(ruta, **bad)
    assert answer.status_code in (200, 302)
    if answer.status_code == 200 and answer.context["form"].errors:
        assert brister(answer, ruta.body | bad) == []


def test_odd_ids(roller):
    """An id that no column can hold is as unknown as any other."""
    clients = lasare(roller)
    for sida in SIDOR:
        who = "ingrid" if sida.vem is None or "ingrid" in sida.vem else "birgitta"
        for pk in (0, 10**30):
            try:
                url = reverse(sida.namn, args=[pk])
            except NoReverseMatch:
                continue  # it takes none, or more than one
            answer = clients[who].post(url, {}) if sida.get == 405 else clients[who].get(url)
            assert answer.status_code == 404, (sida, pk)


# --- Log-in, and what is no form at all ---
@pytest.mark.parametrize(
    "value", ["nul\x00", "x" * 100_000, "\ud800", "👩🏽‍🦽", "<script>alert(1)</script>", "", "e\u0301" * 200]
)
def test_the_login_takes_anything(client, db, value):
    raw = urlencode({"login": value, "password": value}, encoding="utf-8", errors="surrogatepass")
    answer = client.post(reverse("account_login"), raw, content_type="application/x-www-form-urlencoded")
    page = answer.content.decode()
    assert answer.status_code == 200 and "<title>Fel: " in page and "<script>alert" not in page
    assert f"next={quote('/x')}" not in page


def test_too_much_and_no_ticket(roller):
    """More than the portal takes, and a form without its token, get a page in words."""
    client = Client()
    client.force_login(roller.birgitta)
    url = reverse("begaran-gor", args=[roller.alva.pk])
    assert client.post(url, {"slag": "plan", "text": "x" * 2_100_000}).status_code == 400
    assert client.post(url, {f"f{n}": "x" for n in range(1200)}).status_code == 400
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(roller.birgitta)
    answer = strict.post(url, {"slag": "plan"})
    assert answer.status_code == 403 and "<h1>" in answer.content.decode()
    assert client.post(url, b'{"slag": "plan"}', content_type="application/json").status_code == 200
    assert client.post(url, b"--x\r\n", content_type="multipart/form-data; boundary=x").status_code in (200, 400)
