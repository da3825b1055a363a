"""Helpers for the tests in this folder: the waiting tasks that concern given persons, and an offer made."""

import datetime as dt

from plans.actions import erbjudanden
from plans.lasning.att_gora import tasks
from plans.models import Actor, Erbjudande, Person
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)


def waiting(*persons: Person, today: dt.date = IDAG) -> list[tuple[str, dt.date, str]]:
    """The waiting tasks that concern these persons: kind, last day, group."""
    rows = Person.objects.filter(pk__in=[p.pk for p in persons]).select_related("namnd")
    return [(task.slag.name, task.frist, task.group) for task in tasks(rows, today)]


def offer_made(person: Person, by, dag: dt.date, svar: str = "") -> Erbjudande:
    """Make the person's open offer on a day, and answer it the same day if `svar` is given."""
    offer = person.erbjudanden.get(svar="")
    erbjudanden.lamna(erbjudande=offer, hur="brev", datum=dag, by=Actor(by, IDAG))
    if svar:
        erbjudanden.svara(erbjudande=offer, svar=svar, av="x", hur="brev", datum=dag, by=Actor(by, IDAG))
    return offer
