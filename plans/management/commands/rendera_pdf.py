"""Render the waiting PDFs."""

from django.core.management.base import BaseCommand

from plans.actions import pdfer
from plans.models import PlanPdf


class Command(BaseCommand):
    """`rendera_pdf`; the last line is `renderade: N`."""

    help = "Gör de pdf:er som väntar. Sista raden: renderade: N"

    def handle(self, *args, **options) -> None:
        made = 0
        while (row := pdfer.rendera_en()) is not None:
            made += row.status == PlanPdf.Status.KLAR
        self.stdout.write(f"renderade: {made}")
