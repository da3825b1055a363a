"""A SAML identity provider in memory, which writes and signs any answer the test asks for, right or wrong."""

import base64
import datetime as dt
import zlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree

LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3"
NUMBER_ATTRIBUTE = "urn:oid:1.2.752.29.4.13"
BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
NS = {
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "md": "urn:oasis:names:tc:SAML:2.0:metadata",
}
XMLNS = f'xmlns:samlp="{NS["samlp"]}" xmlns:saml="{NS["saml"]}"'


@dataclass
class SigningKey:
    """A private key and its certificate, as PEM."""

    privat: bytes
    certifikat: str


def signing_key(bits: int = 2048) -> SigningKey:
    """A new key, with a certificate signed by the key itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.se")])
    now = dt.datetime(2026, 1, 1)
    cert = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
    cert = cert.not_valid_before(now).not_valid_after(now + dt.timedelta(days=3650)).sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SigningKey(private, cert.public_bytes(serialization.Encoding.PEM).decode())


KEY, STRANGER = signing_key(), signing_key()


def moment(seconds: int = 0) -> str:
    """The moment `seconds` from now, as SAML writes it."""
    return (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def sign(xml: str, key: SigningKey = KEY, alg: Any = xmlsec.Transform.RSA_SHA256, digest: Any = None) -> str:
    """Sign an XML element. The signature becomes its second child, after the Issuer; comments stay where they are."""
    root = etree.fromstring(xml)
    signature = xmlsec.template.create(root, xmlsec.Transform.EXCL_C14N, alg, ns="ds")
    root.insert(1, signature)
    xmlsec.tree.add_ids(root, ["ID"])
    ref = xmlsec.template.add_reference(signature, digest or xmlsec.Transform.SHA256, uri="#" + root.get("ID"))
    xmlsec.template.add_transform(ref, xmlsec.Transform.ENVELOPED)
    xmlsec.template.add_transform(ref, xmlsec.Transform.EXCL_C14N)
    context = xmlsec.SignatureContext()
    if alg == xmlsec.Transform.HMAC_SHA256:
        context.key = xmlsec.Key.from_binary_data(xmlsec.KeyData.HMAC, key.certifikat.encode())
    else:
        xmlsec.template.add_x509_data(xmlsec.template.ensure_key_info(signature))
        context.key = xmlsec.Key.from_memory(key.privat, xmlsec.KeyFormat.PEM)
        context.key.load_cert_from_memory(key.certifikat.encode(), xmlsec.KeyFormat.PEM)
    context.sign(signature)
    return etree.tostring(root).decode()


def _attributes(**values: str | None) -> str:
    """Write the values as XML attributes, leaving out those that are None."""
    return "".join(f' {name}="{value}"' for name, value in values.items() if value is not None)


@dataclass
class Idp:
    """The provider: it reads the portal's question, and writes assertions and responses."""

    entitet: str = "https://idp.example.se/saml"
    adress: str = "https://idp.example.se/sso?tenant=a&lang=sv"
    question: dict[str, Any] = field(default_factory=dict)

    def las(self, location: str) -> dict[str, Any]:
        """Keep and return the question in the address that the portal sent the browser to."""
        assert location.startswith(self.adress + "&")
        query = parse_qs(urlsplit(location).query)
        asked = etree.fromstring(zlib.decompress(base64.b64decode(query["SAMLRequest"][0]), -15))
        self.question = {
            "id": asked.get("ID"),
            "till": asked.get("Destination"),
            "acs": asked.get("AssertionConsumerServiceURL"),
            "force": asked.get("ForceAuthn"),
            "fran": asked.findtext("saml:Issuer", namespaces=NS),
            "nivaer": asked.xpath("//saml:AuthnContextClassRef/text()", namespaces=NS),
            "query": set(query),
        }
        return self.question

    def intyg(self, attribut: dict[str, Any], **andrat: Any) -> str:
        """An unsigned assertion about somebody. `andrat` replaces its values.

        `svar_pa`, `mottagare` and `till` are left out when they are None.
        """
        a = {
            "id": "_intyg",
            "utfardare": self.entitet,
            "svar_pa": self.question["id"],
            "mottagare": self.question["acs"],
            "till": moment(300),
            "giltig_fran": moment(-5),
            "giltig_till": moment(300),
            "session": moment(3600),
            "metod": BEARER,
            "for_vem": [[self.question["fran"]]],
            "niva": [LOA3],
            "bekraftelse": "",
        } | andrat
        data = _attributes(InResponseTo=a["svar_pa"], Recipient=a["mottagare"], NotOnOrAfter=a["till"])
        audience = "".join(
            "<saml:AudienceRestriction>"
            + "".join(f"<saml:Audience>{one}</saml:Audience>" for one in restriction)
            + "</saml:AudienceRestriction>"
            for restriction in a["for_vem"]
        )
        levels = "".join(f"<saml:AuthnContextClassRef>{niva}</saml:AuthnContextClassRef>" for niva in a["niva"])
        values = {k: v if isinstance(v, list) else [v] for k, v in attribut.items()}
        attributes = "".join(
            f'<saml:Attribute Name="{name}">'
            + "".join(f"<saml:AttributeValue>{value}</saml:AttributeValue>" for value in found)
            + "</saml:Attribute>"
            for name, found in values.items()
        )
        return (
            f'<saml:Assertion {XMLNS} ID="{a["id"]}" Version="2.0" IssueInstant="{moment()}">'
            f"<saml:Issuer>{a['utfardare']}</saml:Issuer>"
            f'<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">x</saml:NameID>'
            f'<saml:SubjectConfirmation Method="{a["metod"]}"><saml:SubjectConfirmationData{data}/>'
            f"</saml:SubjectConfirmation>{a['bekraftelse']}</saml:Subject>"
            f'<saml:Conditions NotBefore="{a["giltig_fran"]}" NotOnOrAfter="{a["giltig_till"]}">{audience}'
            f'</saml:Conditions><saml:AuthnStatement AuthnInstant="{moment()}" SessionNotOnOrAfter="{a["session"]}">'
            f"<saml:AuthnContext>{levels}</saml:AuthnContext></saml:AuthnStatement>"
            f"<saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"
        )

    def svar(self, intyg: str, **andrat: Any) -> str:
        """A response around an assertion, signed or unsigned; `andrat` replaces its values."""
        a = {
            "till": self.question["acs"],
            "svar_pa": self.question["id"],
            "utfardare": self.entitet,
            "fore": "",
            "status": "urn:oasis:names:tc:SAML:2.0:status:Success",
            "under": "",
        } | andrat
        extra = _attributes(Destination=a["till"], InResponseTo=a["svar_pa"])
        return (
            f'<samlp:Response {XMLNS} ID="_svar" Version="2.0" IssueInstant="{moment()}"{extra}>'
            f"<saml:Issuer>{a['utfardare']}</saml:Issuer>{a['fore']}"
            f'<samlp:Status><samlp:StatusCode Value="{a["status"]}">{a["under"]}</samlp:StatusCode></samlp:Status>'
            f"{intyg}</samlp:Response>"
        )


def b64(xml: str | bytes) -> str:
    """The XML in base64, as the browser posts it."""
    return base64.b64encode(xml.encode() if isinstance(xml, str) else xml).decode()
