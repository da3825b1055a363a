"""The table of targets that `script/test -m trust` prints: id, target, what was measured, planted bugs seen red.

A test says `matt("R9", "exactly one row", "412 requests, 412 rows")` when it has measured, and a test that has put a
bug in and seen the gate catch it says `planterat("R9", "the row is written twice")`. Only what passed counts. A run of
all trust tests fails when a target has no figure or no planted bug.
"""

from collections.abc import Callable

import pytest

MAL = {
    "R1": "access table: every URL × method × ≥ 12 actors × state, 0 leaks",
    "R3": "protected identity hidden and not to be guessed",
    "R4": "an ended right ends at the next request",
    "R5": "MFA; what is unsafe is named by a system check",
    "R6": "no user enumeration",
    "R7": "≤ 10 tries per account and hour, whatever X-Forwarded-For says",
    "R8": "session: rotates, idle 15 min, absolute 8 h, dies at log-out; forged Host 400",
    "R9": "one log row per request; unwritable log refuses the read",
    "R10": "log append-only; every edit, deletion, reordering found; no fork",
    "R11": "Vem har tittat? in plain Swedish",
    "R12": "log review finds 40 of 40 seeded cases",
    "R13": "admin: own path, MFA, no case data",
    "R14": "no-store, CSP, HSTS, 0 third-party requests, Back shows nothing",
    "R15": "0 answers ≥ 500; text comes back equal after NFC",
    "R16": "0 dialogs from XSS payloads",
    "R17": "no CSV cell is a formula",
    "R18": "read-only, hidden and state fields in a POST are ignored",
    "R22": "mail says nothing; a scanner's GETs change nothing",
    "R23": "0 personnummer in URLs, log, broker, mail, error pages",
    "R29": "≤ 5 s of text lost",
    "R30": "0 silent overwrites; both texts shown",
    "R36": "personnummer encrypted, blind index, rotation",
    "R48": "production refuses the demo: no demo data, no known password",
}
Note = Callable[..., None]


@pytest.fixture
def matt(request: pytest.FixtureRequest) -> Note:
    """Say what was measured for a target: `matt(id, what)`."""

    def note(target: str, uppmatt: object) -> None:
        request.node.user_properties.append(("matt", [_known(target), str(uppmatt)]))

    return note


@pytest.fixture
def planterat(request: pytest.FixtureRequest) -> Note:
    """Say that a planted bug was seen red: `planterat(id, which)`."""

    def note(target: str, felet: str) -> None:
        request.node.user_properties.append(("planterat", [_known(target), felet]))

    return note


def _known(target: str) -> str:
    if target not in MAL:
        raise KeyError(f"{target} is not among the targets of {__name__}")
    return target


def _notes(reporter, kind: str) -> dict[str, list[str]]:
    """What the passed tests said."""
    found: dict[str, list[str]] = {target: [] for target in MAL}
    for report in reporter.stats.get("passed", []):
        for name, value in report.user_properties if report.when == "call" else []:
            if name == kind and value[1] not in found[value[0]]:
                found[value[0]].append(value[1])
    return found


def saknas(reporter) -> list[str]:
    """Targets that a whole run left without a figure or a planted bug."""
    measured, planted = _notes(reporter, "matt"), _notes(reporter, "planterat")
    return [f"{t}: ingen siffra" for t in MAL if not measured[t]] + [
        f"{t}: inget planterat fel" for t in MAL if not planted[t]
    ]


def visa(reporter) -> None:
    """Print the table of what this run measured."""
    measured, planted = _notes(reporter, "matt"), _notes(reporter, "planterat")
    if not any(measured.values()):
        return
    reporter.section("mål · vad · uppmätt · planterade fel som blev röda")
    for target, what in MAL.items():
        if measured[target] or planted[target]:
            reporter.write_line(f"{target:<4} {what}")
            for line in measured[target]:
                reporter.write_line(f"       {line}")
            for line in planted[target]:
                reporter.write_line(f"       rött när: {line}")
