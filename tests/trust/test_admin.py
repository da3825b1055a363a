"""R13: the admin is invisible to outsiders, holds no case data, deletes nothing, and logs every page."""

import json
import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import models
from django.test import Client
from django.urls import reverse

from plans.admin import LoginAdmin, UtanRadering
from plans.admin_site import PortalAdmin
from plans.logg import audit
from plans.models import Enhet, Handelse, Inloggningstjanst, Namnd, Person, Uppdrag, User
from tests.stod import cast
from tests.stod.case_states import build_case
from tests.stod.database_state import plant_text

pytestmark = [pytest.mark.django_db, pytest.mark.target("R13")]
FAR_FINNAS = {Namnd, Enhet, User, Uppdrag, Inloggningstjanst}
UTANFOR = [n for n in (*cast.INSIDERS, *cast.OUTSIDERS, "pappa") if n != "admin"]
PRIVAT = ("birgitta", "alva_konto", "dragan_konto", "gunnar_ratt", "pappa", "egendom", "nekad", "avstangd")
KANARIE = "KanarieA"


def namn(model: type[models.Model], page: str) -> str:
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


def adresser() -> dict[str, str]:
    """Map a description of every admin page to its URL."""
    out = {"index": reverse("admin:index"), "app": reverse("admin:app_list", args=["plans"])}
    for model in admin.site._registry:
        label = model._meta.model_name
        out |= {f"{label} {page}": reverse(namn(model, page)) for page in ("changelist", "add")}
        row = admin.site._registry[model].get_queryset(None).first()
        if row:
            pages = ("change", "history", "delete")
            out |= {f"{label} {page}": reverse(namn(model, page), args=[row.pk]) for page in pages}
            out[f"{label} search"] = reverse(namn(model, "changelist")) + "?q=KanarieSok"
    ask = {"term": "KanarieSok", "app_label": "plans", "model_name": "uppdrag", "field_name": "user"}
    out["autocomplete"] = reverse("admin:autocomplete") + "?" + "&".join(f"{k}={v}" for k, v in ask.items())
    out["password"] = reverse("admin:auth_user_password_change", args=[User.objects.get(username="ingrid").pk])
    return out


def osynlig(r, actors: tuple[str, ...]) -> tuple[int, list[str]]:
    """Count the answers, and list who gets anything but the plain 404.

    The anonymous visitor, Ingrid, Carin and Alva ask for every page; the others for two.
    """
    wrong, n, index = [], 0, reverse("admin:index")
    every = [*adresser().values(), *(reverse(f"admin:{p}") for p in ("login", "logout", "jsi18n"))]
    every += [index.rstrip("/"), f"{index}hittepa/", f"{index}plans/user"]
    for who in actors:
        client = Client(raise_request_exception=False)
        if who != "anonym":
            client.force_login(getattr(r, who))
        nowhere = svar(client, "/finns-inte/")
        paths = every if who in ("anonym", "ingrid", "carin", "alva_konto") else [index, reverse(namn(User, "add"))]
        n += len(paths)
        wrong += [f"{who}: {path}" for path in paths if svar(client, path) != nowhere]
    return n, wrong


def svar(client: Client, path: str) -> tuple:
    """What two answers are compared by: status, body without the parts that always differ, names of headers."""
    answer = client.get(path)
    body = re.sub(rb'(csrfmiddlewaretoken" value="|session-slut" content=")\w+', b"", answer.content)
    return answer.status_code, body, sorted(k for k in answer.headers)


def olasta(client: Client) -> list[str]:
    """List admin pages that do not write exactly one log row, or whose row holds what was searched for."""
    wrong = []
    for what, path in adresser().items():
        last = Handelse.objects.order_by("pk").values_list("pk", flat=True).last() or 0
        answer = client.get(path)
        rows = list(Handelse.objects.filter(pk__gt=last))
        search = "search" in what or "autocomplete" in what
        if [(r.handelse, r.nekad) for r in rows] != [("admin.sok" if search else "admin.oppnad", False)]:
            wrong.append(f"{what}: {answer.status_code} {[r.handelse for r in rows]}")
        elif "Kanarie" in str([r.__dict__ for r in rows]):
            wrong.append(f"{what}: what was searched for is in the log")
    return wrong


