"""The parts of a draft: goals, insatser, measures, participants. Each is saved and removed on its own."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from plans import access
from plans.actions import locks, planer
from plans.logg import audit
from plans.models import Actor, Atgard, Delaktig, Malsattning, PlanRad, PlanVersion
from plans.regler.fel import Regelbrott

Del = Malsattning | PlanRad | Atgard | Delaktig

FALT: dict[type, tuple[str, ...]] = {
    Malsattning: ("text", "latt_mening", "sikt", "delmal", "livsomrade"),
    PlanRad: ("status", "lagrum", "text", "nar", "ansvarig", "fran", "lovat_till", "latt_mening"),
    Atgard: ("slag", "text", "kontakt", "ansvarig", "fran", "lovat_till", "latt_mening"),
    Delaktig: ("namn", "som", "ledde", "skrev"),
}


def _require_allowed(model: type, part: Any, data: dict[str, Any]) -> None:
    """Raise Regelbrott if one part breaks a rule. No rule limits what a person may wish for."""
    if data.get("fran") and data.get("lovat_till") and data["lovat_till"] < data["fran"]:
        raise Regelbrott("Det är lovat till före dagen då det börjar. Kontrollera dagarna.", "lovat_till")
    if model is PlanRad:
        if data["status"] == PlanRad.Status.BESLUTAD and not data.get("lagrum"):
            raise Regelbrott("Välj vilken insats som är beslutad.", "lagrum")
        if part is not None and part.insats_id and data["status"] != PlanRad.Status.BESLUTAD:
            raise Regelbrott("Raden hör till ett beslut. Då är den beslutad. Gör en ny rad för det andra.", "status")


@transaction.atomic
def spara(
    *,
    version: PlanVersion,
    model: type[Del],
    data: dict[str, Any],
    by: Actor,
    part: Del | None = None,
    rev: int = 0,
) -> Del:
    """Add a part to the draft, or change `part`. Raises Nekad if `part` is in another version, Konflikt if stale."""
    version = planer.lock_draft(version, "plan.andra", by)
    if part is not None:
        found = model.objects.select_for_update().filter(pk=part.pk, version=version).first()
        if found is None:
            raise access.Nekad("plan.andra", version)
        part = found
        locks.require_rev(part, rev)
        part.rev += 1
    _require_allowed(model, part, data)
    if part is None:
        last = model.objects.filter(version=version).aggregate(n=Max("ordning"))["n"]
        part = model(version=version, ordning=0 if last is None else last + 1)
    for name in FALT[model]:
        if name in data:
            setattr(part, name, data[name])
    part.save()
    version.rev += 1
    version.save(update_fields=["rev"])
    audit.record("plan.andra", by=by, about=[version.plan.person], obj=part)
    return part


@transaction.atomic
def ta_bort(*, version: PlanVersion, part: Del, rev: int, by: Actor) -> None:
    """Remove a part from the draft; earlier versions keep it. Raises Konflikt if the part has changed since `rev`."""
    version = planer.lock_draft(version, "plan.andra", by)
    found = type(part).objects.select_for_update().filter(pk=part.pk, version=version).first()
    if found is None:
        raise access.Nekad("plan.andra", version)
    locks.require_rev(found, rev, sentence="Någon har ändrat det här sedan sidan visades. Läs det som står nu.")
    audit.record("plan.ta_bort_del", by=by, about=[version.plan.person], obj=found)
    found.delete()
    version.rev += 1
    version.save(update_fields=["rev"])
