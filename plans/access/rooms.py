"""The room that a login works in: the part of the portal for its role. Each login has exactly one."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Exists, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plans.models import Actor, Foretradare, Foretradarskap, Namnd, Person
from plans.models.planned import planned

View = TypeVar("View", bound=Callable[..., Any])


def oppen(view: View) -> View:
    """Mark a view as open without login."""
    view.__dict__["oppen"] = True
    return view


def rum(by: Actor) -> tuple[str, Namnd | None]:
    """Return the room and its nämnd, in at most one query once the uppdrag have been read.

    The room is handlaggare, chef, granskare, registrator, admin, enskild, enskild_foretradare or foretradare, or empty
    when logged out. A user with an uppdrag gets the room of that role; otherwise an administrator gets `admin`, and a
    person gets one of the two `enskild` rooms, depending on whether they also act for somebody today. Everyone else
    gets `foretradare`, even a representative whose rights do not hold: their room is then empty.
    """
    if by.user is None or not by.user.is_authenticated:
        return "", None
    if by.uppdrag:
        return str(by.uppdrag.roll), by.uppdrag.enhet.namnd
    if by.user.is_staff:
        return "admin", None
    home = next(iter(_family_room(konto=by.login.pk, today=by.today)), None)
    if home is None or not home.ar_person:
        return "foretradare", home
    return "enskild_foretradare" if home.foretrader else "enskild", home


@planned
def _family_room(konto: int, today: date) -> QuerySet:
    """The nämnd of the login's person or, if there is none, of its representative.

    `ar_person`: the login belongs to a person. `foretrader`: its owner acts for somebody today.
    """
    person = Person.objects.filter(konto=konto)
    acting = Foretradare.objects.filter(konto=konto).order_by("pk")
    acts = Foretradarskap.objects.gallande(today).filter(foretradare__konto=konto)
    home = Coalesce(Subquery(person.values("namnd")[:1]), Subquery(acting.values("namnd")[:1]))
    return Namnd.objects.filter(pk=home).annotate(ar_person=Exists(person), foretrader=Exists(acts))
