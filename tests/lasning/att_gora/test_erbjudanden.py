"""Offers: to make, to be answered, to make again; the introduction queue."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.actions import begaran, erbjudanden, planer
from plans.lasning.att_gora import tasks
from plans.models import Actor, Erbjudande, Person
from tests import factories as f
from tests.cast import IDAG
from tests.lasning.att_gora.waiting import DAG, offer_made, waiting

pytestmark = pytest.mark.django_db


def test_lamna(roller):
    f.insats(roller.alva, roller.ingrid, beslutad=IDAG - 26 * DAG)
    assert waiting(roller.alva) == [("lamna", IDAG - 12 * DAG, "forsenat")]


def test_svar_och_fraga_igen(roller):
    f.insats(roller.alva, roller.ingrid)
    f.insats(roller.yusuf, roller.ingrid, lagrum=4)
    offer_made(roller.alva, roller.ingrid, IDAG)
    offer_made(roller.yusuf, roller.ingrid, IDAG, "senare")
    assert waiting(roller.alva) == [("svar", IDAG + 14 * DAG, "kommande")]
    assert waiting(roller.yusuf) == [("fraga_igen", dt.date(2027, 6, 9), "kommande")]
    erbjudanden.fraga_igen(erbjudande=roller.yusuf.erbjudanden.get(), by=Actor(roller.ingrid, IDAG))
    assert waiting(roller.yusuf) == [("lamna", IDAG, "veckan")]


def test_nej_ar_ett_svar(roller):
    f.insats(roller.alva, roller.ingrid)
    offer_made(roller.alva, roller.ingrid, IDAG, "nej")
    assert waiting(roller.alva) == []


def test_efter_ett_nej_fragar_vi_igen_om_ett_ar(roller, client):
    f.insats(roller.alva, roller.ingrid)
    offer = offer_made(roller.alva, roller.ingrid, IDAG, "nej")
    due = dt.date(2028, 3, 9)
    assert "fraga_igen" not in [s for s, *_ in waiting(roller.alva, today=due - 31 * DAG)]
    assert ("fraga_igen", due, "kommande") in waiting(roller.alva, today=due - 30 * DAG)
    Erbjudande.objects.filter(pk=offer.pk).update(fraga_igen=IDAG)
    client.force_login(roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Sa nej 9 mars" in page and "Ville vänta" not in page
    client.post(reverse("erbjudande-fraga-igen", args=[offer.pk]))
    assert waiting(roller.alva) == [("lamna", IDAG, "veckan")]


def test_oppet_erbjudande_tystnar_nar_en_begaran_blivit_plan(roller):
    f.insats(roller.alva, roller.ingrid)
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roller.ingrid, IDAG)}
    begaran.ta_emot(person=roller.alva, inkom=IDAG, **asked)
    assert {slag for slag, *_ in waiting(roller.alva)} == {"lamna", "borja"}
    version = planer.borja(person=roller.alva, by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roller.alva)] == ["utkast"]
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roller.alva)] == ["lamna"]


def test_inforandeko_ar_aldrig_rod_fore_sin_sista_dag(roller):
    old = roller.namnd.infort - 400 * DAG
    f.insats(roller.alva, roller.ingrid, beslutad=old, verkstalld=old)
    last = dt.date(roller.namnd.infort.year + 1, roller.namnd.infort.month, roller.namnd.infort.day)
    assert waiting(roller.alva) == [("lamna", last, "ko")]
    assert waiting(roller.alva, today=last) == [("lamna", last, "veckan")]
    assert waiting(roller.alva, today=last + DAG) == [("lamna", last, "forsenat")]


def test_kon_har_narmaste_livsandring_forst(roller):
    old = roller.namnd.infort - DAG
    for person in (roller.alva, roller.yusuf):
        f.insats(person, roller.ingrid, lagrum=4, beslutad=old, verkstalld=old)
    Person.objects.filter(pk=roller.yusuf.pk).update(fodd=dt.date(2009, 6, 1))
    Person.objects.filter(pk=roller.alva.pk).update(fodd=dt.date(2006, 8, 1))
    rows = Person.objects.filter(pk__in=[roller.alva.pk, roller.yusuf.pk]).select_related("namnd")
    assert [task.person.fornamn for task in tasks(rows, IDAG) if task.queued] == ["Yusuf", "Alva"]
