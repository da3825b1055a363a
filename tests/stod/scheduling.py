"""Which of the two test processes runs which test. A process takes a whole file, whose tests share what they start.

xdist's own grouping by marks does not work with pytest 9 (it writes to an attribute that is no longer read).
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

# The tests of these files share nothing and are long, so each process runs some of them.
SPREAD = {"tests/trust/test_atkomst.py", "tests/house/test_synlig_text.py"}
# All these files but test_csv use the running portal (the fixture `stack`), which one process then starts only once.
# test_csv looks at the answers that test_huvuden asks for.
TOGETHER = {
    "tests/e2e/test_andra_steget.py",
    "tests/e2e/test_huvudresan.py",
    "tests/e2e/test_passkey.py",
    "tests/e2e/test_utan_javascript.py",
    "tests/trust/test_csv.py",
    "tests/trust/test_huvuden.py",
    "tests/trust/test_kladd_i_webblasaren.py",
    "tests/trust/test_konflikt.py",
    "tests/trust/test_personnummer.py",
}
# The files that take longest start first, so that neither process is left alone with a long one at the end.
LONGEST = (
    *sorted(TOGETHER),
    "tests/e2e/test_tillganglighet.py",
    "tests/trust/test_atkomst.py",
    "tests/trust/test_inmatning.py",
    "tests/trust/test_xss.py",
    "tests/house/test_nykomling.py",
)


class ByFile(LoadScopeScheduling):
    """Deals out units, mostly whole files, to the processes in the order of collection."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)


def unit(nodeid: str) -> str:
    """Return the unit that a test belongs to. All tests of a unit run in the same process."""
    file = nodeid.partition("::")[0]
    if file in TOGETHER:
        return "together"
    return nodeid if file in SPREAD else file


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests of the long files first; within a file, they keep their order."""
    place = {file: n for n, file in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))
