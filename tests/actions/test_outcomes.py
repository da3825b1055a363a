"""Outcomes of promises and goals: noted on a part of the final version, by a user who has seen the latest outcome."""

from uuid import uuid4

import pytest

from plans import access
from plans.actions import uppfoljning
from plans.actions.locks import Konflikt
from plans.models import Actor, Uppfoljning
from plans.regler.fel import Regelbrott
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG


def note(roles, plan, spar, **values) -> Uppfoljning:
    said = {"utfall": "klart", "varfor": ""} | values
    return current.notera(plan=plan, spar=spar, by=Actor(roles.ingrid, IDAG), **said)


def test_an_outcome_is_of_a_part_of_that_plans_final_version(roles):
    mine, theirs = f.klar(roles.alva, roles.ingrid), f.klar(roles.yusuf, roles.ingrid)
    for part in (mine.malsattning_set.get(), mine.planrad_set.get(), mine.atgard_set.first()):
        assert note(roles, mine.plan, part.spar).spar == part.spar
    for spar in (theirs.atgard_set.first().spar, mine.delaktig_set.get().spar, uuid4()):
        with pytest.raises(access.Nekad) as stop:
            note(roles, mine.plan, spar)
        assert stop.value.obj == mine.plan
    draft = f.utkast(roles.skyddad, roles.ingrid)
    with pytest.raises(access.Nekad):
        note(roles, draft.plan, draft.atgard_set.first().spar)


def test_an_outcome_comes_after_the_one_that_was_seen_of_that_part(roles):
    version = f.klar(roles.alva, roles.ingrid)
    goal, promise = version.malsattning_set.get(), version.atgard_set.first()
    note(roles, version.plan, goal.spar)
    first = note(roles, version.plan, promise.spar)
    said = {"plan": version.plan, "spar": promise.spar, "utfall": "delvis", "varfor": ""}
    said["by"] = Actor(roles.ingrid, IDAG)
    with pytest.raises(Konflikt) as stop:
        uppfoljning.notera(**said, sett=0)
    assert (stop.value.row, stop.value.rev, stop.value.stale) == (first, first.pk, "sett")
    assert uppfoljning.notera(**said, sett=first.pk).utfall == "delvis"


def test_why_it_was_not_done_is_asked_for_and_only_then(roles):
    version = f.klar(roles.alva, roles.ingrid)
    spar = version.atgard_set.first().spar
    with pytest.raises(Regelbrott, match="Skriv varför") as stop:
        note(roles, version.plan, spar, utfall="blev_inte")
    assert stop.value.field == "varfor"
    assert note(roles, version.plan, spar, utfall="blev_inte", varfor="Kören lades ner").varfor == "Kören lades ner"
    assert note(roles, version.plan, spar, utfall="delvis", varfor="Halva").varfor == "Halva"
