"""R15: bad input to every form and every address: a sentence beside the field, what was typed is kept, never a 500.

The forms come from the shared table. Modest counts here; LSS_FULL=1 (script/test --full) raises them.
"""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT
from django.urls import NoReverseMatch, reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from plans.actions.rader import Konflikt
from plans.forms import bas
from plans.forms.bas import Datum, Epost, Formular, Text
from tests.views.databasen import angrat, avtryck
from tests.views.lagen import bygg
from tests.views.sidor import OPPNA, SIDOR, Sida

NAGON = ("ingrid", "birgitta", "alva_konto", "carin", "rut", "nodoppnat")  # somebody of each kind
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

LANGT = f"2027-{'9' * 20}-1"  # a day that no number for days can hold
DAGAR = [
    LANGT,
    f"1 maj {'9' * 20}",
    "2027-02-30",
    "9999-12-31",
    "0001-01-01",
    "31 februari",
    "i morgon",
    "2027-13-01",
    "٢٠٢٧-٠٣-٠٩",
    "1e9",
    "-1",
]
NUMMER = ["19900101-0000", "20990101-2384", "199002302384", "i går", "1", "+46 70", "0" * 30]
MARKEN = "a" + "\u0315" * 10_000 + "\u0300" * 10_000  # put in order, it would take a second
TEXTER = [
    MARKEN,
    "a" + "\u0301" * 31,
    "nul\x00",
    "x" * 10_001,
    "\ud800\udfff",
    "x" * 100_000,
    "\x1b[2J",
    "",
    "   ",
    "\ufffd",
]
VAL = ["hittepa", "99999999999999999999999", "-1", "\x00", "<script>alert(1)</script>", "1.0"]
TAL = ["abc", "-1", "99999999999999999999999999", "\x00", "", "1e3", "0x1", "9" * 5000]
UDDA = "Åke 🚣🏽‍♀️ e\u0301a\u030a \u202eמי\u202c <b>&amp;"  # emoji, NFD, right to left, markup: all of it can be stored


RAKNAT: Counter[str] = Counter()  # what this file's tests have sent and got back, for the last test's figures


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here. Every answer is counted; what a view raises the client raises."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)
    request = Client.request

    def raknad(self, **environ):
        RAKNAT["sent"] += 1
        answer = request(self, **environ)
        RAKNAT["500"] += answer.status_code >= 500 and environ.get("PATH_INFO") != "/halsa"
        return answer

    monkeypatch.setattr(Client, "request", raknad)


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
    clients = {who: Client() for who in NAGON}
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    out = []
    for sida in (s for s in SIDOR if s.post and s.lagen[0] == lage):
        if sida.namn == "plandel-ny" and sida.slag != "mal" and not FULLT:
            continue  # the same form as when the part is changed
        client = clients[next(w for w in NAGON if w in sida.vem)]
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
        if isinstance(field.field, forms.BooleanField | forms.FileField):
            continue  # files are tried in tests/views/test_registrator.py
        kind = next(k for k in kinds if isinstance(field.field, k))
        values = TEXTER if kind is Text and field.name not in ("personnummer", "q") else kinds[kind]
        out[field.html_name] = values[n % len(values)]
    return out


def felaktiga(ruta: Ruta) -> Iterator[str]:
    """Each field gets a bad value of its own kind, in many rounds; in full also one field at a time, the rest right."""
    turn = len(ruta.sida.namn)  # every kind of value meets some of the forms, in full all of them
    rounds = [varden(ruta.form, n) for n in (range(9) if FULLT else (turn, turn + 3, turn + 5))]
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
    for value in (TAL if FULLT else TAL[:2]) if hidden else ():
        before = avtryck()
        with angrat():
            answer = skicka(ruta, **dict.fromkeys(hidden, value))
            after = avtryck()
        if answer.status_code not in (200, 302):
            yield f"{hidden} {value}: {answer.status_code}"
        stale = ruta.kan_krocka and not (value == "" and ruta.body["rev"] in (0, "0"))
        if stale and (after != before or str(Konflikt()) not in answer.content.decode()):
            yield f"{hidden} {value}: no conflict"


