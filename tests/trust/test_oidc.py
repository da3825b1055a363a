"""R5, login by e-ID: who gets in by an OpenID provider, who does not, and which traces are left behind.

Our own provider on loopback signs valid and invalid answers (tests/stod/oidc/stub.py); the browser is Django's
test client. tests/e2e/test_eleg.py makes the same journey in Chromium against two real providers.
"""

import json
import re

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from plans import allauth_inner
from plans.konto.views import outcome
from plans.lasning import legitimation
from plans.models import Foretradare, Foretradarskap, Handelse, Inloggningstjanst, Person, User
from tests.stod import factories as f
from tests.stod.oidc.door import door, logged_in_as, op, walk_in
from tests.stod.oidc.stub import LOA3, NUMBER_CLAIM
from tests.trust.test_oidc_forfalskat import SIGNED, inslappta_forfalskningar

__all__ = ["door", "op"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R5"), pytest.mark.slow]


# --- Who gets in -----------------------------------------------------------------------------------------------------
def fall(r) -> dict[str, tuple]:
    """name → (provider, claims, the username let in or ""). Each kind of outsider is a separate case."""
    n = r.nummer
    alva, hyphen = r.alva.personnummer, f"{r.alva.personnummer[:8]}-{r.alva.personnummer[8:]}"
    f.skap(r.alva, r.kerstin, r.ingrid)  # a member of staff who is god man with the very same login
    double = Foretradare.objects.get(konto=r.kerstin)
    double.personnummer = f.number(skip=40)
    double.save()
    dead = f.person(r.ingrid, f.number(skip=41), "Olle", "Död", konto=None)
    Person.objects.filter(pk=dead.pk).update(avliden=f.IDAG, konto=f.user("olle"))
    two = f.person(r.ingrid, f.number(skip=42), "Tove", "Två")
    Person.objects.filter(pk=two.pk).update(konto=f.user("tove"))
    other = f.skap(r.alva, f.user("tove2"), r.ingrid).foretradare
    other.personnummer = two.personnummer
    other.save()
    User.objects.filter(pk=r.greta.pk).update(tjanst=r.ad, anstallnings_id="B-greta")
    r.greta.uppdrag.update(till=f.IDAG.replace(day=8))
    closed = f.staff("stängd", r.enhet, tjanst=r.ad, anstallnings_id="B-closed", is_active=False)
    f.staff("godman_id", r.enhet, tjanst=r.ad, anstallnings_id="B-gm")
    f.skap(r.alva, User.objects.get(username="godman_id"), r.ingrid)
    bank, bank_b, ad, num = r.bankid, r.bankid_b, r.ad, NUMBER_CLAIM
    return {
        "the person": (bank, {num: alva}, "alva"),
        "the person, with a hyphen": (bank, {num: hyphen}, "alva"),
        "another person": (bank, {num: r.dragan.personnummer}, "dragan"),
        "god man": (bank, {num: n["birgitta"]}, "birgitta"),
        "parent of a child": (bank, {num: n["pappa"]}, "pappa"),
        "staff by id": (ad, {"employee_id": "B-0"}, "ingrid"),
        "administrator by id": (ad, {"employee_id": "B-2"}, "admin"),
        "unknown number": (bank, {num: f.number(skip=60)}, ""),
        "known only in another nämnd": (bank_b, {num: r.dragan.personnummer}, ""),
        "the same number, registered there without a log-in": (bank_b, {num: alva}, ""),
        "known in both, of the other nämnd's provider": (bank_b, {num: n["birgitta"]}, ""),
        "a person without a log-in": (bank, {num: r.yusuf.personnummer}, ""),
        "a protected person without a log-in": (bank, {num: r.skyddad.personnummer}, ""),
        "a dead person": (bank, {num: dead.personnummer}, ""),
        "one human with two log-ins": (bank, {num: two.personnummer}, ""),
        "god man whose time is over": (bank, {num: n["slutat"]}, ""),
        "god man from tomorrow": (bank, {num: n["kommande"]}, ""),
        "god man for money only": (bank, {num: n["egendom"]}, ""),
        "god man who is closed": (bank, {num: n["stangd"]}, ""),
        "god man to whom the person says no": (bank, {num: n["nekad"]}, ""),
        "a disabled log-in": (bank, {num: n["avstangd"]}, ""),
        "ten digits": (bank, {num: alva[2:]}, ""),
        "a number that is none": (bank, {num: "199013322385"}, ""),
        "a list of numbers": (bank, {num: [alva]}, ""),
        "no number": (bank, {"email": "birgitta@example.se", "name": "Birgitta"}, ""),
        "the number in another claim": (bank, {"personnummer": alva}, ""),
        "level too low": (bank, {num: alva, "acr": LOA3.replace("loa3", "loa2")}, ""),
        "no level": (bank, {num: alva, "acr": None}, ""),
        "level as a list": (bank, {num: alva, "acr": [LOA3]}, ""),
        "staff's log-in by a person's e-ID": (bank, {num: double.personnummer}, ""),
        "unknown staff id": (ad, {"employee_id": "B-99"}, ""),
        "staff id in another case": (ad, {"employee_id": "b-0"}, ""),
        "staff by e-mail only": (ad, {"email": "ingrid@example.se", "email_verified": True}, ""),
        "e-mail as id": (ad, {"employee_id": "ingrid@example.se"}, ""),
        "user name as id": (ad, {"employee_id": "ingrid", "preferred_username": "ingrid"}, ""),
        "empty id": (ad, {"employee_id": ""}, ""),
        "staff without uppdrag": (ad, {"employee_id": "B-3"}, ""),
        "staff whose uppdrag has ended": (ad, {"employee_id": "B-greta"}, ""),
        "staff of another nämnd": (ad, {"employee_id": "B-1"}, ""),
        "disabled staff": (ad, {"employee_id": closed.anstallnings_id}, ""),
        "a god man's log-in by a staff id": (ad, {"employee_id": "B-gm"}, ""),
        "a number at the staff's provider": (ad, {"employee_id": alva, num: alva}, ""),
    }


def bara(cases: dict[str, tuple], *names: str) -> dict[str, tuple]:
    """Pick the named cases, and add "god man", who must get in whichever bug is planted."""
    return {name: cases[name] for name in ("god man", *names)}


def fel_inslappta(op, cases: dict[str, tuple], pages: dict | None = None) -> list[str]:
    """Try the cases; list those with the wrong user let in, the wrong status or not exactly one log row each."""
    wrong = []
    for name, (tjanst, claims, expected) in cases.items():
        before = Handelse.objects.count()
        answer = walk_in(op, tjanst, **claims)
        came = logged_in_as(answer)
        (pages if pages is not None else {})[name] = answer.content
        rows = list(Handelse.objects.order_by("pk")[before:])
        told = [(r.handelse, r.nekad, r.user.username if r.user else "", r.person_ids) for r in rows]
        ok = [("inloggning.eleg", False, expected, [])] if expected else [("inloggning.avvisad", True, "", [])]
        if came != expected or answer.status_code != (302 if expected else 403) or told != ok:
            wrong.append(f"{name}: {came or 'nobody'} came in, {answer.status_code}, {told}")
    return wrong


def test_only_those_who_are_registered_come_in(door, op, measured):
    cases, pages = fall(door), {}
    assert fel_inslappta(op, cases, pages) == []
    refused = [c for c in cases.values() if not c[2]]
    counted = Handelse.objects.filter(handelse="inloggning.avvisad", nekad=True).count()
    assert counted == len(refused)
    measured(
        f"e-ID: {len(refused)} av {len(refused)} obehöriga nekade och loggade, "
        f"{len(cases) - len(refused)} av {len(cases) - len(refused)} behöriga inne",
    )
    ser_ut_olika(door, cases, pages)
    assert not SocialAccount.objects.exists() and not SocialToken.objects.exists() and not SocialApp.objects.exists()


def test_planted_the_level_is_not_checked(door, op, monkeypatch, planted):
    monkeypatch.setattr(legitimation, "level_suffices", lambda tjanst, claims: True)
    names = ["level too low", "no level", "level as a list"]
    wrong = fel_inslappta(op, bara(fall(door), *names, "unknown number"))
    assert [w.split(":")[0] for w in wrong] == names
    planted("tillitsnivån kontrolleras inte")


def test_planted_staff_are_matched_by_email(door, op, monkeypatch, planted):
    def by_email(tjanst, claims, today):
        mail = claims.get("email") or claims.get(tjanst.claim)
        user = User.objects.filter(email=mail).exclude(email="").first()
        return user or real(tjanst, claims, today)

    real = legitimation.account_for
    monkeypatch.setattr(outcome, "account_for", by_email)
    names = ["staff by e-mail only", "e-mail as id"]
    wrong = fel_inslappta(op, bara(fall(door), *names, "unknown staff id"))
    assert [w.split(":")[0] for w in wrong] == names
    planted("personal känns igen på e-post")


def test_planted_the_namnd_is_not_asked_for(door, op, monkeypatch, planted):
    real = Inloggningstjanst.objects.get(pk=door.bankid.pk).namnd

    def anywhere(tjanst, who, today):
        tjanst.namnd = real
        return enskild(tjanst, who, today)

    enskild = legitimation._persons_account
    monkeypatch.setattr(legitimation, "_persons_account", anywhere)
    names = ["known only in another nämnd", "known in both, of the other nämnd's provider"]
    wrong = fel_inslappta(op, bara(fall(door), *names, "unknown number"))
    assert [w.split(":")[0] for w in wrong] == names
    planted("nämnden bryr sig inte om vems tjänsten är")


def ser_ut_olika(r, cases: dict[str, tuple], pages: dict[str, bytes]) -> None:
    """Check that refusals look the same per provider (a bad level aside), so that none reveals who has LSS."""
    for tjanst, words in ((r.bankid, "Vi hittar ingen plan"), (r.ad, "Vi hittar ingen inloggning")):
        same = {pages[n] for n, (t, _, who) in cases.items() if t is tjanst and not who and "level" not in n}
        assert len(same) == 1 and words in same.pop().decode()
    assert "Björkdala kommun, 010-555 01 00" in pages["unknown number"].decode()


def test_a_level_that_is_too_low_is_said(door, op):
    known, unknown = (
        walk_in(op, door.bankid, **{NUMBER_CLAIM: number, "acr": "low"}).content.decode()
        for number in (door.alva.personnummer, f.number(skip=60))
    )
    assert "har inte den säkerhetsnivå som behövs" in known and known == unknown


def test_a_god_man_reaches_all_persons_by_one_approval(door, op):
    who = Foretradare.objects.get(konto=door.birgitta)
    Foretradarskap.objects.create(
        person=door.dragan,
        foretradare=who,
        typ="god_man",
        bevaka_ratt=True,
        fran=f.IDAG,
        underlag="x",
        verifierad_av=door.ingrid,
        verifierad_at=door.skap.verifierad_at,
    )
    answer = walk_in(op, door.bankid, **{NUMBER_CLAIM: door.nummer["birgitta"]})
    page = answer.client.get("/mina-personer/").content.decode()
    assert "Alva" in page and "Dragan" in page


# --- What is asked for, and what is left behind ----------------------------------------------------------------------
def test_what_we_ask_the_provider_for(door, op):
    door.bankid.scope = "openid https://id.oidc.se/scope/naturalPersonNumber"
    door.bankid.save()
    smuggled = {"scope": "email", "auth_params": "prompt=none&redirect_uri=https://x.example", "process": "connect"}
    asked = op.mark(Client().get(reverse("eleg-borja", args=["bankid"]), smuggled).headers["Location"])
    assert set(asked.pop("scope").split()) == {"openid", "https://id.oidc.se/scope/naturalPersonNumber"}
    assert len(asked.pop("state")) >= 16 and len(asked.pop("nonce")) == 64 and len(asked.pop("code_challenge")) == 43
    assert asked == {
        "client_id": "plan",
        "redirect_uri": "http://localhost/logga-in/med/bankid/svar/",
        "response_type": "code",
        "code_challenge_method": "S256",
        "prompt": "login",
        "acr_values": LOA3,
        "ui_locales": "sv",
    }


def test_the_way_back_is_not_the_host_header(door, op):
    asked = op.mark(Client().get(reverse("eleg-borja", args=["bankid"]), headers={"host": "testserver"})["Location"])
    assert asked["redirect_uri"].startswith("http://localhost/")


def test_a_state_is_used_once_and_in_one_browser_only(door, op):
    client, number = Client(), door.alva.personnummer
    walk_in(op, door.bankid, client=client, **{NUMBER_CLAIM: number})
    client.logout()
    back = {"code": "c", "state": op.asked["state"]}
    for again in (client, Client()):
        answer = again.get(reverse("eleg-svar", args=["bankid"]), back)
        assert answer.status_code == 400 and not logged_in_as(answer)


def test_another_site_cannot_start_a_log_in(door):
    answer = Client().get(reverse("eleg-borja", args=["bankid"]), headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 302 and answer.headers["Location"].startswith(reverse("eleg"))


def test_next_is_kept_and_only_our_own(door, op):
    for asked, landed in (("/mina-personer/", "/mina-personer/"), ("https://x.example/", "/")):
        client = Client()
        op.mark(client.get(reverse("eleg-borja", args=["bankid"]), {"next": asked}).headers["Location"])
        op.signera(op.skriv(**{NUMBER_CLAIM: door.nummer["birgitta"]}))
        back = {"code": "c", "state": op.asked["state"]}
        assert client.get(reverse("eleg-svar", args=["bankid"]), back).headers["Location"] == landed


def test_a_provider_that_is_shut_off_is_not_there(door):
    Inloggningstjanst.objects.update(aktiv=False)
    for name in ("eleg-borja", "eleg-svar"):
        assert Client().get(reverse(name, args=["bankid"])).status_code == 404
    assert "/logga-in/med/" not in Client().get(reverse("account_login")).content.decode()


def test_a_provider_that_does_not_answer(door):
    Inloggningstjanst.objects.update(adress="http://127.0.0.1:9")
    answer = Client().get(reverse("eleg-borja", args=["bankid"]))
    assert answer.status_code == 503


def test_somebody_who_breaks_off(door, op):
    answer = walk_in(op, door.bankid, query={"code": "", "error": "access_denied"})
    assert answer.status_code == 400 or "Inloggningen avbröts" in answer.content.decode()


def test_another_log_in_in_the_same_browser_ends_the_first(door, op):
    client = Client()
    walk_in(op, door.bankid, client=client, **{NUMBER_CLAIM: door.alva.personnummer})
    first = client.session.session_key
    client.logout()
    walk_in(op, door.ad, client=client, employee_id="B-0")
    assert client.session.session_key != first and not Session.objects.filter(pk=first).exists()


def spar(numbers: list[str], log: str) -> list[str]:
    """List where a number is left after logins: in a table, a session or the process's own log."""
    places = {"the log": log, "a session": json.dumps([s.get_decoded() for s in Session.objects.all()])}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608
            places[table] = "\n".join(row[0] for row in cursor.fetchall())
    hidden = {n: re.compile(f"{n}|{n[:8]}-{n[8:]}|{n.encode().hex()}") for n in numbers}
    return sorted({place for place, text in places.items() for n in numbers if hidden[n].search(text)})


@pytest.mark.target("R23")
def test_no_number_is_left_behind(door, op, caplog, measured):
    caplog.set_level("DEBUG")
    numbers = [door.alva.personnummer, *door.nummer.values(), f.number(skip=60)]
    for number in numbers:
        answer = walk_in(op, door.bankid, **{NUMBER_CLAIM: number, "name": f"Namn {number}"})
        assert number not in str(answer.headers) and number not in answer.request["QUERY_STRING"]
    inslappta_forfalskningar(op, door, (*SIGNED, "userinfo about another", "another nonce"))
    assert spar(numbers, caplog.text) == []
    measured(f"{len(numbers)} nummer genom dörren för e-legitimation, 0 kvar i tabeller, sessioner och logg")


@pytest.mark.target("R23")
def test_planted_the_number_becomes_the_uid(door, op, monkeypatch, caplog, planted):
    real = allauth_inner.login_flow.record_authentication
    number = door.alva.personnummer
    monkeypatch.setattr(allauth_inner.login_flow, "record_authentication", lambda *a, **k: real(*a, **k, uid=number))
    walk_in(op, door.bankid, **{NUMBER_CLAIM: number})
    assert spar([number], "") == ["a session"]
    planted("numret blir allauths uid i sessionen")
