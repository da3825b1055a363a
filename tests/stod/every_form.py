"""Every form of the portal, ready to be sent with any values, and trials that list all faults in the answers."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import urlencode

from django import forms
from django.db import connection
from django.test import Client
from django.urls import reverse
from lxml import html

from plans.actions.locks import Konflikt
from plans.forms.bas import BaseForm, DateField, EmailField, TextField
from tests.stod.case_states import build_case
from tests.stod.covering import FULL
from tests.stod.database_state import fingerprint, undone
from tests.stod.pages import PAGES

SOMEBODY = ("ingrid", "birgitta", "alva_konto", "carin", "rut", "nodoppnat")  # one user of each kind
FAR_DAY = f"2027-{'9' * 20}-1"  # a date whose month has twenty digits
DAYS = [
    FAR_DAY,
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
NUMBERS = ["19900101-0000", "20990101-2384", "199002302384", "i går", "1", "+46 70", "0" * 30]
MARKS = "a" + "\u0315" * 10_000 + "\u0300" * 10_000  # to normalise this text would take a second
TEXTS = [
    MARKS,
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
CHOICES = ["hittepa", "99999999999999999999999", "-1", "\x00", "<script>alert(1)</script>", "1.0"]
FIGURES = ["abc", "-1", "99999999999999999999999999", "\x00", "", "1e3", "0x1", "9" * 5000]
ODD = "Åke 🚣🏽‍♀️ e\u0301a\u030a \u202eמי\u202c <b>&amp;"  # emoji, NFD, right to left, markup: all can be stored
# Requests sent, answers of 500 or more and texts stored by the tests that use this module. The last test reports them.
COUNTED: Counter[str] = Counter()
# A form about something that other users may change in the meantime has at least one of these text fields.
TEXT_FIELDS = ("text", "namn", "syfte", "fornamn", "omfattning")


class FormField(SimpleNamespace):
    """A form page, its form and a valid body with every field in it."""

    @property
    def kan_krocka(self) -> bool:
        """Whether the form changes something that other users may change in the meantime."""
        own_text = any(name in self.form.fields for name in TEXT_FIELDS)
        return "rev" in self.form.fields and own_text and self.sida.namn != "plandel-ny"


def form_fields(r: SimpleNamespace, lage: str) -> list[FormField]:
    """List the forms whose body is valid in a state, each with a user who may send it."""
    x = build_case(lage, r.alva, r.skap, r.ingrid)
    clients = {who: Client() for who in SOMEBODY}
    for who, client in clients.items():
        client.force_login(getattr(r, who))
    out = []
    for sida in (s for s in PAGES if s.post and s.lagen[0] == lage):
        if sida.namn == "plandel-ny" and sida.slag != "mal" and not FULL:
            continue  # plandel-andra has the same form
        client = clients[next(w for w in SOMEBODY if w in sida.vem)]
        shown = {"plan-svara": reverse("las-plan", args=[x.person.pk]), "person-sok": reverse("person-lista")}
        page = client.get(shown.get(sida.namn, sida.url(x))) if sida.get != 405 or sida.namn in shown else None
        form = page.context.get("sok" if sida.namn == "person-sok" else "form") if page and page.context else None
        if isinstance(form, BaseForm) and form.fields:
            first = {f.html_name: f.value() for f in form}
            body = {k: "" if v in (None, False) else "on" if v is True else v for k, v in first.items()}
            out.append(FormField(sida=sida, client=client, url=sida.url(x), form=form, body=body | sida.post(x), x=x))
    return out


def send(ruta: FormField, **changed: object):
    """Post a body as a browser would, even text that cannot be stored (lone surrogates go as their bytes)."""
    pairs = {k: str(v) for k, v in (ruta.body | changed).items()}
    raw = urlencode(pairs, encoding="utf-8", errors="surrogatepass")
    return ruta.client.post(ruta.url, raw, content_type="application/x-www-form-urlencoded")


def can_be_saved(text: str) -> bool:
    """Whether a text contains no character that the portal refuses."""
    odd = (c for c in text if c not in "\n\t")
    return not any(unicodedata.category(c) in ("Cc", "Cs") or c == "\ufffd" for c in odd)


def shortcomings(answer, body: dict) -> list[str]:
    """List what an error page lacks: Fel: in the title, summary with links, sentence by each field, typed text."""
    form, tree = answer.context["form"], html.fromstring(answer.content.decode())
    summary = tree.xpath("//*[@class='felruta']")
    wrong = [] if " ".join(tree.findtext(".//title").split()).startswith("Fel: ") else ["no Fel: in the title"]
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
    return wrong + [f"{n}: the typed text is lost" for n in lost_values(tree, form, body)]


def lost_values(tree, form, body: dict) -> list[str]:
    """Return the names of text fields whose control does not hold what was typed."""
    out = []
    for field in (f for f in form if isinstance(f.field, TextField | DateField) and f.html_name in body):
        typed = str(body[field.html_name])
        control = tree.xpath(f"//*[@id='{field.id_for_label}']")[0]
        area = control.tag == "textarea"
        shown = (control.text or "").removeprefix("\n") if area else control.get("value") or ""
        same = shown == typed or unicodedata.normalize("NFC", shown) == unicodedata.normalize("NFC", typed)
        if not same and can_be_saved(typed):
            out.append(field.name)
    return out


def values_for(form: forms.Form, n: int) -> dict[str, str]:
    """Return the n-th bad value for each field, of the field's kind."""
    kinds = {
        DateField: DAYS,
        TextField: NUMBERS,
        forms.IntegerField: FIGURES,
        forms.ChoiceField: CHOICES,
        forms.ModelChoiceField: CHOICES,
    }
    out = {}
    for field in form:
        if isinstance(field.field, forms.BooleanField | forms.FileField):
            continue  # files are tried in tests/views/test_registrator.py
        kind = next(k for k in kinds if isinstance(field.field, k))
        values = TEXTS if kind is TextField and field.name not in ("personnummer", "q") else kinds[kind]
        out[field.html_name] = values[n % len(values)]
    return out


