"""An OpenID provider on loopback that signs any claims the test gives it, right or wrong."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3"
NUMBER_CLAIM = "https://id.oidc.se/claim/personalIdentityNumber"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Stub:
    """Answers as a provider does. `konfiguration` changes what it says about itself, `userinfo` is its answer about the
    user, and `token` is the next id_token."""

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.konfiguration: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.asked: dict[str, str] = {}
        self.token: Any = ""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stang(self) -> None:
        """Stop the server."""
        self.server.shutdown()
        self.server.server_close()

    def mark(self, location: str) -> dict[str, str]:
        """Keep and return what the portal asked for when it sent the browser to `location`."""
        assert location.startswith(f"{self.url}/authorize?")
        self.asked = {key: values[0] for key, values in parse_qs(urlsplit(location).query).items()}
        return self.asked

    def skriv(self, **claims: Any) -> dict[str, Any]:
        """The claims of a correct id_token for what was asked, changed by `claims`; None leaves a claim out."""
        now = int(time.time())
        base = {
            "iss": self.url,
            "sub": "s-1",
            "aud": self.asked["client_id"],
            "iat": now,
            "exp": now + 300,
            "nonce": self.asked["nonce"],
            "acr": LOA3,
        }
        return {k: v for k, v in {**base, **claims}.items() if v is not None}

    def signera(self, claims: dict[str, Any], key: Any = KEY, alg: str = "RS256", kid: str | None = "k1") -> None:
        """Make the id_token that is handed out next."""
        self.token = jwt.encode(claims, key, algorithm=alg, headers={"kid": kid} if kid else {})

    def svar(self, path: str, body: dict[str, str]) -> Any:
        """The answer to one request; None is sent as 400."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/jwks",
                "userinfo_endpoint": f"{self.url}/userinfo",
                **self.konfiguration,
            }
        if path == "/jwks":
            return {"keys": [{**RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True), "kid": "k1", "use": "sig"}]}
        if path == "/userinfo":
            return self.userinfo
        challenge = base64.urlsafe_b64encode(hashlib.sha256(body.get("code_verifier", "").encode()).digest())
        if path != "/token" or challenge.rstrip(b"=").decode() != self.asked.get("code_challenge"):
            return None
        return {"access_token": "a", "token_type": "Bearer", "id_token": self.token}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._send(stub.svar(self.path, {}))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._send(stub.svar(self.path, {k: v[0] for k, v in parse_qs(body).items()}))

            def _send(self, answer: Any) -> None:
                data = json.dumps(answer).encode()
                self.send_response(400 if answer is None else 200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: Any) -> None:
                pass

        return Handler
