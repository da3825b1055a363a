"""Print docs/atkomst.md: `.venv/bin/python -m tests.stod.access_doc > docs/atkomst.md`. Needs no database.

First come the keys, from plans/access/; then every address × method × member of the cast. The second part is printed
from the same table that the matrix (tests/trust/test_atkomst.py) tests the running portal against, so the page says
what was measured.
"""

import os

import django

if __name__ == "__main__":
    for name, value in {
        "DJANGO_SETTINGS_MODULE": "lss_portal.settings",
        "SECRET_KEY": "x",
        "LSS_KEYS": f"1:{'A' * 43}=",
        "ALLOWED_HOSTS": "localhost",
        "PUBLIC_BASE_URL": "http://localhost",
        "EMAIL_URL": "memorymail://",
        "DATABASE_URL": "postgres://x@localhost/x",
        "REDIS_URL": "redis://x",
        "LSS_DEMO": "1",
    }.items():
        os.environ.setdefault(name, value)
    django.setup()

from plans.management.commands import atkomst
from tests.stod import case_states, pages
from tests.stod.addresses import named_patterns
from tests.stod.cast import ROLES

HEAD = """
## Adress × metod × vem

From `tests/stod/pages.py`. The test walks the URL resolver against it (an address without a row is red), then asks
every address as everyone, in every state of a case, with ids of another nämnd in the query, and compares the answer,
what is in it, the headers, what changed, and the log. `ja`: let in. `–`: 404 and a refused row in the log, the same
as for what does not exist. Who is not logged in, or whose log-in is disabled, is sent to the log-in page from all of
them.

- **States** of a case: {lagen}.
  A GET is walked in the states named; a POST by those let in in the first of them, and by everyone else in all.
- **A protected person** (`klar`): as below, but only the named handläggare; the colleague is refused, and the person's
  own god man and log-in stand for Birgitta and Alva.
- **A child** (`klar`): the guardian stands for Birgitta; the guardian whose right is closed is refused everywhere.

{legend}

"""


def table() -> str:
    """Return the whole document."""
    columns = [name for name in ROLES if name not in ("anonym", "avstangd")]
    legend = "\n".join(f"- **{code}** {text}" for code, text in ROLES.values())
    head = HEAD.format(lagen=", ".join(f"`{x}`" for x in case_states.STATES), legend=legend)
    out = [atkomst.table(), head]
    out.append("| adress | metod | lägen | " + " | ".join(ROLES[c][0] for c in columns) + " |\n")
    out.append("|---|---|---|" + ":-:|" * len(columns) + "\n")
    for sida in pages.PAGES:
        methods = [m for m, there in (("GET", sida.get != 405), ("POST", sida.post is not None)) if there]
        cells = " | ".join("ja" if sida.vem is None or c in sida.vem else "–" for c in columns)
        states = " ".join(sida.lagen)
        out.append(f"| `{_pattern(sida.namn)}` {sida.slag} | {' '.join(methods)} | {states} | {cells} |\n")
    out.append(_about_nobody())
    return "".join(out)


def _pattern(name: str) -> str:
    """Return the address as written in plans/urls.py."""
    pattern = next(p for p in named_patterns() if p.name == name)
    return f"/{pattern.pattern}"


def _about_nobody() -> str:
    rows = [
        ("open to all", pages.OPEN),
        ("open to all, by the code of a provider; 404 where there is none", pages.SERVICES),
        ("whoever is logged in, about the own log-in only", pages.ACCOUNT),
        ("shut doors of the log-in library, 404 for all", pages.CLOSED),
    ]
    lines = [f"- {what}: {', '.join(f'`{_pattern(n)}`' for n in sorted(names))}\n" for what, names in rows]
    return "\n### Addresses about nobody\n\n" + "".join(lines)


if __name__ == "__main__":
    print(table(), end="")
