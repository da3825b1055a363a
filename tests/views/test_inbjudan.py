"""A login handed over without a password: the QR code, the letter, the passkey, and taking the key back."""

import datetime as dt
import json
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.actions import foretradare, inbjudningar
from plans.models import Actor, Foretradarskap, Handelse, Inbjudan, User
from tests.stod.cast import IDAG
from tests.stod.soft_passkey import SoftPasskey
from tests.stod.totp import totp_code


@pytest.fixture
def personal(client, roles) -> Client:
    client.force_login(roles.ingrid)
    return client


def lamna_ut(personal: Client, satt: str, *ids: int):
    """Hand over a login to the person or, with two ids, to a representative; return the page that staff then see."""
    name = "inloggning-skapa-foretradare" if ids[1:] else "inloggning-skapa"
    return personal.post(reverse(name, args=ids), {"satt": satt})


def visa_kod(kod: str, door: str = "valkommen") -> Client:
    """A fresh browser that has presented the code."""
    telefon = Client()
    assert telefon.post(reverse(door), {"kod": kod}).headers["Location"] == reverse("valkommen-nyckel")
    return telefon


def gor_nyckel(telefon: Client, nyckel: SoftPasskey | None = None):
    """Make a passkey by the button on its page; return the answer."""
    page = telefon.get(reverse("valkommen-nyckel"))
    made = (nyckel or SoftPasskey()).skapa(json.loads(json.dumps(page.context["val"], default=dict)))
    return telefon.post(reverse("valkommen-nyckel"), {"credential": json.dumps(made)})


def logga_in(telefon: Client, nyckel: SoftPasskey):
    door = reverse("mfa_login_webauthn")
    val = telefon.get(door, headers={"x-requested-with": "XMLHttpRequest"}).json()["request_options"]
    return telefon.post(door, {"credential": json.dumps(nyckel.hamta(val))})


def test_a_qr_code_becomes_a_passkey_and_a_session_without_any_password(personal, roles):
    page = lamna_ut(personal, "mote", roles.yusuf.pk)
    kod, text = page.context["kod"], page.content.decode()
    assert page.context["adress"] == f"http://localhost/valkommen/mote/#{kod}" and "data:image/svg+xml" in text
    nyckel, telefon = SoftPasskey(), visa_kod(kod, "valkommen-mote")
    assert gor_nyckel(telefon, nyckel).headers["Location"] == "/"
    assert telefon.get("/").headers["Location"] == "/min-plan/"
    konto = User.objects.get(person=roles.yusuf)
    assert not konto.has_usable_password() and Authenticator.objects.get(user=konto).type == "webauthn"
    telefon.logout()
    assert logga_in(telefon, nyckel).headers["Location"] == "/"
    assert telefon.get("/min-plan/").status_code == 200


def test_the_staff_page_shows_the_code_again_until_it_is_used(personal, roles):
    kod = lamna_ut(personal, "mote", roles.alva.pk).context["kod"]
    row = Inbjudan.objects.get()
    url = reverse("inbjudan", args=[roles.alva.pk, row.pk])
    assert "data-adress" in personal.post(url, {"kod": kod}).content.decode()
    assert "data-adress" not in personal.post(url, {"kod": "FEL"}).content.decode()
    assert "data-adress" not in personal.get(url).content.decode()
    gor_nyckel(visa_kod(kod))
    page = personal.post(url, {"kod": kod}).content.decode()
    assert "Nyckeln är klar" in page and "data-adress" not in page


def laget(personal, roles) -> tuple[bool, bool, int]:
    """Ask as the waiting page does: is the key made, is the code dead, and how many log rows did this write?"""
    row, before = Inbjudan.objects.order_by("pk").last(), Handelse.objects.count()
    answer = personal.get(reverse("inbjudan-status", args=[roles.alva.pk, row.pk])).json()
    return answer["klar"], answer["fel"], Handelse.objects.count() - before


