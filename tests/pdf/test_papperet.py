"""What the paper says, in which order, and what it never says.

Only the last test uses the database. The others use unsaved rows and content written as plain data.
"""

import hashlib
import os
import subprocess
import sys
from itertools import pairwise

import pikepdf
import pytest

from plans.lasning.plan import innehall as planinnehall
from plans.papper import bas
from plans.papper import plan as pdf
from tests.pdf.conftest import oppna, text
from tests.stod import factories as f
from tests.stod import paper_examples as ex

ORDNING = [
    "Björkdala kommun",
    "Nämnden för funktionsstöd",
    "Alvas plan",
    "Individuell plan enligt LSS för Alva Maria",
    "Alvas egna ord",
    "Vad är viktigt för dig?",
    "Fråga mig först, inte mamma.",
    "Hur vill du ha det?",
    "Malin Sjöö, Café Lyktan, 9 februari 2027. Skrivet som Alva sa det. Alva sa 10 februari 2027 att det stämmer.",
    "Så ser jag det",
    "Alva klarar mer än många tror.",
    "Birgitta Åkerlund, god man, 2 mars 2027",
    "Så vill Alva ha det på möten",
    "Det här ska planen leda till",
    "Så är det nu",
    "Så vill Alva ha det",
    "Alvas mål",
    "Vem gör vad när",
    "Alva provar på kören",
    "Senast 17 mars 2027",
    "Insatser",
    "Beslutad",
    "9 § 10 LSS",
    "Planerad",
    "Hösten 2028",
    "Önskad",
    "Inget beslut finns",
    "Vad andra gör",
    "Habiliteringen",
    "De här var med",
    "Ledde mötet.",
    "Så svarade de",
    "Alva Maria Nyström Keita håller med.",
    "Jag håller inte med",
    "mer ledsagning på helger nu",
    "i samråd med Alva, Birgitta Åkerlund och Aminata Keita, på ett möte 16 mars 2027",
    "De här får en kopia",
    "Nästa årliga genomgång",
    "Senast 16 mars 2028. Vi går igenom planen. Dina beslut ändras inte.",
    "Samordnare: Ingrid Sandelin, 010-555 01 20",
    "Lättläst",
    "Min plan",
    "Det här är viktigt för mig",
    "Jag vill ha en egen lägenhet.",
    "Det här ska hända",
    "Du ska prova att sjunga i kör.",
    "De här hjälper mig",
    "Om jag vill ändra",
]


def alva(innehall: dict, **person) -> str:
    """The text of Alva's paper."""
    return text(pdf.plan(ex.version(**person), innehall))


def test_allt_star_dar_i_ratt_ordning(rik):
    papper, plats = text(rik), 0
    for stycke in ORDNING:
        hittad = papper.find(stycke, plats)
        assert hittad >= 0, f"{stycke!r} saknas efter {papper[max(0, plats - 60) : plats]!r}"
        plats = hittad + len(stycke)


def test_adress_telefon_epost_och_personnummer_star_inte_dar(rik):
    papper = text(rik)
    for hemligt in ("Hemliga gatan", "070-174", "alva@example.org", "19900101", "2385"):
        assert hemligt not in papper


def test_titel_sprak_avsandare_och_inget_namn_i_metadata(rik):
    with oppna(rik) as papper:
        meta = papper.open_metadata()
        assert (meta["dc:title"], papper.Root.Lang) == ("Individuell plan enligt LSS – version 3", "sv")
        assert meta["dc:creator"] == ["Björkdala kommun"]
        assert papper.Root.ViewerPreferences.DisplayDocTitle
        assert "Alva" not in str(meta) and "Alva" not in str(dict(papper.docinfo))


def test_skyddad_person_har_inget_namn_i_rubriken():
    papper = alva(ex.empty(), skyddad=True, kommunikation="")
    assert "Alva" not in papper and "Min plan Individuell plan enligt LSS Skyddade personuppgifter." in papper


def test_tom_plan_sager_vad_som_saknas():
    papper = alva(ex.empty(), motesonskemal="", kommunikation="")
    for mening in (
        "Här finns inga egna ord.",
        "Planen har inga mål än.",
        "Det finns inga insatser i planen.",
        "Ingen annan gör något just nu.",
        "Alva har inte svarat på utkastet.",
        "Säg till din handläggare.",
    ):
        assert mening in papper
    assert "None" not in papper and "Så vill Alva ha det på möten" not in papper
    assert "Alva ville inte skriva egna ord." in alva(ex.empty(ville_inte_skriva=True))


@pytest.mark.parametrize("extra", [{}, {"lagrum": None}, {"nar": "så snart som möjligt"}, {"ansvarig": "Ingrid"}])
def test_en_onskan_sager_alltid_att_inget_beslut_finns(extra):
    wish = ex.line(1, "onskad", 3, "Ledsagarservice", "Konserter", latt_mening="Du får gå på konsert.") | extra
    papper = alva(ex.empty(rader=[wish]))
    assert "Inget beslut finns" in papper
    assert "Du får gå på konsert." not in papper  # a wish must not read as a promise


def test_lofte_utan_svar_och_nej_syns():
    nej = {
        "namn": "Alva",
        "som": "personen",
        "svar": "vill_inte",
        "svar_text": "vill inte ha planen",
        "text": "Jag vill bestämma själv.",
        "svarade": ex.FINAL_DAY,
        "hur": "på papper",
    }
    papper = alva(ex.empty(svar=[nej]))
    assert "Jag vill inte ha planen Jag vill bestämma själv." in papper
    assert "har inte svarat" not in papper


