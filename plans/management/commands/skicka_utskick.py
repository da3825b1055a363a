"""Send the waiting mail."""

import datetime as dt

from django.core.management.base import BaseCommand

from plans import klocka
from plans.actions import utskick
from plans.models import Utskick


class Command(BaseCommand):
    """`skicka_utskick [--datum YYYY-MM-DD]`; the last line is `skickade: N`."""

    help = "Skickar de mejl som väntar. Sista raden: skickade: N"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--datum", type=dt.date.fromisoformat, help="dagen då rätten prövas; i dag om inget anges")

    def handle(self, *args, **options) -> None:
        today = options["datum"] or klocka.today()
        sent = 0
        while (row := utskick.skicka_ett(today=today)) is not None:
            sent += row.status == Utskick.Status.KLAR
        self.stdout.write(f"skickade: {sent}")
