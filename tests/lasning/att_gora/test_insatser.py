"""Insatser that have not begun."""

import datetime as dt

import pytest

from plans.models import Insats
from tests.lasning.att_gora.waiting import waiting
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_verkstall_fran_30_dagar_fore(roles):
    f.insats(roles.alva, roles.ingrid, beslutad=dt.date(2026, 12, 14))
    row = ("verkstall", dt.date(2027, 3, 14), "veckan")
    assert row in waiting(roles.alva)
    assert "verkstall" not in [s for s, *_ in waiting(roles.alva, today=dt.date(2027, 2, 11))]
    Insats.objects.update(verkstalld=IDAG)
    assert row not in waiting(roles.alva)
