"""Text that is being written, kept for its author alone.

Nothing here is logged: a draft is the author's own unsaved text, which no query shows to anyone else and which is not
yet a record about anyone. A log row every few seconds would bury the reads and changes that the log is there to show.
The page that shows the text again is logged like every read, and so is the action that saves the text for good.
"""

from datetime import datetime, timedelta

from plans.models import Actor, Kladd
from plans.regler.fel import Regelbrott
from plans.regler.text import KRYMPER, nfc

HOGST = 100_000  # characters in one form
FLEST = 40  # forms of one user
DAGAR = 30
FOR_LANG = "Texten är för lång för att sparas av sig själv."
ALDRIG = {"csrfmiddlewaretoken", "personnummer"}  # a personnummer is never stored unencrypted


def _raw(text: str) -> str:
    """The text as written, but in NFC, with line feeds alone, and without NUL, which PostgreSQL cannot store."""
    return nfc(text).replace("\r\n", "\n").replace("\0", "")


def _length(falt: dict[str, list[str]]) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in falt.items())


def spara(*, plats: str, falt: dict[str, list[str]], by: Actor, now: datetime) -> Kladd:
    """Keep the raw fields of the form at `plats`, however unfinished. Only the user's newest `FLEST` drafts are kept.

    Raises Regelbrott if the fields are too long or cannot be stored.
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
    """Throw away a draft that has been saved for good or that its author does not want."""
    Kladd.objects.filter(user=by.login, plats=plats).delete()


def stada(*, now: datetime) -> int:
    """Throw away drafts left untouched for thirty days, and return how many."""
    return Kladd.objects.filter(at__lt=now - timedelta(days=DAGAR)).delete()[0]
