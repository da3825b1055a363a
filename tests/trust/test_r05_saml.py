"""R5, the door by SAML: who gets in, which forged answers do not, and what is left behind.

A provider in memory (tests/saml/stub.py) signs right and wrong answers. The same door is walked in Chromium against a
provider of another make in tests/e2e/test_saml.py.
"""

import base64
import datetime as dt
import re

import pytest
import time_machine
import xmlsec
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from lxml import etree, html
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from plans import saml
from plans.lasning import legitimation
from plans.models import Handelse, Inloggningstjanst, User
from plans.views import saml as view
from tests import factories as f
from tests.oidc.dorr import dorr, op, vem
from tests.saml.stub import BEARER, KEY, LOA3, NS, NUMMER, STRANGER, Idp, b64, nyckel, signera, tid
from tests.trust.test_r05_oidc import spar

__all__ = ["dorr", "op"]
pytestmark = [pytest.mark.django_db, pytest.mark.trust, pytest.mark.slow]
PERSON, PERSONAL = "Vi hittar ingen plan", "Vi hittar ingen inloggning"


@pytest.fixture
def idp() -> Idp:
    return Idp()


@pytest.fixture
def r(dorr, idp):
    """The cast of the door, with providers that speak SAML: two nämnder's e-ID, and the staff's own."""
    base = {"protokoll": "saml", "entitet": idp.entitet, "inloggningsadress": idp.adress,
            "certifikat": KEY.certifikat}  # fmt: skip
    new = Inloggningstjanst.objects.create
    eid = {"namn": "Freja", "for_vem": "enskilda", "claim": NUMMER, "nivaer": LOA3, **base}
    dorr.saml = new(namnd=dorr.namnd, kod="freja", **eid)
    dorr.saml_b = new(namnd=dorr.annan_namnd, kod="freja-b", **eid)
    dorr.adfs = new(namnd=dorr.namnd, kod="adfs", namn="ADFS", for_vem="personal", claim="employeeID", **base)
    User.objects.filter(anstallnings_id="B-0").update(tjanst=dorr.adfs)
    return dorr


def borja(idp, tjanst, client, **query):
    """To the provider; what it is asked."""
    return idp.las(client.get(reverse("eleg-borja", args=[tjanst.kod]), query).headers["Location"])


def lamna(tjanst, client, xml: str | bytes, **mer):
    """The answer, as it is sent the second time: from our own page, with the session."""
    return client.post(reverse("eleg-saml", args=[tjanst.kod]), {"SAMLResponse": b64(xml), "igen": "1"} | mer)


def ga(idp, tjanst, attribut, *, client=None, query=None, **andrat):
    """To the provider and back, with an honest answer about somebody."""
    client = client or Client()
    borja(idp, tjanst, client, **(query or {}))
    return lamna(tjanst, client, idp.svar(signera(idp.intyg(attribut, **andrat))))


def rader(efter: int) -> list[tuple]:
    rows = Handelse.objects.order_by("pk")[efter:]
    return [(x.handelse, x.nekad, x.user.username if x.user else "", x.namnd_id, x.person_ids) for x in rows]


