"""Who may act for a person: the person's stance, assessments, guardians of protected persons, known numbers."""

import datetime as dt

import pytest
from django.urls import reverse

from plans import access
from plans.actions import bedomningar, begaran, foretradare, personer
from plans.lasning import att_gora
from plans.models import Actor, Begaran, Foretradarskap, Handelse, Person
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import SKYDD
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


# --- One right, once ---
def test_samma_ratt_registreras_inte_tva_ganger(roles):
    """A form sent twice would make two rights, and closing one would leave the other open."""
    data = {"namn": "Bo Ek", "typ": "ombud", "bevaka_ratt": True, "fran": IDAG, "underlag": "Fullmakt"}
    first = foretradare.registrera(person=roles.alva, data=data, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="redan registrerad"):
        foretradare.registrera(person=roles.alva, data=data | {"namn": "bo ek"}, by=Actor(roles.ingrid, IDAG))
    foretradare.registrera(person=roles.yusuf, data=data, by=Actor(roles.ingrid, IDAG))
    foretradare.stang(skap=first, skal="Byte", by=Actor(roles.ingrid, IDAG))
    again = foretradare.registrera(person=roles.alva, data=data | {"till": IDAG}, by=Actor(roles.ingrid, IDAG))
    later = data | {"fran": IDAG + DAG}
    assert foretradare.registrera(person=roles.alva, data=later, by=Actor(roles.ingrid, IDAG)).pk != again.pk


def test_jav_pa_en_grund_hindrar_ocksa_pa_en_annan(roles):
    who = roles.javig.foretradare.get()
    Foretradarskap.objects.create(
        person=roles.alva,
        foretradare=who,
        typ="ombud",
        bevaka_ratt=True,
        fran=IDAG,
        underlag="Fullmakt",
        verifierad_av=roles.ingrid,
        verifierad_at=roles.skap.verifierad_at,
    )
    assert access.may(Actor(roles.javig, IDAG), "plan.las", roles.alva)
    assert not access.may(Actor(roles.javig, IDAG), "begaran.ta_emot", roles.alva)
    assert access.mina_foretradarskap(Actor(roles.javig, IDAG), roles.alva) is None


# --- Rechecks, revoked rights, the person's stance ---
def test_en_passerad_dag_for_ny_kontroll_varnar_men_avslutar_inget(roles, client):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(kontrolleras_igen=IDAG - 3 * DAG)
    assert roles.alva in access.foretradda(Actor(roles.birgitta, IDAG))
    client.force_login(roles.ingrid)
    todo = client.get(reverse("att-gora")).content.decode()
    assert "Kontrollera att Birgitta, god man, fortfarande företräder" in todo and "3 dagar försenat" in todo
    page = client.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "Skulle ha kontrollerats igen" in page and "Rätten gäller ändå" in page


def test_en_fullmakt_aterkallas_men_inte_ett_forordnande(roles):
    with pytest.raises(Regelbrott, match="Stäng företrädaren"):
        foretradare.andra(skap=roles.skap, data={"aterkallad": IDAG}, rev=roles.skap.rev, by=Actor(roles.ingrid, IDAG))
    skap = f.skap(roles.dragan, f.user("ombud"), roles.osten, typ="ombud")
    user = skap.foretradare.konto
    assert roles.dragan in access.foretradda(Actor(user, IDAG))
    foretradare.andra(skap=skap, data={"aterkallad": IDAG}, rev=skap.rev, by=Actor(roles.osten, IDAG))
    assert roles.dragan not in access.foretradda(Actor(user, IDAG))


@pytest.mark.parametrize(("stance", "holds"), [("", True), ("ja", True), ("kan_inte", True), ("nej", False)])
def test_personens_installning_och_hur_den_ar_kand(roles, stance, holds):
    data = {"installning": stance, "installning_grund": ""}
    if stance in ("nej", "kan_inte"):
        with pytest.raises(Regelbrott, match="hur du vet"):
            foretradare.andra(skap=roles.skap, data=data, rev=roles.skap.rev, by=Actor(roles.ingrid, IDAG))
    data["installning_grund"] = "Sa det på mötet"
    foretradare.andra(skap=roles.skap, data=data, rev=roles.skap.rev, by=Actor(roles.ingrid, IDAG))
    assert (roles.alva in access.foretradda(Actor(roles.birgitta, IDAG))) is holds


