"""Write and load tests/data/schema-1.sql: a dump of the database with the first schema and a few cases in it.

Run as a module, this fills the database of DATABASE_URL; `write` fills a database and dumps it. All persons in the dump
are invented, with published test numbers that are encrypted by KEYS. The same code always writes the same text.
"""

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.utils import timezone

from plans.actions import bedomningar, kladdar, logg
from plans.models import Actor, Foretradarskap, Handelse, Inloggningstjanst, Puls, Sigill
from script.launcher import postgres
from tests.stod import cast, page_texts
from tests.stod import factories as f
from tests.stod.case_states import build_case

ROOT = Path(settings.BASE_DIR)
DUMP = ROOT / "tests" / "data" / "schema-1.sql"
KEYS = f"1:{'A' * 43}="
# pg_dump's own lines about itself, and settings that only the newest servers know.
NOISE = re.compile(r"^(?:--.*|\\(?:un)?restrict .*|SET transaction_timeout.*)\n", re.M)
# The database itself sets two kinds of value that differ each time: the id of the transaction that wrote a row, and the
# time when a trigger wrote one. SAME_EACH_TIME replaces them.
EVENTS = ("personevent", "foretradarskapevent", "insatsevent", "tilldelningevent")
SAME_EACH_TIME = "\n".join(
    [
        "SET session_replication_role = replica;",
        "CREATE TEMP TABLE seen AS SELECT xid, 1000 + row_number() OVER (ORDER BY xid) AS n FROM (",
        " UNION ".join(f"SELECT xid FROM plans_{table}" for table in ("handelse", *EVENTS)),  # noqa: S608
        ") all_of_them;",
        *(
            f"UPDATE plans_{table} t SET xid = n::text::xid8 FROM seen WHERE t.xid = seen.xid;"  # noqa: S608
            for table in ("handelse", *EVENTS)
        ),
        *(f"UPDATE plans_{table} SET pgh_created_at = '2027-03-09T09:00Z';" for table in EVENTS),  # noqa: S608
        "UPDATE django_migrations SET applied = '2027-03-09T09:00Z';",
    ]
)


def fill() -> None:
    """Make a final plan, a yearly review, an offer and a protected person's draft."""
    chance = random.Random(10)
    with (
        page_texts.one_clock(),
        mock.patch("os.urandom", chance.randbytes),
        mock.patch("plans.tasks.nudge", lambda task: None),
    ):
        r = cast.everyone()
        wanted = [("klar", r.alva, r.ingrid), ("genomgang", r.yusuf, r.ingrid), ("lamnad", r.dragan, r.osten)]
        for state, person, by in wanted:
            right = Foretradarskap.objects.utan_jav(f.IDAG).filter(person=person, foretradare__konto__is_active=True)
            build_case(state, person, right.get(), by, marke=f"{person.fornamn} vill sjunga")
        f.utkast(r.skyddad, r.ingrid)
        _rest(r)


def _rest(r: SimpleNamespace) -> None:
    """Add a row to each table that the cases leave empty."""
    by, now = Actor(r.ingrid, f.IDAG), timezone.now()
    bedomningar.gor(person=r.yusuf, slag="foretrada", slutsats="En god man söks till Yusuf", by=by)
    seen = Handelse.objects.filter(user=None, person_ids=[r.alva.pk])
    logg.undanhall(rader=seen, person=r.alva, lagrum="21 kap. 3 § OSL", skal="Hot", by=by)
    kladdar.spara(plats="/personer/ny/", falt={"fornamn": ["Bo"]}, by=by, now=now)
    Puls.objects.create(namn="arbetare", at=now)
    Sigill.objects.create(nummer=1, fran_xid=0, till_xid=1000, antal=0, summa="0" * 64, kedja="1" * 64, at=now)
    Inloggningstjanst.objects.create(
        namnd=r.namnd,
        kod="eleg",
        namn="E-legitimation",
        for_vem="enskilda",
        adress="https://op.example.se",
        klient_id="plan",
        klient_hemlighet="mycket-hemlig",
        nivaer="loa3",
    )


def environment(url: str, owner: str = "") -> dict[str, str]:
    """Return this run's environment, but with another database and the dump's keys, for a command."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    return env | {"DATABASE_URL": url, "DATABASE_OWNER_URL": owner or url, "LSS_KEYS": KEYS, "PYTHONHASHSEED": "0"}


def run(*command: object, env: dict[str, str] | None = None, text: str | None = None) -> str:
    """Run a command and return its output; on failure, the AssertionError says what went wrong."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=env, input=text, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


def dumped(url: str, *options: str) -> str:
    """Return a database as SQL text, without pg_dump's remarks."""
    plain = re.sub(r"^\w+://", "postgresql://", url)
    return NOISE.sub("", run(postgres.installed_programs() / "pg_dump", *options, plain))


def load(text: str, url: str) -> None:
    """Load a dump into an empty database."""
    plain = re.sub(r"^\w+://", "postgresql://", url)
    run(postgres.installed_programs() / "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", plain, text=text)


def write(app: str, superuser: str) -> None:
    """Fill an empty migrated database, and write its dump to DUMP. Each address is the
    database's for the user that the parameter names.
    """
    run(sys.executable, "-m", "tests.stod.schema_dump", env=environment(app))
    load(SAME_EACH_TIME, superuser)
    DUMP.write_text(dumped(superuser), encoding="utf-8")


if __name__ == "__main__":
    fill()
