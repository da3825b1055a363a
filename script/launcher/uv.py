"""uv, which makes the virtual environment and fills it: one pinned, checked program in `var/verktyg`."""

import hashlib
import io
import json
import os
import platform
import shutil
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urljoin

from .console import Stop, step
from .environment import ROOT

VERSION = "0.13.9"
INDEX = "https://pypi.org/simple"
WHEELS = {  # machine → the wheel's last tag and its SHA-256
    "x86_64": (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    "aarch64": ("manylinux_2_28_aarch64", "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375"),
}
PROGRAM = ROOT / "var" / "verktyg" / f"uv-{VERSION}"
NO_CONTACT = "Ingen kontakt med nätet, som behövs för att hämta paket. Kontrollera nätet och kör samma kommando igen."


def program() -> Path:
    """Return the pinned uv, fetched the first time; on a machine without a pin, the uv that is installed there."""
    if PROGRAM.exists():
        return PROGRAM
    machine = platform.machine()
    if machine not in WHEELS:
        own = shutil.which("uv")
        if own is None:
            raise Stop(f"Installera uv {VERSION} för hand och kör samma kommando igen: här är en {machine}.")
        return Path(own)
    with step("Hämtar uv, som hämtar Python-paketen"):
        data = _wheel(*WHEELS[machine])
    PROGRAM.parent.mkdir(parents=True, exist_ok=True)
    part = PROGRAM.with_name(f"{PROGRAM.name}.{os.getpid()}")
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        part.write_bytes(wheel.read(f"uv-{VERSION}.data/scripts/uv"))
    part.chmod(0o755)
    part.replace(PROGRAM)
    return PROGRAM


def environment() -> dict[str, str]:
    """Pass on pip's settings for a private index to uv, and let it use the machine's certificates."""
    told = {"UV_SYSTEM_CERTS": "1", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}
    for ours, theirs in (("UV_DEFAULT_INDEX", "PIP_INDEX_URL"), ("UV_INDEX", "PIP_EXTRA_INDEX_URL")):
        if os.environ.get(theirs) and not os.environ.get(ours):
            told[ours] = os.environ[theirs]
    return told


def _wheel(tag: str, expected: str) -> bytes:
    """Return the bytes of the pinned wheel, from the index in use. Raise Stop when it cannot be had, or differs."""
    name = f"uv-{VERSION}-py3-none-{tag}.whl"
    index = (os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL") or INDEX).rstrip("/")
    try:
        files = json.loads(_get(f"{index}/uv/"))["files"]
        url = next(file["url"] for file in files if file["filename"] == name)
        data = _get(urljoin(f"{index}/uv/", url))
    except (OSError, ValueError, KeyError, StopIteration) as fault:
        raise Stop(NO_CONTACT if isinstance(fault, urllib.error.URLError) else f"{index} har inte {name}.") from None
    if hashlib.sha256(data).hexdigest() != expected:
        raise Stop(f"{name} från {index} är inte den fil som väntades. Inget har installerats.")
    return data


def _get(url: str) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise ValueError(url)
    request = urllib.request.Request(url, headers={"Accept": "application/vnd.pypi.simple.v1+json, */*"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
        data: bytes = answer.read()
    return data
