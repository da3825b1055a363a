"""Editing a draft's parts takes few steps, loses nothing and moves nothing to another person's plan."""

import pytest
from django.urls import reverse

from plans.actions import plandelar, planer
from plans.models import Actor, Malsattning, PlanRad
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

RATT = {
    "mal": {"text": "Åka båt 🚣", "sikt": "lang", "delmal": "Simma", "livsomrade": "hemliv"},
    "insatser": {"status": "onskad", "lagrum": "3", "text": "Ledsagning på kvällar", "nar": "I höst"},
    "loften": {"text": "Ringer kören", "ansvarig": "Birgitta", "lovat_till": "1 maj 2027", "fran": "2027-04-01"},
    "andra": {"text": "Provar pratapp", "ansvarig": "Habiliteringen", "kontakt": "Per", "latt_mening": "Per hjälper."},
    "delaktiga": {"namn": "Aminata Keita", "som": "mamma", "skrev": "on"},
}


@pytest.fixture
def version(roles, client):
    """Alva's draft, with Ingrid logged in."""
    client.force_login(roles.ingrid)
    return f.utkast(roles.alva, roles.ingrid)


def ny(client, version, slag, data):
    return client.post(reverse("plandel-ny", args=[version.pk, slag]), data)


@pytest.mark.parametrize("slag", RATT)
def test_ny_andra_ta_bort(client, version, slag):
    answer = ny(client, version, slag, RATT[slag])
    assert answer.url == reverse("plan", args=[version.plan_id]) + f"#{slag}"
    name = RATT[slag].get("text") or RATT[slag]["namn"]
    page = client.get(answer.url).content.decode()
    assert name in page and ("sparat" in page or "sparad" in page)

    rows = {"mal": "malsattning_set", "insatser": "planrad_set", "delaktiga": "delaktig_set"}.get(slag, "atgard_set")
    part = getattr(version, rows).order_by("pk").last()
    url = reverse("plandel-andra", args=[version.pk, slag, part.pk])
    page = client.get(url).content.decode()
    assert name in page and "Vem läser det här?" in page and "Birgitta, god man" in page
    changed = {**RATT[slag], "text": "Ändrat", "namn": "Ändrat", "rev": part.rev}
    assert client.post(url, changed).status_code == 302
    part.refresh_from_db()
    assert part.rev == 2 and "Ändrat" in (getattr(part, "text", ""), getattr(part, "namn", ""))

    gone = reverse("plandel-ta-bort", args=[version.pk, slag, part.pk])
    assert "Ändrat" in client.get(gone).content.decode()
    assert client.post(gone, {"rev": part.rev}).url.endswith(f"#{slag}")
    assert not type(part).objects.filter(pk=part.pk).exists()


def test_en_till_i_samma_steg(client, version):
    answer = ny(client, version, "mal", {**RATT["mal"], "fler": "1"})
    assert answer.url == reverse("plandel-ny", args=[version.pk, "mal"])
    assert "Målet är sparat." in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("slag", "data", "says"),
    [
        ("mal", {"text": ""}, "Skriv vad målet är."),
        ("mal", {"text": "x" * 301}, "Texten är för lång. Skriv högst 300 tecken."),
        ("mal", {"text": "a\x00b"}, "tecken som inte går att spara"),
        ("mal", {"text": "Bra", "sikt": "aldrig"}, "Välj ett av svaren."),
        ("mal", {"text": "Bra", "livsomrade": "hemligt"}, "Välj något av alternativen"),
        ("insatser", {"text": "Bra", "status": ""}, "Välj om insatsen är beslutad, planerad eller önskad."),
        ("insatser", {"text": "Bra", "status": "beslutad", "lagrum": ""}, "Välj vilken insats som är beslutad."),
        ("insatser", {"text": "Bra", "status": "onskad", "lagrum": "11"}, "Välj något av alternativen"),
        ("loften", {"ansvarig": ""}, "Skriv namnet på den som ser till att det händer."),
        ("loften", {"lovat_till": "2027-02-30"}, "finns inte i kalendern"),
        ("loften", {"lovat_till": "9999-01-01"}, "Året ska vara mellan 1900 och 2100."),
        ("loften", {"fran": "2027-06-01"}, "lovat till före dagen då det börjar"),
        ("andra", {"ansvarig": ""}, "Skriv vem som gör det."),
        ("delaktiga", {"namn": ""}, "Skriv namnet."),
    ],
)
def test_fel_sags_vid_faltet_och_texten_ar_kvar(client, version, slag, data, says):
    answer = ny(client, version, slag, {**RATT[slag], **data})
    page = answer.content.decode()
    assert answer.status_code == 200 and says in page
    kept = next(v for k, v in RATT[slag].items() if k not in data and k not in ("skrev", "sikt", "status", "lagrum"))
    assert kept in page


