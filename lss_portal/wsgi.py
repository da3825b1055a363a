"""The web server's entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")
application = get_wsgi_application()

# Load all views before the server forks, and exempt everything loaded so far from garbage collection.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
