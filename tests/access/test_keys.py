"""The table of access keys: each ground by itself, refusals, and how one row is fetched from a scoped queryset."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from plans import access
from plans.access import grounds
from plans.models import Actor, Foretradarskap, Inbjudan, Nodatkomst, Person, Utskick
from tests.stod import action_ready as ready
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def allowed(roles, key, obj, *names) -> set[str]:
    """Members of the cast who may use the key on the object."""
    everyone = ("ingrid", "kerstin", "osten", "nadia", "carin", "greta", "rut", "admin", "nodoppnat", "nodigar")
    family = ("birgitta", "javig", "avstangd", "alva_konto", "dragan_konto", "gunnar_ratt", "pappa", "ingen")
    return {name for name in names or everyone + family if access.may(Actor(getattr(roles, name), IDAG), key, obj)}


# --- Refusals --------------------------------------------------------------------------------------------------------
def test_a_refusal_is_a_404_that_says_nothing_and_carries_what_the_log_names(roles):
    with pytest.raises(Http404) as stop:
        access.require(Actor(roles.osten, IDAG), "person.las", roles.alva)
    assert isinstance(stop.value, access.Nekad)
    assert str(stop.value) == "Sidan finns inte."
    assert (stop.value.key, stop.value.obj) == ("person.las", roles.alva)
    assert access.require(Actor(roles.ingrid, IDAG), "person.las", roles.alva) is None


def test_the_row_of_a_scoped_queryset(roles):
    by = Actor(roles.ingrid, IDAG)
    found = access.handlagda(by)
    for person in (roles.alva, roles.yusuf, roles.skyddad):
        assert access.get_or_404(found, by, "person.las", pk=person.pk) == person


def test_the_refusal_names_the_row_that_was_asked_for(roles):
    by = Actor(roles.osten, IDAG)
    for lookup, expected in (({"pk": roles.yusuf.pk}, roles.yusuf), ({"pk": 0}, None), ({}, None)):
        with pytest.raises(access.Nekad) as stop:
            access.get_or_404(access.egna(by), by, "person.las", **lookup)
        assert (stop.value.key, stop.value.obj) == ("person.las", expected)


def test_a_row_in_the_queryset_still_needs_the_key(roles):
    by = Actor(roles.osten, IDAG)
    with pytest.raises(access.Nekad) as stop:
        access.get_or_404(Person.objects.all(), by, "person.las", pk=roles.alva.pk)
    assert stop.value.obj == roles.alva


# --- Anonymous users, closed logins and the system -------------------------------------------------------------------
def test_nobody_and_a_closed_login_may_do_nothing(roles):
    roles.birgitta.is_active = roles.alva_konto.is_active = roles.ingrid.is_active = False
    for user in (AnonymousUser(), roles.birgitta, roles.alva_konto, roles.ingrid):
        assert [key for key in access.NYCKLAR if access.may(Actor(user, IDAG), key, roles.alva)] == []


def test_the_systems_keys_are_the_systems(roles):
    jobs = {"logg.forsegla", "nyckel.byt", "pdf.rendera", "utskick.planera", "utskick.skicka"}
    assert {key for key in access.NYCKLAR if access.may(Actor.system(IDAG), key, roles.alva)} == jobs
    assert [key for key in jobs if allowed(roles, key, None)] == []


# --- Grounds about a person ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("person.andra", {"ingrid", "kerstin"}),
        ("person.las", {"ingrid", "kerstin", "nodoppnat", "birgitta", "javig", "alva_konto"}),
        ("begaran.ta_emot", {"ingrid", "kerstin", "birgitta", "alva_konto"}),
        ("ord.bekrafta", {"ingrid", "kerstin", "alva_konto"}),
        ("logg.las", {"ingrid", "kerstin", "alva_konto"}),
    ],
)
def test_each_ground_about_alva(roles, key, expected):
    assert allowed(roles, key, roles.alva) == expected


def test_the_log_is_read_by_the_representative_who_was_assessed_and_about_that_person(roles):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(far_se_logg=True)
    f.skap(roles.dragan, roles.birgitta, roles.osten)
    assert allowed(roles, "logg.las", roles.alva, "birgitta", "gunnar_ratt", "javig") == {"birgitta"}
    assert allowed(roles, "logg.las", roles.dragan, "birgitta", "gunnar_ratt", "javig") == set()


def test_a_ground_about_a_person_asks_for_exactly_one(roles):
    both = f.skap(roles.dragan, roles.birgitta, roles.osten).foretradare
    for obj in (both, roles.enhet, None):
        with pytest.raises(TypeError, match="not about one person"):
            access.may(Actor(roles.ingrid, IDAG), "person.las", obj)
    with pytest.raises(TypeError, match=r"object does not answer om_vem\(\)"):
        access.may(Actor(roles.ingrid, IDAG), "person.las", object())
    assert grounds.persons_of(None) == []
    assert grounds.persons_of(both) == [roles.alva, roles.dragan]
    assert grounds.person_of(roles.skap) == roles.alva


def test_a_message_about_several_is_given_by_the_handlaggare_of_any(roles):
    message = ready.by_hand(roles)
    assert allowed(roles, "utskick.ge", message) == {"ingrid", "kerstin"}
    assert allowed(roles, "utskick.ge", Utskick.objects.get(mottagare__user=roles.ingrid)) == {"ingrid", "kerstin"}
    f.skap(roles.dragan, roles.birgitta, roles.osten)
    assert allowed(roles, "utskick.ge", roles.skap.foretradare, "ingrid", "osten", "nadia") == {"ingrid", "osten"}


def test_a_draft_is_hidden_from_the_family_until_it_is_shared(roles):
    readers = {"ingrid", "kerstin", "nodoppnat", "birgitta", "javig", "alva_konto"}
    draft = f.utkast(roles.alva, roles.ingrid)
    assert allowed(roles, "plan.las", draft) == {"ingrid", "kerstin"}
    current.dela(version=draft, by=Actor(roles.ingrid, IDAG))
    draft.refresh_from_db()
    assert allowed(roles, "plan.las", draft) == readers
    assert allowed(roles, "plan.las", draft.plan) == readers
    final = current.faststall(
        version=draft, samrad_datum=IDAG, samrad_hur="mote", samrad_med="Alva", by=Actor(roles.ingrid, IDAG)
    )
    assert allowed(roles, "plan.las", final) == readers


# --- Grounds by rule -------------------------------------------------------------------------------------------------
def test_the_namnds_own_roles(roles):
    for key, expected in (
        ("person.lista", {"ingrid", "kerstin", "osten", "nodoppnat", "nodigar"}),
        ("laget.las", {"carin"}),
        ("logg.granska", {"carin", "greta"}),
        ("foretradare.importera", {"rut"}),
    ):
        assert allowed(roles, key, roles.namnd) == expected
        assert allowed(roles, key, None) == set()
        assert allowed(roles, key, roles.alva) == set()
    assert allowed(roles, "person.lista", roles.annan_namnd) == {"nadia"}


def test_an_emergency_is_reviewed_by_the_chef_and_each_for_itself(roles):
    row = Nodatkomst.objects.get(user=roles.nodoppnat)
    assert allowed(roles, "nodatkomst.granska", row) == {"carin"}
    roles.nodoppnat.uppdrag.update(roll="chef")
    assert allowed(roles, "nodatkomst.granska", row) == {"carin"}
    assert allowed(roles, "nodatkomst.granska", roles.alva) == set()
    assert allowed(roles, "nodatkomst.granska", None) == set()


def test_own_words_are_changed_by_their_author_while_the_ground_to_write_holds(roles):
    theirs = ready.words(roles)
    assert allowed(roles, "ord.andra", theirs) == {"birgitta"}
    assert allowed(roles, "ord.andra", ready.words(roles, by=roles.alva_konto)) == {"alva_konto"}
    assert allowed(roles, "ord.andra", roles.alva) == set()
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(jav=True)
    assert allowed(roles, "ord.andra", theirs) == set()


# --- Codes -----------------------------------------------------------------------------------------------------------
def code_for(roles, konto) -> Inbjudan:
    """Make an unused code by letter for this login."""
    now = timezone.now()
    made = {"slag": "brev", "kod_hash": f"{konto.pk:064d}", "skapad_av": roles.ingrid, "skapad_at": now}
    return Inbjudan.objects.create(konto=konto, giltig_till=now + 30 * DAG, **made)


def test_a_code_is_for_the_login_it_was_made_for_while_that_has_somebody_to_see(roles):
    names = ("alva_konto", "birgitta", "dragan_konto", "gunnar_ratt", "javig", "slutat", "ingen")
    for name in names:
        code = code_for(roles, getattr(roles, name))
        open_to = {name} - {"javig", "slutat", "ingen"}
        assert allowed(roles, "inbjudan.anvand", code) == open_to
        opened = access.oppen_inbjudan(IDAG, timezone.now(), pk=code.pk)
        assert opened == (code if open_to else None)
    assert allowed(roles, "inbjudan.anvand", roles.alva) == set()


def test_a_code_is_found_by_what_it_is(roles):
    first, second = code_for(roles, roles.alva_konto), code_for(roles, roles.birgitta)
    for code in (first, second):
        assert access.oppen_inbjudan(IDAG, timezone.now(), kod_hash=code.kod_hash) == code
    assert access.oppen_inbjudan(IDAG, timezone.now(), kod_hash="0") is None
    assert access.oppen_inbjudan(IDAG, timezone.now() + 30 * DAG, pk=first.pk) is None
    Inbjudan.objects.filter(pk=first.pk).update(anvand_at=timezone.now())
    Inbjudan.objects.filter(pk=second.pk).update(aterkallad_at=timezone.now())
    assert [access.oppen_inbjudan(IDAG, timezone.now(), pk=code.pk) for code in (first, second)] == [None, None]
