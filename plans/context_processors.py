"""What base.html needs on every page: the kommun, who is logged in, the menu. Makes no query."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from plans import access
from plans.views.chef import urls as chef
from plans.views.handlaggare import urls as handlaggare
from plans.views.registrator import urls as registrator

# Text, address, and the key that opens it: an item is in the menu of the roles that hold the key.
OF_STAFF = (*handlaggare.MENY, *chef.MENY, *registrator.MENY)
# Users without a role get the menu of their room.
OF_ROOMS = {
    "foretradare": [("Mina personer", "mina-personer")],
    "enskild": [("Min plan", "min-plan")],
    "enskild_foretradare": [("Min plan", "min-plan"), ("Mina personer", "mina-personer")],
    "admin": [("Administration", "admin:index")],
}
ACCOUNT = ("Inloggning och säkerhet", "konto-sakerhet")
DEMO = ("Skickade mejl", "demo-mejl")
FOOT = [
    ("Om webbplatsen", "om"),
    ("Tillgänglighet", "tillganglighet"),
    ("Så skyddar vi dina uppgifter", "dina-uppgifter"),
    ("Vad är en individuell plan?", "vad-ar"),
]


def _menu(roll: str, roller: Iterable[str]) -> list[tuple[str, str]]:
    """The menu items that these roles have the key to, and the room's own items."""
    staff = [(text, name) for text, name, key in OF_STAFF if access.NYCKLAR[key].roller.intersection(roller)]
    return staff + OF_ROOMS.get(roll, [])


def _links(val: list[tuple[str, str]], path: str) -> list[dict[str, str]]:
    """Links to the named pages; `aktuell` is aria-current for the page the user is on or below."""
    links = []
    for text, namn in val:
        url = reverse(namn)
        aktuell = "page" if path == url else "true" if url != "/" and path.startswith(url) else ""
        links.append({"text": text, "url": url, "aktuell": aktuell})
    return links


def sidan(request: HttpRequest) -> dict[str, Any]:
    """`sidan`: kommun, namn, meny, fot, demo, losenord (whether passwords are on), session_slut (seconds left).

    Middleware sets roll, roller and namnd; a page without them still renders.
    """
    user = getattr(request, "user", None)
    inloggad = user is not None and user.is_authenticated
    roll = getattr(request, "roll", "")
    namnd = getattr(request, "namnd", None)
    meny = _menu(roll, getattr(request, "roller", []))
    meny += [DEMO] if settings.DEMO and inloggad else []
    return {
        "sidan": {
            "kommun": namnd.kommun if namnd else "Din kommun",
            "namn": getattr(user, "namn", "") if inloggad else "",
            "inloggad": inloggad,
            "losenord": settings.LOKALA_LOSENORD,
            "session_slut": getattr(request, "session_slut", None) if inloggad else None,
            "meny": _links(meny, request.path),
            "fot": _links([*FOOT, ACCOUNT] if inloggad else FOOT, request.path),
            "demo": settings.DEMO,
        }
    }
