"""Write the reminders that are due, for today or a given day."""

import datetime as dt

from django.core.management.base import BaseCommand

from plans import klocka
from plans.actions import utskick


class Command(BaseCommand):
    """`planera_utskick [--datum YYYY-MM-DD]`; the last line is `nya: N` (ledger rows)."""

    help = "Skriver de påminnelser som ska ut. Sista raden: nya: N"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--datum", type=dt.date.fromisoformat, help="ÅÅÅÅ-MM-DD; i dag om inget anges")

    def handle(self, *args, **options) -> None:
        today = options["datum"] or klocka.today()
        self.stdout.write(f"nya: {utskick.planera(today=today)}")
