"""The monthly log review: drawn after the month, judged by others than those it concerns, then signed once."""

import datetime as dt

import pytest
from django.utils import timezone

from plans.actions import loggranskning
from plans.models import Actor, GranskadRad, Handelse, Loggranskning
from plans.regler.fel import Regelbrott
from tests.stod import action_ready as ready
from tests.stod.cast import IDAG

NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)


def call(roles, action, who="greta", **values):
    return action(**values, by=Actor(getattr(roles, who), IDAG), now=NOW)


def draw(roles, who="greta", month=ready.LAST_MONTH) -> Loggranskning:
    return call(roles, loggranskning.dra, who, namnd=roles.namnd, manad=month)


def judge(roles, finding, who="greta", judgement="behorig", note="") -> GranskadRad:
    return call(roles, loggranskning.bedom, who, rad=finding, bedomning=judgement, anteckning=note)


def sign(roles, review, who="greta") -> Loggranskning:
    return call(roles, loggranskning.signera, who, granskning=review, slutsats="Inget att utreda")


@pytest.fixture
def review(roles) -> Loggranskning:
    """Last month's review, with one finding: Ingrid looked at Alva."""
    ready.read_last_month(roles)
    return draw(roles)


def test_an_ended_month_is_drawn_once(roles, review):
    assert (review.rader, review.dragen_av, review.dragen_at) == (1, roles.greta, NOW)
    finding = review.fynd.get()
    assert (finding.user, finding.person_id_sedd, finding.antal) == (roles.ingrid, roles.alva.pk, 1)
    assert Handelse.objects.latest("pk").person_ids == [roles.alva.pk]
    with pytest.raises(Regelbrott, match="finns redan"):
        draw(roles)
    draw(roles, month=dt.date(2027, 1, 1))
    with pytest.raises(Regelbrott, match="inte slut än"):
        draw(roles, month=dt.date(2027, 3, 1))


def test_a_month_is_over_on_the_first_of_the_next(roles):
    by = {"now": NOW, "namnd": roles.namnd, "manad": ready.LAST_MONTH}
    with pytest.raises(Regelbrott, match="inte slut än"):
        loggranskning.dra(**by, by=Actor(roles.greta, dt.date(2027, 2, 28)))
    assert loggranskning.dra(**by, by=Actor(roles.greta, dt.date(2027, 3, 1))).manad == ready.LAST_MONTH


def test_what_is_to_be_looked_into_has_a_note(roles, review):
    finding = review.fynd.get()
    with pytest.raises(Regelbrott, match="Skriv vad som ska utredas") as stop:
        judge(roles, finding, judgement="utreds")
    assert stop.value.field == "anteckning"
    judged = judge(roles, finding, judgement="utreds", note="Fråga chefen")
    judged.refresh_from_db()
    assert (judged.bedomning, judged.anteckning, judged.bedomd_av, judged.bedomd_at) == (
        "utreds",
        "Fråga chefen",
        roles.greta,
        NOW,
    )
    assert judge(roles, finding).bedomning == "behorig"
    assert judge(roles, finding, note="Har ärendet").anteckning == "Har ärendet"


def test_the_log_says_whose_case_was_judged_if_it_was_about_one(roles, review):
    judge(roles, review.fynd.get())
    assert Handelse.objects.latest("pk").person_ids == [roles.alva.pk]
    about_nobody = GranskadRad.objects.create(
        granskning=review, user=roles.ingrid, handelse=Handelse.objects.filter(user=roles.ingrid).first()
    )
    judge(roles, about_nobody)
    assert Handelse.objects.latest("pk").person_ids == []
    sign(roles, review)
    assert Handelse.objects.latest("pk").person_ids == [roles.alva.pk]


def test_nobody_judges_or_signs_for_themselves(roles, review):
    GranskadRad.objects.update(user=roles.carin)
    finding = review.fynd.get()
    with pytest.raises(Regelbrott, match="gäller dig själv"):
        judge(roles, finding, "carin")
    judge(roles, finding)
    with pytest.raises(Regelbrott, match="gäller dig själv"):
        sign(roles, review, "carin")
    assert sign(roles, review).signerad_av == roles.greta


def test_all_is_judged_before_it_is_signed_once_and_then_it_stands(roles, review):
    with pytest.raises(Regelbrott, match="1 är kvar"):
        sign(roles, review)
    finding = judge(roles, review.fynd.get())
    sign(roles, review)
    review.refresh_from_db()
    assert (review.signerad_av, review.signerad_at, review.slutsats) == (roles.greta, NOW, "Inget att utreda")
    with pytest.raises(Regelbrott, match="redan signerad"):
        sign(roles, review, "carin")
    with pytest.raises(Regelbrott, match="redan signerad"):
        judge(roles, finding, "carin")


def test_a_quiet_month_is_signed_without_findings(roles):
    review = draw(roles)
    assert (review.rader, review.fynd.count()) == (0, 0)
    assert sign(roles, review).signerad_at <= timezone.now()
