"""The real stack for the browser: gunicorn, a Celery worker and beat, an SMTP server and Chromium, on one database."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser, Page, Playwright, expect

from script.launcher.demo import WEB
from tests.stod.clones import clone_database, drop_database

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPEN_PAGES: list[Page] = []  # a screenshot of each is saved when a test fails
PASSWORD = "provning-" + secrets.token_hex(8)
expect.set_options(timeout=15_000)  # a small machine runs two test processes, a browser and a worker


def free_port() -> int:
    """Return a loopback port that is free right now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Mailbox:
    """The handler of an SMTP server: it keeps the mail it receives."""

    def __init__(self) -> None:
        self.mail: list[tuple[list[str], Message]] = []

    async def handle_DATA(self, server, session, envelope) -> str:
        """Receive one mail."""
        self.mail.append((envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 OK"


@dataclass
class Stack:
    """A running portal: where it answers, the mail it has sent, and how to run its commands."""

    url: str
    env: dict[str, str]
    postlada: Mailbox
    processes: list[subprocess.Popen] = field(default_factory=list)

    def manage(self, *arguments: str) -> str:
        """Run `manage.py …` on this stack; return its output."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def health(self) -> tuple[int, dict]:
        """Return the status and body of /halsa; status 0 if the portal does not answer."""
        try:
            with urllib.request.urlopen(f"{self.url}/halsa", timeout=5) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)
        except OSError:
            return 0, {}


@pytest.fixture(scope="session")
def stack(tmp_path_factory):
    """The portal on a clone of the template database, served as in production; worker and beat are processes too."""
    name, port, smtp_port = f"e2e_{os.getpid()}", free_port(), free_port()
    clone_database(name)
    box = Mailbox()
    peer = Controller(box, hostname="127.0.0.1", port=smtp_port)
    peer.start()
    data = tmp_path_factory.mktemp("e2e")
    shutil.copytree(Path(os.environ["LSS_DATA"]) / "static", data / "static")
    swap = {
        key: urlsplit(os.environ[key])._replace(path=f"/{name}").geturl()
        for key in ("DATABASE_URL", "DATABASE_OWNER_URL")
    }
    env = {
        **os.environ,
        **swap,
        "LSS_DATA": str(data),
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_port}",
        "PUBLIC_BASE_URL": f"http://localhost:{port}",  # a passkey is bound to a host name, not an IP address
        "LSS_QUEUE": name,
        "LSS_DEMO": "1",
    }
    running = Stack(f"http://127.0.0.1:{port}", env, box)
    try:
        _start(running, data, port)
        yield running
    finally:
        for process in reversed(running.processes):
            process.terminate()
        for process in running.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        peer.stop()
        drop_database(name)


def _start(running: Stack, data: Path, port: int) -> None:
    celery = [sys.executable, "-m", "celery", "-A", "lss_portal"]
    commands = {
        "web": [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}", "lss_portal.wsgi", *WEB],
        "worker": [*celery, "worker", "-c", "1", "-l", "INFO"],
        "beat": [*celery, "beat", "--schedule", str(data / "beat"), "-l", "INFO"],
    }
    for name, command in commands.items():
        log = (data / f"{name}.log").open("w")
        running.processes.append(subprocess.Popen(command, cwd=ROOT, env=running.env, stdout=log, stderr=log))
    deadline = time.monotonic() + 60
    while running.health()[0] != 200:
        assert all(p.poll() is None for p in running.processes), [f.read_text()[-2000:] for f in data.glob("*.log")]
        assert time.monotonic() < deadline, running.health()
        time.sleep(0.3)


@pytest.fixture(scope="session")
def kommun(stack):
    """A nämnd with one handläggare. Everything else is made by the tests."""
    code = f"""
import datetime as dt
from plans.models import Enhet, Namnd, Uppdrag, User
n = Namnd.objects.create(kommunkod="9901", kommun="Björkdala kommun", namn="Nämnden för funktionsstöd",
                         telefon="010-555 01 00", infort=dt.date.today() - dt.timedelta(days=30))
e = Enhet.objects.create(namnd=n, namn="LSS")
u = User.objects.create_user("ingrid", password={PASSWORD!r}, namn="Ingrid Sandelin", email="ingrid@example.se")
Uppdrag.objects.create(user=u, enhet=e, roll="handlaggare", fran=dt.date(2026, 1, 1))
"""
    stack.manage("shell", "-c", code)
    return stack


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Browser:
    """Debian's Chromium, headless."""
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
    yield chromium
    chromium.close()


def log_in(browser: Browser, stack: Stack, username: str, password: str = PASSWORD, **context) -> Page:
    """Open a new browser context and log in."""
    page = browser.new_context(locale="sv-SE", **context).new_page()
    OPEN_PAGES.append(page)
    page.set_default_timeout(15_000)
    page.goto(f"{stack.url}/logga-in/")
    page.get_by_label("Användarnamn").fill(username)
    page.get_by_label("Lösenord").fill(password)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(lambda url: "/logga-in" not in url)
    return page
