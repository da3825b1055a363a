"""R23: a personnummer is in the encrypted column and on the screens of those who may read it, and nowhere else.

Fifty test numbers travel through the real web server, worker, beat, Valkey and SMTP peer; then everything these have
written, sent and said to each other is searched for each number, in every form it can take.
"""

import base64
import binascii
import http.cookiejar
import inspect
import io
import json
import logging
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from lss_portal.logg import UtanNummer
from plans import tasks
from plans.models import Person
from plans.regler.personnummer import birth_date
from tests.stod import factories as f
from tests.stod.case_states import build_case
from tests.stod.covering import FULL
from tests.stod.database_state import undone
from tests.stod.pages import PAGES
from tests.stod.running import PASSWORD, Stack

pytestmark = [pytest.mark.target("R23")]
ANTAL = 50
KODAT = re.compile(r"[A-Za-z0-9+/=_-]{16,}")


def satt_att_skriva(number: str) -> set[str]:
    """All ways to write a number: with or without century, any separator before the last four, encoded or not."""
    year, short, last = number[:2], number[2:8], number[8:]
    joints = ("", "-", "+", " ", "%2B", "%20", "\\u002d", "&#x2B;")
    return {f"{head}{short}{j}{last}" for head in (year, "") for j in joints}


def oppnat(text: str) -> str:
    """The text, followed by whatever it holds in base64, decoded: Celery packs its messages in base64."""
    out = [text]
    for packed in set(KODAT.findall(text)):
        try:
            out.append(base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True).decode("utf-8", "ignore"))
        except (binascii.Error, ValueError):
            continue
    return "\n".join(out)


def spar(texts: dict[str, str], numbers: list[str]) -> list[str]:
    """List where numbers are found, as `place: how it is written there`."""
    wrong = []
    for place, text in texts.items():
        seen = oppnat(text)
        wrong += [f"{place}: {way}" for n in numbers for way in satt_att_skriva(n) if way in seen]
    return wrong


# --- The journey -----------------------------------------------------------------------------------------------------
class Surfare:
    """A browser without a screen; it remembers every address it was shown, requested or was redirected to."""

    def __init__(self, url: str) -> None:
        self.url, self.adresser, self.titlar = url, set(), set()
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self._ticket = ""

    def be(self, path: str, body: dict | None = None) -> tuple[int, str, str]:
        """GET or POST; return the status, the final address and the page."""
        data = (
            urllib.parse.urlencode({"csrfmiddlewaretoken": self._ticket, **body}).encode() if body is not None else None
        )
        request = urllib.request.Request(self.url + path, data, headers={"Referer": self.url + "/"})  # noqa: S310
        try:
            answer = self._opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        page = answer.read().decode(errors="replace")
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        self._ticket = found.group(1) if found else self._ticket
        self.adresser |= set(re.findall(r'(?:href|src|action)="([^"]*)"', page)) | {answer.geturl()}
        self.titlar |= set(re.findall(r"<title>(.*?)</title>", page, re.S))
        return answer.status, answer.geturl(), page


def skrivna(number: str, n: int) -> str:
    """The n-th of the ways in which staff write a number."""
    ways = (
        number,
        f"{number[:8]}-{number[8:]}",
        f"{number[2:8]}-{number[8:]}",
        number[2:],
        f"{number[:8]} {number[8:]}",
    )
    return ways[n % len(ways)]


def resa(surf: Surfare, numbers: list[str]) -> int:
    """Register persons, search for them, mistype numbers and open forms; return how many pages were requested."""
    surf.be("/logga-in/")
    assert surf.be("/logga-in/", {"login": "ingrid", "password": PASSWORD})[0] == 200
    surf.be("/personer/ny/")
    pages = 3
    for n, number in enumerate(numbers):
        typed = skrivna(number, n)
        who = {"fornamn": "Test", "efternamn": f"Persson{n}", "kanal": "mejl", "epost": f"p{n}@example.se"}
        status, at, page = surf.be("/personer/ny/", {"personnummer": typed, **who})
        assert status == 200 and re.search(r"/personer/\d+/$", at), (n, at, re.findall(r"felruta.*?</ul>", page, re.S))
        if n % 5 == 0:
            surf.be("/personer/ny/", {"personnummer": typed, **who})  # again: already registered
            surf.be("/personer/ny/", {"personnummer": f"{number[:-1]}{(int(number[-1]) + 1) % 10}", **who})  # mistyped
            surf.be(urllib.parse.urlsplit(at).path + "andra/")
            surf.be(f"/personer/{number}/")  # typed into the address bar
            surf.be(f"/finns-inte/{number[2:8]}-{number[8:]}/?q={number}")
            surf.be("/personer/sok/", {"q": typed, "csrfmiddlewaretoken": "fel"})  # refused before the view
            pages += 6
        if FULL or n < 5:  # the first five: one for each way of writing a number
            surf.be("/personer/sok/", {"q": typed})
            pages += 1
        pages += 1
    for path in ("/att-gora/", "/personer/", "/halsa"):
        surf.be(path)
    return pages + 3


