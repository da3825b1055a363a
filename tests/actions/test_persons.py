"""Persons, requests, assessments and drafts of forms: what is kept, for whom, and what is refused."""

import datetime as dt

import pytest

from plans import access
from plans.actions import bedomningar, begaran, kladdar, personer
from plans.actions.locks import Konflikt
from plans.models import Actor, Begaran, Foretradarskap, Handelse, Kladd, Person, Tilldelning
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import SKYDD
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)
NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)


def register(roles, number=None, namnd=None, who="ingrid", **data) -> Person:
    values = {"fornamn": "Leila Sara", "efternamn": "Moradi"} | data
    by = Actor(getattr(roles, who), IDAG)
    return personer.registrera(namnd=namnd or roles.namnd, number=number or f.number(skip=9), data=values, by=by)


# --- Persons ---------------------------------------------------------------------------------------------------------
def test_whoever_registers_has_the_case(roles):
    person = register(roles, kanal="brev", hittepa="x")
    person.refresh_from_db()
    assert (person.namnd, person.enhet, person.tilltalsnamn) == (roles.namnd, roles.enhet, "Leila")
    assert (person.kanal, person.rev, person.arendenummer) == ("brev", 1, "2027-0005")
    had = Tilldelning.objects.get(person=person)
    assert (had.user, had.roll, had.fran, had.till) == (roles.ingrid, "ansvarig", IDAG, None)
    assert register(roles, f.number(skip=10), tilltalsnamn="Sara").tilltalsnamn == "Sara"


def test_case_numbers_go_on_within_the_namnd_and_the_year(roles):
    assert personer.new_case_number(roles.namnd, IDAG) == "2027-0005"
    assert personer.new_case_number(roles.annan_namnd, IDAG) == "2027-0006"
    assert personer.new_case_number(roles.namnd, IDAG.replace(year=2028)) == "2028-0001"


def test_a_known_number_is_told_to_those_who_have_the_case_alone(roles):
    with pytest.raises(Regelbrott, match=f"finns redan: ärende {roles.alva.arendenummer}") as stop:
        register(roles, roles.alva.personnummer)
    assert stop.value.field == "personnummer"
    with pytest.raises(Regelbrott, match="kan inte registreras här") as stop:
        register(roles, roles.alva.personnummer, who="osten")
    assert (stop.value.field, stop.value.personer) == ("personnummer", {roles.alva})


def test_a_number_in_another_namnd_is_nobodys_here(roles):
    person = register(roles, roles.dragan.personnummer, roles.annan_namnd, "nadia")
    assert (person.namnd, person.pk == roles.dragan.pk) == (roles.annan_namnd, False)


def test_a_number_without_a_day_asks_for_it(roles):
    open_day = "194105602397"
    with pytest.raises(Regelbrott, match="Skriv födelsedagen") as stop:
        register(roles, open_day)
    assert stop.value.field == "fodd"
    assert register(roles, open_day, fodd=dt.date(1941, 5, 1)).fodd == dt.date(1941, 5, 1)


def test_a_person_is_changed_as_shown(roles):
    change = {"person": roles.alva, "data": {"sprak": "tecken", "rev": 7}, "by": Actor(roles.ingrid, IDAG)}
    changed = personer.andra(**change, rev=1)
    changed.refresh_from_db()
    assert (changed.sprak, changed.rev, changed.tilltalsnamn, changed.fornamn) == ("tecken", 2, "Alva", "Alva")
    with pytest.raises(Konflikt):
        personer.andra(**change, rev=1)
    names = {"fornamn": "Alva Maria", "tilltalsnamn": ""}
    assert personer.andra(**change | {"data": names}, rev=2).tilltalsnamn == "Alva"


def closed(person) -> dict[str, str]:
    """Why each right to act for the person is closed."""
    rows = Foretradarskap.objects.filter(person=person)
    return dict(rows.values_list("typ", "stangd_skal"))


