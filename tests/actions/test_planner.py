"""Edge cases in planning and cancelling messages: whom they are about, and which older messages they replace."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from plans.actions import utskick
from plans.models import (
    Actor,
    Handelse,
    IndividuellPlan,
    Kanal,
    Mottagare,
    Paminnelse,
    Person,
    Utskick,
)
from plans.regler.fel import Regelbrott
from plans.utskick.meddelanden.nodatkomst import Nodatkomstbesked
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def due(person, by, day=IDAG) -> IndividuellPlan:
    """A final plan whose review is due."""
    plan = f.klar(person, by).plan
    IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=day)
    return plan


def told() -> set[tuple[int, int]]:
    """The plan and step of each reminder in the ledger."""
    return set(Paminnelse.objects.values_list("plan", "steg"))


def planned_about() -> list[int]:
    return Handelse.objects.filter(handelse="utskick.planera").latest("pk").person_ids


def test_nobody_is_reminded_of_a_dead_persons_plan(roles):
    alva, yusuf = due(roles.alva, roles.ingrid), due(roles.yusuf, roles.ingrid)
    Person.objects.filter(pk=roles.yusuf.pk).update(avliden=IDAG)
    utskick.planera(today=IDAG)
    assert told() == {(alva.pk, 0)}
    assert planned_about() == [roles.alva.pk]
    Person.objects.filter(pk=roles.yusuf.pk).update(avliden=None)
    utskick.planera(today=IDAG)
    assert told() == {(alva.pk, 0), (yusuf.pk, 0)}
    assert planned_about() == [roles.yusuf.pk]


def test_an_ended_plan_is_not_reminded_of(roles):
    plan = due(roles.alva, roles.ingrid)
    IndividuellPlan.objects.filter(pk=plan.pk).update(avslutad=IDAG, avslutad_av=roles.ingrid, avslutad_skal="flyttat")
    assert utskick.planera(today=IDAG) == 0
    assert planned_about() == []


def test_the_ledger_of_another_kind_is_another_matter(roles):
    """The same plan, deadline, step and recipient, but another kind of message."""
    plan = due(roles.alva, roles.ingrid)
    to = Mottagare.objects.create(namnd=roles.namnd, user=roles.ingrid)
    row = Utskick.objects.create(mottagare=to, slag="annat", kanal="mejl", dag=IDAG)
    Paminnelse.objects.create(mottagare=to, slag="annat", plan=plan, frist=IDAG, steg=0, utskick=row)
    assert utskick.planera(today=IDAG) == 3
    assert utskick.planera(today=IDAG) == 0


def test_an_overtaken_message_is_called_off_if_nobody_gave_it(roles):
    """Sent mail, and messages already given by staff, stay as they were."""
    due(roles.alva, roles.ingrid, IDAG + 60 * DAG)
    utskick.planera(today=IDAG)
    given = Utskick.objects.get(mottagare__person=roles.alva)
    utskick.ge(utskick=given, by=Actor(roles.ingrid, IDAG))
    sent = utskick.skicka_ett(today=IDAG)
    waiting = Utskick.objects.exclude(pk__in=[given.pk, sent.pk]).get()
    for row in (waiting, Utskick.objects.get(pk=waiting.pk)):
        assert row.status == "vantar"
    utskick.planera(today=IDAG + 30 * DAG)
    for row in (given, sent, waiting):
        row.refresh_from_db()
    assert (given.status, sent.status, waiting.status) == ("klar", "klar", "vantar")
    utskick.planera(today=IDAG + 60 * DAG)
    rows = Utskick.objects.filter(mottagare__person=roles.alva).order_by("dag")
    assert [(row.dag, row.status) for row in rows] == [
        (IDAG, "klar"),
        (IDAG + 30 * DAG, "installt"),
        (IDAG + 60 * DAG, "for_hand"),
    ]


def test_what_is_to_be_given_today_is_not_overtaken_by_today(roles):
    """Two steps fall on one day because the review date moved after the first was planned."""
    plan = due(roles.alva, roles.ingrid)
    utskick.planera(today=IDAG)
    IndividuellPlan.objects.filter(pk=plan.pk).update(nasta_omprovning=IDAG + 30 * DAG)
    utskick.planera(today=IDAG)
    assert [row.status for row in Utskick.objects.filter(mottagare__person=roles.alva)] == ["for_hand"]


# --- Giving ----------------------------------------------------------------------------------------------------------
def test_a_message_is_given_once_and_not_when_it_is_mail(roles):
    due(roles.alva, roles.ingrid)
    due(roles.yusuf, roles.ingrid)
    utskick.planera(today=IDAG)
    row = Utskick.objects.get(mottagare__person=roles.alva)
    by = Actor(roles.ingrid, IDAG)
    given = utskick.ge(utskick=row, by=by)
    given.refresh_from_db()
    assert (given.status, given.skickad_av) == ("klar", roles.ingrid) and given.skickad_at <= timezone.now()
    assert Handelse.objects.latest("pk").person_ids == [roles.alva.pk]
    for other in (row, Utskick.objects.get(mottagare__user=roles.ingrid)):
        with pytest.raises(Regelbrott, match="redan gjort"):
            utskick.ge(utskick=other, by=by)
    Utskick.objects.filter(pk=row.pk).update(status="installt")
    with pytest.raises(Regelbrott, match="nyare påminnelse"):
        utskick.ge(utskick=row, by=by)


# --- Sending ---------------------------------------------------------------------------------------------------------
def mail_to(roles, user, today=IDAG, **values) -> Utskick:
    """Make a mail about emergency access that waits to be sent; what it says does not matter."""
    to, _ = Mottagare.objects.get_or_create(namnd=roles.namnd, user=user)
    return Utskick.objects.create(mottagare=to, kanal="mejl", dag=today, **{"slag": Nodatkomstbesked.namn} | values)


@pytest.fixture
def carin(roles):
    """The chef, with an address and two emergencies to read about."""
    roles.carin.email = "carin@example.se"
    roles.carin.save()
    return roles.carin


def send(today=IDAG) -> str:
    return utskick.skicka_ett(today=today, now=timezone.now()).status


def test_one_mail_a_day_tells_that_there_is_something_to_read(roles, carin):
    """Yesterday's mail, mail to others, messages given by hand and failed messages do not count as today's mail."""
    for said in (
        {"dag": IDAG - DAG, "status": "klar", "skickad_at": timezone.now()},
        {"status": "klar", "for_hand": True, "skickad_at": timezone.now(), "kanal": "brev"},
        {"status": "fel", "slag": "annat"},
    ):
        to, _ = Mottagare.objects.get_or_create(namnd=roles.namnd, user=carin)
        Utskick.objects.create(mottagare=to, **{"slag": "nodatkomst", "kanal": "mejl", "dag": IDAG} | said)
    mail_to(roles, roles.greta, status="klar", skickad_at=timezone.now())
    mail_to(roles, carin)
    assert send() == "klar"
    assert [sent.to for sent in mail.outbox] == [["carin@example.se"]]
    other = mail_to(roles, carin, slag="genomgang")
    plan = due(roles.alva, roles.ingrid)
    Paminnelse.objects.create(mottagare=other.mottagare, slag="genomgang", plan=plan, frist=IDAG, steg=0, utskick=other)
    assert send() == "installt", "the chef is not told of plans"
    assert len(mail.outbox) == 1


def test_the_second_mail_of_a_day_is_done_without_being_sent(roles):
    due(roles.alva, roles.ingrid)
    utskick.planera(today=IDAG)
    row = Utskick.objects.get(mottagare__user=roles.ingrid)
    told_before = mail_to(roles, roles.ingrid, status="klar", skickad_at=timezone.now())
    assert told_before.mottagare == row.mottagare
    while utskick.skicka_ett(today=IDAG):
        pass
    row.refresh_from_db()
    assert row.status == "klar"
    assert [sent.to for sent in mail.outbox] == [["birgitta@example.se"]]


def test_a_recipient_who_is_being_mailed_waits_but_others_do_not(roles, carin):
    roles.kerstin.email = "kerstin@example.se"
    roles.kerstin.save()
    mail_to(roles, carin, slag="annat", status="arbetar", forsok=1, paborjad_at=timezone.now())
    mail_to(roles, carin)
    assert utskick.skicka_ett(today=IDAG) is None
    mail_to(roles, carin, today=IDAG - DAG)
    assert send() == "klar", "another day's is another matter"


def test_messages_of_a_day_are_made_once_and_only_called_off_mail_waits_again(roles, carin):
    to, _ = Mottagare.objects.get_or_create(namnd=roles.namnd, user=carin)
    mailed = utskick.Envelope("nodatkomst", to, Kanal.MEJL, False)
    by_hand = utskick.Envelope("nodatkomst", to, Kanal.BREV, True)
    made = utskick.order([mailed, by_hand, mailed], IDAG)
    assert {e: row.status for e, row in made.items()} == {mailed: "vantar", by_hand: "for_hand"}
    assert utskick.order([by_hand, mailed], IDAG) == made
    for status, after in (("installt", "vantar"), ("fel", "fel"), ("arbetar", "arbetar")):
        Utskick.objects.filter(pk=made[mailed].pk).update(status=status, forsok=3)
        Utskick.objects.filter(pk=made[by_hand].pk).update(status="installt")
        utskick.order([mailed, by_hand], IDAG)
        assert Utskick.objects.get(pk=made[mailed].pk).status == after
        assert Utskick.objects.get(pk=made[by_hand].pk).status == "installt"
    Utskick.objects.filter(pk=made[mailed].pk).update(status="installt")
    other = utskick.order([utskick.Envelope("annat", to, Kanal.MEJL, False)], IDAG)
    assert Utskick.objects.get(pk=made[mailed].pk).status == "installt"
    assert len(other) == 1 and utskick.order([mailed], IDAG + DAG)[mailed].pk not in {r.pk for r in made.values()}
