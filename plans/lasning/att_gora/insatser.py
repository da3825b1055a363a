"""Insatser that have been granted but have not begun."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Insats
from plans.regler.frister import verkstallas_senast
from plans.regler.insatser import NIO_PARAGRAFEN


class Verkstall(Arbetsslag):
    """Note when an insats begins. One that has not begun after three months is reported to IVO (28 f § LSS)."""

    name = "verkstall"
    label = "Insatser som inte har börjat"
    place = 90
    days_before = 30

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Insatser in force without a first day."""
        rows = Insats.objects.filter(person__in=scope.ids, verkstalld=None).gallande(scope.today)
        yield self.branch(rows, day=F("beslutad"), since=F("beslutad"), number=F("lagrum"))

    def frist(self, task: Task) -> date:
        """The last day, as the law counts it."""
        return verkstallas_senast(task.day)

    def words(self, task: Task) -> Words:
        """Name the insats and what a delay leads to."""
        late = task.frist < task.today
        reason = "Ska rapporteras till IVO" if late else "Efter 3 månader rapporterar vi till IVO"
        url = address("insats-andra", task.object_id)
        return Words(f"Skriv när {NIO_PARAGRAFEN[task.number].in_sentence} börjar", reason, "Skriv när", url)
