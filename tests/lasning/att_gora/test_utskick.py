"""Tasks in Att göra: messages that staff give by hand."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.actions import utskick
from plans.models import Foretradare, Foretradarskap, Utskick
from tests.lasning.att_gora.waiting import DAG, waiting
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_meddelande_for_hand(roles, client):
    f.klar(roles.alva, roles.ingrid, today=IDAG)
    Foretradare.objects.filter(konto=roles.birgitta).update(kanal="brev", epost="", telefon="070-555 01 02")
    due = dt.date(2028, 3, 9)
    utskick.planera(today=due - 60 * DAG)
    rows = [s for s in waiting(roles.alva, today=due - 60 * DAG) if s[0] == "ge"]
    assert len(rows) == Utskick.objects.filter(status="for_hand").count() > 0
    client.force_login(roles.ingrid)
    page = client.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "Meddelanden att ge" in page
    assert "<b>Birgitta</b> nås med brev" in page and "070-555 01 02" in page
    for row in Utskick.objects.filter(status="for_hand"):
        client.post(reverse("utskick-ge", args=[row.pk]))
    assert not [s for s in waiting(roles.alva, today=due - 60 * DAG) if s[0] == "ge"]


def test_bara_det_senaste_meddelandet_till_den_som_har_ratt_till_det(roles):
    f.klar(roles.alva, roles.ingrid, today=IDAG)
    Foretradare.objects.filter(konto=roles.birgitta).update(kanal="brev", epost="")
    due = dt.date(2028, 3, 9)
    for days in (60, 30, 0):
        utskick.planera(today=due - days * DAG)
    assert [s for s in waiting(roles.alva, today=due) if s[0] == "ge"] == [("ge", due + 7 * DAG, "veckan")] * 2
    Foretradarskap.objects.filter(foretradare__konto=roles.birgitta).update(till=due - DAG)
    assert [s for s in waiting(roles.alva, today=due) if s[0] == "ge"] == [("ge", due + 7 * DAG, "veckan")]
