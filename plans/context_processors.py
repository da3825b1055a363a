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

# Each item: its text, the name of its URL, and a key of `access`. A role has the item in its menu if it holds the key.
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
    """The menu items that these roles have the key to, and then the items of the room `roll`."""
    staff = [(text, name) for text, name, key in OF_STAFF if access.NYCKLAR[key].roller.intersection(roller)]
    return staff + OF_ROOMS.get(roll, [])


def _links(val: list[tuple[str, str]], path: str) -> list[dict[str, str]]:
    """Links to the named pages; `aktuell` is aria-current, set if the user is on that page or on one below it."""
    links = []
    for text, namn in val:
        url = reverse(namn)
        aktuell = "page" if path == url else "true" if url != "/" and path.startswith(url) else ""
        links.append({"text": text, "url": url, "aktuell": aktuell})
    return links


def sidan(request: HttpRequest) -> dict[str, Any]:
    """Give templates `sidan`; `losenord` is whether passwords are on, `session_slut` the seconds left of the session.

    Middleware sets roll, roller and namnd on the request; a page renders without them too.
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
