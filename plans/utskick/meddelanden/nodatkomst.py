"""The message when a case has been opened in an emergency: each chef of the nämnd is asked to read why."""

from datetime import date

from plans import access
from plans.models import Actor, Mottagare, Namnd, Roll, User, Utskick, galler
from plans.utskick.meddelandeslag import Holds, Meddelandeslag


class Nodatkomstbesked(Meddelandeslag):
    """The message about emergency access. The action that opens the case orders it."""

    namn = "nodatkomst"

    def mottagare(self, namnd: Namnd, today: date) -> list[Mottagare]:
        """The nämnd's chefs who have an email address and an open login."""
        chefs = User.objects.filter(
            galler(today, "uppdrag__"), uppdrag__roll=Roll.CHEF, uppdrag__enhet__namnd=namnd, is_active=True
        )
        return [Mottagare(namnd=namnd, user=chef) for chef in chefs.exclude(email="").distinct()]

    def still_holds(self, utskick: Utskick, today: date) -> list[Holds]:
        """The emergency accesses that have not been reviewed yet; none if the chef's login is closed."""
        chef = utskick.mottagare.user
        unread = access.nodatkomster(Actor(chef, today)).filter(granskad_at=None, person__namnd=utskick.namnd_id)
        return [Holds(row.person) for row in unread] if chef.is_active else []
