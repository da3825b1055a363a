"""R19: whatever a text holds, making the paper opens no foreign file and no socket. One test shows that the others
can fail.
"""

import sys
from contextlib import contextmanager

import pytest
import weasyprint
from weasyprint.urls import URLFetcher

from plans.papper import bas
from plans.papper import plan as pdf
from tests.pdf.conftest import oppna, text
from tests.stod import paper_examples as ex

HEMLIGT = "KANARIEFAGEL-7f3a"
_spar: list[str] | None = None


def _lyssna(event: str, args: tuple) -> None:
    """Note an event while a test listens. An audit hook cannot be removed, so at other times it does nothing."""
    if _spar is not None and (event.startswith("socket.") or event in {"open", "urllib.Request"}):
        _spar.append(f"{event} {args[0]}")


sys.addaudithook(_lyssna)


@contextmanager
def avlyssnat():
    """Listen inside the block: yield the list of files, sockets and requests that are opened there."""
    global _spar
    _spar = []
    try:
        yield _spar
    finally:
        _spar = None


@pytest.fixture
def fallor(tmp_path) -> str:
    """HTML that asks for files on disk and for addresses, in the ways that WeasyPrint knows."""
    fil = tmp_path / "kanarie.txt"
    fil.write_text(HEMLIGT)
    bild = tmp_path / "kanarie.svg"
    bild.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{HEMLIGT}</text></svg>')
    return (
        f'<link rel=attachment href="{fil.as_uri()}"><a rel=attachment href="{fil.as_uri()}">x</a>'
        f'<img alt=x src="{bild.as_uri()}"><img alt=x src="http://127.0.0.1:9/x.png"><img alt=x src="//localhost/x">'
        '<link rel=stylesheet href="http://127.0.0.1:9/x.css"><style>@import "http://127.0.0.1:9/y.css";'
        "@font-face{font-family:x;src:url(http://127.0.0.1:9/z.ttf)}p{background:url(ftp://127.0.0.1/b.png)}</style>"
        f'<object data="{bild.as_uri()}"></object><embed src="{bild.as_uri()}">'
        f'<svg><image href="{bild.as_uri()}"/></svg>'
    )


def _inget_oppnades(oppnat: list[str]) -> bool:
    return not [o for o in oppnat if o.startswith(("socket.", "urllib.")) or "kanarie" in o]


def test_texter_blir_text(fallor):
    texter = ex.rich()
    for falt in ("syfte", "kopia_till", "samordnare", "samrad_med"):
        texter[falt] = fallor
    for lista in ("ord", "mal", "loften", "svar"):
        texter[lista][0]["text"] = fallor
    person = {"motesonskemal": fallor, "kommunikation": fallor, "sprak": fallor, "tilltalsnamn": fallor}
    with avlyssnat() as oppnat:
        papper = pdf.plan(ex.version(**person), texter)
    assert _inget_oppnades(oppnat), oppnat
    assert "<link rel=attachment" in text(papper) and HEMLIGT not in text(papper)
    with oppna(papper) as d:
        assert not d.attachments and "/EmbeddedFiles" not in d.Root.get("/Names", {})


def test_inte_ens_ratt_html_far_oppna_nagot(fallor):
    """The second wall: even if a text slips through unescaped, the fetcher opens only the portal's own files."""
    with avlyssnat() as oppnat:
        papper = bas.render(f'<html lang="sv"><title>x</title><main><h1>x</h1>{fallor}</main>')
    assert _inget_oppnades(oppnat), oppnat
    with oppna(papper) as d:
        assert not d.attachments
    assert HEMLIGT.encode() not in papper


def test_provet_ser_en_lacka(fallor):
    """With WeasyPrint's own fetcher, the same HTML does open a file and a socket, so the tests above can fail."""
    _css, fonts = bas.style()
    with avlyssnat() as oppnat:
        weasyprint.HTML(string=fallor, url_fetcher=URLFetcher(timeout=1)).write_pdf(font_config=fonts)
    assert not _inget_oppnades(oppnat)
    assert [o for o in oppnat if o.startswith("socket.connect")] and [o for o in oppnat if "kanarie.txt" in o]


def test_vag_ut_ur_mappen_finns_inte():
    for url in ("pdf:../plan.html", "pdf:/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/", "data:,x", ""):
        with pytest.raises(ValueError):
            bas.OwnFiles().fetch(url)
    assert bas.OwnFiles().fetch("pdf:ax.svg").read().startswith(b"<svg")
