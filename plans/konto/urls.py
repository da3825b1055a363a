"""URLs for logging in, managing your own login, and codes from staff. Of allauth's, only those that we use are here."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from plans.konto.views import eleg, sakerhet, saml, valkommen
from plans.lasning.inloggningstjanster import on_login_page

urlpatterns = [
    path("logga-in/", account.LoginView.as_view(extra_context={"tjanster": on_login_page}), name="account_login"),
    path("logga-in/e-legitimation/", eleg.choose, name="eleg"),
    path("logga-in/med/<slug:kod>/", eleg.borja, name="eleg-borja"),
    path("logga-in/med/<slug:kod>/svar/", eleg.svar, name="eleg-svar"),
    path("logga-in/med/<slug:kod>/saml/", saml.svar, name="eleg-saml"),
    path("logga-in/med/<slug:kod>/metadata/", saml.metadata, name="eleg-metadata"),
    path("logga-in/nyckel/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("logga-in/kod/", mfa.authenticate, name="mfa_authenticate"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("byt-losenord/", sakerhet.byt_losenord, name="account_change_password"),
    path("bekrafta-losenord/", account.reauthenticate, name="account_reauthenticate"),
    path("bekrafta-kod/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bekrafta-passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    *(path("sakerhet/", sakerhet.sakerhet, name=name) for name in sakerhet.PAGE_NAMES),
    path("sakerhet/passkey/", sakerhet.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("sakerhet/passkey/<int:pk>/ta-bort/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("sakerhet/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("sakerhet/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sakerhet/reservkoder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("sakerhet/reservkoder/nya/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sakerhet/logga-ut-overallt/", sakerhet.logga_ut_overallt, name="konto-logga-ut-overallt"),
    path("fortsatt/", sakerhet.session_fortsatt, name="session-fortsatt"),
    path("stangd/1/", sakerhet.not_found, name="account_signup"),
    path("stangd/2/", sakerhet.not_found, name="account_reset_password"),
    path("stangd/3/", sakerhet.not_found, name="account_email"),
    path("stangd/4/", sakerhet.not_found, name="account_inactive"),
    path("stangd/5/", sakerhet.not_found, name="account_set_password"),
    path("valkommen/", valkommen.valkommen, name="valkommen"),
    path("valkommen/mote/", valkommen.valkommen_mote, name="valkommen-mote"),
    path("valkommen/nyckel/", valkommen.valkommen_nyckel, name="valkommen-nyckel"),
    path("valkommen/app/", valkommen.valkommen_app, name="valkommen-app"),
]