def test_the_staff_page_asks_by_itself_and_is_told_when_it_is_over(personal, roles):
    def ny() -> str:
        page = lamna_ut(personal, "mote", roles.alva.pk)
        row = Inbjudan.objects.order_by("pk").last()
        here = {n: reverse(n, args=[roles.alva.pk, row.pk]) for n in ("inbjudan", "inbjudan-status")}
        wanted = f'data-vanta="{here["inbjudan-status"]}" data-dit="{here["inbjudan"]}"'
        assert wanted in page.content.decode() and "js/vanta" in page.content.decode()
        return page.context["kod"]

    kod = ny()
    assert laget(personal, roles) == (False, False, 1)
    gor_nyckel(visa_kod(kod))
    assert laget(personal, roles) == (True, False, 1)
    Authenticator.objects.all().delete()  # the phone is gone
    ny()
    row = Inbjudan.objects.order_by("pk").last()
    here = [roles.alva.pk, row.pk]
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=10)):
        assert laget(personal, roles) == (False, True, 1)
        page = personal.get(reverse("inbjudan", args=here)).content.decode()
        assert "De tio minuterna är slut" in page and "data-vanta" not in page
    personal.post(reverse("inbjudan-aterkalla", args=here))
    assert laget(personal, roles) == (False, True, 1)
    assert "Koden är återkallad" in personal.get(reverse("inbjudan", args=here)).content.decode()


def test_a_letter_is_not_waited_for(personal, roles):
    lamna_ut(personal, "brev", roles.alva.pk)
    page = personal.get(reverse("inbjudan", args=[roles.alva.pk, Inbjudan.objects.get().pk])).content.decode()
    assert "Koden är inte använd än" in page and "data-vanta" not in page


def test_the_code_is_kept_only_as_a_hash_and_stands_in_no_address_and_no_log(personal, roles):
    kod = lamna_ut(personal, "mote", roles.alva.pk).context["kod"]
    bare = kod.replace("-", "")
    row = Inbjudan.objects.get()
    assert len(row.kod_hash) == 64 and bare not in str(Inbjudan.objects.values().get())
    assert not any(bare in str(line) or kod in str(line) for line in Handelse.objects.values())


@pytest.mark.parametrize("slag", ["mote", "brev"])
def test_a_new_invitation_takes_the_place_of_the_old(personal, roles, slag):
    old = lamna_ut(personal, slag, roles.alva.pk).context["kod"]
    lamna_ut(personal, "mote", roles.alva.pk)
    assert Client().post(reverse("valkommen-mote"), {"kod": old}).status_code == 404


def test_a_letter_says_how_but_nothing_about_anybody(personal, roles):
    page = lamna_ut(personal, "brev", roles.alva.pk, roles.skap.pk)
    letter = re.search(r"<article.*?</article>", page.content.decode(), re.S).group()
    kod = page.context["kod"]
    assert re.fullmatch(r"[CDFHJKMNPRTWXY34679]{5}(-[CDFHJKMNPRTWXY34679]{5}){2}", kod) and kod in letter
    assert "Birgitta" in letter and "Björkdala kommun" in letter and "http://localhost/valkommen/" in letter
    assert "LSS" not in letter and "Alva" not in letter and not re.search(r"\d{8}-?\d{4}", letter)


def test_a_letter_to_a_protected_person_has_no_address(personal, roles):
    type(roles.skyddad).objects.filter(pk=roles.skyddad.pk).update(adress="Hemliga gatan 1")
    assert "Hemliga gatan" not in lamna_ut(personal, "brev", roles.skyddad.pk).content.decode()


def test_the_code_is_read_however_it_is_typed(personal, roles):
    kod = lamna_ut(personal, "brev", roles.alva.pk).context["kod"]
    visa_kod(kod.lower().replace("-", " "))


def test_a_letters_code_can_become_a_password_with_an_app_and_recovery_codes(personal, roles):
    kod = lamna_ut(personal, "brev", roles.alva.pk, roles.skap.pk).context["kod"]
    telefon, app = visa_kod(kod), reverse("valkommen-app")
    secret = telefon.get(app).context["form"].secret
    right = totp_code(secret)
    wrong = telefon.post(app, {"losenord": "kort", "kod": "abc"})
    assert set(wrong.context["form"].errors) == {"losenord", "kod"} and wrong.context["form"].secret == secret
    page = telefon.post(app, {"losenord": "många ord om ingenting", "kod": right})
    assert len(page.context["koder"]) == 10 and "no-store" in page.headers["Cache-Control"]
    assert telefon.get("/mina-personer/").status_code == 200
    assert set(Authenticator.objects.filter(user=roles.birgitta).values_list("type", flat=True)) == {
        "totp",
        "recovery_codes",
    }
    assert User.objects.get(pk=roles.birgitta.pk).check_password("många ord om ingenting")
    assert Client().post(reverse("valkommen-mote"), {"kod": kod}).status_code == 404


