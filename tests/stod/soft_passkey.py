"""A passkey in software, as on a phone: it registers itself and answers challenges."""

import secrets
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

FLAG = AuthenticatorData.FLAG


class SoftPasskey:
    """One credential. `origin` is the address its browser reports; `verifierad` claims that the holder was verified."""

    def __init__(self, origin: str = "http://testserver", *, verifierad: bool = True) -> None:
        self.origin, self.id, self.user = origin, secrets.token_bytes(16), b""
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.flags = FLAG.UP | (FLAG.UV if verifierad else 0)

    def skapa(self, val: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.create`."""
        val = val["publicKey"]
        self.user = val["user"]["id"]
        made = AttestedCredentialData.create(b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(sha256(val["rp"]["id"].encode()), self.flags | FLAG.AT, 0, made)
        client = self._client("webauthn.create", val["challenge"])
        attestation = AttestationObject.create("none", data, {})
        return self._svar(clientDataJSON=client, attestationObject=attestation)

    def hamta(self, val: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.get`."""
        val = val["publicKey"]
        data = AuthenticatorData.create(sha256(val["rpId"].encode()), self.flags, 0)
        client = self._client("webauthn.get", val["challenge"])
        signature = self.key.sign(data + sha256(client), ec.ECDSA(hashes.SHA256()))
        svar = self._svar(clientDataJSON=client, authenticatorData=data, signature=signature)
        svar["response"]["userHandle"] = self.user
        return svar

    def _client(self, type_: str, challenge: str) -> bytes:
        return CollectedClientData.create(type_, challenge, self.origin)

    def _svar(self, **response: bytes) -> dict[str, Any]:
        own = websafe_encode(self.id)
        parts = {name: websafe_encode(value) for name, value in response.items()}
        return {
            "id": own,
            "rawId": own,
            "type": "public-key",
            "response": parts,
            "clientExtensionResults": {"credProps": {"rk": True}},
        }
