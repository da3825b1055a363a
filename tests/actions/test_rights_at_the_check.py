"""How staff handle a right: answering the second check, reopening what protection closed, showing the log."""

import datetime as dt

import pytest

from plans.actions import foretradare
from plans.models import Actor, Foretradarskap, Handelse
from plans.regler.fel import Regelbrott
from tests.stod import action_ready as ready
from tests.stod import factories as f
from tests.stod.cast import IDAG

NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)


def check(roles, skap, who="kerstin", ok=True, why="", **more):
    return foretradare.kontrollera(
        skap=skap, stammer=ok, skal=why, rev=skap.rev, by=Actor(getattr(roles, who), IDAG), **more
    )


def test_a_check_says_yes_or_closes_with_the_reason(roles):
    skap = ready.unchecked(roles)
    for why in ("", "  "):
        with pytest.raises(Regelbrott, match="Skriv vad som inte stämmer") as stop:
            check(roles, skap, ok=False, why=why)
        assert stop.value.field == "skal"
    check(roles, skap, why="Stämmer")
    skap.refresh_from_db()
    assert (skap.kontrollerad_av, skap.stangd_at, skap.stangd_skal) == (roles.kerstin, None, "")
    assert Handelse.objects.latest("pk").varfor == ""
    with pytest.raises(Regelbrott, match="redan gjort"):
        check(roles, skap, "carin")
    other = f.skap(roles.yusuf, roles.birgitta, roles.ingrid)
    check(roles, other, ok=False, why="Fel person")
    other.refresh_from_db()
    assert (other.kontrollerad_at, other.stangd_av, other.stangd_skal) == (None, roles.kerstin, "Fel person")
    last = Handelse.objects.latest("pk")
    assert (last.varfor, last.person_ids) == ("Fel person", [roles.yusuf.pk])
    with pytest.raises(Regelbrott, match="redan gjort"):
        check(roles, other, "carin")


def test_what_the_protection_closed_is_opened_and_waits_for_its_check(roles):
    skap = ready.closed_by_protection(roles)
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=roles.kerstin, kontrollerad_at=NOW)
    opened = foretradare.oppna(skap=skap, skal="Bedömt", by=Actor(roles.ingrid, IDAG))
    opened.refresh_from_db()
    assert (opened.stangd_av, opened.stangd_at, opened.stangd_skal) == (None, None, "")
    assert (opened.kontrollerad_at, opened.verifierad_av, opened.rev) == (None, roles.ingrid, skap.rev + 1)
    with pytest.raises(Regelbrott, match="Registrera på nytt"):
        foretradare.oppna(skap=skap, skal="Bedömt", by=Actor(roles.ingrid, IDAG))


def test_who_may_see_the_log_is_kept_with_its_reason(roles):
    for sees in (True, False):
        foretradare.bedom_logg(skap=roles.skap, far_se=sees, bedomning="Prövat", by=Actor(roles.ingrid, IDAG))
        roles.skap.refresh_from_db()
        assert roles.skap.far_se_logg is sees
    assert Handelse.objects.latest("pk").varfor == "Prövat"
