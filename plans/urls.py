"""Every address of the portal. Names share their stem with the access key and the template."""

from allauth.account import views as konto
from allauth.mfa.base import views as andra_steg
from allauth.mfa.recovery_codes import views as koder
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as nyckel
from django.urls import path

from plans.konto.views import eleg, saml, valkommen
from plans.konto.views import sakerhet as konto_sidor
from plans.lasning.inloggningstjanster import pa_inloggningssidan
from plans.views import dokument, fel, kladd, kontroll, oppna
from plans.views.chef import kontroller, laget, loggranskning, nodatkomster
from plans.views.foretradare import fraga, min_plan, personer, tittat
from plans.views.foretradare import ord as egna_ord
from plans.views.foretradare import plan as las
from plans.views.handlaggare import (
    att_gora,
    bedomningar,
    begaran,
    erbjudanden,
    foretradare,
    inloggning,
    insatser,
    logg,
    nodatkomst,
    ord,
    plan,
    plan_steg,
    plandelar,
    utskick,
)
from plans.views.handlaggare import personer as person
from plans.views.registrator import forordnanden

urlpatterns = [
    path("", oppna.hem, name="hem"),
    path("vad-ar-en-individuell-plan/", oppna.vad_ar, name="vad-ar"),
    path("om/", oppna.om, name="om"),
    path("tillganglighet/", oppna.tillganglighet, name="tillganglighet"),
    path("sa-skyddar-vi-dina-uppgifter/", oppna.dina_uppgifter, name="dina-uppgifter"),
    path("halsa", oppna.halsa, name="halsa"),
    path("demo/mejl/", oppna.demo_mejl, name="demo-mejl"),
    # The handläggare's room
    path("att-gora/", att_gora.att_gora, name="att-gora"),
    path("personer/", person.lista, name="person-lista"),
    path("personer/sok/", person.sok_person, name="person-sok"),
    path("personer/ny/", person.registrera, name="person-registrera"),
    path("personer/<int:pk>/", person.person, name="person"),
    path("personer/<int:pk>/andra/", person.andra, name="person-andra"),
    path("personer/<int:pk>/insatser/ny/", insatser.bevilja, name="insats-bevilja"),
    path("insatser/<int:pk>/", insatser.andra, name="insats-andra"),
    path("personer/<int:pk>/foretradare/ny/", foretradare.registrera, name="foretradare-registrera"),
    path("foretradarskap/<int:pk>/", foretradare.andra, name="foretradare-andra"),
    path("foretradarskap/<int:pk>/stang/", foretradare.stang, name="foretradare-stang"),
    path("foretradarskap/<int:pk>/oppna/", foretradare.oppna, name="foretradare-oppna"),
    path("foretradarskap/<int:pk>/kontrollera/", kontroll.kontrollera, name="foretradare-kontrollera"),
    path("personer/<int:pk>/bedomning/<slug:slag>/", bedomningar.gor, name="bedomning-gor"),
    path("foretradarskap/<int:pk>/logg/", logg.bedom, name="foretradare-bedom-logg"),
    path("personer/<int:pk>/logg/", logg.logg, name="logg"),
    path("personer/<int:pk>/logg/<int:rad_pk>/undanhall/", logg.undanhall, name="logg-undanhall"),
    path("erbjudanden/<int:pk>/lamna/", erbjudanden.lamna, name="erbjudande-lamna"),
    path("erbjudanden/<int:pk>/svar/", erbjudanden.svara, name="erbjudande-svara"),
    path("erbjudanden/<int:pk>/fraga-igen/", erbjudanden.fraga_igen, name="erbjudande-fraga-igen"),
    path("personer/<int:pk>/begaran/ny/", begaran.ta_emot, name="begaran-ta-emot"),
    path("begaran/<int:pk>/besvarad/", begaran.besvara, name="begaran-besvara"),
    path("personer/<int:pk>/ord/<str:fraga>/", ord.skriv_at, name="ord-skriv-at"),
    path("ord/<int:pk>/bekrafta/", ord.bekrafta, name="ord-bekrafta"),
    path("nodatkomst/", nodatkomst.oppna, name="nodatkomst-oppna"),
    path("nodatkomst/<int:pk>/", nodatkomst.las, name="nodatkomst-las"),
    path("utskick/<int:pk>/gett/", utskick.ge, name="utskick-ge"),
    # The plan, in the handläggare's room
    path("personer/<int:pk>/plan/borja/", plan.borja, name="plan-borja"),
    path("planer/<int:pk>/", plan.plan, name="plan"),
    path("planer/<int:pk>/genomgang/", plan_steg.omprova, name="plan-omprova"),
    path("planer/<int:pk>/jamfor/", plan.jamfor, name="plan-jamfor"),
    path("planer/<int:pk>/uppfoljning/<uuid:spar>/", plan_steg.folj_upp, name="plan-folj-upp"),
    path("planer/<int:pk>/avsluta/", plan_steg.avsluta, name="plan-avsluta"),
    path("planer/versioner/<int:pk>/", plan.version, name="plan-version"),
    path("planer/versioner/<int:pk>/grund/", plan.andra_grund, name="plan-andra"),
    path("planer/versioner/<int:pk>/dela/", plan_steg.dela, name="plan-dela"),
    path("planer/versioner/<int:pk>/svar/", plan_steg.svara_for, name="plan-svara-for"),
    path("planer/versioner/<int:pk>/klar/", plan_steg.faststall, name="plan-faststall"),
    path("planer/versioner/<int:pk>/<slug:slag>/ny/", plandelar.ny, name="plandel-ny"),
    path("planer/versioner/<int:pk>/<slug:slag>/<int:del_pk>/", plandelar.andra, name="plandel-andra"),
    path("planer/versioner/<int:pk>/<slug:slag>/<int:del_pk>/ta-bort/", plandelar.ta_bort, name="plandel-ta-bort"),
    # Downloads, for all roles
    path("pdf/<int:pk>/", dokument.pdf_hamta, name="pdf-hamta"),
    path("pdf/<int:pk>/status", dokument.pdf_status, name="pdf-status"),
    path("pdf/versioner/<int:pk>/bestall/", dokument.pdf_bestall, name="pdf-bestall"),
    # What is being written, for all who write
    path("kladd/", kladd.kladd_spara, name="kladd-spara"),
    path("kladd/kasta/", kladd.kladd_kasta, name="kladd-kasta"),
    # Log-in: only the doors of allauth that we use; the others it wants to know of are shut.
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
    # allauth wants three lists by name; they are one page with us.
    *(path("sakerhet/", konto_sidor.sakerhet, name=name) for name in konto_sidor.SAKERHET),
    path("sakerhet/passkey/", konto_sidor.PasskeyNy.as_view(), name="mfa_add_webauthn"),
    path("sakerhet/passkey/<int:pk>/ta-bort/", nyckel.remove_webauthn, name="mfa_remove_webauthn"),
    path("sakerhet/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("sakerhet/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sakerhet/reservkoder/", koder.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("sakerhet/reservkoder/nya/", koder.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sakerhet/logga-ut-overallt/", konto_sidor.logga_ut_overallt, name="konto-logga-ut-overallt"),
    path("fortsatt/", konto_sidor.session_fortsatt, name="session-fortsatt"),
    path("stangd/1/", fel.finns_inte, name="account_signup"),
    path("stangd/2/", fel.finns_inte, name="account_reset_password"),
    path("stangd/3/", fel.finns_inte, name="account_email"),
    path("stangd/4/", fel.finns_inte, name="account_inactive"),
    path("stangd/5/", fel.finns_inte, name="account_set_password"),
    path("personer/<int:pk>/inloggning/", inloggning.inloggning_skapa, name="inloggning-skapa"),
    path(
        "personer/<int:pk>/inloggning/<int:skap_pk>/", inloggning.inloggning_skapa, name="inloggning-skapa-foretradare"
    ),
    path("personer/<int:pk>/inloggning/eleg/", inloggning.inloggning_oppna_for_eleg, name="inloggning-oppna-for-eleg"),
    path(
        "personer/<int:pk>/inloggning/<int:skap_pk>/eleg/",
        inloggning.inloggning_oppna_for_eleg,
        name="inloggning-oppna-for-eleg-foretradare",
    ),
    path("personer/<int:pk>/inbjudningar/<int:inbjudan_pk>/", inloggning.inbjudan, name="inbjudan"),
    path("personer/<int:pk>/inbjudningar/<int:inbjudan_pk>/status", inloggning.inbjudan_status, name="inbjudan-status"),
    path(
        "personer/<int:pk>/inbjudningar/<int:inbjudan_pk>/aterkalla/",
        inloggning.inbjudan_aterkalla,
        name="inbjudan-aterkalla",
    ),
    path("personer/<int:pk>/nycklar/<int:nyckel_pk>/borta/", inloggning.aterkalla_nyckel, name="aterkalla-nyckel"),
    # For those who were handed a code.
    path("valkommen/", valkommen.valkommen, name="valkommen"),
    path("valkommen/mote/", valkommen.valkommen_mote, name="valkommen-mote"),
    path("valkommen/nyckel/", valkommen.valkommen_nyckel, name="valkommen-nyckel"),
    path("valkommen/app/", valkommen.valkommen_app, name="valkommen-app"),
    # The chef's room.
    path("laget/", laget.laget, name="laget"),
    path("nodatkomster/", nodatkomster.lista, name="nodatkomst-lista"),
    path("nodatkomster/<int:pk>/", nodatkomster.granska, name="nodatkomst-granska"),
    path("kontroller/", kontroller.lista, name="kontroll-lista"),
    path("loggranskning/", loggranskning.lista, name="loggranskning"),
    path("loggranskning/dra/", loggranskning.dra, name="loggranskning-dra"),
    path("loggranskning/<int:pk>/", loggranskning.manad, name="loggranskning-manad"),
    path("loggranskning/rad/<int:pk>/", loggranskning.fynd, name="loggranskning-fynd"),
    # The registrator's room.
    path("forordnanden/", forordnanden.importera, name="foretradare-importera"),
    path("forordnanden/las-in/", forordnanden.importera_skarpt, name="foretradare-importera-skarpt"),
    # The family's room: the person and those who act for the person.
    path("min-plan/", min_plan.min_plan, name="min-plan"),
    *(path(f"min-plan/{part}/", min_plan.min_plan, {"del_": part}, name=f"min-plan-{part}") for part in min_plan.DELAR),
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
