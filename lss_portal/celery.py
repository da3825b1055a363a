"""The Celery app and its schedule. Redis is only the bell: the work to do is in PostgreSQL rows."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")

app = Celery("lss_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Due days are computed from rows by Stockholm date; hourly, so that a missed hour is caught up.
    "planera-utskick": {"task": "plans.tasks.planera_utskick", "schedule": crontab(minute="5")},
    # Sweepers: a missed bell costs a minute at most.
    "skicka-utskick": {"task": "plans.tasks.skicka_utskick", "schedule": 60.0},
    "rendera-pdf": {"task": "plans.tasks.rendera_pdf", "schedule": 60.0},
    # A sealed row can no longer be changed unnoticed; a row waits a minute at most.
    "forsegla-logg": {"task": "plans.tasks.forsegla_logg", "schedule": 60.0},
    # The pulse tells /halsa that beat, broker and worker all work together.
    "puls": {"task": "plans.tasks.puls", "schedule": 20.0},
    # Sessions live in PostgreSQL; expired ones are cleared every night.
    "rensa-sessioner": {"task": "plans.tasks.rensa_sessioner", "schedule": crontab(hour="2", minute="30")},
    # Form drafts that their writers never came back to.
    "stada-kladdar": {"task": "plans.tasks.stada_kladdar", "schedule": crontab(hour="2", minute="45")},
}
