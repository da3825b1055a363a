"""A case was opened in an emergency: each chef of the nämnd is asked to read why."""

from datetime import date

from plans import access
from plans.models import Actor, Mottagare, Namnd, Roll, User, Utskick, galler
from plans.utskick.meddelandeslag import Holds, Meddelandeslag


class Nodatkomstbesked(Meddelandeslag):
    """Ordered by the action that opens the case."""

    namn = "nodatkomst"

    def mottagare(self, namnd: Namnd, today: date) -> list[Mottagare]:
        """The nämnd's chefs who have an address."""
        chefs = User.objects.filter(
            galler(today, "uppdrag__"), uppdrag__roll=Roll.CHEF, uppdrag__enhet__namnd=namnd, is_active=True
        )
        return [Mottagare(namnd=namnd, user=chef) for chef in chefs.exclude(email="").distinct()]

    def still_holds(self, utskick: Utskick, today: date) -> list[Holds]:
        """The emergency accesses that have not been reviewed yet."""
        chef = utskick.mottagare.user
        unread = access.nodatkomster(Actor(chef, today)).filter(granskad_at=None, person__namnd=utskick.namnd_id)
        return [Holds(row.person) for row in unread] if chef.is_active else []
