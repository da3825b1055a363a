"""Edge cases in a plan's life: begun again, shared as it was read, reviewed with its own parts, ended once."""

import datetime as dt

import pytest

from plans import access
from plans.actions import begaran, insatser, planer
from plans.actions.locks import Konflikt
from plans.models import Actor, Handelse, IndividuellPlan, Insats, Person, PlanRad, PlanVersion
from plans.regler.fel import Regelbrott
from tests.stod import action_ready as ready
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)
SAMRAD = {"samrad_datum": IDAG, "samrad_hur": "mote", "samrad_med": "Alva"}


def by(roles, today=IDAG) -> Actor:
    return Actor(roles.ingrid, today)


def ask(roles, person, slag="plan"):
    """A request from the person, registered by staff."""
    asked = {"slag": slag, "text": "", "av": "Alva", "inkom": IDAG}
    return begaran.ta_emot(person=person, **asked, by=by(roles))[0]


# --- Begun -----------------------------------------------------------------------------------------------------------
def test_a_plan_is_begun_once_and_anew_when_it_has_ended(roles):
    f.utkast(roles.yusuf, roles.ingrid)
    ready.offer(roles, answer="ja")
    first = planer.borja(person=roles.alva, by=by(roles))
    with pytest.raises(Regelbrott, match="redan en plan"):
        planer.borja(person=roles.alva, by=by(roles))
    planer.avsluta(plan=first.plan, skal="egen_onskan", by=by(roles))
    second = planer.borja(person=roles.alva, by=by(roles))
    assert [v.nummer for v in (first, second)] == [1, 1]
    assert list(IndividuellPlan.objects.filter(person=roles.alva, avslutad=None)) == [second.plan]
    assert (second.created_by, second.samordnare) == (roles.ingrid, "Ingrid Sandelin")
    with pytest.raises(Regelbrott, match="redan en plan"):
        planer.borja(person=roles.alva, by=by(roles))


def test_a_plan_that_has_ended_is_in_nobodys_way_and_an_open_one_in_its_own_persons(roles):
    """The plans are created as bare rows, without the actions, to keep the test quick."""
    over = {"avslutad": IDAG, "avslutad_av": roles.ingrid, "avslutad_skal": "egen_onskan"}
    IndividuellPlan.objects.create(person=roles.alva, **over)
    IndividuellPlan.objects.create(person=roles.yusuf)
    ask(roles, roles.alva)
    version = planer.borja(person=roles.alva, by=by(roles))
    assert (version.plan.person, version.nummer, version.plan.avslutad) == (roles.alva, 1, None)
    with pytest.raises(Regelbrott, match="redan en plan"):
        planer.borja(person=roles.yusuf, by=by(roles))


def test_no_plan_is_begun_for_the_dead(roles):
    ready.offer(roles, answer="ja")
    Person.objects.filter(pk=roles.alva.pk).update(avliden=IDAG)
    with pytest.raises(Regelbrott, match="avliden"):
        planer.borja(person=roles.alva, by=by(roles))


@pytest.mark.parametrize("said", ["nej", "senare"])
def test_only_a_yes_or_a_request_for_a_plan_begins_one(roles, said):
    ready.offer(roles, answer=said)
    ask(roles, roles.alva, "insats")
    ask(roles, roles.yusuf)
    with pytest.raises(Regelbrott, match="inte sagt ja än"):
        planer.borja(person=roles.alva, by=by(roles))


def test_without_an_offer_a_request_begins_the_plan_and_is_answered(roles):
    with pytest.raises(Regelbrott, match="inte sagt ja än"):
        planer.borja(person=roles.alva, by=by(roles))
    asked, other, theirs = ask(roles, roles.alva), ask(roles, roles.alva, "insats"), ask(roles, roles.yusuf)
    planer.borja(person=roles.alva, by=by(roles))
    for row in (asked, other, theirs):
        row.refresh_from_db()
    assert [row.besvarad for row in (asked, other, theirs)] == [IDAG, None, None]


