"""Every address of the portal: open pages, pages shared by several rooms, and one list per room.

As a rule, the name of a URL, its access key and its template share the same stem.
"""

from django.urls import include, path

from plans.views import dokument, kladd, kontroll, oppna

urlpatterns = [
    path("", oppna.hem, name="hem"),
    path("vad-ar-en-individuell-plan/", oppna.vad_ar, name="vad-ar"),
    path("om/", oppna.om, name="om"),
    path("tillganglighet/", oppna.tillganglighet, name="tillganglighet"),
    path("sa-skyddar-vi-dina-uppgifter/", oppna.dina_uppgifter, name="dina-uppgifter"),
    path("halsa", oppna.halsa, name="halsa"),
    path("demo/mejl/", oppna.demo_mejl, name="demo-mejl"),
    path("foretradarskap/<int:pk>/kontrollera/", kontroll.kontrollera, name="foretradare-kontrollera"),
    path("pdf/<int:pk>/", dokument.pdf_hamta, name="pdf-hamta"),
    path("pdf/<int:pk>/status", dokument.pdf_status, name="pdf-status"),
    path("pdf/versioner/<int:pk>/bestall/", dokument.pdf_bestall, name="pdf-bestall"),
    path("kladd/", kladd.kladd_spara, name="kladd-spara"),
    path("kladd/kasta/", kladd.kladd_kasta, name="kladd-kasta"),
    path("", include("plans.views.handlaggare.urls")),
    path("", include("plans.views.chef.urls")),
    path("", include("plans.views.registrator.urls")),
    path("", include("plans.views.foretradare.urls")),
    path("", include("plans.konto.urls")),
]
