"""The person's own words, and those of a representative. Only the author can edit the words."""

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, EgetOrd, Person
from plans.regler.fel import Regelbrott


@transaction.atomic
def skriv(*, person: Person, slag: str, fraga: str, text: str, lasare: str, rev: int, by: Actor) -> EgetOrd:
    """Write or change the user's own row. *Mina ord* that somebody else writes count as dictated by the person.

    A change of the text undoes the person's confirmation. `rev` is 0 for a new row. Raises Konflikt if the user has
    changed the row elsewhere since `rev`.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "ord.skriv", person)
    right = access.mina_foretradarskap(by, person)
    the_person = person.konto_id == by.login.pk
    if slag == EgetOrd.Slag.SA_SER_JAG_DET and right is None:
        raise Regelbrott("Bara en företrädare skriver Så ser jag det.")
    som = person.namn if the_person else f"{by.login.namn}, {right.get_typ_display() if right else 'handläggare'}"
    rows = EgetOrd.objects.select_for_update()
    row = rows.filter(person=person, forfattare=by.login, slag=slag, fraga=fraga).first()
    locks.require_rev(row, rev)
    row = row or EgetOrd(person=person, forfattare=by.login, slag=slag, fraga=fraga, rev=0)
    row.nedtecknat = slag == EgetOrd.Slag.MINA_ORD and not the_person
    row.bekraftat = row.bekraftat if row.text == text else None
    row.forfattare_som, row.text, row.lasare, row.rev = som, text, lasare, row.rev + 1
    row.save()
    audit.record("ord.skriv", by=by, about=[person], obj=row)
    return row


@transaction.atomic
def bekrafta(*, eget_ord: EgetOrd, rev: int, by: Actor) -> EgetOrd:
    """Record that the person has confirmed the dictated words. Raises Konflikt if they have changed since `rev`."""
    eget_ord = locks.lock(EgetOrd, eget_ord.pk, "person")
    access.require(by, "ord.bekrafta", eget_ord)
    locks.require_rev(
        eget_ord, rev, sentence="Orden har ändrats sedan sidan visades. Läs dem som de är nu och tryck igen."
    )
    if not eget_ord.nedtecknat:
        raise Regelbrott("Personen har skrivit själv. Då behövs ingen bekräftelse.")
    eget_ord.bekraftat = by.today
    eget_ord.save(update_fields=["bekraftat"])
    audit.record("ord.bekrafta", by=by, about=[eget_ord.person], obj=eget_ord)
    return eget_ord


@transaction.atomic
def ta_bort(*, eget_ord: EgetOrd, rev: int, by: Actor) -> None:
    """Remove the user's own row, but not copies frozen in a final version. Raises Konflikt if changed since `rev`."""
    eget_ord = locks.lock(EgetOrd, eget_ord.pk, "person")
    access.require(by, "ord.andra", eget_ord)
    locks.require_rev(eget_ord, rev, sentence="Du har ändrat texten någon annanstans. Läs den som den är nu.")
    audit.record("ord.ta_bort", by=by, about=[eget_ord.person], obj=eget_ord)
    eget_ord.delete()
