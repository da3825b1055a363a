"""Every address of the portal. Names share their stem with the access key and the template."""

from allauth.account import views as konto
from django.urls import path

from plans.views import fel, oppna

urlpatterns = [
    path("", oppna.hem, name="hem"),
    path("vad-ar-en-individuell-plan/", oppna.vad_ar, name="vad-ar"),
    path("om/", oppna.om, name="om"),
    path("tillganglighet/", oppna.tillganglighet, name="tillganglighet"),
    path("sa-skyddar-vi-dina-uppgifter/", oppna.dina_uppgifter, name="dina-uppgifter"),
    path("halsa", oppna.halsa, name="halsa"),
    path("demo/mejl/", oppna.demo_mejl, name="demo-mejl"),
    # Log-in: only the doors of allauth that we use; the others it wants to know of are shut.
    path("logga-in/", konto.login, name="account_login"),
    path("logga-ut/", konto.logout, name="account_logout"),
    path("byt-losenord/", konto.password_change, name="account_change_password"),
    path("bekrafta-losenord/", konto.reauthenticate, name="account_reauthenticate"),
    path("stangd/1/", fel.finns_inte, name="account_signup"),
    path("stangd/2/", fel.finns_inte, name="account_reset_password"),
    path("stangd/3/", fel.finns_inte, name="account_email"),
    path("stangd/4/", fel.finns_inte, name="account_inactive"),
    path("stangd/5/", fel.finns_inte, name="account_set_password"),
]
