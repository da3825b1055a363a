"""Measure requests per second, milliseconds and CPU of the main pages, beside the floor in the same run. See README.md.

The floor is the simplest page for a logged-in user. script/bench makes a separate portal, sets BENCH_PORT, BENCH_WEB
(the web server's process) and BENCH_SECONDS, and then starts this file. It exits with 1 if a page misses its target or
a query plan has changed shape.
"""

import difflib
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from plans import access, klocka  # noqa: E402
from plans.models import Actor, IndividuellPlan, Person, User  # noqa: E402

PORT, SECONDS = os.environ["BENCH_PORT"], int(os.environ["BENCH_SECONDS"])
CLIENTS = (1, 4)
TICK = 1000 / os.sysconf("SC_CLK_TCK")  # milliseconds
P95 = 100  # milliseconds, of a page with a target
PACE = 40  # the CPU limits are for a machine whose `pace()` is 40 ms; there the floor costs 5 ms of CPU


@dataclass(frozen=True)
class Page:
    """A page, who asks for it, and its targets. A page with no `share` has no targets.

    The targets are its least share of the floor's requests per second, and the most CPU and queries it may use.
    """

    name: str
    who: str
    path: str
    share: float = 0
    cpu: float = 0
    queries: int = 0


@dataclass(frozen=True)
class Measured:
    """What one page costs at some number of clients: requests per second; response times and CPU in milliseconds."""

    a_second: float
    p50: float
    p95: float
    errors: int
    app: float
    database: float


def pages() -> list[Page]:
    """List the pages, the floor first. *Planen* is the plan of the person that *Personens sida* shows."""
    helena = User.objects.get(username="handlaggare")
    mine = access.handlagda(Actor(helena, klocka.today()))
    plan = IndividuellPlan.objects.filter(person__in=mine, gallande__isnull=False).order_by("pk").first()
    assert plan is not None and Person.objects.count() >= 265
    return [
        Page("Om webbplatsen, inloggad (golvet)", "handlaggare", "/om/"),
        Page("Om webbplatsen, ej inloggad", "", "/om/"),
        Page("Tom sida med en loggrad", "chef", "/nodatkomster/"),
        Page("Att göra", "handlaggare", "/att-gora/", 1 / 4, 20, 8),
        Page("Personer", "handlaggare", "/personer/", 1 / 4, 20, 8),
        Page("Mina personer", "godman", "/mina-personer/", 1 / 4, 20, 8),
        Page("Läget", "chef", "/laget/", 1 / 4, 20, 8),
        Page("Personens sida", "handlaggare", f"/personer/{plan.person_id}/", 1 / 5, 25),
        Page("Planen", "handlaggare", f"/planer/{plan.pk}/", 1 / 5, 25),
        Page("Min plan", "enskild", "/min-plan/", 1 / 5, 25),
    ]


def logged_in(who: str) -> Client:
    """Return a client with a session of its own, as after the login page; with no login if `who` is empty."""
    client = Client(headers={"host": "localhost"})
    if who:
        client.force_login(User.objects.get(username=who))
        session = client.session
        session.update({"inloggad": time.time(), "senast": time.time()})
        session.save()
    return client


def queries(client: Client, path: str) -> int:
    """Count the queries that the page makes the second time, when its statements have already been prepared."""
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as found:
        client.get(path)
    return len(found)


PLANS = ROOT / "docs" / "frageplaner.md"
ABOUT_PLANS = """# How PostgreSQL answers the reads behind the lists

The shape of each plan on the demo's nämnd of 265 persons. `script/bench sidor` finds them and compares; with
`--skriv` it writes this file anew. A table of a few hundred rows is read whole: that is right, and no index is missing.
"""


def shapes(page: Page) -> str:
    """Return the query plans of the page's `@planned` reads, one line per node of the plan."""
    client = logged_in(page.who)
    client.get(page.path)
    with CaptureQueriesContext(connection) as asked:
        client.get(page.path)
    text = f"\n## {page.name}\n"
    for query in asked.captured_queries:
        read = re.match(r'EXECUTE "([\w.]+) \w+"', query["sql"])
        if read:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (COSTS OFF) {query['sql']}")
                lines = [line for (line,) in cursor.fetchall()]
            nodes = [line for line in lines if "->" in line or not line.startswith(" ")]
            text += f"\n`{read[1]}`\n```\n" + "\n".join(nodes) + "\n```\n"
    return text


