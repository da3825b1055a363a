"""The family's room: *Min plan*, the cards, the plan as it is read, own words, and what is asked of whom."""

import datetime as dt

import pytest

from plans.actions import begaran, planer, uppfoljning
from plans.lasning import laget, min_plan, mina_personer, personsida, planinnehall
from plans.models import IndividuellPlan, Person, PlanVersion
from tests import factories as f
from tests.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)
ANDRA_ARET = IDAG + 300 * DAG


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)


def genomgang(r, utfall: str) -> tuple[PlanVersion, str]:
    """Alva's review a year on, shared: what came of the promise was noted when the first version held."""
    old = f.klar(r.alva, r.ingrid)
    spar = old.atgard_set.get(slag="lofte").spar
    noted = {"varfor": "Kören lades ner", "by": r.ingrid, "today": IDAG + 60 * DAG}
    uppfoljning.notera(plan=old.plan, spar=spar, utfall=utfall, **noted)
    draft = planer.omprova(plan=old.plan, by=r.ingrid, today=ANDRA_ARET)
    draft.atgard_set.filter(spar=spar).update(lovat_till=ANDRA_ARET + 30 * DAG)
    planer.dela(version=draft, by=r.ingrid, today=ANDRA_ARET)
    return PlanVersion.objects.select_related("plan__gallande").get(pk=draft.pk), str(spar)


def klar_igen(r, draft: PlanVersion) -> PlanVersion:
    """The review made final."""
    samrad = {"samrad_datum": ANDRA_ARET, "samrad_hur": "mote", "samrad_med": "Alva"}
    return planer.faststall(version=draft, **samrad, by=r.ingrid, today=ANDRA_ARET)


def sida(r) -> personsida.Sida:
    """Alva's page in the handläggare's room."""
    rows = personsida.med_ansvarig(Person.objects.select_related("namnd"), ANDRA_ARET)
    return personsida.las(rows.get(pk=r.alva.pk), ANDRA_ARET)


# --- What came of it ------------------------------------------------------------------------------------------------
def test_what_did_not_happen_last_year_is_a_promise_anew(roller):
    draft, spar = genomgang(roller, "blev_inte")
    assert planinnehall.uppfoljningar(draft)[spar].utfall == "blev_inte"  # the review tells it
    assert planinnehall.uppfoljningar(draft.plan.gallande)[spar].utfall == "blev_inte"
    assert laget._loften(roller.namnd, ANDRA_ARET) == (0, 1)
    version = klar_igen(roller, draft)
    assert planinnehall.uppfoljningar(version) == {}
    card = mina_personer.kort([roller.alva], roller.alva_konto, ANDRA_ARET)[0]
    thing = next(
        s for s in min_plan.saker("handa", card, roller.alva_konto, ANDRA_ARET) if s.rubrik == "Birgitta följer med."
    )
    assert (thing.rader, thing.dag_ord) == (["Birgitta ser till att det blir så."], "Senast")
    assert laget._loften(roller.namnd, ANDRA_ARET) == (0, 0)
    assert [rad["utfall"] for rad in sida(roller).loften] == [None]


def test_what_is_done_stays_done(roller):
    draft, spar = genomgang(roller, "klart")
    version = klar_igen(roller, draft)
    assert planinnehall.uppfoljningar(version)[spar].utfall == "klart"
    assert laget._loften(roller.namnd, ANDRA_ARET) == (1, 1)
    assert [rad["utfall"] for rad in sida(roller).loften] == ["klart"]


def test_the_latest_note_holds(roller):
    draft, spar = genomgang(roller, "klart")
    uppfoljning.notera(
        plan=draft.plan, spar=spar, utfall="blev_inte", varfor="Fel", by=roller.ingrid, today=ANDRA_ARET - DAG
    )
    assert planinnehall.uppfoljningar(draft)[spar].utfall == "blev_inte"
    assert planinnehall.uppfoljningar(klar_igen(roller, draft)) == {}


def test_a_first_draft_has_no_outcomes(roller):
    assert planinnehall.uppfoljningar(f.utkast(roller.alva, roller.ingrid)) == {}


def plan_pa_begaran(r) -> PlanVersion:
    """Alva's plan, begun on her request while the offer still waits for its answer."""
    f.insats(r.alva, r.ingrid)
    begaran.ta_emot(person=r.alva, slag="plan", text="", av="Alva", inkom=IDAG, by=r.ingrid, today=IDAG)
    return planer.borja(person=r.alva, by=r.ingrid, today=IDAG)


def test_an_offer_is_not_late_while_a_plan_is_open(roller):
    plan_pa_begaran(roller)
    late = IDAG + 100 * DAG
    assert laget.fyra_tal(roller.namnd, late)[2].del_ == 0
    IndividuellPlan.objects.update(avslutad=IDAG, avslutad_av=roller.ingrid, avslutad_skal="egen_onskan")
    assert laget.fyra_tal(roller.namnd, late)[2].del_ == 1
