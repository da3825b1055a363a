"""R5, login by e-ID: answers that no provider gave, and providers whose own configuration is suspect."""

import json
import time

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from django.test import Client
from django.urls import reverse

from plans.konto import oidc
from tests.stod.oidc.door import door, logged_in_as, op, walk_in
from tests.stod.oidc.stub import KEY, NUMBER_CLAIM, STRANGER

__all__ = ["door", "op"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R5"), pytest.mark.slow]


def forfalskningar(op) -> dict[str, dict]:
    """name → what is wrong with the answer; each would let Alva in if the fault went unnoticed."""
    now, there = int(time.time()), {"claims": {"iat": int(time.time()) - 900, "exp": int(time.time()) - 600}}
    pem = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def by(key, alg="RS256", kid="k1"):
        return lambda claims: op.signera(claims, key, alg, kid)

    def unsigned(claims):
        op.token = jwt.encode(claims, None, algorithm="none", headers={"kid": "k1"})

    def confused(claims):
        """Sign by HS256, with the public key as the secret."""
        from jwt.utils import base64url_encode as b64

        head = b64(json.dumps({"alg": "HS256", "kid": "k1", "typ": "JWT"}).encode())
        body = head + b"." + b64(json.dumps(claims).encode())
        signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(body, pem)
        op.token = (body + b"." + b64(signature)).decode()

    def changed(claims):
        """Sign for another person, then replace the payload."""
        op.signera(claims | {NUMBER_CLAIM: "190001019802"})
        head, _, tail = op.token.split(".")
        op.token = ".".join([head, jwt.encode(claims, KEY, algorithm="RS256").split(".")[1], tail])

    def said(token):
        return lambda claims: setattr(op, "token", token)

    return {
        "signed by a stranger": {"sign": by(STRANGER)},
        "signed by a stranger, another kid": {"sign": by(STRANGER, kid="k2")},
        "not signed": {"sign": unsigned},
        "signed with the public key as a password": {"sign": confused},
        "changed after signing": {"sign": changed},
        "an unknown key": {"sign": by(KEY, kid="k9")},
        "no id_token": {"sign": said(None)},
        "no token at all": {"sign": said("trams")},
        "a number for a token": {"sign": said(17)},
        "another issuer": {"claims": {"iss": "https://annan.example.se"}},
        "made for another client": {"claims": {"aud": "plan-b"}},
        "made for several, not saying whom": {"claims": {"aud": ["plan", "annan"]}},
        "handed to another": {"claims": {"azp": "annan"}},
        "another nonce": {"claims": {"nonce": "0" * 64}},
        "no nonce": {"claims": {"nonce": None}},
        "expired": there,
        "without an end": {"claims": {"exp": None}},
        "from the future": {"claims": {"iat": now + 600, "exp": now + 900}},
        "without a subject": {"claims": {"sub": None}},
        "userinfo about another": {"claims": {NUMBER_CLAIM: None}, "userinfo": {"sub": "s-2"}},
        "another state": {"query": {"state": "0" * 16}},
        "no code": {"query": {"code": "", "error": "server_error"}},
    }


def inslappta_forfalskningar(op, r, only: tuple[str, ...] = ()) -> list[str]:
    """Send the forged answers; list those that let someone in or broke the page."""
    wrong, number = [], r.alva.personnummer
    for name, fault in forfalskningar(op).items():
        if only and name not in only:
            continue
        op.userinfo = {NUMBER_CLAIM: number, **fault.get("userinfo", {})}
        claims = {NUMBER_CLAIM: number, **fault.get("claims", {})}
        answer = walk_in(op, r.bankid, sign=fault.get("sign"), query=fault.get("query"), **claims)
        if logged_in_as(answer) or answer.status_code != 400:
            wrong.append(name)
    return wrong


def test_forged_answers_are_refused(door, op, measured):
    assert (
        logged_in_as(walk_in(op, door.bankid, **{NUMBER_CLAIM: door.alva.personnummer})) == "alva"
    )  # without a fault the answer is accepted
    assert inslappta_forfalskningar(op, door) == []
    n = len(forfalskningar(op))
    measured(f"e-ID: {n} av {n} förfalskade svar nekade")


SIGNED = ("signed by a stranger", "not signed", "signed with the public key as a password", "changed after signing")


@pytest.mark.parametrize(
    ("felet", "checks", "hits"),
    [
        ("signaturen kontrolleras inte", {"verify_signature": False}, SIGNED),
        ("mottagaren kontrolleras inte", {"verify_aud": False}, ("made for another client",)),
        ("utfärdaren kontrolleras inte", {"verify_iss": False}, ("another issuer",)),
        ("sluttiden kontrolleras inte", {"verify_exp": False}, ("expired",)),
    ],
)
def test_planted_a_part_of_the_token_is_not_checked(door, op, monkeypatch, planted, felet, checks, hits):
    real, key = jwt.decode, jwt.PyJWK({"kty": "oct", "k": "AA"}, algorithm="HS256")

    def careless(token, *args, **kwargs):
        on = {"verify_signature": True, "verify_aud": True, "verify_iss": True, "verify_exp": True, "verify_iat": True}
        return real(token, *args, **{**kwargs, "options": {**on, **kwargs["options"], **checks}})

    if "verify_signature" in checks:
        monkeypatch.setattr(oidc, "signing_key", lambda jwks, header: key)
    monkeypatch.setattr(oidc.jwt, "decode", careless)
    assert inslappta_forfalskningar(op, door, (*hits, "another nonce")) == list(hits)
    planted(felet)


def test_planted_the_nonce_is_not_checked(door, op, monkeypatch, planted):
    monkeypatch.setattr(oidc.hmac, "compare_digest", lambda a, b: True)
    names = ("expired", "another nonce", "no nonce")
    assert set(inslappta_forfalskningar(op, door, names)) == {"another nonce", "no nonce"}
    planted("nonce kontrolleras inte")


@pytest.mark.parametrize(
    "lie",
    [
        {"issuer": "https://annan.example.se"},
        {"jwks_uri": "http://annan.example.se/jwks"},
        {"token_endpoint": "http://annan.example.se/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_provider_that_says_something_odd_of_itself_is_not_used(door, op, lie):
    op.konfiguration = lie
    answer = Client().get(reverse("eleg-borja", args=["bankid"]))
    assert answer.status_code == 503 and "svarar inte just nu" in answer.content.decode()
