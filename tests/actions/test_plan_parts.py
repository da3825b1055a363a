"""The parts of a draft: numbered within their version, and changed only in it, at the revision that was shown."""

import datetime as dt

import pytest

from plans import access
from plans.actions import plandelar, planer
from plans.actions.locks import Konflikt
from plans.models import Actor, Atgard, IndividuellPlan, Insats, Malsattning, PlanRad, PlanVersion
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def draft(roles, person) -> PlanVersion:
    """Make a bare draft with one goal and one decided insats, bypassing the actions to keep the tests quick."""
    plan = IndividuellPlan.objects.create(person=person)
    version = PlanVersion.objects.create(plan=plan, nummer=1, created_by=roles.ingrid)
    Malsattning.objects.create(version=version, text="Sjunga med andra", latt_mening="Du ska sjunga.", sikt="kort")
    insats = Insats.objects.create(person=person, lagrum=10, utfall="beviljad", beslutad=IDAG)
    PlanRad.objects.create(version=version, status="beslutad", lagrum=10, insats=insats, text="Daglig verksamhet")
    return version


@pytest.fixture
def version(roles) -> PlanVersion:
    """Alva's draft."""
    return draft(roles, roles.alva)


def save(roles, version, part=None, rev=0, model=Malsattning, **data):
    by = Actor(roles.ingrid, IDAG)
    return plandelar.spara(version=version, model=model, part=part, rev=rev, data={"text": "Bo själv"} | data, by=by)


def test_parts_are_numbered_in_the_order_they_are_added(roles, version):
    for text in ("Två", "Tre"):
        save(roles, version, text=text)
    rows = version.malsattning_set.order_by("ordning").values_list("ordning", "text")
    assert list(rows) == [(0, "Sjunga med andra"), (1, "Två"), (2, "Tre")]


def test_another_plans_parts_do_not_move_the_number(roles, version):
    other = draft(roles, roles.yusuf)
    for _ in range(3):
        save(roles, other)
    assert save(roles, version).ordning == 1
    version.malsattning_set.all().delete()
    assert save(roles, version).ordning == 0


def test_a_part_is_changed_in_its_own_version_alone(roles, version):
    """It cannot be changed or removed through another draft, even one of the same handläggare."""
    other = draft(roles, roles.yusuf)
    theirs = other.malsattning_set.get()
    for act in (
        lambda: save(roles, version, part=theirs, rev=1),
        lambda: plandelar.ta_bort(version=version, part=theirs, rev=1, by=Actor(roles.ingrid, IDAG)),
    ):
        with pytest.raises(access.Nekad) as stop:
            act()
        assert (stop.value.key, stop.value.obj) == ("plan.andra", version)
    theirs.refresh_from_db()
    assert (theirs.text, theirs.rev) == ("Sjunga med andra", 1)


def test_an_earlier_versions_part_is_not_changed_through_the_new_draft(roles):
    old = f.klar(roles.alva, roles.ingrid)
    new = planer.omprova(plan=old.plan, by=Actor(roles.ingrid, IDAG))
    for part in (old.malsattning_set.get(), old.atgard_set.first()):
        with pytest.raises(access.Nekad):
            save(roles, new, part=part, rev=part.rev, model=type(part))
    assert new.malsattning_set.get().text == "Jag vill sjunga med andra"


def test_a_change_moves_both_revisions_by_one(roles, version):
    part, before = version.malsattning_set.get(), version.rev
    changed = save(roles, version, part=part, rev=1, text="Sjunga", sikt="lang")
    version.refresh_from_db()
    assert (changed.pk, changed.rev, changed.text, changed.sikt) == (part.pk, 2, "Sjunga", "lang")
    assert (changed.latt_mening, version.rev) == ("Du ska sjunga.", before + 1)
    with pytest.raises(Konflikt):
        save(roles, version, part=part, rev=1)
    assert save(roles, version).rev == 1


def test_a_part_is_removed_as_it_was_shown(roles, version):
    part, before = version.malsattning_set.get(), version.rev
    other = save(roles, version)
    save(roles, version, part=part, rev=1, text="Sjunga")
    remove = {"version": version, "part": part, "by": Actor(roles.ingrid, IDAG)}
    with pytest.raises(Konflikt, match="sedan sidan visades"):
        plandelar.ta_bort(**remove, rev=1)
    plandelar.ta_bort(**remove, rev=2)
    version.refresh_from_db()
    assert (list(version.malsattning_set.all()), version.rev) == ([other], before + 3)


@pytest.mark.parametrize(("days", "ok"), [(-1, False), (0, True), (1, True)])
def test_a_promise_is_for_the_day_it_begins_or_later(roles, version, days, ok):
    data = {"slag": "lofte", "ansvarig": "Bo", "fran": IDAG, "lovat_till": IDAG + days * DAG}
    if ok:
        assert save(roles, version, model=Atgard, **data).lovat_till == IDAG + days * DAG
    else:
        with pytest.raises(Regelbrott, match="Det är lovat till före") as stop:
            save(roles, version, model=Atgard, **data)
        assert stop.value.field == "lovat_till"


@pytest.mark.parametrize("day", [{"fran": IDAG}, {"lovat_till": IDAG - DAG}])
def test_one_day_alone_is_in_no_order(roles, version, day):
    assert save(roles, version, model=Atgard, slag="lofte", ansvarig="Bo", **day).pk


def test_a_decided_row_names_its_insats_and_a_wish_need_not(roles, version):
    with pytest.raises(Regelbrott, match="Välj vilken insats") as stop:
        save(roles, version, model=PlanRad, status="beslutad", lagrum=None)
    assert stop.value.field == "lagrum"
    assert save(roles, version, model=PlanRad, status="beslutad", lagrum=3).lagrum == 3
    wish = save(roles, version, model=PlanRad, status="onskad", lagrum=None)
    changed = save(roles, version, model=PlanRad, part=wish, rev=1, status="onskad", lagrum=None)
    assert changed.rev == 2


def test_a_row_with_a_decision_stays_decided(roles, version):
    row = version.planrad_set.get()
    with pytest.raises(Regelbrott, match="hör till ett beslut") as stop:
        save(roles, version, model=PlanRad, part=row, rev=1, status="onskad", lagrum=10)
    assert stop.value.field == "status"
    assert save(roles, version, model=PlanRad, part=row, rev=1, status="beslutad", lagrum=10).rev == 2