def test_en_begaran_prövas_fast_personen_sager_nej_och_det_syns(roles, client):
    client.force_login(roles.birgitta)
    url = reverse("begaran-gor", args=[roles.alva.pk])
    assert "Vad vill Alva?" in client.get(url).content.decode()
    client.post(url, {"slag": "plan", "installning": "nej", "installning_grund": "Sa det i går"})
    row = Begaran.objects.get()
    assert (row.installning, row.installning_grund) == ("nej", "Sa det i går")
    client.force_login(roles.ingrid)
    assert "Personen säger nej. Prata med personen först" in client.get(reverse("att-gora")).content.decode()
    page = client.get(reverse("person", args=[roles.alva.pk])).content.decode()
    assert "Alva säger nej. Begäran prövas ändå" in " ".join(page.split())
    client.force_login(roles.alva_konto)
    assert "installning" not in client.get(url).content.decode()


def test_personalen_skriver_vad_personen_vill(roles):
    kwargs = {"slag": "insats", "text": "", "av": "Birgitta", "inkom": IDAG, "by": Actor(roles.ingrid, IDAG)}
    row, _ = begaran.ta_emot(person=roles.alva, installning="kan_inte", installning_grund="Pratar inte", **kwargs)
    assert row.installning == "kan_inte" and begaran.ta_emot(person=roles.alva, **kwargs)[0].installning == ""


def test_samma_begaran_tva_ganger_ar_en(roles, client):
    """A waiting request sent again is saved once, and the page says so. With new words or after an answer it is new."""
    url = reverse("begaran-gor", args=[roles.alva.pk])
    client.force_login(roles.alva_konto)
    said = []
    for text in ("Hjälp", "Hjälp", "Mer hjälp"):
        said.append(client.post(url, {"slag": "plan", "text": text}, follow=True).content.decode())
    first, *others = Begaran.objects.filter(person=roles.alva).order_by("pk")
    assert [row.text for row in (first, *others)] == ["Hjälp", "Mer hjälp"]
    assert ["Du har redan skickat den här begäran" in page for page in said] == [False, True, False]
    assert Handelse.objects.filter(handelse="begaran.ta_emot").count() == 2
    begaran.besvara(begaran=first, by=Actor(roles.ingrid, IDAG))
    client.post(url, {"slag": "plan", "text": "Hjälp"})
    assert Begaran.objects.filter(person=roles.alva, besvarad=None, text="Hjälp").exists()
    staff = reverse("begaran-ta-emot", args=[roles.alva.pk])
    client.force_login(roles.ingrid)
    for _ in range(2):
        page = client.post(staff, {"slag": "insats", "av": "Bo", "inkom": IDAG, "text": "Ring"}, follow=True)
    assert Begaran.objects.filter(av="Bo").count() == 1 and "Begäran finns redan" in page.content.decode()


# --- Assessments before 15 and 18 ---
def slag(person: Person, today=IDAG) -> set[str]:
    rows = Person.objects.filter(pk=person.pk).select_related("namnd")
    return {task.slag.name for task in att_gora.tasks(rows, today)} & {"formaga", "foretrada"}


def fodd(person: Person, day: dt.date, kand: dt.date = dt.date(2020, 1, 1)) -> Person:
    Person.objects.filter(pk=person.pk).update(fodd=day, created_at=dt.datetime.combine(kand, dt.time(12), dt.UTC))
    person.refresh_from_db()
    return person


def test_formaga_sex_manader_fore_15_tills_den_ar_bedomd(roles, client):
    person = fodd(roles.yusuf, dt.date(2012, 9, 9))  # 15 on 9 September 2027
    assert (slag(person, IDAG - DAG), slag(person)) == (set(), {"formaga"})
    client.force_login(roles.ingrid)
    assert "Bedöm förmåga" in client.get(reverse("att-gora")).content.decode()
    page = client.get(reverse("bedomning-gor", args=[person.pk, "formaga"])).content.decode()
    assert "Hassan Abdirahman, vårdnadshavare" in page
    before = access.foretradda(Actor(roles.pappa, IDAG)).count()
    bedomningar.gor(
        person=person,
        slag="formaga",
        egen_ratt=True,
        vardnadshavare_ser=False,
        slutsats="Prövat",
        by=Actor(roles.ingrid, IDAG),
    )
    assert slag(person) == set()
    assert access.foretradda(Actor(roles.pappa, IDAG)).count() == before == 1, "nothing switches by itself"


