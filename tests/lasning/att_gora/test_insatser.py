"""Insatser that have not begun."""

import datetime as dt

import pytest

from plans.models import Insats
from tests import factories as f
from tests.cast import IDAG
from tests.lasning.att_gora.waiting import waiting

pytestmark = pytest.mark.django_db


def test_verkstall_fran_30_dagar_fore(roller):
    f.insats(roller.alva, roller.ingrid, beslutad=dt.date(2026, 12, 14))
    row = ("verkstall", dt.date(2027, 3, 14), "veckan")
    assert row in waiting(roller.alva)
    assert "verkstall" not in [s for s, *_ in waiting(roller.alva, today=dt.date(2027, 2, 11))]
    Insats.objects.update(verkstalld=IDAG)
    assert row not in waiting(roller.alva)
