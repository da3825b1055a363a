"""veraPDF: the paper follows PDF/A-2a (archive) and PDF/UA-1 (accessible), and broken papers are caught."""

import pytest

from plans.papper import bas
from plans.papper import plan as pdf
from tests.pdf.conftest import verapdf
from tests.stod import paper_examples as ex

pytestmark = pytest.mark.slow

HELA = ("rikt.pdf", "tomt.pdf", "overfullt.pdf", "skyddat.pdf")
TRASIGA = {
    "utan-sprak.pdf": "7.2-29",
    "utan-titel.pdf": "7.1-9",
    "flyttad-caption.pdf": "7.2-3",
    "utan-ua.pdf": "5-1",
    "utan-bildtext.pdf": "7.3-1",
    "utan-glyf.pdf": "6.2.11.8-1",
}  # file with a planted fault → a rule that veraPDF must report as broken


@pytest.fixture(scope="module")
def domar(tmp_path_factory, rik):
    """All papers, whole and broken, judged in one go."""
    papper = {
        "rikt.pdf": rik,
        "tomt.pdf": pdf.plan(ex.version(), ex.empty()),
        "overfullt.pdf": pdf.plan(ex.version(), ex.overfull()),
        "skyddat.pdf": pdf.plan(ex.version(skyddad=True), ex.rich()),
        **_trasiga(pdf.html(ex.version(), ex.rich())),
    }
    return verapdf(tmp_path_factory.mktemp("verapdf"), papper)


def _trasiga(html: str) -> dict[str, bytes]:
    """Copies of the rich plan, each with one planted fault."""
    caption = '<table><caption style="position: absolute; left: -9999pt">Löften</caption><tr><td>x</table></main>'
    with pytest.MonkeyPatch().context() as m:
        m.setattr(bas.ua, "_declare_ua", lambda _: None)
        utan = bas.render(html)
    with pytest.MonkeyPatch().context() as m:
        m.setattr(bas, "drawable", str)
        glyf = bas.render(html.replace("Alvas egna ord", "Alvas \ue000 ord"))
    return {
        "utan-sprak.pdf": bas.render(html.replace('<html lang="sv">', "<html>")),
        "utan-titel.pdf": bas.render(html.replace("<title>Individuell", "<title></title><p hidden>", 1)),
        "flyttad-caption.pdf": bas.render(html.replace("</main>", caption)),
        "utan-bildtext.pdf": bas.render(html.replace("<title>Ett hjärta</title>", "")),
        "utan-ua.pdf": utan,
        "utan-glyf.pdf": glyf,
    }


@pytest.mark.parametrize("namn", HELA)
def test_foljer_pdfa_2a_och_pdfua_1(domar, namn):
    assert domar[namn].foljer == {"2a", "ua1"}, "\n".join(domar[namn].fel)


@pytest.mark.parametrize(("namn", "regel"), TRASIGA.items())
def test_ett_trasigt_papper_blir_rott(domar, namn, regel):
    assert domar[namn].foljer != {"2a", "ua1"}
    assert any(fel.startswith(f"{regel}:") for fel in domar[namn].fel), domar[namn].fel


def test_utan_java_blir_det_fel_och_inte_overhoppat(tmp_path, rik, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        verapdf(tmp_path, {"rikt.pdf": rik})
