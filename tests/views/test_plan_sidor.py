"""The plan's pages: who gets in, what each page says in each state, and what is logged."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from plans.actions import ord as egna_ord
from plans.models import Actor, Handelse, Insats, PlanVersion
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG
from tests.stod.pages import fill_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


@pytest.fixture
def version(roles, client):
    """Alva's draft, with Ingrid logged in."""
    client.force_login(roles.ingrid)
    return f.utkast(roles.alva, roles.ingrid)


def sida(client, version, name="plan", **kwargs):
    pk = version.plan_id if name in ("plan", "plan-jamfor", "plan-avsluta") else version.pk
    answer = client.get(reverse(name, kwargs={"pk": pk, **kwargs}))
    assert answer.status_code == 200
    return answer.content.decode()


def adresser(version):
    """Every address of the staff's plan pages, with the methods that each takes."""
    goal = version.malsattning_set.get()
    plan, v = {"pk": version.plan_id}, {"pk": version.pk}
    part = {**v, "slag": "mal", "del_pk": goal.pk}
    return [
        ("plan-borja", {"pk": version.plan.person_id}, ("post",)),
        ("plan", plan, ("get",)),
        ("plan-omprova", plan, ("post",)),
        ("plan-jamfor", plan, ("get",)),
        ("plan-folj-upp", {**plan, "spar": goal.spar}, ("get", "post")),
        ("plan-avsluta", plan, ("get", "post")),
        ("plan-version", v, ("get",)),
        ("plan-andra", v, ("get", "post")),
        ("plan-dela", v, ("get", "post")),
        ("plan-svara-for", v, ("get", "post")),
        ("plan-faststall", v, ("get", "post")),
        ("plandel-ny", {**v, "slag": "mal"}, ("get", "post")),
        ("plandel-andra", part, ("get", "post")),
        ("plandel-ta-bort", part, ("get", "post")),
        ("pdf-bestall", v, ("post",)),
    ]


def test_den_som_inte_ar_inloggad_skickas_till_inloggningen(roles, client):
    version = f.utkast(roles.alva, roles.ingrid)
    for name, kwargs, methods in adresser(version):
        for method in methods:
            answer = getattr(client, method)(reverse(name, kwargs=kwargs))
            assert answer.status_code == 302 and "logga-in" in answer.url


def test_en_las_ar_en_rad_i_loggen(client, version, roles):
    for name, kwargs, methods in adresser(version):
        if "get" not in methods or name in ("plan-jamfor", "plan-folj-upp"):
            continue
        before = Handelse.objects.count()
        assert client.get(reverse(name, kwargs=kwargs)).status_code == 200
        row = Handelse.objects.order_by("pk").last()
        assert Handelse.objects.count() == before + 1, name
        assert (row.handelse, row.person_ids, row.user) == ("plan.oppnad", [roles.alva.pk], roles.ingrid)


def test_kollegan_i_enheten_kommer_in_men_inte_till_den_skyddade(roles, client):
    version = f.utkast(roles.alva, roles.ingrid)
    hidden = f.utkast(roles.skyddad, roles.ingrid)
    client.force_login(roles.kerstin)
    assert "Alvas plan" in sida(client, version)
    assert client.get(reverse("plan", args=[hidden.plan_id])).status_code == 404
    client.force_login(roles.ingrid)
    page = sida(client, hidden)
    assert "Signe" not in page.split("</title>")[0]


def test_egna_ord_star_forst_och_skilda_fran_foretradarens(roles, client, version):
    egna_ord.skriv(
        person=roles.alva,
        slag="mina_ord",
        fraga="viktigt",
        text="Musik är bäst",
        lasare="alla",
        rev=0,
        by=Actor(roles.alva_konto, IDAG),
    )
    egna_ord.skriv(
        person=roles.alva,
        slag="sa_ser_jag_det",
        fraga="",
        text="Alva klarar mer",
        lasare="alla",
        rev=0,
        by=Actor(roles.birgitta, IDAG),
    )
    page = sida(client, version)
    assert page.index("Musik är bäst") < page.index("Så ser jag det") < page.index("Alvas mål")
    assert "Musik är bäst" in sida(client, version, "plandel-ny", slag="mal")


def test_vagen_visar_ett_steg_i_taget(roles, client, version):
    def fyllda(page):
        return page.count("btn btn-primary")

    page = sida(client, version)
    assert "Dela utkastet</a>" in page and fyllda(page) == 1
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    page = sida(client, version)
    assert "Gör klar planen</a>" in page and "Delat 9 mars 2027" in page and fyllda(page) == 1
    current.svara(version=version, svar="haller_inte_med", text="Mer ledsagning nu", by=Actor(roles.birgitta, IDAG))
    page = sida(client, version)
    assert "Läs svaren</a>" in page and "Jag håller inte med" in page and "Mer ledsagning nu" in page
    assert fyllda(page) == 1
    client.post(reverse("plandel-ny", args=[version.pk, "mal"]), {"text": "Ett till", "sikt": "kort"})
    page = sida(client, version)
    assert "Ändrat efter att du delade. Dela igen." in page and "Dela utkastet igen</a>" in page


