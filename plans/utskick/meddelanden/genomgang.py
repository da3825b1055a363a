"""The yearly review: reminders sixty and thirty days before the day, on it, and every thirty days after."""

from datetime import date, timedelta

from django.db.models import QuerySet

from plans.models import IndividuellPlan
from plans.regler.frister import PAMINN_DAGAR_FORE, reminder_step
from plans.utskick.meddelandeslag import Planmeddelande


class Genomgang(Planmeddelande):
    """A reminder that a plan is due for its yearly review."""

    namn = "genomgang"

    def plans(self, today: date) -> QuerySet[IndividuellPlan]:
        """Open plans of living persons whose first reminder is due or past."""
        horizon = today + timedelta(days=max(PAMINN_DAGAR_FORE))
        return IndividuellPlan.objects.filter(avslutad=None, nasta_omprovning__lte=horizon, person__avliden=None)

    def frist(self, plan: IndividuellPlan) -> date:
        """The last day for the review."""
        return plan.nasta_omprovning

    def steg(self, frist: date, today: date) -> int | None:
        """The reminder step that `reminder_step` gives."""
        return reminder_step(frist, today)
