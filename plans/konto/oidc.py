"""An OpenID provider's answer, checked before any of it is trusted.

allauth runs the exchange (state, PKCE, code for token). It relies on TLS to protect the id_token, and asks for no
nonce. This module always verifies the signature against the provider's published keys, together with issuer, audience,
nonce and time (OpenID Connect Core 1.0, 3.1.3.7). Any fault raises Untrusted. Nothing the provider says about a human
is stored.
"""

import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import urlsplit

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
REQUIRED = ["iss", "sub", "aud", "exp", "iat"]
CONFIG_SECONDS = 600
CLOCK_SKEW = 30  # seconds by which the provider's clock may differ
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
Claims = dict[str, Any]


class Untrusted(OAuth2Error):
    """The provider's answer cannot be trusted. The text says why, without identifying anyone."""


def nonce(verifier: str) -> str:
    """The nonce of one login, derived from its PKCE verifier, which is a secret kept in the session."""
    return hashlib.sha256(b"nonce\0" + verifier.encode()).hexdigest()


def require_https(url: object) -> str:
    """Return the address if it is https, or http to this machine. Otherwise raises Untrusted."""
    parts = urlsplit(url) if isinstance(url, str) else urlsplit("")
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return url
    raise Untrusted("an address of the provider is not https")


def require_own_config(config: Any, issuer: str) -> Claims:
    """The provider's own description, if its issuer is right and its addresses are https. Raises Untrusted."""
    if not isinstance(config, dict) or config.get("issuer") != issuer:
        raise Untrusted("the provider calls itself something else than it is registered as")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        require_https(config.get(name))
    return config


def signing_key(jwks: Any, header: Claims) -> jwt.PyJWK:
    """The published key that the token's header points to. Raises Untrusted unless there is exactly one."""
    alg, kid = header.get("alg"), header.get("kid")
    if alg not in ALGORITHMS:
        raise Untrusted("the id_token is not signed by an algorithm with a public key")
    fits = [
        key
        for key in jwks["keys"]
        if key.get("use", "sig") == "sig"
        and key.get("alg", alg) == alg
        and kid in (None, key.get("kid"))
        and (key.get("kty"), alg[:2]) in {("RSA", "RS"), ("RSA", "PS"), ("EC", "ES"), ("OKP", "Ed")}
    ]
    if len(fits) != 1:
        raise Untrusted("no published key fits the id_token")
    return jwt.PyJWK(fits[0], algorithm=alg)


def verified_claims(token: str, *, jwks: Any, issuer: str, client_id: str, nonce: str) -> Claims:
    """The claims of an id_token signed by the provider, made for us, for this login, and still valid.

    Raises Untrusted.
    """
    try:
        key = signing_key(jwks, jwt.get_unverified_header(token))
        claims = jwt.decode(
            token,
            key,
            algorithms=[key.algorithm_name],
            audience=client_id,
            issuer=issuer,
            leeway=CLOCK_SKEW,
            options={"require": REQUIRED},
        )
    except (jwt.PyJWTError, AttributeError, KeyError, TypeError, ValueError) as fault:
        raise Untrusted("the id_token cannot be trusted") from fault
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", client_id) != client_id or (several and "azp" not in claims):
        raise Untrusted("the id_token was made for somebody else")
    if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise Untrusted("the id_token belongs to another log-in")
    return claims


class Client(OpenIDConnectOAuth2Adapter):
    """Our side of one login. `nonce` is set when the code is exchanged."""

    nonce = ""

    @property
    def openid_config(self) -> Claims:
        """The provider's description of itself, cached for ten minutes."""
        issuer = self.get_provider().app.settings["server_url"]
        place = "oidc:" + hashlib.sha256(issuer.encode()).hexdigest()
        config = cache.get(place)
        if config is None:
            config = require_own_config(
                self._get_json(f"{issuer.rstrip('/')}/.well-known/openid-configuration"), issuer
            )
            cache.set(place, config, CONFIG_SECONDS)
        return config

    @property
    def basic_auth(self) -> bool:
        """True if our secret goes in a header: the provider accepts that, or says nothing (the standard's default)."""
        wanted = self.openid_config.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_basic" in wanted

    def _get_json(self, url: str, **headers: str) -> Any:
        with get_adapter().get_requests_session() as session:
            answer = session.get(require_https(url), headers=headers, allow_redirects=False)
            answer.raise_for_status()
            return answer.json()

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """The address that the provider returns to, built on the portal's fixed address, never on the Host header."""
        return settings.PUBLIC_BASE_URL + reverse("eleg-svar", args=[self.provider_id])

    def get_access_token_data(self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str = "") -> Any:
        """Exchange the code for a token; remember the nonce that the id_token must carry."""
        self.nonce = nonce(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier=pkce_code_verifier)

    def parse_token(self, data: Claims) -> SocialToken:
        """Keep only the access token: store nothing that could be used later."""
        return SocialToken(token=str(data["access_token"]))

    def complete_login(self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Read the claims in the id_token. If the one we need is missing, add userinfo's, about the same subject."""
        claims = verified_claims(
            kwargs["response"].get("id_token"),
            jwks=self._get_json(self.openid_config["jwks_uri"]),
            issuer=app.settings["server_url"],
            client_id=app.client_id,
            nonce=self.nonce,
        )
        if app.tjanst.claim not in claims and "userinfo_endpoint" in self.openid_config:
            more = self._get_json(self.profile_url, Authorization=f"Bearer {token.token}")
            if not isinstance(more, dict) or more.get("sub") != claims["sub"]:
                raise Untrusted("userinfo is about somebody else")
            claims = {**more, **claims}
        return self.get_provider().sociallogin_from_response(request, claims)


class Provider(OpenIDConnectProvider):
    """A provider made from one of our rows. Query parameters decide only where the user lands."""

    oauth2_adapter_class = Client

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Of the address's parameters, use only `next`, which allauth has checked; ignore scope and the others."""
        asked = super().get_redirect_from_request_kwargs(request)
        return {k: asked[k] for k in ("next_url",) if k in asked} | {"process": "login"}

    def get_pkce_params(self) -> dict[str, str]:
        """The parameters for PKCE, which is always used, together with the nonce."""
        params = super().get_pkce_params()
        return params | {"nonce": nonce(params["code_verifier"])}

    def sociallogin_from_response(self, request: HttpRequest, response: Claims) -> SocialLogin:
        """Keep the claims in memory for this request; allauth's account row stays empty and is never saved."""
        account = SocialAccount(provider=self.sub_id, uid=secrets.token_hex(16), extra_data={})
        login = SocialLogin(provider=self, account=account)
        login.claims = response
        return login