class Avlyssning(threading.Thread):
    """Record everything that is sent to the broker."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.hort: list[str] = []
        self._client = redis.Redis.from_url(url)
        self._url, self._slut = url, threading.Event()

    def run(self) -> None:
        with self._client.monitor() as monitor:
            while not self._slut.is_set():
                self.hort.append(str(monitor.next_command()["command"]))

    def sluta(self) -> None:
        self._slut.set()
        redis.Redis.from_url(self._url).ping()  # wakes the thread by giving it one more command to hear
        self.join(5)


def maklaren(url: str) -> str:
    """Every key in the broker, with its whole value."""
    client, out = redis.Redis.from_url(url), []
    for key in client.scan_iter():
        kind = client.type(key).decode()
        read = {
            "list": lambda k: client.lrange(k, 0, -1),
            "hash": client.hgetall,
            "set": client.smembers,
            "zset": lambda k: client.zrange(k, 0, -1, withscores=True),
            "string": client.get,
        }
        out.append(f"{key!r} {read[kind](key)!r}" if kind in read else repr(key))
    return "\n".join(out)


def loggarna(stack: Stack) -> dict[str, str]:
    """The log files of the processes."""
    return {p.name: p.read_text(errors="replace") for p in Path(stack.env["LSS_DATA"]).glob("*.log")}


@pytest.mark.slow
def test_femtio_nummer_genom_hela_portalen(kommun, measured):
    numbers = [n for n in f.published() if "1950" < n < "2008" and birth_date(n)][-ANTAL:]
    stack, broker = kommun, kommun.env["REDIS_URL"]
    ear, surf = Avlyssning(broker), Surfare(kommun.url)
    ear.start()
    pages = resa(surf, numbers)
    for command in ("planera_utskick", "skicka_utskick", "rendera_pdf"):
        stack.manage(command)
    stack.manage(
        "shell",
        "-c",
        "from plans import tasks; [tasks.nudge(t) for t in (tasks.planera_utskick, tasks.skicka_utskick)]",
    )
    time.sleep(2)
    ear.sluta()
    texts = {
        **loggarna(stack),
        "broker, said": "\n".join(ear.hort),
        "broker, kept": maklaren(broker),
        "addresses": "\n".join(
            a for a in surf.adresser if "finns-inte" not in a and not re.search(r"/personer/\d{12}/", a)
        ),
        "titles": "\n".join(surf.titlar),
        "mail": "\n".join(str(letter) for _, letter in stack.postlada.mail),
        "the log": stack.manage(
            "shell", "-c", "from plans.models import Handelse; print(list(Handelse.objects.values()))"
        ),
    }
    assert spar(texts, numbers) == []
    assert len(ear.hort) > 10 and all(texts[f"{n}.log"] for n in ("worker", "beat"))
    size = sum(map(len, texts.values())) // 1024
    measured(
        f"{ANTAL} nummer, {pages} sidor på hela stacken: 0 spår i {len(texts)} ställen ({size} kB loggar, mäklare …)",
    )


# --- In one process: what is logged before masking, the addresses on all pages, error reports -------------------------
@pytest.mark.django_db
def test_inget_loggas_ens_fore_maskeringen(roles, client, caplog, monkeypatch):
    """At DEBUG, no record holds a number even before masking.

    The only exception, an address into which somebody typed a number, is masked.
    """
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)
    caplog.set_level(logging.DEBUG)
    client.force_login(roles.ingrid)
    number = f.number(skip=40)
    body = {"personnummer": number, "fornamn": "Leila", "efternamn": "Moradi", "kanal": "brev"}
    for sent in (body, body, {**body, "personnummer": number[:-1] + "x"}, {**body, "fornamn": "x" * 300}):
        client.post(reverse("person-registrera"), sent)
    client.post(reverse("person-sok"), {"q": number})
    assert Person.objects.med_personnummer(number).exists()
    raw = "\n".join(f"{r.getMessage()} {r.args} {r.exc_text}" for r in caplog.records)
    assert spar({"raw": raw}, [number]) == []


@pytest.mark.django_db
def test_ingen_adress_haller_ett_nummer(roles, measured):
    client, n, wrong = Client(), 0, []
    for lage in ("erbjuden", "klar"):
        with undone():
            x = build_case(lage, roles.alva, roles.skap, roles.ingrid)
            for who in ("ingrid", "birgitta", "alva_konto"):
                client.force_login(getattr(roles, who))
                for sida in (s for s in PAGES if lage in s.lagen and s.get == 200 and s.vem and who in s.vem):
                    page = client.get(sida.url(x)).content.decode(errors="replace")
                    found = re.findall(r'(?:href|src|action|data-[\w-]+)="([^"]*)"', f'{page} href="{sida.url(x)}"')
                    n += len(found)
                    wrong += spar({str(sida): "\n".join(found)}, [x.person.personnummer])
    assert wrong == [] and n > 300
    measured(f"{n} adresser på sidorna: 0 nummer")


@pytest.mark.django_db
def test_en_krasch_berattar_inget(roles, client, monkeypatch):
    """The error page is the same for all; the traceback in the log is masked; nothing is mailed."""
    number = roles.alva.personnummer

    def krasch(*args, **kwargs):
        raise ValueError(f"duplicate key: Key (personnummer)=({number}) already exists. {number[2:8]}-{number[8:]}")

    monkeypatch.setattr("plans.lasning.sok.find_persons", krasch)
    client.raise_request_exception = False
    client.force_login(roles.ingrid)
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(UtanNummer("%(message)s"))
    logging.getLogger().addHandler(handler)
    try:
        answer = client.post(reverse("person-sok"), {"q": number})
    finally:
        logging.getLogger().removeHandler(handler)
    assert answer.status_code == 500 and "already exists. [nummer]" in written.getvalue()
    assert spar({"page": answer.content.decode(), "log": written.getvalue()}, [number]) == []


def test_alla_processer_skriver_genom_masken():
    assert {h["formatter"] for h in settings.LOGGING["handlers"].values()} == {"rad"}
    assert settings.LOGGING["formatters"]["rad"]["()"] == "lss_portal.logg.UtanNummer"
    assert (
        settings.LOGGING["loggers"]["django"]["handlers"] == [] and settings.CELERY_WORKER_HIJACK_ROOT_LOGGER is False
    )


@pytest.mark.parametrize(
    "number",
    [
        "199001012385",
        "19900101-2385",
        "900101-2385",
        "9001012385",
        "900101+2385",
        "19900101 2385",
        "900161-2385",
        "900101%2B2385",
    ],
)
def test_masken_tacker_varje_skrivsatt(number):
    record = logging.LogRecord(
        "x", logging.INFO, "", 0, f"a{number}, /p/{number}/ 2027-03-09 10:00:01 id 123456", (), None
    )
    said = UtanNummer("%(message)s").format(record)
    assert said == "a[nummer], /p/[nummer]/ 2027-03-09 10:00:01 id 123456"


def test_en_uppgift_far_aldrig_mer_an_ett_id():
    """A task takes nothing but ids: its arguments pass through the broker in clear text."""
    kinds = {}
    for name, task in tasks.skicka_utskick.app.tasks.items():
        if name.startswith("plans."):
            kinds[name] = [p.annotation for p in inspect.signature(task.run).parameters.values()]
    assert kinds and all(kind is int for found in kinds.values() for kind in found)
    assert settings.CELERY_TASK_IGNORE_RESULT is True


@pytest.mark.django_db
def test_databasens_egen_logg_haller_inga_varden():
    """As in docs/drift.md, PostgreSQL logs errors without DETAIL or statement; parameters and slow statements never."""
    wanted = {
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_statement": "none",
        "log_min_duration_statement": "-1",
        "log_parameter_max_length_on_error": "0",
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(wanted)])
        assert dict(cursor.fetchall()) == wanted
    text = (Path(settings.BASE_DIR) / "docs" / "drift.md").read_text()
    assert [name for name in wanted if name not in text] == []


# --- Planted ---------------------------------------------------------------------------------------------------------
def test_planterat_nummer_i_maklaren_blir_rott(planted):
    number, queue = f.number(), f"prov-{time.monotonic_ns()}"
    body = base64.b64encode(json.dumps([[f"{number[2:8]}-{number[8:]}"], {}, {}]).encode()).decode()
    client = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    try:
        client.lpush(queue, json.dumps({"body": body, "headers": {"task": "plans.tasks.skicka"}}))
        assert spar({"broker": maklaren(settings.CELERY_BROKER_URL)}, [number]) == [
            f"broker: {number[2:8]}-{number[8:]}"
        ]
    finally:
        client.delete(queue)
    planted("ett nummer som argument till en uppgift")


def test_planterad_loggrad_blir_rod(planted):
    number = f.number()
    record = logging.LogRecord("plans", logging.INFO, "", 0, "registrerade %s", (number,), None)
    assert spar({"log": logging.Formatter().format(record)}, [number]) != []
    assert spar({"log": UtanNummer().format(record)}, [number]) == []
    planted("en loggrad skriver numret utan mask")


def test_planterad_adress_blir_rod(planted):
    number = f.number()
    assert spar({"addresses": f"/personer/?q={number[2:8]}%2B{number[8:]}"}, [number]) != []
    planted("ett nummer i en adress")
