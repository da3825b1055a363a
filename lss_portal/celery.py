"""The Celery app and its schedule. Redis only wakes the workers: the jobs themselves are rows in PostgreSQL."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")

app = Celery("lss_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Finds what is due by the date in Stockholm. Runs every hour, so that the next run makes up for a missed one.
    "planera-utskick": {"task": "plans.tasks.planera_utskick", "schedule": crontab(minute="5")},
    # These look for waiting rows, so a job that Redis failed to announce is delayed a minute at most.
    "skicka-utskick": {"task": "plans.tasks.skicka_utskick", "schedule": 60.0},
    "rendera-pdf": {"task": "plans.tasks.rendera_pdf", "schedule": 60.0},
    # A sealed log row can no longer be changed unnoticed. A new row waits a minute at most for its seal.
    "forsegla-logg": {"task": "plans.tasks.forsegla_logg", "schedule": 60.0},
    # The pulse shows /halsa that beat, broker and worker all work.
    "puls": {"task": "plans.tasks.puls", "schedule": 20.0},
    # Sessions live in PostgreSQL; expired ones are cleared every night.
    "rensa-sessioner": {"task": "plans.tasks.rensa_sessioner", "schedule": crontab(hour="2", minute="30")},
    # Form drafts that nobody has touched for thirty days are deleted.
    "stada-kladdar": {"task": "plans.tasks.stada_kladdar", "schedule": crontab(hour="2", minute="45")},
}
