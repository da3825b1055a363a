"""Actions called as if from a page opened just now, with the current revision."""

from typing import Any

from plans.actions import planer
from plans.actions import svar as answers
from plans.actions import uppfoljning as outcomes
from plans.models import Delning, PlanSvar, PlanVersion, Uppfoljning


def dela(*, version: PlanVersion, **more: Any) -> Delning:
    """Share the draft as it stands."""
    return planer.dela(version=version, rev=_rev(version), **more)


def faststall(*, version: PlanVersion, **more: Any) -> PlanVersion:
    """Make the draft final as it stands."""
    return planer.faststall(version=version, rev=_rev(version), **more)


def svara(*, version: PlanVersion, **more: Any) -> PlanSvar:
    """Answer the latest sharing."""
    latest = Delning.objects.filter(version=version).order_by("pk").last()
    return answers.svara(version=version, delning=latest.pk if latest else 0, **more)


def notera(*, plan: Any, spar: Any, **more: Any) -> Uppfoljning:
    """Note an outcome as a user who has seen the latest one."""
    latest = Uppfoljning.objects.filter(plan=plan, spar=spar).order_by("pk").last()
    return outcomes.notera(plan=plan, spar=spar, sett=latest.pk if latest else 0, **more)


def _rev(version: PlanVersion) -> int:
    return PlanVersion.objects.values_list("rev", flat=True).get(pk=version.pk)
