"""Logging in, and the logins that staff hand over."""

import re

import pytest
from django.urls import reverse

from plans.models import Foretradarskap, Handelse, User
from tests.stod.cast import IDAG


def test_a_handed_over_log_in_works_and_its_password_is_shown_once(client, roles):
    client.force_login(roles.ingrid)
    url = reverse("inloggning-skapa", args=[roles.yusuf.pk])
    assert roles.yusuf.fornamn in client.get(url).content.decode()
    page = client.post(url, {"satt": "losenord"})
    user, password = page.context["konto"], page.context["losenord"]
    assert password in page.content.decode() and roles.yusuf.fornamn.lower() not in user.username
    assert password not in client.get(url).content.decode()
    client.logout()
    answer = client.post(reverse("account_login"), {"login": user.username, "password": password})
    assert answer.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/min-plan/"


def test_a_new_password_ends_the_old_one_and_its_sessions(client, roles, django_user_model):
    client.force_login(roles.birgitta)
    assert client.get("/mina-personer/").status_code == 200
    other = client.__class__()
    other.force_login(roles.ingrid)
    other.post(reverse("inloggning-skapa-foretradare", args=[roles.alva.pk, roles.skap.pk]), {"satt": "losenord"})
    assert client.get("/mina-personer/").status_code == 302


def test_no_log_in_for_a_right_that_does_not_hold(client, roles):
    ended = Foretradarskap.objects.get(foretradare__konto=roles.slutat)
    client.force_login(roles.ingrid)
    url = reverse("inloggning-skapa-foretradare", args=[roles.alva.pk, ended.pk])
    page = client.post(url, {"satt": "losenord"})
    assert "gäller inte i dag" in page.content.decode()


def test_only_those_who_handle_the_person(client, roles):
    for name in ("osten", "nadia", "birgitta", "carin"):
        client.force_login(getattr(roles, name))
        assert client.post(reverse("inloggning-skapa", args=[roles.alva.pk])).status_code == 404
    assert Handelse.objects.filter(nekad=True).count() == 4


@pytest.mark.parametrize("door", ["account_signup", "account_reset_password", "account_email"])
def test_doors_that_are_shut(client, db, door):
    assert client.get(reverse(door)).status_code == 404


def test_a_wrong_password_says_the_same_for_known_and_unknown(client, roles):
    pages = []
    for login in ("ingrid", "finns-inte"):
        page = client.post(reverse("account_login"), {"login": login, "password": "fel"})
        pages.append(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode().replace(login, "")))
    assert pages[0] == pages[1] and "felruta" in pages[0]


def test_a_disabled_log_in_does_not_come_in(client, roles):
    User.objects.filter(pk=roles.ingrid.pk).update(is_active=False)
    client.force_login(roles.ingrid)
    assert client.get("/att-gora/").status_code == 302


def test_an_ended_uppdrag_ends_at_the_next_request(client, roles):
    client.force_login(roles.ingrid)
    assert client.get("/att-gora/").status_code == 200
    roles.ingrid.uppdrag.update(till=IDAG.replace(day=8))
    assert client.get("/att-gora/").status_code == 404


def test_the_options_for_a_passkey_are_asked_for_when_the_button_is_pressed(client, db):
    page = client.get(reverse("account_login"))
    door = reverse("mfa_login_webauthn")
    assert f'data-passkey-val="{door}"' in page.content.decode() and not client.session.keys()
    answer = client.get(door, headers={"x-requested-with": "XMLHttpRequest"}).json()
    assert answer["request_options"]["publicKey"]["userVerification"] == "required"
    assert not answer["request_options"]["publicKey"].get("allowCredentials")
    assert client.get(door).headers["Location"] == reverse("account_login")


def test_each_log_in_and_each_wrong_password_is_in_the_log(client, roles):
    """Attempts are logged for existing logins only, and nothing that was typed is kept.

    The row for a person's login is about that person, who can see it; a nämnd can see the rows for its own staff.
    """
    for user in (roles.ingrid, roles.alva_konto):
        user.set_password("hav-sten-bjork-24")
        user.save()
    before = Handelse.objects.count()
    for name, password in (("ingrid", "fel"), ("INGRID", "hav-sten-bjork-24"), ("alva", "fel"), ("ingen-alls", "fel")):
        client.post(reverse("account_login"), {"login": name, "password": password})
        client.logout()
    rows = list(Handelse.objects.order_by("pk"))[before:]
    assert [(r.handelse, r.user, r.objekt_id, r.person_ids, r.namnd, r.nekad, r.varfor) for r in rows] == [
        ("inloggning.fel", None, roles.ingrid.pk, [], roles.namnd, True, ""),
        ("inloggning.in", roles.ingrid, roles.ingrid.pk, [], roles.namnd, False, ""),
        ("inloggning.fel", None, roles.alva_konto.pk, [roles.alva.pk], roles.namnd, True, ""),
    ]
