"""The handläggare's steps towards a plan, over HTTP: register → decision → offer → answer → begin."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from plans.models import Begaran, EgetOrd, Erbjudande, Foretradarskap, Handelse, Insats, Person
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db

NY = {"fornamn": "Ebba", "efternamn": "Thorsell", "personkrets": "1", "kanal": "brev"}
BESLUT = {"lagrum": "10", "utfall": "beviljad", "beslutad": "2027-03-01"}


@pytest.fixture
def ingrid(roles, client):
    """Ingrid, logged in."""
    client.force_login(roles.ingrid)
    return client


def knapp(html: str) -> list[str]:
    """Where a page's filled buttons lead: links, and forms whose button is filled."""
    links = re.findall(r'<a class="btn btn-primary" href="([^"]+)"', html)
    forms = re.findall(r'<form method="post" action="([^"]+)">(?:(?!</form>).)*?btn-primary', html, re.S)
    return links + forms


def test_registrera_till_ja(roles, ingrid):
    number = f.number(skip=5)
    answer = ingrid.post(reverse("person-registrera"), {**NY, "personnummer": f"{number[:8]}-{number[8:]}"})
    person = Person.objects.get(fornamn="Ebba")
    assert answer.url == reverse("person", args=[person.pk])
    page = ingrid.get(answer.url).content.decode()
    assert knapp(page) == [reverse("insats-bevilja", args=[person.pk])]

    answer = ingrid.post(knapp(page)[0], BESLUT)
    offer = Erbjudande.objects.get(person=person)
    page = ingrid.get(answer.url).content.decode()
    assert knapp(page) == [reverse("erbjudande-lamna", args=[offer.pk])]
    assert "Erbjud Ebba en plan" in page

    page = ingrid.get(knapp(page)[0]).content.decode()
    assert "Så kan du säga" in page
    answer = ingrid.post(reverse("erbjudande-lamna", args=[offer.pk]), {"datum": "2027-03-09", "hur": "mote"})
    page = ingrid.get(answer.url).content.decode()
    assert knapp(page) == [reverse("erbjudande-svara", args=[offer.pk])]

    values = {"svar": "ja", "av": "Ebba Thorsell", "datum": "2027-03-09", "hur": "mote"}
    answer = ingrid.post(reverse("erbjudande-svara", args=[offer.pk]), values)
    page = ingrid.get(answer.url).content.decode()
    assert knapp(page) == [reverse("plan-borja", args=[person.pk])]
    answer = ingrid.post(knapp(page)[0])
    plan = person.planer.get()
    assert answer.url == reverse("plan", args=[plan.pk])
    page = ingrid.get(reverse("person", args=[person.pk])).content.decode()
    assert knapp(page) == [reverse("plan", args=[plan.pk])]


def test_fraga_igen(roles, ingrid):
    f.insats(roles.alva, roles.ingrid)
    first = Erbjudande.objects.get(person=roles.alva)
    ingrid.post(reverse("erbjudande-lamna", args=[first.pk]), {"datum": "2027-03-09", "hur": "brev"})
    values = {"svar": "senare", "av": "Alva", "datum": "2027-03-09", "hur": "brev"}
    ingrid.post(reverse("erbjudande-svara", args=[first.pk]), values)
    answer = ingrid.post(reverse("erbjudande-fraga-igen", args=[first.pk]))
    new = Erbjudande.objects.exclude(pk=first.pk).get(person=roles.alva)
    assert answer.url == reverse("erbjudande-lamna", args=[new.pk])
    answer = ingrid.post(reverse("erbjudande-fraga-igen", args=[first.pk]), follow=True)
    assert "Det finns redan ett öppet erbjudande" in answer.content.decode()


def test_person_andra_och_krock(roles, ingrid):
    url = reverse("person-andra", args=[roles.alva.pk])
    page = ingrid.get(url).content.decode()
    assert 'name="rev" value="1"' in page and "Nyström Keita" in page
    values = {"fornamn": "Alva", "efternamn": "Nyström", "fodd": "1999-01-01", "kanal": "sms", "rev": "1"}
    assert ingrid.post(url, values).url == reverse("person", args=[roles.alva.pk])
    assert Person.objects.get(pk=roles.alva.pk).efternamn == "Nyström"

    stale = ingrid.post(url, {**values, "efternamn": "Keita"}).content.decode()
    assert "Någon annan har ändrat det här medan du skrev" in stale and re.search(r"<title>\s*Fel:", stale)
    assert "Så står det nu" in stale and '<p class="rakt">Nyström</p>' in stale and "None" not in stale
    assert 'value="Keita"' in stale and 'name="rev-vald" value="2"' in stale
    ingrid.post(url, {**values, "efternamn": "Keita", "rev-vald": "2"})
    assert Person.objects.get(pk=roles.alva.pk).efternamn == "Keita"


