"""The web server's way in."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")
application = get_wsgi_application()

# What is loaded stays: read all views before the server forks, and let the collector pass over them from then on.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
