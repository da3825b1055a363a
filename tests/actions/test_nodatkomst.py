"""Nödåtkomst: for a reason, for the day, reading only; neutral when nobody is found; the chef is told and signs."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from plans import access
from plans.actions import nodatkomster, utskick
from plans.models import Actor, Handelse, Nodatkomst, Tilldelning, Utskick
from plans.regler.fel import Regelbrott
from tests import factories as f
from tests.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)


def oppna(r, vem, by=None, skal="Kollegan är sjuk, familjen ringer"):
    return nodatkomster.oppna(namnd=r.namnd, vem=vem, skal=skal, by=Actor(by or r.osten, IDAG))


def test_med_hela_numret_for_en_dag_och_bara_lasning(roller, client):
    f.klar(roller.alva, roller.ingrid)
    assert roller.alva not in access.personer_visible_to(Actor(roller.osten, IDAG))
    row = oppna(roller, roller.alva.personnummer)
    assert (row.fran, row.till, row.user) == (IDAG, IDAG, roller.osten)
    assert roller.alva in access.personer_visible_to(Actor(roller.osten, IDAG))
    assert roller.alva not in access.personer_visible_to(Actor(roller.osten, IDAG + DAG))
    may = {
        key for key in access.NYCKLAR if key != "utskick.ge" and access.may(Actor(roller.osten, IDAG), key, roller.alva)
    }
    assert may == {"person.las", "plan.las", "pdf.hamta"}, "a key for a day makes nothing that outlasts it"
    client.force_login(roller.osten)
    page = client.get(reverse("nodatkomst-las", args=[roller.alva.pk])).content.decode()
    assert "Jag vill sjunga med andra" in page and "Birgitta" in page and "Du kan läsa, inte ändra" in page
    assert client.get(reverse("person", args=[roller.alva.pk])).status_code == 404


def test_bara_med_hela_personnumret_och_inget_ger_en_vink(roller):
    """Case numbers have no gaps: if the others opened, the one that does not would be the protected person's."""
    said = set()
    for vem in (
        roller.skyddad.arendenummer,
        roller.alva.arendenummer,
        roller.fjarran.arendenummer,
        "2027-9999",
        f.number(skip=77),
        "Signe",
        roller.skyddad.personnummer[2:8],
    ):
        with pytest.raises(Regelbrott) as stop:
            oppna(roller, vem)
        said.add(str(stop.value))
    assert said == {nodatkomster.INGEN} and not Nodatkomst.objects.filter(user=roller.osten).exists()
    rows = list(Handelse.objects.filter(user=roller.osten).order_by("pk"))
    assert {(r.nekad, tuple(r.person_ids)) for r in rows} == {(True, ())}
    assert all(r.varfor == "" for r in rows), "tried numbers are not kept"
    oppna(roller, roller.skyddad.personnummer)
    assert roller.skyddad in access.nodoppnade(Actor(roller.osten, IDAG))
    assert roller.skyddad not in access.handlagda(Actor(roller.osten, IDAG))


@pytest.mark.parametrize("who", ["nadia", "carin", "greta", "admin", "birgitta", "alva_konto"])
def test_bara_handlaggare_i_namnden(roller, who):
    with pytest.raises(access.Nekad):
        oppna(roller, roller.alva.personnummer, by=getattr(roller, who))


def test_den_som_har_arendet_behover_det_inte(roller):
    with pytest.raises(Regelbrott, match="redan ärendet"):
        oppna(roller, roller.alva.personnummer, by=roller.kerstin)


def test_det_slutar_med_uppdraget_och_inloggningen(roller):
    oppna(roller, roller.alva.personnummer)
    roller.osten.uppdrag.update(till=IDAG - DAG)
    assert not access.nodoppnade(Actor(roller.osten, IDAG)).exists()


def test_tio_forsok_i_timmen_sedan_stopp_for_den_men_inte_for_andra(roller):
    for _ in range(nodatkomster.PER_TIMME):
        with pytest.raises(Regelbrott, match="Inget ärende"):
            oppna(roller, "2027-9999")
    for vem in ("2027-9999", roller.alva.personnummer):
        with pytest.raises(Regelbrott, match="för många gånger"):
            oppna(roller, vem)
    assert oppna(roller, roller.alva.personnummer, by=roller.nodigar)


