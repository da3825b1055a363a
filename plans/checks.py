"""System checks: what must not be so in production."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security, deploy=True)
def demo_is_off(app_configs, **kwargs) -> list[Error]:
    """The demo has printed passwords, so it must never run with production settings."""
    if settings.DEMO:
        return [Error("LSS_DEMO är på. Den är bara till för påhittade personer.", id="plans.E001")]
    return []
