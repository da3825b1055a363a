"""The base of every document: HTML → one PDF that is both PDF/A-2a (for archiving) and PDF/UA-1 (accessible).

The HTML is a string rendered with autoescape on. Nothing is fetched: the only URLs that resolve are
those of our own files, in `OWN`. The same HTML always gives the same bytes: no clock is read, and no id is random.
"""

import logging
import re
from functools import cache
from pathlib import Path

import weasyprint
from django.conf import settings
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from plans.papper import ua
from plans.papper.typsnitt import FAMILIES, MISSING, drawable

for _name in ("weasyprint", "weasyprint.progress"):  # they log every page, and warnings that may quote a plan
    logging.getLogger(_name).setLevel(logging.ERROR)
VARIANT = "pdf/a-2a"
# WeasyPrint lets a trailing space take up room, so the indentation of a template would change the line breaks.
BEFORE_BLOCK = re.compile(r"\s+(?=</?(?:p|h[1-6]|li|ul|ol|t[hdr]|thead|tbody|table|div|section|header|main)\b)")
_MISSING_GLYPHS = "står för tecken som inte går att skriva ut här. Hela texten finns i portalen."
_ROOT = Path(settings.BASE_DIR)
OWN = {
    **{f"pdf:{name}-400.ttf": regular for name, (regular, _) in FAMILIES.items()},
    **{f"pdf:{name}-700.ttf": bold for name, (_, bold) in FAMILIES.items()},
    **{f"pdf:{picture.name}": picture for picture in (_ROOT / "templates" / "papper" / "bilder").glob("*.svg")},
}


class OwnFiles(URLFetcher):
    """Serves the URLs in OWN and refuses all others, so that no text can make us open a file or a socket."""

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        """The file's bytes. Raises ValueError for any other URL, which WeasyPrint treats as a missing resource."""
        if url not in OWN:
            raise ValueError("Bara egna filer får vara med i pdf:en")
        kind = "image/svg+xml" if url.endswith(".svg") else "font/ttf"
        return URLFetcherResponse(url, OWN[url].read_bytes(), {"Content-Type": kind})


@cache
def style() -> tuple[weasyprint.CSS, FontConfiguration]:
    """The print style and its fonts, read once per process."""
    fonts = FontConfiguration()
    css = (_ROOT / "static" / "css" / "pdf.css").read_text(encoding="utf-8")
    return weasyprint.CSS(string=css, font_config=fonts, url_fetcher=OwnFiles()), fonts


def render(html: str) -> bytes:
    """Render an HTML string to PDF, without opening a socket or reading a clock."""
    css, fonts = style()
    text = drawable(BEFORE_BLOCK.sub("", html))
    if text.count(MISSING) > html.count(MISSING):
        text = text.replace("</main>", f'<p class="not">{MISSING} {_MISSING_GLYPHS}</p></main>')
    document = weasyprint.HTML(string=text, base_url="pdf:", url_fetcher=OwnFiles()).render(
        stylesheets=[css], font_config=fonts, pdf_variant=VARIANT
    )
    return document.write_pdf(pdf_variant=VARIANT, finisher=ua.finish)
