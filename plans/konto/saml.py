"""SAML 2.0: our question to an identity provider, and its signed answer, checked before anything is believed.

python3-saml reads and verifies: strict, by the schema, one assertion, signed by the registered certificate. It lets
pass what is missing, and compares some addresses loosely, so what binds an answer to us is asked for here too (SAML
Profiles 4.1.4.3). Every fault is an Opalitligt. Nothing of what the provider says about a human is stored.
"""

import base64
import re
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.sax.saxutils import escape

from django.conf import settings
from django.urls import reverse
from lxml import etree
from onelogin.saml2.authn_request import OneLogin_Saml2_Authn_Request
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Ord
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from plans.models import Inloggningstjanst

AVBROT = "http://id.elegnamnden.se/status/1.0/cancel"  # how Swedish e-ID says that the human changed their mind
DEKLARATION = re.compile(r"\A\ufeff?\s*<\?xml [^<>]*\?>")
Claims = dict[str, Any]


class Opalitligt(Exception):
    """The provider's answer cannot be trusted. The text says why and nothing about anybody."""


class Avbruten(Exception):
    """The human broke off at the provider."""


def vart_id(tjanst: Inloggningstjanst) -> str:
    """What we call ourselves at this provider: the address of our metadata."""
    return settings.PUBLIC_BASE_URL + reverse("eleg-metadata", args=[tjanst.kod])


def svarsadress(tjanst: Inloggningstjanst) -> str:
    """Where the answer is posted. From the fixed address of the portal, never from the Host header."""
    return settings.PUBLIC_BASE_URL + reverse("eleg-saml", args=[tjanst.kod])


def _installning(tjanst: Inloggningstjanst) -> OneLogin_Saml2_Settings:
    return OneLogin_Saml2_Settings(
        {
            "strict": True,
            "sp": {"entityId": vart_id(tjanst), "assertionConsumerService": {"url": svarsadress(tjanst)}},
            "idp": {
                "entityId": tjanst.entitet,
                "singleSignOnService": {
                    "url": escape(tjanst.inloggningsadress, {'"': "&quot;"})
                },  # into XML as it stands
                "x509certMulti": {"signing": tjanst.certifikaten},
            },
            "security": {
                "wantAssertionsSigned": True,
                "rejectDeprecatedAlgorithm": True,
                "wantNameId": False,
                "requestedAuthnContext": [escape(niva) for niva in tjanst.godkanda_nivaer] or False,
                "allowSingleLabelDomains": True,
                "metadataValidUntil": "",
                "metadataCacheDuration": "",
            },
        }
    )


def metadata(tjanst: Inloggningstjanst) -> str:
    """What the provider has to know of us, as XML."""
    return OneLogin_Saml2_Settings.get_sp_metadata(_installning(tjanst))


def fraga(tjanst: Inloggningstjanst) -> tuple[str, str]:
    """The address that asks who it is, and the question's id. E-IDs are asked for anew each time."""
    asked = OneLogin_Saml2_Authn_Request(
        _installning(tjanst), force_authn=tjanst.for_vem == tjanst.For.ENSKILDA, set_nameid_policy=False
    )
    joint = "&" if "?" in tjanst.inloggningsadress else "?"
    return tjanst.inloggningsadress + joint + urlencode({"SAMLRequest": asked.get_request()}), asked.get_id()


def las_svar(tjanst: Inloggningstjanst, text: str, fraga_id: str) -> Claims:
    """What the assertion says: each attribute that has one value, and the level under `tjanst.niva_claim`.

    It is signed by the provider, made for us, in answer to the question `fraga_id`, just now. Raises Opalitligt, or
    Avbruten when the provider says that the human broke off.
    """
    try:
        answer = OneLogin_Saml2_Response(_installning(tjanst), base64.b64encode(_ren(text)))
        if AVBROT in answer.document.xpath("/samlp:Response/samlp:Status//samlp:StatusCode/@Value", **NAMN):
            raise Avbruten
        answer.is_valid(_har(tjanst), request_id=fraga_id, raise_exceptions=True)
        level = krav(answer.document, tjanst, fraga_id)
        attributes = answer.get_attributes()
    except (Opalitligt, Avbruten):
        raise
    except Exception as fault:  # the library, lxml and xmlsec raise all kinds, plain Exception too
        why = f"{type(fault).__name__} {getattr(fault, 'code', '')}".strip()  # its text may quote the answer
        raise Opalitligt(f"the answer cannot be trusted ({why})") from fault
    return {name: values[0] for name, values in attributes.items() if len(values) == 1} | {tjanst.niva_claim: level}


NAMN = {"namespaces": Ord.NSMAP}


def _ren(text: str) -> bytes:
    """The XML, when it is UTF-8 with nothing but elements and text in it: no comment, no DTD, no instruction."""
    xml = base64.b64decode("".join(text.split()), validate=True).decode()
    xml = DEKLARATION.sub("", xml)
    if "<!" in xml or "<?" in xml:
        raise Opalitligt("the answer holds more than elements and text")
    return xml.encode()


def _har(tjanst: Inloggningstjanst) -> dict[str, str]:
    """Where the answer came, as the library wants it said."""
    here = urlsplit(svarsadress(tjanst))
    return {"https": "on" if here.scheme == "https" else "off", "http_host": here.netloc, "script_name": here.path}


def krav(answer: etree._Element, tjanst: Inloggningstjanst, fraga_id: str) -> str:
    """The level, of an answer that the library found right, when nothing that binds it to us and to now is missing.

    Raises Opalitligt.
    """
    [said] = answer.xpath("/samlp:Response/saml:Assertion", **NAMN)  # the only one there is, and signed
    here = svarsadress(tjanst)
    confirmed = [
        (c.get("Method"), d.get("Recipient"), d.get("InResponseTo"), d.get("NotOnOrAfter") is not None)
        for c in said.xpath("./saml:Subject/saml:SubjectConfirmation", **NAMN)
        for d in c.xpath("./saml:SubjectConfirmationData", **NAMN)
    ]
    meant = [
        [a.text for a in r.xpath("./saml:Audience", **NAMN)]
        for r in said.xpath("./saml:Conditions/saml:AudienceRestriction", **NAMN)
    ]
    levels = said.xpath("./saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef/text()", **NAMN)
    if (answer.get("Destination"), answer.get("InResponseTo")) != (here, fraga_id):
        raise Opalitligt("the answer belongs to another log-in")
    if said.findtext("./saml:Issuer", **NAMN) != tjanst.entitet:
        raise Opalitligt("the assertion does not say whose it is")
    if confirmed != [(Ord.CM_BEARER, here, fraga_id, True)]:
        raise Opalitligt("the assertion belongs to another log-in")
    if not meant or any(vart_id(tjanst) not in audience for audience in meant):
        raise Opalitligt("the assertion was made for somebody else")
    if len(levels) != 1:
        raise Opalitligt("the assertion does not say how it was done")
    return str(levels[0]).strip()
