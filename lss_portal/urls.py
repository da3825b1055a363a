"""Root URLs: the portal, and Django's admin on its own path."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [path(f"{settings.ADMIN_PATH}/", admin.site.urls), path("", include("plans.urls"))]
