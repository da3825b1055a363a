"""Measure the CPU seconds it takes to make a plan's PDF, beside WeasyPrint alone with the same rows. See README.md.

.venv/bin/python benchmarks/pdf.py        (needs no database)
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
for name, value in {
    "DJANGO_SETTINGS_MODULE": "lss_portal.settings",
    "SECRET_KEY": "x",
    "LSS_KEYS": f"1:{'A' * 43}=",
    "ALLOWED_HOSTS": "localhost",
    "PUBLIC_BASE_URL": "http://localhost",
    "DATABASE_URL": "postgres://x@localhost/x",
    "REDIS_URL": "redis://x",
    "EMAIL_URL": "memorymail://",
}.items():
    os.environ.setdefault(name, value)

import django  # noqa: E402

django.setup()

import weasyprint  # noqa: E402

from plans.papper import bas  # noqa: E402
from plans.papper import plan as pdf  # noqa: E402
from tests.stod import paper_examples  # noqa: E402

OI = {20: 1.30, 100: 2.02, 300: 3.28}  # seconds for open-inwoner 1.24 with as many rows, on a similar machine
MAL = {20: 0.15}
CSS = "@page{size:A4;margin:20mm}body{font:12pt 'Papper'}th,td{text-align:left;border-bottom:1px solid #999}"


def bast(gor: Callable[[], bytes], varv: int) -> float:
    """Return the CPU seconds (one thread) of the quickest round: other work on the machine may slow some rounds."""
    gor()
    tider = []
    for _ in range(varv):
        began = time.process_time()
        gor()
        tider.append(time.process_time() - began)
    return min(tider)


def bar(rader: list[dict], css: weasyprint.CSS) -> bytes:
    """Make a PDF with WeasyPrint alone, for comparison: one tagged table with the same words."""
    cells = "".join(f"<tr><th>{r['namn']}<td>{r['text']}<td>{r['ansvarig']}<td>{r['nar']}" for r in rader)
    html = f'<html lang="sv"><title>Plan</title><h1>Plan</h1><table><tbody>{cells}</table>'
    return weasyprint.HTML(string=html).write_pdf(stylesheets=[css], font_config=bas.style()[1], pdf_variant="pdf/ua-1")


def main() -> None:
    css = weasyprint.CSS(string=CSS)
    version = paper_examples.version()
    print("rader  planen s  bar s  gånger  mål s  open-inwoner s  kB")
    for antal in OI:
        rader, varv = paper_examples.long(antal)["rader"], max(2, 100 // antal)
        innehall = paper_examples.empty(rader=rader)
        var, bara = bast(lambda i=innehall: pdf.plan(version, i), varv), bast(lambda r=rader: bar(r, css), varv)
        kb = len(pdf.plan(version, innehall)) // 1000
        print(f"{antal:5}  {var:8.2f}  {bara:5.2f}  {var / bara:6.1f}  {MAL.get(antal, ''):>5}  {OI[antal]:14}  {kb:3}")
    rik = paper_examples.rich()
    print(f"\nEn vanlig rik plan, fyra sidor: {bast(lambda: pdf.plan(version, rik), 6):.2f} s")
    full = paper_examples.overfull()
    print(f"Överfull, 45 sidor: {bast(lambda: pdf.plan(version, full), 1):.1f} s (gräns: 100 sidor på 30 s)")
    print(f"Mest minne: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB (gräns 512)")


if __name__ == "__main__":
    main()
