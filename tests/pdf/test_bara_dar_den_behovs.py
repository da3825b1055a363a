"""WeasyPrint is imported where paper is made: elsewhere it would cost every process a second and its memory."""

import subprocess
import sys

import pytest
from django.conf import settings

WEB = "import django; django.setup(); import lss_portal.urls"
WORKER = f"{WEB}; from celery.signals import worker_init; worker_init.send(None)"


@pytest.mark.slow
@pytest.mark.parametrize(("process", "imported"), [(WEB, "False"), (WORKER, "True")])
def test_only_the_worker_has_the_renderer(process, imported):
    told = f"{process}; import sys; print('weasyprint' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.returncode) == (imported, 0), done.stderr
