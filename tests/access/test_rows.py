"""Which rows each login sees: the whole list, so that one row too many fails just like one too few."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from plans import access
from plans.actions import utskick
from plans.models import Actor, IndividuellPlan, Person, Tilldelning, Uppdrag, Utskick
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def seen(roles, by, found) -> set[str]:
    """The cast's names for the persons in a queryset."""
    names = {getattr(roles, name).pk: name for name in ("alva", "dragan", "yusuf", "skyddad", "fjarran")}
    return {names[person.pk] for person in found(Actor(by, IDAG))}


def give_case(person, user, roll="vikarie", **days) -> Tilldelning:
    """Assign the person's case to this login too; those who already have the case keep it."""
    return Tilldelning.objects.create(person=person, user=user, roll=roll, **{"fran": IDAG} | days)


# --- Staff -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ingrid", {"alva", "yusuf", "skyddad"}),
        ("kerstin", {"alva", "yusuf"}),
        ("osten", {"dragan"}),
        ("nadia", {"fjarran"}),
        ("carin", set()),
        ("admin", set()),
        ("birgitta", set()),
        ("ingen", set()),
    ],
)
def test_a_handlaggare_has_the_cases_of_the_enhet(roles, who, expected):
    assert seen(roles, getattr(roles, who), access.handlagda) == expected


@pytest.mark.parametrize("days", [{"fran": IDAG + DAG}, {"fran": IDAG - 9 * DAG, "till": IDAG - DAG}])
def test_a_case_is_had_on_the_days_it_is_assigned(roles, days):
    give_case(roles.dragan, roles.ingrid, **days)
    assert seen(roles, roles.ingrid, access.handlagda) == {"alva", "yusuf", "skyddad"}
    assert seen(roles, roles.kerstin, access.handlagda) == {"alva", "yusuf"}


def test_a_case_in_another_namnd_does_not_follow_the_handlaggare_there(roles):
    """Kerstin came from another nämnd, where her cases were never taken from her."""
    give_case(roles.fjarran, roles.kerstin)
    assert seen(roles, roles.kerstin, access.handlagda) == {"alva", "yusuf"}
    assert seen(roles, roles.ingrid, access.handlagda) == {"alva", "yusuf", "skyddad"}


def test_only_the_cases_of_todays_handlaggare_are_shared_in_the_enhet(roles):
    give_case(roles.dragan, roles.carin)
    gone = f.user("slutade")
    Uppdrag.objects.create(user=gone, enhet=roles.enhet, roll="handlaggare", fran=IDAG - 9 * DAG, till=IDAG - DAG)
    give_case(roles.dragan, gone)
    assert seen(roles, roles.kerstin, access.handlagda) == {"alva", "yusuf"}


def test_own_tasks_are_of_living_persons_one_answers_for_today(roles):
    give_case(roles.dragan, roles.kerstin, roll="samordnare")
    give_case(roles.yusuf, roles.kerstin)
    give_case(roles.alva, roles.kerstin, fran=IDAG - 9 * DAG, till=IDAG - DAG)
    assert seen(roles, roles.kerstin, access.handlagda) == {"alva", "yusuf", "dragan"}
    assert seen(roles, roles.kerstin, access.egna_arenden) == {"yusuf"}
    Person.objects.filter(pk=roles.yusuf.pk).update(avliden=IDAG)
    assert seen(roles, roles.kerstin, access.egna_arenden) == set()
    assert seen(roles, roles.ingrid, access.egna_arenden) == {"alva", "skyddad"}


def test_a_case_in_another_enhet_is_no_task_when_the_appointment_is_over(roles):
    """The assignment is still there, but carries no responsibility where the login is not a handläggare."""
    give_case(roles.alva, roles.nadia)
    assert seen(roles, roles.nadia, access.egna_arenden) == {"fjarran"}


def test_an_emergency_is_found_by_number_in_the_own_namnd(roles):
    assert seen(roles, roles.osten, access.nodsokta) == {"alva", "dragan", "yusuf", "skyddad"}
    assert seen(roles, roles.nadia, access.nodsokta) == {"fjarran"}
    assert seen(roles, roles.carin, access.nodsokta) == set()


