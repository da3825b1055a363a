"""Half-sent requests, and many requests at once, do not block the web server that the demo starts."""

import socket
import threading
import urllib.request
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.slow
HALF = b"GET /om/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "


def answer(stack) -> int:
    """Fetch a page within five seconds and return its status."""
    with urllib.request.urlopen(f"{stack.url}/om/", timeout=5) as page:  # noqa: S310
        return page.status


def test_six_half_requests_hold_nobody_up(stack):
    where = urlsplit(stack.url)
    halves = [socket.create_connection((where.hostname, where.port), timeout=5) for _ in range(6)]
    try:
        for half in halves:
            half.sendall(HALF)
        assert [answer(stack) for _ in range(3)] == [200, 200, 200]
    finally:
        for half in halves:
            half.close()


def test_fifty_at_once_all_get_the_page(stack):
    found = []
    threads = [threading.Thread(target=lambda: found.append(answer_in_time(stack))) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [200] * 50


def answer_in_time(stack) -> int:
    """Fetch a page within twenty seconds, while many others do, and return its status."""
    with urllib.request.urlopen(f"{stack.url}/om/", timeout=20) as page:  # noqa: S310
        return page.status
