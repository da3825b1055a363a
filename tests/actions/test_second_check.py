"""The second pair of eyes: a right is checked by a colleague or the chef, never by whoever registered or changed it."""

import datetime as dt

import pytest
from django.urls import reverse

from plans import access
from plans.actions import foretradare
from plans.actions.locks import Konflikt
from plans.lasning import att_gora
from plans.models import Actor, Foretradarskap, Handelse, Tilldelning
from plans.regler.fel import Regelbrott
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)


@pytest.fixture
def okontrollerad(roles) -> Foretradarskap:
    """Birgitta's right, which Ingrid registered and nobody has checked."""
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(kontrollerad_av=None, kontrollerad_at=None)
    roles.skap.refresh_from_db()
    return roles.skap


def vantar(user) -> set[int]:
    rows = access.kontrollerbara(Actor(user, IDAG)).vantar_pa_kontroll(IDAG)
    return {task.object_id for task in att_gora.second_checks(rows, IDAG)}


def kontrollera(skap, by, stammer=True, skal="", rev=None):
    return foretradare.kontrollera(
        skap=skap, stammer=stammer, skal=skal, rev=skap.rev if rev is None else rev, by=Actor(by, IDAG)
    )


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("ingrid", False),
        ("kerstin", True),
        ("carin", True),
        ("osten", False),
        ("nadia", False),
        ("greta", False),
        ("admin", False),
        ("birgitta", False),
        ("alva_konto", False),
    ],
)
def test_en_kollega_eller_chefen_kontrollerar_aldrig_den_som_registrerade(roles, okontrollerad, who, may):
    user = getattr(roles, who)
    assert (vantar(user) == {okontrollerad.pk}) is may
    if may:
        kontrollera(okontrollerad, user)
        okontrollerad.refresh_from_db()
        assert okontrollerad.kontrollerad_av == user and vantar(user) == set()
    else:
        with pytest.raises(access.Nekad):
            kontrollera(okontrollerad, user)


def test_en_skyddad_persons_foretradare_kontrolleras_bara_av_de_utsedda(roles):
    skap = f.skap(roles.skyddad, roles.birgitta, roles.ingrid)
    assert [vantar(u) for u in (roles.ingrid, roles.kerstin, roles.carin)] == [set(), set(), set()]
    Tilldelning.objects.create(user=roles.kerstin, person=roles.skyddad, roll="vikarie", fran=IDAG)
    assert vantar(roles.kerstin) == {skap.pk} and vantar(roles.carin) == set()


def test_stammer_inte_stanger_genast(roles, okontrollerad, client):
    with pytest.raises(Regelbrott, match="inte stämmer"):
        kontrollera(okontrollerad, roles.kerstin, stammer=False)
    kontrollera(okontrollerad, roles.kerstin, stammer=False, skal="Förordnandet gäller någon annan")
    client.force_login(roles.birgitta)
    assert client.get(reverse("min-person", args=[roles.alva.pk])).status_code == 404
    with pytest.raises(Regelbrott, match="hann före"):
        kontrollera(okontrollerad, roles.carin)


def test_det_som_kontrolleras_ar_det_som_lastes(roles, okontrollerad):
    data = {"till": IDAG + 400 * DAG}
    foretradare.andra(skap=okontrollerad, data=data, rev=okontrollerad.rev, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Konflikt):
        kontrollera(okontrollerad, roles.kerstin, rev=okontrollerad.rev)


def test_den_som_andrar_ett_nummer_ar_inte_det_andra_ogonparet(roles):
    """Ingrid changes Birgitta's number. Both Birgitta's rights then need a check, which Ingrid may not make."""
    yusuf = f.skap(roles.yusuf, roles.birgitta, roles.kerstin)
    seen = {"kontrollerad_av": roles.carin, "kontrollerad_at": yusuf.verifierad_at}
    Foretradarskap.objects.filter(pk=yusuf.pk).update(**seen)
    number = {"personnummer": f.number(skip=34)}
    foretradare.andra(skap=roles.skap, data=number, rev=1, by=Actor(roles.ingrid, IDAG))
    yusuf.refresh_from_db()
    assert (yusuf.kontrollerad_at, yusuf.verifierad_av) == (None, roles.ingrid)
    assert vantar(roles.ingrid) == set() and vantar(roles.carin) == {roles.skap.pk, yusuf.pk}


