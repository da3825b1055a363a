"""The threat model names controls and tests that exist, and every target that the trust table knows."""

import re
from pathlib import Path

from django.conf import settings

from tests.stod.targets import TARGETS

ROOT = Path(settings.BASE_DIR)
TEXT = (ROOT / "docs" / "hotmodell.md").read_text()


def saknade_vagar(text: str) -> list[str]:
    """Files and folders that the text names and that are not there. `plans/utbyte` comes with the first export."""
    named = set(re.findall(r"`((?:plans|tests|lss_portal|docs)/[\w/.]+)`", text))
    return sorted(p for p in named if not (ROOT / p).exists() and p != "plans/utbyte")


def saknade_mal(text: str) -> list[str]:
    """Targets without a row in the table."""
    rows = {
        cell.strip() for line in text.splitlines() if line.startswith("|") for cell in line.split("|")[-2].split(",")
    }
    return sorted(set(TARGETS) - rows)


def test_every_file_that_is_named_exists():
    assert saknade_vagar(TEXT) == []
    assert saknade_vagar(f"{TEXT} `tests/trust/test_r99_hittepa.py`") == ["tests/trust/test_r99_hittepa.py"]


def test_every_target_has_its_row():
    assert saknade_mal(TEXT) == []
    assert "R13" in saknade_mal(TEXT.replace("R13", ""))