# --- Who gets in -----------------------------------------------------------------------------------------------------
def fall(r) -> dict[str, tuple]:
    """name → (provider, attributes, what is otherwise, the log-in that opens, or the words of the refusal)."""
    alva, n = r.alva.personnummer, r.nummer
    low = "har inte den säkerhetsnivå"
    return {
        "the person": (r.saml, {NUMMER: alva}, {}, "alva"),
        "the person, with a hyphen": (r.saml, {NUMMER: f"{alva[:8]}-{alva[8:]}"}, {}, "alva"),
        "god man": (r.saml, {NUMMER: n["birgitta"], "mail": "x@example.se"}, {}, "birgitta"),
        "staff by id": (r.adfs, {"employeeID": "B-0"}, {"niva": ["urn:federation:authentication:windows"]}, "ingrid"),
        "unknown number": (r.saml, {NUMMER: f.number(skip=60)}, {}, PERSON),
        "a person without a log-in": (r.saml, {NUMMER: r.yusuf.personnummer}, {}, PERSON),
        "known only in another nämnd": (r.saml_b, {NUMMER: r.dragan.personnummer}, {}, PERSON),
        "god man whose time is over": (r.saml, {NUMMER: n["slutat"]}, {}, PERSON),
        "a disabled log-in": (r.saml, {NUMMER: n["avstangd"]}, {}, PERSON),
        "ten digits": (r.saml, {NUMMER: alva[2:]}, {}, PERSON),
        "two numbers": (r.saml, {NUMMER: [alva, n["birgitta"]]}, {}, PERSON),
        "the number in another attribute": (r.saml, {"urn:oid:0": alva}, {}, PERSON),
        "level too low": (r.saml, {NUMMER: alva}, {"niva": [LOA3.replace("loa3", "loa2")]}, low),
        "the level as an attribute": (r.saml, {NUMMER: alva, "acr": LOA3}, {"niva": ["x"]}, low),
        "unknown staff id": (r.adfs, {"employeeID": "B-99"}, {}, PERSONAL),
        "staff by user name": (r.adfs, {"employeeID": "ingrid"}, {}, PERSONAL),
        "staff of the OpenID provider": (r.adfs, {"employeeID": "B-2"}, {}, PERSONAL),
        "a number at the staff's provider": (r.adfs, {"employeeID": alva, NUMMER: alva}, {}, PERSONAL),
    }  # fmt: skip


def fel_inslappta(idp, cases) -> list[str]:
    """The gate: somebody else than the table says came in, or the log does not hold just one row of it."""
    wrong = []
    for name, (tjanst, attribut, andrat, expected) in cases.items():
        before = Handelse.objects.count()
        answer = ga(idp, tjanst, attribut, **andrat)
        inside = " " not in expected
        row = ("inloggning.eleg", False, expected) if inside else ("inloggning.avvisad", True, "")
        told = [x[:3] for x in rader(before)] == [row]
        right = vem(answer) == expected if inside else not vem(answer) and expected in answer.content.decode()
        if not right or not told or answer.status_code != (302 if inside else 403):
            wrong.append(name)
    return wrong


def test_only_those_who_are_registered_come_in(r, idp, matt):
    cases = fall(r)
    assert fel_inslappta(idp, cases) == []
    inside = sum(" " not in case[3] for case in cases.values())
    matt("R5", f"SAML: {len(cases) - inside} av {len(cases) - inside} obehöriga nekade och loggade, "
               f"{inside} av {inside} behöriga inne")  # fmt: skip


def test_planted_the_level_is_not_checked(r, idp, monkeypatch, planterat):
    monkeypatch.setattr(legitimation, "niva_duger", lambda tjanst, claims: True)
    cases, names = fall(r), ["level too low", "the level as an attribute"]
    assert fel_inslappta(idp, {name: cases[name] for name in ("god man", *names, "unknown number")}) == names
    planterat("R5", "SAML: tillitsnivån kontrolleras inte")


# --- Forged answers --------------------------------------------------------------------------------------------------
def byt(xml: str, old: str, new: str) -> str:
    assert old in xml, old
    return xml.replace(old, new)


