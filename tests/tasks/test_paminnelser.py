"""Reminders of the yearly review: the ledger, the mailing, a new check at sending, and missed days."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.actions import planer, utskick
from plans.models import Actor, Foretradare, Foretradarskap, IndividuellPlan, Mottagare, Paminnelse, Person, Utskick
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


@pytest.fixture
def plan(roles):
    """Alva's final plan, due on IDAG + 60 days. Alva gets letters, Birgitta and Ingrid mail."""
    plan = f.klar(roles.alva, roles.ingrid).plan
    IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG + 60 * DAG)
    plan.refresh_from_db()
    return plan


def ledger():
    names = ("user__username", "foretradare__namn", "person__fornamn")
    return sorted(Paminnelse.objects.values_list("steg", *(f"mottagare__{name}" for name in names)), key=str)


def send_all(today=IDAG):
    out = []
    while (row := utskick.skicka_ett(today=today)) is not None:
        out.append(row.status)
    return out


def test_sixty_days_before_each_gets_one_row(plan):
    assert utskick.planera(today=IDAG) == 3
    assert ledger() == [
        (-60, "ingrid", None, None),
        (-60, None, "Birgitta", None),
        (-60, None, None, "Alva"),
    ]


def test_planning_the_same_day_three_times_gives_the_same_rows(plan, capsys):
    printed = []
    for _ in range(3):
        call_command("planera_utskick", datum=IDAG)
        printed.append(capsys.readouterr().out.splitlines()[-1])
    assert printed == ["nya: 3", "nya: 0", "nya: 0"]
    assert (Paminnelse.objects.count(), Utskick.objects.count()) == (3, 3)


def test_sending_twice_sends_once(plan, capsys):
    utskick.planera(today=IDAG)
    printed = []
    for _ in range(2):
        call_command("skicka_utskick", datum=IDAG)
        printed.append(capsys.readouterr().out.splitlines()[-1])
    assert printed == ["skickade: 2", "skickade: 0"]
    assert sorted(m.to[0] for m in mail.outbox) == ["birgitta@example.se", "ingrid@example.se"]


def test_who_has_no_mail_is_reached_by_hand(plan, roles):
    utskick.planera(today=IDAG)
    row = Utskick.objects.get(mottagare__person=roles.alva)
    assert (row.kanal, row.status) == ("brev", "for_hand")
    done = utskick.ge(utskick=row, by=Actor(roles.ingrid, IDAG))
    assert (done.status, done.skickad_av) == ("klar", roles.ingrid)


def test_the_mail_says_nothing(plan, roles):
    utskick.planera(today=IDAG)
    send_all()
    for message in mail.outbox:
        text = message.message().as_string().lower()
        secrets = (
            "lss",
            "plan",
            "alva",
            "nyström",
            "birgitta åkerlund",
            roles.alva.personnummer,
            "genomgång",
            "ärende",
        )
        assert [word for word in secrets if word in text] == []
        assert "http://localhost" in message.body


def test_one_mail_for_a_god_man_with_many_persons(roles):
    for n in range(4):
        person = f.person(roles.ingrid, f.number(skip=20 + n), "Person", f"Nummer{n}")
        f.skap(person, roles.gunnar_ratt, roles.ingrid)
        version = f.klar(person, roles.ingrid)
        IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=IDAG)
    assert utskick.planera(today=IDAG) == 12
    assert send_all().count("klar") == 2  # Ingrid and Gunnar, one each
    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("days", "step"), [(61, None), (60, -60), (45, -60), (30, -30), (1, -30), (0, 0), (-29, 0), (-30, 30), (-95, 90)]
)
def test_the_step_that_holds(plan, days, step):
    today = plan.nasta_omprovning - days * DAG
    utskick.planera(today=today)
    assert {s for s, *_ in ledger()} == ({step} if step is not None else set())


def test_missed_days_are_caught_up_with_the_latest_step_only(plan):
    """The planner did not run for four months: each recipient gets one reminder, also a god man who has begun since."""
    late = plan.nasta_omprovning + 65 * DAG
    assert utskick.planera(today=late) == 4
    assert [s for s, *_ in ledger()] == [60, 60, 60, 60]


