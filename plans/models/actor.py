"""Who acts, and on which day: one value, made once per request or job."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from plans.models.namnd import Enhet, Namnd
from plans.models.planned import planned
from plans.models.user import Roll, Uppdrag, User, galler

FORST = {Roll.HANDLAGGARE: 0, Roll.CHEF: 1}  # which comes first when the user has several appointments


@dataclass(frozen=True)
class Actor:
    """A login, an anonymous visitor or the system itself, on one day. Appointments are read once."""

    user: User | AnonymousUser | None
    today: date

    @classmethod
    def system(cls, today: date) -> "Actor":
        """The actor of scheduled work, without a login."""
        return cls(None, today)

    @property
    def is_system(self) -> bool:
        """True for scheduled work, which has no login."""
        return self.user is None

    @property
    def logged_in(self) -> bool:
        """True if the user is logged in and the login is active."""
        return self.user is not None and self.user.is_authenticated and self.user.is_active

    @property
    def login(self) -> User:
        """The login itself, for rows that record who made them. Raises ValueError when nobody is logged in."""
        if not isinstance(self.user, User):
            raise ValueError("Nobody is logged in.")
        return self.user

    @cached_property
    def alla_uppdrag(self) -> list[Uppdrag]:
        """The appointments that hold today, handläggare before chef."""
        if not self.logged_in:
            return []
        rows = _uppdrag(user=self.login.pk, today=self.today)
        return sorted(rows, key=lambda u: (FORST.get(Roll(u.roll), len(Roll)), u.pk))

    @property
    def uppdrag(self) -> Uppdrag | None:
        """The first appointment: it decides the room and is named in the log."""
        return next(iter(self.alla_uppdrag), None)

    @property
    def enhet(self) -> Enhet:
        """The unit of the first appointment, for rows that belong to a unit. Raises ValueError if there is none."""
        if self.uppdrag is None:
            raise ValueError("Nobody with an appointment is logged in.")
        return self.uppdrag.enhet

    def namnd_as(self, *roller: str) -> Namnd | None:
        """The nämnd where the login has one of these roles today, or None; filtering rows by None finds nothing."""
        return next((u.enhet.namnd for u in self.alla_uppdrag if u.roll in roller), None)


@planned
def _uppdrag(user: int, today: date) -> QuerySet[Uppdrag]:
    return Uppdrag.objects.filter(galler(today), user=user).select_related("enhet__namnd")
