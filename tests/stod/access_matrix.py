"""The access matrix (target R1): the cases, the requests about them from each of the cast, and all faults found."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable
from contextlib import nullcontext
from functools import cache
from types import SimpleNamespace

import pytest
from django.test import Client

from plans.models import Foretradarskap, Handelse, Tilldelning
from tests.stod import factories as f
from tests.stod import pages
from tests.stod.case_page import ACTORS, EMERGENCY, READERS, STAFF, CasePage
from tests.stod.case_states import STATES, build_case
from tests.stod.cast import INSIDERS
from tests.stod.covering import covering
from tests.stod.database_state import fingerprint, new_log_rows, plant_text, undone
from tests.stod.pages import ACCOUNT, CLOSED, OPEN, OWN_KEYS, PAGES, SERVICES

CANARY, FAR_AWAY, ANONYMOUS = "KanarieA", "KanarieF", "anonym"
EVERYBODY = (*ACTORS, "signe", "signes_god_man", ANONYMOUS)
NEAR = {*INSIDERS, *EMERGENCY, "signe", "signes_god_man", "pappa"}  # those who have to do with one of the cases
OTHER_DOORS = {"odelat", "skyddad", "barn"}  # the cases that let in other people than usual
ACTORS_AT_LEAST = 12  # at least this many members of the cast send a request to each address by each method


@dataclasses.dataclass(frozen=True)
class Case:
    """Whose case is walked, in which state, and who replaces Alva's insiders on the pages about one person."""

    namn: str
    lage: str
    person: str = "alva"
    byte: dict[str, str | None] = dataclasses.field(default_factory=dict)

    def slapps_in(self, sida, who: str, method: str) -> bool:
        """Whether the table lets `who` in at a page."""
        if sida.vem is None:
            return who not in (ANONYMOUS, "avstangd")
        about_one = sida.vem <= STAFF | READERS | EMERGENCY
        names = {self.byte.get(n, n) for n in sida.vem} if about_one else sida.vem
        return who in names

    @property
    def insiders(self) -> set[str]:
        """Return the members of the cast who may read the case."""
        return {self.byte.get(n, n) for n in INSIDERS} - {None}


CASES = [
    *(Case(lage, lage) for lage in STATES),
    Case(
        "skyddad",
        "klar",
        "skyddad",
        {"kerstin": None, "birgitta": "signes_god_man", "alva_konto": "signe", "javig": None, "nodoppnat": None},
    ),
    Case("barn", "klar", "yusuf", {"birgitta": "pappa", "alva_konto": None, "javig": None, "nodoppnat": None}),
]


@dataclasses.dataclass(frozen=True)
class Question:
    """One request of the matrix."""

    fall: Case
    sida: CasePage
    who: str
    method: str

    def __str__(self) -> str:
        return f"{self.fall.namn} {self.sida} {self.who} {self.method}"

    @property
    def let_in(self) -> bool:
        return self.fall.slapps_in(self.sida, self.who, self.method)

    @property
    def richest(self) -> bool:
        """Whether this is the state in which the page shows most: `klar`, or else the first of the page's states."""
        return self.fall.namn == ("klar" if "klar" in self.sida.lagen else self.sida.lagen[0])


def every_question() -> Iterable[Question]:
    """Yield every question of the matrix.

    A user who is let in sends the form only in Alva's case and the first of the states listed for the page, where the
    form's body is valid. A user who is refused sends it in every case and state.
    """
    for fall in CASES:
        for sida in (s for s in PAGES if fall.lage in s.lagen):
            first = fall.lage == sida.lagen[0] and fall.person == "alva"
            for who in EVERYBODY:
                posts = sida.post and (first or not fall.slapps_in(sida, who, "post"))
                for method in ("get", "post") if posts else ("get",):
                    yield Question(fall, sida, who, method)


@cache
def questions() -> list[Question]:
    """List the questions to ask: everyone at every address in its richest state, and a covering array of the rest."""
    return covering(
        every_question(),
        lambda q: (q.sida, q.who) if q.richest else None,
        lambda q: (q.sida, q.who, q.fall.namn) if q.who in NEAR and q.fall.namn in OTHER_DOORS else None,
        lambda q: (q.sida, q.who, q.fall.namn, q.method) if q.let_in else None,
        lambda q: (q.sida, q.method, EVERYBODY.index(q.who) % ACTORS_AT_LEAST),
        lambda q: (q.sida, q.method, q.fall.namn, q.let_in),
        lambda q: (q.who, q.fall.namn, q.method),
    )


@pytest.fixture
def canary(roles) -> SimpleNamespace:
    """The cast, with logins for Signe and her god man, and a marked case in another nämnd, with Östen as vikarie."""
    r = roles
    Tilldelning.objects.create(user=r.osten, person=r.fjarran, roll="vikarie", fran=f.IDAG)
    far = f.skap(r.fjarran, f.user("fjarran_god_man"), r.nadia)
    r.langt_bort_x = build_case(
        "genomgang", r.fjarran, far, r.nadia, marke=FAR_AWAY, fore_delning=lambda p: plant_text(p, FAR_AWAY)
    )
    r.signe, r.signes_god_man = f.user("signe"), f.user("signes_god_man")
    r.skyddad.konto = r.signe
    r.skyddad.save(update_fields=["konto"])
    f.skap(r.skyddad, r.signes_god_man, r.ingrid)
    f.skap(
        r.yusuf,
        r.mor_stangd,
        r.ingrid,
        typ="vardnadshavare",
        stangd_av=r.ingrid,
        stangd_skal="Hot",
        stangd_at=dt.datetime(2027, 3, 1, tzinfo=dt.UTC),
    )
    return r