def test_ord_av_olika_forfattare_halls_isar():
    mina = [
        ex.own_word("nu", "Hur är det nu?", "Bra."),
        ex.own_word("om_mig", "Vem är du?", "Jag är Alva.", skrivet_av="Alva", nedtecknat=False, bekraftat=None),
        ex.own_word("vill", "Hur vill du ha det?", "Lugnt.", bekraftat=None),
    ]
    grupper = pdf.own_words({"ord": mina})
    assert [[o["fraga"] for o in g["ord"]] for g in grupper] == [["om_mig"], ["nu"], ["vill"]]
    papper = alva(ex.empty(ord=mina))
    assert papper.index("Alva, 9 februari 2027.") < papper.index("Bra.") < papper.index("Lugnt.")
    assert "Alva har inte sagt än om det stämmer." in papper


def test_rubrikerna_hoppar_inte_over_nagon_niva(rik):
    with oppna(rik) as papper:
        rubriker = [str(e.S) for e in _element(papper.Root.StructTreeRoot.K[0]) if str(e.S) in ("/H1", "/H2", "/H3")]
    nivaer = [int(r[2]) for r in rubriker]
    assert nivaer[0] == 1 and nivaer.count(1) == 2 and len(nivaer) > 12
    assert all(efter <= fore + 1 for fore, efter in pairwise(nivaer))


def _element(element):
    """Every structure element below, in reading order."""
    yield element
    for kid in element.get("/K", []):
        if hasattr(kid, "keys") and "/S" in kid:
            yield from _element(kid)


def test_sidfoten_ar_artefakt_och_allt_annat_star_i_tradet(rik):
    assert list(_losa(rik)) == []
    utan = bas.weasyprint.HTML(string='<html lang="sv"><title>x</title><p>x').write_pdf(
        stylesheets=[bas.style()[0]], font_config=bas.style()[1], pdf_variant=bas.VARIANT
    )
    assert list(_losa(utan))  # the same search does find loose content when WeasyPrint works without our additions


def _losa(data: bytes):
    """(page, MCID) of marked content that no structure element holds."""
    with oppna(data) as papper:
        kanda = {
            (e.Pg.objgen, int(mcid))
            for e in _element(papper.Root.StructTreeRoot.K[0])
            for mcid in e.get("/K", [])
            if isinstance(mcid, int)
        }
        for sida in papper.pages:
            for op in pikepdf.parse_content_stream(sida):
                if str(op.operator) == "BDC" and "/MCID" in op.operands[1]:
                    mcid = int(op.operands[1]["/MCID"])
                    if (sida.obj.objgen, mcid) not in kanda:
                        yield sida.index, mcid


def test_samma_innehall_ger_samma_byte_aven_pa_en_maskin_utan_typsnitt(rik, tmp_path):
    tomt = tmp_path / "fonts.conf"
    tomt.write_text("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>")
    code = (
        "import django; django.setup(); import hashlib; "
        "from plans.papper import plan as pdf; from tests.stod import paper_examples as ex; "
        "print(hashlib.sha256(pdf.plan(ex.version(), ex.rich())).hexdigest())"
    )
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "lss_portal.settings", "FONTCONFIG_FILE": str(tomt)}
    annan = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    assert annan.strip() == hashlib.sha256(rik).hexdigest()


@pytest.mark.parametrize(
    ("skrivet", "tryckt"),
    [
        ("Zażółć gęślą jaźń", "Zażółć gęślą jaźń"),
        ("a\u0308", "ä"),
        ("fest 🎉", f"fest {bas.MISSING}"),
        ("ett\u202etvå\u0000tre\x07", "etttvåtre"),
        ("smalt\u2009mellanrum", "smalt mellanrum"),
        ("Ruoŧŧa, Ελλάδα, Привет, سلام", "Ruoŧŧa, Ελλάδα, Привет, سلام"),
        ("rad\r\nrad", "rad\nrad"),
        ("\ud800", bas.MISSING),
    ],
)
def test_varje_tecken_gar_att_rita(skrivet, tryckt):
    assert bas.drawable(skrivet) == tryckt


def test_papperet_sager_nar_ett_tecken_saknas(rik):
    assert "Hela texten finns i portalen" not in text(rik)
    assert "Hela texten finns i portalen" in alva(ex.empty(syfte="Kalas 🎉"))
    papper = alva(ex.empty(syfte="Ruoŧŧa Привет"))
    assert "Ruoŧŧa Привет" in papper and "Hela texten" not in papper


@pytest.mark.django_db
def test_exemplen_har_samma_form_som_det_riktiga_innehallet(roles):
    """The examples that the other tests put on paper have the shape of the portal's real content."""
    version = f.klar(roles.alva, roles.ingrid)
    riktigt, exempel = planinnehall.read_content(version, version.delningar.last()), ex.rich()
    assert set(riktigt) == set(exempel)
    for del_ in ("mal", "rader", "loften", "andra", "delaktiga"):
        assert set(riktigt[del_][0]) == set(exempel[del_][0]), del_
    assert b"%PDF" in pdf.plan(version, riktigt)
