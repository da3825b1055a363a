"""The portal's app. Its models form one aggregate: Person → Insats → IndividuellPlan → Uppfoljning."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class PlansConfig(AppConfig):
    """App configuration; system checks are registered from `plans.checks`."""

    name = "plans"
    default = True
    verbose_name = "Individuell plan"

    def ready(self) -> None:
        """Register the system checks."""
        from plans import checks  # noqa: F401


class PortaladminConfig(admin.AdminConfig):
    """Django's admin with the portal's rules (plans/admin_site.py)."""

    default = False  # PlansConfig is this file's default
    default_site = "plans.admin_site.PortalAdmin"
