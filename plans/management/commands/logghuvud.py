"""Print the log's head: the latest seal, to keep outside the database."""

from django.core.management.base import BaseCommand

from plans.logg import sigill


class Command(BaseCommand):
    """`logghuvud` prints `NR:HASH`, or nothing if nothing is sealed yet."""

    help = "Skriver ut det senaste sigillet som NR:HASH. Spara raden utanför databasen, varje dag."

    def handle(self, *args, **options) -> None:
        last = sigill.head()
        if last:
            self.stdout.write(f"{last.nummer}:{last.kedja}")