# A case to look up, and a reason that is kept only with a no.
SPARAS_INTE = {("nodatkomst-oppna", "vem"), ("foretradare-kontrollera", "skal")}


def udda_text(ruta: Ruta) -> Iterator[str]:
    """Emoji, right to left, combining letters and markup in every text: stored as NFC, shown as typed."""
    texts = [f.html_name for f in ruta.form if isinstance(f.field, Text) and not isinstance(f.field, Epost)]
    texts = [n for n in texts if n not in ("personnummer", "q") and (ruta.sida.namn, n) not in SPARAS_INTE]
    if not texts or ruta.sida.efter != 302:
        return
    sent = {name: f"{UDDA} {n}" for n, name in enumerate(texts)}
    with angrat():
        answer = skicka(ruta, **sent)
        if answer.status_code != 302:
            yield f"odd text refused: {answer.context['form'].errors}"
            return
        stored = innehaller([unicodedata.normalize("NFC", text) for text in sent.values()])
        yield from (f"{n} is not stored as NFC" for n, rows in zip(sent, stored, strict=True) if not rows)
        raw = innehaller(list(sent.values()))
        yield from (f"{n} is stored as it came" for n, rows in zip(sent, raw, strict=True) if rows)
        RAKNAT["texts"] += len(sent)
        if ruta.kan_krocka:
            tree = html.fromstring(ruta.client.get(ruta.url).content.decode())
            yield from (f"{n} does not come back" for n in tappade(tree, ruta.form, sent))


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
        if again.status_code != 302 or innehaller(["Först hit", "Sen till rakning"]) != [0, 1]:
            yield "the knowing choice was not saved"


PROV = (felaktiga, tomma, udda_tal, udda_text, inaktuellt)


@pytest.mark.parametrize("lage", LAGEN)
def test_every_form_takes_anything(roller, lage):
    """All forms of a state × all kinds of bad input; what is wrong is listed."""
    boxes = rutor(roller, lage)
    wrong = [f"{ruta.sida}: {w}" for ruta in boxes for prov in PROV for w in prov(ruta)]
    assert boxes and not wrong, "\n".join(sorted(set(wrong)))


def innehaller(texts: list[str]) -> list[int]:
    """For each text whether any table holds it; the history of rows is let be."""
    tables = [t for t in connection.introspection.table_names() if t.startswith("plans_") and not t.endswith("event")]
    parts = " UNION ALL ".join(f'SELECT t::text AS rad FROM "{t}" t' for t in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH allt AS MATERIALIZED ({parts}) SELECT (EXISTS (SELECT 1 FROM allt WHERE strpos(rad, x) > 0))::int"  # noqa: S608
            " FROM unnest(%s) WITH ORDINALITY AS s(x, n) ORDER BY n",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]


# --- Addresses ---
PARAMETRAR = ("visa", "till", "slag", "sida", "sak", "utfall", "next", "q")
LASER = ("att-gora", "person-lista", "min-plan", "min-plan-jag", "min-plan-handa", "plan-folj-upp")
SKRAP = ["%00", "9" * 40, "-1", "%ED%A0%80", "%3Cscript%3Ealert(1)%3C/script%3E", "", "2027-02-30", "%FF%FE", "٣",
         LANGT, "//[", "//evil.example", "x" * 3000]  # fmt: skip


def lasare(r: SimpleNamespace) -> dict[str, Client]:
    """A client for each kind of reader."""
    out = {who: Client() for who in NAGON}
    for who, client in out.items():
        client.force_login(getattr(r, who))
    return out


def sidor_att_lasa(x: SimpleNamespace, lage: str) -> list[tuple[Sida, str]]:
    """Each page that can be read in a state, and somebody who reads it."""
    pages = [s for s in SIDOR if lage in s.lagen and s.get != 405]
    return [(s, next(w for w in NAGON if s.vem is None or w in s.vem)) for s in pages]


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


