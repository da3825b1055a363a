"""Edge cases of emergency access: which attempts count, whom the log names, who is notified, and a single review."""

import datetime as dt

import pytest
from django.db.models.functions import Now

from plans.actions import nodatkomster
from plans.models import Actor, Handelse, Nodatkomst, Utskick
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG


def open_case(roles, who="osten", number=None) -> Nodatkomst:
    vem = roles.alva.personnummer if number is None else number
    by = Actor(getattr(roles, who), IDAG)
    return nodatkomster.oppna(namnd=roles.namnd, vem=vem, skal="Familjen ringer", by=by)


def test_an_own_case_is_not_opened_in_an_emergency_and_the_log_says_whose(roles):
    with pytest.raises(Regelbrott, match="Du har redan ärendet") as stop:
        open_case(roles, "kerstin")
    assert stop.value.field == "vem"
    last = Handelse.objects.latest("pk")
    assert (last.nekad, last.person_ids) == (True, [roles.alva.pk])
    with pytest.raises(Regelbrott, match="Inget ärende"):
        open_case(roles, number=f.number(skip=77))
    assert (Handelse.objects.latest("pk").nekad, Handelse.objects.latest("pk").person_ids) == (True, [])


def test_ten_tries_an_hour_each(roles):
    """Attempts made over an hour ago, by another user or of another kind do not count."""
    tries = {"user": roles.osten, "handelse": "nodatkomst.oppna"}
    for other in ({"at": Now() - dt.timedelta(minutes=61)}, {"user": roles.nodigar}, {"handelse": "person.oppnad"}):
        for _ in range(nodatkomster.PER_HOUR):
            Handelse.objects.create(**tries | other)
    for _ in range(nodatkomster.PER_HOUR - 1):
        Handelse.objects.create(**tries)
    assert open_case(roles).user == roles.osten
    with pytest.raises(Regelbrott, match="för många gånger"):
        open_case(roles, number=roles.yusuf.personnummer)


def test_each_chef_with_an_address_gets_one_mail_a_day(roles):
    roles.carin.email = "carin@example.se"
    roles.carin.save()
    f.staff("chef_utan", roles.enhet, "chef")
    for number in (roles.alva.personnummer, roles.yusuf.personnummer):
        row = open_case(roles, number=number)
        assert (row.fran, row.till, row.skal) == (IDAG, IDAG, "Familjen ringer")
    [mail] = Utskick.objects.all()
    assert (mail.mottagare.user, mail.kanal, mail.for_hand, mail.dag) == (roles.carin, "mejl", False, IDAG)


def test_an_emergency_is_read_once_with_a_note(roles):
    row = Nodatkomst.objects.get(user=roles.nodoppnat)
    read = nodatkomster.granska(nodatkomst=row, anteckning="Pratat", by=Actor(roles.carin, IDAG))
    read.refresh_from_db()
    assert (read.granskad_av, read.granskad_anteckning) == (roles.carin, "Pratat")
    last = Handelse.objects.latest("pk")
    assert (last.person_ids, last.varfor) == ([roles.alva.pk], "Pratat")
    with pytest.raises(Regelbrott, match="redan läst"):
        nodatkomster.granska(nodatkomst=row, anteckning="", by=Actor(roles.carin, IDAG))
