"""Run allauth as an OpenID provider: python -m tests.stod.oidc.op PORT CLIENT_ID=REDIRECT_URI…"""

import os
import sys
from wsgiref.simple_server import WSGIServer, make_server

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.stod.oidc.op_settings"

import socketserver

import django


class Server(socketserver.ThreadingMixIn, WSGIServer):
    """Serves several requests at a time, since the browser keeps one connection open."""

    daemon_threads = True


def main(port: int, *clients: str) -> None:
    """Make the tables, the users and the clients (`id=redirect`); serve until the process is ended."""
    django.setup()
    from allauth.idp.oidc.models import Client
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for name in settings.PERSONER:
        get_user_model().objects.create_user(name, password=os.environ["OP_LOSENORD"])
    for pair in clients:
        key, redirect = pair.split("=", 1)
        client = Client(id=key, name=key, redirect_uris=redirect, skip_consent=True, scopes="openid")
        client.set_secret(os.environ["OP_HEMLIGHET"])
        client.save()
    make_server("127.0.0.1", port, get_wsgi_application(), server_class=Server).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