def wrong_values(ruta: FormField) -> Iterator[str]:
    """Send forms with a bad value in every field, in several rounds; with --full also with one bad field at a time."""
    turn = len(ruta.sida.namn)  # spreads the kinds of value over the forms; with --full every form meets all
    rounds = [values_for(ruta.form, n) for n in (range(9) if FULL else (turn, turn + 4))]
    rounds += [{k: v} for bad in rounds for k, v in bad.items()] if FULL else []
    for bad in rounds:
        with undone():
            answer = send(ruta, **bad)
        if answer.status_code == 200 and answer.context["form"].errors:
            yield from (f"{w}: {str(bad)[:200]}" for w in shortcomings(answer, ruta.body | bad))
        elif answer.status_code not in (200, 302):
            yield f"{answer.status_code}: {str(bad)[:200]}"


def empty_values(ruta: FormField) -> Iterator[str]:
    """Send an empty form and expect its errors in words."""
    if any(f.field.required for f in ruta.form):
        answer = ruta.client.post(ruta.url, {})
        if answer.status_code != 200:
            yield f"an empty form was taken: {answer.status_code}"
        else:
            yield from shortcomings(answer, {})


def odd_figures(ruta: FormField) -> Iterator[str]:
    """Send odd values in hidden fields such as rev and delning: nothing may be overwritten, and nothing may break."""
    hidden = [f.html_name for f in ruta.form if f.is_hidden]
    for value in (FIGURES if FULL else FIGURES[:1]) if hidden else ():
        before = fingerprint()
        with undone():
            answer = send(ruta, **dict.fromkeys(hidden, value))
            after = fingerprint()
        if answer.status_code not in (200, 302):
            yield f"{hidden} {value}: {answer.status_code}"
        stale = ruta.kan_krocka and not (value == "" and ruta.body["rev"] in (0, "0"))
        if stale and (after != before or str(Konflikt(None, None)) not in answer.content.decode()):
            yield f"{hidden} {value}: no conflict"


# Texts that are not stored: the case to look up, and a reason that is kept only when the answer is no.
NOT_SAVED = {("nodatkomst-oppna", "vem"), ("foretradare-kontrollera", "skal")}


def odd_text(ruta: FormField) -> Iterator[str]:
    """Send emoji, right to left, combining letters and markup in every text; expect it stored as NFC and shown."""
    texts = [f.html_name for f in ruta.form if isinstance(f.field, TextField) and not isinstance(f.field, EmailField)]
    texts = [n for n in texts if n not in ("personnummer", "q") and (ruta.sida.namn, n) not in NOT_SAVED]
    if not texts or ruta.sida.efter != 302:
        return
    sent = {name: f"{ODD} {n}" for n, name in enumerate(texts)}
    with undone():
        answer = send(ruta, **sent)
        if answer.status_code != 302:
            yield f"odd text refused: {answer.context['form'].errors}"
            return
        stored = holding([unicodedata.normalize("NFC", text) for text in sent.values()])
        yield from (f"{n} is not stored as NFC" for n, rows in zip(sent, stored, strict=True) if not rows)
        raw = holding(list(sent.values()))
        yield from (f"{n} is stored as it came" for n, rows in zip(sent, raw, strict=True) if rows)
        COUNTED["texts"] += len(sent)
        if ruta.kan_krocka:
            tree = html.fromstring(ruta.client.get(ruta.url).content.decode())
            yield from (f"{n} does not come back" for n in lost_values(tree, ruta.form, sent))


def out_of_date(ruta: FormField) -> Iterator[str]:
    """Send a stale form: it overwrites nothing and shows both texts. The user may then choose to save it."""
    if not ruta.kan_krocka:
        return
    name = next(n for n in TEXT_FIELDS if n in ruta.form.fields)
    with undone():
        first, before = send(ruta, **{name: "Först hit"}), fingerprint()
        stale = send(ruta, **{name: "Sen till rakning"})
        page = stale.content.decode()
        if (first.status_code, stale.status_code) != (302, 200) or fingerprint() != before:
            yield "a stale form was taken"
            return
        yield from (
            f"stale: {t} is not shown" for t in (str(Konflikt(None, None)), "Först hit", "Sen till") if t not in page
        )
        yield from shortcomings(stale, ruta.body | {name: "Sen till rakning"})
        chosen = html.fromstring(page).xpath("//input[@name='rev-vald']/@value")[0]
        again = send(ruta, **{name: "Sen till rakning", "rev-vald": chosen})
        if again.status_code != 302 or holding(["Först hit", "Sen till rakning"]) != [0, 1]:
            yield "the knowing choice was not saved"


TRIALS = (wrong_values, empty_values, odd_figures, odd_text, out_of_date)


def holding(texts: list[str]) -> list[int]:
    """Return for each text 1 if any table of the portal holds it, else 0; history tables are left out."""
    tables = [t for t in connection.introspection.table_names() if t.startswith("plans_") and not t.endswith("event")]
    parts = " UNION ALL ".join(f'SELECT t::text AS rad FROM "{t}" t' for t in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH allt AS MATERIALIZED ({parts}) SELECT (EXISTS (SELECT 1 FROM allt WHERE strpos(rad, x) > 0))::int"  # noqa: S608
            " FROM unnest(%s) WITH ORDINALITY AS s(x, n) ORDER BY n",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]