def test_skal_kravs_och_sidan_svarar_lika(roller, client):
    client.force_login(roller.osten)
    url = reverse("nodatkomst-oppna")
    page = client.post(url, {"vem": roller.alva.personnummer, "skal": ""}).content.decode()
    assert "Skriv varför." in page and not Nodatkomst.objects.filter(user=roller.osten).exists()
    last = Handelse.objects.latest("pk").pk
    pages = [
        client.post(url, {"vem": v, "skal": "Bråttom"}).content.decode()
        for v in ("2027-9999", roller.skyddad.arendenummer)
    ]
    assert all(nodatkomster.INGEN in p for p in pages) and "Signe" not in pages[1]
    assert Handelse.objects.filter(pk__gt=last).count() == 2, "one row a request"
    answer = client.post(url, {"vem": roller.alva.personnummer, "skal": "Familjen ringer"})
    assert answer.url == reverse("nodatkomst-las", args=[roller.alva.pk])


# --- The chef ---
def test_chefen_far_ett_neutralt_mejl_och_inget_nar_det_redan_ar_last(roller, mailoutbox):
    roller.carin.email = "carin@example.se"
    roller.carin.save()
    row = oppna(roller, roller.skyddad.personnummer)
    oppna(roller, roller.alva.personnummer)
    assert Utskick.objects.filter(mottagare__user=roller.carin).count() == 1
    utskick.skicka_ett(today=IDAG)
    (sent,) = mail.outbox
    text = f"{sent.subject} {sent.body}"
    assert sent.to == ["carin@example.se"]
    assert not any(w in text for w in ("Signe", "Alva", "Östen", "LSS", roller.alva.arendenummer, "öd"))
    for unread in Nodatkomst.objects.filter(granskad_at=None):
        nodatkomster.granska(nodatkomst=unread, anteckning="", by=Actor(roller.carin, IDAG))
    Utskick.objects.update(status="vantar", forsok=0)
    assert utskick.skicka_ett(today=IDAG).status == Utskick.Status.INSTALLT and len(mail.outbox) == 1
    with pytest.raises(Regelbrott, match="redan läst"):
        nodatkomster.granska(nodatkomst=row, anteckning="", by=Actor(roller.carin, IDAG))


def test_chefen_ser_vem_nar_varfor_men_aldrig_en_skyddad_persons_arende(roller, client):
    oppna(roller, roller.alva.personnummer, skal="Familjen ringer om kvällen")
    row = oppna(roller, roller.skyddad.personnummer)
    client.force_login(roller.carin)
    assert "att läsa" in client.get(reverse("laget")).content.decode()
    page = client.get(reverse("nodatkomst-lista")).content.decode()
    assert "Östen Grahn" in page and roller.alva.arendenummer in page and "Familjen ringer om kvällen" in page
    assert "Skyddade uppgifter" in page and roller.skyddad.arendenummer not in page and "Alva" not in page
    url = reverse("nodatkomst-granska", args=[row.pk])
    assert roller.skyddad.arendenummer not in client.get(url).content.decode()
    assert client.post(url, {"anteckning": "Pratade med Östen"}).url == reverse("nodatkomst-lista")
    assert "Pratade med Östen" in client.get(reverse("nodatkomst-lista")).content.decode()


def test_ingen_granskar_sig_sjalv_och_ingen_annan_namnds_chef(roller):
    row = oppna(roller, roller.alva.personnummer)
    roller.osten.uppdrag.update(roll="chef")
    far = f.staff("fjarran_chef", roller.langt_bort, "chef")
    for who in (roller.osten, far, roller.ingrid, roller.greta):
        with pytest.raises(access.Nekad):
            nodatkomster.granska(nodatkomst=row, anteckning="", by=Actor(who, IDAG))


def test_den_skyddade_raknas_aldrig_i_listor_for_den_som_oppnat(roller, client):
    oppna(roller, roller.skyddad.personnummer)
    client.force_login(roller.osten)
    for name in ("att-gora", "person-lista"):
        page = client.get(reverse(name)).content.decode()
        assert roller.skyddad.arendenummer not in page and "Signe" not in page
    assert not Tilldelning.objects.filter(user=roller.osten, person=roller.skyddad).exists()
