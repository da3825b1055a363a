"""The addresses of the family's room, for the person and for those who act for the person."""

from django.urls import path

from plans.views.foretradare import fraga, min_plan, personer, tittat
from plans.views.foretradare import ord as egna_ord
from plans.views.foretradare import plan as las
from plans.views.foretradare.min_plan import DELAR

urlpatterns = [
    path("min-plan/", min_plan.min_plan, name="min-plan"),
    *(path(f"min-plan/{d.nyckel}/", min_plan.min_plan, {"part": d}, name=f"min-plan-{d.nyckel}") for d in DELAR),
    path("mina-personer/", personer.mina_personer, name="mina-personer"),
    path("mina-personer/<int:pk>/", personer.min_person, name="min-person"),
    path("mina-personer/<int:pk>/vem-har-tittat/", tittat.vem_har_tittat, name="vem-har-tittat"),
    path("mina-personer/<int:pk>/plan/", las.las_plan, name="las-plan"),
    path("mina-personer/<int:pk>/plan/svar/", las.plan_svara, name="plan-svara"),
    path("mina-personer/<int:pk>/ord/<str:fraga>/", egna_ord.ord_skriv, name="ord-skriv"),
    path("mina-personer/<int:pk>/ord/<int:ord_pk>/stammer/", egna_ord.bekrafta_sjalv, name="ord-bekrafta-sjalv"),
    path("mina-personer/<int:pk>/ord/<int:ord_pk>/ta-bort/", egna_ord.ta_bort, name="ord-ta-bort"),
    path("mina-personer/<int:pk>/sa-ser-jag-det/", egna_ord.ord_skriv, name="sa-ser-jag-det"),
    path("mina-personer/<int:pk>/erbjudande/", fraga.erbjudande_svara, name="erbjudande-svara-sjalv"),
    path("mina-personer/<int:pk>/be-om/", fraga.begaran_gor, name="begaran-gor"),
]
