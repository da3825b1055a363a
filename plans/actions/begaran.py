"""Requests for a plan, a review or an insats. Every request is received and examined (10 § LSS, FL 19–20 §§)."""

from datetime import date

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Begaran, Person
from plans.regler.fel import Regelbrott


@transaction.atomic
def ta_emot(
    *,
    person: Person,
    slag: str,
    text: str,
    av: str,
    inkom: date,
    by: Actor,
    installning: str = "",
    installning_grund: str = "",
) -> tuple[Begaran, bool]:
    """Record a request and the day it arrived, whether made in the portal or registered by staff (oral or written).

    Returns the row, and True if it is new. If an identical request is still unanswered, returns its row and False.

    `installning` is the person's own stance when a företrädare asks. Neither a no nor a missing answer stops the
    request: every request is examined (FL 19–20 §§), and a no is shown to the handläggare who examines it.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "begaran.ta_emot", person)
    if inkom > by.today:
        raise Regelbrott("Dagen har inte varit än. Skriv dagen då begäran kom in.", "inkom")
    said = {
        "slag": slag,
        "text": text,
        "av": av,
        "inkom": inkom,
        "installning": installning,
        "installning_grund": installning_grund,
    }
    waiting = Begaran.objects.filter(person=person, besvarad=None, **said).first()
    if waiting:
        return waiting, False
    row = Begaran.objects.create(person=person, registrerad_av=by.login, **said)
    audit.record("begaran.ta_emot", by=by, about=[person], obj=row)
    return row, True


@transaction.atomic
def besvara(*, begaran: Begaran, by: Actor) -> Begaran:
    """Mark a request as answered today."""
    begaran = locks.lock(Begaran, begaran.pk, "person")
    access.require(by, "begaran.besvara", begaran)
    if begaran.besvarad:
        raise Regelbrott("Begäran är redan besvarad.")
    begaran.besvarad = by.today
    begaran.save(update_fields=["besvarad"])
    audit.record("begaran.besvara", by=by, about=[begaran.person], obj=begaran)
    return begaran
