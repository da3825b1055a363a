"""Move every encrypted value to the first key of LSS_KEYS."""

from django.core.management.base import BaseCommand, CommandError

from plans import klocka
from plans.actions import nycklar
from plans.models import Actor
from plans.models.kryptering import WrongKey, active_key


class Command(BaseCommand):
    """`byt_nyckel` may be stopped and run again. Once it finishes, older keys can be removed from LSS_KEYS."""

    help = "Krypterar om allt med den första nyckeln i LSS_KEYS. Sista raden: omkrypterade: N"

    def handle(self, *args, **options) -> None:
        try:
            done = self.byt()
        except WrongKey as fault:
            raise CommandError(f"{fault}. Lägg tillbaka den gamla nyckeln sist i LSS_KEYS.") from fault
        self.stdout.write(f"nyckel: {active_key()}\nomkrypterade: {done}")

    def byt(self) -> int:
        """Re-encrypt table by table, and return the number of rows."""
        done = nycklar.byt_koder(by=Actor.system(klocka.today()))
        for model in nycklar.encrypted_models():
            last, count = 0, 1
            while count:
                count, last = nycklar.byt_bunt(model=model, efter=last, by=Actor.system(klocka.today()))
                done += count
                if count:
                    self.stdout.write(f"{model._meta.verbose_name_plural}: {done} rader hittills")
        return done
