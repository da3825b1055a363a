"""R11: the person sees in plain Swedish who looked at what, when and why; once assessed, so does a representative."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans import access
from plans.access.keys import READERS
from plans.actions import foretradare, logg
from plans.lasning import handelser
from plans.logg import audit
from plans.models import Actor, Handelse, Undanhallen, Uppdrag
from plans.templatetags.dates import veckodag
from tests.stod import factories as f
from tests.stod.planting import plant_key

pytestmark = [pytest.mark.django_db, pytest.mark.target("R11")]
OSL = "21 kap. 3 § OSL"


def sida(client, r, who) -> str:
    """The page as text, with whitespace collapsed; empty when there is no page."""
    client.force_login(getattr(r, who))
    answer = client.get(reverse("vem-har-tittat", args=[r.alva.pk]))
    body = re.search("<main.*</main>", answer.content.decode(), re.S) if answer.status_code == 200 else None
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body.group())) if body else ""


def bedom(r, far_se=True):
    foretradare.bedom_logg(skap=r.skap, far_se=far_se, bedomning="Alva vill det", by=Actor(r.ingrid, f.IDAG))


def fylld(r) -> None:
    audit.record("person.oppnad", by=Actor(r.ingrid, f.IDAG), about=[r.alva])
    audit.record("person.oppnad", by=Actor(r.ingrid, f.IDAG), about=[r.alva])
    audit.record("plan.oppnad", by=Actor(r.birgitta, f.IDAG), about=[r.alva])
    audit.record("utskick.planera", by=Actor.system(f.IDAG), about=[r.alva])
    audit.record("person.handlagg", by=Actor(r.mamma, f.IDAG), about=[r.alva], nekad=True)
    audit.record("nodatkomst.oppna", by=Actor(r.osten, f.IDAG), about=[r.alva], why="Ringde om ett fall")


def fattas(text: str, r, *, namn: bool = True) -> list[str]:
    """List what the page should say but does not, or says but should not."""
    today = str(veckodag(Handelse.objects.last().at))
    ska = [
        "(handläggare, LSS vuxna)",
        "Portalen",
        "Någon utan rätt",
        "släpptes inte in",
        "2 gånger",
        "Ringde om ett fall",
        today.capitalize(),
        "(handläggare, LSS barn)",
    ]
    ska += [r.ingrid.namn, r.osten.namn] if namn else []
    wrong = [f"saknas: {word}" for word in ska if word not in text]
    wrong += ["namnet på den som inte släpptes in"] if r.mamma.namn in text else []
    wrong += [f"rått namn: {raw}" for raw in re.findall(r"\b[a-z_]+\.[a-z_]+\b", text)]
    return wrong


def test_personen_ser_vem_nar_vad_och_varfor(roles, client, measured):
    r = roles
    fylld(r)
    text = sida(client, r, "alva_konto")
    assert fattas(text, r) == [] and "sidan om dig" in text and "Birgitta (god man)" in text
    assert "Du läste vem som har tittat" in text, "reading the log is in the log"
    rows = [row for row in Handelse.objects.order_by("pk") if r.alva.pk in row.person_ids]
    assert rows[-1].handelse == "logg.oppnad" and rows[-1].user == r.alva_konto
    measured(f"{len(rows)} rader om en person, alla slag av läsare i ord, 0 råa namn")


def test_en_foretradare_ser_forst_efter_bedomning(roles, client, measured):
    r = roles
    seen = {who: bool(sida(client, r, who)) for who in ("birgitta", "slutat", "egendom", "gunnar_ratt", "mamma")}
    assert not any(seen.values())
    refused = Handelse.objects.filter(handelse="logg.las", nekad=True).count()
    assert refused == 5
    bedom(r)
    assert "Ingrid Sandelin" in sida(client, r, "birgitta") and "Alva" in sida(client, r, "birgitta")
    r.skap.refresh_from_db()
    r.skap.jav = True
    r.skap.save()
    assert not sida(client, r, "birgitta"), "jäv"
    r.skap.jav = False
    r.skap.save()
    bedom(r, far_se=False)
    assert not sida(client, r, "birgitta")
    measured("företrädare: 404 före bedömning, ser efter ja, 404 efter nej och vid jäv")


def test_undanhallna_rader_syns_inte_men_det_sags_att_de_finns(roles, client):
    r = roles
    fylld(r)
    rows = handelser.rows_behind(r.alva, Handelse.objects.filter(user=r.osten).get().pk)
    assert "visas inte" not in sida(client, r, "alva_konto")
    logg.undanhall(rader=rows, person=r.alva, lagrum=OSL, skal="Hotad", by=Actor(r.ingrid, f.IDAG))
    text = sida(client, r, "alva_konto")
    assert r.osten.namn not in text and "Ringde" not in text and "Hotad" not in text
    assert "Några rader visas inte." in text and "bestämde att rader" not in text
    client.force_login(r.ingrid)
    assert "Östen Grahn" in client.get(reverse("logg", args=[r.alva.pk])).content.decode()


def test_only_the_rows_of_the_line_are_withheld(roles):
    """Ingrid looked as handläggare and, on another appointment the same day, as chef: two lines, and then three."""
    r = roles
    as_chef = Uppdrag.objects.create(user=r.ingrid, enhet=r.enhet, roll="chef", fran=f.IDAG)
    first, second, other = (audit.record("person.oppnad", by=Actor(r.ingrid, f.IDAG), about=[r.alva]) for _ in "123")
    actor = Actor(r.ingrid, f.IDAG)
    actor.__dict__["alla_uppdrag"] = [as_chef]
    chefs = audit.record("person.oppnad", by=actor, about=[r.alva])
    assert {row.pk for row in handelser.rows_behind(r.alva, first.pk)} == {first.pk, second.pk, other.pk}
    assert [row.pk for row in handelser.rows_behind(r.alva, chefs.pk)] == [chefs.pk]
    logg.undanhall(rader=[first], person=r.alva, lagrum=OSL, skal="Hotad", by=Actor(r.kerstin, f.IDAG))
    assert {row.pk for row in handelser.rows_behind(r.alva, second.pk)} == {second.pk, other.pk}
    assert [row.pk for row in handelser.rows_behind(r.alva, first.pk)] == [first.pk]


def test_en_rad_om_nagon_annan_gar_inte_att_undanhalla(roles, client):
    other = audit.record("person.oppnad", by=Actor(roles.osten, f.IDAG), about=[roles.dragan])
    client.force_login(roles.ingrid)
    assert client.get(reverse("logg-undanhall", args=[roles.alva.pk, other.pk])).status_code == 404
    with pytest.raises(access.Nekad):
        logg.undanhall(rader=[other], person=roles.alva, lagrum=OSL, skal="x", by=Actor(roles.ingrid, f.IDAG))


def test_hotad_personal_visas_som_roll_och_enhet(roles, client):
    r = roles
    r.ingrid.visas_som_roll = True
    r.ingrid.save()
    fylld(r)
    text = sida(client, r, "alva_konto")
    assert r.ingrid.namn not in text and "En handläggare (LSS vuxna)" in text and r.osten.namn in text


def test_en_foretradare_for_nagon_skyddad_ser_bara_roller(roles, client):
    r = roles
    r.alva.skyddad = True
    r.alva.save()
    fylld(r)
    bedom(r)
    text = sida(client, r, "birgitta")
    assert "En handläggare" in text
    for hidden in (r.ingrid.namn, r.osten.namn, "LSS vuxna", "LSS barn", "Alva"):
        assert hidden not in text, hidden
    assert r.ingrid.namn in sida(client, r, "alva_konto")


def test_bladdrar_med_lika_manga_fragor(roles, client, measured):
    r = roles
    at = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    counts = []
    client.force_login(r.alva_konto)
    url = reverse("vem-har-tittat", args=[r.alva.pk])
    client.get(url)  # writes the session, so that the counted requests do not
    for n in (1, 20, 600):
        Handelse.objects.bulk_create(
            Handelse(
                at=at + dt.timedelta(hours=i),
                handelse="person.oppnad",
                person_ids=[r.alva.pk],
                user=u,
                uppdrag=u.uppdrag.get(),
                namnd=r.namnd,
            )
            for i in range(n)
            for u in [r.ingrid, r.kerstin, r.osten][i % 3 :][:1]
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert len(set(counts)) == 1 and counts[0] <= 14, counts
    seen, pages = 0, 0
    while url:
        page = client.get(url).content.decode()
        seen += len(re.findall(r"<li>\s*<b>", page))
        pages += 1
        more = re.search(r'href="(\?fore=\d+)"', page)
        url = reverse("vem-har-tittat", args=[r.alva.pk]) + more.group(1) if more else None
    assert pages == 4 and seen > 75
    assert client.get(reverse("vem-har-tittat", args=[r.alva.pk]) + "?fore=x").status_code == 200
    measured(f"{counts[0]} frågor vid 1, 20 och 600 rader")


def test_planterat_namn_blir_rott(roles, client, monkeypatch, planted):
    r = roles
    fylld(r)
    monkeypatch.setattr(handelser, "in_words", lambda row: row.handelse)
    assert any("rått namn" in wrong for wrong in fattas(sida(client, r, "alva_konto"), r))
    planted("händelsen visas med sitt interna namn")


def test_planterad_oppen_dorr_blir_rott(roles, client, monkeypatch, planted):
    plant_key(monkeypatch, "logg.las", READERS)
    assert sida(client, roles, "birgitta") != ""
    planted("en företrädare ser loggen utan bedömning")


def test_undanhallet_for_en_ar_inte_undanhallet_for_en_annan(roles, client, planted, monkeypatch):
    """A row about two persons is withheld only from the person in whose case the withholding was decided."""
    row = audit.record("foretradare.andra", by=Actor(roles.ingrid, f.IDAG), about=[roles.alva, roles.dragan])
    logg.undanhall(rader=[row], person=roles.alva, lagrum=OSL, skal="Hot", by=Actor(roles.kerstin, f.IDAG))

    def ser(person, konto) -> bool:
        page = handelser.lookers(person, konto, None)
        return any("ändrade en företrädare" in line.vad for lines in page.dagar.values() for line in lines)

    assert not ser(roles.alva, roles.alva_konto) and handelser.lookers(roles.alva, roles.alva_konto, None).undanhallet
    assert ser(roles.dragan, roles.dragan_konto)
    assert not handelser.lookers(roles.dragan, roles.dragan_konto, None).undanhallet
    monkeypatch.setattr(handelser, "OuterRef", lambda name: row.pk if name == "pk" else None)
    monkeypatch.setattr(handelser.Undanhallen.objects, "filter", lambda handelse, person: Undanhallen.objects.all())
    assert not ser(roles.dragan, roles.dragan_konto)
    planted("raden undanhålls för alla den handlar om")


def test_den_som_nekas_star_i_loggen_hos_den_det_gallde(roles, client):
    """A refused request for a person's page is logged about that person, even when it comes from outside the nämnd."""
    for who in ("osten", "nadia", "birgitta"):
        client.force_login(getattr(roles, who))
        assert client.get(reverse("person", args=[roles.skyddad.pk])).status_code == 404
    rows = Handelse.objects.filter(person_ids=[roles.skyddad.pk], nekad=True)
    assert {row.user for row in rows} == {roles.osten, roles.nadia, roles.birgitta}
    assert client.get(reverse("person", args=[10**9])).status_code == 404
    assert Handelse.objects.order_by("pk").last().person_ids == []


def test_den_egna_raden_gar_inte_att_undanhalla_men_en_namnes(roles, client):
    """Rows are tied to the login, not the name: a row by a colleague with the same name can be withheld."""
    roles.kerstin.namn = roles.ingrid.namn
    roles.kerstin.save()
    rows = {
        who: audit.record("person.oppnad", by=Actor(getattr(roles, who), f.IDAG), about=[roles.alva])
        for who in ("ingrid", "kerstin")
    }
    client.force_login(roles.ingrid)
    page = client.get(reverse("logg", args=[roles.alva.pk])).content.decode()
    shown = {who: reverse("logg-undanhall", args=[roles.alva.pk, row.pk]) in page for who, row in rows.items()}
    assert shown == {"ingrid": False, "kerstin": True}
