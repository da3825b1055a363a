"""Pages open to everyone: the public ones, /halsa, and the way to each user's first page."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans import tasks
from plans.actions import puls
from plans.models import PlanPdf, Puls
from tests.stod import factories as f

PUBLIC = ("vad-ar", "om", "tillganglighet", "dina-uppgifter", "account_login")


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_needs_no_log_in(client, db, name):
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert b'<html lang="sv">' in answer.content


def test_the_public_page_tells_the_three_plans_apart_and_how_to_ask(client, db):
    text = client.get(reverse("vad-ar")).content.decode()
    for wanted in ("genomförandeplan", "SIP", "10 §", "erbjud", "IVO"):
        assert wanted in text, wanted


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("ingrid", "/att-gora/"),
        ("carin", "/laget/"),
        ("rut", "/forordnanden/"),
        ("birgitta", "/mina-personer/"),
        ("alva_konto", "/min-plan/"),
        ("admin", "/admin/"),
        ("mamma", "/mina-personer/"),
    ],
)
def test_each_comes_to_the_own_first_page(client, roles, name, where):
    client.force_login(getattr(roles, name))
    assert client.get("/").headers["Location"] == where


def test_nobody_comes_to_the_public_page(client, db):
    assert client.get("/").headers["Location"] == reverse("vad-ar")


class TestHalsa:
    @pytest.fixture(autouse=True)
    def alive(self, db):
        puls.sla(namn="worker")
        puls.sla(namn="beat")

    def test_all_well(self, client):
        answer = client.get("/halsa")
        assert (answer.status_code, answer.json()["ok"], answer.json()["databas"], answer.json()["klocka"]) == (
            200,
            True,
            True,
            True,
        )

    def test_a_pulse_of_this_very_moment_is_a_pulse(self, client):
        with time_machine.travel(timezone.now(), tick=False):
            Puls.objects.update(at=timezone.now() + dt.timedelta(milliseconds=20))
            answer = client.get("/halsa")
        assert answer.status_code == 200 and answer.json()["beat_sekunder"] == 0

    @pytest.mark.parametrize("who", ["worker", "beat"])
    def test_a_process_that_has_gone_quiet(self, client, who):
        Puls.objects.filter(namn=who).update(at=timezone.now() - dt.timedelta(seconds=71))
        answer = client.get("/halsa")
        assert (answer.status_code, answer.json()["ok"]) == (503, False)

    def test_a_broker_that_does_not_answer(self, client, monkeypatch):
        monkeypatch.setattr(tasks, "broker_answers", lambda: False)
        assert client.get("/halsa").status_code == 503

    def test_the_oldest_waiting_row_is_told(self, client, roles):
        version = f.klar(roles.alva, roles.ingrid)
        PlanPdf.objects.filter(version=version).update(created_at=timezone.now() - dt.timedelta(seconds=90))
        assert client.get("/halsa").json()["aldsta_vantande_pdf_sekunder"] == pytest.approx(90, abs=5)

    def test_what_was_given_up_is_counted(self, client, roles):
        version = f.klar(roles.alva, roles.ingrid)
        PlanPdf.objects.filter(version=version).update(status="fel")
        assert client.get("/halsa").json()["uppgivna"] == 1

    def test_a_dead_broker_is_found_dead(self, monkeypatch):
        app = tasks.skicka_utskick.app
        nobody = "redis://127.0.0.1:1/0"
        monkeypatch.setattr(app, "connection_for_read", lambda **kw: app.connection(nobody, **kw))
        assert tasks.broker_answers() is False