def test_a_qr_code_gives_no_choice_of_a_password(personal, roles):
    kod = lamna_ut(personal, "mote", roles.alva.pk).context["kod"]
    telefon = visa_kod(kod, "valkommen-mote")
    assert reverse("valkommen-app") not in telefon.get(reverse("valkommen-nyckel")).content.decode()
    assert telefon.get(reverse("valkommen-app")).status_code == 404


def test_where_passwords_are_not_allowed_none_are_offered(personal, roles, settings):
    settings.LOKALA_LOSENORD = False
    page = lamna_ut(personal, "losenord", roles.yusuf.pk)
    assert page.context["form"].errors and "losenord" not in dict(page.context["form"].fields["satt"].choices)
    kod = lamna_ut(personal, "brev", roles.yusuf.pk).context["kod"]
    assert visa_kod(kod).get(reverse("valkommen-app")).status_code == 404


def test_no_code_for_a_right_that_does_not_hold_or_with_jav(personal, roles):
    ended = Foretradarskap.objects.get(foretradare__konto=roles.slutat)
    assert "gäller inte i dag" in lamna_ut(personal, "brev", roles.alva.pk, ended.pk).content.decode()
    foretradare.andra(skap=roles.skap, data={"jav": True}, rev=1, by=Actor(roles.ingrid, IDAG))
    for satt in ("mote", "brev", "losenord"):
        assert "har jäv" in lamna_ut(personal, satt, roles.alva.pk, roles.skap.pk).content.decode()
    assert not Inbjudan.objects.exists()


def test_a_god_man_of_a_strangers_protected_person_is_somebody_elses_to_let_in(personal, roles):
    hidden = roles.dragan
    type(hidden).objects.filter(pk=hidden.pk).update(skyddad=True)
    Foretradarskap.objects.filter(foretradare__konto=roles.gunnar_ratt).update(foretradare=roles.skap.foretradare)
    page = lamna_ut(personal, "mote", roles.alva.pk, roles.skap.pk).content.decode()
    assert "Någon annan måste" in page and "Dragan" not in page and not Inbjudan.objects.exists()


def test_one_code_covers_all_and_the_log_is_about_all(personal, roles):
    Foretradarskap.objects.filter(foretradare__konto=roles.pappa).update(foretradare=roles.skap.foretradare)
    kod = lamna_ut(personal, "brev", roles.alva.pk, roles.skap.pk).context["kod"]
    telefon = visa_kod(kod)
    gor_nyckel(telefon)
    page = telefon.get("/mina-personer/").content.decode()
    assert "Alva" in page and "Yusuf" in page
    used = Handelse.objects.get(handelse="inbjudan.anvand")
    assert set(used.person_ids) == {roles.alva.pk, roles.yusuf.pk} and used.user == roles.birgitta


def test_a_key_that_is_taken_back_ends_sessions_and_opens_nothing(personal, roles):
    nyckel = SoftPasskey()
    telefon = visa_kod(lamna_ut(personal, "mote", roles.yusuf.pk).context["kod"])
    gor_nyckel(telefon, nyckel)
    row = Authenticator.objects.get(user__person=roles.yusuf)
    page = personal.get(reverse("inloggning-skapa", args=[roles.yusuf.pk])).content.decode()
    url = reverse("aterkalla-nyckel", args=[roles.yusuf.pk, row.pk])
    assert url in page and "Använd senast 9 mars 2027" in page
    assert personal.get(url).status_code == 200 and telefon.get("/min-plan/").status_code == 200
    assert personal.post(url).status_code == 302
    assert telefon.get("/min-plan/").status_code == 302
    assert logga_in(telefon, nyckel).headers["Location"] == reverse("account_login")
    assert telefon.get("/min-plan/").status_code == 302


