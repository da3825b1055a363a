"""The one app: its aggregate is Person → Insats → IndividuellPlan → Uppfoljning."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """App configuration; system checks are registered from `plans.checks`."""

    name = "plans"
    verbose_name = "Individuell plan"

    def ready(self) -> None:
        """Register the system checks."""
        from plans import checks  # noqa: F401
