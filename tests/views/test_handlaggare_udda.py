"""Odd input to every form of the room: a sentence beside the field, what was typed is kept, never a 500."""

import html
import re

import pytest
from django.urls import reverse

from plans.models import Erbjudande, Person
from tests import factories as f

pytestmark = pytest.mark.django_db

ODD = ["x" * 10_001, "nul\x00", "👍🏽 \u202eomvänt", "2027-02-30", "9999-12-31", "0000-00-00", "-1", "1e9",
       "<script>alert(1)</script>", "a\u0308 å", "99999999999999999999999"]  # fmt: skip


def sidor(r) -> list[tuple[str, list]]:
    """Every form of the room."""
    pk, offer = r.alva.pk, Erbjudande.objects.get(person=r.alva)
    return [
        ("person-registrera", []), ("person-andra", [pk]), ("insats-bevilja", [pk]),
        ("insats-andra", [offer.insats_id]),
        ("foretradare-registrera", [pk]), ("foretradare-stang", [r.skap.pk]), ("erbjudande-lamna", [offer.pk]),
        ("erbjudande-svara", [offer.pk]), ("begaran-ta-emot", [pk]), ("ord-skriv-at", [pk, "om_mig"]),
    ]  # fmt: skip


def falt(page: str) -> set[str]:
    """The names of the page's own form."""
    form = re.search(r'<form class="formular".*?</form>', page, re.S).group()
    return set(re.findall(r'name="([^"]+)"', form)) - {"csrfmiddlewaretoken"}


@pytest.mark.parametrize("text", ODD)
def test_udda_i_varje_falt(roller, client, text):
    client.force_login(roller.ingrid)
    f.insats(roller.alva, roller.ingrid)
    for name, args in sidor(roller):
        url = reverse(name, args=args)
        fields = falt(client.get(url).content.decode())
        answer = client.post(url, dict.fromkeys(fields, text))
        assert answer.status_code in (200, 302), name
        if answer.status_code == 200:
            page = answer.content.decode()
            assert "<title>Fel: " in page and "behöver rättas" in page, name
            assert "invalid-feedback" in page or "Någon annan" in page, name
            if text.isprintable() and len(text) < 100 and "text" in fields:
                assert html.escape(text) in page, name


def test_tomma_formular(roller, client):
    client.force_login(roller.ingrid)
    f.insats(roller.alva, roller.ingrid)
    for name, args in sidor(roller):
        page = client.post(reverse(name, args=args), {}).content.decode()
        assert "<title>Fel: " in page, name


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("19900101-0000", "Numret stämmer inte"),
        ("i morgon", "Skriv personnumret med 12 siffror"),
        ("20990101-2384", ""),
        ("", "Skriv personnumret med 12 siffror"),
    ],
)
def test_personnumret(roller, client, number, sentence):
    client.force_login(roller.ingrid)
    values = {"personnummer": number, "fornamn": "Ebba", "efternamn": "Thorsell", "kanal": "brev"}
    page = client.post(reverse("person-registrera"), values).content.decode()
    assert sentence in page and 'id="id_personnummer_error"' in page and 'value="Ebba"' in page


def test_kand_person_sager_vad_man_gor(roller, client):
    client.force_login(roller.ingrid)
    values = {"personnummer": roller.alva.personnummer, "fornamn": "A", "efternamn": "B", "kanal": "brev"}
    page = client.post(reverse("person-registrera"), values).content.decode()
    assert f"Personen finns redan: ärende {roller.alva.arendenummer}." in page
    values["personnummer"] = roller.dragan.personnummer
    page = client.post(reverse("person-registrera"), values).content.decode()
    assert "Personen finns redan i nämnden." in page and roller.dragan.arendenummer not in page


def test_mejl_kraver_adress(roller, client):
    client.force_login(roller.ingrid)
    values = {"fornamn": "Alva", "efternamn": "K", "fodd": "1990-01-01", "kanal": "mejl", "rev": 1}
    url = reverse("person-andra", args=[roller.alva.pk])
    assert "Skriv e-postadressen" in client.post(url, values).content.decode()
    assert "ser inte rätt ut" in client.post(url, {**values, "epost": "alva@"}).content.decode()
    client.post(url, {**values, "epost": "alva@example.se"})
    assert Person.objects.get(pk=roller.alva.pk).epost == "alva@example.se"


@pytest.mark.parametrize("pk", [0, 2**31, 2**63, 10**30])
def test_udda_adresser(roller, client, pk):
    client.force_login(roller.ingrid)
    for name in ("person", "person-andra", "insats-bevilja", "insats-andra", "erbjudande-lamna", "foretradare-stang"):
        assert client.get(reverse(name, args=[pk])).status_code == 404, name
    for name in ("erbjudande-fraga-igen", "begaran-besvara", "ord-bekrafta", "utskick-ge"):
        assert client.post(reverse(name, args=[pk])).status_code == 404, name
        assert client.get(reverse(name, args=[pk])).status_code == 405, name
