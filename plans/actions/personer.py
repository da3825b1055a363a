"""Registering and changing persons, and assigning their case."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import IntegerField, Max
from django.db.models.functions import Cast, Substr
from django.utils import timezone

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Foretradarskap, Namnd, Person, Tilldelning
from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import FOR_BARN, SKYDD

FALT = (
    "fornamn",
    "efternamn",
    "tilltalsnamn",
    "fodd",
    "personkrets",
    "kommunikation",
    "motesonskemal",
    "sprak",
    "kanal",
    "epost",
    "telefon",
    "adress",
    "skyddad",
)


def new_case_number(namnd: Namnd, today: date) -> str:
    """The next case number of the year, `2027-0042`. The caller must have locked the nämnd's row."""
    year = f"{today.year}-"
    rows = Person.objects.filter(namnd=namnd, arendenummer__startswith=year)
    last = rows.aggregate(n=Max(Cast(Substr("arendenummer", 6), IntegerField())))["n"]
    return f"{year}{(last or 0) + 1:04d}"


@locks.log_refusal("person.registrera")
@transaction.atomic
def registrera(*, namnd: Namnd, number: str, data: dict[str, Any], by: Actor) -> Person:
    """Register a person by twelve digits, with `by` as ansvarig. Raises Regelbrott if the nämnd has the number."""
    namnd = locks.lock(Namnd, namnd.pk)
    access.require(by, "person.registrera", namnd)
    known = Person.objects.med_personnummer(number).filter(namnd=namnd).first()
    if known and access.handlagda(by).filter(pk=known.pk).exists():
        raise Regelbrott(f"Personen finns redan: ärende {known.arendenummer}. Sök efter den i stället.", "personnummer")
    if known:
        raise locks.SomebodyElses(
            "Numret kan inte registreras här. Prata med din chef.", "personnummer", personer=[known]
        )
    values = {k: v for k, v in data.items() if k in FALT}
    values["fodd"] = values.get("fodd") or personnummer.birth_date(number)
    if values["fodd"] is None:
        raise Regelbrott("Numret säger inte vilken dag personen är född. Skriv födelsedagen.", "fodd")
    values["tilltalsnamn"] = values.get("tilltalsnamn") or values["fornamn"].split()[0]
    person = Person.objects.create(
        namnd=namnd,
        enhet=by.enhet,
        personnummer=number,
        arendenummer=new_case_number(namnd, by.today),
        **values,
    )
    Tilldelning.objects.create(person=person, user=by.login, roll=Tilldelning.Roll.ANSVARIG, fran=by.today)
    audit.record("person.registrera", by=by, about=[person], obj=person)
    return person


def _close_guardians(person: Person, by: Actor) -> None:
    """Close the rights of a protected person's guardians until each right has been assessed (OSL 21:3, 12:3)."""
    guardians = Foretradarskap.objects.select_for_update().filter(person=person, typ__in=FOR_BARN, stangd_at=None)
    guardians.update(stangd_av=by.login, stangd_at=timezone.now(), stangd_skal=SKYDD)


@transaction.atomic
def andra(*, person: Person, data: dict[str, Any], rev: int, by: Actor) -> Person:
    """Change a person's data. Raises Konflikt if the data have changed since `rev`."""
    person = locks.lock(Person, person.pk)
    access.require(by, "person.andra", person)
    locks.require_rev(person, rev)
    if data.get("skyddad") and not person.skyddad:
        _close_guardians(person, by)
    for name in FALT:
        if name in data:
            setattr(person, name, data[name])
    person.tilltalsnamn = person.tilltalsnamn or person.fornamn.split()[0]
    person.rev += 1
    person.save()
    audit.record("person.andra", by=by, about=[person], obj=person)
    return person
