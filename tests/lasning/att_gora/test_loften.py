"""Tasks in Att göra: promises to follow up."""

import pytest

from plans.actions import planer
from plans.models import Actor
from tests.lasning.att_gora.waiting import DAG, waiting
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_lofte_tystnar_nar_nagon_noterat_hur_det_gick(roles):
    version = f.klar(roles.alva, roles.ingrid)
    promise = version.atgard_set.get(slag="lofte")
    assert ("lofte", IDAG, "veckan") in waiting(roles.alva)
    note = {"plan": version.plan, "spar": promise.spar, "by": Actor(roles.ingrid, IDAG)}
    current.notera(utfall="blev_inte", varfor="Sjuk", **note)
    assert "lofte" not in [s for s, *_ in waiting(roles.alva)]


def test_lofte_som_lovas_igen_kommer_igen(roles):
    version = f.klar(roles.alva, roles.ingrid)
    note = {"plan": version.plan, "spar": version.atgard_set.get(slag="lofte").spar}
    current.notera(utfall="delvis", varfor="", by=Actor(roles.ingrid, IDAG), **note)
    later = IDAG + 300 * DAG
    new = planer.omprova(plan=version.plan, by=Actor(roles.ingrid, later))
    current.dela(version=new, by=Actor(roles.ingrid, later))
    current.faststall(
        version=new, samrad_datum=later, samrad_hur="mote", samrad_med="Alva", by=Actor(roles.ingrid, later)
    )
    assert "lofte" in [s for s, *_ in waiting(roles.alva, today=later)]
    current.notera(utfall="klart", varfor="", by=Actor(roles.ingrid, later), **note)
    assert "lofte" not in [s for s, *_ in waiting(roles.alva, today=later)]


def test_a_promise_noted_as_done_by_mistake_comes_back_when_it_is_made_again(roles):
    """The latest outcome counts, as on the person's page. Done is followed by not done; then it is promised again."""
    version = f.klar(roles.alva, roles.ingrid)
    note = {"plan": version.plan, "spar": version.atgard_set.get(slag="lofte").spar, "by": Actor(roles.ingrid, IDAG)}
    current.notera(utfall="klart", varfor="", **note)
    current.notera(utfall="blev_inte", varfor="Fel rad", **note)
    later = IDAG + 300 * DAG
    by = Actor(roles.ingrid, later)
    new = planer.omprova(plan=version.plan, by=by)
    current.dela(version=new, by=by)
    current.faststall(version=new, samrad_datum=later, samrad_hur="mote", samrad_med="Alva", by=by)
    assert "lofte" in [s for s, *_ in waiting(roles.alva, today=later)]
