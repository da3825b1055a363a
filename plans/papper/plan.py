"""A final plan on paper: bytes of one PDF that is both PDF/A-2a (archive) and PDF/UA-1 (for everyone to read).

What is rendered is a string with autoescape on. Nothing is fetched: the only URLs that answer are our own, in `EGNA`.
The same content gives the same bytes: no clock, no random ids.
"""

import logging
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import weasyprint
from django.conf import settings
from django.template.loader import render_to_string
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from plans.models import EgetOrd, PlanRad, PlanVersion
from plans.papper import ua as pdf_ua
from plans.papper.typsnitt import FAMILJER, SAKNAS, ritbar

for _namn in ("weasyprint", "weasyprint.progress"):  # a line per page, and warnings may hold a plan's words
    logging.getLogger(_namn).setLevel(logging.ERROR)
VARIANT = "pdf/a-2a"
# WeasyPrint lets a space at the end of a line take room, so that indented templates would break lines elsewhere.
BEFORE_BLOCK = re.compile(r"\s+(?=</?(?:p|h[1-6]|li|ul|ol|t[hdr]|thead|tbody|table|div|section|header|main)\b)")
_FORKLARING = "står för tecken som inte går att skriva ut här. Hela texten finns i portalen."
_ROT = Path(settings.BASE_DIR)
EGNA = {
    **{f"pdf:{namn}-400.ttf": regular for namn, (regular, _) in FAMILJER.items()},
    **{f"pdf:{namn}-700.ttf": bold for namn, (_, bold) in FAMILJER.items()},
    **{f"pdf:{bild.name}": bild for bild in (_ROT / "templates" / "papper" / "bilder").glob("*.svg")},
}


class EgnaFiler(URLFetcher):
    """Answers for the URLs in EGNA and refuses every other, so that no text can make us open a file or a socket."""

    def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
        """The file's bytes. Raises ValueError for any other URL, which WeasyPrint takes as a missing resource."""
        if url not in EGNA:
            raise ValueError("Bara egna filer får vara med i pdf:en")
        slag = "image/svg+xml" if url.endswith(".svg") else "font/ttf"
        return URLFetcherResponse(url, EGNA[url].read_bytes(), {"Content-Type": slag})


@cache
def _form() -> tuple[weasyprint.CSS, FontConfiguration]:
    """The print style and its fonts, read once per process."""
    fonts = FontConfiguration()
    css = (_ROT / "static" / "css" / "pdf.css").read_text(encoding="utf-8")
    return weasyprint.CSS(string=css, font_config=fonts, url_fetcher=EgnaFiler()), fonts


def efter_dag(rader: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by the day they are promised, those without a day last."""
    return sorted(rader, key=lambda r: (r["lovat_till"] or r["fran"] or date.max, r["ordning"]))


def vem_gor_vad(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """Every promise: measures by those in the plan, and insatser that somebody has promised by a day."""
    rader = [r for r in innehall["rader"] if r["ansvarig"] and r["lovat_till"]]
    return efter_dag(innehall["loften"] + rader)


def det_har_ska_handa(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """What has an easy sentence, for the last page. Wishes are not told as something that will happen."""
    rader = [r for r in innehall["rader"] if r["status"] != PlanRad.Status.ONSKAD]
    return efter_dag([r for r in [*innehall["loften"], *rader, *innehall["andra"]] if r["latt_mening"]])


def egna_ord(innehall: dict[str, Any]) -> list[dict[str, Any]]:
    """The person's own words in the order of the questions, gathered by who wrote them, when and how."""
    grupper: dict[tuple, list[dict[str, Any]]] = {}
    mina = [o for o in innehall["ord"] if o["slag"] == EgetOrd.Slag.MINA_ORD]
    for o in sorted(mina, key=lambda o: EgetOrd.Fraga.values.index(o["fraga"])):
        kalla = (o["skrivet_av"], o["skrivet"], o["nedtecknat"], o["bekraftat"])
        grupper.setdefault(kalla, []).append(o)
    return [{"kalla": ord_[0], "ord": ord_} for ord_ in grupper.values()]


def insatser(innehall: dict[str, Any], vem: str) -> list[dict[str, Any]]:
    """The rows under one heading for each status that has any: Beslutad, Planerad, Önskad, and what that means."""
    means = {
        PlanRad.Status.BESLUTAD: "det finns ett beslut",
        PlanRad.Status.PLANERAD: "vi räknar med den, men den är inte beslutad",
        PlanRad.Status.ONSKAD: f"{vem} vill ha den",
    }
    grupper = []
    for status in PlanRad.Status:
        rader = [r for r in innehall["rader"] if r["status"] == status]
        group = {"status": status.value, "rubrik": status.label.capitalize(), "forklaring": means[status]}
        grupper += [{**group, "rader": rader}] if rader else []
    return grupper


def _html(version: PlanVersion, innehall: dict[str, Any]) -> str:
    """The plan as one HTML string, all values escaped by the template."""
    person = version.plan.person
    namn = "" if person.skyddad else person.tilltalsnamn
    vem = namn or "personen"
    html = render_to_string(
        "papper/plan.html",
        {
            "v": innehall,
            "person": person,
            "namnd": person.namnd,
            "namn": namn,
            "vem": vem,
            "egna": egna_ord(innehall),
            "ser": [o for o in innehall["ord"] if o["slag"] == EgetOrd.Slag.SA_SER_JAG_DET],
            "insatser": insatser(innehall, vem),
            "loften": vem_gor_vad(innehall),
            "hander": det_har_ska_handa(innehall),
            "personen_svarade": any(s["som"] == "personen" for s in innehall["svar"]),
            "hjalper": [d for d in innehall["delaktiga"] if d["namn"] != person.namn],
        },
    )
    return BEFORE_BLOCK.sub("", html)


def rendera(html: str) -> bytes:
    """The PDF of an HTML string. Opens no socket, asks no clock."""
    css, fonts = _form()
    text = ritbar(html)
    if text.count(SAKNAS) > html.count(SAKNAS):
        text = text.replace("</main>", f'<p class="not">{SAKNAS} {_FORKLARING}</p></main>')
    document = weasyprint.HTML(string=text, base_url="pdf:", url_fetcher=EgnaFiler()).render(
        stylesheets=[css], font_config=fonts, pdf_variant=VARIANT
    )
    return document.write_pdf(pdf_variant=VARIANT, finisher=pdf_ua.fardigstall)


def plan(version: PlanVersion, innehall: dict[str, Any]) -> bytes:
    """The PDF of a version from its `lasning.planinnehall.innehall`."""
    return rendera(_html(version, innehall))
