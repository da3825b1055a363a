"""Django's admin manages the rows of its five models; no person and no text of a plan can be reached through it."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from plans.models import Enhet, Inloggningstjanst, Namnd, Uppdrag, User

MODELS = (Namnd, Enhet, User, Uppdrag, Inloggningstjanst)


def test_these_models_and_no_others():
    assert {m for m in admin.site._registry if m._meta.app_label == "plans"} == set(MODELS)
    assert {m._meta.label for m in admin.site._registry} - {m._meta.label for m in MODELS} == set()


def tjanst(r) -> Inloggningstjanst:
    return Inloggningstjanst.objects.create(
        namnd=r.namnd,
        kod="bankid",
        namn="BankID",
        for_vem="enskilda",
        adress="https://op.example.se",
        klient_id="plan",
        klient_hemlighet="mycket-hemlig",
        nivaer="loa3",
    )


@pytest.mark.parametrize("model", MODELS)
def test_list_add_and_change(client, roles, model):
    client.force_login(roles.admin)
    name = f"admin:plans_{model._meta.model_name}"
    assert client.get(reverse(f"{name}_changelist")).status_code == 200
    assert client.get(reverse(f"{name}_add")).status_code == 200
    row = model.objects.first() or tjanst(roles)
    assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
    assert client.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


def test_a_namnds_settings_for_checking_a_right_can_be_read_and_changed(client, roles):
    """`galler_fore_kontroll`: whether a right to act holds before a colleague has checked it, or only after."""
    client.force_login(roles.admin)
    url = reverse("admin:plans_namnd_change", args=[roles.namnd.pk])
    form = client.get(url).context["adminform"].form
    assert form["galler_fore_kontroll"].value() is True and form["kontrollera_inom_arbetsdagar"].value() == 5
    assert form["galler_fore_kontroll"].help_text and form["kontrollera_inom_arbetsdagar"].help_text
    rows = {"enheter-TOTAL_FORMS": "0", "enheter-INITIAL_FORMS": "0"}
    body = {name: value for name, value in form.initial.items() if value is not None} | rows
    body |= {"galler_fore_kontroll": "", "kontrollera_inom_arbetsdagar": "3"}
    assert client.post(url, body).status_code == 302
    roles.namnd.refresh_from_db()
    assert (roles.namnd.galler_fore_kontroll, roles.namnd.kontrollera_inom_arbetsdagar) == (False, 3)


def test_every_setting_of_a_namnd_is_on_its_page(client, roles):
    client.force_login(roles.admin)
    fields = set(client.get(reverse("admin:plans_namnd_add")).context["adminform"].form.fields)
    assert fields == {field.name for field in Namnd._meta.fields if field.editable and not field.primary_key}


def test_an_administrator_makes_a_log_in_with_an_uppdrag(client, roles):
    client.force_login(roles.admin)
    answer = client.post(
        reverse("admin:plans_user_add"),
        {
            "username": "ny",
            "namn": "Ny Handläggare",
            "email": "",
            "usable_password": "true",
            "password1": "hav-sten-bjork-99",
            "password2": "hav-sten-bjork-99",
            "uppdrag-TOTAL_FORMS": "1",
            "uppdrag-INITIAL_FORMS": "0",
            "uppdrag-0-enhet": roles.enhet.pk,
            "uppdrag-0-roll": "handlaggare",
            "uppdrag-0-fran": "2027-03-01",
        },
    )
    assert answer.status_code == 302, answer.context["errors"]
    new = User.objects.get(username="ny")
    assert new.password.startswith("argon2")


@pytest.mark.parametrize("name", ["ingrid", "birgitta", "alva_konto", "carin"])
def test_others_do_not_come_in(client, roles, name):
    client.force_login(getattr(roles, name))
    assert client.get(reverse("admin:plans_user_changelist")).status_code == 404


def test_nothing_of_a_case_is_seen(client, roles):
    client.force_login(roles.admin)
    pages = [reverse("admin:index")] + [reverse(f"admin:plans_{m._meta.model_name}_changelist") for m in MODELS]
    for page in pages:
        text = client.get(page).content.decode()
        assert "Nyström" not in text and "Petrović" not in text and "Birgitta" not in text
        assert roles.alva.personnummer not in text


def test_a_providers_secret_is_written_and_never_shown(client, roles):
    row = tjanst(roles)
    client.force_login(roles.admin)
    url = reverse("admin:plans_inloggningstjanst_change", args=[row.pk])
    assert "mycket-hemlig" not in client.get(url).content.decode()
    body = {
        "namnd": roles.namnd.pk,
        "namn": "Freja",
        "kod": "bankid",
        "for_vem": "enskilda",
        "protokoll": "oidc",
        "scope": "openid",
        "adress": "https://op.example.se",
        "klient_id": "plan",
        "claim": "pnr",
        "niva_claim": "acr",
        "nivaer": "loa3",
        "aktiv": "on",
    }
    for written, kept in (("", "mycket-hemlig"), ("ny-hemlig", "ny-hemlig")):
        assert client.post(url, body | {"ny_hemlighet": written}).status_code == 302
        row.refresh_from_db()
        assert (row.namn, row.klient_hemlighet) == ("Freja", kept)
    assert "ny-hemlig" not in str(list(LogEntry.objects.values()))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"adress": "http://op.example.se"}, "ska börja med https://"),
        ({"scope": "profile"}, "Ordet openid"),
        ({"nivaer": " "}, "Skriv minst en nivå"),
        ({"klient_id": ""}, "Skriv det id"),
        ({"adress": ""}, "https://"),
        ({"adress": "http://127.0.0.1.example.se"}, "ska börja med https://"),
    ],
)
def test_a_provider_that_would_be_unsafe_is_not_saved(client, roles, fault, words):
    client.force_login(roles.admin)
    body = {
        "namnd": roles.namnd.pk,
        "namn": "Freja",
        "kod": "freja",
        "for_vem": "enskilda",
        "protokoll": "oidc",
        "scope": "openid",
        "adress": "https://op.example.se",
        "klient_id": "plan",
        "claim": "pnr",
        "niva_claim": "acr",
        "nivaer": "loa3",
    } | fault
    assert words in client.post(reverse("admin:plans_inloggningstjanst_add"), body).content.decode()
