"""Promises in the version in force."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, QuerySet

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.lasning.plan.innehall import outcomes_since
from plans.models import Atgard, PlanRad


class Lofte(Arbetsslag):
    """Follow up a promise that is due soon or overdue."""

    name = "lofte"
    label = "Löften"
    place = 80
    button_alone = "Följ upp löftet till {namn}"
    days_before = 7

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Promises without an outcome that counts for the version in force (see `outcomes_since`)."""
        noted = outcomes_since(OuterRef("version__faststalld"))
        noted = noted.filter(plan=OuterRef("version__plan"), spar=OuterRef("spar"))
        for model in (PlanRad, Atgard):
            rows = model.objects.filter(
                ~Exists(noted),
                version__galler_i__person__in=scope.ids,
                version__galler_i__avslutad=None,
                lovat_till__lte=self.last_shown(scope.today),
            )
            yield self.branch(
                rows,
                person=F("version__galler_i__person_id"),
                object_id=F("version__plan_id"),
                day=F("lovat_till"),
                state=F("spar"),
                text=F("text"),
                who=F("ansvarig"),
            )

    def words(self, task: Task) -> Words:
        """The promise itself, and who made it."""
        reason = f"{task.who} lovade det" if task.who else ""
        url = address("plan-folj-upp", task.object_id, task.state)
        return Words(f"Följ upp: {task.text}", reason, "Skriv hur det gick", url)
