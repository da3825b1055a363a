"""Tasks about rights to act for a person: a second check of the evidence, and later a check that the right holds."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet
from django.utils import timezone

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Foretradarskap
from plans.regler.frister import working_days_later


class Kontrollera(Arbetsslag):
    """Check the evidence that a colleague has registered. The tasks are made by `second_checks`."""

    name = "kontrollera"
    label = "Företrädare att kontrollera"
    place = 110

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """No branches: these tasks are not limited to the reader's own cases, so access rules find the rows."""
        return ()

    def frist(self, task: Task) -> date:
        """The last day: as many working days after the registration as the nämnd has set."""
        return working_days_later(task.day, task.person.namnd.kontrollera_inom_arbetsdagar)

    def words(self, task: Task) -> Words:
        """Name the colleague and the företrädare, but never a protected person's företrädare."""
        typ = Foretradarskap.Typ(task.state).label
        whom = "en företrädare" if task.person.skyddad else f"{task.text}, {typ}"
        reason = f"Registrerat av {task.who} {task.since_in_words}. Du är det andra ögonparet"
        url = address("foretradare-kontrollera", task.object_id)
        return Words(f"Kontrollera {whom}", reason, "Kontrollera", url)


class KontrolleraIgen(Arbetsslag):
    """Make sure that a right still holds, on the day that staff have set for a new check."""

    name = "igen"
    label = "Företrädare att kontrollera igen"
    place = 120
    days_before = 30

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Rights in force whose day for a new check is near."""
        rows = Foretradarskap.objects.filter(person__in=scope.ids).gallande(scope.today)
        rows = rows.filter(kontrolleras_igen__lte=self.last_shown(scope.today))
        yield self.branch(rows, day=F("kontrolleras_igen"), state=F("typ"), who=F("foretradare__namn"))

    def words(self, task: Task) -> Words:
        """Name the företrädare, but never a protected person's."""
        whom = "en företrädare" if task.person.skyddad else f"{task.who}, {Foretradarskap.Typ(task.state).label},"
        url = address("foretradare-andra", task.object_id)
        heading = f"Kontrollera att {whom} fortfarande företräder"
        return Words(heading, "Rätten gäller så länge", "Kontrollera igen", url)


def second_checks(rows: Iterable[Foretradarskap], today: date) -> list[Task]:
    """Make a task for each right that waits for its second check, most urgent first.

    The rights must be read with the person, the nämnd, the företrädare and the user who registered them.
    """
    slag = Kontrollera()
    found = []
    for skap in rows:
        day = timezone.localdate(skap.verifierad_at)
        found.append(
            Task(
                slag=slag,
                person=skap.person,
                today=today,
                object_id=skap.pk,
                day=day,
                since=day,
                number=0,
                state=skap.typ,
                text=skap.foretradare.namn,
                who=skap.verifierad_av.namn,
            )
        )
    return sorted(found, key=lambda task: task.order)
