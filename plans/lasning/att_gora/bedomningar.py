"""Assessments due at a certain age."""

from abc import abstractmethod
from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Bedomning, Person
from plans.models.planned import by_rule
from plans.regler.foretradare import foretrada_senast, formaga_senast
from plans.regler.frister import born_at_latest

A_CHILDHOOD = timedelta(days=18 * 366)  # slightly more than 18 years: `due` decides exactly


class _VidEnAlder(Arbetsslag):
    """An assessment of persons who have reached a certain age. `name` is a value of Bedomning.Slag.

    Persons younger than `from_age` are left out of the query.
    """

    from_age: int

    @staticmethod
    @abstractmethod
    def due(fodd: date, known: date, today: date) -> date | None:
        """The rule: the last day, or None if nothing is due today. `known` is when the person was registered."""

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Persons of at least `from_age`, registered as children, who have not been assessed."""
        done = Bedomning.objects.filter(person=OuterRef("pk"), slag=self.name)
        rows = Person.objects.filter(~Exists(done), pk__in=scope.ids, fodd__gt=F("created_at") - A_CHILDHOOD)
        rows = rows.filter(fodd__lte=by_rule(partial(born_at_latest, self.from_age), scope.today))
        yield self.branch(rows, person=F("pk"), day=F("fodd"))

    def waits(self, task: Task) -> bool:
        """True if the assessment is due today by the rule."""
        return self._due(task.person, task.today) is not None

    def frist(self, task: Task) -> date:
        """The last day, as the rule counts it from the person's birth."""
        return self._due(task.person, task.today) or date.max

    def _due(self, person: Person, today: date) -> date | None:
        return self.due(person.fodd, timezone.localdate(person.created_at), today)


class Formaga(_VidEnAlder):
    """The ability to act in one's own right, before 15 (8 § LSS)."""

    name = Bedomning.Slag.FORMAGA.value
    label = "Förmåga inför 15 år"
    place = 130
    from_age = 14
    due = staticmethod(formaga_senast)

    def words(self, task: Task) -> Words:
        """Say that nothing changes by itself."""
        reason = "15 år: egen rätt, och vad vårdnadshavarna får se. Inget ändras av sig självt"
        url = address("bedomning-gor", task.person.pk, self.name)
        return Words("Bedöm förmåga", reason, "Bedöm förmåga", url)


class Foretrada(_VidEnAlder):
    """Representation after 18."""

    name = Bedomning.Slag.FORETRADA.value
    label = "Vem ska företräda efter 18?"
    place = 140
    from_age = 17
    due = staticmethod(foretrada_senast)

    def words(self, task: Task) -> Words:
        """Say that the guardians' right ends."""
        url = address("bedomning-gor", task.person.pk, self.name)
        return Words("Vem ska företräda efter 18?", "Vårdnadshavarnas rätt slutar då", "Skriv hur det blir", url)
