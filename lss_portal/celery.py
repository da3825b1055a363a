"""The Celery app and its schedule. Redis is only the bell: what shall be done stands in PostgreSQL rows."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")

app = Celery("lss_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Which days something is due is computed from rows by Stockholm date; hourly, so that a missed hour is caught up.
    "planera-utskick": {"task": "plans.tasks.planera_utskick", "schedule": crontab(minute="5")},
    # Sweepers: a bell that was never heard costs a minute at most.
    "skicka-utskick": {"task": "plans.tasks.skicka_utskick", "schedule": 60.0},
    "rendera-pdf": {"task": "plans.tasks.rendera_pdf", "schedule": 60.0},
    # What is sealed can no longer be changed unseen; a row waits a minute at most.
    "forsegla-logg": {"task": "plans.tasks.forsegla_logg", "schedule": 60.0},
    # The pulse shows /halsa that beat, broker and worker hang together.
    "puls": {"task": "plans.tasks.puls", "schedule": 20.0},
    # Sessions live in PostgreSQL; the dead ones are cleared each night.
    "rensa-sessioner": {"task": "plans.tasks.rensa_sessioner", "schedule": crontab(hour="2", minute="30")},
    # What somebody began to write and never came back to.
    "stada-kladdar": {"task": "plans.tasks.stada_kladdar", "schedule": crontab(hour="2", minute="45")},
}
