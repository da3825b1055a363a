"""Tasks about offers of a plan: make the offer, get the answer, ask again."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.models import Erbjudande, IndividuellPlan
from plans.models.planned import by_rule
from plans.regler.insatser import NIO_PARAGRAFEN

ANSWER_WITHIN = timedelta(days=14)  # from the offer to the last day to get the answer
AFTER_A_NO = timedelta(days=30)  # after a no, the task is shown from this long before the day `fraga_igen`


def open_plan() -> QuerySet:
    """A subquery: the open plan of the outer row's person, whether only begun or in force."""
    return IndividuellPlan.objects.filter(person=OuterRef("person"), avslutad=None)


def without_plan(ids: list[int]) -> QuerySet:
    """Offers to persons who have no open plan."""
    return Erbjudande.objects.filter(~Exists(open_plan()), person__in=ids)


def latest(ids: list[int]) -> QuerySet:
    """The latest offer to each person who has no open plan."""
    newer = Erbjudande.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    return without_plan(ids).filter(~Exists(newer))


class Lamna(Arbetsslag):
    """Offer a plan. Decisions from before the portal go in the introduction queue."""

    name = "lamna"
    label = "Erbjudanden att lämna"
    place = 10
    button_alone = "Erbjud {namn} en plan"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Offers not yet made."""
        rows = without_plan(scope.ids).filter(svar="", lamnat=None)
        lagrum = Coalesce("insats__lagrum", 0)
        yield self.branch(rows, day=F("senast"), since=F("insats__beslutad"), number=lagrum)

    def may_queue(self, task: Task) -> bool:
        """True if the decision is from before the portal came into use."""
        return task.since is not None and task.since < task.person.namnd.infort

    def words(self, task: Task) -> Words:
        """Name the insats that the offer follows from."""
        url = address("erbjudande-lamna", task.object_id)
        told = task.number and task.since
        reason = f"Fick {NIO_PARAGRAFEN[task.number].in_sentence} {task.since_in_words}" if told else ""
        return Words("Erbjud en plan", reason, "Erbjud plan", url)


class Svar(Arbetsslag):
    """Ask for the answer to an offer."""

    name = "svar"
    label = "Svar på erbjudanden"
    place = 20
    button_alone = "Skriv {namns} svar"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Offers made and not answered."""
        rows = without_plan(scope.ids).filter(svar="", lamnat__isnull=False)
        yield self.branch(rows, day=F("lamnat"), since=F("lamnat"))

    def frist(self, task: Task) -> date:
        """Two weeks after the offer."""
        return task.day + ANSWER_WITHIN

    def words(self, task: Task) -> Words:
        """Say when the offer was made."""
        url = address("erbjudande-svara", task.object_id)
        reason = f"Lämnat {task.since_in_words}"
        return Words("Ta reda på svaret på erbjudandet", reason, "Skriv svaret", url)


class FragaIgen(Arbetsslag):
    """Make the offer again: to those who wanted to wait, and a year after a no."""

    name = "fraga_igen"
    label = "Fråga igen"
    place = 30
    button_alone = "Fråga {namn} igen"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Each person's latest offer, if the answer was to wait, or was no and `fraga_igen` is near."""
        again = Q(svar=Erbjudande.Svar.NEJ, fraga_igen__lte=by_rule(lambda day: day + AFTER_A_NO, scope.today))
        rows = latest(scope.ids).filter(Q(svar=Erbjudande.Svar.SENARE) | again)
        yield self.branch(rows, day=F("fraga_igen"), since=F("svarade"), state=F("svar"))

    def words(self, task: Task) -> Words:
        """Say what the answer was."""
        url = address("erbjudande-fraga-igen", task.object_id)
        said = "Sa nej" if task.state == Erbjudande.Svar.NEJ else "Ville vänta"
        reason = f"{said} {task.since_in_words}"
        return Words("Fråga om planen igen", reason, "Fråga igen", url, post=True)