def test_bedomningen_stanger_de_vardnadshavare_som_kryssas_i(roles, client):
    person = fodd(roles.yusuf, dt.date(2012, 9, 9))
    skap = person.foretradarskap.get()
    client.force_login(roles.ingrid)
    url = reverse("bedomning-gor", args=[person.pk, "formaga"])
    body = {"egen_ratt": "ja", "vardnadshavare_ser": "ja", "slutsats": "Prövat", "stang": [skap.pk]}
    assert "Då stängs ingen." in client.post(url, body).content.decode()
    assert person.bedomningar.count() == 0
    assert client.post(url, body | {"vardnadshavare_ser": "nej"}).status_code == 302
    assert list(access.foretradda(Actor(roles.pappa, IDAG))) == []
    rows = list(Handelse.objects.order_by("-pk").values_list("handelse", flat=True)[:2])
    assert rows == ["bedomning.gor", "foretradare.stang"]


def test_foretrada_tolv_manader_fore_18_for_den_vi_kande_som_barn(roles):
    person = fodd(roles.yusuf, dt.date(2010, 3, 9))  # 18 on 9 March 2028
    done = {"slag": "formaga", "egen_ratt": True, "vardnadshavare_ser": True}
    bedomningar.gor(person=person, **done, slutsats="x", by=Actor(roles.ingrid, IDAG))
    assert (slag(person, IDAG - DAG), slag(person), slag(person, IDAG + 800 * DAG)) == (set(), *[{"foretrada"}] * 2)
    assert slag(fodd(person, dt.date(2000, 1, 1))) == set(), "known as an adult: nothing to ask"


# --- Protected persons' guardians ---
def test_en_ny_vardnadshavare_ar_stangd_tills_den_ar_bedomd(roles):
    Person.objects.filter(pk=roles.yusuf.pk).update(skyddad=True)
    data = {"namn": "Bo", "typ": "vardnadshavare", "fran": IDAG, "underlag": "Folkbokföringen"}
    skap = foretradare.registrera(person=roles.yusuf, data=data, by=Actor(roles.ingrid, IDAG))
    assert skap.stangd_skal == SKYDD and not skap.galler(IDAG)
    god_man = foretradare.registrera(
        person=roles.yusuf, data=data | {"typ": "god_man", "bevaka_ratt": True}, by=Actor(roles.ingrid, IDAG)
    )
    assert god_man.galler(IDAG)
    skap = foretradare.oppna(skap=skap, skal="Inget hot från mamman", by=Actor(roles.ingrid, IDAG))
    assert skap.galler(IDAG) and Handelse.objects.latest("pk").varfor == "Inget hot från mamman"


def test_bara_det_som_skyddet_stangde_kan_oppnas(roles):
    stangd = Foretradarskap.objects.get(foretradare__konto=roles.stangd)
    with pytest.raises(Regelbrott, match="Registrera på nytt"):
        foretradare.oppna(skap=stangd, skal="Byte", by=Actor(roles.ingrid, IDAG))


# --- The number of a known person whom the user may not see ---
def test_ett_kant_nummer_svarar_lika_men_loggas_pa_den_kanda(roles, client):
    client.force_login(roles.ingrid)
    body = {"personnummer": roles.dragan.personnummer, "fornamn": "Bo", "efternamn": "Ek", "kanal": "brev"}
    last = Handelse.objects.latest("pk").pk if Handelse.objects.exists() else 0
    page = client.post(reverse("person-registrera"), body).content.decode()
    assert "Numret kan inte registreras här. Prata med din chef." in page and "Dragan" not in page
    (row,) = Handelse.objects.filter(pk__gt=last)
    assert (row.handelse, row.nekad, row.person_ids) == ("person.registrera", True, [roles.dragan.pk])
    with pytest.raises(Regelbrott):
        personer.registrera(
            namnd=roles.namnd,
            number=roles.skyddad.personnummer,
            data={"fornamn": "B", "efternamn": "E"},
            by=Actor(roles.kerstin, IDAG),
        )
    assert Handelse.objects.latest("pk").person_ids == [roles.skyddad.pk]
