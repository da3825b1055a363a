"""Print the access table as docs/atkomst.md."""

from django.core.management.base import BaseCommand

from plans import access

HEAD = """# Åtkomst: vem får göra vad

Made by `.venv/bin/python -m tests.atkomst > docs/atkomst.md`; a test holds them equal. First the keys of
`plans/access/__init__.py` (`manage.py atkomst` prints them), then every address as everyone. Every action asks
`access.require` for its key at the door; every read goes through a queryset of the same file. What is not in the
table is refused, and a refusal is a 404 and a log row.

- **Handläggare**: own tilldelning today, or a colleague's in the same enhet (never for a protected person).
- **Personen**: the log-in that belongs to the person, while the person lives.
- **Företrädare**: a right that holds today: within its dates, not closed, not ended by the 18th birthday or death, not
  refused by the person, and with more in its scope than *förvalta egendom*. **Utan jäv** where it says so.
- **Nödåtkomst**: a handläggare of the nämnd who gives a reason reads (never writes) a case for the day; the chef reads
  why. It is not in the columns below.
- Administrators, chefer, granskare and registratorer have no access to a person by their role. The chef sees counts
  (`laget.las`); chef and granskare review the log by case number (`logg.granska`); the registrator reads in a list.

| nyckel | handläggare | personen | företrädare |
|---|---|---|---|
"""
TAIL = """
Beyond the table:

| nyckel | regel |
|---|---|
| `person.registrera`, `person.lista` | handläggare, i den egna nämnden (listan visar bara de egna) |
| `foretradare.importera` | registrator, för den egna nämnden |
| `nodatkomst.oppna` | handläggare, i den egna nämnden; sedan `person.las`, `plan.las` och `pdf.hamta` den dagen |
| `nodatkomst.granska` | chef i nämnden; aldrig den egna |
| `laget.las`, `kontroll.lista`, `nodatkomst.lista` | chef, för den egna nämnden |
| `foretradare.kontrollera` | den som har ärendet, eller chef om personen inte är skyddad; aldrig den som registrerade |
| `logg.granska` | chef och granskare, för den egna nämnden; aldrig rader om en själv |
| `ord.andra` | bara ordens författare, och bara så länge `ord.skriv` gäller |
| `plan.las` på ett utkast som inte är delat | som `plan.utkast` |
| `utskick.ge` | handläggare för någon av personerna som utskicket gäller |
"""

FORETRADARE = {"_foretrader": "ja", "_foretrader_utan_jav": "ja, utan jäv", "_far_se_logg": "ja, efter bedömning"}


def table() -> str:
    """The whole document."""
    rows = []
    for key, grounds in sorted(access.KEYS.items()):
        names = {g.__name__ for g in grounds}
        acting = next((words for name, words in FORETRADARE.items() if name in names), "–")
        staff, person = ("ja" if n in names else "–" for n in ("_handlagger", "_ar_personen"))
        rows.append(f"| `{key}` | {staff} | {person} | {acting} |\n")
    system = "".join(f"| `{key}` | bara systemets egna jobb |\n" for key in sorted(access.SYSTEM_KEYS))
    return HEAD + "".join(rows) + TAIL + system


class Command(BaseCommand):
    """`atkomst`; prints the table."""

    help = "Skriver ut åtkomsttabellen."

    def handle(self, *args, **options) -> None:
        self.stdout.write(table(), ending="")
