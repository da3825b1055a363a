"""SAML 2.0: our question to an identity provider, and its signed answer, checked before any of it is trusted.

python3-saml parses the answer and verifies, in strict mode, that it follows the schema and holds one assertion, signed
by the registered certificate. But python3-saml accepts missing parts and compares some addresses loosely, so this
module also requires everything that binds an answer to us (SAML Profiles 4.1.4.3). Any fault raises Untrusted. Nothing
the provider says about a human is stored.
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
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Constants
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from plans.models import Inloggningstjanst

BROKEN_OFF = "http://id.elegnamnden.se/status/1.0/cancel"  # the Swedish e-ID status for a human who cancels
XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml [^<>]*\?>")
Claims = dict[str, Any]


class Untrusted(Exception):
    """The provider's answer cannot be trusted. The text says why, without identifying anyone."""


class BrokenOff(Exception):
    """The human cancelled at the provider."""


def entity_id(tjanst: Inloggningstjanst) -> str:
    """Our name at this provider: the address of our metadata."""
    return settings.PUBLIC_BASE_URL + reverse("eleg-metadata", args=[tjanst.kod])


def answer_url(tjanst: Inloggningstjanst) -> str:
    """Where the answer is posted. Built on the portal's fixed address, never on the Host header."""
    return settings.PUBLIC_BASE_URL + reverse("eleg-saml", args=[tjanst.kod])


def _settings(tjanst: Inloggningstjanst) -> OneLogin_Saml2_Settings:
    return OneLogin_Saml2_Settings(
        {
            "strict": True,
            "sp": {"entityId": entity_id(tjanst), "assertionConsumerService": {"url": answer_url(tjanst)}},
            "idp": {
                "entityId": tjanst.entitet,
                "singleSignOnService": {
                    "url": escape(tjanst.inloggningsadress, {'"': "&quot;"})
                },  # goes into the XML as it is
                "x509certMulti": {"signing": tjanst.certifikaten},
            },
            "security": {
                "wantAssertionsSigned": True,
                "rejectDeprecatedAlgorithm": True,
                "wantNameId": False,
                "requestedAuthnContext": [escape(level) for level in tjanst.godkanda_nivaer] or False,
                "allowSingleLabelDomains": True,
                "metadataValidUntil": "",
                "metadataCacheDuration": "",
            },
        }
    )


def metadata(tjanst: Inloggningstjanst) -> str:
    """What the provider needs to know about us, as XML."""
    return OneLogin_Saml2_Settings.get_sp_metadata(_settings(tjanst))


def question(tjanst: Inloggningstjanst) -> tuple[str, str]:
    """The address that asks the provider who the user is, and the question's id.

    An e-ID provider must make the user prove their identity again at every login.
    """
    asked = OneLogin_Saml2_Authn_Request(
        _settings(tjanst), force_authn=tjanst.for_vem == tjanst.For.ENSKILDA, set_nameid_policy=False
    )
    joint = "&" if "?" in tjanst.inloggningsadress else "?"
    return tjanst.inloggningsadress + joint + urlencode({"SAMLRequest": asked.get_request()}), asked.get_id()


def verified_answer(tjanst: Inloggningstjanst, text: str, question_id: str) -> Claims:
    """The assertion's content: each single-valued attribute, and the level under `tjanst.niva_claim`.

    The assertion has been verified: signed by the provider, made for us in answer to the question `question_id`, and
    still valid. Raises Untrusted, or BrokenOff when the provider reports that the human cancelled.
    """
    try:
        answer = OneLogin_Saml2_Response(_settings(tjanst), base64.b64encode(_plain_xml(text)))
        if BROKEN_OFF in answer.document.xpath("/samlp:Response/samlp:Status//samlp:StatusCode/@Value", **NAMESPACES):
            raise BrokenOff
        answer.is_valid(_where_it_came(tjanst), request_id=question_id, raise_exceptions=True)
        level = bound_level(answer.document, tjanst, question_id)
        attributes = answer.get_attributes()
    except (Untrusted, BrokenOff):
        raise
    except Exception as fault:  # the library, lxml and xmlsec raise all kinds of exceptions, even plain Exception
        why = f"{type(fault).__name__} {getattr(fault, 'code', '')}".strip()  # its text may quote the answer
        raise Untrusted(f"the answer cannot be trusted ({why})") from fault
    return {name: values[0] for name, values in attributes.items() if len(values) == 1} | {tjanst.niva_claim: level}


NAMESPACES = {"namespaces": Constants.NSMAP}


def _plain_xml(text: str) -> bytes:
    """The decoded XML. Raises Untrusted unless it holds only elements and text: no comment, DTD or instruction."""
    xml = base64.b64decode("".join(text.split()), validate=True).decode()
    xml = XML_DECLARATION.sub("", xml)
    if "<!" in xml or "<?" in xml:
        raise Untrusted("the answer holds more than elements and text")
    return xml.encode()


def _where_it_came(tjanst: Inloggningstjanst) -> dict[str, str]:
    """Our address for receiving the answer, in the form the library expects."""
    here = urlsplit(answer_url(tjanst))
    return {"https": "on" if here.scheme == "https" else "off", "http_host": here.netloc, "script_name": here.path}


def bound_level(answer: etree._Element, tjanst: Inloggningstjanst, question_id: str) -> str:
    """The level of assurance in an answer that the library has accepted.

    Raises Untrusted if anything that binds the answer to us and to this login is missing or wrong.
    """
    [said] = answer.xpath("/samlp:Response/saml:Assertion", **NAMESPACES)  # the only assertion, and signed
    here = answer_url(tjanst)
    confirmed = [
        (c.get("Method"), d.get("Recipient"), d.get("InResponseTo"), d.get("NotOnOrAfter") is not None)
        for c in said.xpath("./saml:Subject/saml:SubjectConfirmation", **NAMESPACES)
        for d in c.xpath("./saml:SubjectConfirmationData", **NAMESPACES)
    ]
    meant = [
        [a.text for a in r.xpath("./saml:Audience", **NAMESPACES)]
        for r in said.xpath("./saml:Conditions/saml:AudienceRestriction", **NAMESPACES)
    ]
    levels = said.xpath("./saml:AuthnStatement/saml:AuthnContext/saml:AuthnContextClassRef/text()", **NAMESPACES)
    if (answer.get("Destination"), answer.get("InResponseTo")) != (here, question_id):
        raise Untrusted("the answer belongs to another log-in")
    if said.findtext("./saml:Issuer", **NAMESPACES) != tjanst.entitet:
        raise Untrusted("the assertion does not say whose it is")
    if confirmed != [(Constants.CM_BEARER, here, question_id, True)]:
        raise Untrusted("the assertion belongs to another log-in")
    if not meant or any(entity_id(tjanst) not in audience for audience in meant):
        raise Untrusted("the assertion was made for somebody else")
    if len(levels) != 1:
        raise Untrusted("the assertion does not say how it was done")
    return str(levels[0]).strip()