def build(r: SimpleNamespace, fall: Case) -> SimpleNamespace:
    """Build the case of `fall` in its state, with a mark in every text."""
    person = getattr(r, fall.person)
    open_rights = (
        Foretradarskap.objects.gallande(f.IDAG).filter(person=person, jav=False).exclude(foretradare__konto=r.avstangd)
    )
    return build_case(
        fall.lage, person, open_rights.get(), r.ingrid, marke=CANARY, fore_delning=lambda p: plant_text(p, CANARY)
    )


def alvas_case(r: SimpleNamespace, lage: str) -> SimpleNamespace:
    """Build Alva's case in a state."""
    return build(r, Case(lage, lage))


def ask(client: Client, sida, x, method: str, utanfor: SimpleNamespace | None = None):
    """Send one request: a POST with a valid body, or a GET with the ids of a case in another nämnd in its query.

    Those ids must not change the answer.
    """
    if method == "get":
        other = utanfor and {"pk": utanfor.person.pk, "person": utanfor.person.pk, "version": utanfor.version.pk}
        return client.get(sida.url(x), other or {})
    return client.post(sida.url(x), sida.post(x) if sida.post else {})


def leaks(answer) -> str:
    """Return the body (unless streamed) and the headers of an answer, where marked texts are searched for."""
    body = answer.content.decode(errors="replace") if not answer.streaming else ""
    return f"{body} {answer.headers}"


def missing_headers(answer) -> list[str]:
    """List what is wrong with the headers of an answer to a logged-in user."""
    policy = answer.headers.get("Content-Security-Policy", "")
    wrong = [] if "no-store" in answer.headers.get("Cache-Control", "") else ["no-store"]
    if not policy or "unsafe" in policy or "default-src 'self'" not in policy:
        wrong.append("csp")
    return wrong


def forms_without_ticket(body: str) -> list[str]:
    """List the forms of a page that post without a CSRF token and so would be refused."""
    forms = re.findall(r"<form\b.*?</form>", body, re.S)
    return [
        f"no ticket: {' '.join(form.split())[:80]}"
        for form in forms
        if re.match(r'<form[^>]*method="post"', form) and 'name="csrfmiddlewaretoken"' not in form
    ]


def outside_the_table() -> set[str]:
    """Return addresses that are not in the table, and rows without an address."""
    known = {s.namn for s in pages.PAGES} | set(OPEN) | set(ACCOUNT) | OWN_KEYS | CLOSED | set(SERVICES)
    return pages.all_names() ^ known


def walk(
    r: SimpleNamespace, x, fall: Case, who: str, seen: set[str], among: Iterable[Question] | None = None
) -> tuple[int, list[str]]:
    """Ask, as `who`, all questions about a case, or only those in `among`; return their number, and all faults."""
    client, wrong, asked = Client(raise_request_exception=False), [], 0
    if who != ANONYMOUS:
        client.force_login(getattr(r, who))
    before = fingerprint()
    for q in every_question() if among is None else among:
        if (q.fall, q.who) == (fall, who):
            found = faults(r, client, fall, q.sida, x, q.method, who, seen)
            wrong += [f"{who}: {q.method} {q.sida}: {w}" for w in found]
            asked += 1
    after = fingerprint()
    return asked, wrong + [f"{who}: changed {table}" for table in before if before[table] != after[table]]


def faults(r, client, fall, sida, x, method, who, seen):
    """Ask one question, and yield every fault of the answer and of the log."""
    last = Handelse.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    let_in = fall.slapps_in(sida, who, method)
    # Refused requests and reads are not rolled back: the checksums in `walk` tell whether they changed anything.
    with undone() if let_in and method == "post" else nullcontext():
        answer = ask(client, sida, x, method, r.langt_bort_x)
        rows = new_log_rows(last)
    body = leaks(answer)
    expected = (sida.get if method == "get" else sida.efter) if let_in else 404
    if who in (ANONYMOUS, "avstangd"):
        expected = 302
        if "/logga-in/?next=" not in answer.headers.get("Location", ""):
            yield "came in without a log-in"
    elif method == "get" and sida.get == 405:
        expected = 405
    if answer.status_code != expected:
        yield f"{answer.status_code}, not {expected}"
    for mark, may in ((CANARY, who in fall.insiders or who in sida.ser), (FAR_AWAY, who == "nadia")):
        if mark in body and not may:
            yield f"sees {re.findall(rf'{mark}[^<]*', body)[:3]}"
    if x.person.personnummer in f"{answer.headers}" or re.search(r"<title>[^<]*\d{6}-?\d{4}", body):
        yield "personnummer in an address, a header or a title"
    if let_in and who in fall.insiders:
        seen |= set(re.findall(rf"{CANARY}\d+", body))
    yield from forms_without_ticket(body)
    if who not in (ANONYMOUS, "avstangd"):
        yield from missing_headers(answer)
        yield from log_faults(rows, let_in, answer.status_code)


def log_faults(rows, let_in: bool, status: int):
    """Yield a fault unless the request left one log row, saying what was read or done, or that the request was refused.

    A 405 leaves no row, and a redirect need not leave one.
    """
    refused = [row[2] for row in rows]
    if refused != ([] if status == 405 or (let_in and status == 302 and not rows) else [not let_in]):
        yield f"log rows: {['refused' if r else 'done' for r in refused]}"
