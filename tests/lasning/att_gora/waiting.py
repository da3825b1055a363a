"""Helpers for the tests in this folder: list the waiting tasks about persons, and make an offer."""

import datetime as dt

from plans.actions import erbjudanden
from plans.lasning.att_gora import tasks
from plans.models import Actor, Erbjudande, Person
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def waiting(*persons: Person, today: dt.date = IDAG) -> list[tuple[str, dt.date, str]]:
    """Return the kind, last day and group of each waiting task about these persons."""
    rows = Person.objects.filter(pk__in=[p.pk for p in persons]).select_related("namnd")
    return [(task.slag.name, task.frist, task.group) for task in tasks(rows, today)]


def offer_made(person: Person, by, dag: dt.date, svar: str = "") -> Erbjudande:
    """Record that the person's open offer was made on `dag`, and answered the same day if `svar` is given."""
    offer = person.erbjudanden.get(svar="")
    erbjudanden.lamna(erbjudande=offer, hur="brev", datum=dag, by=Actor(by, IDAG))
    if svar:
        erbjudanden.svara(erbjudande=offer, svar=svar, av="x", hur="brev", datum=dag, by=Actor(by, IDAG))
    return offer
