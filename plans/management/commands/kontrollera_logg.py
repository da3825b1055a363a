"""Check the log against its seals."""

from django.core.management.base import BaseCommand, CommandError

from plans.logg import sigill


def _huvud(text: str) -> tuple[int, str]:
    nummer, _, link = text.partition(":")
    return int(nummer), link


class Command(BaseCommand):
    """`kontrollera_logg [--huvud NR:HASH]` prints each fault and exits with 1, or prints `felfri: N sigill`."""

    help = "Kontrollerar att loggen är orörd. Slutar med 1 om något är fel."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--huvud", type=_huvud, help="NR:HASH från logghuvud, sparat utanför databasen")

    def handle(self, *args, **options) -> None:
        found = 0
        for line in sigill.faults(options["huvud"]):
            self.stdout.write(line)
            found += 1
        if found:
            raise CommandError(f"fel: {found}", returncode=1)
        last = sigill.head()
        self.stdout.write(f"felfri: {last.nummer if last else 0} sigill")
        if not options["huvud"]:
            self.stdout.write("Utan --huvud syns det inte om slutet är avskuret.", self.style.WARNING)
