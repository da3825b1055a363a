"""Following up one promise or goal of a final plan."""

from uuid import UUID

from django.db import transaction

from plans import access
from plans.actions import locks
from plans.logg import audit
from plans.models import Actor, IndividuellPlan, Uppfoljning
from plans.regler.fel import Regelbrott


@transaction.atomic
def notera(*, plan: IndividuellPlan, spar: UUID, utfall: str, varfor: str, sett: int, by: Actor) -> Uppfoljning:
    """Note the outcome of the promise or goal with this `spar`: klart, delvis, or blev inte (with a reason).

    `sett` is the latest note that the form showed, 0 for none; raises Konflikt if there is a newer note.
    """
    plan = locks.lock(IndividuellPlan, plan.pk)
    access.require(by, "plan.folj_upp", plan)
    version = plan.gallande
    parts = (version.malsattning_set, version.planrad_set, version.atgard_set) if version else ()
    if not any(rows.filter(spar=spar).exists() for rows in parts):
        raise access.Nekad("plan.folj_upp", plan)
    newest = Uppfoljning.objects.filter(plan=plan, spar=spar).order_by("pk").last()
    locks.require_latest(newest, sett)
    if utfall == Uppfoljning.Utfall.BLEV_INTE and not varfor:
        raise Regelbrott("Skriv varför det inte blev.", "varfor")
    row = Uppfoljning.objects.create(
        plan=plan, spar=spar, utfall=utfall, varfor=varfor, datum=by.today, noterad_av=by.login
    )
    audit.record("plan.folj_upp", by=by, about=[plan.person], obj=row)
    return row
