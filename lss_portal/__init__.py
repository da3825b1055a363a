"""The project: settings, Celery app and root URLs. Everything else lives in `plans`."""

from lss_portal.celery import app as celery_app

__all__ = ["celery_app"]
