"""The kinds of message are listed from the files of a folder. A recipient gets one mail a day, whatever the kinds."""

from pathlib import Path

import pytest
from django.core import mail
from django.template.loader import get_template

from plans.actions import nodatkomster, utskick
from plans.models import Actor, IndividuellPlan, Kanal, Mottagare, Utskick
from plans.utskick import meddelanden
from plans.utskick.meddelandeslag import Meddelandeslag
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def test_every_file_of_the_folder_gives_a_kind():
    files = {p.stem for p in Path(meddelanden.__file__).parent.glob("*.py")} - {"__init__"}
    assert {type(kind).__module__.rsplit(".", 1)[1] for kind in meddelanden.SLAG.values()} == files


@pytest.mark.parametrize("kind", meddelanden.SLAG.values(), ids=meddelanden.SLAG)
def test_a_kind_has_a_name_that_fits_its_column_and_words_for_mail(kind):
    assert 0 < len(kind.namn) <= Utskick._meta.get_field("slag").max_length
    words = kind.words[Kanal.MEJL]
    assert words.subject and get_template(words.template)


def test_two_kinds_of_one_name_are_refused(monkeypatch):
    class Copy(Meddelandeslag):
        namn = "genomgang"

        def still_holds(self, utskick, today):
            return []

    Copy.__module__ = "plans.utskick.meddelanden.nodatkomst"
    monkeypatch.setattr("plans.utskick.meddelanden.nodatkomst.Copy", Copy, raising=False)
    with pytest.raises(ValueError, match="Two kinds of message are named genomgang"):
        meddelanden._found()


@pytest.fixture
def chef_and_handlaggare(roles):
    """Two messages to Ingrid, who is also a chef: a case was opened by emergency access, and a plan is due."""
    version = f.klar(roles.alva, roles.ingrid)
    IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=IDAG)
    roles.ingrid.uppdrag.create(enhet=roles.enhet, roll="chef", fran=IDAG)
    vem = {"vem": roles.yusuf.personnummer, "skal": "Familjen ringer"}
    nodatkomster.oppna(namnd=roles.namnd, by=Actor(roles.osten, IDAG), **vem)
    utskick.planera(today=IDAG)
    rows = Utskick.objects.filter(mottagare__user=roles.ingrid).order_by("slag")
    assert [u.slag for u in rows] == ["genomgang", "nodatkomst"]
    return rows


def to_ingrid() -> int:
    return [m.to for m in mail.outbox].count(["ingrid@example.se"])


def test_two_kinds_on_one_day_are_one_mail(chef_and_handlaggare):
    while utskick.skicka_ett(today=IDAG):
        pass
    assert [u.status for u in chef_and_handlaggare.all()] == ["klar", "klar"]
    assert to_ingrid() == 1


def test_the_other_kind_waits_while_one_is_being_sent_and_goes_when_that_is_given_up(chef_and_handlaggare):
    first, second = chef_and_handlaggare
    chef_and_handlaggare.filter(pk=first.pk).update(status="arbetar", forsok=1, paborjad_at="2036-01-01T00:00Z")
    while utskick.skicka_ett(today=IDAG):
        pass
    second.refresh_from_db()
    assert (second.status, to_ingrid()) == ("vantar", 0)
    chef_and_handlaggare.filter(pk=first.pk).update(status="fel")
    while utskick.skicka_ett(today=IDAG):
        pass
    second.refresh_from_db()
    assert (second.status, to_ingrid()) == ("klar", 1)


def test_a_kind_that_nothing_plans_is_ordered_by_its_action(roles):
    roles.carin.email = "carin@example.se"
    roles.carin.save()
    kind = meddelanden.SLAG["nodatkomst"]
    assert kind.due(IDAG) == []
    assert [m.vem for m in kind.mottagare(roles.namnd, IDAG)] == [roles.carin]
    assert Mottagare.objects.count() == 0  # asking for the recipients writes nothing
