"""Tasks in Att göra: plans to begin, drafts to finish, and the yearly review."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.actions import begaran, planer
from plans.models import Actor, PlanVersion
from tests.lasning.att_gora.waiting import DAG, offer_made, waiting
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_borja_av_ja_och_av_begaran_ar_en_sak(roles):
    f.insats(roles.alva, roles.ingrid)
    offer_made(roles.alva, roles.ingrid, IDAG, "ja")
    assert waiting(roles.alva) == [("borja", IDAG + 30 * DAG, "kommande")]
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roles.ingrid, IDAG)}
    begaran.ta_emot(person=roles.alva, inkom=IDAG - 25 * DAG, **asked)
    assert waiting(roles.alva) == [("borja", IDAG + 5 * DAG, "veckan")]
    planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roles.alva)] == ["utkast"]


def test_avslutad_plan_borjar_inte_om_av_ett_gammalt_ja(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roles.ingrid, IDAG))
    assert waiting(roles.alva) == []


def test_utkast_sager_hur_langt_det_har_kommit(roles, client):
    client.force_login(roles.ingrid)
    version = f.utkast(roles.alva, roles.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är inte delat än" in page
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    assert "Ingen har svarat än" in client.get(reverse("att-gora")).content.decode()
    for user in (roles.birgitta, roles.alva_konto):
        current.svara(version=version, svar="haller_med", text="", by=Actor(user, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är delat. Två har svarat" in page and "Läs svaren" in page
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Ingen har svarat än" in page and "Läs svaren" not in page


def test_utkast_raknas_fran_dagen_har_inte_i_utc(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    roles.alva.erbjudanden.all().delete()
    night = dt.datetime(2027, 3, 8, 23, 30, tzinfo=dt.UTC)  # half past midnight on 9 March here
    PlanVersion.objects.filter(pk=version.pk).update(created_at=night)
    assert ("utkast", IDAG + 30 * DAG, "kommande") in waiting(roles.alva)


def test_genomgang_60_dagar_fore_och_forsenad(roles):
    version = f.klar(roles.alva, roles.ingrid, today=IDAG)
    due = dt.date(2028, 3, 9)
    assert "genomgang" not in [s for s, *_ in waiting(roles.alva, today=due - 61 * DAG)]
    assert ("genomgang", due, "kommande") in waiting(roles.alva, today=due - 60 * DAG)
    assert ("genomgang", due, "forsenat") in waiting(roles.alva, today=due + DAG)
    planer.omprova(plan=version.plan, by=Actor(roles.ingrid, due - 10 * DAG))
    assert ("utkast", due, "kommande") in waiting(roles.alva, today=due - 10 * DAG)
