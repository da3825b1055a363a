"""The queue: a claim, its lease and its attempts. A worker that is late must not touch the next worker's work."""

import datetime as dt

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.actions import pdfer, queue, utskick
from plans.models import Handelse, IndividuellPlan, Paminnelse, PlanPdf, PlanPdfInnehall, Utskick
from plans.papper import plan as paper
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
LATER = NOW + queue.LEASE + dt.timedelta(seconds=1)


@pytest.fixture
def order(roles) -> PlanPdf:
    """An ordered PDF."""
    f.klar(roles.alva, roles.ingrid)
    return PlanPdf.objects.get()


def claim(now=NOW) -> PlanPdf | None:
    with transaction.atomic():
        return queue.claim(PlanPdf.objects.all(), now)


def stands(row) -> tuple:
    row.refresh_from_db()
    return row.status, row.forsok


# --- Claims ----------------------------------------------------------------------------------------------------------
def test_a_claim_is_the_workers_own_until_its_lease_runs_out(order):
    assert claim() == order and stands(order) == ("arbetar", 1)
    assert claim() is None and claim(NOW + queue.LEASE) is None
    assert claim(LATER) == order and stands(order) == ("arbetar", 2)


def test_a_claim_is_freed_after_ten_minutes(order):
    claim()
    assert claim(NOW + dt.timedelta(minutes=10)) is None
    assert claim(NOW + dt.timedelta(minutes=10, seconds=1)) == order


def test_a_claim_passes_by_the_rows_that_other_workers_are_claiming(order):
    with CaptureQueriesContext(connection) as queries:
        claim()
    assert 'FOR UPDATE OF "plans_planpdf" SKIP LOCKED' in queries[1]["sql"]


def test_a_failed_attempt_waits_for_its_time(order):
    queue.back_off(claim(), NOW)
    assert stands(order) == ("vantar", 1)
    assert claim() is None and claim(NOW + dt.timedelta(minutes=1)) == order


def test_after_the_last_attempt_a_row_is_given_up(order):
    now = NOW
    for _ in range(queue.MAX_FORSOK):
        queue.back_off(claim(now), now)
        now += dt.timedelta(days=1)
    assert stands(order) == ("fel", 5) and claim(now) is None


def test_killed_at_every_attempt_it_is_given_up_and_the_next_is_claimed(roles, order):
    PlanPdf.objects.filter(pk=order.pk).update(status="arbetar", forsok=queue.MAX_FORSOK, paborjad_at=NOW)
    f.klar(roles.yusuf, roles.ingrid)
    assert claim(LATER).pk > order.pk
    assert stands(order) == ("fel", 5)


def test_given_up_or_called_off_it_may_begin_anew(order):
    PlanPdf.objects.filter(pk=order.pk).update(status="fel", forsok=5, nasta_forsok_at=NOW + dt.timedelta(days=1))
    queue.again(PlanPdf.objects.filter(pk=order.pk))
    assert claim() == order and stands(order) == ("arbetar", 1)


# --- The fence -------------------------------------------------------------------------------------------------------
def late_marks(order: PlanPdf) -> list[str]:
    """Marks that a worker can still make after its lease ran out and another worker claimed the row."""
    kept = []
    marks = {
        "done": lambda row: queue.mark(row, "klar", klar_at=NOW, sha256="0" * 64),
        "back off": lambda row: queue.back_off(row, NOW),
        "holds": lambda row: queue.holds(row),
    }
    for name, late in marks.items():
        PlanPdf.objects.filter(pk=order.pk).update(status="vantar", forsok=0, nasta_forsok_at=None)
        first, second = claim(), claim(LATER)
        if late(first) or stands(order) != ("arbetar", 2):
            kept.append(name)
        elif not queue.mark(second, "klar", klar_at=LATER, sha256="1" * 64):
            kept.append(f"{name}: the second's own")
    return kept


def test_a_late_worker_changes_nothing(order):
    assert late_marks(order) == []


def test_a_late_worker_of_an_earlier_order_has_the_same_attempt_and_changes_nothing(order):
    """A new order counts its attempts from one again, so the attempt number alone does not tell the workers apart."""
    first = claim()
    PlanPdf.objects.filter(pk=order.pk).update(status="fel")
    queue.again(PlanPdf.objects.filter(pk=order.pk))
    second = claim(LATER)
    assert (first.forsok, second.forsok) == (1, 1)
    assert not queue.mark(first, "fel") and stands(order) == ("arbetar", 1)


