"""Closed by default: every address × method × member of the cast, in every state of a case, from one table.

Who is not let in gets 404, sees nothing of the case, changes nothing and leaves one refused row in the log.
"""

import re
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from plans.actions import ord as egna_ord
from plans.lasning import planinnehall
from plans.models import Delning, Foretradare, Foretradarskap, FrystOrd, Handelse, Tilldelning
from tests import factories as f
from tests.cast import INSIDERS
from tests.views import sidor
from tests.views.sidor import (
    AKTORER,
    FAMILJ,
    HANDLAGGARE,
    KONTO,
    LAGEN,
    OPPNA,
    SIDOR,
    STAFF,
    STANGDA,
    angrat,
    avtryck,
    bygg,
    nya_loggrader,
    plantera,
)  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.trust, pytest.mark.slow]
KANARIE, LANGT_BORT, ANONYM = "KanarieA", "KanarieF", "anonym"


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)


@pytest.fixture
def kanarie(roller) -> SimpleNamespace:
    """The cast, with a marked case of somebody in another nämnd, where Östen once worked and is still noted."""
    Tilldelning.objects.create(user=roller.osten, person=roller.fjarran, roll="vikarie", fran=f.IDAG)
    far = f.skap(roller.fjarran, f.user("fjarran_god_man"), roller.nadia)
    bygg(
        "erbjuden", roller.fjarran, far, roller.nadia, marke=LANGT_BORT,
        fore_delning=lambda person: plantera(person, LANGT_BORT),
    )  # fmt: skip
    return roller


def alvas(r: SimpleNamespace, lage: str) -> SimpleNamespace:
    """Alva's case in a state, marked in every text."""
    return bygg(lage, r.alva, r.skap, r.ingrid, marke=KANARIE, fore_delning=lambda person: plantera(person, KANARIE))


def fraga(client: Client, sida, x, method: str):
    """One request with a valid body."""
    if method == "get":
        return client.get(sida.url(x))
    return client.post(sida.url(x), sida.post(x) if sida.post else {})


def lacker(answer) -> str:
    """What is in an answer and its headers."""
    body = answer.content.decode(errors="replace") if not answer.streaming else ""
    return f"{body} {answer.headers}"


def huvuden(answer) -> list[str]:
    """What is wrong with the headers of an answer to somebody who is logged in."""
    policy = answer.headers.get("Content-Security-Policy", "")
    wrong = [] if "no-store" in answer.headers.get("Cache-Control", "") else ["no-store"]
    if not policy or "unsafe" in policy or "default-src 'self'" not in policy:
        wrong.append("csp")
    return wrong


def test_every_address_is_in_the_table():
    known = {s.namn for s in SIDOR} | set(OPPNA) | set(KONTO) | STANGDA
    assert sidor.alla_namn() ^ known == set()


@pytest.mark.parametrize("lage", LAGEN)
def test_everyone_gets_what_the_table_says(kanarie, lage):
    """The matrix. One test per state, since building the state costs most; all that is wrong is listed."""
    x = alvas(kanarie, lage)
    wrong, seen, client = [], set(), Client(raise_request_exception=False)
    for who in (*AKTORER, ANONYM):
        client.logout() if who == ANONYM else client.force_login(getattr(kanarie, who))
        before = avtryck()
        for sida in (s for s in SIDOR if lage in s.lagen):
            for method in ("get", "post") if sida.post and lage == sida.lagen[0] else ("get",):
                wrong += [f"{who}: {method} {sida}: {w}" for w in fel(client, sida, x, method, who, seen)]
        after = avtryck()
        wrong += [f"{who}: changed {table}" for table in before if before[table] != after[table]]
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 15 or lage in ("lamnad", "senare"), "the insiders do read the marked texts"


