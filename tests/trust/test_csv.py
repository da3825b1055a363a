"""R17: no table is exported outside plans/utbyte, and nothing that a user types becomes an extra header."""

import ast
import re
from email import message_from_string
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from plans.forms.bas import EmailField
from plans.models import Foretradare, Mottagare, Namnd, Person, Utskick
from plans.utskick import mejl as mail
from tests.stod.case_states import build_case
from tests.trust.test_huvuden import svaren

pytestmark = [pytest.mark.django_db, pytest.mark.target("R17"), pytest.mark.slow]
ROOT = Path(settings.BASE_DIR)
RADBROTT = [
    "x\r\nBcc: ond@example.se",
    "x\nSet-Cookie: a=b",
    "x\rX-Ond: 1",
    "x\x00y",
    "x%0d%0aX-Ond:1",
    "x\u2028X-Ond: 1",
]
ONDA_MAL = [
    "//ond.example",
    "https:ond.example",
    "/\\ond.example",
    "https://ond.example/",
    "javascript:alert(1)",
    "\t//ond.example",
]
TABELLER = ("text/csv", "spreadsheet", "ms-excel", "tab-separated")


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def skrivare(source: str) -> list[str]:
    """List the places where a module could write a table that a spreadsheet opens."""
    tree, out = ast.parse(source), []
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in ("writer", "DictWriter")
            and ast.unparse(node.value) == "csv"
        ):
            out.append(ast.unparse(node))
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "csv"
            and {a.name for a in node.names} & {"writer", "DictWriter"}
        ):
            out.append(ast.unparse(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            out += [node.value] if any(k in node.value for k in TABELLER) else []
    return out


def exporter() -> dict[str, list[str]]:
    """Find modules outside plans/utbyte that write tables: every export must go through the helper there."""
    paths = [p for p in (ROOT / "plans").rglob("*.py") if "utbyte" not in p.parts]
    return {str(p.relative_to(ROOT)): found for p in paths if (found := skrivare(p.read_text()))}


def tabeller(answers: dict) -> list[str]:
    """List the names of the answers that a spreadsheet program would open."""
    kinds = {
        n: f"{a.headers.get('Content-Type', '')} {a.headers.get('Content-Disposition', '')}" for n, a in answers.items()
    }
    return [n for n, kind in kinds.items() if any(k in kind for k in (*TABELLER, ".csv", ".xls", ".tsv"))]


def rubriker(address: str) -> list[str]:
    """Return the header names of a mail to this address, or an empty list when Django refuses to build the mail."""
    try:
        to = Mottagare(foretradare=Foretradare(epost=address))
        letter: EmailMessage = mail.compose(Utskick(pk=1, namnd=Namnd(), mottagare=to, slag="genomgang"))
        head = letter.message().as_bytes().split(b"\n\n")[0].decode()
    except ValueError:  # BadHeaderError is a ValueError
        return []
    return re.findall(r"^([A-Za-z-]+):", head, re.M)


def ratt_rubrik(names: list[str]) -> bool:
    """Whether none of the headers is one that a test tries to add, and there is at most one To."""
    return not {n.lower() for n in names} & {"bcc", "cc", "x-ond", "set-cookie"} and names.count("To") <= 1


def test_inget_exporteras_utanfor_den_enda_vagen(roles, measured):
    answers = svaren(roles)
    assert exporter() == {} and tabeller(answers) == []
    measured(f"{len(answers)} svar: 0 är tabeller; 0 moduler utanför plans/utbyte skriver csv")


def test_radbrott_blir_aldrig_en_rubrik(roles, client, measured):
    """Line breaks are tried in the mail address, the PDF's file name and the redirect after login."""
    tried = 0
    for text in RADBROTT:
        assert ratt_rubrik(rubriker(f"a@example.se{text}")) and ratt_rubrik(rubriker(text)), text
        for typed in (f"a@example.se{text}", f'"{text}" <a@example.se>'):
            with pytest.raises(ValidationError):
                EmailField().clean(typed)
        tried += 4
    x = build_case("klar", roles.alva, roles.skap, roles.ingrid)
    client.force_login(roles.ingrid)
    for text in (t for t in RADBROTT if "\x00" not in t):
        Person.objects.filter(pk=roles.alva.pk).update(arendenummer=text[:20])
        answer = client.get(reverse("pdf-hamta", args=[x.pdf.pk]))
        assert re.fullmatch(r'inline; filename="[a-z0-9-]+\.pdf"', answer.headers["Content-Disposition"]), text
        tried += 1
    roles.ingrid.set_password("hav-sten-bjork-99")
    roles.ingrid.save()
    for target in (*RADBROTT, *ONDA_MAL):
        body = {"login": "ingrid", "password": "hav-sten-bjork-99", "next": target}
        answer = Client().post(reverse("account_login"), body)
        to = answer.headers.get("Location", "")
        where = urlsplit(to)
        stays = not where.scheme and not where.netloc and to[:2] not in ("//", "/\\")
        assert answer.status_code == 302 and stays and not {"\r", "\n"} & set(to), (target, to)
        tried += 1
    measured(f"{tried} radbrott, NUL och främmande mål i adress, filnamn och omdirigering: 0 nya rubriker")


def test_planterad_export_blir_rod(planted):
    assert skrivare("import csv\nw = csv.writer(open('x'))") == ["csv.writer"]
    assert skrivare("from csv import DictWriter as D") != []
    assert skrivare("HttpResponse(x, content_type='text/csv; charset=utf-8')") != []
    answer = HttpResponse("=1+1;2", headers={"Content-Type": "text/csv"})
    assert tabeller({"lista": answer}) == ["lista"]
    planted("en modul skriver csv vid sidan av den enda vägen")


def test_planterad_rubrik_blir_rod(monkeypatch, planted):
    class Slarvig(EmailMessage):
        def message(self, **kwargs):
            return message_from_string(f"To: {self.to[0]}\n\nHej")

    monkeypatch.setattr(mail, "EmailMessage", Slarvig)
    assert not ratt_rubrik(rubriker("a@example.se\nBcc: ond@example.se"))
    planted("adressen sätts in i brevets huvud som den är")
