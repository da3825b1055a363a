"""R22: a mail says only that there is something to read. A scanner that follows its link changes nothing."""

import re
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import allauth
import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail as post
from django.test import Client
from django.urls import reverse

from plans.actions import utskick
from plans.models import Enhet, Foretradare, Handelse, Mottagare, Person, User, Utskick
from plans.utskick import mejl as mail
from plans.utskick.meddelanden import SLAG
from tests.stod.case_states import build_case
from tests.stod.cast import IDAG
from tests.stod.database_state import fingerprint
from tests.stod.pages import ACCOUNT, OPEN, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.target("R22")]
ORD = re.compile(  # words that reveal what it is all about, or reveal that the reader receives support
    r"\blss\b|plan|insats|funktions|stöd|omsorg|handläggar|god ?man|företräd|förvaltar|vårdnad|personkret|nämnd|"
    r"genomgång|assist|boende|bistånd|diagnos|ärende|person",
    re.I,
)
NUMMER = re.compile(r"\d{6,8}[-+ ]?\d{4}")
TECKEN = re.compile(r"[A-Za-z0-9_-]{16,}")  # a token


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def namnen() -> set[str]:
    """Every name of a human or a unit in the database."""
    found = {
        n for row in Person.objects.values_list("fornamn", "efternamn", "tilltalsnamn", "arendenummer") for n in row
    }
    found |= set(User.objects.values_list("namn", flat=True)) | set(User.objects.values_list("username", flat=True))
    found |= set(Foretradare.objects.values_list("namn", flat=True)) | set(Enhet.objects.values_list("namn", flat=True))
    return {part for name in found for part in name.split() if len(part) > 2 and part != "Admin"}


def text(letter: Message) -> str:
    """All that a reader or a mail server on the way sees, except the recipient's address, the date and the id."""
    heads = [
        f"{k}: {make_header(decode_header(v))}" for k, v in letter.items() if k not in ("To", "Message-ID", "Date")
    ]
    return "\n".join([*heads, letter.get_payload(decode=True).decode()])


def sager(letters: list[Message]) -> list[str]:
    """List forbidden content found in the mails."""
    wrong, names = [], namnen()
    for letter in letters:
        said = text(letter)
        shown = re.sub(r"<[^>]*>", "", letter["To"]).strip()
        links = re.findall(r"https?://\S+", said)
        wrong += [f"word {w}" for w in ORD.findall(said)] + [f"number {n}" for n in NUMMER.findall(said)]
        wrong += [f"name {n}" for n in names if re.search(rf"\b{re.escape(n)}\b", said)]
        wrong += ["the receiver's name"] if shown and "@" not in shown else []
        wrong += ["html, or more parts than one"] if letter.get_content_type() != "text/plain" else []
        wrong += [f"{len(links)} links"] if len(links) != 1 else []
        for link in map(urlsplit, links):
            wrong += (
                [f"token {link.path}?{link.query}"] if link.query or link.fragment or TECKEN.search(link.path) else []
            )
            answer = Client().get(link.path or "/")
            wrong += (
                ["the link asks for no log-in"]
                if link.path != reverse("account_login") or answer.status_code != 200
                else []
            )
    return wrong


def breven(r: SimpleNamespace) -> list[Message]:
    """Send and return the mails about a review that is due: to the handläggare, the god man and the person."""
    Person.objects.filter(pk=r.alva.pk).update(kanal="mejl", epost="alva@example.se")
    r.alva.refresh_from_db()
    build_case("klar", r.alva, r.skap, r.ingrid, marke="Nyström LSS-plan")
    while utskick.skicka_ett(today=IDAG) is not None:
        pass
    return [m.message() for m in post.outbox]


def test_varje_brev_ar_tyst(roles, measured):
    letters = breven(roles)
    assert {m["To"] for m in letters} >= {"ingrid@example.se", "birgitta@example.se", "alva@example.se"}
    assert sager(letters) == []
    assert {str(make_header(decode_header(m["Subject"]))) for m in letters} == {"Det finns något att läsa"}
    measured(f"{len(letters)} brev till tre slags mottagare: 0 namn, nummer, planord eller koder")


@pytest.mark.parametrize("slag", SLAG)
def test_varje_slags_brev_ar_tyst(roles, slag):
    """Check the mail of each kind of message, also the kinds that no test above sends."""
    to = Mottagare.objects.create(namnd=roles.namnd, user=roles.ingrid)
    letter = mail.compose(Utskick(pk=1, namnd=roles.namnd, mottagare=to, slag=slag)).message()
    assert letter["To"] == "ingrid@example.se" and sager([letter]) == []


