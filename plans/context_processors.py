"""What base.html needs on every page: the kommun, who is logged in, the menu. Makes no query."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

MENY = {
    "handlaggare": [("Att göra", "att-gora"), ("Personer", "person-lista")],
    "chef": [
        ("Läget", "laget"),
        ("Att kontrollera", "kontroll-lista"),
        ("Nödåtkomster", "nodatkomst-lista"),
        ("Loggranskning", "loggranskning"),
    ],
    "granskare": [("Loggranskning", "loggranskning")],
    "registrator": [("Läs in förordnanden", "foretradare-importera")],
    "foretradare": [("Mina personer", "mina-personer")],
    "enskild": [("Min plan", "min-plan")],
    "enskild_foretradare": [("Min plan", "min-plan"), ("Mina personer", "mina-personer")],
    "admin": [("Administration", "admin:index")],
}
KONTO = ("Inloggning och säkerhet", "konto-sakerhet")
DEMO = ("Skickade mejl", "demo-mejl")
FOT = [
    ("Om webbplatsen", "om"),
    ("Tillgänglighet", "tillganglighet"),
    ("Så skyddar vi dina uppgifter", "dina-uppgifter"),
    ("Vad är en individuell plan?", "vad-ar"),
]


def _lankar(val: list[tuple[str, str]], path: str) -> list[dict[str, str]]:
    """Links to the named pages that exist; `aktuell` is aria-current for the page the reader is at, or below."""
    lankar = []
    for text, namn in val:
        try:
            url = reverse(namn)
        except NoReverseMatch:
            continue
        aktuell = "page" if path == url else "true" if url != "/" and path.startswith(url) else ""
        lankar.append({"text": text, "url": url, "aktuell": aktuell})
    return lankar


def sidan(request: HttpRequest) -> dict[str, Any]:
    """`sidan`: kommun, namn, meny, fot, demo, losenord (whether there are any), session_slut (seconds left).

    Middleware has set roll, roller and namnd; a page without them still renders.
    """
    user = getattr(request, "user", None)
    inloggad = user is not None and user.is_authenticated
    roll = getattr(request, "roll", "")
    namnd = getattr(request, "namnd", None)
    rooms = dict.fromkeys([roll, *getattr(request, "roller", [])])  # the own room first, then other appointments
    meny = list(dict.fromkeys(link for room in rooms for link in MENY.get(room, [])))
    meny += [DEMO] if settings.DEMO and inloggad else []
    return {
        "sidan": {
            "kommun": namnd.kommun if namnd else "Din kommun",
            "namn": getattr(user, "namn", "") if inloggad else "",
            "inloggad": inloggad,
            "losenord": settings.LOKALA_LOSENORD,
            "session_slut": getattr(request, "session_slut", None) if inloggad else None,
            "meny": _lankar(meny, request.path),
            "fot": _lankar([*FOT, KONTO] if inloggad else FOT, request.path),
            "demo": settings.DEMO,
        }
    }