def test_an_emergency_opens_one_case_to_one_login_for_a_day(roles):
    opened = {who: seen(roles, getattr(roles, who), access.nodoppnade) for who in ("nodoppnat", "nodigar", "osten")}
    assert opened == {"nodoppnat": {"alva"}, "nodigar": set(), "osten": set()}


def test_emergencies_are_read_by_the_namnds_chef_but_never_ones_own(roles):
    def opened_by(user):
        return {row.user for row in access.nodatkomster(Actor(user, IDAG))}

    far = f.staff("fjarran_chef", roles.langt_bort, "chef")
    assert opened_by(roles.carin) == {roles.nodoppnat, roles.nodigar}
    assert (opened_by(far), opened_by(roles.ingrid), opened_by(roles.greta)) == (set(), set(), set())
    roles.nodigar.uppdrag.update(roll="chef")
    assert opened_by(roles.nodigar) == {roles.nodoppnat}


def test_rows_with_a_person_are_those_of_the_own_cases(roles):
    own = {row.person for row in access.hos_handlagda(Tilldelning, Actor(roles.osten, IDAG))}
    assert own == {roles.dragan}


def test_representatives_that_are_known_here(roles):
    """Left out: closed rights, rights in another handläggare's cases, and rights to act for protected persons."""
    f.skap(roles.skyddad, f.user("hemlig"), roles.ingrid)
    found = {
        who: [row.namn for row in access.kanda_foretradare(Actor(getattr(roles, who), IDAG))]
        for who in ("ingrid", "osten", "carin")
    }
    known = ["Avstangd", "Birgitta", "Egendom", "Hassan Abdirahman", "Javig", "Kommande", "Nekad", "Slutat"]
    assert found == {"ingrid": known, "osten": ["Gunnar Rätt"], "carin": []}


def test_the_second_check_is_of_the_own_cases_or_the_chefs_namnd_and_never_ones_own(roles):
    secret = f.skap(roles.skyddad, f.user("hemlig"), roles.kerstin)
    new = f.skap(roles.dragan, roles.birgitta, roles.osten)
    found = {
        who: {row.pk for row in access.kontrollerbara(Actor(getattr(roles, who), IDAG)).vantar_pa_kontroll(IDAG)}
        for who in ("ingrid", "kerstin", "osten", "carin", "nadia", "greta")
    }
    assert {who: rows for who, rows in found.items() if rows} == {"ingrid": {secret.pk}, "carin": {new.pk}}


def test_messages_to_give_by_hand_are_of_the_own_cases(roles):
    IndividuellPlan.objects.filter(pk=f.klar(roles.alva, roles.ingrid).plan_id).update(nasta_omprovning=IDAG)
    IndividuellPlan.objects.filter(pk=f.klar(roles.dragan, roles.osten).plan_id).update(nasta_omprovning=IDAG)
    utskick.planera(today=IDAG)
    alva = set(Utskick.objects.filter(paminnelser__plan__person=roles.alva))
    dragan = set(Utskick.objects.filter(paminnelser__plan__person=roles.dragan))
    found = {
        who: set(access.utskick_for_hand(Actor(getattr(roles, who), IDAG)))
        for who in ("ingrid", "osten", "nadia", "carin", "birgitta")
    }
    assert alva and dragan and not alva & dragan
    assert found == {"ingrid": alva, "osten": dragan, "nadia": set(), "carin": set(), "birgitta": set()}


# --- The family ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "acts_for", "own"),
    [
        ("birgitta", {"alva"}, set()),
        ("javig", {"alva"}, set()),
        ("gunnar_ratt", {"dragan"}, set()),
        ("pappa", {"yusuf"}, set()),
        ("alva_konto", set(), {"alva"}),
        ("dragan_konto", set(), {"dragan"}),
        ("slutat", set(), set()),
        ("kommande", set(), set()),
        ("avstangd", set(), set()),
        ("ingrid", set(), set()),
        ("ingen", set(), set()),
    ],
)
def test_the_family_sees_itself_and_those_it_acts_for(roles, who, acts_for, own):
    user = getattr(roles, who)
    assert seen(roles, user, access.foretradda) == acts_for
    assert seen(roles, user, access.egna) == own
    assert seen(roles, user, access.familjens) == acts_for | own


