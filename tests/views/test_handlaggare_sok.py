"""Search by name, number or case number, among cases the user may open; what is typed is in no address and no log."""

import pytest
from django.urls import reverse

from plans.models import Handelse, Tilldelning
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def sok(roles, client):
    """A function that searches as Ingrid and returns the page, or the address that a single hit leads to."""
    client.force_login(roles.ingrid)

    def search(text: str) -> str:
        answer = client.post(reverse("person-sok"), {"q": text})
        return answer.url if answer.status_code == 302 else answer.content.decode()

    return search


@pytest.mark.parametrize("text", ["Alva", "alva ny", "keita", "nyström alva", "NYSTRÖM", "al ke", "Nystro\u0308m"])
def test_namn_leder_ratt(roles, sok, text):
    assert sok(text) == reverse("person", args=[roles.alva.pk])


def test_det_personen_kallas_hittas(roles, sok):
    person = f.person(roles.ingrid, f.number(skip=7), "Karl-Erik", "Öberg", tilltalsnamn="Åke")
    for text in ("åke", "åk öberg", "Karl", "erik ö"):
        assert sok(text) == reverse("person", args=[person.pk])
    assert "Ingen träff" in sok("ake")


def test_svensk_bokstav_ar_en_egen_bokstav(roles, sok):
    assert "Ingen träff" in sok("nystrom")
    f.person(roles.ingrid, f.number(skip=7), "André", "Öberg")
    assert sok("andre öb").startswith("/personer/")


def test_personnummer_och_arendenummer(roles, sok):
    url, nr = reverse("person", args=[roles.alva.pk]), roles.alva.personnummer
    assert sok(nr) == sok(f"{nr[:8]}-{nr[8:]}") == sok(f"{nr[2:8]}-{nr[8:]}") == url
    assert sok(roles.alva.arendenummer) == sok(f"Ärende {roles.alva.arendenummer}") == url


def test_flera_traffar_blir_en_lista(roles, sok):
    f.person(roles.ingrid, f.number(skip=7), "Alma", "Berg")
    page = sok("al")
    assert page.index("Alma Berg") < page.index("Alva Nyström Keita") and "Två träffar" in page


def test_ingen_traff_sager_vad_man_gor(sok):
    page = sok("Finnsinte")
    assert "Ingen träff" in page and "Registrera ny person" in page


def test_kollegans_arende_hittas_men_inte_en_annan_enhets(roles, sok):
    Tilldelning.objects.filter(person=roles.yusuf).update(user=roles.kerstin)
    assert sok("Yusuf") == reverse("person", args=[roles.yusuf.pk])
    assert "Ingen träff" in sok("Dragan")
    assert "Ingen träff" in sok(roles.dragan.personnummer)


def test_skyddad_hittas_bara_med_hela_numret_och_egen_tilldelning(roles, sok, client):
    url = reverse("person", args=[roles.skyddad.pk])
    for text in ("Signe", "Hemlig", "si he"):
        assert "Ingen träff" in sok(text)
    assert sok(roles.skyddad.personnummer) == sok(roles.skyddad.arendenummer) == url
    client.force_login(roles.kerstin)
    assert "Ingen träff" in sok(roles.skyddad.personnummer)


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


def test_loggen_har_de_hittade_men_inte_orden(roles, sok):
    sok("Nyström")
    row = Handelse.objects.filter(handelse="person.sok").get()
    assert row.person_ids == [roles.alva.pk] and row.varfor == "" and row.objekt == ""


def test_sokning_star_aldrig_i_en_adress(roles, client):
    client.force_login(roles.ingrid)
    assert client.get(reverse("person-sok"), {"q": roles.alva.personnummer}).status_code == 405


def test_mer_an_50_sager_att_det_finns_fler(roles, sok):
    for n in range(51):
        f.person(roles.ingrid, f.number(skip=10 + n), "Alma", f"Berg{n}", today=IDAG)
    page = sok("alma")
    assert "50 träffar" in page and "Det finns fler" in page
