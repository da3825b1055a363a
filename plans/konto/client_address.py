"""The client's address, behind our own proxies: attempts from the same address are counted together."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def _without_port(text: str) -> str:
    """The address from `ip:port`, `[v6]:port` or a bare address; some proxies add the port of each connection."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def client_address(request: HttpRequest) -> str:
    """The client's address. Trust only what our own proxies (`PROXYER`) wrote in `X-Forwarded-For`."""
    parts = request.headers.get("X-Forwarded-For", "").split(",")
    given = parts[-settings.PROXYER] if 0 < settings.PROXYER <= len(parts) else ""
    for address in (given, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ipaddress.ip_address(_without_port(address.strip())))
        except ValueError:
            continue
    return "0.0.0.0"  # noqa: S104  a Unix socket, and no proxy has given an address
