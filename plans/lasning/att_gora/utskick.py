"""Tasks to give messages by hand."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Foretradarskap, Kanal, Paminnelse, Utskick

GIVE_WITHIN = timedelta(days=7)


class Ge(Arbetsslag):
    """Give a reminder to the person or to a företrädare whose right still holds."""

    name = "ge"
    label = "Meddelanden att ge"
    place = 100

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """The latest reminders that staff are to give, if the day of the plan's review is still the same."""
        rights = Foretradarskap.objects.gallande(scope.today).filter(person=OuterRef("plan__person"))
        rights = rights.filter(foretradare=OuterRef("mottagare__foretradare"))
        rights = rights.exclude(foretradare__konto__is_active=False)
        rows = Paminnelse.objects.senaste().filter(
            Q(mottagare__foretradare=None) | Exists(rights),
            plan__person__in=scope.ids,
            plan__avslutad=None,
            plan__nasta_omprovning=F("frist"),
            utskick__status=Utskick.Status.FOR_HAND,
        )
        yield self.branch(
            rows,
            person=F("plan__person_id"),
            object_id=F("utskick_id"),
            day=F("utskick__dag"),
            state=F("utskick__kanal"),
            who=Coalesce("mottagare__foretradare__namn", Value("")),
        )

    def frist(self, task: Task) -> date:
        """A week after the day of the message."""
        return task.day + GIVE_WITHIN

    def same(self, task: Task) -> tuple:
        """One task per message, however many reminders it holds."""
        return (task.object_id,)

    def words(self, task: Task) -> Words:
        """Name the recipient and the channel, except for a protected person."""
        protected = task.person.skyddad
        to = "" if protected else f" till {task.who or task.person.tilltalsnamn}"
        reason = "Inget skickas automatiskt" if protected else f"Nås med {Kanal(task.state).label}"
        url = f"{address('person', task.person.pk)}#att-ge"
        return Words(f"Ge påminnelsen om genomgången{to}", reason, "Öppna ärendet", url)
