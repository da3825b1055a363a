"""The table of targets that `script/test -m trust` prints: id, target, what was measured, planted bugs caught.

A test of a target carries its id, `pytest.mark.target("R9")`, and so belongs to the trust part. It calls
`measured("412 requests, 412 rows")` when it has measured. A test that plants a bug, and sees the check catch it, calls
`planted("the row is written twice")`. Only passed tests count. A run of all trust tests fails when a target has no
figure or no planted bug.
"""

from collections.abc import Callable, Iterator

import pytest

from tests.stod.planting import forget_reads

TARGETS = {
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
    "R38": "joins: no two persons' logins, keys, codes or rights meet without a second pair of eyes",
    "R48": "production refuses the demo: no demo data, no known password",
}
Note = Callable[..., None]


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Note:
    """Record what was measured for the test's target."""
    return _note(request, "measured")


@pytest.fixture
def planted(request: pytest.FixtureRequest) -> Iterator[Note]:
    """Record which planted bug was caught. Planned reads compiled with the bug are thrown away afterwards."""
    forget_reads()
    yield _note(request, "planted")
    request.getfixturevalue("monkeypatch").undo()
    forget_reads()


def _note(request: pytest.FixtureRequest, kind: str) -> Note:
    """Return a function that notes a result for the target named by id, or else for the one marked nearest the test."""
    marked = [mark.args[0] for mark in request.node.iter_markers("target")]

    def note(what: object, target: str = "") -> None:
        known = target or marked[0]
        if known not in TARGETS or known not in marked:
            raise KeyError(f"{known} is not among the targets of this test, {marked}")
        request.node.user_properties.append((kind, [known, str(what)]))

    return note


def _notes(reporter, kind: str) -> dict[str, list[str]]:
    """Return what the passed tests recorded, by target."""
    found: dict[str, list[str]] = {target: [] for target in TARGETS}
    for report in reporter.stats.get("passed", []):
        for name, value in report.user_properties if report.when == "call" else []:
            if name == kind and value[1] not in found[value[0]]:
                found[value[0]].append(value[1])
    return found


def missing(reporter) -> list[str]:
    """List targets that a whole run left without a figure or a planted bug."""
    measured, planted = _notes(reporter, "measured"), _notes(reporter, "planted")
    return [f"{t}: ingen siffra" for t in TARGETS if not measured[t]] + [
        f"{t}: inget planterat fel" for t in TARGETS if not planted[t]
    ]


def show(reporter) -> None:
    """Print the table of what this run measured."""
    measured, planted = _notes(reporter, "measured"), _notes(reporter, "planted")
    if not any(measured.values()):
        return
    reporter.section("mål · vad · uppmätt · planterade fel som blev röda")
    for target, what in TARGETS.items():
        if measured[target] or planted[target]:
            reporter.write_line(f"{target:<4} {what}")
            for line in measured[target]:
                reporter.write_line(f"       {line}")
            for line in planted[target]:
                reporter.write_line(f"       rött när: {line}")
