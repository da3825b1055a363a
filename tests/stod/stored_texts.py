"""Store the texts of pages as files whose diffs are easy to read, and report what has changed since.

Pages with the same text are stored together: a line `== name` for each page, then the text, then an empty line.
"""

import difflib
import itertools
import re
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "tests" / "data" / "text"
SHOWN = 14  # lines of a difference


def written(pages: dict[str, list[str]]) -> str:
    """Return the text of a file with these pages."""
    same: dict[str, list[str]] = {}
    for name, lines in sorted(pages.items()):
        same.setdefault("".join(f"{line}\n" for line in lines if line.strip()), []).append(name)
    return "".join("".join(f"== {name}\n" for name in names) + text + "\n" for text, names in same.items())


def read(text: str) -> dict[str, list[str]]:
    """Parse a file into its pages."""
    pages: dict[str, list[str]] = {}
    for part in filter(None, text.split("\n\n")):
        lines = part.strip("\n").split("\n")
        names = [line.removeprefix("== ") for line in itertools.takewhile(lambda line: line.startswith("== "), lines)]
        pages |= dict.fromkeys(names, lines[len(names) :])
    return pages


def expected(text: str, allowed: list[tuple[str, str, str]]) -> str:
    """Apply the allowed differences (pattern, new text, reason) to a stored file."""
    for pattern, new, _ in allowed:
        text = re.sub(pattern, new, text, flags=re.MULTILINE)
    return text


def differences(stored: str, pages: dict[str, list[str]]) -> list[str]:
    """List pages that are gone or new, and a short diff of changed ones; pages with the same diff share it."""
    before, now = read(stored), read(written(pages))
    told = [f"gone: {name}" for name in before.keys() - now.keys()]
    told += [f"new: {name}" for name in now.keys() - before.keys()]
    changed: dict[str, list[str]] = {}
    for name in sorted(before.keys() & now.keys()):
        diff = list(difflib.unified_diff(before[name], now[name], lineterm="", n=1))[2:]
        if diff:
            more = [f"… {len(diff) - SHOWN} lines more"] if len(diff) > SHOWN else []
            changed.setdefault("\n".join(diff[:SHOWN] + more), []).append(name)
    for diff, names in changed.items():
        others = f" and {len(names) - 1} more" if names[1:] else ""
        told.append(f"changed: {names[0]}{others}\n{diff}")
    return sorted(told)
