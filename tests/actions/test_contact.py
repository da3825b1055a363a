"""Changes to a right or a contact: whom they concern, which rights need a new check, which forms become stale."""

import datetime as dt

import pytest

from plans import access
from plans.actions import foretradare
from plans.actions.locks import Konflikt
from plans.models import Actor, Foretradare, Foretradarskap, Handelse
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import SKYDD
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)
NUMMER, ANNAT = f.number(skip=30), f.number(skip=31)
BO = {"namn": "Bo Ek", "typ": "ombud", "bevaka_ratt": True, "fran": IDAG, "underlag": "Fullmakt"}


def change(roles, data, skap=None, rev=1, who="ingrid") -> Foretradarskap:
    return foretradare.andra(skap=skap or roles.skap, data=data, rev=rev, by=Actor(getattr(roles, who), IDAG))


def register(roles, person=None, who="ingrid", known=None, **data) -> Foretradarskap:
    by = Actor(getattr(roles, who), IDAG)
    return foretradare.registrera(person=person or roles.alva, data=BO | data, foretradare=known, by=by)


def about() -> set[int]:
    """The persons that the latest log row is about."""
    return set(Handelse.objects.latest("pk").person_ids)


@pytest.fixture
def other(roles) -> Foretradarskap:
    """Birgitta's right to act for Yusuf, checked by Kerstin, who has also checked Birgitta's right for Alva."""
    skap = f.skap(roles.yusuf, roles.birgitta, roles.ingrid)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.kerstin, kontrollerad_at=skap.verifierad_at)
    skap.refresh_from_db()
    return skap


def states(*rights) -> list[tuple[int, bool]]:
    for skap in rights:
        skap.refresh_from_db()
    return [(skap.rev, skap.kontrollerad_at is not None) for skap in rights]


def test_a_change_of_one_right_is_about_that_person(roles, other):
    change(roles, {"epost": "birgitta@example.se", "till": IDAG + 90 * DAG})
    assert about() == {roles.alva.pk}
    assert states(roles.skap, other) == [(2, False), (1, True)]


def test_a_changed_contact_is_about_everyone_and_makes_their_forms_stale(roles, other):
    untouched = Foretradarskap.objects.get(foretradare__konto=roles.gunnar_ratt)
    change(roles, {"epost": "ny@example.se", "telefon": "070-1"})
    who = Foretradare.objects.get(konto=roles.birgitta)
    assert (who.epost, who.telefon, who.kanal) == ("ny@example.se", "070-1", "mejl")
    assert about() == {roles.alva.pk, roles.yusuf.pk}
    assert states(roles.skap, other, untouched) == [(2, True), (2, True), (1, True)]
    with pytest.raises(Konflikt):
        change(roles, {"epost": "gammal@example.se"}, skap=other)


def test_a_new_number_is_checked_anew_for_everyone(roles, other):
    untouched = Foretradarskap.objects.get(foretradare__konto=roles.gunnar_ratt)
    change(roles, {"personnummer": NUMMER})
    assert Foretradare.objects.med_personnummer(NUMMER).get().konto == roles.birgitta
    assert states(roles.skap, other, untouched) == [(2, False), (2, False), (1, True)]
    assert (other.verifierad_av, roles.skap.verifierad_av) == (roles.ingrid, roles.ingrid)
    assert about() == {roles.alva.pk, roles.yusuf.pk}
    change(roles, {"personnummer": NUMMER}, rev=2)
    assert states(other) == [(2, False)]


def test_a_number_that_another_in_the_namnd_has_is_refused(roles):
    theirs = register(roles, roles.dragan, "osten", personnummer=NUMMER)
    with pytest.raises(Regelbrott, match="kan inte registreras här") as stop:
        change(roles, {"personnummer": NUMMER})
    assert stop.value.field == "personnummer"
    assert stop.value.personer == {roles.alva, roles.dragan}
    refused = Handelse.objects.latest("pk")
    assert (refused.nekad, set(refused.person_ids)) == (True, {roles.alva.pk, roles.dragan.pk})
    assert change(roles, {"personnummer": ""}).foretradare != theirs.foretradare


def test_the_same_number_in_another_namnd_is_nobodys_here(roles):
    Foretradare.objects.create(namnd=roles.annan_namnd, namn="Någon", personnummer=NUMMER)
    change(roles, {"personnummer": NUMMER})
    assert register(roles, personnummer=ANNAT).foretradare.namnd == roles.namnd
    Foretradare.objects.create(namnd=roles.annan_namnd, namn="Annan", personnummer=f.number(skip=32))
    assert register(roles, personnummer=f.number(skip=32), typ="god_man").foretradare.namn == "Bo Ek"


def test_a_number_stays_under_a_login_that_has_been_used_with_it(roles):
    change(roles, {"personnummer": NUMMER})
    change(roles, {"personnummer": ANNAT}, rev=2)
    roles.birgitta.last_login = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    roles.birgitta.save()
    with pytest.raises(Regelbrott, match="har använts med det här numret") as stop:
        change(roles, {"personnummer": NUMMER}, rev=3)
    assert stop.value.field == "personnummer"
    assert change(roles, {"personnummer": ANNAT, "telefon": "070-2"}, rev=3).rev == 4


def test_a_first_number_may_be_written_under_a_used_login(roles):
    roles.birgitta.last_login = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    roles.birgitta.save()
    assert change(roles, {"personnummer": NUMMER}).rev == 2


def test_a_number_may_be_changed_where_there_is_no_login(roles):
    skap = register(roles, personnummer=NUMMER)
    assert change(roles, {"personnummer": ANNAT}, skap=skap).foretradare_id == skap.foretradare_id