def test_arlig_genomgang_erbjuds_nar_den_ar_nara(roles, client):
    started = IDAG - timedelta(days=330)
    elin = f.person(roles.ingrid, f.number(skip=5), "Elin", "Ek", today=started)
    version = f.klar(elin, roles.ingrid, today=started)
    client.force_login(roles.ingrid)
    assert "Starta årlig genomgång</button>" in sida(client, version)


def test_langt_fore_ar_genomgangen_inte_nasta_steg(roles, client):
    version = f.klar(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    page = sida(client, version)
    assert "Starta årlig genomgång" not in page and "Starta genomgång</button>" in page


def test_beslut_som_tillkommit_laggs_till_nar_utkastet_delas(roles, client, version):
    new = f.insats(roles.alva, roles.ingrid, 4, omfattning="Konserter")
    assert "De läggs till när du delar utkastet." in sida(client, version)
    fill_in(client, reverse("plan-dela", args=[version.pk]))
    row = version.planrad_set.get(insats=new)
    assert row.status == "beslutad" and Insats.objects.filter(person=roles.alva).count() == 2
    page = sida(client, version)
    assert "Kontaktperson" in page and "Dela utkastet igen" not in page


def test_personens_nej_stoppar_och_sags(roles, client, version):
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    said = {"vem": "person", "svar": "vill_inte", "hur": "mote"}
    assert fill_in(client, reverse("plan-svara-for", args=[version.pk]), said).status_code == 302
    page = sida(client, version, "plan-faststall")
    assert "Alva vill inte ha planen. Då kan den inte göras klar." in page and 'name="samrad_datum"' not in page
    done = {"samrad_datum": "2027-03-09", "samrad_hur": "mote", "samrad_med": "Alva", "nasta": "2028-03-09"}
    version.refresh_from_db()
    done["rev"] = version.rev  # the page no longer has a form to send
    page = client.post(reverse("plan-faststall", args=[version.pk]), done).content.decode()
    assert "hen inte vill ha planen" in page
    version.refresh_from_db()
    assert version.status == PlanVersion.Status.DELAD


def test_foretradaren_kan_inte_stoppa_planen(roles, client, version):
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    said = {"vem": str(roles.skap.pk), "svar": "vill_inte", "hur": "mote"}
    page = fill_in(client, reverse("plan-svara-for", args=[version.pk]), said).content.decode()
    assert "Bara personen själv" in page and not version.delningar.get().svar.exists()


def test_orimliga_nummer_i_adressen_ar_404(roles, client, version):
    part, big = {"slag": "mal", "del_pk": 10**30}, 10**30
    for name, kwargs, methods in [*adresser(version), ("plandel-andra", {**part, "pk": version.pk}, ("get", "post"))]:
        wrong = kwargs if kwargs.get("del_pk") == big else {**kwargs, "pk": big}
        for method in methods:
            assert getattr(client, method)(reverse(name, kwargs=wrong)).status_code == 404, name
    for name in ("pdf-hamta", "pdf-status"):
        assert client.get(reverse(name, args=[big])).status_code == 404


@pytest.mark.parametrize("delning", ["abc", "-3", "9" * 30])
def test_en_konstig_delning_raknas_som_gammal(roles, client, version, delning):
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    said = {"vem": "person", "svar": "haller_med", "hur": "mote", "delning": delning}
    page = fill_in(client, reverse("plan-svara-for", args=[version.pk]), said).content.decode()
    assert "Utkastet har ändrats sedan du öppnade sidan" in page


def test_ett_svar_pa_ett_gammalt_utkast_tas_inte_emot(roles, client, version):
    first = current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    said = {"vem": "person", "svar": "haller_med", "hur": "mote", "delning": first.pk}
    page = fill_in(client, reverse("plan-svara-for", args=[version.pk]), said).content.decode()
    assert "Utkastet har ändrats sedan du öppnade sidan" in page


def test_ett_uteblivet_svar_stoppar_inte_men_sags(roles, client, version):
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    page = sida(client, version, "plan-faststall")
    assert "Alva har inte svarat på utkastet. Det stoppar inte planen" in page and "Alvas beslut ändras inte" in page
    done = {"samrad_datum": "2027-03-09", "samrad_hur": "mote", "samrad_med": "Alva", "nasta": "2028-03-09"}
    page = fill_in(client, reverse("plan-faststall", args=[version.pk]), done, follow=True).content.decode()
    assert "Alva har inte svarat." in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("nasta", "2028-03-10", "Genomgången ska vara senast 2028-03-09"),
        ("nasta", "2027-02-30", "finns inte i kalendern"),
        ("samrad_datum", "2027-03-10", "har inte varit än"),
        ("samrad_datum", "", "Skriv en dag"),
        ("samrad_med", "", "Skriv vem ni kom överens med."),
        ("samrad_hur", "drom", "Välj ett av svaren."),
    ],
)
def test_fel_vid_gor_klar_sags_vid_faltet_och_texten_ar_kvar(roles, client, version, field, value, says):
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    done = {"samrad_datum": "2027-03-09", "samrad_hur": "mote", "samrad_med": "Alva och Åke", "nasta": "2028-03-09"}
    answer = fill_in(client, reverse("plan-faststall", args=[version.pk]), {**done, field: value})
    page = answer.content.decode()
    assert says in page and "Fel:" in page.split("</title>")[0]
    assert field == "samrad_med" or "Alva och Åke" in page
    version.refresh_from_db()
    assert version.ar_utkast


