"""Text that is being written, kept for its author alone.

Nothing here leaves a log row: a draft is the author's own unsaved text, which no query hands to anybody else and which
is not yet a record about anyone. A row every few seconds would bury the reads and changes that the log is there to
show. The page where the text is shown again is logged like every read, and what is saved for good by its own action.
"""

from datetime import datetime, timedelta

from plans.models import Actor, Kladd
from plans.regler.fel import Regelbrott
from plans.regler.text import KRYMPER, nfc

HOGST = 100_000  # characters in one form
FLEST = 40  # forms of one user
DAGAR = 30
FOR_LANG = "Texten är för lång för att sparas av sig själv."
ALDRIG = {"csrfmiddlewaretoken", "personnummer"}  # a number is never stored but encrypted


def _raw(text: str) -> str:
    """As it was written: NFC, line ends as the form sends them back, without NUL, which PostgreSQL cannot hold."""
    return nfc(text).replace("\r\n", "\n").replace("\0", "")


def _length(falt: dict[str, list[str]]) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in falt.items())


def spara(*, plats: str, falt: dict[str, list[str]], by: Actor, now: datetime) -> Kladd:
    """Keep the raw fields of the form at `plats`, whole or half written; the user's oldest beyond `FLEST` give way.

    Raises Regelbrott when they are too long, or no text that can be kept.
    """
    if _length(falt) > KRYMPER * HOGST:
        raise Regelbrott(FOR_LANG)
    data = {name: [_raw(v) for v in values] for name, values in falt.items() if name not in ALDRIG}
    if _length(data) > HOGST:
        raise Regelbrott(FOR_LANG)
    rev = data.pop("rev", [""])[0]
    base = int(rev) if rev.isascii() and rev.isdigit() and len(rev) < 10 else None
    row = Kladd(user=by.login, plats=plats, base_rev=base, data=data, at=now)
    Kladd.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["user", "plats"], update_fields=["base_rev", "data", "at"]
    )
    others = Kladd.objects.filter(user=by.login).exclude(plats=plats).order_by("-at", "-pk")
    Kladd.objects.filter(pk__in=others.values("pk")[FLEST - 1 :]).delete()
    return row


def kasta(*, plats: str, by: Actor) -> None:
    """Throw away what was kept: it has been saved for good, or its author does not want it."""
    Kladd.objects.filter(user=by.login, plats=plats).delete()


def stada(*, now: datetime) -> int:
    """Throw away what nobody has come back to for thirty days; how many."""
    return Kladd.objects.filter(at__lt=now - timedelta(days=DAGAR)).delete()[0]