def forfalskningar(idp, number: str, other: str) -> dict[str, str | bytes]:
    """name → an answer to the question that waits. Each would let Alva in if the fault were not seen; `other` is the
    number of somebody whose honest answer the forger has.
    """
    mine, acs, sp = {NUMMER: number}, idp.fraga["acs"], idp.fraga["fran"]
    plain, theirs = idp.intyg(mine), signera(idp.intyg({NUMMER: other}))
    good = signera(plain)
    evil = byt(plain, 'ID="_intyg"', 'ID="_ond"')
    half = len(number) // 2
    split = f"{number[:half]}<!-- -->{number[half:]}"
    sha1 = {"alg": xmlsec.Transform.RSA_SHA1, "digest": xmlsec.Transform.SHA1}
    other_sc = f'<saml:SubjectConfirmation Method="{BEARER}"><saml:SubjectConfirmationData Recipient="https://x.se"/>'
    other_sc += "</saml:SubjectConfirmation>"

    def signed(**andrat) -> str:
        return idp.svar(signera(idp.intyg(mine, **andrat)))

    def dtd(what: str, value: str = "&n;") -> str:
        return f"<!DOCTYPE samlp:Response [{what}]>" + byt(idp.svar(good), number, value)

    def inside(where: str, what: str) -> str:
        """A signed assertion of somebody else hidden in an unsigned one of ours."""
        return byt(evil, where, where + what)

    signature = etree.tostring(etree.fromstring(theirs).find("ds:Signature", NS)).decode()
    holding = byt(signature, "</ds:Signature>", f"<ds:Object>{theirs}</ds:Object></ds:Signature>")
    return {
        "not signed": idp.svar(plain),
        "only the response signed": signera(idp.svar(plain)),
        "signed by a stranger": idp.svar(signera(plain, STRANGER)),
        "signed by a stranger, and the response by nobody known": signera(idp.svar(signera(plain, STRANGER)), STRANGER),
        "signed with the certificate as a password": idp.svar(signera(plain, alg=xmlsec.Transform.HMAC_SHA256)),
        "signed with SHA-1": idp.svar(signera(plain, **sha1)),
        "changed after signing": idp.svar(byt(theirs, other, number)),
        "an empty signature": idp.svar(re.sub("(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                                              "<ds:SignatureValue></ds:SignatureValue>", good)),
        "two assertions, the unsigned first": idp.svar(evil + theirs),
        "two assertions, the unsigned last": idp.svar(theirs + evil),
        "two assertions with one id": idp.svar(plain + theirs),
        "wrapped: the signed one in the unsigned one's Advice": idp.svar(
            inside("</saml:Conditions>", f"<saml:Advice>{theirs}</saml:Advice>")),
        "wrapped: the signed one in Extensions": idp.svar(
            evil, fore=f"<samlp:Extensions>{theirs}</samlp:Extensions>"),
        "wrapped: the signed one in the unsigned one's signature": idp.svar(inside("</saml:Issuer>", holding)),
        "the signature of another assertion": idp.svar(inside("</saml:Issuer>", signature)),
        "the signature of another assertion, its id taken": idp.svar(byt(plain, "</saml:Issuer>",
                                                                         "</saml:Issuer>" + signature)),
        "another issuer": signed(utfardare="https://annan.example.se"),
        "another issuer of the response": idp.svar(good, utfardare="https://annan.example.se"),
        "no issuer": idp.svar(signera(idp.intyg(mine, utfardare="")), utfardare=""),
        "made for another": signed(for_vem=[["https://annan.example.se/metadata"]]),
        "made for nobody named": signed(for_vem=[]),
        "made for us and for another, both demanded": signed(for_vem=[[sp], ["https://annan.example.se"]]),
        "another destination": idp.svar(good, till="https://annan.example.se/acs"),
        "a destination that only begins as ours": idp.svar(good, till=acs + "x"),
        "no destination": idp.svar(good, till=None),
        "another recipient": signed(mottagare="https://annan.example.se/acs"),
        "a recipient that only holds ours": signed(mottagare=f"https://x.example.se/?{acs}"),
        "no recipient": signed(mottagare=None),
        "expired": signed(till=tid(-1)),
        "expired conditions": signed(giltig_till=tid(-400)),
        "not valid yet": signed(giltig_fran=tid(400)),
        "an ended session": signed(session=tid(-1)),
        "without an end": signed(till=None),
        "an answer to another's question": idp.svar(signera(idp.intyg(mine, svar_pa="_annan")), svar_pa="_annan"),
        "another's assertion in an answer to ours": signed(svar_pa="_annan"),
        "an answer to no question": idp.svar(signera(idp.intyg(mine, svar_pa=None)), svar_pa=None),
        "an assertion to no question": signed(svar_pa=None),
        "an answer without a question around our assertion": idp.svar(good, svar_pa=None),
        "confirmed in another way": signed(metod="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"),
        "confirmed twice": signed(bekraftelse=other_sc),
        "two levels": signed(niva=[LOA3, LOA3]),
        "no level": byt(signed(niva=["x"]), "<saml:AuthnContextClassRef>x</saml:AuthnContextClassRef>", ""),
        "a comment in the number": idp.svar(byt(good, number, split)),
        "a comment that cuts off the rest of a number": idp.svar(
            byt(signera(idp.intyg({NUMMER: f"{number}0"})), f"{number}0", f"{number}<!-- -->0")),
        "an instruction in the number": idp.svar(byt(good, number, f"{number[:half]}<?x y?>{number[half:]}")),
        "CDATA in the number": idp.svar(byt(good, number, f"<![CDATA[{number}]]>")),
        "an entity for the number": dtd(f'<!ENTITY n "{number}">'),
        "an entity from a file": dtd('<!ENTITY n SYSTEM "file:///etc/hostname">'),
        "an entity from the net": dtd('<!ENTITY n SYSTEM "http://127.0.0.1:9/x">'),
        "a parameter entity": dtd('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;', number),
        "a billion laughs": dtd('<!ENTITY a "ha">' + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghin", strict=True))),
        "in UTF-16, with a DTD": f'<?xml version="1.0" encoding="UTF-16"?>{dtd("")}'.encode("utf-16"),
        "in UTF-7, with a comment": b'<?xml version="1.0" encoding="UTF-7"?>'
        + idp.svar(byt(good, number, split)).encode().replace(b"<!-- -->", b"+ADwAIQ---> "),
        "the same attribute twice": idp.svar(signera(byt(plain, "<saml:AttributeStatement>",
            f'<saml:AttributeStatement><saml:Attribute Name="{NUMMER}"><saml:AttributeValue>{other}'
            "</saml:AttributeValue></saml:Attribute>"))),
        "no success": idp.svar(good, status="urn:oasis:names:tc:SAML:2.0:status:Responder"),
        "no assertion": idp.svar(""),
        "encrypted to nobody": idp.svar("<saml:EncryptedAssertion/>"),
        "a question instead of an answer": f'<samlp:AuthnRequest xmlns:samlp="{NS["samlp"]}" ID="_1" Version="2.0"/>',
        "no XML": "trams",
        "no bytes": b"\xff\xfe\x00",
        "nothing": "",
    }  # fmt: skip


def inslappta(idp, r, only: tuple[str, ...] = ()) -> list[str]:
    """The gate: forged answers that let somebody in, broke the page, or are not exactly one row of the log."""
    wrong, number, other = [], r.alva.personnummer, r.nummer["birgitta"]
    borja(idp, r.saml, Client())
    for name in only or forfalskningar(idp, number, other):
        client, before = Client(), Handelse.objects.count()
        borja(idp, r.saml, client)
        answer = lamna(r.saml, client, forfalskningar(idp, number, other)[name])
        refused = [("inloggning.avvisad", True, "", r.namnd.pk, [])]
        words = "Inloggningen gick inte att kontrollera"
        page = answer.content.decode()
        if vem(answer) or answer.status_code != 400 or words not in page or rader(before) != refused:
            wrong.append(name)
    return wrong


def test_forged_answers_are_refused(r, idp, matt):
    assert vem(ga(idp, r.saml, {NUMMER: r.alva.personnummer})) == "alva"  # it is the fault that stops it
    assert inslappta(idp, r) == []
    n = len(forfalskningar(idp, r.alva.personnummer, r.nummer["birgitta"]))
    matt("R5", f"SAML: {n} av {n} förfalskade svar nekade, en loggrad var")


def test_planted_the_signature_is_not_checked(r, idp, monkeypatch, planterat):
    monkeypatch.setattr(OneLogin_Saml2_Utils, "validate_sign", staticmethod(lambda *a, **k: True))
    hits = ["signed by a stranger", "signed with the certificate as a password", "changed after signing"]
    assert inslappta(idp, r, (*hits, "not signed", "made for another")) == hits
    planterat("R5", "SAML: signaturen kontrolleras inte")


def test_planted_the_assertion_need_not_be_signed_itself(r, idp, monkeypatch, planterat):
    real = saml._installning

    def loose(tjanst):
        found = real(tjanst)
        found.get_security_data()["wantAssertionsSigned"] = False
        return found

    monkeypatch.setattr(saml, "_installning", loose)
    assert inslappta(idp, r, ("only the response signed", "not signed")) == ["only the response signed"]
    planterat("R5", "SAML: det räcker att svaret är signerat")


def test_planted_only_the_library_is_asked(r, idp, monkeypatch, planterat):
    """What python3-saml 1.16 lets pass by itself."""
    monkeypatch.setattr(saml, "krav", lambda answer, tjanst, fraga_id: LOA3)
    hits = ["no issuer", "made for nobody named", "a destination that only begins as ours", "no destination",
            "a recipient that only holds ours", "no recipient", "without an end", "an answer to no question",
            "an assertion to no question", "an answer without a question around our assertion",
            "confirmed twice"]  # fmt: skip
    assert inslappta(idp, r, (*hits, "made for another", "another recipient")) == hits
    planterat("R5", f"SAML: det biblioteket släpper igenom ({len(hits)} svar)")


def test_planted_the_library_is_not_strict(r, idp, monkeypatch, planterat):
    real = saml._installning

    def loose(tjanst):
        found = real(tjanst)
        found.set_strict(False)
        return found

    monkeypatch.setattr(saml, "_installning", loose)
    hits = ["expired", "expired conditions", "not valid yet", "an ended session"]
    assert inslappta(idp, r, (*hits, "another issuer", "made for another")) == hits
    planterat("R5", "SAML: biblioteket är inte strängt")


def test_planted_comments_are_let_through(r, idp, monkeypatch, planterat):
    monkeypatch.setattr(saml, "_ren", lambda text: base64.b64decode(text))
    hits = ["a comment in the number"]
    more = ("a comment that cuts off the rest of a number", "an entity for the number", "a billion laughs")
    assert inslappta(idp, r, (*hits, *more)) == [*hits, more[0]]  # the latter: a number that is none, so another page
    planterat("R5", "SAML: kommentarer i svaret släpps igenom")


def test_planted_any_answer_will_do(r, idp, monkeypatch, planterat):
    real = saml.las_svar

    def any_question(tjanst, text, fraga_id):
        root = etree.fromstring(base64.b64decode(text))
        return real(tjanst, text, root.get("InResponseTo"))

    monkeypatch.setattr(saml, "las_svar", any_question)
    hits = ["an answer to another's question"]
    assert inslappta(idp, r, (*hits, "another's assertion in an answer to ours")) == hits
    planterat("R5", "SAML: svaret binds inte till sessionens fråga")


# --- One answer, one session -----------------------------------------------------------------------------------------
def igen(idp, r) -> list[str]:
    """The gate: the browsers in which an answer that has let Alva in once is taken again."""
    first, asking, wrong = Client(), Client(), []
    borja(Idp(), r.saml, asking)
    borja(idp, r.saml, first)
    xml = idp.svar(signera(idp.intyg({NUMMER: r.alva.personnummer})))
    assert vem(lamna(r.saml, first, xml)) == "alva"
    for name, client in (("the same", first), ("a new one", Client()), ("one that asks too", asking)):
        before = Handelse.objects.count()
        answer = lamna(r.saml, client, xml)
        if answer.status_code != 400 or [x[0] for x in rader(before)] != ["inloggning.avvisad"]:
            wrong.append(name)
    return wrong


def test_an_answer_is_used_once_and_in_one_browser_only(r, idp, matt):
    assert igen(idp, r) == []
    matt("R5", "SAML: samma svar en gång till nekat i samma, i en ny och i en frågande webbläsare")


def test_planted_the_question_waits_on(r, idp, monkeypatch, planterat):
    real = SessionBase.pop

    def keep(self, key, *default):
        return self.get(key, *default) if key == view.FRAGAN else real(self, key, *default)

    monkeypatch.setattr(SessionBase, "pop", keep)
    assert igen(idp, r) == ["the same"]
    planterat("R5", "SAML: frågan står kvar när den har fått sitt svar")


def test_a_question_does_not_wait_for_ever(r, idp):
    client = Client()
    borja(idp, r.saml, client)
    with time_machine.travel(dt.datetime(2027, 3, 9, 9, 16, tzinfo=dt.UTC)):
        answer = lamna(r.saml, client, idp.svar(signera(idp.intyg({NUMMER: r.alva.personnummer}))))
    assert answer.status_code == 400 and not vem(answer)


def test_an_answer_is_not_taken_at_another_door(r, idp):
    for asked, posted in ((r.adfs, r.saml), (r.saml, r.adfs)):
        client = Client()
        borja(idp, asked, client)
        answer = lamna(posted, client, idp.svar(signera(idp.intyg({"employeeID": "B-0", NUMMER: r.alva.personnummer}))))
        assert answer.status_code == 400 and not vem(answer)


def test_without_its_session_the_answer_is_sent_once_more_from_our_own_page(r, idp):
    """What a browser does with a form from another site: no cookie goes with it, and none may come back."""
    client = Client()
    borja(idp, r.saml, client)
    xml = idp.svar(signera(idp.intyg({NUMMER: r.alva.personnummer})))
    url, before = reverse("eleg-saml", args=["freja"]), Handelse.objects.count()
    page = Client(enforce_csrf_checks=True).post(url, {"SAMLResponse": b64(xml), "RelayState": "https://x.example/"})
    assert page.status_code == 200 and not page.cookies and Handelse.objects.count() == before
    form = html.fromstring(page.content.decode()).xpath("//form[@data-vidare]")[0]
    assert form.get("action") == url and form.get("method") == "post"
    sent = {e.get("name"): e.get("value") for e in form.xpath(".//input")}
    assert sent == {"SAMLResponse": b64(xml), "igen": "1"}
    assert vem(client.post(url, sent)) == "alva"
    odd = Client().post(url, {"SAMLResponse": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in odd and "&lt;script&gt;alert" in odd


def test_somebody_who_breaks_off(r, idp):
    client, before = Client(), Handelse.objects.count()
    borja(idp, r.saml, client)
    broken = {"status": "urn:oasis:names:tc:SAML:2.0:status:Responder",
              "under": f'<samlp:StatusCode Value="{saml.AVBROT}"/>'}  # fmt: skip
    answer = lamna(r.saml, client, idp.svar("", **broken))
    assert "Inloggningen avbröts" in answer.content.decode() and Handelse.objects.count() == before
    good = signera(idp.intyg({NUMMER: r.alva.personnummer}))
    borja(idp, r.saml, client)
    assert not vem(lamna(r.saml, client, idp.svar(good, **broken)))


# --- What is asked for, and what is left behind ----------------------------------------------------------------------
def test_what_we_ask_the_provider_for(r, idp):
    here = "http://localhost/logga-in/med"
    smuggled = {"RelayState": "https://x.example/", "acs": "https://x.example/"}
    asked = borja(idp, r.saml, Client(headers={"host": "testserver"}), **smuggled)
    assert len(asked.pop("id")) > 30
    assert asked == {"till": idp.adress, "acs": f"{here}/freja/saml/", "fran": f"{here}/freja/metadata/",
                     "force": "true", "nivaer": [LOA3], "query": {"tenant", "lang", "SAMLRequest"}}  # fmt: skip
    asked = borja(idp, r.adfs, Client())
    assert (asked["force"], asked["nivaer"], asked["acs"]) == (None, [], f"{here}/adfs/saml/")
    assert borja(idp, r.saml, Client())["id"] != borja(idp, r.saml, Client())["id"]


def test_next_is_kept_here_and_only_our_own(r, idp):
    for wanted, landed in (("/mina-personer/", "/mina-personer/"), ("https://x.example/", "/"), ("//x.example/", "/")):
        client = Client()
        borja(idp, r.saml, client, next=wanted)
        xml = idp.svar(signera(idp.intyg({NUMMER: r.nummer["birgitta"]})))
        answer = lamna(r.saml, client, xml, RelayState="https://x.example/", next="https://x.example/")
        assert answer.headers["Location"] == landed and vem(answer) == "birgitta"


def test_our_metadata(r):
    answer = Client().get(reverse("eleg-metadata", args=["freja"]), headers={"host": "testserver"})
    assert answer.headers["Content-Type"] == "application/samlmetadata+xml"
    root = etree.fromstring(answer.content)
    assert root.get("entityID") == "http://localhost/logga-in/med/freja/metadata/" and root.get("validUntil") is None
    [here] = root.xpath("//md:AssertionConsumerService", namespaces=NS)
    assert here.get("Location") == "http://localhost/logga-in/med/freja/saml/" and here.get("Binding").endswith("POST")
    assert root.xpath("//md:SPSSODescriptor/@WantAssertionsSigned", namespaces=NS) == ["true"]


def test_each_door_speaks_its_own_language(r):
    """A SAML provider has no OpenID door, nor the reverse; one that is shut off has none."""
    there = {(kod, name): Client().get(reverse(name, args=[kod])).status_code
             for kod in ("freja", "bankid") for name in ("eleg-svar", "eleg-metadata", "eleg-saml")}  # fmt: skip
    assert there == {("freja", "eleg-svar"): 404, ("freja", "eleg-metadata"): 200, ("freja", "eleg-saml"): 405,
                     ("bankid", "eleg-svar"): 400, ("bankid", "eleg-metadata"): 404,
                     ("bankid", "eleg-saml"): 405}  # fmt: skip
    assert Client().post(reverse("eleg-saml", args=["bankid"]), {"SAMLResponse": "x"}).status_code == 404
    Inloggningstjanst.objects.update(aktiv=False)
    for name in ("eleg-borja", "eleg-metadata"):
        assert Client().get(reverse(name, args=["freja"])).status_code == 404


def test_a_shut_provider_ends_its_sessions(r, idp):
    answer = ga(idp, r.saml, {NUMMER: r.alva.personnummer})
    assert answer.client.get("/min-plan/").status_code == 200
    Inloggningstjanst.objects.filter(pk=r.saml.pk).update(aktiv=False)
    assert answer.client.get("/min-plan/").url.startswith("/logga-in/")


def test_two_certificates_while_the_provider_changes(r, idp):
    new, number = nyckel(), r.alva.personnummer
    Inloggningstjanst.objects.filter(pk=r.saml.pk).update(certifikat=f"{KEY.certifikat}\n{new.certifikat}")
    for key, expected in ((KEY, "alva"), (new, "alva"), (STRANGER, "")):
        client = Client()
        borja(idp, r.saml, client)
        assert vem(lamna(r.saml, client, idp.svar(signera(idp.intyg({NUMMER: number}), key)))) == expected


def test_no_number_is_left_behind(r, idp, caplog, matt):
    caplog.set_level("DEBUG")
    numbers = [r.alva.personnummer, *r.nummer.values(), f.number(skip=60)]
    for number in numbers:
        answer = ga(idp, r.saml, {NUMMER: number, "urn:oid:2.5.4.3": f"Namn {number}"})
        assert number not in str(answer.headers)
    inslappta(idp, r, ("signed by a stranger", "not signed", "an entity for the number", "expired", "another issuer"))
    assert spar(numbers, caplog.text) == []
    matt("R23", f"{len(numbers)} nummer genom dörren för SAML, 0 kvar i tabeller, sessioner och logg")


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
        ("certifikat", KEY.certifikat + nyckel(1024).certifikat, "minst 2048"),
        ("claim", "https://id.oidc.se/claim/personalIdentityNumber", "urn:oid:1.2.752.29.4.13"),
        ("nivaer", " ", "minst en nivå"),
    ],
)
def test_a_row_that_would_be_unsafe_is_refused_in_swedish(r, field, value, words):
    r.saml.full_clean()
    setattr(r.saml, field, value)
    with pytest.raises(ValidationError) as stop:
        r.saml.clean()
    assert words in " ".join(stop.value.message_dict[field])


@pytest.mark.parametrize("change", [
    {"entitet": ""}, {"inloggningsadress": ""}, {"certifikat": ""}, {"protokoll": "ldap"}, {"protokoll": "oidc"},
])  # fmt: skip
def test_the_database_holds_what_each_protocol_needs(r, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Inloggningstjanst.objects.filter(pk=r.saml.pk).update(**change)


def test_an_administrator_registers_one(r, client):
    client.force_login(r.admin)
    url = reverse("admin:plans_inloggningstjanst_add")
    assert "portalens egen metadata" in client.get(url).content.decode()
    body = {"namnd": r.namnd.pk, "namn": "Siths", "kod": "siths", "for_vem": "personal", "protokoll": "saml",
            "scope": "openid", "niva_claim": "acr", "claim": "employeeID", "aktiv": "on", "nivaer": "",
            "entitet": "https://idp.example.se", "inloggningsadress": "idp.example.se/sso",
            "certifikat": "x"}  # fmt: skip
    assert "går inte att läsa" in client.post(url, body).content.decode()
    assert client.post(url, body | {"certifikat": KEY.certifikat}).status_code == 302
    assert Inloggningstjanst.objects.get(kod="siths").inloggningsadress == "https://idp.example.se/sso"