def test_the_right_itself_is_checked_anew_when_it_changes(roles):
    for rev, (data, checked) in enumerate(
        (
            ({"kontrolleras_igen": IDAG + DAG}, True),
            ({"telefon": "070-1"}, True),
            ({"till": None}, True),
            ({"till": IDAG + DAG}, False),
        ),
        1,
    ):
        assert (change(roles, data, rev=rev).kontrollerad_at is not None) is checked, data
    roles.skap.refresh_from_db()
    assert (roles.skap.till, roles.skap.kontrolleras_igen, roles.skap.rev) == (IDAG + DAG, IDAG + DAG, 5)


def test_the_type_stays(roles):
    assert change(roles, {"typ": "forvaltare"}).typ == "god_man"


def test_a_closed_right_is_not_changed_closed_or_assessed_again(roles):
    stangd = Foretradarskap.objects.get(foretradare__konto=roles.stangd)
    by = Actor(roles.ingrid, IDAG)
    with pytest.raises(Regelbrott, match="Registrera på nytt om"):
        change(roles, {"jav": True}, skap=stangd)
    with pytest.raises(Regelbrott, match="redan stängd"):
        foretradare.stang(skap=stangd, skal="Igen", by=by)
    with pytest.raises(Regelbrott, match="ser inte loggen"):
        foretradare.bedom_logg(skap=stangd, far_se=True, bedomning="Ja", by=by)


# --- Registering -----------------------------------------------------------------------------------------------------
def test_a_known_representative_gets_another_right(roles):
    gunnar = Foretradare.objects.get(konto=roles.gunnar_ratt)
    skap = register(roles, known=gunnar, telefon="070-3")
    assert (skap.foretradare, skap.person, skap.verifierad_av) == (gunnar, roles.alva, roles.ingrid)
    gunnar.refresh_from_db()
    assert (gunnar.namn, gunnar.telefon) == ("Gunnar Rätt", "")
    far = Foretradare.objects.create(namnd=roles.annan_namnd, namn="Långt bort")
    with pytest.raises(access.Nekad) as stop:
        register(roles, known=far)
    assert stop.value.obj == roles.alva


def test_a_new_representative_is_kept_as_written(roles):
    skap = register(roles, personnummer=NUMMER, kanal="brev", adress="Storgatan 4", till=IDAG + DAG)
    skap.refresh_from_db()
    who = skap.foretradare
    assert (who.namn, who.personnummer, who.kanal, who.adress) == ("Bo Ek", NUMMER, "brev", "Storgatan 4")
    assert (skap.typ, skap.bevaka_ratt, skap.till, skap.stangd_at) == ("ombud", True, IDAG + DAG, None)
    assert register(roles, roles.yusuf, namn="BO EK", personnummer=NUMMER).foretradare == who


@pytest.mark.parametrize(("age", "ok"), [(17, True), (18, False)])
def test_a_guardian_is_a_childs(roles, age, ok):
    roles.yusuf.fodd = IDAG.replace(year=IDAG.year - age)
    roles.yusuf.save()
    if ok:
        assert register(roles, roles.yusuf, typ="vardnadshavare").typ == "vardnadshavare"
    else:
        with pytest.raises(Regelbrott, match="fyllt 18") as stop:
            register(roles, roles.yusuf, typ="vardnadshavare")
        assert stop.value.field == "typ"
        assert register(roles, roles.yusuf).typ == "ombud"


def test_a_protected_childs_guardian_is_closed_until_assessed_and_others_are_not(roles):
    roles.skyddad.fodd = roles.yusuf.fodd
    roles.skyddad.save()
    kinds = {"vardnadshavare": SKYDD, "ombud": ""}
    for person, expected in ((roles.skyddad, kinds), (roles.yusuf, dict.fromkeys(kinds, ""))):
        made = {kind: register(roles, person, typ=kind, namn=kind).stangd_skal for kind in kinds}
        assert made == expected


def test_a_stance_has_its_ground(roles):
    for act in (lambda data: register(roles, **data), lambda data: change(roles, data)):
        with pytest.raises(Regelbrott, match="hur du vet"):
            act({"installning": "nej"})
        assert act({"installning": "nej", "installning_grund": "Sa det"}).installning == "nej"


@pytest.mark.parametrize(
    ("days", "stands_in_the_way"),
    [
        ({}, True),
        ({"till": IDAG + 9 * DAG}, False),
        ({"till": IDAG + 10 * DAG}, True),
        ({"fran": IDAG + 20 * DAG}, True),
        ({"fran": IDAG + 21 * DAG}, False),
        ({"fran": IDAG + 9 * DAG, "till": IDAG + 30 * DAG}, True),
        ({"typ": "god_man"}, False),
        ({"namn": "Eva Ek"}, False),
        ({"namn": "bo ek"}, True),
    ],
)
def test_the_same_right_for_the_same_days_is_registered_once(roles, days, stands_in_the_way):
    register(roles, fran=IDAG + 10 * DAG, till=IDAG + 20 * DAG)
    if stands_in_the_way:
        with pytest.raises(Regelbrott, match="redan registrerad") as stop:
            register(roles, **days)
        assert stop.value.field == "typ"
    else:
        assert register(roles, **days).pk
    assert register(roles, roles.yusuf, **days).person == roles.yusuf


def test_a_known_number_of_a_protected_persons_representative_is_hidden_from_others(roles):
    register(roles, roles.skyddad, personnummer=NUMMER)
    with pytest.raises(Regelbrott, match="kan inte registreras här") as stop:
        register(roles, roles.dragan, "osten", personnummer=NUMMER)
    assert stop.value.personer == {roles.skyddad}
    assert register(roles, personnummer=NUMMER).foretradare.personnummer == NUMMER
