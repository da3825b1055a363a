"""Which drafts of forms and which log reviews each login sees."""

import datetime as dt

import pytest
from django.utils import timezone

from plans import access
from plans.models import Actor, GranskadRad, Handelse, Kladd, Loggranskning
from tests.stod import factories as f
from tests.stod.cast import IDAG


@pytest.fixture
def reviews(roles):
    """A log review with one finding in our nämnd, and another in a different nämnd."""

    def review(namnd, user):
        seen = Handelse.objects.create(at=timezone.now(), namnd=namnd, user=user, handelse="person.oppnad")
        drawn = {"manad": dt.date(2027, 2, 1), "rader": 1, "dragen_av": roles.greta, "dragen_at": timezone.now()}
        row = Loggranskning.objects.create(namnd=namnd, **drawn)
        return row, GranskadRad.objects.create(granskning=row, user=user, handelse=seen)

    return review(roles.namnd, roles.ingrid), review(roles.annan_namnd, roles.nadia)


def test_a_draft_is_its_writers(roles):
    for user in (roles.ingrid, roles.kerstin):
        Kladd.objects.create(user=user, plats="/x/", at=timezone.now())
    assert [row.user for row in access.mina_kladdar(Actor(roles.kerstin, IDAG))] == [roles.kerstin]
    assert list(access.mina_kladdar(Actor(roles.osten, IDAG))) == []


@pytest.mark.parametrize("who", ["carin", "greta"])
def test_reviews_are_of_the_namnd_where_one_reviews(roles, reviews, who):
    (ours, finding), _ = reviews
    by = Actor(getattr(roles, who), IDAG)
    assert list(access.loggranskningar(by)) == [ours]
    assert list(access.granskade_rader(by)) == [finding]
    assert access.may(by, "logg.granska", roles.namnd)
    assert access.may(by, "logg.granska", ours) and access.may(by, "logg.granska", finding)


def test_another_namnds_review_is_nobodys_here(roles, reviews):
    _, (theirs, finding) = reviews
    far = Actor(f.staff("fjarran_granskare", roles.langt_bort, "granskare"), IDAG)
    assert list(access.loggranskningar(far)) == [theirs]
    for who in ("carin", "greta", "ingrid", "rut", "admin", "birgitta"):
        by = Actor(getattr(roles, who), IDAG)
        allowed = [access.may(by, "logg.granska", obj) for obj in (roles.annan_namnd, theirs, finding)]
        assert allowed == [False, False, False], who


@pytest.mark.parametrize("who", ["ingrid", "nadia", "rut", "admin", "birgitta", "ingen"])
def test_who_reviews_nothing_sees_no_review(roles, reviews, who):
    by = Actor(getattr(roles, who), IDAG)
    assert (list(access.loggranskningar(by)), list(access.granskade_rader(by))) == ([], [])
