"""Collect the texts that `page_texts` does not.

These are the texts of open pages, pages about the user's own login, errors, the administration, codes, mail and paper.
"""

import io
import re
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib import admin
from django.core import mail
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from plans.models import Inloggningstjanst
from plans.papper import plan as pdf
from tests.stod import factories as f
from tests.stod import paper_examples
from tests.stod.login_door import PASSWORD, current_totp, with_password, with_totp
from tests.stod.page_texts import Pages, alva, ask, browser, shown
from tests.stod.pages import ACCOUNT, OPEN
from tests.stod.visible_text import visible_lines


def open_pages(r: SimpleNamespace) -> Pages:
    """Open the pages about no person, before and after login, and the login pages also with providers."""
    people = {
        "anonym": None,
        "ingrid": with_password(r.ingrid),
        "birgitta": with_password(r.birgitta),
        "admin": r.admin,
    }
    clients = {who: browser(user) for who, user in people.items()}
    names = [n for n in OPEN if n != "halsa"]  # shows the state of the machine
    found = {f"{name} · {who}": ask(client, reverse(name)) for name in names for who, client in clients.items()}
    for name, bodies in LOGIN.items():
        found[f"account_login · {name}"] = ask(clients["anonym"], reverse("account_login"), *bodies)
    provider(r, "Bankid", "enskilda")
    provider(r, "Ad", "personal")
    for name in ("account_login", "eleg"):
        found[f"{name} · med tjänster"] = ask(clients["anonym"], reverse(name))
    found["eleg-svar · avbruten"] = ask(
        clients["anonym"], reverse("eleg-svar", args=["bankid"]) + "?error=access_denied"
    )
    return found


def provider(r: SimpleNamespace, name: str, for_vem: str) -> None:
    """Give the nämnd an inloggningstjänst."""
    where = {"adress": "https://op.example.se", "klient_id": "plan", "nivaer": "loa3"}
    Inloggningstjanst.objects.create(namnd=r.namnd, kod=name.lower(), namn=name, for_vem=for_vem, **where)


LOGIN = {
    "tomt": [{}],
    "fel lösenord": [{"login": "ingrid", "password": "fel"}],
    "rätt": [{"login": "ingrid", "password": PASSWORD}],
    "för många försök": [{"login": "ingrid", "password": "fel"}] * 11,
}


def own_pages(r: SimpleNamespace) -> Pages:
    """Open the pages about the user's own login: with a password alone, then with an app, spare codes and a passkey."""
    found: Pages = {}
    for who in ("ingrid", "birgitta"):
        client = browser(with_password(getattr(r, who)))
        found |= {f"{name} · {who}": ask(client, reverse(name)) for name in ACCOUNT}
        found |= {f"{name} · {who} · tomt": ask(client, reverse(name), {}) for name in ACCOUNT}
    user = r.ingrid
    with_totp(user)
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Telefonen"})
    client = Client(raise_request_exception=False)
    login = client.post(reverse("account_login"), {"login": "ingrid", "password": PASSWORD}, follow=True)
    found["mfa_authenticate · ingrid"] = shown(login)
    found["mfa_authenticate · ingrid · tomt"] = ask(client, reverse("mfa_authenticate"), {})
    client.post(reverse("mfa_authenticate"), {"code": current_totp()})
    urls = {name: reverse(name) for name in ACCOUNT} | {
        "mfa_remove_webauthn": reverse("mfa_remove_webauthn", args=[key.pk])
    }
    for name, url in urls.items():
        found[f"{name} · ingrid med app"] = ask(client, url)
        found[f"{name} · ingrid med app · tomt"] = ask(client, url, {})
    return found


def error_pages(r: SimpleNamespace, monkeypatch) -> Pages:
    """Provoke each error page."""
    client, stranger = browser(r.ingrid), browser()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(r.ingrid)
    kept = {"kladd-plats": "x", "text": "Det jag skrev"}
    found = {
        "400": shown(stranger.get("/", headers={"host": "evil.example.com"})),
        "403": shown(strict.post(reverse("person-registrera"), {})),
        "403 · med kladd": shown(strict.post(reverse("person-registrera"), kept)),
        "404 · anonym": shown(stranger.get("/finns-inte/")),
        "404 · ingrid": shown(client.get("/finns-inte/")),
        "405": shown(client.get(reverse("kladd-spara"))),
        "413": shown(stranger.generic("POST", "/", b"", CONTENT_LENGTH="999999999")),
        "429": visible_lines(render_to_string("429.html")),
        "500": visible_lines(render_to_string("500.html")),
    }
    with monkeypatch.context() as patch:
        patch.setattr("django.template.loader.render_to_string", None)
        found["500 · ingrid"] = shown(client.get(reverse("att-gora")))
    return found


