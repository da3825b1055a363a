"""Plans: to begin, drafts, the yearly review."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.actions import begaran, planer
from plans.models import Actor, PlanVersion
from tests import factories as f
from tests.cast import IDAG
from tests.lasning.att_gora.waiting import DAG, offer_made, waiting
from tests.stod import current

pytestmark = pytest.mark.django_db


def test_borja_av_ja_och_av_begaran_ar_en_sak(roller):
    f.insats(roller.alva, roller.ingrid)
    offer_made(roller.alva, roller.ingrid, IDAG, "ja")
    assert waiting(roller.alva) == [("borja", IDAG + 30 * DAG, "kommande")]
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roller.ingrid, IDAG)}
    begaran.ta_emot(person=roller.alva, inkom=IDAG - 25 * DAG, **asked)
    assert waiting(roller.alva) == [("borja", IDAG + 5 * DAG, "veckan")]
    planer.borja(person=roller.alva, by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roller.alva)] == ["utkast"]


def test_avslutad_plan_borjar_inte_om_av_ett_gammalt_ja(roller):
    version = f.utkast(roller.alva, roller.ingrid)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roller.ingrid, IDAG))
    assert waiting(roller.alva) == []


def test_utkast_sager_hur_langt_det_har_kommit(roller, client):
    client.force_login(roller.ingrid)
    version = f.utkast(roller.alva, roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är inte delat än" in page
    current.dela(version=version, by=Actor(roller.ingrid, IDAG))
    assert "Ingen har svarat än" in client.get(reverse("att-gora")).content.decode()
    for user in (roller.birgitta, roller.alva_konto):
        current.svara(version=version, svar="haller_med", text="", by=Actor(user, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är delat. Två har svarat" in page and "Läs svaren" in page
    current.dela(version=version, by=Actor(roller.ingrid, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Ingen har svarat än" in page and "Läs svaren" not in page


def test_utkast_raknas_fran_dagen_har_inte_i_utc(roller):
    version = f.utkast(roller.alva, roller.ingrid)
    roller.alva.erbjudanden.all().delete()
    night = dt.datetime(2027, 3, 8, 23, 30, tzinfo=dt.UTC)  # half past midnight on 9 March here
    PlanVersion.objects.filter(pk=version.pk).update(created_at=night)
    assert ("utkast", IDAG + 30 * DAG, "kommande") in waiting(roller.alva)


def test_genomgang_60_dagar_fore_och_forsenad(roller):
    version = f.klar(roller.alva, roller.ingrid, today=IDAG)
    due = dt.date(2028, 3, 9)
    assert "genomgang" not in [s for s, *_ in waiting(roller.alva, today=due - 61 * DAG)]
    assert ("genomgang", due, "kommande") in waiting(roller.alva, today=due - 60 * DAG)
    assert ("genomgang", due, "forsenat") in waiting(roller.alva, today=due + DAG)
    planer.omprova(plan=version.plan, by=Actor(roller.ingrid, due - 10 * DAG))
    assert ("utkast", due, "kommande") in waiting(roller.alva, today=due - 10 * DAG)
