"""Own words: written, dictated, confirmed and withdrawn only by those who may, and only at the revision they saw."""

import pytest

from plans.actions import ord
from plans.actions.locks import Konflikt
from plans.models import Actor, EgetOrd, Handelse
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG


def write(roles, who="alva_konto", text="Musik", rev=0, **values) -> EgetOrd:
    said = {"slag": "mina_ord", "fraga": "viktigt", "lasare": "alla"} | values
    by = Actor(getattr(roles, who), IDAG)
    return ord.skriv(person=roles.alva, **said, text=text, rev=rev, by=by)


def test_words_are_written_and_changed_by_the_revision_that_was_shown(roles):
    first = write(roles)
    assert (first.rev, first.text, first.forfattare_som) == (1, "Musik", "Alva Nyström Keita")
    second = write(roles, text="Dans", rev=1, lasare="handlaggare")
    assert (second.pk, second.rev, second.text, second.lasare) == (first.pk, 2, "Dans", "handlaggare")
    for rev in (0, 1, 3):
        with pytest.raises(Konflikt):
            write(roles, text="Något annat", rev=rev)
    first.refresh_from_db()
    assert first.text == "Dans"


def test_each_author_has_a_row_of_their_own_to_each_question(roles):
    mine, theirs = write(roles), write(roles, "birgitta")
    other = write(roles, fraga="drommar")
    assert len({mine.pk, theirs.pk, other.pk}) == 3
    assert [row.rev for row in (mine, theirs, other)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("who", "som", "dictated"),
    [
        ("alva_konto", "Alva Nyström Keita", False),
        ("birgitta", "Birgitta, god man", True),
        ("ingrid", "Ingrid Sandelin, handläggare", True),
    ],
)
def test_others_write_the_persons_words_as_dictated(roles, who, som, dictated):
    row = write(roles, who)
    assert (row.forfattare_som, row.nedtecknat, row.bekraftat) == (som, dictated, None)


def test_only_a_representative_writes_how_it_looks_to_them(roles):
    row = write(roles, "birgitta", slag="sa_ser_jag_det", fraga="")
    assert (row.nedtecknat, row.forfattare_som) == (False, "Birgitta, god man")
    for who in ("alva_konto", "ingrid"):
        with pytest.raises(Regelbrott, match="Bara en företrädare"):
            write(roles, who, slag="sa_ser_jag_det", fraga="")


def test_dictated_words_are_confirmed_as_they_were_read_until_they_change(roles):
    row = write(roles, "birgitta")
    confirm = {"eget_ord": row, "by": Actor(roles.alva_konto, IDAG)}
    with pytest.raises(Konflikt, match="Orden har ändrats"):
        ord.bekrafta(**confirm, rev=0)
    assert ord.bekrafta(**confirm, rev=1).bekraftat == IDAG
    row.refresh_from_db()
    assert row.bekraftat == IDAG
    assert write(roles, "birgitta", rev=1, lasare="handlaggare").bekraftat == IDAG
    assert write(roles, "birgitta", rev=2, text="Dans").bekraftat is None
    with pytest.raises(Regelbrott, match="Personen har skrivit själv"):
        ord.bekrafta(eget_ord=write(roles), rev=1, by=Actor(roles.alva_konto, IDAG))


def test_words_are_withdrawn_as_they_were_shown(roles):
    row = write(roles)
    write(roles, text="Dans", rev=1)
    with pytest.raises(Konflikt, match="någon annanstans") as stop:
        ord.ta_bort(eget_ord=row, rev=1, by=Actor(roles.alva_konto, IDAG))
    assert (stop.value.row, stop.value.rev) == (row, 2)
    assert EgetOrd.objects.get().text == "Dans"
    ord.ta_bort(eget_ord=row, rev=2, by=Actor(roles.alva_konto, IDAG))
    assert EgetOrd.objects.count() == 0
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.objekt_id, last.person_ids) == ("ord.ta_bort", row.pk, [roles.alva.pk])


def test_a_final_version_keeps_what_was_withdrawn(roles):
    row = write(roles)
    version = f.klar(roles.alva, roles.ingrid)
    ord.ta_bort(eget_ord=row, rev=1, by=Actor(roles.alva_konto, IDAG))
    assert [frozen.text for frozen in version.frysta_ord.all()] == ["Musik"]