def test_insats_andra_och_krock(roles, ingrid):
    row = f.insats(roles.alva, roles.ingrid, beslutad=dt.date(2027, 2, 1))
    url = reverse("insats-andra", args=[row.pk])
    values = {"utfall": "beviljad", "beslutad": row.beslutad.isoformat(), "verkstalld": "2027-03-08", "rev": row.rev}
    ingrid.get(url)
    ingrid.post(url, values)
    row.refresh_from_db()
    assert row.verkstalld.isoformat() == "2027-03-08"
    stale = ingrid.post(url, {**values, "verkstalld": "2027-03-07"}).content.decode()
    assert "Så står det nu" in stale and "2027-03-08" in stale and "2027-03-07" in stale


def test_varning_fragar_efter_skal_men_nekar_aldrig(roles, ingrid):
    roles.alva.personkrets = 3
    roles.alva.save()
    url = reverse("insats-bevilja", args=[roles.alva.pk])
    page = ingrid.post(url, BESLUT).content.decode()
    assert "Daglig verksamhet är till för personkrets 1 och 2" in page
    assert 'id="id_varning_skal_error"' in page and not Insats.objects.filter(person=roles.alva).exists()
    ingrid.post(url, {**BESLUT, "varning_skal": "Dom i kammarrätten."})
    assert Insats.objects.get(person=roles.alva).varning_skal == "Dom i kammarrätten."


def test_foretradare(roles, ingrid):
    url = reverse("foretradare-registrera", args=[roles.alva.pk])
    page = ingrid.get(url).content.decode()
    assert "Birgitta" in page
    values = {
        "namn": "Sven Ek",
        "kanal": "brev",
        "typ": "god_man",
        "sorja_for_person": "on",
        "fran": "2027-01-01",
        "underlag": "Förordnande 2027-01-01",
    }
    ingrid.post(url, values)
    skap = Foretradarskap.objects.get(foretradare__namn="Sven Ek")
    known = {**values, "namn": "", "kand": skap.foretradare_id}
    ingrid.post(reverse("foretradare-registrera", args=[roles.yusuf.pk]), known)
    assert Foretradarskap.objects.filter(foretradare=skap.foretradare).count() == 2
    page = ingrid.post(url, {**values, "namn": ""}).content.decode()
    assert "Skriv namnet, eller välj någon som redan finns" in page
    url = reverse("foretradare-stang", args=[skap.pk])
    assert "Sven Ek" in ingrid.get(url).content.decode()
    ingrid.post(url, {"skal": "Ny god man"})
    page = ingrid.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "av Ingrid Sandelin: Ny god man" in page


def test_begaran(roles, ingrid):
    url = reverse("begaran-ta-emot", args=[roles.alva.pk])
    assert "Ta emot en begäran" in ingrid.get(url).content.decode()
    ingrid.post(url, {"slag": "insats", "av": "Alva", "inkom": "2027-03-08", "text": "Ledsagning på lördagar"})
    row = Begaran.objects.get()
    page = ingrid.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "Ledsagning på lördagar" in page
    ingrid.post(reverse("begaran-besvara", args=[row.pk]))
    row.refresh_from_db()
    assert row.besvarad == IDAG
    again = ingrid.post(reverse("begaran-besvara", args=[row.pk]), follow=True).content.decode()
    assert "Begäran är redan besvarad" in again


def test_ord_skrivs_at_och_bekraftas(roles, ingrid):
    url = reverse("ord-skriv-at", args=[roles.alva.pk, "drommar"])
    assert "Vad drömmer du om?" in ingrid.get(url).content.decode()
    ingrid.post(url, {"text": "En egen katt", "lasare": "handlaggare", "rev": "0"})
    row = EgetOrd.objects.get(person=roles.alva)
    assert row.nedtecknat and row.bekraftat is None
    page = ingrid.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "En egen katt" in page and "Bara för handläggaren" in page and "Personen säger att det stämmer" in page
    ingrid.post(reverse("ord-bekrafta", args=[row.pk]), {"rev": row.rev})
    row.refresh_from_db()
    assert row.bekraftat == IDAG
    stale = ingrid.post(url, {"text": "En hund", "lasare": "alla", "rev": "0"}).content.decode()
    assert "Så står det nu" in stale and "En egen katt" in stale and "En hund" in stale
    assert ingrid.get(reverse("ord-skriv-at", args=[roles.alva.pk, "hittepa"])).status_code == 404


def test_varje_sida_skriver_en_loggrad(roles, ingrid):
    f.insats(roles.alva, roles.ingrid)
    offer = Erbjudande.objects.get(person=roles.alva)
    pk = roles.alva.pk
    pages = [
        ("att-gora", []),
        ("person-lista", []),
        ("person-registrera", []),
        ("person", [pk]),
        ("person-andra", [pk]),
        ("insats-bevilja", [pk]),
        ("foretradare-registrera", [pk]),
        ("foretradare-stang", [roles.skap.pk]),
        ("erbjudande-lamna", [offer.pk]),
        ("erbjudande-svara", [offer.pk]),
        ("begaran-ta-emot", [pk]),
        ("ord-skriv-at", [pk, "om_mig"]),
        ("insats-andra", [offer.insats_id]),
    ]
    for name, args in pages:
        before = Handelse.objects.count()
        assert ingrid.get(reverse(name, args=args)).status_code == 200, name
        assert Handelse.objects.count() == before + 1, name
        if args:
            assert Handelse.objects.last().person_ids == [pk], name
