"""Sealing and withholding, one call at a time; concurrent calls are in tests/trust/test_sigill.py."""

import pytest
from django.db import connection
from django.utils import timezone

from plans import access
from plans.access import keys
from plans.actions import logg
from plans.logg import audit, sigill
from plans.models import Actor, Handelse, Sigill, Undanhallen
from plans.regler.fel import Regelbrott
from tests.stod.cast import IDAG


@pytest.fixture
def sealable(db, monkeypatch):
    """Count the test's own transaction as ended, so that its rows can be sealed."""
    monkeypatch.setattr(logg, "LIMIT", "pg_current_xact_id()::text::bigint + 1")


def write(*xids: int) -> None:
    """Write one log row for each transaction id; 0 stands for the test's own transaction."""
    for xid in xids:
        Handelse.objects.create(handelse="person.oppnad", person_ids=[1], **{"xid": xid} if xid else {})


def seals() -> list[tuple[int, int, int, int]]:
    return list(Sigill.objects.order_by("nummer").values_list("nummer", "fran_xid", "till_xid", "antal"))


def test_rows_of_ended_transactions_are_sealed(sealable):
    write(0, 0, 0)
    now = timezone.now()
    row = logg.forsegla(now=now)
    assert (row.nummer, row.fran_xid, row.antal, row.at) == (1, sigill.FIRST_LINK, 3, now)
    assert row.kedja == sigill.chain_link("", 1, row.fran_xid, row.till_xid, 3, row.summa, now)
    assert logg.forsegla(now=now) is None, "nothing is left"


def test_sealing_asks_for_its_key(sealable, monkeypatch):
    write(0)
    monkeypatch.setattr(keys, "may", lambda by, key, obj: (by, key, obj) != (Actor.system(IDAG), "logg.forsegla", None))
    with pytest.raises(access.Nekad):
        logg.forsegla(now=timezone.now())
    assert seals() == []


def test_rows_of_a_running_transaction_wait(db):
    write(0)
    assert logg.forsegla(now=timezone.now()) is None
    assert seals() == []


def test_the_next_seal_begins_where_the_last_one_ends(sealable):
    Sigill.objects.create(
        nummer=7, fran_xid=0, till_xid=500, antal=0, summa="0" * 64, kedja="1" * 64, at=timezone.now()
    )
    write(499, 500, 501)
    row = logg.forsegla(now=timezone.now())
    assert (row.nummer, row.fran_xid, row.antal) == (8, 500, 2)
    assert row.kedja == sigill.chain_link("1" * 64, 8, 500, row.till_xid, 2, row.summa, row.at)


def test_a_long_queue_is_sealed_a_batch_at_a_time_but_no_transaction_is_split(sealable, monkeypatch):
    monkeypatch.setattr(logg, "FLEST", 2)
    write(10, 11, 12, 12, 12, 13)
    while logg.forsegla(now=timezone.now()):
        pass
    ends = [(fran, till, antal) for _, fran, till, antal in seals()]
    assert ends[:2] == [(0, 12, 2), (12, ends[1][1], ends[1][2])]
    assert sum(antal for *_, antal in ends) == 6
    assert [n for n, *_ in seals()] == list(range(1, len(ends) + 1))
    assert list(sigill.faults()) == []


def test_whoever_does_not_get_the_lock_leaves_it_to_the_other(sealable):
    write(0)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [logg.SEAL_LOCK])
            assert logg.forsegla(now=timezone.now()) is None
            assert seals() == []
            cursor.execute("SELECT pg_advisory_unlock(%s)", [logg.SEAL_LOCK])
        assert logg.forsegla(now=timezone.now()).antal == 1
    finally:
        other.close()


def test_one_process_alone_gets_the_lock_until_its_transaction_ends(db):
    other = connection.copy()
    try:
        with connection.cursor() as mine, other.cursor() as theirs:
            assert logg._alone(mine) is True
            assert logg._alone(theirs) is False
    finally:
        other.close()


def test_a_younger_cluster_is_refused(sealable):
    Sigill.objects.create(
        nummer=1, fran_xid=0, till_xid=2**40, antal=0, summa="0" * 64, kedja="1" * 64, at=timezone.now()
    )
    with pytest.raises(Regelbrott, match="återställning"):
        logg.forsegla(now=timezone.now())


# --- Withholding -----------------------------------------------------------------------------------------------------
def withhold(roles, *rows, by="kerstin", person=None) -> list[Undanhallen]:
    reason = {"lagrum": "21 kap. 3 § OSL", "skal": "Hot"}
    return logg.undanhall(rader=rows, person=person or roles.alva, **reason, by=Actor(getattr(roles, by), IDAG))


def opened(roles, *persons, by="ingrid") -> Handelse:
    return audit.record("person.oppnad", by=Actor(getattr(roles, by), IDAG), about=persons)


def test_rows_are_withheld_once_each(roles):
    first, second = opened(roles, roles.alva), opened(roles, roles.alva)
    assert [row.handelse for row in withhold(roles, first)] == [first]
    assert [row.handelse for row in withhold(roles, first, second)] == [second]
    with pytest.raises(Regelbrott, match="visas redan inte"):
        withhold(roles, first, second)
    kept = Undanhallen.objects.order_by("pk").values_list("handelse", "person", "lagrum", "skal", "av")
    reason = (roles.alva.pk, "21 kap. 3 § OSL", "Hot", roles.kerstin.pk)
    assert list(kept) == [(first.pk, *reason), (second.pk, *reason)]
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.objekt_id, last.varfor) == ("logg.undanhall", second.pk, "21 kap. 3 § OSL")


def test_what_is_withheld_from_one_is_decided_anew_for_another(roles):
    row = opened(roles, roles.alva, roles.yusuf)
    withhold(roles, row)
    assert [made.person for made in withhold(roles, row, person=roles.yusuf)] == [roles.yusuf]


def test_a_row_about_somebody_else_is_refused(roles):
    rows = [opened(roles, roles.alva), opened(roles, roles.yusuf)]
    with pytest.raises(access.Nekad) as stop:
        withhold(roles, *rows)
    assert (stop.value.key, stop.value.obj) == ("logg.undanhall", roles.alva)
    assert Undanhallen.objects.count() == 0


def test_a_row_of_ones_own_is_a_colleagues_to_withhold(roles):
    rows = [opened(roles, roles.alva), opened(roles, roles.alva, by="kerstin")]
    with pytest.raises(Regelbrott, match="gäller dig själv"):
        withhold(roles, *rows)
    assert len(withhold(roles, rows[1], by="ingrid")) == 1
