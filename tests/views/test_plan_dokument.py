"""Downloads of the plan's PDF: who gets it, in which state, and what is logged."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Foretradarskap, Handelse, PlanPdf, PlanPdfInnehall
from tests.stod import factories as f
from tests.stod.cast import INSIDERS, OUTSIDERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def pdf(roles, monkeypatch):
    """The finished PDF of Alva's plan, made without a broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)
    row = PlanPdf.objects.get(version=f.klar(roles.alva, roles.ingrid))
    PlanPdf.objects.filter(pk=row.pk).update(status="klar", klar_at=timezone.now(), sha256="x", storlek=5000)
    PlanPdfInnehall.objects.create(namnd=row.namnd, pdf=row, data=b"%PDF-1.7 Alva")
    return row


@pytest.mark.parametrize("who", INSIDERS)
def test_de_som_far_lasa_far_papperet(roles, client, pdf, who):
    client.force_login(getattr(roles, who))
    before = Handelse.objects.count()
    answer = client.get(reverse("pdf-hamta", args=[pdf.pk]))
    assert answer.content == b"%PDF-1.7 Alva" and answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"] and "Alva" not in answer["Content-Disposition"]
    row = Handelse.objects.order_by("pk").last()
    assert (row.handelse, row.person_ids, row.nekad) == ("pdf.hamtad", [roles.alva.pk], False)
    assert Handelse.objects.count() == before + 1
    assert client.get(reverse("pdf-status", args=[pdf.pk])).json() == {"klar": True, "fel": False}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_andra_far_404(roles, client, pdf, who):
    client.force_login(getattr(roles, who))
    for name in ("pdf-hamta", "pdf-status"):
        answer = client.get(reverse(name, args=[pdf.pk]))
        assert answer.status_code == 404 or "logga-in" in answer.url
        assert b"%PDF" not in answer.content


def test_en_stangd_god_man_far_inget_vid_nasta_klick(roles, client, pdf):
    client.force_login(roles.birgitta)
    assert client.get(reverse("pdf-hamta", args=[pdf.pk])).status_code == 200
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(
        stangd_at=timezone.now(), stangd_av=roles.ingrid, stangd_skal="Byte"
    )
    assert client.get(reverse("pdf-hamta", args=[pdf.pk])).status_code == 404


def test_misslyckad_pdf_kan_bestallas_igen(roles, client, pdf):
    PlanPdf.objects.filter(pk=pdf.pk).update(status="fel", forsok=5)
    client.force_login(roles.ingrid)
    page = client.get(reverse("plan", args=[pdf.version.plan_id])).content.decode()
    assert "Det gick inte att göra PDF" in page and "Försök igen" in page
    assert client.get(reverse("pdf-status", args=[pdf.pk])).json() == {"klar": False, "fel": True}
    assert client.get(reverse("pdf-hamta", args=[pdf.pk])).status_code == 404
    assert client.post(reverse("pdf-bestall", args=[pdf.version_id])).status_code == 302
    pdf.refresh_from_db()
    assert (pdf.status, pdf.forsok) == ("vantar", 0)
    assert client.get(reverse("pdf-bestall", args=[pdf.version_id])).status_code == 405


def test_ett_utkast_har_ingen_pdf(roles, client):
    version = f.utkast(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    page = client.post(reverse("pdf-bestall", args=[version.pk]), follow=True).content.decode()
    assert "Planen är inte klar än" in page and not PlanPdf.objects.exists()