def test_en_anteckning_av_en_kollega_gor_inte_den_som_registrerade_till_kontrollant(roles):
    data = {"namn": "Påhittad", "typ": "god_man", "bevaka_ratt": True, "fran": IDAG, "underlag": "Påhittat"}
    skap = foretradare.registrera(person=roles.alva, data=data, by=Actor(roles.ingrid, IDAG))
    for note in ({"kontrolleras_igen": IDAG + 365 * DAG}, {"till": IDAG + 700 * DAG}):
        skap = foretradare.andra(skap=skap, data=note, rev=skap.rev, by=Actor(roles.kerstin, IDAG))
        with pytest.raises(access.Nekad):
            kontrollera(skap, roles.ingrid)
    kontrollera(skap, roles.carin)


@pytest.fixture
def flera(roles, okontrollerad) -> list[Foretradarskap]:
    """Five rights that nobody has checked.

    Birgitta acts for Alva, Yusuf and the protected Signe on the same evidence, and for Dragan on other evidence. Bo
    acts for Alva.
    """
    same = ("underlag", "typ", "bevaka_ratt", "sorja_for_person", "forvalta_egendom", "fran", "till")
    new = {name: getattr(okontrollerad, name) for name in same}
    wait = {"kontrollerad_av": None, "kontrollerad_at": None}
    rows = [
        okontrollerad,
        f.skap(roles.yusuf, roles.birgitta, roles.ingrid, **new),
        f.skap(roles.dragan, roles.birgitta, roles.osten, **new | {"underlag": "Beslut 2027-02-02"}),
        f.skap(roles.skyddad, roles.birgitta, roles.ingrid, **new),
        f.skap(roles.alva, f.user("bo"), roles.ingrid, **new),
    ]
    Foretradarskap.objects.filter(pk__in=[r.pk for r in rows]).update(**wait)
    return list(Foretradarskap.objects.filter(pk__in=[r.pk for r in rows]).order_by("pk"))


def test_ett_ja_kan_galla_alla_som_en_god_man_foretrader(roles, flera, client):
    """The page offers the rights this user may check, and ticks those on the same evidence. The log gets one row."""
    alva, yusuf, dragan, *_ = flera
    url = reverse("foretradare-kontrollera", args=[alva.pk])
    client.force_login(roles.kerstin)
    form = client.get(url).context["form"]
    assert [value for value, _ in form.fields["ocksa"].choices] == [f"{yusuf.pk}:{yusuf.rev}"]
    client.force_login(roles.carin)
    form = client.get(url).context["form"]
    assert {value for value, _ in form.fields["ocksa"].choices} == {f"{s.pk}:{s.rev}" for s in (yusuf, dragan)}
    assert form.fields["ocksa"].initial == [f"{yusuf.pk}:{yusuf.rev}"]
    answer = client.post(url, {"stammer": "ja", "rev": alva.rev, "ocksa": [f"{yusuf.pk}:{yusuf.rev}"]}, follow=True)
    assert "Kontrollen är sparad för 2 personer." in answer.content.decode()
    done = Foretradarskap.objects.filter(kontrollerad_av=roles.carin)
    assert {s.pk for s in done} == {alva.pk, yusuf.pk}
    rows = Handelse.objects.filter(handelse="foretradare.kontrollera")
    assert [set(row.person_ids) for row in rows] == [{roles.alva.pk, roles.yusuf.pk}]


def test_bara_det_som_ar_lika_i_allt_ar_ikryssat(roles, flera, client):
    """The other right rests on the same evidence, but differs in scope, end or type, so its box is not ticked."""
    alva, yusuf, *_ = flera
    client.force_login(roles.carin)
    for change in ({"forvalta_egendom": not yusuf.forvalta_egendom}, {"till": IDAG + DAG}, {"typ": "forvaltare"}):
        Foretradarskap.objects.filter(pk=yusuf.pk).update(**change)
        form = client.get(reverse("foretradare-kontrollera", args=[alva.pk])).context["form"]
        assert form.fields["ocksa"].initial == []
        kept = {name: getattr(yusuf, name) for name in change}
        Foretradarskap.objects.filter(pk=yusuf.pk).update(**kept)