def test_planterat_a_mark_without_the_attempt(order, monkeypatch):
    monkeypatch.setattr(queue, "_mine", lambda row: type(row).objects.filter(pk=row.pk, status="arbetar"))
    assert late_marks(order) == ["done", "back off", "holds"]


# --- Two workers, all the way ----------------------------------------------------------------------------------------
@pytest.fixture
def mail(roles) -> Utskick:
    """Ingrid's mail about Alva's plan, the only message to send by mail."""
    version = f.klar(roles.alva, roles.ingrid)
    IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=IDAG)
    roles.skap.foretradare.__class__.objects.update(kanal="brev")
    utskick.planera(today=IDAG)
    return Utskick.objects.get(for_hand=False)


def test_the_server_takes_a_mail_after_the_lease_and_the_ledger_has_it_once(mail, monkeypatch):
    """The first worker's mail server answers so late that a second worker has sent the mail meanwhile."""
    sent, real = [], EmailBackend.send_messages

    def slow(backend, messages):
        sent.extend(messages)
        if len(sent) == 1:
            second = utskick.skicka_ett(today=IDAG, now=LATER)
            assert (second.pk, second.status, second.forsok) == (mail.pk, "klar", 2)
        return real(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", slow)
    before = Handelse.objects.filter(handelse="utskick.skicka").count()
    utskick.skicka_ett(today=IDAG, now=NOW)
    assert stands(mail) == ("klar", 2)
    assert len(sent) == 2 and len({m.extra_headers["Message-ID"] for m in sent}) == 1
    assert Handelse.objects.filter(handelse="utskick.skicka").count() - before == 1
    assert Paminnelse.objects.filter(utskick=mail).count() == 1


def test_the_server_refuses_after_the_lease_and_the_second_is_not_undone(mail, monkeypatch):
    tries = []

    def slow(backend, messages):
        tries.append(messages)
        if len(tries) == 1:
            utskick.skicka_ett(today=IDAG, now=LATER)
            raise OSError("gone")
        return 1

    monkeypatch.setattr(EmailBackend, "send_messages", slow)
    utskick.skicka_ett(today=IDAG, now=NOW)
    assert stands(mail) == ("klar", 2)


def test_a_mail_waits_for_its_day(mail):
    """A worker that took the mail a day early would find its message not yet valid, and cancel it."""
    assert utskick.skicka_ett(today=IDAG - dt.timedelta(days=1), now=NOW) is None
    assert stands(mail) == ("vantar", 0)
    assert utskick.skicka_ett(today=IDAG, now=NOW) == mail and stands(mail)[0] == "klar"


def test_what_changed_hands_too_late_is_handed_over_once(mail, roles, monkeypatch):
    """A worker that has lost its claim hands nothing over to staff."""
    held = utskick.Holds(roles.alva, "brev", True, Paminnelse.objects.get(utskick=mail))
    with transaction.atomic():
        first = queue.claim(utskick._mail(IDAG), NOW)
        queue.claim(utskick._mail(IDAG), LATER)
    utskick._hand_over(first, [held], IDAG)
    assert Paminnelse.objects.filter(utskick=mail).count() == 1


def test_a_render_that_ends_after_its_lease_stores_nothing(order, monkeypatch):
    renders = []

    def slow(version, content):
        renders.append(version)
        if len(renders) == 1:
            pdfer.rendera_en(now=LATER)
            return b"the first's"
        return b"the second's"

    monkeypatch.setattr(paper, "plan", slow)
    before = Handelse.objects.filter(handelse="pdf.rendera").count()
    pdfer.rendera_en(now=NOW)
    assert stands(order) == ("klar", 2)
    assert bytes(PlanPdfInnehall.objects.get(pdf=order).data) == b"the second's"
    assert Handelse.objects.filter(handelse="pdf.rendera").count() - before == 1


def test_whatever_breaks_a_message_fails_its_row_and_the_log_has_no_address(mail, monkeypatch, caplog):
    def broken(row):
        raise ValueError(f"no header for {row.mottagare.address}")

    monkeypatch.setattr("plans.utskick.mejl.compose", broken)
    row = utskick.skicka_ett(today=IDAG, now=timezone.now())
    assert (row.pk, row.status, row.forsok) == (mail.pk, "vantar", 1)
    assert "ValueError i broken" in caplog.text and "@" not in caplog.text