def test_klar_plan_gar_inte_att_oppna_for_andring(roles, client):
    version = f.klar(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    answer = client.get(reverse("plan-andra", args=[version.pk]), follow=True)
    assert "Planen är klar och kan inte ändras" in answer.content.decode()
    answer = client.post(reverse("plandel-ny", args=[version.pk, "mal"]), {"text": "Smyg", "sikt": "kort"})
    page = answer.content.decode()
    assert "Planen är klar och kan inte ändras" in page and "Smyg" in page
    assert version.malsattning_set.count() == 1


def test_avslutad_plan_gar_att_lasa_men_inte_att_andra(roles, client, version):
    assert (
        "Välj varför planen avslutas." in client.post(reverse("plan-avsluta", args=[version.plan_id])).content.decode()
    )
    client.post(reverse("plan-avsluta", args=[version.plan_id]), {"skal": "egen_onskan"})
    page = sida(client, version)
    assert "Avslutad 9 mars 2027, personens egen önskan" in page and "btn-primary" not in page
    assert "Lägg till" not in page
    answer = client.post(reverse("plandel-ny", args=[version.pk, "mal"]), {"text": "Smyg", "sikt": "kort"})
    assert "Planen är avslutad" in answer.content.decode()


def test_borja_utan_ja_sager_varfor(roles, client):
    client.force_login(roles.ingrid)
    f.insats(roles.alva, roles.ingrid)
    page = client.post(reverse("plan-borja", args=[roles.alva.pk]), follow=True).content.decode()
    assert "Personen har inte sagt ja än" in page


def test_genomgangen_visar_forr_bredvid_nu(roles, client):
    version = f.klar(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    client.post(reverse("plan-omprova", args=[version.plan_id]))
    draft = version.plan.versioner.utkast().get()
    goal = draft.malsattning_set.get()
    url = reverse("plandel-andra", args=[draft.pk, "mal", goal.pk])
    client.post(url, {"text": "Jag vill spela trummor", "sikt": "kort", "rev": goal.rev})
    page = sida(client, draft, "plan-jamfor")
    assert "Jag vill sjunga med andra" in page and "Jag vill spela trummor" in page
    assert "0 av 3 uppföljda." in page
    client.post(reverse("plan-folj-upp", args=[draft.plan_id, goal.spar]), {"utfall": "klart"})
    assert "1 av 3 uppföljda." in sida(client, draft, "plan-jamfor")
    page = sida(client, draft)
    assert "Version 1" in page and "gäller nu" in page and "Jämför med förra planen" in page


def test_blev_inte_kraver_varfor(roles, client):
    version = f.klar(roles.alva, roles.ingrid)
    client.force_login(roles.ingrid)
    promise = version.atgard_set.get(slag="lofte")
    url = reverse("plan-folj-upp", args=[version.plan_id, promise.spar])
    assert "Skriv varför det inte blev." in client.post(url, {"utfall": "blev_inte"}).content.decode()
    answer = client.post(url, {"utfall": "blev_inte", "varfor": "Kören är nedlagd"})
    assert answer.url.endswith("#loften")
    page = sida(client, version)
    assert "Blev inte" in page and "Kören är nedlagd" in page
    unknown = reverse("plan-folj-upp", args=[version.plan_id, uuid.uuid4()])
    assert client.get(unknown).status_code == 404 and client.post(unknown, {"utfall": "klart"}).status_code == 404


def test_barn_far_fragor_om_asikt_och_basta(roles, client):
    version = f.utkast(roles.yusuf, roles.ingrid)
    client.force_login(roles.ingrid)
    assert "Barnets egen åsikt" in sida(client, version, "plan-andra")
    grown = f.utkast(roles.alva, roles.ingrid)
    assert "Barnets egen åsikt" not in sida(client, grown, "plan-andra")
    sneaky = {"barnets_asikt": "x", "rev": "1", "samordnare": "Ingrid"}
    client.post(reverse("plan-andra", args=[grown.pk]), sneaky)
    grown.refresh_from_db()
    assert grown.barnets_asikt == "" and grown.samordnare == "Ingrid"
