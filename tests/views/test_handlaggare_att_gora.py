"""The page *Att göra*: order, filters, protected persons, queries. Its kinds of task: tests/lasning/att_gora/."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import (
    Erbjudande,
    Handelse,
    Insats,
    Tilldelning,
)
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


def test_mest_bradskande_forst_och_en_knapp(roles, client):
    f.insats(roles.alva, roles.ingrid, beslutad=IDAG - 20 * DAG, verkstalld=IDAG)
    f.insats(roles.yusuf, roles.ingrid, lagrum=4, beslutad=IDAG - 26 * DAG, verkstalld=IDAG)
    client.force_login(roles.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Tisdag 9 mars. Två saker är försenade. Börja med Yusuf." in page
    assert "Erbjud Yusuf en plan" in page and page.count("btn-primary") == 1
    assert "12 dagar försenat" in page and page.index("Yusuf Abdirahman") < page.index("Alva Nyström Keita")


def test_tomt(roles, client):
    client.force_login(roles.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Inget är försenat. Du har inget att göra här just nu." in page


def test_skyddad_person_har_inget_namn_i_nagon_lista(roles, client):
    f.insats(roles.skyddad, roles.ingrid, beslutad=IDAG - 30 * DAG)
    client.force_login(roles.ingrid)
    for url in (reverse("att-gora"), reverse("person-lista")):
        page = client.get(url).content.decode()
        assert f"Ärende {roles.skyddad.arendenummer}" in page and "Skyddade uppgifter" in page
        assert "Signe" not in page and "Hemlig" not in page
    page = client.get(reverse("person", args=[roles.skyddad.pk])).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.S).group(1)
    assert roles.skyddad.arendenummer in title and "Signe" not in title


def test_bara_egna_arenden(roles, client):
    f.insats(roles.alva, roles.ingrid)
    client.force_login(roles.kerstin)
    assert "Alva" not in client.get(reverse("att-gora")).content.decode()
    Tilldelning.objects.create(user=roles.kerstin, person=roles.alva, roll="vikarie", fran=IDAG)
    assert "Alva" in client.get(reverse("att-gora")).content.decode()


@pytest.mark.parametrize("who", ["osten", "nadia"])
def test_andra_enheter_ser_inget(roles, client, who):
    f.insats(roles.alva, roles.ingrid)
    client.force_login(getattr(roles, who))
    assert "Alva Nyström" not in client.get(reverse("att-gora")).content.decode()


@pytest.mark.parametrize("who", ["carin", "greta", "admin", "birgitta", "alva_konto", "ingen"])
def test_listan_ar_handlaggarens(roles, client, who):
    client.force_login(getattr(roles, who))
    for name in ("att-gora", "person-lista", "person-registrera"):
        assert client.get(reverse(name)).status_code == 404
    assert client.post(reverse("person-sok"), {"q": "Alva"}).status_code == 404


def test_filter(roles, client):
    f.insats(roles.alva, roles.ingrid, beslutad=IDAG - 20 * DAG, verkstalld=IDAG)
    f.insats(roles.yusuf, roles.ingrid, lagrum=4, beslutad=dt.date(2026, 12, 14))
    client.force_login(roles.ingrid)
    url = reverse("att-gora")
    page = client.get(url, {"slag": "verkstall"}).content.decode()
    assert "Skriv när kontaktperson börjar" in page and "Alva Nyström" not in page
    page = client.get(url, {"till": "2027-03-01"}).content.decode()
    assert "Skriv när kontaktperson" not in page
    page = client.get(url, {"visa": "veckan"}).content.decode()
    assert "Skriv när kontaktperson" in page and 'id="g-forsenat"' not in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("till", "2027-02-30", "finns inte i kalendern"),
        ("till", "i morgon\x00", "Skriv dagen så här"),
        ("till", "9999-01-01", "Året ska vara mellan"),
        ("slag", "x" * 10_000, "Välj ett av svaren"),
        ("slag", "\ud83d", ""),
    ],
)
def test_fel_i_filtret(roles, client, field, value, sentence):
    client.force_login(roles.ingrid)
    answer = client.get(reverse("att-gora") + f"?{field}=" + value.encode("utf-8", "surrogatepass").decode("latin-1"))
    page = answer.content.decode()
    assert answer.status_code == 200 and sentence in page and re.search(r"<title>\s*Fel: ", page)


@pytest.mark.parametrize("query", ["sida=99", "sida=x", "visa=ko&fran=2", "visa=hittepa", "sida=-1&fran=x", "fran=99"])
def test_udda_sidnummer(roles, client, query):
    client.force_login(roles.ingrid)
    assert client.get(f"{reverse('att-gora')}?{query}").status_code == 200
    assert client.get(f"{reverse('person-lista')}?{query}").status_code == 200


def _manga(roles, antal: int) -> None:
    """Give Ingrid persons, each with an old decision and an offer to make, as bare rows instead of through actions."""
    persons = f.many_persons(roles.ingrid, roles.enhet, antal)
    Insats.objects.bulk_create(Insats(person=p, lagrum=10, beslutad=IDAG - 100 * DAG) for p in persons)
    Erbjudande.objects.bulk_create(Erbjudande(person=p, senast=IDAG - 3 * DAG) for p in persons)


@pytest.mark.parametrize("antal", [1, 20, pytest.param(265, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", ["att-gora", "person-lista"])
def test_lika_manga_fragor_vid_1_20_och_265(roles, client, antal, name):
    _manga(roles, antal)
    client.force_login(roles.ingrid)
    client.get(reverse(name))  # the first request saves the session
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = client.get(reverse(name)).content.decode()
    assert len(queries) == {"att-gora": 7, "person-lista": 7}[name], [q["sql"][:90] for q in queries]
    shown = page.count('class="person"' if name == "att-gora" else 'scope="row"')
    listed = min(antal + 3, 25)  # three of the cast are also Ingrid's
    assert shown == {"att-gora": 2 * antal, "person-lista": listed}[name]  # two tasks each, all late and so all shown
    assert len(Handelse.objects.last().person_ids) == {"att-gora": antal, "person-lista": listed}[name]


def test_personen_har_fa_fragor(roles, client):
    """A person's page: 16 queries, 3 for session, user and uppdrag, 2 for access, 10 for its parts, 1 for the log."""
    f.klar(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    client.get(reverse("person", args=[roles.alva.pk]))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("person", args=[roles.alva.pk]))
    assert len(queries) == 16
