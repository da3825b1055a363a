"""Create invented nämnder, each a kommun in miniature."""

import random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from plans import klocka
from plans.demo import exempelfil, guard, namndbygge, orter
from plans.demo.befolkning import OutOfNumbers
from plans.demo.inloggningar import NAMED
from plans.models import Namnd, User


class Command(BaseCommand):
    """`demodata [--namnder K] [--personer N] [--seed S]`; finally prints the logins after a line `Inloggningar:`."""

    help = "Skriver in påhittade nämnder med personer, beslut och planer. Sist: Inloggningar:"

    def add_arguments(self, parser) -> None:
        parser.add_argument("--namnder", type=int, default=1, help="hur många nämnder (1)")
        parser.add_argument("--personer", type=int, default=265, help="personer i varje nämnd (265, landets medel)")
        parser.add_argument("--seed", type=int, default=1993387, help="samma tal ger samma personer")

    def handle(self, *args, **options) -> None:
        count, people = options["namnder"], options["personer"]
        try:
            guard.require_demo()
        except guard.NotTheDemo as stop:
            raise CommandError(str(stop)) from None
        if not 1 <= count <= orter.FLEST:
            raise CommandError(f"Det ska vara mellan 1 och {orter.FLEST} nämnder.")
        if people < 1:
            raise CommandError("Det ska vara minst en person.")
        today = klocka.today()
        known = set(Namnd.objects.values_list("kommunkod", flat=True))
        missing = [k for k in range(count) if orter.place_of(k)[1] not in known]
        if not missing:
            self.stdout.write("Nämnden finns redan. Inget är ändrat.")
            return
        try:
            with transaction.atomic():
                for k in missing:
                    line = namndbygge.build(k, people, random.Random(options["seed"] * 1000 + k), today)
                    self.stdout.write(line)
        except OutOfNumbers as error:
            raise CommandError(str(error)) from None
        if 0 in missing:
            path = exempelfil.write_file(settings.DATA_DIR, Namnd.objects.get(kommunkod=orter.place_of(0)[1]), today)
            self.stdout.write(f"En lista att prova att läsa in: {path}")
        made = set(User.objects.filter(username__in=NAMED).values_list("username", flat=True))
        rows = [i for i in NAMED.values() if i.anvandare in made]
        self.stdout.write("Inloggningar:")
        for i in rows:
            self.stdout.write(f"  {i.anvandare:<15}  {i.losen:<22}  {i.vem}")