def mallar() -> list[str]:
    """Every mail that the login library has a template for."""
    folder = Path(allauth.__file__).parent / "templates"
    return sorted(str(p.relative_to(folder)).removesuffix("_subject.txt") for p in folder.rglob("*_subject.txt"))


def test_inloggningsbiblioteket_skickar_inget(roles, rf, measured):
    """Whatever the library wants to announce, only our own mails leave the portal."""
    request = rf.get("/")
    request.user, request.session = roles.ingrid, SessionStore()
    prefixes = mallar()
    context = {"user": roles.ingrid, "code": "ABC123", "key": "k" * 20, "password_reset_url": "https://x/?k=1"}
    with request_context(request):
        for prefix in prefixes:
            get_adapter().send_mail(prefix, "ingrid@example.se", context)
            get_adapter().send_notification_mail(prefix, roles.ingrid, context)
    assert len(prefixes) > 15 and post.outbox == []
    measured(f"{len(prefixes)} mejl som inloggningsbiblioteket kan: 0 skickas")


def test_fel_skickas_inte_till_nagon(client, roles, monkeypatch):
    """No crash report is mailed: it would hold what was typed."""
    monkeypatch.setattr("plans.access.rows.asking", None)
    client.raise_request_exception = False
    client.force_login(roles.ingrid)
    with monkeypatch.context() as patch:
        patch.setattr(settings, "ADMINS", [("Drift", "drift@example.se")])
        assert client.get(reverse("att-gora")).status_code == 500
    assert post.outbox == []


def lankar(letters: list[Message]) -> set[str]:
    """The paths that the mails link to."""
    return {urlsplit(link).path or "/" for m in letters for link in re.findall(r"https?://\S+", text(m))}


def avsokt(paths: list[str], times: int) -> tuple[int, list[str]]:
    """Open the paths as a prefetching scanner that is not logged in; return how many requests, and what they changed.

    The cache's table is not compared: every request is counted there. Of the log, only the number of rows is compared.
    """
    let_be = ("plans_handelse", "django_session", settings.CACHES["default"]["LOCATION"])
    before, last, n = fingerprint(let_be), Handelse.objects.count(), 0
    for path in paths:
        for turn in range(times):
            client = Client(headers={"user-agent": "Mailscanner/1.0", "purpose": "prefetch"})
            (client.head if turn % 2 else client.get)(path)
            n += 1
    after = fingerprint(let_be)
    changed = [t for t in before if before[t] != after[t]]
    return n, changed + (["the log"] if Handelse.objects.count() != last else [])


def test_en_avsokare_andrar_inget(roles, measured):
    letters = breven(roles)
    x = build_case("klar", roles.yusuf, roles.yusuf.foretradarskap.get(), roles.ingrid)
    n, changed = avsokt([*lankar(letters), *(reverse(name) for name in (*OPEN, *ACCOUNT) if name != "halsa")], 20)
    more, also = avsokt([s.url(x) for s in PAGES if "klar" in s.lagen and s.namn not in ("min-plan",)], 2)
    assert changed + also == []
    measured(f"{n + more} öppningar av en avsökare (20 av varje länk i breven): 0 ändrade rader")


def test_planterat_namn_blir_rott(roles, monkeypatch, planted):
    real = mail.compose

    def pratsamt(row):
        letter = real(row)
        letter.subject = f"Alvas plan, {roles.alva.efternamn}"
        return letter

    monkeypatch.setattr(mail, "compose", pratsamt)
    wrong = sager(breven(roles))
    assert {"word plan", "name Nyström", "name Keita"} <= set(wrong)
    planted("namn och plan i ämnesraden")


def test_planterad_kod_i_lanken_blir_rod(roles, settings, planted):
    settings.PUBLIC_BASE_URL = "http://localhost/mina-personer/?kod=s3cr3ts3cr3ts3cr3t&x="
    wrong = sager(breven(roles))
    assert any(w.startswith("token") for w in wrong) and "the link asks for no log-in" in wrong
    planted("länken bär en kod och kräver ingen inloggning")


def test_planterad_andring_vid_lasning_blir_rod(roles, monkeypatch, planted):
    import plans.views.oppna as oppna

    def smyg(request, template, *args, **kwargs):
        Person.objects.filter(pk=roles.alva.pk).update(telefon="1")
        return real(request, template, *args, **kwargs)

    real = oppna.render
    monkeypatch.setattr(oppna, "render", smyg)
    assert avsokt([reverse("om")], 2)[1] == ["plans_person", "plans_personevent"]
    planted("en sida ändrar en rad när den öppnas")