def test_protection_closes_the_guardians_of_that_child_alone(roles):
    f.skap(roles.yusuf, f.user("gm"), roles.ingrid)
    theirs = f.skap(roles.dragan, f.user("far"), roles.osten, typ="vardnadshavare")
    personer.andra(person=roles.yusuf, data={"skyddad": True}, rev=1, by=Actor(roles.ingrid, IDAG))
    assert closed(roles.yusuf) == {"vardnadshavare": SKYDD, "god_man": ""}
    theirs.refresh_from_db()
    assert theirs.stangd_at is None


def test_protection_is_not_decided_anew_and_a_closed_right_keeps_its_reason(roles):
    Foretradarskap.objects.filter(person=roles.yusuf).update(stangd_av=roles.kerstin, stangd_at=NOW, stangd_skal="Byte")
    for rev, data in enumerate(({"skyddad": False}, {"skyddad": True}), 1):
        personer.andra(person=roles.yusuf, data=data, rev=rev, by=Actor(roles.ingrid, IDAG))
    assert closed(roles.yusuf) == {"vardnadshavare": "Byte"}
    opened = Foretradarskap.objects.filter(person=roles.yusuf)
    opened.update(stangd_av=None, stangd_at=None, stangd_skal="")
    personer.andra(person=roles.yusuf, data={"skyddad": True}, rev=3, by=Actor(roles.ingrid, IDAG))
    assert closed(roles.yusuf) == {"vardnadshavare": ""}


# --- Requests --------------------------------------------------------------------------------------------------------
def ask(roles, person=None, **values) -> tuple[Begaran, bool]:
    said = {"slag": "plan", "text": "Hjälp", "av": "Alva", "inkom": IDAG} | values
    return begaran.ta_emot(person=person or roles.alva, **said, by=Actor(roles.ingrid, IDAG))


def test_the_same_request_is_one_while_it_waits(roles):
    first, new = ask(roles)
    before = Handelse.objects.count()
    assert (ask(roles), new) == ((first, False), True)
    assert Handelse.objects.count() == before
    for other in ({"slag": "insats"}, {"text": ""}, {"av": "Bo"}, {"inkom": IDAG - DAG}, {"person": roles.yusuf}):
        assert ask(roles, **other)[1] is True
    begaran.besvara(begaran=first, by=Actor(roles.ingrid, IDAG))
    again, new = ask(roles)
    assert (again.pk != first.pk, new) == (True, True)


def test_a_request_came_in_today_at_the_latest(roles):
    with pytest.raises(Regelbrott, match="inte varit än") as stop:
        ask(roles, inkom=IDAG + DAG)
    assert stop.value.field == "inkom"


def test_a_request_is_answered_once(roles):
    row, _ = ask(roles)
    begaran.besvara(begaran=row, by=Actor(roles.ingrid, IDAG))
    row.refresh_from_db()
    assert row.besvarad == IDAG
    with pytest.raises(Regelbrott, match="redan besvarad"):
        begaran.besvara(begaran=row, by=Actor(roles.ingrid, IDAG + DAG))


# --- Assessments -----------------------------------------------------------------------------------------------------
def assess(roles, *close, kind="formaga", **answers):
    by = Actor(roles.ingrid, IDAG)
    return bedomningar.gor(person=roles.yusuf, slag=kind, stang=close, slutsats="Prövat", **answers, by=by)


def test_guardians_are_closed_when_they_shall_not_go_on_seeing(roles):
    skap = roles.yusuf.foretradarskap.get()
    no, yes = ({"egen_ratt": True, "vardnadshavare_ser": sees} for sees in (False, True))
    for answers in ({"kind": "foretrada"}, yes):
        with pytest.raises(Regelbrott, match="Då stängs ingen") as stop:
            assess(roles, skap, **answers)
        assert stop.value.field == "stang"
        assert assess(roles, **answers).gjord_av == roles.ingrid
    row = assess(roles, **no)
    assert (row.slag, row.egen_ratt, row.vardnadshavare_ser, row.gjord) == ("formaga", True, False, IDAG)
    assert closed(roles.yusuf) == {"vardnadshavare": ""}
    assess(roles, skap, **no)
    assert closed(roles.yusuf) == {"vardnadshavare": "Bedömt: ska inte längre se planen."}