def test_a_request_that_was_answered_begins_nothing(roles):
    begaran.besvara(begaran=ask(roles, roles.alva), by=by(roles))
    with pytest.raises(Regelbrott, match="inte sagt ja än"):
        planer.borja(person=roles.alva, by=by(roles))


def test_the_latest_answer_counts_and_an_open_offer_does_not(roles):
    ready.offer(roles, answer="nej")
    f.insats(roles.alva, roles.ingrid, 3)
    f.ja(roles.alva, roles.ingrid)
    planer.borja(person=roles.alva, by=by(roles))
    f.insats(roles.yusuf, roles.ingrid)
    with pytest.raises(Regelbrott, match="inte sagt ja än"):
        planer.borja(person=roles.yusuf, by=by(roles))


def test_what_is_decided_is_put_in_once_with_whether_it_has_begun(roles):
    f.insats(roles.alva, roles.ingrid, 10, omfattning="3 dagar", utforare="Dagcenter", verkstalld=IDAG)
    f.insats(roles.alva, roles.ingrid, 3, omfattning="", utforare="Bolaget")
    f.insats(roles.alva, roles.ingrid, 4, omfattning="")
    f.insats(roles.yusuf, roles.ingrid, 6)
    f.ja(roles.alva, roles.ingrid)
    version = planer.borja(person=roles.alva, by=by(roles))
    names = ("ordning", "lagrum", "text", "ansvarig", "fran", "nar", "status")
    later = "Har inte börjat än"
    assert list(version.planrad_set.order_by("ordning").values_list(*names)) == [
        (0, 3, "Bolaget", "Bolaget", None, later, "beslutad"),
        (1, 4, Insats.objects.get(lagrum=4).namn, "", None, later, "beslutad"),
        (2, 10, "3 dagar", "Dagcenter", IDAG, "", "beslutad"),
    ]
    assert planer.fill_in_decided(version, IDAG) == 0
    f.insats(roles.alva, roles.ingrid, 5)
    assert planer.fill_in_decided(version, IDAG) == 1


