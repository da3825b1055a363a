"""R5, the door by SAML: answers that the provider never gave, each part of what binds one to us left out in turn."""

import base64
import re

import pytest
import xmlsec
from django.test import Client
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from plans.konto import saml
from plans.models import Handelse
from tests.oidc.dorr import dorr, op, vem
from tests.saml.dorr import borja, ga, idp, lamna, r, rader
from tests.saml.stub import BEARER, LOA3, NS, NUMMER, STRANGER, signera, tid

__all__ = ["dorr", "idp", "op", "r"]
pytestmark = [pytest.mark.django_db, pytest.mark.trust, pytest.mark.slow]
PERSON, PERSONAL = "Vi hittar ingen plan", "Vi hittar ingen inloggning"


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
        "an empty signature": idp.svar(
            re.sub("(?s)<ds:SignatureValue>.*</ds:SignatureValue>", "<ds:SignatureValue></ds:SignatureValue>", good)
        ),
        "two assertions, the unsigned first": idp.svar(evil + theirs),
        "two assertions, the unsigned last": idp.svar(theirs + evil),
        "two assertions with one id": idp.svar(plain + theirs),
        "wrapped: the signed one in the unsigned one's Advice": idp.svar(
            inside("</saml:Conditions>", f"<saml:Advice>{theirs}</saml:Advice>")
        ),
        "wrapped: the signed one in Extensions": idp.svar(evil, fore=f"<samlp:Extensions>{theirs}</samlp:Extensions>"),
        "wrapped: the signed one in the unsigned one's signature": idp.svar(inside("</saml:Issuer>", holding)),
        "the signature of another assertion": idp.svar(inside("</saml:Issuer>", signature)),
        "the signature of another assertion, its id taken": idp.svar(
            byt(plain, "</saml:Issuer>", "</saml:Issuer>" + signature)
        ),
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
            byt(signera(idp.intyg({NUMMER: f"{number}0"})), f"{number}0", f"{number}<!-- -->0")
        ),
        "an instruction in the number": idp.svar(byt(good, number, f"{number[:half]}<?x y?>{number[half:]}")),
        "CDATA in the number": idp.svar(byt(good, number, f"<![CDATA[{number}]]>")),
        "an entity for the number": dtd(f'<!ENTITY n "{number}">'),
        "an entity from a file": dtd('<!ENTITY n SYSTEM "file:///etc/hostname">'),
        "an entity from the net": dtd('<!ENTITY n SYSTEM "http://127.0.0.1:9/x">'),
        "a parameter entity": dtd('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;', number),
        "a billion laughs": dtd(
            '<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghin", strict=True))
        ),
        "in UTF-16, with a DTD": f'<?xml version="1.0" encoding="UTF-16"?>{dtd("")}'.encode("utf-16"),
        "in UTF-7, with a comment": b'<?xml version="1.0" encoding="UTF-7"?>'
        + idp.svar(byt(good, number, split)).encode().replace(b"<!-- -->", b"+ADwAIQ---> "),
        "the same attribute twice": idp.svar(
            signera(
                byt(
                    plain,
                    "<saml:AttributeStatement>",
                    f'<saml:AttributeStatement><saml:Attribute Name="{NUMMER}"><saml:AttributeValue>{other}'
                    "</saml:AttributeValue></saml:Attribute>",
                )
            )
        ),
        "no success": idp.svar(good, status="urn:oasis:names:tc:SAML:2.0:status:Responder"),
        "no assertion": idp.svar(""),
        "encrypted to nobody": idp.svar("<saml:EncryptedAssertion/>"),
        "a question instead of an answer": f'<samlp:AuthnRequest xmlns:samlp="{NS["samlp"]}" ID="_1" Version="2.0"/>',
        "no XML": "trams",
        "no bytes": b"\xff\xfe\x00",
        "nothing": "",
    }


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
    hits = [
        "no issuer",
        "made for nobody named",
        "a destination that only begins as ours",
        "no destination",
        "a recipient that only holds ours",
        "no recipient",
        "without an end",
        "an answer to no question",
        "an assertion to no question",
        "an answer without a question around our assertion",
        "confirmed twice",
    ]
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
