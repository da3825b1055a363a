"""Conflicts: show the saved version beside the typed text, say who saved it and when, and let the user choose."""

from django.http import HttpRequest

from plans.forms.bas import BaseForm
from plans.lasning import handelser
from plans.models import Person, User


def show(request: HttpRequest, form: BaseForm, person: Person, url: str = "") -> None:
    """If a conflict stopped the form's action, show the saved row; `url` is a page where the row can be read."""
    stop = form.konflikt
    if stop is None or stop.row is None:
        return
    stop.row.refresh_from_db()
    who, at = handelser.last_changed(person, stop.logged or stop.row)
    name = _name(request, person, who)
    form.show_conflict(form.stands(stop.row), stop.rev, falt=stop.stale, vem=name, nar=at, url=url)


def _name(request: HttpRequest, person: Person, who: User | None) -> str:
    """The name of the user who saved first, as shown to the reader.

    The family never sees the name of threatened staff (OSL 21:3), and no names at all if the person is protected.
    """
    family = request.roll in ("enskild", "enskild_foretradare", "foretradare")
    hidden = who is None or (family and (who.visas_som_roll or person.skyddad))
    return "Du" if who == request.user else "Någon annan" if hidden else who.namn