def test_krock_visar_bada_texterna_och_sparar_pa_nytt(roles, client, version):
    goal = version.malsattning_set.get()
    url = reverse("plandel-andra", args=[version.pk, "mal", goal.pk])
    plandelar.spara(
        version=version,
        model=Malsattning,
        part=goal,
        rev=1,
        by=Actor(roles.kerstin, IDAG),
        data={"text": "Kerstins text", "sikt": "kort"},
    )
    mine = {"text": "Ingrids text", "sikt": "kort", "rev": "1"}
    page = client.post(url, mine).content.decode()
    assert "Någon annan har ändrat det här" in page and "Så står det nu" in page
    assert "Kerstins text" in page and "Ingrids text" in page and 'name="rev-vald" value="2"' in page
    goal.refresh_from_db()
    assert goal.text == "Kerstins text"
    assert "Kerstin Wall sparade" in page
    assert client.post(url, mine).status_code == 200, "to press again is no choice"
    assert client.post(url, {**mine, "rev-vald": "2"}).status_code == 302
    goal.refresh_from_db()
    assert goal.text == "Ingrids text"


def test_krock_i_planens_egna_texter(roles, client, version):
    planer.andra_grund(version=version, data={"syfte": "Kerstins syfte"}, rev=1, by=Actor(roles.kerstin, IDAG))
    url = reverse("plan-andra", args=[version.pk])
    page = client.post(url, {"syfte": "Ingrids syfte", "rev": "1"}).content.decode()
    assert "Kerstins syfte" in page and "Ingrids syfte" in page and 'name="rev-vald" value="2"' in page
    client.post(url, {"syfte": "Ingrids syfte", "rev": "1", "rev-vald": "2"})
    version.refresh_from_db()
    assert version.syfte == "Ingrids syfte"


@pytest.mark.parametrize("rev", ["", "0", "-1", "abc", "99999999999999999999"])
def test_konstig_rev_ar_en_krock_aldrig_ett_overskrivet(client, version, rev):
    goal = version.malsattning_set.get()
    url = reverse("plandel-andra", args=[version.pk, "mal", goal.pk])
    answer = client.post(url, {"text": "Smyg", "sikt": "kort", "rev": rev})
    assert answer.status_code == 200 and "Någon annan har ändrat" in answer.content.decode()
    goal.refresh_from_db()
    assert goal.text == "Jag vill sjunga med andra"


def test_rad_med_beslut_behaller_lage_och_insats(client, version):
    row = version.planrad_set.get(insats__isnull=False)
    url = reverse("plandel-andra", args=[version.pk, "insatser", row.pk])
    page = client.get(url).content.decode()
    assert "Raden hör till ett beslut" in page and 'name="status"' not in page and "Ta bort ur utkastet" not in page
    sneaky = {"status": "onskad", "lagrum": "2", "text": "Tre dagar", "latt_mening": "Du är på Lyktan.", "rev": "1"}
    assert client.post(url, sneaky).status_code == 302
    row.refresh_from_db()
    assert (row.status, row.lagrum, row.latt_mening) == ("beslutad", 10, "Du är på Lyktan.")
    assert "Så ser Alva det i Min plan" in client.get(url).content.decode()


def test_delar_av_en_annan_plan_eller_ett_annat_slag_finns_inte(roles, client, version):
    other = f.utkast(roles.yusuf, roles.ingrid)
    theirs = other.malsattning_set.get()
    promise = version.atgard_set.get(slag="lofte")
    for name in ("plandel-andra", "plandel-ta-bort"):
        for slag, pk in (("mal", theirs.pk), ("andra", promise.pk), ("mal", 10**12), ("hokuspokus", promise.pk)):
            url = reverse(name, args=[version.pk, slag, pk])
            assert client.get(url).status_code == 404
            assert client.post(url, {"text": "Smyg", "ansvarig": "x", "rev": "1"}).status_code == 404
    assert client.get(reverse("plandel-ny", args=[version.pk, "hokuspokus"])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.text == "Jag vill sjunga med andra"


def test_onskan_utanfor_de_tio_gar_bra(client, version):
    assert ny(client, version, "insatser", {"status": "onskad", "text": "En hund"}).status_code == 302
    assert PlanRad.objects.get(version=version, status="onskad").lagrum is None
    assert "En hund" in client.get(reverse("plan", args=[version.plan_id])).content.decode()
