"""R5, login by SAML: who gets in, which answers are refused, and which traces are left behind.

A provider in memory (tests/stod/saml/stub.py) signs valid and invalid answers. tests/e2e/test_saml.py makes the same
journey in Chromium against another SAML implementation.
"""

import datetime as dt

import pytest
import time_machine
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from lxml import etree, html

from plans.konto import saml
from plans.konto.views import saml as view
from plans.lasning import legitimation
from plans.models import Handelse, Inloggningstjanst
from tests.stod import factories as f
from tests.stod.oidc.door import door, logged_in_as, op
from tests.stod.saml.door import begin, hand_over, idp, log_rows, saml_door, walk_in
from tests.stod.saml.stub import KEY, LOA3, NS, NUMBER_ATTRIBUTE, STRANGER, Idp, b64, sign, signing_key
from tests.trust.test_oidc import spar
from tests.trust.test_saml_forfalskat import inslappta

__all__ = ["door", "idp", "op", "saml_door"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R5"), pytest.mark.slow]
PERSON, PERSONAL = "Vi hittar ingen plan", "Vi hittar ingen inloggning"


# --- Who gets in -----------------------------------------------------------------------------------------------------
def fall(saml_door) -> dict[str, tuple]:
    """name → (provider, attributes, other changes, the login that opens or the words of the refusal)."""
    alva, n = saml_door.alva.personnummer, saml_door.nummer
    low = "har inte den säkerhetsnivå"
    return {
        "the person": (saml_door.saml, {NUMBER_ATTRIBUTE: alva}, {}, "alva"),
        "the person, with a hyphen": (saml_door.saml, {NUMBER_ATTRIBUTE: f"{alva[:8]}-{alva[8:]}"}, {}, "alva"),
        "god man": (saml_door.saml, {NUMBER_ATTRIBUTE: n["birgitta"], "mail": "x@example.se"}, {}, "birgitta"),
        "staff by id": (
            saml_door.adfs,
            {"employeeID": "B-0"},
            {"niva": ["urn:federation:authentication:windows"]},
            "ingrid",
        ),
        "unknown number": (saml_door.saml, {NUMBER_ATTRIBUTE: f.number(skip=60)}, {}, PERSON),
        "a person without a log-in": (saml_door.saml, {NUMBER_ATTRIBUTE: saml_door.yusuf.personnummer}, {}, PERSON),
        "known only in another nämnd": (
            saml_door.saml_b,
            {NUMBER_ATTRIBUTE: saml_door.dragan.personnummer},
            {},
            PERSON,
        ),
        "god man whose time is over": (saml_door.saml, {NUMBER_ATTRIBUTE: n["slutat"]}, {}, PERSON),
        "a disabled log-in": (saml_door.saml, {NUMBER_ATTRIBUTE: n["avstangd"]}, {}, PERSON),
        "ten digits": (saml_door.saml, {NUMBER_ATTRIBUTE: alva[2:]}, {}, PERSON),
        "two numbers": (saml_door.saml, {NUMBER_ATTRIBUTE: [alva, n["birgitta"]]}, {}, PERSON),
        "the number in another attribute": (saml_door.saml, {"urn:oid:0": alva}, {}, PERSON),
        "level too low": (saml_door.saml, {NUMBER_ATTRIBUTE: alva}, {"niva": [LOA3.replace("loa3", "loa2")]}, low),
        "the level as an attribute": (saml_door.saml, {NUMBER_ATTRIBUTE: alva, "acr": LOA3}, {"niva": ["x"]}, low),
        "unknown staff id": (saml_door.adfs, {"employeeID": "B-99"}, {}, PERSONAL),
        "staff by user name": (saml_door.adfs, {"employeeID": "ingrid"}, {}, PERSONAL),
        "staff of the OpenID provider": (saml_door.adfs, {"employeeID": "B-2"}, {}, PERSONAL),
        "a number at the staff's provider": (
            saml_door.adfs,
            {"employeeID": alva, NUMBER_ATTRIBUTE: alva},
            {},
            PERSONAL,
        ),
    }


def fel_inslappta(idp, cases) -> list[str]:
    """Try the cases; list those with the wrong user let in, the wrong answer or not exactly one log row each."""
    wrong = []
    for name, (tjanst, attribut, andrat, expected) in cases.items():
        before = Handelse.objects.count()
        answer = walk_in(idp, tjanst, attribut, **andrat)
        inside = " " not in expected
        row = ("inloggning.eleg", False, expected) if inside else ("inloggning.avvisad", True, "")
        told = [x[:3] for x in log_rows(before)] == [row]
        right = (
            logged_in_as(answer) == expected
            if inside
            else not logged_in_as(answer) and expected in answer.content.decode()
        )
        if not right or not told or answer.status_code != (302 if inside else 403):
            wrong.append(name)
    return wrong


def test_only_those_who_are_registered_come_in(saml_door, idp, measured):
    cases = fall(saml_door)
    assert fel_inslappta(idp, cases) == []
    inside = sum(" " not in case[3] for case in cases.values())
    measured(
        f"SAML: {len(cases) - inside} av {len(cases) - inside} obehöriga nekade och loggade, "
        f"{inside} av {inside} behöriga inne",
    )


def test_planted_the_level_is_not_checked(saml_door, idp, monkeypatch, planted):
    monkeypatch.setattr(legitimation, "level_suffices", lambda tjanst, claims: True)
    cases, names = fall(saml_door), ["level too low", "the level as an attribute"]
    assert fel_inslappta(idp, {name: cases[name] for name in ("god man", *names, "unknown number")}) == names
    planted("SAML: tillitsnivån kontrolleras inte")


# --- One answer, one session -----------------------------------------------------------------------------------------
def igen(idp, saml_door) -> list[str]:
    """List the browsers that accept an answer which has already let Alva in."""
    first, asking, wrong = Client(), Client(), []
    begin(Idp(), saml_door.saml, asking)
    begin(idp, saml_door.saml, first)
    xml = idp.svar(sign(idp.intyg({NUMBER_ATTRIBUTE: saml_door.alva.personnummer})))
    assert logged_in_as(hand_over(saml_door.saml, first, xml)) == "alva"
    for name, client in (("the same", first), ("a new one", Client()), ("one that asks too", asking)):
        before = Handelse.objects.count()
        answer = hand_over(saml_door.saml, client, xml)
        if answer.status_code != 400 or [x[0] for x in log_rows(before)] != ["inloggning.avvisad"]:
            wrong.append(name)
    return wrong


def test_an_answer_is_used_once_and_in_one_browser_only(saml_door, idp, measured):
    assert igen(idp, saml_door) == []
    measured("SAML: samma svar en gång till nekat i samma, i en ny och i en frågande webbläsare")


def test_planted_the_question_waits_on(saml_door, idp, monkeypatch, planted):
    real = SessionBase.pop

    def keep(self, key, *default):
        return self.get(key, *default) if key == view.QUESTION else real(self, key, *default)

    monkeypatch.setattr(SessionBase, "pop", keep)
    assert igen(idp, saml_door) == ["the same"]
    planted("SAML: frågan står kvar när den har fått sitt svar")


def test_a_question_does_not_wait_for_ever(saml_door, idp):
    client = Client()
    begin(idp, saml_door.saml, client)
    with time_machine.travel(dt.datetime(2027, 3, 9, 9, 16, tzinfo=dt.UTC)):
        answer = hand_over(
            saml_door.saml, client, idp.svar(sign(idp.intyg({NUMBER_ATTRIBUTE: saml_door.alva.personnummer})))
        )
    assert answer.status_code == 400 and not logged_in_as(answer)


def test_an_answer_is_not_taken_at_another_door(saml_door, idp):
    for asked, posted in ((saml_door.adfs, saml_door.saml), (saml_door.saml, saml_door.adfs)):
        client = Client()
        begin(idp, asked, client)
        answer = hand_over(
            posted,
            client,
            idp.svar(sign(idp.intyg({"employeeID": "B-0", NUMBER_ATTRIBUTE: saml_door.alva.personnummer}))),
        )
        assert answer.status_code == 400 and not logged_in_as(answer)


def test_without_its_session_the_answer_is_sent_once_more_from_our_own_page(saml_door, idp):
    """Browsers send no cookie with a form posted from another site, and our response to that post must set none."""
    client = Client()
    begin(idp, saml_door.saml, client)
    xml = idp.svar(sign(idp.intyg({NUMBER_ATTRIBUTE: saml_door.alva.personnummer})))
    url, before = reverse("eleg-saml", args=["freja"]), Handelse.objects.count()
    page = Client(enforce_csrf_checks=True).post(url, {"SAMLResponse": b64(xml), "RelayState": "https://x.example/"})
    assert page.status_code == 200 and not page.cookies and Handelse.objects.count() == before
    form = html.fromstring(page.content.decode()).xpath("//form[@data-vidare]")[0]
    assert form.get("action") == url and form.get("method") == "post"
    sent = {e.get("name"): e.get("value") for e in form.xpath(".//input")}
    assert sent == {"SAMLResponse": b64(xml), "igen": "1"}
    assert logged_in_as(client.post(url, sent)) == "alva"
    odd = Client().post(url, {"SAMLResponse": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in odd and "&lt;script&gt;alert" in odd


def test_somebody_who_breaks_off(saml_door, idp):
    client, before = Client(), Handelse.objects.count()
    begin(idp, saml_door.saml, client)
    broken = {
        "status": "urn:oasis:names:tc:SAML:2.0:status:Responder",
        "under": f'<samlp:StatusCode Value="{saml.BROKEN_OFF}"/>',
    }
    answer = hand_over(saml_door.saml, client, idp.svar("", **broken))
    assert "Inloggningen avbröts" in answer.content.decode() and Handelse.objects.count() == before
    good = sign(idp.intyg({NUMBER_ATTRIBUTE: saml_door.alva.personnummer}))
    begin(idp, saml_door.saml, client)
    assert not logged_in_as(hand_over(saml_door.saml, client, idp.svar(good, **broken)))


# --- What is asked for, and what is left behind ----------------------------------------------------------------------
def test_what_we_ask_the_provider_for(saml_door, idp):
    here = "http://localhost/logga-in/med"
    smuggled = {"RelayState": "https://x.example/", "acs": "https://x.example/"}
    asked = begin(idp, saml_door.saml, Client(headers={"host": "testserver"}), **smuggled)
    assert len(asked.pop("id")) > 30
    assert asked == {
        "till": idp.adress,
        "acs": f"{here}/freja/saml/",
        "fran": f"{here}/freja/metadata/",
        "force": "true",
        "nivaer": [LOA3],
        "query": {"tenant", "lang", "SAMLRequest"},
    }
    asked = begin(idp, saml_door.adfs, Client())
    assert (asked["force"], asked["nivaer"], asked["acs"]) == (None, [], f"{here}/adfs/saml/")
    assert begin(idp, saml_door.saml, Client())["id"] != begin(idp, saml_door.saml, Client())["id"]


def test_next_is_kept_here_and_only_our_own(saml_door, idp):
    for wanted, landed in (("/mina-personer/", "/mina-personer/"), ("https://x.example/", "/"), ("//x.example/", "/")):
        client = Client()
        begin(idp, saml_door.saml, client, next=wanted)
        xml = idp.svar(sign(idp.intyg({NUMBER_ATTRIBUTE: saml_door.nummer["birgitta"]})))
        answer = hand_over(saml_door.saml, client, xml, RelayState="https://x.example/", next="https://x.example/")
        assert answer.headers["Location"] == landed and logged_in_as(answer) == "birgitta"


def test_our_metadata(saml_door):
    answer = Client().get(reverse("eleg-metadata", args=["freja"]), headers={"host": "testserver"})
    assert answer.headers["Content-Type"] == "application/samlmetadata+xml"
    root = etree.fromstring(answer.content)
    assert root.get("entityID") == "http://localhost/logga-in/med/freja/metadata/" and root.get("validUntil") is None
    [here] = root.xpath("//md:AssertionConsumerService", namespaces=NS)
    assert here.get("Location") == "http://localhost/logga-in/med/freja/saml/" and here.get("Binding").endswith("POST")
    assert root.xpath("//md:SPSSODescriptor/@WantAssertionsSigned", namespaces=NS) == ["true"]


def test_each_door_speaks_its_own_language(saml_door):
    """A SAML provider has no OpenID address, an OpenID provider no SAML address, and a provider shut off, neither."""
    there = {
        (kod, name): Client().get(reverse(name, args=[kod])).status_code
        for kod in ("freja", "bankid")
        for name in ("eleg-svar", "eleg-metadata", "eleg-saml")
    }
    assert there == {
        ("freja", "eleg-svar"): 404,
        ("freja", "eleg-metadata"): 200,
        ("freja", "eleg-saml"): 405,
        ("bankid", "eleg-svar"): 400,
        ("bankid", "eleg-metadata"): 404,
        ("bankid", "eleg-saml"): 405,
    }
    assert Client().post(reverse("eleg-saml", args=["bankid"]), {"SAMLResponse": "x"}).status_code == 404
    Inloggningstjanst.objects.update(aktiv=False)
    for name in ("eleg-borja", "eleg-metadata"):
        assert Client().get(reverse(name, args=["freja"])).status_code == 404


def test_a_shut_provider_ends_its_sessions(saml_door, idp):
    answer = walk_in(idp, saml_door.saml, {NUMBER_ATTRIBUTE: saml_door.alva.personnummer})
    assert answer.client.get("/min-plan/").status_code == 200
    Inloggningstjanst.objects.filter(pk=saml_door.saml.pk).update(aktiv=False)
    assert answer.client.get("/min-plan/").url.startswith("/logga-in/")


def test_two_certificates_while_the_provider_changes(saml_door, idp):
    new, number = signing_key(), saml_door.alva.personnummer
    Inloggningstjanst.objects.filter(pk=saml_door.saml.pk).update(certifikat=f"{KEY.certifikat}\n{new.certifikat}")
    for key, expected in ((KEY, "alva"), (new, "alva"), (STRANGER, "")):
        client = Client()
        begin(idp, saml_door.saml, client)
        assert (
            logged_in_as(hand_over(saml_door.saml, client, idp.svar(sign(idp.intyg({NUMBER_ATTRIBUTE: number}), key))))
            == expected
        )


@pytest.mark.target("R23")
def test_no_number_is_left_behind(saml_door, idp, caplog, measured):
    caplog.set_level("DEBUG")
    numbers = [saml_door.alva.personnummer, *saml_door.nummer.values(), f.number(skip=60)]
    for number in numbers:
        answer = walk_in(idp, saml_door.saml, {NUMBER_ATTRIBUTE: number, "urn:oid:2.5.4.3": f"Namn {number}"})
        assert number not in str(answer.headers)
    inslappta(
        idp, saml_door, ("signed by a stranger", "not signed", "an entity for the number", "expired", "another issuer")
    )
    assert spar(numbers, caplog.text) == []
    measured(f"{len(numbers)} nummer genom dörren för SAML, 0 kvar i tabeller, sessioner och logg")


# --- The row ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("entitet", "", "entityID"),
        ("inloggningsadress", "http://idp.example.se/sso", "https://"),
        ("inloggningsadress", "http://127.0.0.1.example.se/sso", "https://"),
        ("certifikat", "  ", "Utan det kan inget svar kontrolleras"),
        ("certifikat", "trams", "går inte att läsa"),
        ("certifikat", KEY.certifikat.replace("MII", "AII", 1), "går inte att läsa"),
        ("certifikat", KEY.certifikat + KEY.privat.decode(), "inget annat"),
        ("certifikat", KEY.certifikat + signing_key(1024).certifikat, "minst 2048"),
        ("claim", "https://id.oidc.se/claim/personalIdentityNumber", "urn:oid:1.2.752.29.4.13"),
        ("nivaer", " ", "minst en nivå"),
    ],
)
def test_a_row_that_would_be_unsafe_is_refused_in_swedish(saml_door, field, value, words):
    saml_door.saml.full_clean()
    setattr(saml_door.saml, field, value)
    with pytest.raises(ValidationError) as stop:
        saml_door.saml.clean()
    assert words in " ".join(stop.value.message_dict[field])


@pytest.mark.parametrize(
    "change",
    [
        {"entitet": ""},
        {"inloggningsadress": ""},
        {"certifikat": ""},
        {"protokoll": "ldap"},
        {"protokoll": "oidc"},
    ],
)
def test_the_database_holds_what_each_protocol_needs(saml_door, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Inloggningstjanst.objects.filter(pk=saml_door.saml.pk).update(**change)


def test_an_administrator_registers_one(saml_door, client):
    client.force_login(saml_door.admin)
    url = reverse("admin:plans_inloggningstjanst_add")
    assert "portalens egen metadata" in client.get(url).content.decode()
    body = {
        "namnd": saml_door.namnd.pk,
        "namn": "Siths",
        "kod": "siths",
        "for_vem": "personal",
        "protokoll": "saml",
        "scope": "openid",
        "niva_claim": "acr",
        "claim": "employeeID",
        "aktiv": "on",
        "nivaer": "",
        "entitet": "https://idp.example.se",
        "inloggningsadress": "idp.example.se/sso",
        "certifikat": "x",
    }
    assert "går inte att läsa" in client.post(url, body).content.decode()
    assert client.post(url, body | {"certifikat": KEY.certifikat}).status_code == 302
    assert Inloggningstjanst.objects.get(kod="siths").inloggningsadress == "https://idp.example.se/sso"