@pytest.mark.slow
def test_a_year_day_by_day_gives_each_step_once(plan):
    for n in range(200):
        utskick.planera(today=IDAG + n * DAG)
    steps = sorted(s for s, user, *_ in ledger() if user == "ingrid")
    assert steps == [-60, -30, 0, 30, 60, 90, 120]


@pytest.mark.parametrize("change", ["ended", "moved", "closed", "no", "dead"])
def test_what_no_longer_holds_is_not_sent(plan, roles, change):
    utskick.planera(today=IDAG)
    if change == "ended":
        planer.avsluta(plan=plan, skal="flyttat", by=Actor(roles.ingrid, IDAG))
    elif change == "moved":
        IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG + 300 * DAG)
    elif change == "closed":
        Foretradarskap.objects.filter(pk=roles.skap.pk).update(till=IDAG - DAG)
    elif change == "no":
        Foretradarskap.objects.filter(pk=roles.skap.pk).update(installning="nej")
    elif change == "dead":
        Person.objects.filter(pk=roles.alva.pk).update(avliden=IDAG)
    send_all()
    assert "birgitta@example.se" not in [m.to[0] for m in mail.outbox]
    assert Utskick.objects.get(mottagare__foretradare=roles.skap.foretradare).status == "installt"


def test_nothing_automatic_goes_to_the_family_of_a_protected_person(roles):
    f.skap(roles.skyddad, roles.gunnar_ratt, roles.ingrid)
    version = f.klar(roles.skyddad, roles.ingrid)
    IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=IDAG)
    utskick.planera(today=IDAG)
    assert Utskick.objects.get(mottagare__foretradare__konto=roles.gunnar_ratt).status == "for_hand"
    send_all()
    assert [m.to[0] for m in mail.outbox] == ["ingrid@example.se"]


@pytest.fixture
def two_persons(roles):
    """Plans of two of Ingrid's persons, one of them protected, both due today; Gunnar acts for both."""

    def due(person):
        f.skap(person, roles.gunnar_ratt, roles.ingrid)
        plan = f.klar(person, roles.ingrid).plan
        IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG)
        return plan

    return due(roles.skyddad), due(f.person(roles.ingrid, f.number(skip=20), "Person", "Ett"))


def to_gunnar(roles):
    """The status of the message to Gunnar about each plan."""
    rows = Paminnelse.objects.filter(mottagare__foretradare__konto=roles.gunnar_ratt)
    return dict(rows.values_list("plan", "utskick__status"))


@pytest.mark.parametrize("protected_first", [True, False])
def test_a_protected_person_and_another_are_a_message_by_hand_and_a_mail(roles, two_persons, protected_first):
    protected, other = two_persons
    if not protected_first:
        Person.objects.filter(pk=roles.skyddad.pk).update(skyddad=False)
        Person.objects.filter(pk=other.person_id).update(skyddad=True)
        protected, other = other, protected
    utskick.planera(today=IDAG)
    assert to_gunnar(roles) == {protected.pk: "for_hand", other.pk: "vantar"}
    send_all()
    assert to_gunnar(roles) == {protected.pk: "for_hand", other.pk: "klar"}


def test_what_may_not_be_mailed_when_it_is_sent_goes_to_staff_and_the_rest_by_mail(roles, two_persons):
    Person.objects.update(skyddad=False)
    utskick.planera(today=IDAG)
    Person.objects.filter(pk=roles.skyddad.pk).update(skyddad=True)
    send_all()
    assert to_gunnar(roles) == {two_persons[0].pk: "for_hand", two_persons[1].pk: "klar"}


@pytest.mark.parametrize("change", ["protected", "letters"])
def test_a_mail_that_must_be_given_by_hand_becomes_a_task(plan, roles, change):
    utskick.planera(today=IDAG)
    if change == "protected":
        Person.objects.filter(pk=roles.alva.pk).update(skyddad=True)
    else:
        Foretradare.objects.filter(pk=roles.skap.foretradare_id).update(kanal="brev")
    send_all()
    assert [m.to[0] for m in mail.outbox] == ["ingrid@example.se"]
    row = Paminnelse.objects.get(mottagare__foretradare=roles.skap.foretradare).utskick
    assert (row.for_hand, row.status, row.dag) == (True, "for_hand", IDAG)
    assert row.kanal == ("mejl" if change == "protected" else "brev")