def fallgropar() -> list[str]:
    """List what is wrong in the admin registry: a model that may not be there, or one whose rows can be deleted."""
    wrong = [f"{m._meta.label} is registered" for m in admin.site._registry if m not in FAR_FINNAS]
    for model, page in admin.site._registry.items():
        if (
            not isinstance(page, UtanRadering)
            or page.has_delete_permission(None)
            or any(i.can_delete for i in page.inlines)
        ):
            wrong.append(f"{model._meta.label} can be deleted")
    return wrong


def journalen(client: Client, r) -> list[str]:
    """Make changes of each kind in the admin; list names and values that Django's own journal then holds."""
    change = reverse(namn(User, "change"), args=[r.ingrid.pk])
    page = client.get(change)
    body = falt(page) | {"namn": "KanarieNamn", "email": "kanarie@example.se", "uppdrag-TOTAL_FORMS": "2"}
    body |= {
        "uppdrag-1-enhet": r.enhet.pk,
        "uppdrag-1-roll": "chef",
        "uppdrag-1-fran": "2027-03-01",
        "uppdrag-1-user": r.ingrid.pk,
    }
    assert client.post(change, body).status_code == 302
    new = {
        "username": "kanarie.ny",
        "namn": "KanarieNamn",
        "email": "",
        "usable_password": "false",
        "uppdrag-TOTAL_FORMS": "0",
        "uppdrag-INITIAL_FORMS": "0",
    }
    assert client.post(reverse(namn(User, "add")), new).status_code == 302
    word = {"password1": "hav-sten-bjork-99", "password2": "hav-sten-bjork-99", "usable_password": "true"}
    client.post(reverse("admin:auth_user_password_change", args=[r.ingrid.pk]), word)
    rows = list(LogEntry.objects.order_by("pk"))
    assert len(rows) == 3
    text = json.dumps([[e.object_repr, e.change_message, e.get_change_message()] for e in rows], ensure_ascii=False)
    words = ("Kanarie", "kanarie", "ingrid", "Ingrid", "Sandelin", "LSS vuxna", "hav-sten")
    return [f"{w} in {text}" for w in words if w in text]


def falt(page) -> dict[str, str]:
    """The fields of an admin page as a browser would send them."""
    form, sets = page.context["adminform"].form, page.context["inline_admin_formsets"]
    forms = [form, *(s.formset.management_form for s in sets), *(f for s in sets for f in s.formset.initial_forms)]
    values = {f.add_prefix(n): f[n].value() for f in forms for n in f.fields}
    sent = {k: ("on" if v is True else v) for k, v in values.items() if v not in (None, False)}
    return sent | {f"{f.add_prefix(n)}": "" for f in forms for n in f.fields if f[n].value() is None}


@pytest.fixture
def in_admin(client, roles) -> Client:
    client.force_login(roles.admin)
    return client


def test_ingen_utanfor_ser_att_den_finns(roles, measured):
    n, wrong = osynlig(roles, ("anonym", *UTANFOR))
    assert wrong == []
    refused = Handelse.objects.filter(handelse="admin.oppna", nekad=True)
    assert {r.user for r in refused} == {getattr(roles, n) for n in UTANFOR if n != "avstangd"}
    measured(f"{n} förfrågningar av {len(UTANFOR) + 1} utanför: samma svar som en sida som inte finns")


def test_varje_sida_ar_en_rad(in_admin, measured):
    pages = adresser()
    assert olasta(in_admin) == []
    assert {k: r.status_code for k, p in pages.items() if (r := in_admin.get(p)).status_code not in (200, 403)} == {}
    measured(f"{len(pages)} sidor och sökningar, {len(pages)} rader i loggen")


def test_kan_raden_inte_skrivas_visas_inget(in_admin, monkeypatch):
    def trasig(*args, **kwargs):
        raise RuntimeError("loggen")

    monkeypatch.setattr(audit, "record", trasig)
    with pytest.raises(RuntimeError, match="loggen"):
        in_admin.get(reverse(namn(User, "changelist")))


