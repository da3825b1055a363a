"""Run pysaml2 as an identity provider: python -m tests.stod.saml.idp PORT SP_METADATA_FILE…

The environment says where the key is and who the users are. The provider asks for a name and a password, and answers
with a form that the browser posts to the portal. pysaml2 reads the question, and writes and signs the answer with the
program xmlsec1; none of the portal's code is used.
"""

import json
import os
import secrets
import socketserver
import sys
from html import escape
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIServer, make_server

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_TRANSIENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

PAGE = """<!doctype html><html lang="en"><title>Test IdP</title><form method="post" action="/sso">
<input type="hidden" name="SAMLRequest" value="{}"><label>Username <input name="username"></label>
<label>Password <input name="password" type="password"></label><button>Sign In</button></form></html>"""


class Several(socketserver.ThreadingMixIn, WSGIServer):
    """Serves several requests at a time, since the browser keeps one connection open."""

    daemon_threads = True


def configuration(url: str, metadata: list[str]) -> IdPConfig:
    """The configuration of a provider at `url`, which signs the assertion and not the response, as AD FS does."""
    folder = os.environ["IDP_MAPP"]
    idp = {
        "endpoints": {"single_sign_on_service": [(f"{url}/sso", BINDING_HTTP_REDIRECT)]},
        "policy": {"default": {"lifetime": {"minutes": 5}, "name_form": NAME_FORMAT_URI}},
        "sign_assertion": True,
        "sign_response": False,
    }
    return IdPConfig().load(
        {
            "entityid": f"{url}/metadata",
            "service": {"idp": idp},
            "metadata": {"local": metadata},
            "key_file": f"{folder}/nyckel.pem",
            "cert_file": f"{folder}/certifikat.pem",
        }
    )


def app(server: Server):
    """The WSGI application with its two pages: an empty /metadata, and the login form at /sso."""
    people = json.loads(os.environ["IDP_PERSONER"])

    def respond(environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        text = environ["wsgi.input"].read(length).decode() if length else environ["QUERY_STRING"]
        sent = {key: values[0] for key, values in parse_qs(text).items()}
        body, status = "", "404 Not Found"
        if environ["PATH_INFO"] == "/metadata":
            status = "200 OK"
        elif environ["PATH_INFO"] == "/sso" and length == 0:
            server.parse_authn_request(sent["SAMLRequest"], BINDING_HTTP_REDIRECT)
            body, status = PAGE.format(escape(sent["SAMLRequest"])), "200 OK"
        elif environ["PATH_INFO"] == "/sso" and sent["password"] == os.environ["IDP_LOSENORD"]:
            body, status = response(server, sent["SAMLRequest"], people[sent["username"]]), "200 OK"
        start_response(status, [("Content-Type", "text/html; charset=utf-8")])
        return [body.encode()]

    return respond


def response(server: Server, asked: str, person: dict[str, str]) -> str:
    """The page that makes the browser post pysaml2's answer about a person to the portal."""
    question = server.parse_authn_request(asked, BINDING_HTTP_REDIRECT).message
    where = server.response_args(question, [BINDING_HTTP_POST])
    attributes = {name: value for name, value in person.items() if name != "niva"}
    answer = server.create_authn_response(
        attributes,
        in_response_to=where["in_response_to"],
        destination=where["destination"],
        sp_entity_id=where["sp_entity_id"],
        name_id=NameID(format=NAMEID_FORMAT_TRANSIENT, text=secrets.token_hex(16)),
        authn={"class_ref": person["niva"]},
        sign_alg=SIG_RSA_SHA256,
        digest_alg=DIGEST_SHA256,
    )
    return server.apply_binding(BINDING_HTTP_POST, str(answer), where["destination"], "", response=True)["data"]


def main(port: int, *metadata: str) -> None:
    """Serve until the process is ended."""
    server = Server(config=configuration(f"http://localhost:{port}", list(metadata)))
    make_server("localhost", port, app(server), server_class=Several).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
