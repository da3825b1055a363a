"""Requests that wait for an answer."""

import pytest

from plans.actions import begaran
from plans.models import Actor
from tests.cast import IDAG
from tests.lasning.att_gora.waiting import DAG, waiting

pytestmark = pytest.mark.django_db


def test_begaran_om_insats_och_genomgang(roller):
    for slag in ("insats", "genomgang"):
        begaran.ta_emot(person=roller.alva, slag=slag, text="", av="Alva", inkom=IDAG, by=Actor(roller.ingrid, IDAG))
    assert waiting(roller.alva) == [("begaran", IDAG + 30 * DAG, "kommande")] * 2
