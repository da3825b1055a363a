"""Collect the text of every page of the table `PAGES`, in every state, for one reader of each kind.

Each request starts from the same rows and is undone, so no page depends on the pages opened before it. A page is stored
under its URL name, the username of the reader, and how a form was sent: empty, filled in, or out of date.
"""

import contextlib
import copy
import datetime as dt
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import time_machine
from django.db.models.expressions import DatabaseDefault
from django.db.models.functions import Now
from django.db.models.signals import pre_save
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from plans.models import User
from tests.stod import factories as f
from tests.stod.case_page import CasePage
from tests.stod.case_states import CaseState, build_case
from tests.stod.cast import IDAG
from tests.stod.database_state import plant_text, undone
from tests.stod.pages import PAGES
from tests.stod.visible_text import visible_lines, way

KINDS = ("ingrid", "kerstin", "carin", "greta", "rut", "nodoppnat", "birgitta", "javig", "alva_konto")
ANYONE = ("ingrid", "birgitta", "javig", "alva_konto")  # for pages that let in every logged-in user
# Pages of a case in which nothing has happened yet.
BEFORE = (
    "person",
    "person-andra",
    "logg",
    "att-gora",
    "person-lista",
    "mina-personer",
    "min-person",
    "las-plan",
    "vem-har-tittat",
)
TEXTS = ("text", "namn", "syfte", "fornamn", "omfattning", "av", "samrad_med", "varfor", "skal")
NEW_EACH_TIME = {
    re.compile(r"(?<= sparade )\d+ \w+ klockan \d\d\.\d\d"): "NYSS",  # the database's own clock
    re.compile(r"\b[A-Z2-9]{5}(-[A-Z2-9]{5}){2}\b"): "KOD",
    re.compile(r"\b[A-Z2-7]{32}\b"): "NYCKEL",
    re.compile(r"^\d{8}$"): "RESERVKOD",
    re.compile(r"^[a-zåäö]+\d{5}$"): "INLOGGNING",
    re.compile(r"^([a-zåäö]+-){3,}\d+$"): "LÖSENORD",
}
Pages = dict[str, list[str]]
People = dict[str, User]  # member of the cast in the table → the login that takes that part


def alva(r: SimpleNamespace, state: str) -> tuple[CaseState, People]:
    """Build Alva's case in a state; the text of each field is the field's name."""
    named = lambda person: plant_text(person, "", lambda n, field: f"<{field.name}>"[: field.max_length])  # noqa: E731
    x = build_case(state, r.alva, r.skap, r.ingrid, marke="<text>", fore_delning=named, today=IDAG)
    return x, {who: getattr(r, who) for who in KINDS}


def child(r: SimpleNamespace) -> tuple[CaseState, People]:
    """Build a child's plan; the right of the child's other guardian, if any, is closed."""
    x = build_case("klar", r.yusuf, r.yusuf.foretradarskap.get(stangd_at=None), r.ingrid)
    return x, {"ingrid": r.ingrid, "carin": r.carin, "greta": r.greta, "birgitta": r.pappa}


def protected(r: SimpleNamespace) -> tuple[CaseState, People]:
    """Build the plan of a person with protected data."""
    r.skyddad.konto = f.user("signe", namn="Signe")
    r.skyddad.save(update_fields=["konto"])
    skap = f.skap(r.skyddad, f.user("signes", namn="Signes gode man"), r.ingrid)
    x = build_case("klar", r.skyddad, skap, r.ingrid)
    staff = {"ingrid": r.ingrid, "carin": r.carin, "greta": r.greta}
    return x, staff | {"birgitta": skap.foretradare.konto, "alva_konto": r.skyddad.konto}


def pages_of(x: CaseState, people: People, state: str, *, forms: bool = True) -> Pages:
    """Open all pages of a state, and send their forms empty, filled in, and out of date."""
    clients = {who: browser(user) for who, user in people.items()}
    found: Pages = {}
    for page in (s for s in PAGES if state in s.lagen):
        for who in (w for w in readers(page) if w in clients):
            name = f"{page} · {people[who].username}"
            found |= dict(_page(clients[who], page, x, name, forms=forms and page.lagen[0] == state))
    return found


def untouched(r: SimpleNamespace) -> Pages:
    """Open the pages of Dragan's case, where nothing has happened."""
    people = {"ingrid": r.osten, "birgitta": r.gunnar_ratt, "alva_konto": r.dragan_konto, "carin": r.carin}
    clients = {who: browser(user) for who, user in people.items()}
    x, found = CaseState(person=r.dragan), {}
    for page in (s for s in PAGES if s.namn in BEFORE or s.namn.startswith("min-plan")):
        for who in (w for w in readers(page) if w in clients):
            found |= dict(_page(clients[who], page, x, f"{page} · {people[who].username}", forms=False))
    return found


def readers(page: CasePage) -> list[str]:
    """List one reader of each kind; Kerstin only where Ingrid has no access."""
    if page.vem is None:
        return list(ANYONE)
    return [who for who in KINDS if who in page.vem and not (who == "kerstin" and "ingrid" in page.vem)]


def browser(user: User | None = None) -> Client:
    """Make a client, logged in as the user if there is one."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def _page(client: Client, page: CasePage, x: CaseState, name: str, *, forms: bool) -> Iterator[tuple[str, list[str]]]:
    url = page.url(x)
    if page.get != 405:
        yield name, ask(client, url)
    if page.post and forms:
        body = page.post(x)
        yield f"{name} · tomt", ask(client, url, {})
        yield f"{name} · ifyllt", ask(client, url, body)
        if "rev" in body:
            text = next((n for n in TEXTS if n in body), "")
            yield f"{name} · krock", ask(client, url, *({**page.post(x), text: t} for t in ("Först", "Sedan")))


def ask(client: Client, url: str, *bodies: dict[str, Any]) -> list[str]:
    """Open a page, or send it the bodies one after another; return the last answer's text and undo everything."""
    mine = copy.copy(client)
    mine.cookies = copy.deepcopy(client.cookies)
    with undone():
        if not bodies:
            return shown(mine.get(url))
        for body in bodies:
            answer = mine.post(url, body, follow=True)
        return [f"→ {way(to)}" for to, _ in answer.redirect_chain] + shown(answer)


def shown(answer: HttpResponse) -> list[str]:
    """Return the status (unless 200), the target of a redirect, and the text."""
    head = [] if answer.status_code == 200 else [f"svar {answer.status_code}"]
    if "Location" in answer.headers:
        return [*head, f"→ {way(answer.headers['Location'])}"]
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("text/html") and answer.content:
        return head + [_steady(line) for line in visible_lines(answer.content.decode())]
    return head + ([kind] if kind == "application/pdf" else answer.content.decode().splitlines())


def _steady(line: str) -> str:
    """Replace codes and database times, which are new in each run."""
    for pattern, word in NEW_EACH_TIME.items():
        line = pattern.sub(word, line)
    return line


@contextlib.contextmanager
def one_clock() -> Iterator[None]:
    """Stop the clock, also for columns that take their default from the database's clock."""

    def set_times(instance: Any, **_: Any) -> None:
        for field in instance._meta.concrete_fields:
            if isinstance(field.db_default, Now) and isinstance(getattr(instance, field.attname), DatabaseDefault):
                setattr(instance, field.attname, timezone.now())

    pre_save.connect(set_times)
    try:
        with time_machine.travel(dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC), tick=False):
            yield
    finally:
        pre_save.disconnect(set_times)
