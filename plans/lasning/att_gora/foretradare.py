"""Rights to act for the person: a second look at the evidence, and a new check when its day comes."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Foretradarskap
from plans.regler.frister import working_days_later


class Kontrollera(Arbetsslag):
    """Check the evidence that a colleague has registered. Access decides which rows: see `second_checks`."""

    name = "kontrollera"
    label = "Företrädare att kontrollera"
    place = 110

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """No branches: these tasks are not limited to the reader's own cases."""
        return ()

    def frist(self, task: Task) -> date:
        """The number of working days that the nämnd has set."""
        return working_days_later(task.day, task.person.namnd.kontrollera_inom_arbetsdagar)

    def words(self, task: Task) -> Words:
        """Name the colleague and the företrädare, but never a protected person's företrädare."""
        typ = Foretradarskap.Typ(task.state).label
        whom = "en företrädare" if task.person.skyddad else f"{task.text}, {typ}"
        reason = f"Registrerat av {task.who} {task.since_in_words}. Du är det andra ögonparet"
        url = reverse("foretradare-kontrollera", args=[task.object_id])
        return Words(f"Kontrollera {whom}", reason, "Kontrollera", url)


class KontrolleraIgen(Arbetsslag):
    """Make sure that a right still holds, where nothing else ends it."""

    name = "igen"
    label = "Företrädare att kontrollera igen"
    place = 120
    days_before = 30

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Rights in force whose day is near."""
        rows = Foretradarskap.objects.filter(person__in=scope.ids).gallande(scope.today)
        rows = rows.filter(kontrolleras_igen__lte=self.last_shown(scope.today))
        yield self.branch(rows, day=F("kontrolleras_igen"), state=F("typ"), who=F("foretradare__namn"))

    def words(self, task: Task) -> Words:
        """Name the företrädare, but never a protected person's."""
        whom = "en företrädare" if task.person.skyddad else f"{task.who}, {Foretradarskap.Typ(task.state).label},"
        url = reverse("foretradare-andra", args=[task.object_id])
        heading = f"Kontrollera att {whom} fortfarande företräder"
        return Words(heading, "Rätten gäller så länge", "Kontrollera igen", url)


def second_checks(rows: Iterable[Foretradarskap], today: date) -> list[Task]:
    """The waiting checks, most urgent first, of rights read with person, nämnd, företrädare and registering user."""
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
