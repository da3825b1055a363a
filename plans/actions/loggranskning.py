"""The monthly review of the log (10 § SoLPUL): drawing its findings, judging each one, and signing."""

from datetime import date, datetime

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.lasning import loggranskning as lasning
from plans.logg import audit
from plans.models import Actor, GranskadRad, Loggranskning, Namnd
from plans.regler.fel import Regelbrott


@transaction.atomic
def dra(*, namnd: Namnd, manad: date, by: Actor, now: datetime) -> Loggranskning:
    """Draw the findings of an ended month, by rules and by random sample. The draw is made once and never changed."""
    namnd = locks.lock(Namnd, namnd.pk)
    access.require(by, "logg.granska", namnd)
    if lasning.month_end(manad) > by.today:
        raise Regelbrott("Månaden är inte slut än. Vänta till den första i nästa månad.")
    if Loggranskning.objects.filter(namnd=namnd, manad=manad).exists():
        raise Regelbrott("Granskningen finns redan.")
    found = lasning.findings(namnd, manad)
    rows = lasning.staff_rows(namnd, manad).count()
    review = Loggranskning.objects.create(namnd=namnd, manad=manad, rader=rows, dragen_av=by.login, dragen_at=now)
    GranskadRad.objects.bulk_create(
        GranskadRad(
            granskning=review,
            user_id=f.user,
            person_id_sedd=f.person,
            handelse_id=f.handelse,
            antal=f.antal,
            regler=f.regler,
        )
        for f in found
    )
    audit.record("loggranskning.dra", by=by, about=[f.person for f in found if f.person], obj=review)
    return review


@transaction.atomic
def bedom(*, rad: GranskadRad, bedomning: str, anteckning: str, by: Actor, now: datetime) -> GranskadRad:
    """Record whether the access was right or must be investigated. Reviewers never judge their own access."""
    rad = locks.lock(GranskadRad, rad.pk, "granskning__namnd")
    access.require(by, "logg.granska", rad)
    if rad.user_id == by.login.pk:
        raise Regelbrott("Raden gäller dig själv. Någon annan, till exempel granskaren, måste bedöma den.")
    if rad.granskning.signerad_at is not None:
        raise Regelbrott("Granskningen är redan signerad.")
    if bedomning == GranskadRad.Bedomning.UTREDS and not anteckning:
        raise Regelbrott("Skriv vad som ska utredas.", "anteckning")
    rad.bedomning, rad.anteckning, rad.bedomd_av, rad.bedomd_at = bedomning, anteckning, by.login, now
    rad.save(update_fields=["bedomning", "anteckning", "bedomd_av", "bedomd_at"])
    audit.record("loggranskning.bedom", by=by, about=[rad.person_id_sedd] if rad.person_id_sedd else [], obj=rad)
    return rad


@transaction.atomic
def signera(*, granskning: Loggranskning, slutsats: str, by: Actor, now: datetime) -> Loggranskning:
    """Sign the month with a conclusion once every finding is judged. No finding may be of the signer's own access."""
    review = locks.lock(Loggranskning, granskning.pk, "namnd")
    access.require(by, "logg.granska", review)
    found = list(review.fynd.values_list("user_id", "person_id_sedd", "bedomning"))
    if review.signerad_at is not None:
        raise Regelbrott("Granskningen är redan signerad.")
    if any(user == by.login.pk for user, _, _ in found):
        raise Regelbrott("Några rader gäller dig själv. Någon annan, till exempel granskaren, måste signera.")
    left = sum(not judged for _, _, judged in found)
    if left:
        raise Regelbrott(f"Bedöm alla rader först. {left} är kvar.")
    review.signerad_av, review.signerad_at, review.slutsats = by.login, now, slutsats
    review.save(update_fields=["signerad_av", "signerad_at", "slutsats"])
    audit.record("loggranskning.signera", by=by, about={p for _, p, _ in found if p}, obj=review)
    return review
