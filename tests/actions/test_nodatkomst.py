"""Nödåtkomst: with a reason, for the day, read-only; a failed search gives no hint; the chef is told and reviews it."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from plans import access
from plans.actions import nodatkomster, utskick
from plans.models import Actor, Handelse, Nodatkomst, Tilldelning, Utskick
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Replace the call that wakes the workers, so that these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def oppna(r, vem, by=None, skal="Kollegan är sjuk, familjen ringer"):
    return nodatkomster.oppna(namnd=r.namnd, vem=vem, skal=skal, by=Actor(by or r.osten, IDAG))


def test_med_hela_numret_for_en_dag_och_bara_lasning(roles, client):
    f.klar(roles.alva, roles.ingrid)
    assert roles.alva not in access.personer_visible_to(Actor(roles.osten, IDAG))
    row = oppna(roles, roles.alva.personnummer)
    assert (row.fran, row.till, row.user) == (IDAG, IDAG, roles.osten)
    assert roles.alva in access.personer_visible_to(Actor(roles.osten, IDAG))
    assert roles.alva not in access.personer_visible_to(Actor(roles.osten, IDAG + DAG))
    may = {
        key for key in access.NYCKLAR if key != "utskick.ge" and access.may(Actor(roles.osten, IDAG), key, roles.alva)
    }
    assert may == {"person.las", "plan.las", "pdf.hamta"}, "a key for a day makes nothing that outlasts it"
    client.force_login(roles.osten)
    page = client.get(reverse("nodatkomst-las", args=[roles.alva.pk])).content.decode()
    assert "Jag vill sjunga med andra" in page and "Birgitta" in page and "Du kan läsa, inte ändra" in page
    assert client.get(reverse("person", args=[roles.alva.pk])).status_code == 404


def test_bara_med_hela_personnumret_och_inget_ger_en_vink(roles):
    """Case numbers have no gaps. If they opened cases, a number that did not would be a protected person's."""
    said = set()
    for vem in (
        roles.skyddad.arendenummer,
        roles.alva.arendenummer,
        roles.fjarran.arendenummer,
        "2027-9999",
        f.number(skip=77),
        "Signe",
        roles.skyddad.personnummer[2:8],
    ):
        with pytest.raises(Regelbrott) as stop:
            oppna(roles, vem)
        said.add(str(stop.value))
    assert said == {nodatkomster.NOBODY} and not Nodatkomst.objects.filter(user=roles.osten).exists()
    rows = list(Handelse.objects.filter(user=roles.osten).order_by("pk"))
    assert {(r.nekad, tuple(r.person_ids)) for r in rows} == {(True, ())}
    assert all(r.varfor == "" for r in rows), "tried numbers are not kept"
    oppna(roles, roles.skyddad.personnummer)
    assert roles.skyddad in access.nodoppnade(Actor(roles.osten, IDAG))
    assert roles.skyddad not in access.handlagda(Actor(roles.osten, IDAG))


@pytest.mark.parametrize("who", ["nadia", "carin", "greta", "admin", "birgitta", "alva_konto"])
def test_bara_handlaggare_i_namnden(roles, who):
    with pytest.raises(access.Nekad):
        oppna(roles, roles.alva.personnummer, by=getattr(roles, who))


def test_den_som_har_arendet_behover_det_inte(roles):
    with pytest.raises(Regelbrott, match="redan ärendet"):
        oppna(roles, roles.alva.personnummer, by=roles.kerstin)


def test_det_slutar_med_uppdraget_och_inloggningen(roles):
    oppna(roles, roles.alva.personnummer)
    roles.osten.uppdrag.update(till=IDAG - DAG)
    assert not access.nodoppnade(Actor(roles.osten, IDAG)).exists()


def test_tio_forsok_i_timmen_sedan_stopp_for_den_men_inte_for_andra(roles):
    for _ in range(nodatkomster.PER_HOUR):
        with pytest.raises(Regelbrott, match="Inget ärende"):
            oppna(roles, "2027-9999")
    for vem in ("2027-9999", roles.alva.personnummer):
        with pytest.raises(Regelbrott, match="för många gånger"):
            oppna(roles, vem)
    assert oppna(roles, roles.alva.personnummer, by=roles.nodigar)