def fel(client, sida, x, method, who, seen):
    """Ask once, and tell what is not as it should be."""
    last = Handelse.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    let_in = who in sida.vem if sida.vem is not None else who not in (ANONYM, "avstangd")
    # What is refused, and what is only read, is done for good: the checksum tells whether it changed anything.
    with angrat() if let_in and method == "post" else nullcontext():
        answer = fraga(client, sida, x, method)
        rows = nya_loggrader(last)
    body = lacker(answer)
    expected = (sida.get if method == "get" else sida.efter) if let_in else 404
    if who in (ANONYM, "avstangd"):
        expected = 302
        if "/logga-in/?next=" not in answer.headers.get("Location", ""):
            yield "came in without a log-in"
    elif method == "get" and sida.get == 405:
        expected = 405
    if answer.status_code != expected:
        yield f"{answer.status_code}, not {expected}"
    checks = who == "carin" and sida.namn in ("foretradare-kontrollera", "kontroll-lista")  # the second pair of eyes
    for mark, may in ((KANARIE, who in INSIDERS or checks), (LANGT_BORT, who == "nadia")):
        if mark in body and not may:
            yield f"sees {re.findall(rf'{mark}[^<]*', body)[:3]}"
    if x.person.personnummer in f"{answer.headers}" or re.search(r"<title>[^<]*\d{6}-?\d{4}", body):
        yield "personnummer in an address, a header or a title"
    if let_in and who in INSIDERS:
        seen |= set(re.findall(rf"{KANARIE}\d+", body))
    if who not in (ANONYM, "avstangd"):
        yield from huvuden(answer)
        yield from loggen(rows, let_in, answer.status_code)


def loggen(rows, let_in: bool, status: int):
    """One row per request: what was read or done, or that it was refused."""
    refused = [row[2] for row in rows]
    if refused != ([] if status == 405 or (let_in and status == 302 and not rows) else [not let_in]):
        yield f"log rows: {['refused' if r else 'done' for r in refused]}"


@pytest.mark.parametrize("who", [ANONYM, "ingrid", "birgitta", "alva_konto", "carin", "admin"])
def test_pages_about_nobody(roller, who):
    client = Client()
    if who != ANONYM:
        getattr(roller, who).set_password("x")  # or the log-in library would have one set first
        getattr(roller, who).save()
        client.force_login(getattr(roller, who))
    got = {name: client.get(reverse(name)).status_code for name in (*OPPNA, *KONTO, *STANGDA)}
    if who == ANONYM:
        assert got == OPPNA | dict.fromkeys(KONTO, 302) | dict.fromkeys(STANGDA, 404)
    else:
        assert got == OPPNA | {"account_login": 302} | KONTO | dict.fromkeys(STANGDA, 404)
        assert [n for n in KONTO if huvuden(client.get(reverse(n)))] == []
    assert {client.post(reverse(name), {"email": "a@b.se"}).status_code for name in STANGDA} == {404}


@pytest.mark.parametrize("who", ["osten", "nadia"])
def test_search_finds_nothing_of_others(kanarie, client, who):
    x = alvas(kanarie, "erbjuden")
    x.person.refresh_from_db()
    client.force_login(getattr(kanarie, who))
    nr = x.person.personnummer
    for q in (
        "kanarie",
        "kanariea",
        nr,
        f"{nr[2:8]}-{nr[8:]}",
        x.person.arendenummer,
        f"Ärende {x.person.arendenummer}",
    ):
        answer = client.post(reverse("person-sok"), {"q": q})
        if who == "nadia" and answer.status_code == 302:  # her own, who is called nearly the same
            assert answer.url == reverse("person", args=[kanarie.fjarran.pk])
            continue
        assert answer.status_code == 200 and "Ingen träff" in answer.content.decode(), q
        assert x.person.pk not in Handelse.objects.order_by("pk").last().person_ids