def test_a_message_by_hand_is_never_mailed(plan, roles):
    with pytest.raises(IntegrityError, match="utskick_for_hand_mejlas_aldrig"), transaction.atomic():
        to = Mottagare.objects.create(namnd=roles.namnd, person=roles.alva)
        row = {"mottagare": to, "slag": "genomgang", "kanal": "mejl", "dag": IDAG}
        Utskick.objects.create(for_hand=True, **row)


def test_an_older_message_that_nobody_gave_is_called_off_by_the_newer(plan, roles):
    for n in (0, 30, 60):
        utskick.planera(today=IDAG + n * DAG)
    rows = Utskick.objects.filter(mottagare__person=roles.alva).order_by("dag")
    assert [u.status for u in rows] == ["installt", "installt", "for_hand"]
    with pytest.raises(Regelbrott, match="nyare påminnelse"):
        utskick.ge(utskick=rows[0], by=Actor(roles.ingrid, IDAG + 60 * DAG))


def test_an_older_message_about_another_plan_still_waits(roles, two_persons):
    """A newer message replaces only older ones about the same plan: the other plan may have another handläggare."""
    Foretradare.objects.filter(konto=roles.gunnar_ratt).update(kanal="brev")
    utskick.planera(today=IDAG)
    IndividuellPlan.objects.filter(pk=two_persons[1].pk).update(nasta_omprovning=IDAG + 300 * DAG)
    utskick.planera(today=IDAG + 30 * DAG)
    rows = Utskick.objects.filter(mottagare__foretradare__konto=roles.gunnar_ratt).order_by("dag")
    assert [u.status for u in rows] == ["for_hand", "for_hand"]


def test_a_peer_that_refuses_is_tried_again_later_and_given_up_after_five(plan, monkeypatch):
    def refuse(self, messages):
        raise smtplib.SMTPServerDisconnected("gone")

    utskick.planera(today=IDAG)
    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    now, waits = timezone.now(), []
    for _ in range(5):
        while (row := utskick.skicka_ett(today=IDAG, now=now)) is not None:
            last = row
        waits.append((last.nasta_forsok_at - now).total_seconds() / 60)
        now = last.nasta_forsok_at
    assert waits == [1, 4, 16, 64, 256]
    assert set(Utskick.objects.filter(kanal="mejl").values_list("status", "forsok")) == {("fel", 5)}


def test_a_killed_workers_claim_is_freed_and_goes_with_the_same_message_id(plan, roles):
    utskick.planera(today=IDAG)
    row = Utskick.objects.get(mottagare__user=roles.ingrid)
    Utskick.objects.filter(pk=row.pk).update(status="arbetar", forsok=1, paborjad_at=timezone.now())
    assert "klar" in send_all() and len(mail.outbox) == 1  # only Birgitta's: Ingrid's is claimed already
    later = timezone.now() + dt.timedelta(minutes=11)
    again = utskick.skicka_ett(today=IDAG, now=later)
    assert (again.pk, again.status, again.forsok) == (row.pk, "klar", 2)
    assert mail.outbox[-1].extra_headers["Message-ID"] == f"<utskick-{row.pk}@localhost>"


def test_the_number_of_queries_does_not_grow_with_the_plans(roles):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            utskick.planera(today=IDAG)
        return len(queries)

    def more(n, start):
        for i in range(start, start + n):
            version = f.klar(f.person(roles.ingrid, f.number(skip=40 + i), "P", f"N{i}"), roles.ingrid)
            IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=IDAG)

    more(1, 0)
    one = cost()
    more(4, 1)
    assert cost() == one


def test_a_mailing_called_off_today_goes_when_there_is_something_new_to_tell(plan, roles):
    utskick.planera(today=IDAG)
    IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG + 300 * DAG)
    assert set(send_all()) == {"installt"}
    IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG + 30 * DAG)
    assert utskick.planera(today=IDAG) == 3
    assert set(send_all()) == {"klar"}
