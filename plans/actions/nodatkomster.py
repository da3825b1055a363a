"""Access in an emergency: a handläggare reads a case that is not theirs, with a reason, for the day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from plans import access
from plans.actions import locks, utskick
from plans.lasning import sok
from plans.logg import audit
from plans.models import Actor, Handelse, Kanal, Mottagare, Namnd, Nodatkomst, Person, User
from plans.regler.fel import Regelbrott
from plans.utskick.meddelanden.nodatkomst import Nodatkomstbesked

PER_HOUR = 10
NOBODY = "Inget ärende öppnades. Kontrollera numret. Ring din chef om det är bråttom."
TOO_MANY = "Du har försökt för många gånger. Vänta en timme, eller ring din chef."


class NobodyOpened(Regelbrott):
    """No case was opened. The attempt is logged, about `person` if one is given; the sentence never names them."""

    loggad = True

    def __init__(self, text: str, person: Person | None = None) -> None:
        super().__init__(text, "vem")
        self.person = person


def oppna(*, namnd: Namnd, vem: str, skal: str, by: Actor) -> Nodatkomst:
    """Open the case of the person with this full number, for the day.

    Raises NobodyOpened, with the same sentence whether the number is unknown here or not a valid number. Every failed
    attempt is logged after rollback, without the number.
    """
    try:
        return _oppna(namnd=namnd, vem=vem, skal=skal, by=by)
    except NobodyOpened as stop:
        audit.record("nodatkomst.oppna", by=by, about=[stop.person] if stop.person else [], nekad=True)
        raise


@transaction.atomic
def _oppna(*, namnd: Namnd, vem: str, skal: str, by: Actor) -> Nodatkomst:
    locks.lock(User, by.login.pk)  # attempts are counted one at a time
    access.require(by, "nodatkomst.oppna", namnd)
    hour = Handelse.objects.filter(user=by.login, handelse="nodatkomst.oppna", at__gte=Now() - timedelta(hours=1))
    if hour.count() >= PER_HOUR:  # the log is the counter: it cannot be lost or reset
        raise NobodyOpened(TOO_MANY)
    person = sok.find_in_emergency(vem, access.nodsokta(by), by.today)
    if person is None:
        raise NobodyOpened(NOBODY)
    if access.handlagda(by).filter(pk=person.pk).exists():
        raise NobodyOpened("Du har redan ärendet. Sök efter personen i stället.", person)
    row = Nodatkomst.objects.create(user=by.login, person=person, skal=skal, fran=by.today, till=by.today)
    _tell_the_chef(namnd, by.today)
    audit.record("nodatkomst.oppna", by=by, about=[person], obj=row, why=skal)
    return row


def _tell_the_chef(namnd: Namnd, today: date) -> None:
    """Order a neutral mail to each chef of the nämnd, at most one a day."""
    kind = Nodatkomstbesked()
    rows = Mottagare.objects.find_or_create(kind.mottagare(namnd, today))
    utskick.order((utskick.Envelope(kind.namn, m, Kanal.MEJL, False) for m in rows.values()), today)


@transaction.atomic
def granska(*, nodatkomst: Nodatkomst, anteckning: str, by: Actor) -> Nodatkomst:
    """Record that a chef has read why a case was opened. Chefer cannot do this for their own access."""
    row = locks.lock(Nodatkomst, nodatkomst.pk, "person")
    access.require(by, "nodatkomst.granska", row)
    if row.granskad_at is not None:
        raise Regelbrott("Någon annan har redan läst det.")
    row.granskad_av, row.granskad_at, row.granskad_anteckning = by.login, timezone.now(), anteckning
    row.save(update_fields=["granskad_av", "granskad_at", "granskad_anteckning"])
    audit.record("nodatkomst.granska", by=by, about=[row.person], obj=row, why=anteckning)
    return row
