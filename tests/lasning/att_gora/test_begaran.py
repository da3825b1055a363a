"""Tasks in Att göra: requests that wait for an answer."""

import pytest

from plans.actions import begaran
from plans.models import Actor
from tests.lasning.att_gora.waiting import DAG, waiting
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_begaran_om_insats_och_genomgang(roles):
    for slag in ("insats", "genomgang"):
        begaran.ta_emot(person=roles.alva, slag=slag, text="", av="Alva", inkom=IDAG, by=Actor(roles.ingrid, IDAG))
    assert waiting(roles.alva) == [("begaran", IDAG + 30 * DAG, "kommande")] * 2
