"""R15: bad input to any form or address never gives a 500.

A form says beside the field what is wrong with it, and keeps what was typed. The forms come from the table in
tests/stod/pages. The tests make few tries; with LSS_FULL=1 (script/test --full) they make more.
"""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT
from django.urls import NoReverseMatch, reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.forms import bas
from tests.stod.case_page import CasePage
from tests.stod.case_states import build_case
from tests.stod.database_state import undone
from tests.stod.every_form import (
    CHOICES,
    COUNTED,
    DAYS,
    FAR_DAY,
    FIGURES,
    FULL,
    SOMEBODY,
    TEXTS,
    TRIALS,
    FormField,
    form_fields,
    odd_text,
    send,
    shortcomings,
)
from tests.stod.pages import OPEN, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.target("R15"), pytest.mark.slow]
LAGEN = ("erbjuden", "lamnad", "utkast", "klar")
EXEMPEL = settings(
    max_examples=2000 if FULL else 15,
    deadline=None,
    database=None,
    derandomize=not FULL,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker, and count every answer. The test client re-raises what a view raises."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)
    request = Client.request

    def raknad(self, **environ):
        COUNTED["sent"] += 1
        answer = request(self, **environ)
        COUNTED["500"] += answer.status_code >= 500 and environ.get("PATH_INFO") != "/halsa"
        return answer

    monkeypatch.setattr(Client, "request", raknad)


@pytest.mark.parametrize("lage", LAGEN)
def test_every_form_takes_anything(roles, lage):
    """Send every kind of bad input to every form of a state; all faults are listed."""
    boxes = form_fields(roles, lage)
    wrong = [f"{ruta.sida}: {w}" for ruta in boxes for prov in TRIALS for w in prov(ruta)]
    assert boxes and not wrong, "\n".join(sorted(set(wrong)))


# --- Addresses ---
PARAMETRAR = ("visa", "till", "slag", "sida", "sak", "utfall", "next", "q")
LASER = ("att-gora", "person-lista", "min-plan", "min-plan-jag", "min-plan-handa", "plan-folj-upp")
SKRAP = [
    "%00",
    "9" * 40,
    "-1",
    "%ED%A0%80",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "",
    "2027-02-30",
    "%FF%FE",
    "٣",
    FAR_DAY,
    "//[",
    "//evil.example",
    "x" * 3000,
]


def lasare(r: SimpleNamespace) -> dict[str, Client]:
    """A logged-in client for each kind of reader."""
    out = {who: Client() for who in SOMEBODY}
    for who, client in out.items():
        client.force_login(getattr(r, who))
    return out


def sidor_att_lasa(x: SimpleNamespace, lage: str) -> list[tuple[CasePage, str]]:
    """Each page that can be read in a state, with someone who may read it."""
    pages = [s for s in PAGES if lage in s.lagen and s.get != 405]
    return [(s, next(w for w in SOMEBODY if s.vem is None or w in s.vem)) for s in pages]


@pytest.mark.parametrize("lage", ["erbjuden", "utkast", "klar"])
def test_garbage_in_the_address(roles, lage):
    x, clients = build_case(lage, roles.alva, roles.skap, roles.ingrid), lasare(roles)
    for n, (sida, who) in enumerate(sidor_att_lasa(x, lage)):
        values = SKRAP if FULL or (lage == "klar" and sida.namn in LASER) else [SKRAP[n % len(SKRAP)]]
        for value in values:
            query = "&".join(f"{name}={value}" for name in PARAMETRAR)
            answer = clients[who].get(f"{sida.url(x)}?{query}")
            assert answer.status_code == sida.get, (sida, value)
            assert "<script>alert" not in answer.content.decode(errors="replace"), sida


@given(data=st.data())
@EXEMPEL
def test_any_parameters(roles, data):
    """Hypothesis chooses a page that reads query parameters, and their values; a user with access requests the page."""
    if not hasattr(roles, "klar"):
        roles.klar, roles.clients = build_case("klar", roles.alva, roles.skap, roles.ingrid), lasare(roles)
    pages = [(s, w) for s, w in sidor_att_lasa(roles.klar, "klar") if s.namn in LASER]
    sida, who = data.draw(st.sampled_from(pages))
    values = data.draw(st.dictionaries(st.sampled_from(PARAMETRAR), st.text(max_size=40) | st.integers().map(str)))
    query = urlencode(values, encoding="utf-8", errors="surrogatepass")
    assert roles.clients[who].get(f"{sida.url(roles.klar)}?{query}").status_code == 200


@given(data=st.data())
@EXEMPEL
def test_any_values_in_any_form(roles, data):
    """Hypothesis chooses a form and the values of a few of its fields; the other fields are valid."""
    if not hasattr(roles, "rutor"):
        roles.rutor = form_fields(roles, "erbjuden")
    ruta = data.draw(st.sampled_from(roles.rutor))
    value = (
        st.text(max_size=60) | st.dates().map(str) | st.integers().map(str) | st.sampled_from(DAYS + TEXTS + CHOICES)
    )
    bad = data.draw(st.dictionaries(st.sampled_from(list(ruta.body)), value, min_size=1, max_size=4))
    with undone():
        answer = send(ruta, **bad)
    assert answer.status_code in (200, 302)
    if answer.status_code == 200 and answer.context["form"].errors:
        assert shortcomings(answer, ruta.body | bad) == []


def test_odd_ids(roles):
    """An id too large for any column gives 404, like any unknown id."""
    clients = lasare(roles)
    for sida in PAGES:
        who = "ingrid" if sida.vem is None or "ingrid" in sida.vem else "birgitta"
        for pk in (0, 10**30):
            try:
                url = reverse(sida.namn, args=[pk])
            except NoReverseMatch:
                continue  # the page's address takes no id, or more than one
            answer = clients[who].post(url, {}) if sida.get == 405 else clients[who].get(url)
            assert answer.status_code == 404, (sida, pk)


# --- Login, and requests that are no form at all ---
@pytest.mark.parametrize(
    "value", ["nul\x00", "x" * 100_000, "\ud800", "👩🏽‍🦽", "<script>alert(1)</script>", "", "e\u0301" * 200]
)
def test_the_login_takes_anything(client, db, value):
    raw = urlencode({"login": value, "password": value}, encoding="utf-8", errors="surrogatepass")
    answer = client.post(reverse("account_login"), raw, content_type="application/x-www-form-urlencoded")
    page = answer.content.decode()
    assert answer.status_code == 200 and re.search(r"<title>\s*Fel:", page) and "<script>alert" not in page
    assert f"next={quote('/x')}" not in page


def test_too_much_and_no_ticket(roles):
    """An oversized request and a form without its CSRF token get a page that explains."""
    client = Client()
    client.force_login(roles.birgitta)
    url = reverse("begaran-gor", args=[roles.alva.pk])
    assert client.post(url, {"slag": "plan", "text": "x" * 2_100_000}).status_code == 400
    assert client.post(url, {f"f{n}": "x" for n in range(1200)}).status_code == 400
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(roles.birgitta)
    answer = strict.post(url, {"slag": "plan"})
    assert answer.status_code == 403 and "<h1>" in answer.content.decode()
    assert client.post(url, b'{"slag": "plan"}', content_type="application/json").status_code == 200
    assert client.post(url, b"--x\r\n", content_type="multipart/form-data; boundary=x").status_code in (200, 400)


# --- Requests that are no form at all: odd bodies, types, bytes in the path, methods and headers ---
TYPER = [
    "text/plain",
    "application/json",
    "application/xml",
    "image/png",
    "multipart/form-data",
    "",
    "x/\xe5",
    "application/x-www-form-urlencoded; charset=utf-7",
    "application/x-www-form-urlencoded; charset=hittepa",
    "multipart/form-data; boundary=",
    f"multipart/form-data; boundary={'x' * 300}",
]
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


def kroppar(ruta: FormField) -> Iterator[tuple[str, dict]]:
    """Yield bodies that no browser would send to this form, each as a description and the test client's arguments."""
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
def test_odd_bodies(roles, lage):
    """Files in text fields, repeated fields, wrong types, broken multipart, bad percent-encoding."""
    wrong = []
    for n, ruta in enumerate(form_fields(roles, lage)):
        bodies = list(kroppar(ruta))
        for what, told in bodies if FULL else bodies[n % 5 :: 5]:
            with undone():
                raw = isinstance(told["data"], bytes)
                answer = ruta.client.generic("POST", ruta.url, **told) if raw else ruta.client.post(ruta.url, **told)
            if answer.status_code not in (200, 302, 400):
                wrong.append(f"{ruta.sida}: {what}: {answer.status_code}")
    assert wrong == []


BITAR = ["%00", "%FF%FE", "%ED%A0%80", "%", "%zz", "1e9", "-1", "٣", "1%0d%0aX-Ond:1", "..%2f..%2fetc", "9" * 400]
HUVUDEN = [
    {"Accept-Language": "sv\x00;q=zz,*" * 50},
    {"Referer": "\xff://%"},
    {"Cookie": "lss_session=\x00\xff; =; lss_csrf"},
    {"X-Forwarded-For": "'; DROP--, ::::1"},
    {"X-Forwarded-Proto": "gopher"},
    {"If-Modified-Since": "i går"},
    {"Range": "bytes=9-1"},
    {"Accept": "\x00"},
    {"User-Agent": "x" * 9000},
    {"X-CSRFToken": "\x00"},
]


def test_odd_paths_methods_and_headers(roles):
    """Paths with bytes that no route accepts, methods that no view has, and headers that no browser sends."""
    x, clients = build_case("klar", roles.alva, roles.skap, roles.ingrid), lasare(roles)
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
    open_to_all = [reverse(n) for n in OPEN if n != "halsa"]
    for path in (*open_to_all, "/", "//", "/%00", "/static/%00", "/static/..%2f..%2fsettings.py"):
        for headers in HUVUDEN:
            answer = anonymous.get(path, headers=headers)
            wrong += [f"{path} {headers}"] if answer.status_code >= 500 else []
    assert wrong == []


ADMINFRAGOR = [
    "q=%00",
    "q=" + "x" * 5000,
    "id__exact=%00",
    "id__exact=" + "9" * 40,
    "o=%00.99",
    "p=99999999999999999999",
    "hittepa=1",
    "namn__regex=(",
    "is_active__exact=%ED%A0%80",
    "_changelist_filters=%00",
    "e=1",
    "all=",
    "date_joined__year=99999",
    "last_login__gte=i%20g%C3%A5r",
    "roll__exact=%00",
    "enhet__id__exact=" + "9" * 30,
]


def test_odd_questions_to_the_administration(roles):
    """Odd query strings, ids and form values, sent to the pages of Django's admin."""
    client = Client(raise_request_exception=False)
    client.force_login(roles.admin)
    wrong, index = [], reverse("admin:index")
    paths = [f"{index}plans/{m}/?{q}" for m in ("user", "namnd", "uppdrag") for q in ADMINFRAGOR]
    paths += [f"{index}plans/user/{b}/{p}/" for b in BITAR for p in ("change", "history", "delete", "password")]
    auto = f"{index}autocomplete/?app_label=plans&model_name=uppdrag&field_name=user&term="
    paths += [auto + b for b in BITAR] + [f"{index}autocomplete/", f"{index}r/{'9' * 30}/%00/"]
    for path in paths:
        with undone():
            answer = client.get(path)
        wrong += [path] if answer.status_code >= 500 else []
    add = reverse("admin:plans_user_add")
    for value in (*TEXTS, *FIGURES):
        names = ("username", "namn", "email", "password1", "password2", "usable_password")
        body = dict.fromkeys((*names, "uppdrag-TOTAL_FORMS", "uppdrag-INITIAL_FORMS"), value)
        raw = urlencode(body, encoding="utf-8", errors="surrogatepass")
        with undone():
            answer = client.post(add, raw, content_type="application/x-www-form-urlencoded")
        wrong += [f"add {value[:20]!r}"] if answer.status_code >= 500 else []
    assert wrong == []


def test_planterat_nul_blir_rott(roles, monkeypatch, planted):
    """Without our own refusal a NUL goes all the way to the database driver."""
    box = next(ruta for ruta in form_fields(roles, "erbjuden") if ruta.sida.namn == "begaran-gor")
    monkeypatch.setattr(bas.TextField, "to_python", forms.CharField.to_python)
    with pytest.raises(ValueError, match="NUL"):
        send(box, text="nul\x00")
    planted("ett NUL släpps igenom av formuläret")


def test_planterad_normalisering_blir_rod(roles, monkeypatch, planted):
    box = next(ruta for ruta in form_fields(roles, "erbjuden") if ruta.sida.namn == "begaran-gor")
    monkeypatch.setattr(bas, "nfc", lambda text: text)
    assert list(odd_text(box)) != []
    planted("texten sparas utan NFC")


def test_siffrorna(measured):
    """Report the figures from the tests above."""
    assert COUNTED["500"] == 0
    measured(f"{COUNTED['sent']} förfrågningar, 0 svar ≥ 500; {COUNTED['texts']} texter lika efter NFC")
