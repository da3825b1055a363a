"""*Att göra*: every kind of thing to do, its deadline and its button; order, filters, protected persons, queries."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.actions import begaran, erbjudanden, planer, utskick
from plans.lasning.att_gora import SLAG, saker
from plans.models import (
    Actor,
    Erbjudande,
    Foretradare,
    Foretradarskap,
    Handelse,
    Insats,
    Person,
    PlanVersion,
    Tilldelning,
    Utskick,
)
from plans.views.handlaggare.steg import _STEG
from tests import factories as f
from tests.cast import IDAG
from tests.stod import current

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


def lista(*persons: Person, today: dt.date = IDAG) -> list[tuple[str, dt.date, str]]:
    """What waits about these persons: kind, deadline, group."""
    rows = Person.objects.filter(pk__in=[p.pk for p in persons]).select_related("namnd")
    return [(s.slag, s.frist, s.grupp(today)) for s in saker(rows, today)]


def erbjud(person: Person, by, dag: dt.date, svar: str = "") -> Erbjudande:
    """The open offer made on a day, and answered the same day when `svar` says so."""
    offer = person.erbjudanden.get(svar="")
    erbjudanden.lamna(erbjudande=offer, hur="brev", datum=dag, by=Actor(by, IDAG))
    if svar:
        erbjudanden.svara(erbjudande=offer, svar=svar, av="x", hur="brev", datum=dag, by=Actor(by, IDAG))
    return offer


def test_varje_slag_har_ord_och_knapp():
    assert set(_STEG) == set(SLAG)


def test_lamna(roller):
    f.insats(roller.alva, roller.ingrid, beslutad=IDAG - 26 * DAG)
    assert lista(roller.alva) == [("lamna", IDAG - 12 * DAG, "forsenat")]


def test_doden_stannar_allt(roller, client):
    f.insats(roller.alva, roller.ingrid)
    Person.objects.filter(pk=roller.alva.pk).update(avliden=IDAG)
    assert lista(roller.alva) == []
    client.force_login(roller.ingrid)
    page = client.get(reverse("person", args=[roller.alva.pk])).content.decode()
    assert "Avliden 9 mars 2027" in page and "Det finns inget att göra just nu" in page


def test_inforandeko_ar_aldrig_rod_fore_sin_sista_dag(roller):
    old = roller.namnd.infort - 400 * DAG
    f.insats(roller.alva, roller.ingrid, beslutad=old, verkstalld=old)
    last = dt.date(roller.namnd.infort.year + 1, roller.namnd.infort.month, roller.namnd.infort.day)
    assert lista(roller.alva) == [("lamna", last, "ko")]
    assert lista(roller.alva, today=last) == [("lamna", last, "veckan")]
    assert lista(roller.alva, today=last + DAG) == [("lamna", last, "forsenat")]


def test_kon_har_narmaste_livsandring_forst(roller):
    old = roller.namnd.infort - DAG
    for person in (roller.alva, roller.yusuf):
        f.insats(person, roller.ingrid, lagrum=4, beslutad=old, verkstalld=old)
    Person.objects.filter(pk=roller.yusuf.pk).update(fodd=dt.date(2009, 6, 1))
    Person.objects.filter(pk=roller.alva.pk).update(fodd=dt.date(2006, 8, 1))
    rows = Person.objects.filter(pk__in=[roller.alva.pk, roller.yusuf.pk]).select_related("namnd")
    assert [s.person.fornamn for s in saker(rows, IDAG) if s.grupp(IDAG) == "ko"] == ["Yusuf", "Alva"]


def test_svar_och_fraga_igen(roller):
    f.insats(roller.alva, roller.ingrid)
    f.insats(roller.yusuf, roller.ingrid, lagrum=4)
    erbjud(roller.alva, roller.ingrid, IDAG)
    erbjud(roller.yusuf, roller.ingrid, IDAG, "senare")
    assert lista(roller.alva) == [("svar", IDAG + 14 * DAG, "kommande")]
    assert lista(roller.yusuf) == [("fraga_igen", dt.date(2027, 6, 9), "kommande")]
    erbjudanden.fraga_igen(erbjudande=roller.yusuf.erbjudanden.get(), by=Actor(roller.ingrid, IDAG))
    assert lista(roller.yusuf) == [("lamna", IDAG, "veckan")]


def test_nej_ar_ett_svar(roller):
    f.insats(roller.alva, roller.ingrid)
    erbjud(roller.alva, roller.ingrid, IDAG, "nej")
    assert lista(roller.alva) == []


def test_efter_ett_nej_fragar_vi_igen_om_ett_ar(roller, client):
    f.insats(roller.alva, roller.ingrid)
    offer = erbjud(roller.alva, roller.ingrid, IDAG, "nej")
    due = dt.date(2028, 3, 9)
    assert "fraga_igen" not in [s for s, *_ in lista(roller.alva, today=due - 31 * DAG)]
    assert ("fraga_igen", due, "kommande") in lista(roller.alva, today=due - 30 * DAG)
    Erbjudande.objects.filter(pk=offer.pk).update(fraga_igen=IDAG)
    client.force_login(roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Sa nej 9 mars" in page and "Ville vänta" not in page
    client.post(reverse("erbjudande-fraga-igen", args=[offer.pk]))
    assert lista(roller.alva) == [("lamna", IDAG, "veckan")]


def test_borja_av_ja_och_av_begaran_ar_en_sak(roller):
    f.insats(roller.alva, roller.ingrid)
    erbjud(roller.alva, roller.ingrid, IDAG, "ja")
    assert lista(roller.alva) == [("borja", IDAG + 30 * DAG, "kommande")]
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roller.ingrid, IDAG)}
    begaran.ta_emot(person=roller.alva, inkom=IDAG - 25 * DAG, **asked)
    assert lista(roller.alva) == [("borja", IDAG + 5 * DAG, "veckan")]
    planer.borja(person=roller.alva, by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in lista(roller.alva)] == ["utkast"]


def test_oppet_erbjudande_tystnar_nar_en_begaran_blivit_plan(roller):
    f.insats(roller.alva, roller.ingrid)
    asked = {"slag": "plan", "text": "", "av": "Alva", "by": Actor(roller.ingrid, IDAG)}
    begaran.ta_emot(person=roller.alva, inkom=IDAG, **asked)
    assert {slag for slag, *_ in lista(roller.alva)} == {"lamna", "borja"}
    version = planer.borja(person=roller.alva, by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in lista(roller.alva)] == ["utkast"]
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roller.ingrid, IDAG))
    assert [slag for slag, *_ in lista(roller.alva)] == ["lamna"]


def test_avslutad_plan_borjar_inte_om_av_ett_gammalt_ja(roller):
    version = f.utkast(roller.alva, roller.ingrid)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roller.ingrid, IDAG))
    assert lista(roller.alva) == []


def test_begaran_om_insats_och_genomgang(roller):
    for slag in ("insats", "genomgang"):
        begaran.ta_emot(person=roller.alva, slag=slag, text="", av="Alva", inkom=IDAG, by=Actor(roller.ingrid, IDAG))
    assert lista(roller.alva) == [("begaran", IDAG + 30 * DAG, "kommande")] * 2


def test_utkast_sager_hur_langt_det_har_kommit(roller, client):
    client.force_login(roller.ingrid)
    version = f.utkast(roller.alva, roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är inte delat än" in page
    current.dela(version=version, by=Actor(roller.ingrid, IDAG))
    assert "Ingen har svarat än" in client.get(reverse("att-gora")).content.decode()
    for user in (roller.birgitta, roller.alva_konto):
        current.svara(version=version, svar="haller_med", text="", by=Actor(user, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Utkastet är delat. Två har svarat" in page and "Läs svaren" in page
    current.dela(version=version, by=Actor(roller.ingrid, IDAG))
    page = client.get(reverse("att-gora")).content.decode()
    assert "Ingen har svarat än" in page and "Läs svaren" not in page


def test_utkast_raknas_fran_dagen_har_inte_i_utc(roller):
    version = f.utkast(roller.alva, roller.ingrid)
    roller.alva.erbjudanden.all().delete()
    night = dt.datetime(2027, 3, 8, 23, 30, tzinfo=dt.UTC)  # half past midnight on 9 March here
    PlanVersion.objects.filter(pk=version.pk).update(created_at=night)
    assert ("utkast", IDAG + 30 * DAG, "kommande") in lista(roller.alva)


def test_genomgang_60_dagar_fore_och_forsenad(roller):
    version = f.klar(roller.alva, roller.ingrid, today=IDAG)
    due = dt.date(2028, 3, 9)
    assert "genomgang" not in [s for s, *_ in lista(roller.alva, today=due - 61 * DAG)]
    assert ("genomgang", due, "kommande") in lista(roller.alva, today=due - 60 * DAG)
    assert ("genomgang", due, "forsenat") in lista(roller.alva, today=due + DAG)
    planer.omprova(plan=version.plan, by=Actor(roller.ingrid, due - 10 * DAG))
    assert ("utkast", due, "kommande") in lista(roller.alva, today=due - 10 * DAG)


def test_lofte_tystnar_nar_nagon_noterat_hur_det_gick(roller):
    version = f.klar(roller.alva, roller.ingrid)
    promise = version.atgard_set.get(slag="lofte")
    assert ("lofte", IDAG, "veckan") in lista(roller.alva)
    note = {"plan": version.plan, "spar": promise.spar, "by": Actor(roller.ingrid, IDAG)}
    current.notera(utfall="blev_inte", varfor="Sjuk", **note)
    assert "lofte" not in [s for s, *_ in lista(roller.alva)]


def test_lofte_som_lovas_igen_kommer_igen(roller):
    version = f.klar(roller.alva, roller.ingrid)
    note = {"plan": version.plan, "spar": version.atgard_set.get(slag="lofte").spar}
    current.notera(utfall="delvis", varfor="", by=Actor(roller.ingrid, IDAG), **note)
    later = IDAG + 300 * DAG
    new = planer.omprova(plan=version.plan, by=Actor(roller.ingrid, later))
    current.dela(version=new, by=Actor(roller.ingrid, later))
    current.faststall(
        version=new, samrad_datum=later, samrad_hur="mote", samrad_med="Alva", by=Actor(roller.ingrid, later)
    )
    assert "lofte" in [s for s, *_ in lista(roller.alva, today=later)]
    current.notera(utfall="klart", varfor="", by=Actor(roller.ingrid, later), **note)
    assert "lofte" not in [s for s, *_ in lista(roller.alva, today=later)]


def test_verkstall_fran_30_dagar_fore(roller):
    f.insats(roller.alva, roller.ingrid, beslutad=dt.date(2026, 12, 14))
    row = ("verkstall", dt.date(2027, 3, 14), "veckan")
    assert row in lista(roller.alva)
    assert "verkstall" not in [s for s, *_ in lista(roller.alva, today=dt.date(2027, 2, 11))]
    Insats.objects.update(verkstalld=IDAG)
    assert row not in lista(roller.alva)


def test_meddelande_for_hand(roller, client):
    f.klar(roller.alva, roller.ingrid, today=IDAG)
    Foretradare.objects.filter(konto=roller.birgitta).update(kanal="brev", epost="", telefon="070-555 01 02")
    due = dt.date(2028, 3, 9)
    utskick.planera(today=due - 60 * DAG)
    rows = [s for s in lista(roller.alva, today=due - 60 * DAG) if s[0] == "ge"]
    assert len(rows) == Utskick.objects.filter(status="for_hand").count() > 0
    client.force_login(roller.ingrid)
    page = client.get(reverse("person", args=[roller.alva.pk])).content.decode()
    assert "Meddelanden att ge" in page
    for row in Utskick.objects.filter(status="for_hand"):
        client.post(reverse("utskick-ge", args=[row.pk]))
    assert not [s for s in lista(roller.alva, today=due - 60 * DAG) if s[0] == "ge"]


def test_bara_det_senaste_meddelandet_till_den_som_har_ratt_till_det(roller):
    f.klar(roller.alva, roller.ingrid, today=IDAG)
    Foretradare.objects.filter(konto=roller.birgitta).update(kanal="brev", epost="")
    due = dt.date(2028, 3, 9)
    for days in (60, 30, 0):
        utskick.planera(today=due - days * DAG)
    assert [s for s in lista(roller.alva, today=due) if s[0] == "ge"] == [("ge", due + 7 * DAG, "veckan")] * 2
    Foretradarskap.objects.filter(foretradare__konto=roller.birgitta).update(till=due - DAG)
    assert [s for s in lista(roller.alva, today=due) if s[0] == "ge"] == [("ge", due + 7 * DAG, "veckan")]


def test_mest_bradskande_forst_och_en_knapp(roller, client):
    f.insats(roller.alva, roller.ingrid, beslutad=IDAG - 20 * DAG, verkstalld=IDAG)
    f.insats(roller.yusuf, roller.ingrid, lagrum=4, beslutad=IDAG - 26 * DAG, verkstalld=IDAG)
    client.force_login(roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Tisdag 9 mars. Två saker är försenade. Börja med Yusuf." in page
    assert "Erbjud Yusuf en plan" in page and page.count("btn-primary") == 1
    assert "12 dagar försenat" in page and page.index("Yusuf Abdirahman") < page.index("Alva Nyström Keita")


def test_tomt(roller, client):
    client.force_login(roller.ingrid)
    page = client.get(reverse("att-gora")).content.decode()
    assert "Inget är försenat. Du har inget att göra här just nu." in page


def test_skyddad_person_har_inget_namn_i_nagon_lista(roller, client):
    f.insats(roller.skyddad, roller.ingrid, beslutad=IDAG - 30 * DAG)
    client.force_login(roller.ingrid)
    for url in (reverse("att-gora"), reverse("person-lista")):
        page = client.get(url).content.decode()
        assert f"Ärende {roller.skyddad.arendenummer}" in page and "Skyddade uppgifter" in page
        assert "Signe" not in page and "Hemlig" not in page
    page = client.get(reverse("person", args=[roller.skyddad.pk])).content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.S).group(1)
    assert roller.skyddad.arendenummer in title and "Signe" not in title


def test_bara_egna_arenden(roller, client):
    f.insats(roller.alva, roller.ingrid)
    client.force_login(roller.kerstin)
    assert "Alva" not in client.get(reverse("att-gora")).content.decode()
    Tilldelning.objects.create(user=roller.kerstin, person=roller.alva, roll="vikarie", fran=IDAG)
    assert "Alva" in client.get(reverse("att-gora")).content.decode()


@pytest.mark.parametrize("who", ["osten", "nadia"])
def test_andra_enheter_ser_inget(roller, client, who):
    f.insats(roller.alva, roller.ingrid)
    client.force_login(getattr(roller, who))
    assert "Alva Nyström" not in client.get(reverse("att-gora")).content.decode()


@pytest.mark.parametrize("who", ["carin", "greta", "admin", "birgitta", "alva_konto", "ingen"])
def test_listan_ar_handlaggarens(roller, client, who):
    client.force_login(getattr(roller, who))
    for name in ("att-gora", "person-lista", "person-registrera"):
        assert client.get(reverse(name)).status_code == 404
    assert client.post(reverse("person-sok"), {"q": "Alva"}).status_code == 404


def test_filter(roller, client):
    f.insats(roller.alva, roller.ingrid, beslutad=IDAG - 20 * DAG, verkstalld=IDAG)
    f.insats(roller.yusuf, roller.ingrid, lagrum=4, beslutad=dt.date(2026, 12, 14))
    client.force_login(roller.ingrid)
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
def test_fel_i_filtret(roller, client, field, value, sentence):
    client.force_login(roller.ingrid)
    answer = client.get(reverse("att-gora") + f"?{field}=" + value.encode("utf-8", "surrogatepass").decode("latin-1"))
    page = answer.content.decode()
    assert answer.status_code == 200 and sentence in page and "<title>Fel: " in page


@pytest.mark.parametrize("query", ["sida=99", "sida=x", "visa=ko&sida=2", "visa=hittepa", "sida=-1&visa=forsenat"])
def test_udda_sidnummer(roller, client, query):
    client.force_login(roller.ingrid)
    assert client.get(f"{reverse('att-gora')}?{query}").status_code == 200
    assert client.get(f"{reverse('person-lista')}?{query}").status_code == 200


def _manga(roller, antal: int) -> None:
    """Persons of Ingrid's, each with an old decision and an offer to make: as rows, not through the actions."""
    persons = Person.objects.bulk_create(
        Person(
            namnd=roller.namnd,
            enhet=roller.enhet,
            arendenummer=f"2020-{n:04d}",
            personnummer=f"{n:012d}",
            fodd=dt.date(1990, 1, 1),
            fornamn=f"Namn{n}",
            efternamn="Efternamn",
            tilltalsnamn=f"Namn{n}",
            sorteringsnyckel=f"efternamn{n:05d}",
        )
        for n in range(antal)
    )
    Tilldelning.objects.bulk_create(
        Tilldelning(user=roller.ingrid, person=p, roll="ansvarig", fran=IDAG) for p in persons
    )
    Insats.objects.bulk_create(Insats(person=p, lagrum=10, beslutad=IDAG - 100 * DAG) for p in persons)
    Erbjudande.objects.bulk_create(Erbjudande(person=p, senast=IDAG - 3 * DAG) for p in persons)


@pytest.mark.parametrize("antal", [1, 20, pytest.param(265, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", ["att-gora", "person-lista"])
def test_lika_manga_fragor_vid_1_20_och_265(roller, client, antal, name):
    _manga(roller, antal)
    client.force_login(roller.ingrid)
    client.get(reverse(name))  # the session is written at its first request
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = client.get(reverse(name)).content.decode()
    assert len(queries) == {"att-gora": 7, "person-lista": 7}[name], [q["sql"][:90] for q in queries]
    if antal == 265 and name == "att-gora":
        assert f"Visa alla {2 * 265}" in page and page.count('class="person"') == 25
        page = client.get(reverse(name), {"visa": "forsenat", "sida": "2"}).content.decode()
        assert "Sida 2 av 22" in page
    assert len(Handelse.objects.last().person_ids) <= 50


def test_personen_har_fa_fragor(roller, client):
    """One object's page: session, user and uppdrag 3, access 2, the page's parts 10, the log 1."""
    f.klar(roller.alva, roller.ingrid)
    client.force_login(roller.ingrid)
    client.get(reverse("person", args=[roller.alva.pk]))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("person", args=[roller.alva.pk]))
    assert len(queries) == 16
