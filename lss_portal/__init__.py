"""The project: settings, Celery app and root URLs. All the rest lives in `plans`."""

from lss_portal.celery import app as celery_app

__all__ = ["celery_app"]
