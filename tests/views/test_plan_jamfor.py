"""Two versions side by side: what is the same, changed, new or gone, and which parts are followed up."""

from types import SimpleNamespace

from plans.lasning.plan import jamfor as planjamfor
from plans.lasning.plan import vy as planvy

TOM = {"mal": [], "loften": [], "rader": [], "andra": []}


def rad(spar, text, **mer):
    return {"spar": spar, "pk": id(mer), "ordning": 0, "text": text, "lovat_till": None, **mer}


def test_paren_foljer_sparet_over_aren():
    before = {**TOM, "mal": [rad("a", "Sjunga"), rad("b", "Flytta"), rad("c", "Resa")]}
    now = {**TOM, "mal": [rad("b", "Flytta hemifrån"), rad("a", "Sjunga"), rad("d", "Simma")]}
    goals = planjamfor.paired_sections(before, now, {"c": SimpleNamespace(utfall="klart")})[0].par
    assert [(p.spar, p.lage) for p in goals] == [("a", "samma"), ("b", "andrad"), ("c", "borttagen"), ("d", "ny")]
    assert [p.rubrik for p in goals] == ["Sjunga", "Flytta hemifrån", "Resa", "Simma"]
    assert [p.foljs_upp for p in goals] == [True, True, True, False]


def test_insatser_foljs_upp_bara_nar_nagot_ar_lovat():
    rows = [
        rad("a", "3 dagar", status="beslutad", namn="Daglig verksamhet"),
        rad("b", "Lägenhet", status="planerad", namn="Bostad", lovat_till="2027-05-01"),
    ]
    sections = planjamfor.paired_sections({**TOM, "rader": rows}, {**TOM, "rader": rows}, {})
    assert [p.foljs_upp for p in sections[2].par] == [False, True]
    assert sections[2].par[0].rubrik == "Daglig verksamhet"
    assert planjamfor.count_followed_up(sections) == (0, 1)


def test_tomma_planer_gar_att_jamfora():
    assert planjamfor.count_followed_up(planjamfor.paired_sections(TOM, TOM, {})) == (0, 0)


def test_raderna_utan_ansvarig_namns_men_inte_onskningar():
    content = {
        **TOM,
        "rader": [
            rad("a", "En hund", status="onskad", ansvarig="", latt_mening=""),
            rad("b", "Lägenhet", status="planerad", ansvarig="", latt_mening="Du ska bo."),
        ],
        "loften": [rad("c", "Ringer", ansvarig="Ingrid", latt_mening="")],
    }
    vy = planvy.PlanView(version=None, innehall=content, delning=None, utfall={}, saknas=[], lasare=[], steg="")
    assert [(s, r["spar"]) for s, r in vy.utan_ansvarig] == [("insatser", "b")]
    assert [(s, r["spar"]) for s, r in vy.utan_latt] == [("insatser", "a"), ("loften", "c")]
    assert planvy.find_row(content, "b") == ("insatser", content["rader"][1])
    assert planvy.find_row(content, "finns inte") is None
