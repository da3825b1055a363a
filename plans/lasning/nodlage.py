"""The plan in force, for reading a case in an emergency."""

from typing import Any

from plans.lasning import mina_personer
from plans.lasning.plan import innehall as planinnehall
from plans.models import IndividuellPlan


def shown_plan(plan: IndividuellPlan | None) -> dict[str, Any]:
    """The context of `plan_lasning.html`; empty if no version is in force."""
    version = plan.gallande if plan else None
    if version is None:
        return {}
    shared = mina_personer.latest_sharing(version)
    return {
        "innehall": planinnehall.read_content(version, shared),
        "version": version,
        "utfall": planinnehall.latest_outcomes(version),
    }