# --- What is no form at all: odd bodies, types, bytes in the path, methods and headers ---
TYPER = ["text/plain", "application/json", "application/xml", "image/png", "multipart/form-data", "", "x/\xe5",
         "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=hittepa",
         "multipart/form-data; boundary=", f"multipart/form-data; boundary={'x' * 300}"]  # fmt: skip
DELAT = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
TRASIGA = [
    b"",
    b"--x",
    f"--{BOUNDARY}".encode(),
    f'{DELAT}"text"\r\nContent-Transfer-Encoding: base64\r\n\r\n===\r\n--{BOUNDARY}--'.encode(),
    f'{DELAT}"text"; filename="../../x\x00.sh"\r\n\r\nx\r\n--{BOUNDARY}--'.encode(),
    f'{DELAT}"{"t" * 9000}"\r\n\r\nx\r\n--{BOUNDARY}--'.encode(),
    f"{DELAT}text\r\n\r\nx".encode(),
    f"{DELAT}\"text\"; filename*=utf-8''%ff%00\r\n\r\n\xff\r\n--{BOUNDARY}--".encode("latin-1"),
]
RAKROPP = [b"%", b"%zz=%1", b"text=%00&text=%ff%fe", b"=&=&&&;", b"\xff\xfe\x00", b"text[]=a&text[x]=b", b"a" * 5000]


def kroppar(ruta: Ruta) -> Iterator[tuple[str, dict]]:
    """Bodies no browser would send to this form: how, and what the client is told."""
    names = list(ruta.body)
    files = {n: SimpleUploadedFile("å\u202e.png", b"\x89PNG\x00\xff", "image/png") for n in names}
    yield "files in all fields", {"data": files}
    yield "every field many times", {"data": {n: ["a", "\x00", "b", "1"] for n in names}}
    raw = urlencode(ruta.body).encode()
    yield from ((f"type {t!r}", {"data": raw, "content_type": t}) for t in TYPER)
    yield from ((f"multipart {b[:40]!r}", {"data": b, "content_type": MULTIPART_CONTENT}) for b in TRASIGA)
    form = "application/x-www-form-urlencoded"
    yield from ((f"body {b[:20]!r}", {"data": b, "content_type": form}) for b in RAKROPP)


@pytest.mark.parametrize("lage", LAGEN)
def test_odd_bodies(roller, lage):
    """Files where text is asked for, fields many times, wrong types, broken multipart, bad percent-encoding."""
    wrong = []
    for n, ruta in enumerate(rutor(roller, lage)):
        bodies = list(kroppar(ruta))
        for what, told in bodies if FULLT else bodies[n % 3 :: 3]:
            with angrat():
                raw = isinstance(told["data"], bytes)
                answer = ruta.client.generic("POST", ruta.url, **told) if raw else ruta.client.post(ruta.url, **told)
            if answer.status_code not in (200, 302, 400):
                wrong.append(f"{ruta.sida}: {what}: {answer.status_code}")
    assert wrong == []


BITAR = ["%00", "%FF%FE", "%ED%A0%80", "%", "%zz", "1e9", "-1", "٣", "1%0d%0aX-Ond:1", "..%2f..%2fetc", "9" * 400]
HUVUDEN = [
    {"Accept-Language": "sv\x00;q=zz,*" * 50}, {"Referer": "\xff://%"}, {"Cookie": "lss_session=\x00\xff; =; lss_csrf"},
    {"X-Forwarded-For": "'; DROP--, ::::1"}, {"X-Forwarded-Proto": "gopher"}, {"If-Modified-Since": "i går"},
    {"Range": "bytes=9-1"}, {"Accept": "\x00"}, {"User-Agent": "x" * 9000}, {"X-CSRFToken": "\x00"},
]  # fmt: skip