def compare_plans(lists: list[Page], *, write: bool) -> bool:
    """Return whether the query plans of these pages are as in docs/frageplaner.md; `write` first updates that file."""
    found = ABOUT_PLANS + "".join(shapes(page) for page in lists)
    if write:
        PLANS.write_text(found, encoding="utf-8")
    kept = PLANS.read_text(encoding="utf-8") if PLANS.exists() else ""
    print("frågeplaner: " + ("lika" if found == kept else f"andra än i {PLANS.relative_to(ROOT)}"))
    for line in difflib.unified_diff(kept.splitlines(), found.splitlines(), "förr", "nu", lineterm="", n=2):
        print(f"  {line}")
    return found == kept


def used(pid: int) -> float:
    """Return the milliseconds of CPU used by a process and by its children, both living and ended."""
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    ended = sum(int(field) for field in _stat(pid)[11:15])
    return (ended + sum(sum(int(field) for field in _stat(child)[11:13]) for child in children)) * TICK


def _stat(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat from the third on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def postmaster() -> int:
    """Find the process whose children serve the database's clients."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(_stat(cursor.fetchone()[0])[1])


def drive(client: Client, path: str, clients: int, duration: int) -> Measured:
    """Put one page under load from `clients` clients for `duration` seconds, and return the figures."""
    cookies = "; ".join(f"{name}={value.value}" for name, value in client.cookies.items())
    command = ["wrk", "-t1", f"-c{clients}", f"-d{duration}s", "-s", str(ROOT / "benchmarks" / "p95.lua")]
    command += ["-H", f"Cookie: {cookies}", f"http://localhost:{PORT}{path}"]
    processes = int(os.environ["BENCH_WEB"]), postmaster()
    before = [used(pid) for pid in processes]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    line = next(row for row in out.splitlines() if row.startswith("BENCH "))
    p50, p95, requests, errors, took = (int(value) for value in line.split()[1:])
    app, database = (used(pid) - then for pid, then in zip(processes, before, strict=True))
    return Measured(
        a_second=requests / took * 1e6,
        p50=p50 / 1000,
        p95=p95 / 1000,
        errors=errors,
        app=app / requests,
        database=database / requests,
    )


def verdict(page: Page, found: Measured, floor: float, asked: int, cpu: float) -> list[str]:
    """List, as words to print, the targets that the page missed. `floor` is the floor's requests per second."""
    if not page.share:
        return []
    faults = [
        (found.errors > 0, f"{found.errors} fel"),
        (found.a_second < page.share * floor, f"under 1/{1 / page.share:.0f} av golvet"),
        (found.p95 > P95, f"p95 över {P95} ms"),
        (cpu > page.cpu, f"över {page.cpu} ms CPU vid takt {PACE}"),
        (bool(page.queries) and asked > page.queries, f"över {page.queries} frågor"),
    ]
    return [words for fault, words in faults if fault]


def pace() -> float:
    """Return the milliseconds of CPU for a fixed piece of work: how fast the machine is right now."""
    began = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return (time.process_time() - began) * 1000


def main() -> int:
    failed = False
    floor_page, *others = pages()
    only = sys.argv[sys.argv.index("--bara") + 1] if "--bara" in sys.argv else ""
    others = [page for page in others if only in ("", page.name)]
    floor_client = logged_in(floor_page.who)
    half = max(SECONDS // 2, 1)
    print("Två arbetare. Golvet mäts före och efter varje sida.")
    print("takt: maskinens fart, ms CPU för en miljon varv i en slinga.")
    heads = ("klienter", "/s", "p50", "p95", "app", "pg", "frågor", "golv/s", "andel", "takt", f"vid {PACE}")
    print(f"{'sida':36}" + "".join(f"{head:>8}" for head in heads))
    for page in (floor_page, *others):
        client = logged_in(page.who)
        asked = queries(client, page.path)
        drive(client, page.path, 4, 2)  # warms up: each worker compiles and prepares its reads
        for clients in CLIENTS:
            first = drive(floor_client, floor_page.path, clients, half)
            before, found, after = pace(), drive(client, page.path, clients, SECONDS), pace()
            last = drive(floor_client, floor_page.path, clients, half)
            floor, now = (first.a_second + last.a_second) / 2, (before + after) / 2
            cpu = (found.app + found.database) * PACE / now
            faults = verdict(page, found, floor, asked, cpu) if clients == CLIENTS[-1] else []
            failed = failed or bool(faults)
            share = found.a_second / floor
            figures = f"{found.a_second:8.0f}{found.p50:8.1f}{found.p95:8.1f}{found.app:8.1f}{found.database:8.1f}"
            beside = f"{asked:8}{floor:8.0f}{share:8.2f}{now:8.0f}{cpu:8.1f}"
            print(f"{page.name:36}{clients:8}{figures}{beside}  {', '.join(faults)}", flush=True)
    write = "--skriv" in sys.argv[1:]
    if not only:
        failed = not compare_plans([page for page in others if page.queries], write=write) or failed
    print("FEL" if failed else "ok")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
