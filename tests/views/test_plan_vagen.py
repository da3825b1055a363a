"""All the steps of a plan, over HTTP: begin → parts → share → answer → make final → download → yearly review."""

import pytest
from django.urls import reverse

from plans.models import Handelse, IndividuellPlan, PlanPdf, PlanPdfInnehall, PlanVersion
from tests.stod import factories as f
from tests.stod.cast import IDAG
from tests.stod.pages import fill_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def test_borja_till_pdf(roles, client):
    client.force_login(roles.ingrid)
    f.insats(roles.alva, roles.ingrid)
    f.ja(roles.alva, roles.ingrid)

    answer = client.post(reverse("plan-borja", args=[roles.alva.pk]))
    plan = IndividuellPlan.objects.get(person=roles.alva)
    version = plan.versioner.get()
    assert answer.url == reverse("plan", args=[plan.pk])
    page = client.get(answer.url).content.decode()
    assert "Det här saknas" in page and "Daglig verksamhet" in page and "Dela utkastet" in page

    def ny(slag, **data):
        return client.post(reverse("plandel-ny", args=[version.pk, slag]), data)

    assert ny("mal", text="Jag vill sjunga", sikt="kort", latt_mening="Du ska sjunga.").status_code == 302
    assert ny("loften", text="Följer med", ansvarig="Birgitta", lovat_till="2027-05-01").url.endswith("#loften")
    more = ny("andra", text="Provar ut pratapp", ansvarig="Habiliteringen", fler="1")
    assert more.url == reverse("plandel-ny", args=[version.pk, "andra"])
    assert ny("delaktiga", namn="Alva Nyström Keita", ledde="on").status_code == 302
    assert ny("insatser", status="onskad", text="Mer ledsagning").status_code == 302

    assert client.get(reverse("plan-dela", args=[version.pk])).status_code == 200
    assert fill_in(client, reverse("plan-dela", args=[version.pk])).status_code == 302
    version.refresh_from_db()
    assert version.status == PlanVersion.Status.DELAD

    said = {"vem": "person", "svar": "haller_med", "hur": "mote", "text": "Bra!"}
    assert fill_in(client, reverse("plan-svara-for", args=[version.pk]), said).status_code == 302
    assert "Bra!" in client.get(reverse("plan", args=[plan.pk])).content.decode()

    done = {"samrad_datum": "2027-03-09", "samrad_hur": "mote", "samrad_med": "Alva", "nasta": "2028-03-09"}
    assert client.get(reverse("plan-faststall", args=[version.pk])).status_code == 200
    answer = fill_in(client, reverse("plan-faststall", args=[version.pk]), done, follow=True)
    page = answer.content.decode()
    assert "Planen är klar" in page and "PDF görs" in page

    pdf = PlanPdf.objects.get(version=version)
    assert client.get(reverse("pdf-status", args=[pdf.pk])).json() == {"klar": False, "fel": False}
    assert client.get(reverse("pdf-hamta", args=[pdf.pk])).status_code == 404
    PlanPdf.objects.filter(pk=pdf.pk).update(status="klar", klar_at=f.timezone.now(), sha256="x", storlek=2048)
    PlanPdfInnehall.objects.create(namnd=pdf.namnd, pdf=pdf, data=b"%PDF-1.7 test")
    answer = client.get(reverse("pdf-hamta", args=[pdf.pk]))
    assert answer.content == b"%PDF-1.7 test" and answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == f'inline; filename="individuell-plan-{roles.alva.arendenummer}-v1.pdf"'
    assert Handelse.objects.filter(handelse="pdf.hamtad", person_ids=[roles.alva.pk]).count() == 1
    assert "Ladda ner planen (PDF, 2 kB)" in client.get(reverse("plan", args=[plan.pk])).content.decode()

    answer = client.post(reverse("plan-omprova", args=[plan.pk]), follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Årlig genomgång" in page and "Jag vill sjunga" in page
    spar = version.malsattning_set.get().spar
    url = reverse("plan-folj-upp", args=[plan.pk, spar])
    assert "checked" in client.get(url + "?utfall=delvis").content.decode()
    answer = client.post(url, {"utfall": "delvis", "varfor": "Kören börjar i höst"})
    assert answer.url == reverse("plan-jamfor", args=[plan.pk])
    assert "Kören börjar i höst" in client.get(answer.url).content.decode()
    assert plan.uppfoljningar.get().datum == IDAG
