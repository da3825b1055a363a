"""Assessments at 15 and 18, made and recorded by staff. No right changes by itself (8 § LSS, FB 6:11, OSL 12:3)."""

from collections.abc import Iterable

from django.db import transaction

from plans import access
from plans.actions import foretradare, locks
from plans.logg import audit
from plans.models import Actor, Bedomning, Foretradarskap, Person
from plans.regler.fel import Regelbrott


@transaction.atomic
def gor(
    *,
    person: Person,
    slag: str,
    slutsats: str,
    by: Actor,
    egen_ratt: bool | None = None,
    vardnadshavare_ser: bool | None = None,
    stang: Iterable[Foretradarskap] = (),
) -> Bedomning:
    """Record an assessment, and close the guardians' rights in `stang` by `foretradare.stang`, each with a log row.

    Raises Regelbrott if `stang` is not empty and the assessment does not say that guardians may no longer see the plan.
    """
    person = locks.lock(Person, person.pk)
    access.require(by, "bedomning.gor", person)
    stang = list(stang)
    if stang and vardnadshavare_ser is not False:
        raise Regelbrott("Du har svarat att vårdnadshavarna får fortsätta se planen. Då stängs ingen.", "stang")
    row = Bedomning.objects.create(
        person=person,
        slag=slag,
        egen_ratt=egen_ratt,
        vardnadshavare_ser=vardnadshavare_ser,
        slutsats=slutsats,
        gjord_av=by.login,
        gjord=by.today,
    )
    for skap in stang:
        if skap.person_id != person.pk:
            raise access.Nekad("foretradare.stang", skap)
        foretradare.stang(skap=skap, skal="Bedömt: ska inte längre se planen.", by=by)
    audit.record("bedomning.gor", by=by, about=[person], obj=row)
    return row
