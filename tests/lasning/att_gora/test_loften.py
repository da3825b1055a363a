"""Promises to follow up."""

import pytest

from plans.actions import planer
from plans.models import Actor
from tests import factories as f
from tests.cast import IDAG
from tests.lasning.att_gora.waiting import DAG, waiting
from tests.stod import current

pytestmark = pytest.mark.django_db


def test_lofte_tystnar_nar_nagon_noterat_hur_det_gick(roller):
    version = f.klar(roller.alva, roller.ingrid)
    promise = version.atgard_set.get(slag="lofte")
    assert ("lofte", IDAG, "veckan") in waiting(roller.alva)
    note = {"plan": version.plan, "spar": promise.spar, "by": Actor(roller.ingrid, IDAG)}
    current.notera(utfall="blev_inte", varfor="Sjuk", **note)
    assert "lofte" not in [s for s, *_ in waiting(roller.alva)]


def test_lofte_som_lovas_igen_kommer_igen(roller):
    version = f.klar(roller.alva, roller.ingrid)
    note = {"plan": version.plan, "spar": version.atgard_set.get(slag="lofte").spar}
    current.notera(utfall="delvis", varfor="", by=Actor(roller.ingrid, IDAG), **note)
    later = IDAG + 300 * DAG
    new = planer.omprova(plan=version.plan, by=Actor(roller.ingrid, later))
    current.dela(version=new, by=Actor(roller.ingrid, later))
    current.faststall(
        version=new, samrad_datum=later, samrad_hur="mote", samrad_med="Alva", by=Actor(roller.ingrid, later)
    )
    assert "lofte" in [s for s, *_ in waiting(roller.alva, today=later)]
    current.notera(utfall="klart", varfor="", by=Actor(roller.ingrid, later), **note)
    assert "lofte" not in [s for s, *_ in waiting(roller.alva, today=later)]
