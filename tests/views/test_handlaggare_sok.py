"""Search: by name, number and case number only; own cases only; nothing typed in an address or the log."""

import pytest
from django.urls import reverse

from plans.models import Handelse, Tilldelning
from tests import factories as f
from tests.cast import IDAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def sok(roller, client):
    """Search as Ingrid: the page, or the address that one hit leads to."""
    client.force_login(roller.ingrid)

    def search(text: str) -> str:
        answer = client.post(reverse("person-sok"), {"q": text})
        return answer.url if answer.status_code == 302 else answer.content.decode()

    return search


@pytest.mark.parametrize("text", ["Alva", "alva ny", "keita", "nyström alva", "NYSTRÖM", "al ke", "Nystro\u0308m"])
def test_namn_leder_ratt(roller, sok, text):
    assert sok(text) == reverse("person", args=[roller.alva.pk])


def test_det_personen_kallas_hittas(roller, sok):
    person = f.person(roller.ingrid, f.number(skip=7), "Karl-Erik", "Öberg", tilltalsnamn="Åke")
    for text in ("åke", "åk öberg", "Karl", "erik ö"):
        assert sok(text) == reverse("person", args=[person.pk])
    assert "Ingen träff" in sok("ake")


def test_svensk_bokstav_ar_en_egen_bokstav(roller, sok):
    assert "Ingen träff" in sok("nystrom")
    f.person(roller.ingrid, f.number(skip=7), "André", "Öberg")
    assert sok("andre öb").startswith("/personer/")


def test_personnummer_och_arendenummer(roller, sok):
    url, nr = reverse("person", args=[roller.alva.pk]), roller.alva.personnummer
    assert sok(nr) == sok(f"{nr[:8]}-{nr[8:]}") == sok(f"{nr[2:8]}-{nr[8:]}") == url
    assert sok(roller.alva.arendenummer) == sok(f"Ärende {roller.alva.arendenummer}") == url


def test_flera_traffar_blir_en_lista(roller, sok):
    f.person(roller.ingrid, f.number(skip=7), "Alma", "Berg")
    page = sok("al")
    assert page.index("Alma Berg") < page.index("Alva Nyström Keita") and "Två träffar" in page


def test_ingen_traff_sager_vad_man_gor(sok):
    page = sok("Finnsinte")
    assert "Ingen träff" in page and "Registrera ny person" in page


def test_kollegans_arende_hittas_men_inte_en_annan_enhets(roller, sok):
    Tilldelning.objects.filter(person=roller.yusuf).update(user=roller.kerstin)
    assert sok("Yusuf") == reverse("person", args=[roller.yusuf.pk])
    assert "Ingen träff" in sok("Dragan")
    assert "Ingen träff" in sok(roller.dragan.personnummer)


def test_skyddad_hittas_bara_med_hela_numret_och_egen_tilldelning(roller, sok, client):
    url = reverse("person", args=[roller.skyddad.pk])
    for text in ("Signe", "Hemlig", "si he"):
        assert "Ingen träff" in sok(text)
    assert sok(roller.skyddad.personnummer) == sok(roller.skyddad.arendenummer) == url
    client.force_login(roller.kerstin)
    assert "Ingen träff" in sok(roller.skyddad.personnummer)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Skriv ett namn"),
        ("a", "Skriv minst två bokstäver"),
        ("19900101-0000", "Numret stämmer inte"),
        ("x" * 10_000, "Texten är för lång"),
        ("al\x00va", "ett tecken som inte går att spara"),
        ("(((", "Ingen träff"),
        ("%%__", "Ingen träff"),
        ("👍👍", "Ingen träff"),
        ("[a-z]+ .*", "Ingen träff"),
    ],
)
def test_udda_text(sok, text, sentence):
    assert sentence in sok(text)


def test_loggen_har_de_hittade_men_inte_orden(roller, sok):
    sok("Nyström")
    row = Handelse.objects.filter(handelse="person.sok").get()
    assert row.person_ids == [roller.alva.pk] and row.varfor == "" and row.objekt == ""


def test_sokning_star_aldrig_i_en_adress(roller, client):
    client.force_login(roller.ingrid)
    assert client.get(reverse("person-sok"), {"q": roller.alva.personnummer}).status_code == 405


def test_mer_an_50_sager_att_det_finns_fler(roller, sok):
    for n in range(51):
        f.person(roller.ingrid, f.number(skip=10 + n), "Alma", f"Berg{n}", today=IDAG)
    page = sok("alma")
    assert "50 träffar" in page and "Det finns fler" in page
