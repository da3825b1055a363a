"""Logging in, one's own login, and codes that were handed out. Of allauth's doors only those that we use."""

from allauth.account import views as konto
from allauth.mfa.base import views as andra_steg
from allauth.mfa.recovery_codes import views as koder
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as nyckel
from django.urls import path

from plans.konto.views import eleg, saml, valkommen
from plans.konto.views import sakerhet as konto_sidor
from plans.lasning.inloggningstjanster import pa_inloggningssidan

urlpatterns = [
    path("logga-in/", konto.LoginView.as_view(extra_context={"tjanster": pa_inloggningssidan}), name="account_login"),
    path("logga-in/e-legitimation/", eleg.valj, name="eleg"),
    path("logga-in/med/<slug:kod>/", eleg.borja, name="eleg-borja"),
    path("logga-in/med/<slug:kod>/svar/", eleg.svar, name="eleg-svar"),
    path("logga-in/med/<slug:kod>/saml/", saml.svar, name="eleg-saml"),
    path("logga-in/med/<slug:kod>/metadata/", saml.metadata, name="eleg-metadata"),
    path("logga-in/nyckel/", nyckel.login_webauthn, name="mfa_login_webauthn"),
    path("logga-in/kod/", andra_steg.authenticate, name="mfa_authenticate"),
    path("logga-ut/", konto.logout, name="account_logout"),
    path("byt-losenord/", konto_sidor.byt_losenord, name="account_change_password"),
    path("bekrafta-losenord/", konto.reauthenticate, name="account_reauthenticate"),
    path("bekrafta-kod/", andra_steg.reauthenticate, name="mfa_reauthenticate"),
    path("bekrafta-passkey/", nyckel.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    *(path("sakerhet/", konto_sidor.sakerhet, name=name) for name in konto_sidor.SAKERHET),
    path("sakerhet/passkey/", konto_sidor.PasskeyNy.as_view(), name="mfa_add_webauthn"),
    path("sakerhet/passkey/<int:pk>/ta-bort/", nyckel.remove_webauthn, name="mfa_remove_webauthn"),
    path("sakerhet/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("sakerhet/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sakerhet/reservkoder/", koder.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("sakerhet/reservkoder/nya/", koder.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sakerhet/logga-ut-overallt/", konto_sidor.logga_ut_overallt, name="konto-logga-ut-overallt"),
    path("fortsatt/", konto_sidor.session_fortsatt, name="session-fortsatt"),
    path("stangd/1/", konto_sidor.finns_inte, name="account_signup"),
    path("stangd/2/", konto_sidor.finns_inte, name="account_reset_password"),
    path("stangd/3/", konto_sidor.finns_inte, name="account_email"),
    path("stangd/4/", konto_sidor.finns_inte, name="account_inactive"),
    path("stangd/5/", konto_sidor.finns_inte, name="account_set_password"),
    path("valkommen/", valkommen.valkommen, name="valkommen"),
    path("valkommen/mote/", valkommen.valkommen_mote, name="valkommen-mote"),
    path("valkommen/nyckel/", valkommen.valkommen_nyckel, name="valkommen-nyckel"),
    path("valkommen/app/", valkommen.valkommen_app, name="valkommen-app"),
]
