"""An offer is made once, answered once, and made again after "no" or "later"."""

import datetime as dt

import pytest

from plans.actions import erbjudanden
from plans.actions.locks import Konflikt
from plans.models import Actor, Erbjudande, Handelse
from plans.regler.fel import Regelbrott
from tests.stod import action_ready as ready
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def make(roles, offer, **values):
    by = Actor(roles.ingrid, values.pop("today", IDAG))
    return erbjudanden.lamna(erbjudande=offer, **{"hur": "brev", "datum": IDAG} | values, by=by)


def answer(roles, offer, **values):
    by = Actor(roles.ingrid, values.pop("today", IDAG))
    said = {"svar": "ja", "av": "Alva", "hur": "mote", "datum": IDAG} | values
    return erbjudanden.svara(erbjudande=offer, **said, by=by)


def test_an_offer_is_made_once(roles):
    offer = make(roles, ready.offer(roles), datum=IDAG - DAG)
    with pytest.raises(Konflikt, match="redan lämnat 2027-03-08") as stop:
        make(roles, offer, hur="mote")
    assert (stop.value.row, stop.value.rev, stop.value.logged) == (offer, None, offer)
    offer.refresh_from_db()
    assert (offer.lamnat, offer.lamnat_hur, offer.lamnat_av) == (IDAG - DAG, "brev", roles.ingrid)


def test_an_offer_is_made_today_at_the_latest(roles):
    offer = ready.offer(roles)
    with pytest.raises(Regelbrott, match="inte varit än") as stop:
        make(roles, offer, datum=IDAG + DAG)
    assert stop.value.field == "datum"
    assert make(roles, offer, datum=IDAG).lamnat == IDAG


def test_an_answer_waits_for_the_offer_and_is_given_once(roles):
    offer = ready.offer(roles)
    with pytest.raises(Regelbrott, match="Skriv först när"):
        answer(roles, offer)
    answer(roles, make(roles, offer))
    with pytest.raises(Konflikt, match="redan ett svar"):
        answer(roles, offer, svar="nej")
    offer.refresh_from_db()
    assert offer.svar == "ja"


@pytest.mark.parametrize(("days", "ok"), [(-3, False), (-2, True), (0, True), (1, False)])
def test_an_answer_is_from_between_the_offer_and_today(roles, days, ok):
    offer = make(roles, ready.offer(roles), datum=IDAG - 2 * DAG)
    if ok:
        assert answer(roles, offer, datum=IDAG + days * DAG).svarade == IDAG + days * DAG
    else:
        with pytest.raises(Regelbrott, match="mellan 2027-03-07 och 2027-03-09") as stop:
            answer(roles, offer, datum=IDAG + days * DAG)
        assert stop.value.field == "datum"


@pytest.mark.parametrize(
    ("said", "again"), [("ja", None), ("nej", dt.date(2028, 3, 9)), ("senare", dt.date(2027, 6, 9))]
)
def test_a_no_is_respected_for_a_year_and_a_later_for_three_months(roles, said, again):
    offer = answer(roles, make(roles, ready.offer(roles)), svar=said)
    offer.refresh_from_db()
    assert (offer.svar, offer.fraga_igen) == (said, again)
    assert (offer.svar_av, offer.svar_hur, offer.svarade) == ("Alva", "mote", IDAG)


@pytest.mark.parametrize("said", ["nej", "senare"])
def test_what_was_no_or_later_is_asked_again_beside_the_old(roles, said):
    old = ready.offer(roles, answer=said)
    new = erbjudanden.fraga_igen(erbjudande=old, by=Actor(roles.ingrid, IDAG + DAG))
    rows = list(Erbjudande.objects.filter(person=roles.alva).order_by("pk"))
    assert [(row.pk, row.svar, row.insats_id) for row in rows] == [
        (old.pk, said, old.insats_id),
        (new.pk, "", old.insats_id),
    ]
    assert (new.senast, new.lamnat) == (IDAG + DAG, None)
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.person_ids, last.objekt_id) == ("erbjudande.fraga_igen", [roles.alva.pk], new.pk)


@pytest.mark.parametrize("said", ["", "ja"])
def test_what_is_open_or_a_yes_is_not_asked_again(roles, said):
    offer = ready.offer(roles, answer=said)
    with pytest.raises(Regelbrott, match="inget nej eller vänta"):
        erbjudanden.fraga_igen(erbjudande=offer, by=Actor(roles.ingrid, IDAG))
    assert Erbjudande.objects.filter(person=roles.alva).count() == 1


def test_only_the_same_persons_open_offer_stands_in_the_way(roles):
    old = ready.offer(roles, answer="senare")
    f.insats(roles.yusuf, roles.ingrid)
    erbjudanden.fraga_igen(erbjudande=old, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="redan ett öppet"):
        erbjudanden.fraga_igen(erbjudande=old, by=Actor(roles.ingrid, IDAG))
