"""The work list: what waits for a handläggare about some persons, from one UNION query.

The query gives days and numbers; deadlines are computed here by the rules, so that the law has one place.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone

from plans.models import (
    Atgard,
    Bedomning,
    Begaran,
    Delning,
    Erbjudande,
    Foretradarskap,
    IndividuellPlan,
    Insats,
    Namnd,
    Paminnelse,
    Person,
    PlanRad,
    PlanSvar,
    PlanVersion,
    Uppfoljning,
    Utskick,
)
from plans.regler.foretradare import foretrada_senast, formaga_senast
from plans.regler.frister import PAMINN_DAGAR_FORE, arbetsdagar_senare, arsdag, verkstallas_senast

VECKA = 7
SVAR_DAGAR = 14  # how long an offer waits for its answer before we ask
GE_DAGAR = 7  # how long a message that staff give by hand may wait
VISAS_FORE = {
    "verkstall": 30,
    "lofte": 7,
    "genomgang": max(PAMINN_DAGAR_FORE),
    "nej": 30,
    "igen": 30,
}  # days before the deadline

GRUPPER = ("forsenat", "veckan", "kommande", "ko")


@dataclass(frozen=True)
class Sak:
    """One thing to do about one person.

    `objekt` is the id of the row that the button is about, `dag` what the clock counts from, `grund` the day to tell
    of, `tal` a number (lagrum, answers), `lage` a state or spar, `text` and `vem` what was promised and by whom.
    """

    slag: str
    person: Person
    objekt: int
    dag: date
    grund: date | None
    tal: int
    lage: str
    text: str
    vem: str
    frist: date

    def grupp(self, today: date) -> str:
        """Late, this week, coming, or in the introduction queue (never late before its own last day)."""
        if self.frist < today:
            return "forsenat"
        before = self.slag == "lamna" and self.grund is not None and self.grund < self.person.namnd.infort
        if before and self.frist > today:
            return "ko"
        return "veckan" if self.frist <= today + timedelta(days=VECKA) else "kommande"

    def ordning(self, today: date) -> tuple:
        """Most urgent first; in the queue the nearest life change first."""
        ko = self.grupp(today) == "ko"
        return (livsandring(self.person.fodd, today) if ko else self.frist, self.person.sorteringsnyckel, self.objekt)


def livsandring(fodd: date, today: date) -> date:
    """The day on which the person turns 18 or 21, whichever comes next; far ahead when neither does."""
    return next((day for day in (arsdag(fodd, 18), arsdag(fodd, 21)) if day >= today), date.max)


def _mote(dag: date, namnd: Namnd) -> date:
    return dag + timedelta(days=namnd.forsta_mote_inom_dagar)


_FRIST: dict[str, Callable[[date, date | None, Namnd], date]] = {
    "lamna": lambda dag, grund, namnd: dag,
    "svar": lambda dag, grund, namnd: dag + timedelta(days=SVAR_DAGAR),
    "fraga_igen": lambda dag, grund, namnd: dag,
    "borja": lambda dag, grund, namnd: _mote(dag, namnd),
    "begaran": lambda dag, grund, namnd: _mote(dag, namnd),
    "utkast": lambda dag, grund, namnd: grund or _mote(dag, namnd),
    "genomgang": lambda dag, grund, namnd: dag,
    "lofte": lambda dag, grund, namnd: dag,
    "verkstall": lambda dag, grund, namnd: verkstallas_senast(dag),
    "ge": lambda dag, grund, namnd: dag + timedelta(days=GE_DAGAR),
    "igen": lambda dag, grund, namnd: dag,
    "kontrollera": lambda dag, grund, namnd: arbetsdagar_senare(dag, namnd.kontrollera_inom_arbetsdagar),
    "formaga": lambda dag, grund, namnd: dag,
    "foretrada": lambda dag, grund, namnd: dag,
}
SLAG = tuple(_FRIST)

_TYPER = {
    "slag": models.TextField(),
    "person": models.BigIntegerField(),
    "objekt": models.BigIntegerField(),
    "dag": models.DateField(),
    "grund": models.DateField(),
    "tal": models.IntegerField(),
    "lage": models.TextField(),
    "text": models.TextField(),
    "vem": models.TextField(),
}


def _gren(slag: str, rows: QuerySet, **columns: object) -> QuerySet:
    """One branch of the union: the same columns, of the same types, in the same order for every kind."""
    given = {
        "slag": Value(slag),
        "person": F("person_id"),
        "objekt": F("pk"),
        "dag": None,
        "grund": Value(None),
        "tal": Value(0),
        "lage": Value(""),
        "text": Value(""),
        "vem": Value(""),
    } | columns
    named = {f"k_{name}": Cast(given[name], kind) for name, kind in _TYPER.items()}
    return rows.order_by().annotate(**named).values_list(*named)


def _erbjudanden(ids: list[int], today: date) -> list[QuerySet]:
    rows = Erbjudande.objects.filter(~Exists(_oppen_plan()), person__in=ids)
    latest = rows.filter(~Exists(Erbjudande.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))))
    yearly = Q(svar=Erbjudande.Svar.NEJ, fraga_igen__lte=today + timedelta(days=VISAS_FORE["nej"]))  # else left alone
    ended_after = IndividuellPlan.objects.filter(person=OuterRef("person"), avslutad__gte=OuterRef("svarade"))
    return [
        _gren(
            "lamna",
            rows.filter(svar="", lamnat=None),
            dag=F("senast"),
            grund=F("insats__beslutad"),
            tal=Coalesce("insats__lagrum", 0),
        ),
        _gren("svar", rows.filter(svar="", lamnat__isnull=False), dag=F("lamnat"), grund=F("lamnat")),
        _gren(
            "fraga_igen",
            latest.filter(Q(svar=Erbjudande.Svar.SENARE) | yearly),
            dag=F("fraga_igen"),
            grund=F("svarade"),
            lage=F("svar"),
        ),
        _gren(
            "borja",
            latest.filter(~Exists(ended_after), svar=Erbjudande.Svar.JA),
            dag=F("svarade"),
            grund=F("svarade"),
            lage=Value("ja"),
        ),
    ]


def _oppen_plan() -> QuerySet:
    return IndividuellPlan.objects.filter(person=OuterRef("person"), avslutad=None)


def _begaranden(ids: list[int]) -> list[QuerySet]:
    rows = Begaran.objects.filter(person__in=ids, besvarad=None)
    first = rows.filter(~Exists(_oppen_plan()), slag=Begaran.Slag.PLAN)
    return [
        _gren(
            "borja", first, dag=F("inkom"), grund=F("inkom"), lage=Value("begaran"), text=F("installning"), vem=F("av")
        ),
        _gren(
            "begaran",
            rows.exclude(pk__in=first.values("pk")),
            dag=F("inkom"),
            grund=F("inkom"),
            lage=F("slag"),
            text=F("installning"),
            vem=F("av"),
        ),
    ]


def _planer(ids: list[int], today: date) -> list[QuerySet]:
    draft = PlanVersion.objects.filter(plan__person__in=ids, plan__avslutad=None).utkast()
    yes = Erbjudande.objects.filter(person=OuterRef("plan__person"), svar=Erbjudande.Svar.JA).order_by("-pk")
    asked = Begaran.objects.filter(person=OuterRef("plan__person"), slag=Begaran.Slag.PLAN).order_by("-pk")
    newer = Delning.objects.filter(version=OuterRef("delning__version"), pk__gt=OuterRef("delning"))
    answers = PlanSvar.objects.filter(~Exists(newer), delning__version=OuterRef("pk")).values("delning__version")
    answered = Subquery(answers.annotate(n=Count("namn", distinct=True)).values("n"))
    begun = TruncDate("created_at")  # the day here, not in UTC
    review = IndividuellPlan.objects.filter(
        ~Exists(PlanVersion.objects.filter(plan=OuterRef("pk")).utkast()),
        person__in=ids,
        avslutad=None,
        nasta_omprovning__lte=today + timedelta(days=VISAS_FORE["genomgang"]),
    )
    return [
        _gren(
            "utkast",
            draft,
            person=F("plan__person_id"),
            objekt=F("plan_id"),
            tal=Coalesce(answered, 0),
            dag=Coalesce(Subquery(yes.values("svarade")[:1]), Subquery(asked.values("inkom")[:1]), begun),
            grund=F("plan__nasta_omprovning"),
            lage=F("status"),
        ),
        _gren("genomgang", review, dag=F("nasta_omprovning"), grund=F("gallande__faststalld")),
    ]


def _loften(ids: list[int], today: date) -> list[QuerySet]:
    """Promises of the version that holds, soon due or past, of which nobody has noted what came (or not since)."""
    noted = Uppfoljning.objects.filter(plan=OuterRef("version__plan"), spar=OuterRef("spar"))
    done = noted.filter(utfall=Uppfoljning.Utfall.KLART)
    since = noted.filter(datum__gte=OuterRef("version__faststalld"))
    last = today + timedelta(days=VISAS_FORE["lofte"])
    return [
        _gren(
            "lofte",
            model.objects.filter(
                ~Exists(done),
                ~Exists(since),
                version__galler_i__person__in=ids,
                version__galler_i__avslutad=None,
                lovat_till__lte=last,
            ),
            person=F("version__galler_i__person_id"),
            objekt=F("version__plan_id"),
            dag=F("lovat_till"),
            lage=F("spar"),
            text=F("text"),
            vem=F("ansvarig"),
        )
        for model in (PlanRad, Atgard)
    ]


def _ovrigt(ids: list[int], today: date) -> list[QuerySet]:
    waiting = Insats.objects.filter(person__in=ids, verkstalld=None).gallande(today)
    again = Foretradarskap.objects.filter(person__in=ids).gallande(today)
    again = again.filter(kontrolleras_igen__lte=today + timedelta(days=VISAS_FORE["igen"]))
    rights = Foretradarskap.objects.gallande(today).filter(person=OuterRef("plan__person"))
    rights = rights.filter(foretradare=OuterRef("mottagare__foretradare")).exclude(foretradare__konto__is_active=False)
    by_hand = Paminnelse.objects.senaste().filter(
        Q(mottagare__foretradare=None) | Exists(rights),
        plan__person__in=ids,
        plan__avslutad=None,
        plan__nasta_omprovning=F("frist"),
        utskick__status=Utskick.Status.FOR_HAND,
    )
    return [
        _gren("verkstall", waiting, dag=F("beslutad"), grund=F("beslutad"), tal=F("lagrum")),
        _gren(
            "ge",
            by_hand,
            person=F("plan__person_id"),
            objekt=F("utskick_id"),
            dag=F("utskick__dag"),
            lage=F("utskick__kanal"),
            vem=Coalesce("mottagare__foretradare__namn", Value("")),
        ),
        _gren("igen", again, dag=F("kontrolleras_igen"), lage=F("typ"), vem=F("foretradare__namn")),
    ]


_BEDOMS = {Bedomning.Slag.FORMAGA: formaga_senast, Bedomning.Slag.FORETRADA: foretrada_senast}


def _bedomningar(persons: Iterable[Person], today: date) -> list[QuerySet]:
    """What is assessed at some age, of those whose time it is and who have not been assessed since."""
    branches = []
    for slag, senast in _BEDOMS.items():
        ids = [p.pk for p in persons if senast(p.fodd, _kand(p), today)]
        done = Bedomning.objects.filter(person=OuterRef("pk"), slag=slag)
        rows = Person.objects.filter(~Exists(done), pk__in=ids)
        branches.append(_gren(slag, rows, person=F("pk"), dag=F("fodd"), grund=F("fodd")))
    return branches


def _kand(person: Person) -> date:
    """The day on which we came to know the person."""
    return timezone.localdate(person.created_at)


def kontroller(rows: Iterable[Foretradarskap], today: date) -> list[Sak]:
    """The second checks that wait, of rights read with person, nämnd, företrädare and who registered them."""
    found = []
    for skap in rows:
        day = timezone.localdate(skap.verifierad_at)
        frist = _FRIST["kontrollera"](day, None, skap.person.namnd)
        found.append(
            Sak(
                "kontrollera",
                skap.person,
                skap.pk,
                day,
                day,
                0,
                skap.typ,
                skap.foretradare.namn,
                skap.verifierad_av.namn,
                frist,
            )
        )
    return i_ordning(found, today)


def i_ordning(found: Iterable[Sak], today: date) -> list[Sak]:
    """Most urgent first, the introduction queue last."""
    order = {g: n for n, g in enumerate(GRUPPER)}
    return sorted(found, key=lambda s: (order[s.grupp(today)], s.ordning(today)))


def saker(personer: Iterable[Person], today: date) -> list[Sak]:
    """All that waits about these persons (read with their nämnd), most urgent first, the queue last. One query.

    Nothing waits about the dead.
    """
    by_id = {p.pk: p for p in personer if not p.avliden}
    ids = list(by_id)
    branches = [
        *_erbjudanden(ids, today),
        *_begaranden(ids),
        *_planer(ids, today),
        *_loften(ids, today),
        *_ovrigt(ids, today),
        *_bedomningar(by_id.values(), today),
    ]
    found: dict[tuple, Sak] = {}
    for slag, person_id, objekt, dag, grund, *rest in branches[0].union(*branches[1:], all=True) if ids else ():
        person = by_id[person_id]
        if slag in _BEDOMS:
            dag = _BEDOMS[slag](person.fodd, _kand(person), today)
        frist = _FRIST[slag](dag, grund, person.namnd)
        if frist > today + timedelta(days=VISAS_FORE.get(slag, 10_000)):
            continue
        sak = Sak(slag, person, objekt, dag, grund, *rest, frist)
        key = _nyckel(sak)
        if key not in found or frist < found[key].frist:
            found[key] = sak
    return i_ordning(found.values(), today)


def _nyckel(sak: Sak) -> tuple:
    """What counts as the same thing: one beginning per person, one message per mailing; else each row for itself."""
    if sak.slag == "borja":
        return sak.slag, sak.person.pk
    if sak.slag == "ge":
        return sak.slag, sak.objekt
    return sak.slag, sak.objekt, sak.lage
