"""A PDF is ordered again only after a failure, and is stored with its checksum. Each process has one pulse row."""

import datetime as dt

import pytest

from plans.actions import pdfer, puls
from plans.models import Actor, Handelse, PlanPdf, PlanPdfInnehall, Puls
from plans.papper import plan as paper
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

NOW = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def printed(monkeypatch):
    """Skip the typesetting: every PDF is the same few bytes."""
    monkeypatch.setattr(paper, "plan", lambda version, content: b"%PDF-1.7")


@pytest.mark.parametrize(
    ("status", "after"), [("fel", ("vantar", 0)), ("vantar", ("vantar", 3)), ("arbetar", ("arbetar", 3))]
)
def test_only_a_failed_pdf_is_ordered_again(roles, status, after):
    version, other = f.klar(roles.alva, roles.ingrid), f.klar(roles.yusuf, roles.ingrid)
    PlanPdf.objects.update(status=status, forsok=3)
    row = pdfer.bestall(version=version, by=Actor(roles.ingrid, IDAG))
    assert (row.version, row.status, row.forsok) == (version, *after)
    theirs = PlanPdf.objects.get(version=other)
    assert (theirs.status, theirs.forsok) == (status, 3)


def test_a_missing_order_is_made_and_a_draft_has_none(roles):
    version = f.klar(roles.alva, roles.ingrid)
    PlanPdf.objects.all().delete()
    assert pdfer.bestall(version=version, by=Actor(roles.ingrid, IDAG)).version == version
    with pytest.raises(Regelbrott, match="inte klar än"):
        pdfer.bestall(version=f.utkast(roles.yusuf, roles.ingrid), by=Actor(roles.ingrid, IDAG))


def test_a_rendered_pdf_is_kept_with_its_sum(roles, printed):
    version = f.klar(roles.alva, roles.ingrid)
    row = pdfer.rendera_en(now=NOW)
    assert (row.version, row.status, row.storlek, len(row.sha256)) == (version, "klar", 8, 64)
    assert bytes(PlanPdfInnehall.objects.get(pdf=row).data) == b"%PDF-1.7"
    last = Handelse.objects.latest("pk")
    assert (last.handelse, last.person_ids, last.objekt_id) == ("pdf.rendera", [roles.alva.pk], row.pk)
    assert pdfer.rendera_en(now=NOW) is None


def test_whatever_breaks_a_render_fails_its_row_and_stands_in_the_log(roles, monkeypatch, caplog):
    f.klar(roles.alva, roles.ingrid)

    def broken(version, content):
        raise ValueError("no ink")

    monkeypatch.setattr(paper, "plan", broken)
    row = pdfer.rendera_en(now=NOW)
    assert (row.status, row.forsok, row.nasta_forsok_at) == ("vantar", 1, NOW + dt.timedelta(minutes=1))
    assert "försök 1" in caplog.text and not PlanPdfInnehall.objects.exists()


def test_the_pulse_is_one_row_a_process(db):
    for name in ("a", "b", "a"):
        puls.sla(namn=name)
    assert sorted(Puls.objects.values_list("namn", flat=True)) == ["a", "b"]
    Puls.objects.update(at=NOW - dt.timedelta(days=1))
    puls.sla(namn="a")
    assert Puls.objects.get(namn="a").at >= NOW
