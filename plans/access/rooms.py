"""Which room a login works in. A login has one room: staff, administrator, the person, or a representative."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Exists

from plans.models import Actor, Foretradare, Foretradarskap, Namnd, Person

View = TypeVar("View", bound=Callable[..., Any])


def oppen(view: View) -> View:
    """Mark a view as open to those who are not logged in."""
    view.__dict__["oppen"] = True
    return view


def rum(by: Actor) -> tuple[str, Namnd | None]:
    """The room and its nämnd, in at most two queries.

    The room is handlaggare, chef, granskare, registrator, admin, enskild, enskild_foretradare or foretradare, and empty
    when logged out. Staff by uppdrag come first, then administrators, then the person (also as representative, when
    acting for somebody today), then representatives; a representative without a right that holds has an empty room.
    """
    if by.user is None or not by.user.is_authenticated:
        return "", None
    if by.uppdrag:
        return str(by.uppdrag.roll), by.uppdrag.enhet.namnd
    if by.user.is_staff:
        return "admin", None
    acts = Exists(Foretradarskap.objects.gallande(by.today).filter(foretradare__konto=by.user))
    person = Person.objects.filter(konto=by.user).annotate(foretrader=acts).select_related("namnd").first()
    if person:
        return "enskild_foretradare" if person.foretrader else "enskild", person.namnd
    acting = Foretradare.objects.filter(konto=by.user).select_related("namnd").order_by("pk").first()
    return "foretradare", acting.namnd if acting else None