def test_a_row_without_a_decision_hides_none(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    version.planrad_set.all().delete()
    PlanRad.objects.create(version=version, status="onskad", text="Något annat")
    assert planer.fill_in_decided(version, IDAG) == 1


# --- The draft -------------------------------------------------------------------------------------------------------
def test_own_texts_move_both_revisions_by_one(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    before = version.rev
    change = {"version": version, "data": {"syfte": "Bo själv", "status": "faststalld"}, "by": by(roles)}
    with pytest.raises(Konflikt):
        planer.andra_grund(**change, rev=version.grund_rev + 1)
    changed = planer.andra_grund(**change, rev=version.grund_rev)
    changed.refresh_from_db()
    assert (changed.syfte, changed.status, changed.nulage) == ("Bo själv", "utkast", "")
    assert (changed.grund_rev, changed.rev) == (version.grund_rev + 1, before + 1)


def test_sharing_is_of_the_draft_that_was_seen_with_what_was_granted_since(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    with pytest.raises(Konflikt, match="Utkastet har ändrats") as stop:
        planer.dela(version=version, rev=version.rev - 1, by=by(roles))
    assert stop.value.rev == version.rev
    f.insats(roles.alva, roles.ingrid, 3)
    sharing = planer.dela(version=version, rev=version.rev, by=by(roles))
    shared = PlanVersion.objects.get(pk=version.pk)
    assert (shared.status, shared.rev, sharing.rev) == ("delad", version.rev + 1, version.rev + 1)
    assert (sharing.delad_av, sharing.delad) == (roles.ingrid, IDAG)
    assert sorted(shared.planrad_set.values_list("lagrum", flat=True)) == [3, 10]


def final(roles) -> PlanVersion:
    return f.klar(roles.alva, roles.ingrid)


def ended(roles) -> PlanVersion:
    version = ready.shared(roles)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=by(roles))
    return version


@pytest.mark.parametrize(("made", "says"), [(final, "är klar och kan inte"), (ended, "är avslutad")])
def test_what_is_final_or_ended_is_not_changed(roles, made, says):
    version = made(roles)
    for act in (
        lambda: planer.andra_grund(version=version, data={"syfte": "x"}, rev=version.grund_rev, by=by(roles)),
        lambda: current.dela(version=version, by=by(roles)),
        lambda: current.faststall(version=version, **SAMRAD, by=by(roles)),
    ):
        with pytest.raises(Regelbrott, match=says):
            act()


def test_each_step_to_a_final_plan_is_a_row_in_the_log(roles):
    f.klar(roles.alva, roles.ingrid)
    rows = list(Handelse.objects.order_by("pk").values_list("handelse", "user", "person_ids"))
    offer = ["insats.bevilja", "erbjudande.lamna", "erbjudande.svara", "plan.borja"]
    draft = ["plan.andra"] * 4 + ["plan.dela", "plan.faststall"]
    assert rows == [(event, roles.ingrid.pk, [roles.alva.pk]) for event in offer + draft]


def test_final_is_the_draft_that_was_seen_and_holds_the_samrad(roles):
    version = ready.shared(roles)
    made = {"version": version, **SAMRAD, "by": by(roles)}
    now = PlanVersion.objects.get(pk=version.pk).rev
    with pytest.raises(Konflikt, match="Utkastet har ändrats"):
        planer.faststall(**made, rev=now + 1)
    with pytest.raises(Regelbrott) as stop:
        planer.faststall(**made | {"samrad_datum": IDAG + DAG}, rev=now)
    assert stop.value.field == "samrad_datum"
    done = planer.faststall(**made, rev=now, oforandrad=True, nasta=IDAG + 30 * DAG)
    done.refresh_from_db()
    assert (done.samrad_datum, done.samrad_hur, done.samrad_med) == (IDAG, "mote", "Alva")
    assert (done.status, done.faststalld, done.faststalld_av) == ("faststalld", IDAG, roles.ingrid)
    assert (done.nasta_omprovning, done.oforandrad) == (IDAG + 30 * DAG, True)
    plan = IndividuellPlan.objects.get(pk=done.plan_id)
    assert (plan.gallande, plan.nasta_omprovning) == (done, IDAG + 30 * DAG)


# --- Reviewed --------------------------------------------------------------------------------------------------------
def test_a_review_keeps_this_persons_decisions_that_hold_and_no_others(roles):
    """The review has the row of Alva's decision and none for Yusuf's, though Ingrid has both cases."""
    old = f.klar(roles.alva, roles.ingrid)
    theirs = f.insats(roles.yusuf, roles.ingrid, 6)
    review = planer.omprova(plan=old.plan, by=by(roles))
    assert list(review.planrad_set.values_list("insats__person", flat=True)) == [roles.alva.pk]
    own = planer.fill_in_decided(review, IDAG)
    assert (own, theirs.person) == (0, roles.yusuf)


def test_a_decision_that_moved_to_somebody_else_is_left_out(roles):
    old = f.klar(roles.alva, roles.ingrid)
    Insats.objects.filter(person=roles.alva).update(person=roles.yusuf)
    assert planer.omprova(plan=old.plan, by=by(roles)).planrad_set.count() == 0


def test_a_review_keeps_texts_and_wishes_and_asks_anew(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    PlanRad.objects.create(version=version, status="onskad", text="Ledsagning")
    data = {"syfte": "Bo själv", "nulage": "Hos mamma", "kopia_till": "Skolan", "ville_inte_skriva": True}
    planer.andra_grund(version=version, data=data, rev=version.grund_rev, by=by(roles))
    current.dela(version=version, by=by(roles))
    old = current.faststall(version=version, **SAMRAD, by=by(roles))
    new = planer.omprova(plan=old.plan, by=by(roles))
    new.refresh_from_db()
    assert (new.syfte, new.nulage, new.kopia_till, new.ville_inte_skriva) == ("Bo själv", "Hos mamma", "Skolan", False)
    assert (new.nummer, new.created_by, new.status) == (2, roles.ingrid, "utkast")
    assert sorted(new.planrad_set.values_list("status", "rev")) == [("beslutad", 1), ("onskad", 1)]
    assert old.planrad_set.count() == 2


@pytest.mark.parametrize(("days", "kept"), [(-1, "Fotboll"), (0, "")])
def test_the_childs_view_is_kept_until_eighteen(roles, days, kept):
    version = f.utkast(roles.yusuf, roles.ingrid)
    data = {"barnets_asikt": "Fotboll", "barnets_basta": "Att få spela"}
    planer.andra_grund(version=version, data=data, rev=version.grund_rev, by=by(roles))
    current.dela(version=version, by=by(roles))
    current.faststall(version=version, **SAMRAD, by=by(roles))
    birthday = roles.yusuf.fodd.replace(year=roles.yusuf.fodd.year + 18)
    new = planer.omprova(plan=version.plan, by=by(roles, birthday + days * DAG))
    assert (new.barnets_asikt, new.barnets_basta) == (kept, kept and "Att få spela")


def test_a_review_needs_a_final_version_of_an_open_plan(roles):
    with pytest.raises(Regelbrott, match="ingen klar version"):
        planer.omprova(plan=f.utkast(roles.yusuf, roles.ingrid).plan, by=by(roles))
    plan = f.klar(roles.alva, roles.ingrid).plan
    planer.avsluta(plan=plan, skal="flyttat", by=by(roles))
    with pytest.raises(Regelbrott, match="Planen är avslutad"):
        planer.omprova(plan=plan, by=by(roles))


# --- Ended -----------------------------------------------------------------------------------------------------------
def test_a_plan_is_ended_once_and_for_a_reason(roles):
    plan = f.klar(roles.alva, roles.ingrid).plan
    planer.avsluta(plan=plan, skal="flyttat", by=by(roles))
    plan.refresh_from_db()
    assert (plan.avslutad, plan.avslutad_av, plan.avslutad_skal) == (IDAG, roles.ingrid, "flyttat")
    assert Handelse.objects.latest("pk").varfor == "flyttat"
    assert not Person.objects.filter(avliden=IDAG).exists()
    with pytest.raises(Regelbrott, match="redan avslutad"):
        planer.avsluta(plan=plan, skal="egen_onskan", by=by(roles))


def test_death_is_noted_for_that_person_and_an_earlier_day_stands(roles):
    plans = [f.klar(person, roles.ingrid).plan for person in (roles.alva, roles.yusuf)]
    Person.objects.filter(pk=roles.yusuf.pk).update(avliden=IDAG - DAG)
    for plan in plans:
        planer.avsluta(plan=plan, skal="avliden", by=by(roles))
    days = dict(Person.objects.exclude(avliden=None).values_list("pk", "avliden"))
    assert days == {roles.alva.pk: IDAG, roles.yusuf.pk: IDAG - DAG}
    assert not access.may(Actor(roles.birgitta, IDAG), "person.las", roles.alva)


def test_a_decision_that_ended_is_not_put_in(roles):
    row = f.insats(roles.alva, roles.ingrid, 3)
    insatser.andra(insats=row, data={"avslutad": IDAG}, rev=1, by=by(roles))
    f.insats(roles.alva, roles.ingrid, 10)
    f.ja(roles.alva, roles.ingrid)
    version = planer.borja(person=roles.alva, by=by(roles))
    assert list(version.planrad_set.values_list("lagrum", flat=True)) == [10]
