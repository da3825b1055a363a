"""Every list takes as many queries at 1 person as at 20 and 265; a plan takes as many at 1 row as at 20 and 300.

The rows are made in bulk, each person with something of every kind, so that no query is skipped for want of rows.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.forms.att_gora import VISA
from plans.models import (
    Atgard,
    Begaran,
    Delning,
    EgetOrd,
    Erbjudande,
    Foretradarskap,
    IndividuellPlan,
    Insats,
    Malsattning,
    Mottagare,
    Paminnelse,
    Person,
    PlanRad,
    PlanSvar,
    PlanVersion,
    Utskick,
)
from tests.stod import factories as f
from tests.stod.case_states import build_case
from tests.stod.cast import IDAG
from tests.stod.database_state import undone
from tests.stod.pages import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BO = {"fornamn": "Bo", "efternamn": "Nyström", "tilltalsnamn": "Bo", "sorteringsnyckel": "nystr}m\x01bo"}
HOGST = 12  # queries, including those for the session, the user and the log
DAG = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def still(today):
    """Stop the clock: a session a minute old is saved again, which would count as a query."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def manga(r: SimpleNamespace, fran: int, till: int) -> None:
    """Give Ingrid persons for whom Birgitta acts, each with a plan, a draft out for answers and every kind of task."""
    persons = f.many_persons(r.ingrid, r.enhet, till - fran, fran, **BO)
    who = r.skap.foretradare
    Foretradarskap.objects.bulk_create(
        Foretradarskap(
            person=p,
            foretradare=who,
            typ="god_man",
            bevaka_ratt=True,
            fran=IDAG,
            underlag="F",
            verifierad_av=r.ingrid,
            verifierad_at=timezone.now(),
        )
        for p in persons
    )
    Insats.objects.bulk_create(Insats(person=p, lagrum=10, beslutad=IDAG - 100 * DAG) for p in persons)
    made = {"lamnat": IDAG - 20 * DAG, "lamnat_hur": "brev", "lamnat_av": r.ingrid}
    Erbjudande.objects.bulk_create(Erbjudande(person=p, senast=IDAG, **made) for p in persons)
    Begaran.objects.bulk_create(Begaran(person=p, slag="insats", inkom=IDAG, registrerad_av=r.ingrid) for p in persons)
    words = {"forfattare": r.birgitta, "slag": "mina_ord", "fraga": "nu", "text": "Nu", "nedtecknat": True}
    EgetOrd.objects.bulk_create(EgetOrd(person=p, **words) for p in persons)
    _planer(r, persons)


def _planer(r: SimpleNamespace, persons: list[Person]) -> None:
    """Give each person a version in force with a late promise, a shared draft, and a letter to be given by hand."""
    plans = IndividuellPlan.objects.bulk_create(IndividuellPlan(person=p) for p in persons)
    first = PlanVersion.objects.bulk_create(PlanVersion(plan=p, nummer=1, created_by=r.ingrid) for p in plans)
    for version in first:
        version.status, version.faststalld, version.faststalld_av = "faststalld", IDAG - 300 * DAG, r.ingrid
        version.samrad_datum, version.nasta_omprovning = IDAG - 300 * DAG, IDAG
    rader(first, 1)
    PlanVersion.objects.bulk_update(
        first, ["status", "faststalld", "faststalld_av", "samrad_datum", "nasta_omprovning"]
    )
    for plan, version in zip(plans, first, strict=True):
        plan.gallande, plan.nasta_omprovning = version, IDAG
    IndividuellPlan.objects.bulk_update(plans, ["gallande", "nasta_omprovning"])
    drafts = PlanVersion.objects.bulk_create(
        PlanVersion(plan=p, nummer=2, status="delad", created_by=r.ingrid) for p in plans
    )
    shared = Delning.objects.bulk_create(
        Delning(version=v, rev=1, innehall={}, delad_av=r.ingrid, delad=IDAG) for v in drafts
    )
    PlanSvar.objects.bulk_create(
        PlanSvar(delning=d, namn="N", som="personen", svar="prata", hur="mote", svarade=IDAG, registrerad_av=r.ingrid)
        for d in shared[1:]
    )
    told = Mottagare.objects.bulk_create(Mottagare(namnd=r.namnd, person=p.person) for p in plans)
    kind = {"slag": "genomgang"}
    letters = Utskick.objects.bulk_create(
        Utskick(mottagare=m, kanal="brev", dag=IDAG, status="for_hand", for_hand=True, **kind) for m in told
    )
    Paminnelse.objects.bulk_create(
        Paminnelse(plan=p, mottagare=u.mottagare, frist=IDAG, steg=0, utskick=u, **kind)
        for p, u in zip(plans, letters, strict=True)
    )


