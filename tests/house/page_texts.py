"""Every page of the table `SIDOR`, in every state, by somebody of each kind who is let in: what it shows.

Each request begins from the same rows and is undone, so that no page's text depends on which pages were opened before.
A page has a name: the URL name, the member of the cast, and for a form also what was sent.
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
from tests import factories as f
from tests.cast import IDAG
from tests.house.visible_text import visible_lines, way
from tests.views.databasen import angrat, plantera
from tests.views.lagen import Lage, bygg
from tests.views.sidor import SIDOR, Sida

KINDS = ("ingrid", "kerstin", "carin", "greta", "rut", "nodoppnat", "birgitta", "javig", "alva_konto")
ANYONE = ("ingrid", "birgitta", "javig", "alva_konto")  # for pages that let in whoever is logged in
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
)  # what is there to open before anything has happened
TEXTS = ("text", "namn", "syfte", "fornamn", "omfattning", "av", "samrad_med", "varfor", "skal")
NEW_EACH_TIME = {
    re.compile(r"(?<= sparade )\d+ \w+ klockan \d\d\.\d\d"): "NYSS",  # by the database's own clock
    re.compile(r"\b[A-Z2-9]{5}(-[A-Z2-9]{5}){2}\b"): "KOD",
    re.compile(r"\b[A-Z2-7]{32}\b"): "NYCKEL",
    re.compile(r"^\d{8}$"): "RESERVKOD",
    re.compile(r"^[a-zåäö]+\d{5}$"): "INLOGGNING",
    re.compile(r"^([a-zåäö]+-){3,}\d+$"): "LÖSENORD",
}
Pages = dict[str, list[str]]
People = dict[str, User]  # a member of the cast as the table knows them → the log-in that stands in for them


def alva(r: SimpleNamespace, state: str) -> tuple[Lage, People]:
    """Alva's case in a state, every text in it called by its field."""
    named = lambda person: plantera(person, "", lambda n, field: f"<{field.name}>"[: field.max_length])  # noqa: E731
    x = bygg(state, r.alva, r.skap, r.ingrid, marke="<text>", fore_delning=named, today=IDAG)
    return x, {who: getattr(r, who) for who in KINDS}


def child(r: SimpleNamespace) -> tuple[Lage, People]:
    """The plan of a child, whose other guardian is shut out."""
    x = bygg("klar", r.yusuf, r.yusuf.foretradarskap.get(stangd_at=None), r.ingrid)
    return x, {"ingrid": r.ingrid, "carin": r.carin, "greta": r.greta, "birgitta": r.pappa}


def protected(r: SimpleNamespace) -> tuple[Lage, People]:
    """The plan of a person whose data are protected."""
    r.skyddad.konto = f.user("signe", namn="Signe")
    r.skyddad.save(update_fields=["konto"])
    skap = f.skap(r.skyddad, f.user("signes", namn="Signes gode man"), r.ingrid)
    x = bygg("klar", r.skyddad, skap, r.ingrid)
    return x, {
        "ingrid": r.ingrid,
        "carin": r.carin,
        "greta": r.greta,
        "birgitta": skap.foretradare.konto,
        "alva_konto": r.skyddad.konto,
    }


def pages_of(x: Lage, people: People, state: str, *, forms: bool = True) -> Pages:
    """All pages of a state: as they open, and what follows when their form is sent empty, filled in, and too late."""
    clients = {who: browser(user) for who, user in people.items()}
    found: Pages = {}
    for page in (s for s in SIDOR if state in s.lagen):
        for who in (w for w in readers(page) if w in clients):
            name = f"{page} · {people[who].username}"
            found |= dict(_page(clients[who], page, x, name, forms=forms and page.lagen[0] == state))
    return found


def untouched(r: SimpleNamespace) -> Pages:
    """Dragan's case, in which nothing has happened."""
    people = {"ingrid": r.osten, "birgitta": r.gunnar_ratt, "alva_konto": r.dragan_konto, "carin": r.carin}
    clients = {who: browser(user) for who, user in people.items()}
    x, found = Lage(person=r.dragan), {}
    for page in (s for s in SIDOR if s.namn in BEFORE or s.namn.startswith("min-plan")):
        for who in (w for w in readers(page) if w in clients):
            found |= dict(_page(clients[who], page, x, f"{page} · {people[who].username}", forms=False))
    return found


def readers(page: Sida) -> list[str]:
    """One of each kind who is let in; Kerstin where Ingrid is not."""
    if page.vem is None:
        return list(ANYONE)
    return [who for who in KINDS if who in page.vem and not (who == "kerstin" and "ingrid" in page.vem)]


def browser(user: User | None = None) -> Client:
    """A browser, logged in."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def _page(client: Client, page: Sida, x: Lage, name: str, *, forms: bool) -> Iterator[tuple[str, list[str]]]:
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
    """What a page shows, or what the last of some forms leads to; then it is undone."""
    mine = copy.copy(client)
    mine.cookies = copy.deepcopy(client.cookies)
    with angrat():
        if not bodies:
            return shown(mine.get(url))
        for body in bodies:
            answer = mine.post(url, body, follow=True)
        return [f"→ {way(to)}" for to, _ in answer.redirect_chain] + shown(answer)


def shown(answer: HttpResponse) -> list[str]:
    """Status (but 200), where it leads, and the text."""
    head = [] if answer.status_code == 200 else [f"svar {answer.status_code}"]
    if "Location" in answer.headers:
        return [*head, f"→ {way(answer.headers['Location'])}"]
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("text/html") and answer.content:
        return head + [_steady(line) for line in visible_lines(answer.content.decode())]
    return head + ([kind] if kind == "application/pdf" else answer.content.decode().splitlines())


def _steady(line: str) -> str:
    """Without what is new each time: codes, and the clock of the database."""
    for pattern, word in NEW_EACH_TIME.items():
        line = pattern.sub(word, line)
    return line


@contextlib.contextmanager
def one_clock() -> Iterator[None]:
    """Rows whose time the database itself would set get the test's time, and time stands still."""

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