def test_inget_raderas_och_inget_om_nagons_arende_finns(in_admin, roles, measured):
    assert fallgropar() == []
    x = build_case(
        "klar",
        roles.alva,
        roles.skap,
        roles.ingrid,
        marke=KANARIE,
        fore_delning=lambda person: plant_text(person, KANARIE),
    )
    User.objects.filter(pk__in=[getattr(roles, n).pk for n in PRIVAT]).update(namn=KANARIE, email="k@example.se")
    seen = {what: in_admin.get(path).content.decode() for what, path in adresser().items()}
    assert [w for w, page in seen.items() if KANARIE in page or x.person.personnummer in page] == []
    deleted = {in_admin.post(path, {"post": "yes"}).status_code for w, path in adresser().items() if "delete" in w}
    assert deleted == {403}
    measured(f"{len(admin.site._registry)} modeller, 0 ord ur ärenden, 0 vägar att radera")


def test_familjens_inloggningar_nas_inte_pa_id(in_admin, roles, measured):
    """The admin cannot reach these logins by URL, search or filter, nor give them an uppdrag."""
    before = list(User.objects.order_by("pk").values())
    for user in (getattr(roles, n) for n in PRIVAT):
        for page in ("change", "history", "delete"):
            answer = in_admin.get(reverse(namn(User, page), args=[user.pk]))
            assert answer.status_code in (302, 403, 404) and user.namn not in answer.content.decode(), page
        assert in_admin.get(reverse("admin:auth_user_password_change", args=[user.pk])).status_code == 404
        body = {"user": user.pk, "enhet": roles.enhet.pk, "roll": "handlaggare", "fran": "2027-03-01"}
        answer = in_admin.post(reverse(namn(Uppdrag, "add")), body)
        assert answer.status_code == 200 and answer.context["adminform"].form.errors["user"]
        assert user.namn not in answer.content.decode()
    listed = reverse(namn(User, "changelist"))
    assert list(in_admin.get(f"{listed}?q=Birgitta").context["cl"].result_list) == []
    for query in (
        "person__id__exact=1",
        f"id__exact={roles.birgitta.pk}",
        "person__isnull=False",
        "email__regex=^b",
        "person__fornamn__startswith=A",
        "foretradare__namn__regex=B",
        "password__regex=a",
    ):
        assert in_admin.get(f"{listed}?{query}").status_code == 400, query
    assert list(User.objects.order_by("pk").values()) == before
    measured(f"{len(PRIVAT)} privata inloggningar: 0 nådda på id, sökning, filter eller uppdrag")


def test_journalen_haller_inga_namn(in_admin, roles):
    assert journalen(in_admin, roles) == []


def test_planterad_omdirigering_blir_rod(roles, monkeypatch, planted):
    monkeypatch.setattr(PortalAdmin, "admin_view", admin.AdminSite.admin_view)
    assert osynlig(roles, ("ingrid",))[1] != []
    planted("Djangos egen vakt skickar främmande till en inloggning")


def test_planterad_registrering_blir_rod(roles, planted):
    admin.site.register(Person)
    try:
        assert "plans.Person is registered" in fallgropar() and "plans.Person can be deleted" in fallgropar()
    finally:
        admin.site.unregister(Person)
    planted("Person registreras")


def test_planterad_tyst_sida_blir_rod(in_admin, monkeypatch, planted):
    monkeypatch.setattr(PortalAdmin, "_logga", lambda self, request: None)
    assert len(olasta(in_admin)) == len(adresser())
    planted("sidorna loggas inte")


def test_planterat_namn_i_journalen_blir_rott(in_admin, roles, monkeypatch, planted):
    for name in ("log_change", "log_addition"):
        monkeypatch.setattr(LoginAdmin, name, getattr(admin.ModelAdmin, name))
    assert journalen(in_admin, roles) != []
    planted("Djangos journal skriver vem som ändrats")
