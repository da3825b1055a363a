"""The recipients of messages about a plan, as unsaved rows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef

from plans.models import Foretradarskap, IndividuellPlan, Mottagare, Tilldelning, Uppdrag, galler


def about_plans(plans: Iterable[IndividuellPlan], today: date) -> dict[int, list[Mottagare]]:
    """For each plan's id: the responsible handläggare, each företrädare whose right holds today, and the person.

    The plans must have been read with their person. Two queries.
    """
    plans = list(plans)
    namnd = {p.person_id: p.namnd_id for p in plans}
    found: dict[int, list[Mottagare]] = defaultdict(list)
    for t in _staff(today).filter(person__in=namnd):
        found[t.person_id].append(Mottagare(namnd_id=namnd[t.person_id], user=t.user))
    for s in _rights(today).filter(person__in=namnd):
        found[s.person_id].append(Mottagare(namnd_id=namnd[s.person_id], foretradare=s.foretradare))
    for plan in plans:
        found[plan.person_id].append(Mottagare(namnd_id=namnd[plan.person_id], person=plan.person))
    return {p.pk: found[p.person_id] for p in plans}


def _staff(today: date):
    """Responsible handläggare who are employed in the person's nämnd and have an address."""
    employed = Uppdrag.objects.filter(galler(today), user=OuterRef("user"), enhet__namnd=OuterRef("person__namnd"))
    rows = Tilldelning.objects.filter(
        Exists(employed), galler(today), roll=Tilldelning.Roll.ANSVARIG, user__is_active=True
    )
    return rows.exclude(user__email="").select_related("user")


def _rights(today: date):
    """One right in force today for each pair of person and företrädare, unless jäv bars it or their login is closed."""
    rows = Foretradarskap.objects.utan_jav(today).exclude(foretradare__konto__is_active=False)
    rows = rows.order_by("person", "foretradare").distinct("person", "foretradare")
    return rows.select_related("foretradare")
