"""A picture of each open page when a browser test fails."""

import os

import pytest

from tests.stod.running import OPEN_PAGES


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """When a browser test fails, save a screenshot of each open page in the folder LSS_BILDER, if it is set."""
    outcome = yield
    folder = os.environ.get("LSS_BILDER")
    if folder and call.when == "call" and outcome.get_result().failed:
        for n, page in enumerate(OPEN_PAGES):
            if not page.is_closed():
                page.screenshot(path=f"{folder}/{item.name[:40]}-{n}.png", full_page=True)
