"""What the list *Personer* shows about each person: the state of the plan in words, and the next deadline."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from plans.lasning import att_gora
from plans.lasning.addresses import address
from plans.models import Erbjudande, IndividuellPlan, Person, PlanVersion
from plans.models.planned import planned

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class PlanState(TypedDict):
        """The columns of `_plan_states`."""

        plan_oppen: bool
        plan_gallande: int | None
        plan_nasta: date | None
        plan_utkast: str | None
        erbjudande_svar: str | None
        erbjudande_lamnat: date | None

    PersonWithPlanState = WithAnnotations[Person, PlanState]


def lines(persons: Iterable[Person], today: date) -> list[tuple[Person, str, date | None, str]]:
    """Each person (read with the nämnd) with the state of the plan, the next deadline and the address of their page."""
    persons = list(persons)
    days = _next_days(att_gora.tasks(persons, today))
    states = {state.pk: state for state in _plan_states(ids=[person.pk for person in persons])}
    return [
        (person, _in_words(state), days.get(person.pk) or state.plan_nasta, address("person", person.pk))
        for person, state in ((person, states[person.pk]) for person in persons)
    ]


@planned
def _plan_states(ids: list[int]) -> "QuerySet[PersonWithPlanState]":
    """Persons with the columns that `_in_words` needs."""
    plan = IndividuellPlan.objects.filter(person=OuterRef("pk"), avslutad=None)
    draft = PlanVersion.objects.filter(plan__person=OuterRef("pk"), plan__avslutad=None).utkast()
    offer = Erbjudande.objects.filter(person=OuterRef("pk")).order_by("-pk")
    return (
        Person.objects.filter(pk__in=ids)
        .only("pk")
        .annotate(
            plan_oppen=Exists(plan),
            plan_gallande=Subquery(plan.values("gallande_id")[:1]),
            plan_nasta=Subquery(plan.values("nasta_omprovning")[:1]),
            plan_utkast=Subquery(draft.values("status")[:1]),
            erbjudande_svar=Subquery(offer.values("svar")[:1]),
            erbjudande_lamnat=Subquery(offer.values("lamnat")[:1]),
        )
    )


def _in_words(person: "PersonWithPlanState") -> str:
    """The state of the plan in words, for a person from `_plan_states`."""
    if person.plan_gallande:
        return "Planen gäller. Genomgång pågår" if person.plan_utkast else "Planen gäller"
    if person.plan_oppen:
        return "Utkastet är delat" if person.plan_utkast == PlanVersion.Status.DELAD else "Planen är påbörjad"
    if person.erbjudande_svar is None:
        return "Inget erbjudande än"
    answered = {"ja": "Sa ja, planen är inte påbörjad", "nej": "Sa nej", "senare": "Vill vänta"}
    if person.erbjudande_svar:
        return answered[person.erbjudande_svar]
    return "Erbjuden, har inte svarat" if person.erbjudande_lamnat else "Ska få ett erbjudande"


def _next_days(tasks: list[att_gora.Task]) -> dict[int, date]:
    """The nearest last day for each person, by id, leaving out the introduction queue."""
    days: dict[int, date] = {}
    for task in tasks:
        if not task.queued:
            days[task.person.pk] = min(task.frist, days.get(task.person.pk, task.frist))
    return days
