"""Import the överförmyndare's list of förordnanden; see docs/import.md."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plans import access, klocka
from plans.actions import forordnanden as actions
from plans.models import Actor, Namnd, User
from plans.regler.fel import Regelbrott
from plans.utbyte import forordnanden


class Command(BaseCommand):
    """`importera_forordnanden FIL --som ANVÄNDARE [--kor]`; a dry run without `--kor`. Last line: nya, fanns, fel."""

    help = "Läser in överförmyndarens lista över förordnanden. Utan --kor provas den bara."

    def add_arguments(self, parser) -> None:
        parser.add_argument("fil", type=Path, help="CSV-fil, se docs/import.md")
        parser.add_argument("--som", required=True, help="användarnamnet på nämndens registrator")
        parser.add_argument("--kor", action="store_true", help="skriv på riktigt")

    def handle(self, *args, **options) -> None:
        now = klocka.now()
        today = timezone.localdate(now)
        user = User.objects.filter(username=options["som"]).first()
        mine = Actor(user, today).uppdrag if user else None
        namnd = mine.enhet.namnd if mine else None
        if not isinstance(namnd, Namnd) or not access.may(Actor(user, today), "foretradare.importera", namnd):
            raise CommandError("Användaren är inte registrator i en nämnd.")
        try:
            rows, wrong = forordnanden.parse(options["fil"].read_bytes(), today)
            report = actions.importera(namnd=namnd, rader=rows, skarpt=options["kor"], by=Actor(user, today), now=now)
        except Regelbrott as stop:
            raise CommandError(str(stop)) from None
        except OSError:
            raise CommandError("Filen går inte att öppna.") from None
        for rad, sentence in sorted([*wrong, *report.fel]):
            self.stdout.write(f"Rad {rad}: {sentence}")
        if not options["kor"]:
            self.stdout.write("Provkörning. Inget är ändrat. Kör igen med --kor.")
        self.stdout.write(f"nya: {report.nya}  fanns: {report.fanns}  fel: {len(wrong) + len(report.fel)}")