def test_skal_kravs_och_sidan_svarar_lika(roles, client):
    client.force_login(roles.osten)
    url = reverse("nodatkomst-oppna")
    page = client.post(url, {"vem": roles.alva.personnummer, "skal": ""}).content.decode()
    assert "Skriv varför." in page and not Nodatkomst.objects.filter(user=roles.osten).exists()
    last = Handelse.objects.latest("pk").pk
    pages = [
        client.post(url, {"vem": v, "skal": "Bråttom"}).content.decode()
        for v in ("2027-9999", roles.skyddad.arendenummer)
    ]
    assert all(nodatkomster.NOBODY in p for p in pages) and "Signe" not in pages[1]
    assert Handelse.objects.filter(pk__gt=last).count() == 2, "one row a request"
    answer = client.post(url, {"vem": roles.alva.personnummer, "skal": "Familjen ringer"})
    assert answer.url == reverse("nodatkomst-las", args=[roles.alva.pk])


# --- The chef ---
def test_chefen_far_ett_neutralt_mejl_och_inget_nar_det_redan_ar_last(roles, mailoutbox):
    roles.carin.email = "carin@example.se"
    roles.carin.save()
    row = oppna(roles, roles.skyddad.personnummer)
    oppna(roles, roles.alva.personnummer)
    assert Utskick.objects.filter(mottagare__user=roles.carin).count() == 1
    utskick.skicka_ett(today=IDAG)
    (sent,) = mail.outbox
    text = f"{sent.subject} {sent.body}"
    assert sent.to == ["carin@example.se"]
    assert not any(w in text for w in ("Signe", "Alva", "Östen", "LSS", roles.alva.arendenummer, "öd"))
    for unread in Nodatkomst.objects.filter(granskad_at=None):
        nodatkomster.granska(nodatkomst=unread, anteckning="", by=Actor(roles.carin, IDAG))
    Utskick.objects.update(status="vantar", forsok=0)
    assert utskick.skicka_ett(today=IDAG).status == Utskick.Status.INSTALLT and len(mail.outbox) == 1
    with pytest.raises(Regelbrott, match="redan läst"):
        nodatkomster.granska(nodatkomst=row, anteckning="", by=Actor(roles.carin, IDAG))


def test_chefen_ser_vem_nar_varfor_men_aldrig_en_skyddad_persons_arende(roles, client):
    oppna(roles, roles.alva.personnummer, skal="Familjen ringer om kvällen")
    row = oppna(roles, roles.skyddad.personnummer)
    client.force_login(roles.carin)
    assert "att läsa" in client.get(reverse("laget")).content.decode()
    page = client.get(reverse("nodatkomst-lista")).content.decode()
    assert "Östen Grahn" in page and roles.alva.arendenummer in page and "Familjen ringer om kvällen" in page
    assert "Skyddade uppgifter" in page and roles.skyddad.arendenummer not in page and "Alva" not in page
    url = reverse("nodatkomst-granska", args=[row.pk])
    assert roles.skyddad.arendenummer not in client.get(url).content.decode()
    assert client.post(url, {"anteckning": "Pratade med Östen"}).url == reverse("nodatkomst-lista")
    assert "Pratade med Östen" in client.get(reverse("nodatkomst-lista")).content.decode()


def test_ingen_granskar_sig_sjalv_och_ingen_annan_namnds_chef(roles):
    row = oppna(roles, roles.alva.personnummer)
    roles.osten.uppdrag.update(roll="chef")
    far = f.staff("fjarran_chef", roles.langt_bort, "chef")
    for who in (roles.osten, far, roles.ingrid, roles.greta):
        with pytest.raises(access.Nekad):
            nodatkomster.granska(nodatkomst=row, anteckning="", by=Actor(who, IDAG))


def test_den_skyddade_raknas_aldrig_i_listor_for_den_som_oppnat(roles, client):
    oppna(roles, roles.skyddad.personnummer)
    client.force_login(roles.osten)
    for name in ("att-gora", "person-lista"):
        page = client.get(reverse(name)).content.decode()
        assert roles.skyddad.arendenummer not in page and "Signe" not in page
    assert not Tilldelning.objects.filter(user=roles.osten, person=roles.skyddad).exists()