def test_ids_of_others_in_an_address_are_404(roller, client):
    """Both are Ingrid's, but one is not the other's."""
    skap = roller.yusuf.foretradarskap.get()
    x, y = alvas(roller, "genomgang"), bygg("genomgang", roller.yusuf, skap, roller.ingrid)
    old = x.plan.gallande
    client.force_login(roller.ingrid)
    wrong = [
        ("plan-folj-upp", [x.plan.pk, y.delar["loften"].spar]),
        ("inloggning-skapa-foretradare", [x.person.pk, y.skap.pk]),
    ]
    for slag, part in y.delar.items():
        own = {"andra": "loften", "loften": "andra"}.get(slag)
        for name in ("plandel-andra", "plandel-ta-bort"):
            wrong.append((name, [x.version.pk, slag, part.pk]))  # somebody else's
            wrong += [(name, [x.version.pk, slag, x.delar[own].pk])] if own else []  # another kind's
    goal, promise = old.malsattning_set.first(), old.atgard_set.first()
    wrong += [
        ("plandel-andra", [x.version.pk, "mal", goal.pk]),
        ("plandel-ta-bort", [x.version.pk, "loften", promise.pk]),
    ]
    before = avtryck()
    for name, args in wrong:
        body = {"text": "Smyg", "namn": "Smyg", "utfall": "klart", "ansvarig": "Smyg", "rev": 1}
        answers = {
            method: getattr(client, method)(reverse(name, args=args), body).status_code for method in ("get", "post")
        }
        assert answers == {"get": 404, "post": 404}, (name, args)
    assert avtryck() == before


def test_ids_of_others_in_a_body_are_not_taken(kanarie, client):
    skap = kanarie.yusuf.foretradarskap.get()
    x, y = alvas(kanarie, "utkast"), bygg("utkast", kanarie.yusuf, skap, kanarie.ingrid)
    ended = Foretradarskap.objects.get(foretradare__konto=kanarie.slutat)
    strangers = Foretradare.objects.exclude(skap__person__tilldelningar__user=kanarie.ingrid)
    assert {s.namnd_id for s in strangers} == {kanarie.namnd.pk, kanarie.annan_namnd.pk}
    new = {"typ": "ombud", "bevaka_ratt": "on", "fran": "2027-03-09", "underlag": "Fullmakt", "kanal": "brev"}
    answer = {"svar": "haller_med", "hur": "mote", "text": "Smyg"}
    tries = [
        *(("ingrid", "foretradare-registrera", {**new, "kand": s.pk}) for s in strangers),
        *(("ingrid", "plan-svara-for", {**answer, "vem": s.pk, "delning": x.delning.pk}) for s in (y.skap, ended)),
        ("ingrid", "plan-svara-for", {**answer, "vem": "person", "delning": y.delning.pk}),
        ("birgitta", "plan-svara", {**answer, "delning": y.delning.pk}),
        ("alva_konto", "plan-svara", {**answer, "delning": 10**30}),
    ]
    before = avtryck()
    for who, name, body in tries:
        client.force_login(getattr(kanarie, who))
        page = client.post(reverse(name, args=[x.version.pk if name == "plan-svara-for" else x.person.pk]), body)
        assert page.status_code == 200 and "behöver rättas" in page.content.decode(), (name, body)
    after = avtryck()
    assert [t for t in before if before[t] != after[t] and t != "plans_user"] == []  # last_login


def test_what_no_form_asks_for_is_not_taken(roller, client):
    """State, owner and number cannot be slipped in beside the fields of a form."""
    x = alvas(roller, "utkast")
    extra = {"person": roller.yusuf.pk, "person_id": roller.yusuf.pk, "namnd": roller.annan_namnd.pk, "forfattare": 1,
             "personnummer": "199001012384", "arendenummer": "2027-9999", "avliden": "2027-01-01", "konto": 1,
             "status": "faststalld", "faststalld": "2027-01-01", "faststalld_av": roller.ingrid.pk, "by": 1,
             "bekraftat": "2027-01-01", "version": 1, "insats": x.insats.pk, "spar": "0" * 32}  # fmt: skip
    client.force_login(roller.ingrid)
    person = next(s for s in SIDOR if s.namn == "person-andra")
    for sida in (person, *(s for s in SIDOR if s.namn in ("plan-andra", "plandel-andra"))):
        body = extra | sida.post(x)
        row = x.person if sida is person else x.delar[sida.slag] if sida.slag else x.version
        kept = {n: getattr(row, n) for n in extra if n not in body or body[n] == extra[n] if hasattr(row, n)}
        assert client.post(sida.url(x), body).status_code == 302, sida
        row.refresh_from_db()
        assert {n: getattr(row, n) for n in kept} == kept, sida


