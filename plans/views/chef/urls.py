"""The addresses of the chef's room and of the granskare's."""

from django.urls import path

from plans.views.chef import kontroller, laget, loggranskning, nodatkomster

urlpatterns = [
    path("laget/", laget.laget, name="laget"),
    path("nodatkomster/", nodatkomster.lista, name="nodatkomst-lista"),
    path("nodatkomster/<int:pk>/", nodatkomster.granska, name="nodatkomst-granska"),
    path("kontroller/", kontroller.lista, name="kontroll-lista"),
    path("loggranskning/", loggranskning.lista, name="loggranskning"),
    path("loggranskning/dra/", loggranskning.dra, name="loggranskning-dra"),
    path("loggranskning/<int:pk>/", loggranskning.manad, name="loggranskning-manad"),
    path("loggranskning/rad/<int:pk>/", loggranskning.fynd, name="loggranskning-fynd"),
]
MENY = (
    ("Läget", "laget", "laget.las"),
    ("Att kontrollera", "kontroll-lista", "kontroll.lista"),
    ("Nödåtkomster", "nodatkomst-lista", "nodatkomst.lista"),
    ("Loggranskning", "loggranskning", "logg.granska"),
)
