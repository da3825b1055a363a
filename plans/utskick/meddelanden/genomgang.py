"""The yearly review: a reminder before the day, on it, and every thirty days after."""

from datetime import date, timedelta

from django.db.models import QuerySet

from plans.models import IndividuellPlan
from plans.regler.frister import PAMINN_DAGAR_FORE, reminder_step
from plans.utskick.meddelandeslag import Planmeddelande


class Genomgang(Planmeddelande):
    """A plan is due for its review."""

    namn = "genomgang"

    def plans(self, today: date) -> QuerySet[IndividuellPlan]:
        """Open plans of living persons, from the day of the first reminder."""
        horizon = today + timedelta(days=max(PAMINN_DAGAR_FORE))
        return IndividuellPlan.objects.filter(avslutad=None, nasta_omprovning__lte=horizon, person__avliden=None)

    def frist(self, plan: IndividuellPlan) -> date:
        """The day of the review."""
        return plan.nasta_omprovning

    def steg(self, frist: date, today: date) -> int | None:
        """The step, according to the rules."""
        return reminder_step(frist, today)
