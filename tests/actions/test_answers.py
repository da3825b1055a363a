"""Answers to a draft: it must be shared and be the draft that was read, and only the right people may answer."""

import datetime as dt

import pytest

from plans import access
from plans.actions import planer, svar
from plans.actions.locks import Konflikt
from plans.models import Actor, Foretradarskap, PlanSvar, PlanVersion
from plans.regler.fel import Regelbrott
from tests.stod import action_ready as ready
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def answer(roles, version, who="alva_konto", **values) -> PlanSvar:
    said = {"svar": "haller_med", "text": ""} | values
    return current.svara(version=version, by=Actor(getattr(roles, who), IDAG), **said)


def final(roles) -> PlanVersion:
    return f.klar(roles.alva, roles.ingrid)


def ended(roles) -> PlanVersion:
    version = ready.shared(roles)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roles.ingrid, IDAG))
    return version


@pytest.mark.parametrize("made", [lambda r: f.utkast(r.alva, r.ingrid), final, ended])
def test_without_a_shared_draft_there_is_nothing_to_answer(roles, made):
    version = made(roles)
    with pytest.raises(Regelbrott, match="inget utkast att svara på"):
        answer(roles, version, "ingrid", hur="mote")
    assert PlanSvar.objects.count() == 0


def test_another_drafts_sharing_is_none_of_this_one(roles):
    ready.shared(roles)
    with pytest.raises(Regelbrott, match="inget utkast att svara på"):
        answer(roles, f.utkast(roles.yusuf, roles.ingrid), "pappa")


def test_the_answer_is_to_what_was_read(roles):
    version = ready.shared(roles)
    first = version.delningar.get()
    second = current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Konflikt, match="nya utkastet") as stop:
        svar.svara(version=version, svar="haller_med", text="", delning=first.pk, by=Actor(roles.alva_konto, IDAG))
    conflict = stop.value
    assert (conflict.row, conflict.rev, conflict.stale, conflict.logged) == (second, second.pk, "delning", version)
    assert answer(roles, version).delning == second


def test_the_answer_comes_after_the_one_that_was_seen(roles):
    version = ready.shared(roles)
    first = answer(roles, version, sett=0)
    with pytest.raises(Konflikt, match="ett svar sedan") as stop:
        answer(roles, version, "birgitta", sett=0)
    assert (stop.value.row, stop.value.rev, stop.value.logged) == (first, first.pk, version)
    assert answer(roles, version, "birgitta", sett=first.pk).namn == "Birgitta"
    assert answer(roles, version, "birgitta").namn == "Birgitta"


def test_an_answer_to_an_earlier_sharing_is_not_waited_for(roles):
    version = ready.shared(roles)
    answer(roles, version)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    assert answer(roles, version, sett=0).svar == "haller_med"


def test_each_answers_in_the_own_name(roles):
    version = ready.shared(roles)
    f.skap(roles.alva, roles.alva_konto, roles.ingrid)  # even with this right, Alva answers as the person
    made = [
        answer(roles, version, "alva_konto"),
        answer(roles, version, "birgitta", hur="mote"),
        answer(roles, version, "ingrid", hur="telefon"),
        answer(roles, version, "ingrid", hur="mote", for_skap=roles.skap),
    ]
    rows = [(row.namn, row.som, row.hur, row.foretradarskap, row.registrerad_av) for row in made]
    alva = "Alva Nyström Keita"
    assert rows == [
        (alva, "personen", "portalen", None, roles.alva_konto),
        ("Birgitta", "god man", "portalen", roles.skap, roles.birgitta),
        (alva, "personen", "telefon", None, roles.ingrid),
        ("Birgitta", "god man", "mote", roles.skap, roles.ingrid),
    ]


def test_staff_say_how_and_for_a_representative_of_that_person(roles):
    version = ready.shared(roles)
    with pytest.raises(Regelbrott, match="hur personen svarade") as stop:
        answer(roles, version, "ingrid")
    assert stop.value.field == "hur"
    gunnar = Foretradarskap.objects.get(foretradare__konto=roles.gunnar_ratt)
    with pytest.raises(access.Nekad):
        answer(roles, version, "ingrid", hur="mote", for_skap=gunnar)


@pytest.mark.parametrize("change", [{"jav": True}, {"till": IDAG - DAG}])
def test_nobody_answers_for_a_representative_who_may_not(roles, change):
    version = ready.shared(roles)
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(**change)
    roles.skap.refresh_from_db()
    with pytest.raises(Regelbrott, match="inte svara just nu") as stop:
        answer(roles, version, "ingrid", hur="mote", for_skap=roles.skap)
    assert stop.value.field == "vem"


def test_only_the_person_says_that_no_plan_is_wanted(roles):
    version = ready.shared(roles)
    for who, more in (("birgitta", {}), ("ingrid", {"hur": "mote", "for_skap": roles.skap})):
        with pytest.raises(Regelbrott, match="Bara personen själv"):
            answer(roles, version, who, svar="vill_inte", **more)
    assert answer(roles, version, "ingrid", svar="vill_inte", hur="mote").svar == "vill_inte"
    assert answer(roles, version, "alva_konto", svar="vill_inte").svar == "vill_inte"