def test_a_protected_name_is_nowhere_but_on_the_own_pages(roller):
    """No list, no search and no title shows it, to anyone; the named handläggare reads it on the person's own pages."""
    r, person = roller, roller.skyddad
    person.konto = f.user("signe", namn="Signe Hemlig")
    person.save()
    r.signe, god_man = person.konto, f.user("signes_god_man")
    x = bygg("klar", person, f.skap(person, god_man, r.ingrid), r.ingrid)
    name = re.compile("Signe|Hemlig|HEMLIG|signe", re.I)
    about_one = {s.namn for s in SIDOR if s.vem == STAFF or s.vem == STAFF | FAMILJ}
    r.signes_god_man = god_man
    for who in ("ingrid", "kerstin", "osten", "carin", "birgitta", "dragan_konto", "signes_god_man", "signe"):
        client = Client()
        client.force_login(getattr(r, who))
        for sida in (s for s in SIDOR if "klar" in s.lagen and s.get == 200):
            answer = client.get(sida.url(x))
            body = lacker(answer)
            title = re.search(r"<title>(.*?)</title>", body, re.S)
            assert not name.search(title.group(1) if title else ""), (who, sida)
            if who not in ("signe", "signes_god_man") and not (who == "ingrid" and sida.namn in about_one):
                assert not name.search(body), (who, sida)
                assert person.arendenummer not in body or who == "ingrid", (who, sida)
        if who in HANDLAGGARE:
            for q in ("Signe", "hemlig", "si"):
                found = client.post(reverse("person-sok"), {"q": q}).content.decode()
                assert "Ingen träff" in found and "Signe H" not in found, (who, q)
    client.force_login(r.ingrid)
    assert "Signe" in client.get(reverse("person", args=[person.pk])).content.decode()


def test_words_for_the_handlaggare_alone(roller):
    """*Bara handläggaren* holds between the person and those who act for the person, on every page and in the paper."""
    for who, mark, question in (("birgitta", "HemligB", ""), ("alva_konto", "HemligA", "vill")):
        egna_ord.skriv(
            person=roller.alva, slag="mina_ord" if question else "sa_ser_jag_det", fraga=question, text=mark,
            lasare="handlaggare", rev=0, by=getattr(roller, who), today=f.IDAG,
        )  # fmt: skip
    seen = {}
    for lage in ("utkast", "klar"):
        with angrat():
            x = bygg(lage, roller.alva, roller.skap, roller.ingrid, ser_det=False)
            for who in ("birgitta", "alva_konto", "ingrid"):
                client = Client()
                client.force_login(getattr(roller, who))
                mine = [s for s in SIDOR if lage in s.lagen and s.get == 200 and (s.vem is None or who in s.vem)]
                pages = [client.get(s.url(x)) for s in mine]
                seen[lage, who] = {m for m in ("HemligA", "HemligB") for p in pages if m in lacker(p)}
            frozen = str(list(FrystOrd.objects.values())) + str(list(Delning.objects.values()))
            assert "Hemlig" not in frozen
            assert "Hemlig" not in str(planinnehall.innehall(x.version, x.delning))
    for lage in ("utkast", "klar"):
        assert seen[lage, "ingrid"] == {"HemligA", "HemligB"}
        assert seen[lage, "birgitta"] <= {"HemligB"} and seen[lage, "alva_konto"] <= {"HemligA"}
