"""The demo as a separate app, installed only with LSS_DEMO. It has no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Invented people and the command that writes them to the database."""

    name = "plans.demo"
    label = "demo"
    verbose_name = "Demo"
