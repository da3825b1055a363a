"""Print the access table as docs/atkomst.md."""

from django.core.management.base import BaseCommand

from plans import access

KOLUMNER = ("handläggare", "nödåtkomst", "personen", "företrädare")
HEAD = """# Åtkomst: vem får göra vad

Made by `.venv/bin/python -m tests.stod.access_doc > docs/atkomst.md`; a test holds them equal. First the keys of
`plans/access/keys.py` (`manage.py atkomst` prints them), then every address as everyone. Every action asks
`access.require` for its key at the door; every read goes through a queryset of `plans/access/rows.py`. What is not in
the table is refused, and a refusal is a 404 and a log row.

- **Handläggare**: own tilldelning today, or a colleague's in the same enhet (never for a protected person).
- **Personen**: the log-in that belongs to the person, while the person lives.
- **Företrädare**: a right that holds today: within its dates, not closed, not ended by the 18th birthday or death, not
  refused by the person, and with more in its scope than *förvalta egendom*. **Utan jäv** where it says so.
- **Nödåtkomst**: a handläggare of the nämnd who gives a reason reads (never writes) a case for the day; the chef reads
  why.
- Administrators, chefer, granskare and registratorer have no access to a person by their role. The chef sees counts
  (`laget.las`); chef and granskare review the log by case number (`logg.granska`); the registrator reads in a list.

| nyckel | handläggare | nödåtkomst | personen | företrädare |
|---|---|---|---|---|
"""
TAIL = """
Keys with a rule of their own:

| nyckel | regel |
|---|---|
"""


def table() -> str:
    """The whole document."""
    people, rules = [], []
    for nyckel in access.NYCKLAR.values():
        words = {ground.kolumn: ground.ord for ground in nyckel.vem}
        if "regel" in words:
            rules.append(f"| `{nyckel.namn}` | {words['regel']} |\n")
        else:
            people.append(f"| `{nyckel.namn}` | {' | '.join(words.get(column, '–') for column in KOLUMNER)} |\n")
    return HEAD + "".join(people) + TAIL + "".join(rules)


class Command(BaseCommand):
    """`atkomst` prints the table."""

    help = "Skriver ut åtkomsttabellen."

    def handle(self, *args, **options) -> None:
        self.stdout.write(table(), ending="")
