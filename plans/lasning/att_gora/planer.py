"""Tasks about plans: begin a plan, finish a draft, review a plan each year."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate

from plans.lasning.addresses import address
from plans.lasning.att_gora.arbetsslag import Arbetsslag, Scope, Task, Words
from plans.lasning.att_gora.begaran import first_meeting, for_a_first_plan, person_says_no
from plans.lasning.att_gora.erbjudanden import latest
from plans.models import Begaran, Delning, Erbjudande, IndividuellPlan, PlanSvar, PlanVersion
from plans.regler.frister import PAMINN_DAGAR_FORE
from plans.regler.sprak import number_in_words


class Borja(Arbetsslag):
    """Begin a plan, after a yes or a request; one task per person."""

    name = "borja"
    label = "Planer att börja"
    place = 40
    button_alone = "Börja {namns} plan"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Each yes not yet followed by a plan, and requests from those who have no plan."""
        ended = IndividuellPlan.objects.filter(person=OuterRef("person"), avslutad__gte=OuterRef("svarade"))
        yes = latest(scope.ids).filter(~Exists(ended), svar=Erbjudande.Svar.JA)
        yield self.branch(yes, day=F("svarade"), since=F("svarade"), state=Value("ja"))
        asked = for_a_first_plan(scope.ids)
        came = {"day": F("inkom"), "since": F("inkom")}
        yield self.branch(asked, **came, state=Value("begaran"), text=F("installning"), who=F("av"))

    def frist(self, task: Task) -> date:
        """The last day for the first meeting."""
        return first_meeting(task.day, task.person.namnd)

    def same(self, task: Task) -> tuple:
        """One task per person, whether it follows from a yes or a request."""
        return (task.person.pk,)

    def words(self, task: Task) -> Words:
        """Say what the plan follows from."""
        day = task.since_in_words
        reason = f"Svarade ja {day}" if task.state == "ja" else f"Begäran kom in {day}{person_says_no(task)}"
        url = address("plan-borja", task.person.pk)
        return Words("Boka första mötet och börja planen", reason, "Börja planen", url, post=True)


class Utkast(Arbetsslag):
    """Finish a draft: share it, ask for answers, read them."""

    name = "utkast"
    label = "Utkast"
    place = 60
    button_alone = "Öppna {namns} utkast"

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Drafts of open plans, each with the number of people who have answered its latest sharing."""
        rows = PlanVersion.objects.filter(plan__person__in=scope.ids, plan__avslutad=None).utkast()
        yes = Erbjudande.objects.filter(person=OuterRef("plan__person"), svar=Erbjudande.Svar.JA).order_by("-pk")
        asked = Begaran.objects.filter(person=OuterRef("plan__person"), slag=Begaran.Slag.PLAN).order_by("-pk")
        newer = Delning.objects.filter(version=OuterRef("delning__version"), pk__gt=OuterRef("delning"))
        answers = PlanSvar.objects.filter(~Exists(newer), delning__version=OuterRef("pk")).values("delning__version")
        answered = Subquery(answers.annotate(n=Count("namn", distinct=True)).values("n"))
        begun = TruncDate("created_at")  # the day in local time, not in UTC
        yield self.branch(
            rows,
            person=F("plan__person_id"),
            object_id=F("plan_id"),
            number=Coalesce(answered, 0),
            day=Coalesce(Subquery(yes.values("svarade")[:1]), Subquery(asked.values("inkom")[:1]), begun),
            since=F("plan__nasta_omprovning"),
            state=F("status"),
        )

    def frist(self, task: Task) -> date:
        """The last day: of a plan in force, for the yearly review; of a first draft, for the first meeting."""
        return task.since or first_meeting(task.day, task.person.namnd)

    def words(self, task: Task) -> Words:
        """Say how far the draft has come."""
        url = address("plan", task.object_id)
        if task.state == PlanVersion.Status.UTKAST:
            return Words("Gör utkastet färdigt och dela det", "Utkastet är inte delat än", "Öppna utkastet", url)
        if not task.number:
            reason = "Utkastet är delat. Ingen har svarat än"
            return Words("Ta reda på svaret på utkastet", reason, "Öppna utkastet", url)
        reason = f"Utkastet är delat. {number_in_words(task.number).capitalize()} har svarat"
        return Words("Läs svaren och gör klar planen", reason, "Läs svaren", url)


class Genomgang(Arbetsslag):
    """Review a plan in force, at least once a year (10 § LSS)."""

    name = "genomgang"
    label = "Årliga genomgångar"
    place = 70
    button_alone = "Gå igenom {namns} plan"
    days_before = max(PAMINN_DAGAR_FORE)

    def branches(self, scope: Scope) -> Iterable[QuerySet]:
        """Open plans whose review is near and which have no draft."""
        rows = IndividuellPlan.objects.filter(
            ~Exists(PlanVersion.objects.filter(plan=OuterRef("pk")).utkast()),
            person__in=scope.ids,
            avslutad=None,
            nasta_omprovning__lte=self.last_shown(scope.today),
        )
        yield self.branch(rows, day=F("nasta_omprovning"), since=F("gallande__faststalld"))

    def words(self, task: Task) -> Words:
        """Say when the plan became final."""
        reason = f"Planen blev klar {task.since_in_words}" if task.since else ""
        url = address("plan-omprova", task.object_id)
        return Words("Gå igenom planen", reason, "Börja genomgången", url, post=True)
