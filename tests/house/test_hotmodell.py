"""The threat model has a row for every target that the trust table knows. (test_dokument.py tests the names in it.)"""

from pathlib import Path

from django.conf import settings

from tests.stod.targets import TARGETS

TEXT = (Path(settings.BASE_DIR) / "docs" / "hotmodell.md").read_text()


def missing_targets(text: str) -> list[str]:
    """Return the targets without a row in the table."""
    rows = {
        cell.strip() for line in text.splitlines() if line.startswith("|") for cell in line.split("|")[-2].split(",")
    }
    return sorted(set(TARGETS) - rows)


def test_every_target_has_its_row():
    assert missing_targets(TEXT) == []
    assert "R13" in missing_targets(TEXT.replace("R13", ""))