def test_taking_back_an_app_takes_its_password_too_and_leaves_a_password_of_a_passkey(personal, roles):
    konto = roles.birgitta
    konto.set_password("många ord om ingenting")
    konto.save()
    passkey, app = (Authenticator.objects.create(user=konto, type=t, data={}) for t in ("webauthn", "totp"))
    personal.post(reverse("aterkalla-nyckel", args=[roles.alva.pk, passkey.pk]))
    assert User.objects.get(pk=konto.pk).has_usable_password()
    personal.post(reverse("aterkalla-nyckel", args=[roles.alva.pk, app.pk]))
    assert not User.objects.get(pk=konto.pk).has_usable_password()


def test_nobody_takes_back_the_key_or_the_code_of_somebody_else(personal, roles):
    strange = Authenticator.objects.create(user=roles.gunnar_ratt, type="webauthn", data={})
    assert personal.post(reverse("aterkalla-nyckel", args=[roles.alva.pk, strange.pk])).status_code == 404
    nu = timezone.now()
    row, _ = inbjudningar.skapa(person=roles.dragan, slag="brev", by=Actor(roles.osten, IDAG), now=nu)
    for name in ("inbjudan", "inbjudan-aterkalla"):
        assert personal.post(reverse(name, args=[roles.alva.pk, row.pk])).status_code == 404
    assert personal.get(reverse("inbjudan-status", args=[roles.alva.pk, row.pk])).status_code == 404
    row.refresh_from_db()
    assert row.oppen(nu) and Authenticator.objects.filter(pk=strange.pk).exists()


def test_a_withdrawn_code_stops_at_once_also_where_it_was_already_shown(personal, roles):
    telefon = visa_kod(lamna_ut(personal, "brev", roles.alva.pk).context["kod"])
    assert telefon.get(reverse("valkommen-nyckel")).status_code == 200
    personal.post(reverse("inbjudan-aterkalla", args=[roles.alva.pk, Inbjudan.objects.get().pk]))
    assert telefon.get(reverse("valkommen-nyckel")).status_code == 404


@pytest.mark.parametrize("nyckel", [SoftPasskey(verifierad=False)], ids=["utan verifiering"])
def test_a_phone_that_did_not_verify_its_holder_makes_no_key(personal, roles, nyckel):
    telefon = visa_kod(lamna_ut(personal, "mote", roles.yusuf.pk).context["kod"])
    assert gor_nyckel(telefon, nyckel).status_code == 200 and not Authenticator.objects.exists()
    assert Inbjudan.objects.get().oppen(timezone.now())


def test_a_key_for_another_address_is_not_taken(personal, roles, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
    settings.PUBLIC_BASE_URL = "https://testserver"
    telefon = visa_kod(lamna_ut(personal, "mote", roles.yusuf.pk).context["kod"])
    assert gor_nyckel(telefon, SoftPasskey("https://nagon.annan.example")).status_code == 200
    assert not Authenticator.objects.exists()
    assert gor_nyckel(telefon, SoftPasskey("https://testserver")).status_code == 302


@pytest.mark.parametrize(
    "body", ["", "{}", "[]", "null", "1", '{"id": 1}', '{"response": {"clientDataJSON": "x"}}', "[" * 9999]
)
def test_nonsense_instead_of_a_key_is_an_error_beside_the_button(personal, roles, body):
    telefon = visa_kod(lamna_ut(personal, "mote", roles.yusuf.pk).context["kod"])
    telefon.get(reverse("valkommen-nyckel"))
    page = telefon.post(reverse("valkommen-nyckel"), {"credential": body})
    assert page.status_code == 200 and "Nyckeln kom inte fram" in page.content.decode()


def test_an_invitation_ends_with_the_last_right_of_the_log_in(personal, roles):
    kod = lamna_ut(personal, "brev", roles.alva.pk, roles.skap.pk).context["kod"]
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(till=IDAG - dt.timedelta(days=1))
    assert Client().post(reverse("valkommen-mote"), {"kod": kod}).status_code == 404