def rader(versions: list[PlanVersion], antal: int) -> None:
    """Add `antal` rows of each kind to each version."""
    make = [
        {"version": v, "latt_mening": "Lätt.", "text": "Text", "ordning": n} for v in versions for n in range(antal)
    ]
    promise = {"ansvarig": "Ingrid", "lovat_till": IDAG - DAG}
    Malsattning.objects.bulk_create(Malsattning(spar=uuid.uuid4(), **m) for m in make)
    PlanRad.objects.bulk_create(PlanRad(spar=uuid.uuid4(), status="onskad", **promise, **m) for m in make)
    for slag in ("lofte", "andra"):
        Atgard.objects.bulk_create(Atgard(spar=uuid.uuid4(), slag=slag, **promise, **m) for m in make)


def antal(ask: Callable) -> int:
    """Count the queries that a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert ask().status_code == 200
    return len(queries)


def listor(clients: dict[str, Client]) -> dict[str, Callable]:
    """A request for every list page, and for *Att göra* with each of its filters."""
    ingrid, todo = clients["ingrid"], reverse("att-gora")
    filters = [{"visa": visa} for visa, _ in VISA]
    filters += [{"slag": "lofte"}, {"till": IDAG.isoformat()}, {"visa": "forsenat", "sida": "2"}]
    return {
        **{f"att-gora {q}": (lambda q=q: ingrid.get(todo, q)) for q in filters},
        "person-lista": lambda: ingrid.get(reverse("person-lista")),
        "person-lista sida 2": lambda: ingrid.get(reverse("person-lista"), {"sida": "2"}),
        "person-sok": lambda: ingrid.post(reverse("person-sok"), {"q": "nyström"}),
        "mina-personer": lambda: clients["birgitta"].get(reverse("mina-personer")),
        "laget": lambda: clients["carin"].get(reverse("laget")),
    }


def inloggade(r: SimpleNamespace, *names: str) -> dict[str, Client]:
    """A logged-in client for each name."""
    clients = {who: Client() for who in names}
    for who, client in clients.items():
        client.force_login(getattr(r, who))
        client.get("/om/")  # writes the time of the start into the session, as the answer to a real login does
    return clients


def test_every_list_takes_the_same_few_queries_at_1_20_and_265_persons(roles):
    pages, counts, made = listor(inloggade(roles, "ingrid", "birgitta", "carin")), {}, 0
    for size in (1, 20, 265):
        manga(roles, made, size)
        made = size
        counts[size] = {name: antal(ask) for name, ask in pages.items()}
    assert {n: c for n, c in counts[1].items() if c > HOGST} == {}
    differ = {n: [counts[size][n] for size in counts] for n in pages if len({counts[s][n] for s in counts}) > 1}
    assert differ == {}


def _fyll(person: Person, antal: int) -> None:
    rader(list(PlanVersion.objects.filter(plan__person=person)), antal)


PLANENS = ("person", "plan", "plan-jamfor", "plan-faststall", "las-plan", "min-plan-handa")


@pytest.mark.parametrize("lage", ["utkast", "genomgang"])
def test_a_plan_takes_the_same_queries_at_1_20_and_300_rows(roles, lage):
    """Covers a shared draft, and a review beside the version in force."""
    clients, counts = inloggade(roles, "ingrid", "birgitta", "alva_konto"), {}
    sidor = [s for s in PAGES if s.namn in PLANENS and (lage in s.lagen or lage == "genomgang")]
    for size in (1, 20, 300):
        with undone():
            fyll = partial(_fyll, antal=size)
            x = build_case(lage, roles.alva, roles.skap, roles.ingrid, fore_delning=fyll)
            counts[size] = {}
            for sida in sidor:
                client = next(c for who, c in clients.items() if sida.vem is None or who in sida.vem)
                counts[size][str(sida)] = antal(partial(client.get, sida.url(x)))
    assert len(counts[1]) >= 4
    differ = {n: [counts[size][n] for size in counts] for n in counts[1] if len({c[n] for c in counts.values()}) > 1}
    assert differ == {}
