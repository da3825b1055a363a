"""The tasks that Celery runs on schedule. Those with a queue repeat one action until nothing is waiting.

A task never has arguments other than ids.
"""

from importlib import import_module

from celery import shared_task
from celery.signals import beat_init, worker_init, worker_ready
from celery.utils.log import get_task_logger
from django.contrib.sessions.backends.db import SessionStore
from kombu.exceptions import OperationalError

from plans import klocka
from plans.actions import kladdar, logg, pdfer, puls, utskick

log = get_task_logger(__name__)
OMGANG = 200  # the most rows per run; the run a minute later takes the rest


@shared_task
def planera_utskick() -> None:
    """Write the reminders that are due today."""
    log.info("nya: %s", utskick.planera(today=klocka.today()))


@shared_task
def skicka_utskick() -> None:
    """Send waiting mail."""
    for _ in range(OMGANG):
        if utskick.skicka_ett(today=klocka.today()) is None:
            return


@shared_task
def rendera_pdf() -> None:
    """Render ordered PDFs. A failed order waits for its next attempt and does not delay the orders after it."""
    for _ in range(OMGANG):
        if pdfer.rendera_en() is None:
            return


@shared_task
def forsegla_logg() -> None:
    """Seal the log's new rows."""
    for _ in range(OMGANG):
        if logg.forsegla(now=klocka.now()) is None:
            return


@shared_task(name="plans.tasks.puls")
def sla_puls() -> None:
    """Record that beat and a worker are alive: this task runs only if beat sends it and a worker gets it."""
    puls.sla(namn="beat")
    puls.sla(namn="worker")


@shared_task
def rensa_sessioner() -> None:
    """Delete expired login sessions."""
    SessionStore.clear_expired()


@shared_task
def stada_kladdar() -> None:
    """Delete old kladdar: text typed in a form and never saved."""
    log.info("kastade: %s", kladdar.stada(now=klocka.now()))


@worker_init.connect
def load_the_renderer(**kwargs) -> None:
    """Import WeasyPrint before the worker forks, so that its children share it."""
    import_module("plans.papper.bas")


@worker_ready.connect
def worker_is_up(**kwargs) -> None:
    """Record the pulse of a worker that has just started."""
    puls.sla(namn="worker")


@beat_init.connect
def beat_is_up(**kwargs) -> None:
    """Record the pulse of a beat that has just started."""
    puls.sla(namn="beat")


def nudge(task) -> None:
    """Start a task now, before its next scheduled run. If the broker is down, that run takes the waiting row."""
    try:
        task.apply_async(retry=False, ignore_result=True)
    except (OperationalError, OSError):
        log.warning("Klockan svarar inte; raden tas vid nästa varv")


def broker_answers() -> bool:
    """True when the broker answers a ping."""
    try:
        with skicka_utskick.app.connection_for_read(connect_timeout=1) as connection:
            connection.ensure_connection(max_retries=1, timeout=2)
            return bool(connection.default_channel.client.ping())
    except (OperationalError, OSError, AttributeError):
        return False
