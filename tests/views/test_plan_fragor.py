"""The plan's pages never take more queries than a fixed number, whatever the plan's size."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.actions import planer
from plans.models import Actor, Atgard, Malsattning, PlanRad
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
PLAN, JAMFOR = 15, 18


def fyll(version, rows):
    """Add `rows` goals, `rows` insatser, and `rows` more that are by turns promises and measures of others."""
    make = {"version": version, "latt_mening": "Lätt.", "text": "Text"}
    Malsattning.objects.bulk_create(Malsattning(spar=uuid.uuid4(), ordning=n, **make) for n in range(rows))
    PlanRad.objects.bulk_create(
        PlanRad(spar=uuid.uuid4(), ordning=n, status="onskad", ansvarig="Ingrid", **make) for n in range(rows)
    )
    Atgard.objects.bulk_create(
        Atgard(spar=uuid.uuid4(), ordning=n, ansvarig="Ingrid", slag=("lofte", "andra")[n % 2], **make)
        for n in range(rows)
    )


def fragor(client, url):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(asked), [q["sql"][:150] for q in asked]


@pytest.mark.parametrize("rows", [1, 20, pytest.param(300, marks=pytest.mark.slow)])
def test_plan_sidan(roles, client, rows):
    client.force_login(roles.ingrid)
    version = f.utkast(roles.alva, roles.ingrid)
    fyll(version, rows)
    url = reverse("plan", args=[version.plan_id])
    client.get(url)
    draft, sql = fragor(client, url)
    assert draft <= PLAN, "\n".join(sql)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    current.svara(version=version, svar="haller_med", text="", by=Actor(roles.birgitta, IDAG))
    shared, sql = fragor(client, url)
    assert shared <= PLAN, "\n".join(sql)
    current.faststall(
        version=version, samrad_datum=IDAG, samrad_hur="mote", samrad_med="Alva", by=Actor(roles.ingrid, IDAG)
    )
    final, sql = fragor(client, url)
    assert final <= PLAN, "\n".join(sql)
    planer.omprova(plan=version.plan, by=Actor(roles.ingrid, IDAG))
    side, sql = fragor(client, reverse("plan-jamfor", args=[version.plan_id]))
    assert side <= JAMFOR, "\n".join(sql)
    draft = version.plan.versioner.utkast().get()
    current.dela(version=draft, by=Actor(roles.ingrid, IDAG))
    current.svara(version=draft, svar="haller_med", text="", by=Actor(roles.birgitta, IDAG))
    review, sql = fragor(client, url)
    assert review <= PLAN + 1, "\n".join(sql)  # one more, for the outcomes of promises