def test_ett_ja_galler_bara_den_gode_mannens_egna_och_det_som_lastes(roles, flera, client):
    alva, yusuf, _, signe, bo = flera
    act = {"skap": alva, "skal": "", "rev": alva.rev, "by": Actor(roles.carin, IDAG)}
    for other in (signe, bo):
        with pytest.raises(access.Nekad):
            foretradare.kontrollera(**act, stammer=True, ocksa=[(other.pk, other.rev)])
    with pytest.raises(Konflikt):
        foretradare.kontrollera(**act, stammer=True, ocksa=[(yusuf.pk, yusuf.rev + 1)])
    assert not Foretradarskap.objects.filter(kontrollerad_av=roles.carin).exists()
    client.force_login(roles.carin)
    body = {"stammer": "ja", "rev": alva.rev, "ocksa": [f"{bo.pk}:{bo.rev}"]}
    page = client.post(reverse("foretradare-kontrollera", args=[alva.pk]), body).content.decode()
    assert "Något har ändrats sedan du öppnade sidan" in page
    foretradare.kontrollera(**act | {"skal": "Fel person"}, stammer=False, ocksa=[(yusuf.pk, yusuf.rev)])
    assert {s.pk for s in Foretradarskap.objects.filter(stangd_av=roles.carin)} == {alva.pk}, "a no is about one"


def test_nya_kontaktuppgifter_behover_ingen_ny_kontroll_men_en_andrad_ratt(roles):
    skap = roles.skap
    assert skap.kontrollerad_at
    harmless = {"telefon": "070-1", "kontrolleras_igen": IDAG + 90 * DAG}
    for data, kept in ((harmless, True), ({"jav": True}, False)):
        skap = foretradare.andra(skap=skap, data=data, rev=skap.rev, by=Actor(roles.kerstin, IDAG))
        assert (skap.kontrollerad_at is not None) is kept
    seen = {who: vantar(getattr(roles, who)) for who in ("ingrid", "kerstin", "carin")}
    assert seen == {"ingrid": set(), "kerstin": set(), "carin": {skap.pk}}, "never what one has registered or changed"


def test_fem_arbetsdagar_och_en_nämnd_som_vantar(roles, okontrollerad):
    friday = dt.datetime(2027, 3, 5, 12, tzinfo=dt.UTC)
    Foretradarskap.objects.filter(pk=okontrollerad.pk).update(verifierad_at=friday)
    rows = access.kontrollerbara(Actor(roles.kerstin, IDAG)).vantar_pa_kontroll(IDAG)
    (task,) = att_gora.second_checks(rows, IDAG)
    assert task.frist == dt.date(2027, 3, 12)
    roles.namnd.galler_fore_kontroll = False
    roles.namnd.save()
    assert roles.alva not in access.foretradda(Actor(roles.birgitta, IDAG))
    kontrollera(Foretradarskap.objects.get(pk=okontrollerad.pk), roles.kerstin)
    assert roles.alva in access.foretradda(Actor(roles.birgitta, IDAG))


def test_kontrollen_syns_i_att_gora_pa_personens_sida_och_hos_chefen(roles, okontrollerad, client):
    link = reverse("foretradare-kontrollera", args=[okontrollerad.pk])
    for who, url in (("kerstin", "att-gora"), ("kerstin", "person"), ("carin", "kontroll-lista"), ("ingrid", "person")):
        client.force_login(getattr(roles, who))
        page = client.get(reverse(url, args=[roles.alva.pk] if url == "person" else [])).content.decode()
        assert (link in page) is (who != "ingrid"), (who, url)
        assert "försenat" in page or who == "ingrid"
    client.force_login(roles.carin)
    page = client.get(link).content.decode()
    assert "Förordnande från överförmyndaren" in page and "Stämmer inte – stäng" in page
    answer = client.post(link, {"stammer": "nej", "skal": "", "rev": okontrollerad.rev})
    assert "Skriv vad som inte stämmer." in answer.content.decode()
    assert client.post(link, {"stammer": "ja", "rev": okontrollerad.rev}).url == reverse("kontroll-lista")
    assert "Alla företrädare är kontrollerade" in client.get(reverse("kontroll-lista")).content.decode()