def administration(r: SimpleNamespace) -> Pages:
    """Open the administration: its first page, and list, forms and history of each model."""
    client = browser(r.admin)
    found = {"index": ask(client, reverse("admin:index"))}
    provider(r, "BankID", "enskilda")
    for model in sorted((m for m in apps.get_models() if admin.site.is_registered(m)), key=lambda m: m.__name__):
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = admin.site.get_model_admin(model).get_queryset(SimpleNamespace(user=r.admin)).order_by("pk").first()
        for kind, args in (("changelist", []), ("add", []), ("change", [row.pk]), ("history", [row.pk])):
            found[f"{model.__name__} · {kind}"] = ask(client, reverse(f"{base}_{kind}", args=args))
            if kind in ("add", "change"):
                found[f"{model.__name__} · {kind} · tomt"] = ask(client, reverse(f"{base}_{kind}", args=args), {})
    return found


def handed_over(r: SimpleNamespace) -> Pages:
    """Hand over a login by QR code, letter and password, and use the code from the letter."""
    staff, found = browser(r.ingrid), {}
    url = reverse("inloggning-skapa", args=[r.yusuf.pk])
    found |= {f"inloggning-skapa · {by}": ask(staff, url, {"satt": by}) for by in ("mote", "brev", "losenord")}
    letter = staff.post(url, {"satt": "brev"}).content.decode()
    code = re.search(r'class="kod">([^<]+)<', letter)[1]
    phone = browser()
    for name in ("valkommen", "valkommen-mote"):
        found[f"{name} · fel kod"] = ask(phone, reverse(name), {"kod": "ABCD"})
        found[f"{name} · tomt"] = ask(phone, reverse(name), {})
    found["valkommen · rätt kod"] = ask(phone, reverse("valkommen"), {"kod": code})
    phone.post(reverse("valkommen"), {"kod": code})
    for name in ("valkommen-nyckel", "valkommen-app"):
        found[name] = ask(phone, reverse(name))
        found[f"{name} · tomt"] = ask(phone, reverse(name), {})
    secret = re.search("[A-Z2-7]{32}", phone.get(reverse("valkommen-app")).content.decode())[0]
    right = {"losenord": "många ord om ingenting", "kod": current_totp(secret)}
    found["valkommen-app · ifyllt"] = ask(phone, reverse("valkommen-app"), right)
    return found


def mail_and_paper(r: SimpleNamespace) -> Pages:
    """Send the mail of a due review, and put plans on paper."""
    f.klar(r.yusuf, r.ingrid)
    call_command("rendera_pdf", stdout=io.StringIO())
    client = browser(r.pappa)
    person = client.get(reverse("las-plan", args=[r.yusuf.pk])).content.decode()
    found = {"pdf · klar": paper(client.get(re.search(r"/pdf/\d+/", person)[0]).content)}
    found["pdf · rikt"] = paper(pdf.plan(paper_examples.version(), paper_examples.rich()))
    found["pdf · tomt"] = paper(pdf.plan(paper_examples.version(), paper_examples.empty()))
    draft = paper_examples.rich() | {"status": "utkast", "faststalld": None}
    found["pdf · utkast"] = paper(pdf.plan(paper_examples.version(), draft))
    found["pdf · skyddad"] = paper(pdf.plan(paper_examples.version(skyddad=True), paper_examples.rich()))
    r.alva.kanal, r.alva.epost = "mejl", "alva@example.se"
    r.alva.save(update_fields=["kanal", "epost"])
    alva(r, "klar")
    call_command("skicka_utskick", stdout=io.StringIO())
    for letter in mail.outbox:
        lines = [f"{letter.from_email} → {letter.to[0]}", letter.subject, *letter.body.splitlines()]
        found[f"mejl · {letter.to[0]}"] = lines
    return found


def paper(data: bytes) -> list[str]:
    """Return a paper's title and its text, as another program can read them."""
    reader = PdfReader(io.BytesIO(data))
    text = "\n".join(f"sida {n}\n{page.extract_text()}" for n, page in enumerate(reader.pages, 1))
    return [str(reader.metadata.title), *(" ".join(line.split()) for line in text.splitlines() if line.strip())]
