"""The pages on the way to login by e-ID: which providers they offer, and in how many steps."""

import pytest
from django.urls import reverse

from plans.models import Inloggningstjanst

pytestmark = pytest.mark.django_db
LOGGA_IN = reverse("account_login")


def tjanst(namnd, kod, for_vem="enskilda", namn="BankID"):
    return Inloggningstjanst.objects.create(
        namnd=namnd,
        kod=kod,
        namn=namn,
        for_vem=for_vem,
        adress="https://op.example.se",
        klient_id="plan",
        nivaer="loa3",
    )


def test_without_providers_nothing_is_said_of_them(client, roles):
    page = client.get(LOGGA_IN).content.decode()
    assert "/logga-in/med/" not in page and 'class="forst"' not in page and "Välj din kommun först" not in page
    assert "går inte att logga in med e-legitimation här än" in client.get(reverse("eleg")).content.decode()


def test_few_providers_stand_on_the_log_in_page_and_keep_where_one_was_going(client, roles):
    for kod in ("bankid", "freja"):
        tjanst(roles.namnd, kod)
    tjanst(roles.namnd, "ad", "personal", "Kommunens inloggning")
    page = client.get(LOGGA_IN, {"next": "/mina-personer/?a=1"}).content.decode()
    for kod in ("bankid", "freja", "ad"):
        assert f'href="{reverse("eleg-borja", args=[kod])}?next=/mina-personer/%3Fa%3D1"' in page
    assert "Jag arbetar i kommunen" in page and page.count('class="forst"') == 1


def test_the_kommun_is_named_when_there_are_several(client, roles):
    for namnd, kod in ((roles.namnd, "a"), (roles.annan_namnd, "b")):
        tjanst(namnd, kod)
    page = client.get(LOGGA_IN).content.decode()
    assert "E-legitimation, Björkdala kommun" in page and "E-legitimation, Ekhamra kommun" in page


def test_many_providers_are_chosen_by_kommun(client, roles, django_assert_num_queries):
    for n in range(3):
        tjanst(roles.namnd, f"a{n}", namn=f"Leg {n}")
        tjanst(roles.annan_namnd, f"b{n}", namn=f"Leg {n}")
    page = client.get(LOGGA_IN, {"next": "/min-plan/"}).content.decode()
    assert f"{reverse('eleg')}?next=/min-plan/" in page and "Leg 1" not in page
    with django_assert_num_queries(1):
        page = client.get(reverse("eleg"), {"next": "/min-plan/"}).content.decode()
    assert page.index("Björkdala kommun") < page.index("Ekhamra kommun") and "Leg 1" not in page
    page = client.get(reverse("eleg"), {"kommun": roles.annan_namnd.pk, "next": "/min-plan/"}).content.decode()
    assert "/logga-in/med/b1/?next=/min-plan/" in page and "/logga-in/med/a1/" not in page


@pytest.mark.parametrize("odd", ["", "x", "-1", "99999999999999999999", "\x00", "٣"])
def test_an_odd_kommun_is_no_kommun(client, roles, odd):
    for namnd, kod in ((roles.namnd, "a"), (roles.annan_namnd, "b")):
        tjanst(namnd, kod)
    assert "Vilken kommun ger stödet?" in client.get(reverse("eleg"), {"kommun": odd}).content.decode()


def test_whoever_is_logged_in_is_not_sent_away(client, roles):
    tjanst(roles.namnd, "bankid")
    client.force_login(roles.ingrid)
    assert client.get(reverse("eleg-borja", args=["bankid"])).headers["Location"] == "/"
