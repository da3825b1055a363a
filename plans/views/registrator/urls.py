"""The registrator's room."""

from django.urls import path

from plans.views.registrator import forordnanden

urlpatterns = [
    path("forordnanden/", forordnanden.importera, name="foretradare-importera"),
    path("forordnanden/las-in/", forordnanden.importera_skarpt, name="foretradare-importera-skarpt"),
]
MENY = (("Läs in förordnanden", "foretradare-importera", "foretradare.importera"),)
