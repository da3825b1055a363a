"""Tasks in Att göra: offers to make, offers that wait for an answer or come again, and the introduction queue."""

import datetime as dt

import pytest
from django.urls import reverse

from plans.actions import begaran, erbjudanden, planer
from plans.lasning.att_gora import tasks
from plans.models import Actor, Erbjudande, Person
from tests.lasning.att_gora.waiting import DAG, offer_made, waiting
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_lamna(roles):
    f.insats(roles.alva, roles.ingrid, beslutad=IDAG - 26 * DAG)
    assert waiting(roles.alva) == [("lamna", IDAG - 12 * DAG, "forsenat")]


def test_svar_och_fraga_igen(roles):
    f.insats(roles.alva, roles.ingrid)
    f.insats(roles.yusuf, roles.ingrid, lagrum=4)
    offer_made(roles.alva, roles.ingrid, IDAG)
    offer_made(roles.yusuf, roles.ingrid, IDAG, "senare")
    assert waiting(roles.alva) == [("svar", IDAG + 14 * DAG, "kommande")]
    assert waiting(roles.yusuf) == [("fraga_igen", dt.date(2027, 6, 9), "kommande")]
    erbjudanden.fraga_igen(erbjudande=roles.yusuf.erbjudanden.get(), by=Actor(roles.ingrid, IDAG))
    assert waiting(roles.yusuf) == [("lamna", IDAG, "veckan")]


def test_nej_ar_ett_svar(roles):
    f.insats(roles.alva, roles.ingrid)
    offer_made(roles.alva, roles.ingrid, IDAG, "nej")
    assert waiting(roles.alva) == []


def test_efter_ett_nej_fragar_vi_igen_om_ett_ar(roles, client):
    f.insats(roles.alva, roles.ingrid)
    offer = offer_made(roles.alva, roles.ingrid, IDAG, "nej")
    due = dt.date(2028, 3, 9)
    assert "fraga_igen" not in [s for s, *_ in waiting(roles.alva, today=due - 31 * DAG)]
    assert ("fraga_igen", due, "kommande") in waiting(roles.alva, today=due - 30 * DAG)
    Erbjudande.objects.filter(pk=offer.pk).update(fraga_igen=IDAG)
    client.force_login(roles.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Sa nej 9 mars" in page and "Ville vänta" not in page
    client.post(reverse("erbjudande-fraga-igen", args=[offer.pk]))
    assert waiting(roles.alva) == [("lamna", IDAG, "veckan")]


def test_oppet_erbjudande_tystnar_nar_en_begaran_blivit_plan(roles):
    f.insats(roles.alva, roles.ingrid)
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roles.ingrid, IDAG)}
    begaran.ta_emot(person=roles.alva, inkom=IDAG, **asked)
    assert {slag for slag, *_ in waiting(roles.alva)} == {"lamna", "borja"}
    version = planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roles.alva)] == ["utkast"]
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roles.ingrid, IDAG))
    assert [slag for slag, *_ in waiting(roles.alva)] == ["lamna"]


def test_inforandeko_ar_aldrig_rod_fore_sin_sista_dag(roles):
    old = roles.namnd.infort - 400 * DAG
    f.insats(roles.alva, roles.ingrid, beslutad=old, verkstalld=old)
    last = dt.date(roles.namnd.infort.year + 1, roles.namnd.infort.month, roles.namnd.infort.day)
    assert waiting(roles.alva) == [("lamna", last, "ko")]
    assert waiting(roles.alva, today=last) == [("lamna", last, "veckan")]
    assert waiting(roles.alva, today=last + DAG) == [("lamna", last, "forsenat")]


def test_kon_har_narmaste_livsandring_forst(roles):
    old = roles.namnd.infort - DAG
    for person in (roles.alva, roles.yusuf):
        f.insats(person, roles.ingrid, lagrum=4, beslutad=old, verkstalld=old)
    Person.objects.filter(pk=roles.yusuf.pk).update(fodd=dt.date(2009, 6, 1))
    Person.objects.filter(pk=roles.alva.pk).update(fodd=dt.date(2006, 8, 1))
    rows = Person.objects.filter(pk__in=[roles.alva.pk, roles.yusuf.pk]).select_related("namnd")
    assert [task.person.fornamn for task in tasks(rows, IDAG) if task.queued] == ["Yusuf", "Alva"]