def test_one_login_may_be_a_person_and_a_representative(roles):
    f.skap(roles.dragan, roles.alva_konto, roles.osten)
    assert seen(roles, roles.alva_konto, access.familjens) == {"alva", "dragan"}


@pytest.mark.parametrize("found", [access.foretradda, access.egna, access.personer_visible_to, access.handlagda])
def test_nobody_logged_in_and_a_closed_login_see_nobody(roles, found):
    roles.alva_konto.is_active = roles.birgitta.is_active = roles.ingrid.is_active = False
    for user in (AnonymousUser(), roles.alva_konto, roles.birgitta, roles.ingrid):
        assert seen(roles, user, found) == set()


def test_death_ends_ones_own_room(roles):
    Person.objects.filter(pk=roles.alva.pk).update(avliden=IDAG)
    assert seen(roles, roles.alva_konto, access.egna) == set()
    assert seen(roles, roles.birgitta, access.foretradda) == set()


def test_the_right_to_act_is_the_logins_own_and_for_that_person(roles):
    for person, who, expected in (
        (roles.alva, roles.birgitta, roles.skap),
        (roles.dragan, roles.birgitta, None),
        (roles.alva, roles.gunnar_ratt, None),
        (roles.alva, roles.javig, None),
        (roles.alva, roles.ingen, None),
    ):
        assert access.mina_foretradarskap(Actor(who, IDAG), person) == expected


# --- Whatever the ground ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ingrid", {"alva", "yusuf", "skyddad"}),
        ("kerstin", {"alva", "yusuf"}),
        ("nodoppnat", {"alva", "dragan"}),
        ("birgitta", {"alva"}),
        ("alva_konto", {"alva"}),
        ("gunnar_ratt", {"dragan"}),
        ("nadia", {"fjarran"}),
        ("carin", set()),
        ("admin", set()),
        ("nodigar", {"dragan"}),
        ("avstangd", set()),
        ("ingen", set()),
    ],
)
def test_visible_persons_whatever_the_ground(roles, who, expected):
    assert seen(roles, getattr(roles, who), access.personer_visible_to) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ingrid", {"alva"}),
        ("birgitta", {"alva"}),
        ("alva_konto", {"alva"}),
        ("gunnar_ratt", {"dragan"}),
        ("nodoppnat", {"alva", "dragan"}),
        ("nadia", set()),
        ("carin", set()),
        ("ingen", set()),
    ],
)
def test_plans_versions_and_pdfs_are_those_of_visible_persons(roles, who, expected):
    final = {"alva": f.klar(roles.alva, roles.ingrid), "dragan": f.klar(roles.dragan, roles.osten)}
    names = {version.plan_id: name for name, version in final.items()}
    by = Actor(getattr(roles, who), IDAG)
    assert {names[plan.pk] for plan in access.planer_visible_to(by)} == expected
    assert {names[version.plan_id] for version in access.versioner_visible_to(by)} == expected
    assert {names[pdf.version.plan_id] for pdf in access.pdfer_visible_to(by)} == expected


def test_logins_of_a_person_and_persons_of_a_login(roles):
    f.skap(roles.dragan, roles.alva_konto, roles.osten)
    tied = {"birgitta", "slutat", "kommande", "egendom", "stangd", "nekad", "javig", "avstangd", "alva"}
    assert sorted(user.username for user in access.konton_hos(roles.alva)) == sorted(tied)
    assert [user.username for user in access.konton_hos(roles.fjarran)] == []
    owned = access.kontots_personer(roles.alva_konto)
    assert sorted(person.pk for person in owned) == sorted([roles.alva.pk, roles.dragan.pk])
    assert list(access.kontots_personer(roles.stangd)) == [roles.alva]
    assert list(access.kontots_personer(roles.ingrid)) == []