def test_somebody_elses_right_is_not_closed_by_the_assessment(roles):
    with pytest.raises(access.Nekad) as stop:
        assess(roles, roles.skap, egen_ratt=True, vardnadshavare_ser=False)
    assert (stop.value.key, stop.value.obj) == ("foretradare.stang", roles.skap)


# --- Drafts of forms -------------------------------------------------------------------------------------------------
def keep(roles, place="/a/", who="ingrid", now=NOW, **fields) -> Kladd:
    return kladdar.spara(plats=place, falt=fields or {"text": ["Hej"]}, by=Actor(getattr(roles, who), IDAG), now=now)


def kept() -> set[tuple[str, str]]:
    return set(Kladd.objects.values_list("user__username", "plats"))


def test_a_draft_is_kept_as_written_but_never_a_number(roles):
    keep(roles, text=["a\r\nb\0", "c"], rev=["7"], personnummer=["1"], csrfmiddlewaretoken=["x"])
    row = Kladd.objects.get()
    assert (row.data, row.base_rev) == ({"text": ["a\nb", "c"]}, 7)
    keep(roles, text=["nytt"], rev=["7x"])
    row.refresh_from_db()
    assert (row.data, row.base_rev) == ({"text": ["nytt"]}, None)


@pytest.mark.parametrize(
    ("rev", "base"), [("", None), ("0", 0), ("999999999", 999_999_999), ("1000000000", None), ("²", None)]
)
def test_only_a_number_that_fits_is_a_revision(roles, rev, base):
    assert keep(roles, text=["x"], rev=[rev]).base_rev == base


def test_a_form_has_room_for_so_many_signs_and_no_more(roles):
    assert keep(roles, ab=["x" * 99_998]).pk
    with pytest.raises(Regelbrott, match="för lång"):
        keep(roles, ab=["x" * 99_998, "x"])


def test_what_shrinks_is_measured_after_it_has_shrunk_and_a_flood_before(roles, monkeypatch):
    monkeypatch.setattr(kladdar, "HOGST", 10)
    assert keep(roles, ab=["e\u0301" * 8]).data == {"ab": ["é" * 8]}
    calls = []
    monkeypatch.setattr(kladdar, "nfc", calls.append)
    with pytest.raises(Regelbrott, match="för lång"):
        keep(roles, ab=["x" * (kladdar.KRYMPER * 10 - 1)])
    assert calls == []


def test_ones_oldest_draft_gives_way_and_nobody_elses(roles, monkeypatch):
    monkeypatch.setattr(kladdar, "FLEST", 3)
    keep(roles, "/0/", "kerstin", NOW - 5 * DAG)
    for n in range(5):
        keep(roles, f"/{n}/", now=NOW + n * DAG)
    assert kept() == {("kerstin", "/0/"), ("ingrid", "/2/"), ("ingrid", "/3/"), ("ingrid", "/4/")}
    keep(roles, "/2/", now=NOW)
    assert len(kept()) == 4, "one that is written again takes no more room"


def test_forty_drafts_of_ones_own_are_kept(roles):
    rows = [Kladd(user=roles.ingrid, plats=f"/{n}/", at=NOW + n * DAG) for n in range(40)]
    Kladd.objects.bulk_create(rows)
    keep(roles, "/40/", now=NOW + 40 * DAG)
    assert kept() == {("ingrid", f"/{n}/") for n in range(1, 41)}


def test_a_draft_is_thrown_away_by_its_writer_for_its_place(roles):
    for who, place in (("ingrid", "/a/"), ("ingrid", "/b/"), ("kerstin", "/a/")):
        keep(roles, place, who)
    kladdar.kasta(plats="/a/", by=Actor(roles.ingrid, IDAG))
    assert kept() == {("ingrid", "/b/"), ("kerstin", "/a/")}


def test_drafts_that_nobody_came_back_to_in_thirty_days_are_thrown_away(roles):
    keep(roles, "/a/", now=NOW - 30 * DAG)
    for place in "bc":
        keep(roles, f"/{place}/", now=NOW - 30 * DAG - dt.timedelta(seconds=1))
    assert kladdar.stada(now=NOW) == 2
    assert kept() == {("ingrid", "/a/")}
