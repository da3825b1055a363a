"""Answers to a shared draft, given in samråd."""

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, Delning, Foretradarskap, PlanSvar, PlanVersion
from plans.regler.fel import Regelbrott

NYTT_UTKAST = "Utkastet har ändrats sedan du öppnade sidan. Läs det nya utkastet och svara igen."
NYTT_SVAR = "Det har kommit ett svar sedan du öppnade sidan. Jämför med det som står nu."


@transaction.atomic
def svara(
    *,
    version: PlanVersion,
    svar: str,
    text: str,
    by: Actor,
    hur: str = PlanSvar.Hur.PORTALEN,
    for_skap: Foretradarskap | None = None,
    delning: int,
    sett: int | None = None,
) -> PlanSvar:
    """Record an answer to the latest sharing.

    A person or representative answers for themselves. Staff record the answer of the person, or of the representative
    in `for_skap`, and `hur` says how it was given. `delning` is the sharing that the form showed, and `sett` the latest
    answer that it showed, 0 for none. Raises Konflikt if there is a newer sharing or answer.
    """
    version = locks.lock(PlanVersion, version.pk, "plan__person")
    access.require(by, "plan.svara", version)
    person = version.plan.person
    latest = Delning.objects.filter(version=version).order_by("pk").last()
    if latest is None or not version.ar_utkast or version.plan.avslutad:
        raise Regelbrott("Det finns inget utkast att svara på.")
    if delning != latest.pk:
        raise locks.Konflikt(latest, latest.pk, field="delning", sentence=NYTT_UTKAST, logged=version)
    newest = PlanSvar.objects.filter(delning=latest).order_by("pk").last()
    if sett is not None:
        locks.require_latest(newest, sett, sentence=NYTT_SVAR, logged=version)
    by_staff = access.may(by, "plan.andra", version)
    if by_staff:
        skap = for_skap
        if skap is not None and skap.person_id != person.pk:
            raise access.Nekad("plan.svara", version)
        if skap is not None and (skap.jav or not skap.galler(by.today)):
            raise Regelbrott("Företrädaren får inte svara just nu.", "vem")
        if hur == PlanSvar.Hur.PORTALEN:
            raise Regelbrott("Skriv hur personen svarade.", "hur")
    else:
        skap, hur = access.mina_foretradarskap(by, person), PlanSvar.Hur.PORTALEN
        if person.konto_id == by.login.pk:
            skap = None
    if skap is not None and svar == PlanSvar.Svar.VILL_INTE:
        raise Regelbrott(
            "Bara personen själv kan säga att hen inte vill ha planen. Du kan svara att du inte håller med."
        )
    row = PlanSvar.objects.create(
        delning=latest,
        foretradarskap=skap,
        namn=skap.foretradare.namn if skap else person.namn,
        som=skap.get_typ_display() if skap else "personen",
        svar=svar,
        text=text,
        hur=hur,
        svarade=by.today,
        registrerad_av=by.login,
    )
    audit.record("plan.svara", by=by, about=[person], obj=version)
    return row