def test_odd_paths_methods_and_headers(roller):
    """Bytes that no route has, methods that no view has, headers that no browser sends."""
    x, clients = bygg("klar", roller.alva, roller.skap, roller.ingrid), lasare(roller)
    wrong = []
    for n, (sida, who) in enumerate(sidor_att_lasa(x, "klar")):
        client, url = clients[who], sida.url(x)
        parts = url.strip("/").split("/")
        odd = ["/".join([*parts[:i], BITAR[(n + i) % len(BITAR)], *parts[i + 1 :]]) for i in range(len(parts))]
        asked = [("GET", f"/{p}/", {}) for p in odd]
        asked += [(m, url, {}) for m in ("PATCH", "DELETE", "OPTIONS", "TRACE", "HITTEPA")[n % 3 :: 3]]
        asked += [("GET", url, HUVUDEN[n % len(HUVUDEN)])]
        for method, path, headers in asked:
            answer = client.generic(method, path, headers=headers)
            wrong += [f"{method} {path} {headers}"] if answer.status_code >= 500 else []
    anonymous = Client()
    open_to_all = [reverse(n) for n in OPPNA if n != "halsa"]
    for path in (*open_to_all, "/", "//", "/%00", "/static/%00", "/static/..%2f..%2fsettings.py"):
        for headers in HUVUDEN:
            answer = anonymous.get(path, headers=headers)
            wrong += [f"{path} {headers}"] if answer.status_code >= 500 else []
    assert wrong == []


ADMINFRAGOR = [
    "q=%00", "q=" + "x" * 5000, "id__exact=%00", "id__exact=" + "9" * 40, "o=%00.99", "p=99999999999999999999",
    "hittepa=1", "namn__regex=(", "is_active__exact=%ED%A0%80", "_changelist_filters=%00", "e=1", "all=",
    "date_joined__year=99999", "last_login__gte=i%20g%C3%A5r", "roll__exact=%00", "enhet__id__exact=" + "9" * 30,
]  # fmt: skip


def test_odd_questions_to_the_administration(roller):
    """Django's own pages, through our site."""
    client = Client(raise_request_exception=False)
    client.force_login(roller.admin)
    wrong, index = [], reverse("admin:index")
    paths = [f"{index}plans/{m}/?{q}" for m in ("user", "namnd", "uppdrag") for q in ADMINFRAGOR]
    paths += [f"{index}plans/user/{b}/{p}/" for b in BITAR for p in ("change", "history", "delete", "password")]
    auto = f"{index}autocomplete/?app_label=plans&model_name=uppdrag&field_name=user&term="
    paths += [auto + b for b in BITAR] + [f"{index}autocomplete/", f"{index}r/{'9' * 30}/%00/"]
    for path in paths:
        with angrat():
            answer = client.get(path)
        wrong += [path] if answer.status_code >= 500 else []
    add = reverse("admin:plans_user_add")
    for value in (*TEXTER, *TAL):
        names = ("username", "namn", "email", "password1", "password2", "usable_password")
        body = dict.fromkeys((*names, "uppdrag-TOTAL_FORMS", "uppdrag-INITIAL_FORMS"), value)
        raw = urlencode(body, encoding="utf-8", errors="surrogatepass")
        with angrat():
            answer = client.post(add, raw, content_type="application/x-www-form-urlencoded")
        wrong += [f"add {value[:20]!r}"] if answer.status_code >= 500 else []
    assert wrong == []


def test_planterat_nul_blir_rott(roller, monkeypatch, planterat):
    """Without our own refusal a NUL reaches PostgreSQL."""
    box = next(ruta for ruta in rutor(roller, "erbjuden") if ruta.sida.namn == "begaran-gor")
    monkeypatch.setattr(bas.Text, "to_python", forms.CharField.to_python)
    with pytest.raises(ValueError, match="NUL"):
        skicka(box, text="nul\x00")
    planterat("R15", "ett NUL släpps igenom av formuläret")


def test_planterad_normalisering_blir_rod(roller, monkeypatch, planterat):
    box = next(ruta for ruta in rutor(roller, "erbjuden") if ruta.sida.namn == "begaran-gor")
    monkeypatch.setattr(bas, "nfc", lambda text: text)
    assert list(udda_text(box)) != []
    planterat("R15", "texten sparas utan NFC")


def test_siffrorna(matt):
    """The figures of the tests before this one."""
    assert RAKNAT["500"] == 0
    matt("R15", f"{RAKNAT['sent']} förfrågningar, 0 svar ≥ 500; {RAKNAT['texts']} texter lika efter NFC")
