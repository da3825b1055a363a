"""What the tests of login by e-ID share: the cast with providers, and one walk to a provider and back."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from plans.models import Foretradare, Inloggningstjanst, User
from tests.stod import factories as f
from tests.stod.oidc.stub import LOA3, Stub


@pytest.fixture(scope="module")
def op():
    stub = Stub()
    yield stub
    stub.stang()


@pytest.fixture
def door(roles, op):
    """The cast with personnummer, employee ids and three providers: e-ID for two nämnder, and the staff's own."""
    op.konfiguration, op.userinfo = {}, {"sub": "s-1"}
    cache.clear()
    base = {"adress": op.url, "klient_hemlighet": "hemlig", "nivaer": LOA3}
    new = Inloggningstjanst.objects.create
    roles.bankid = new(namnd=roles.namnd, kod="bankid", namn="BankID", for_vem="enskilda", klient_id="plan", **base)
    roles.bankid_b = new(
        namnd=roles.annan_namnd, kod="bankid-b", namn="BankID", for_vem="enskilda", klient_id="plan-b", **base
    )
    base["nivaer"] = ""
    roles.ad = new(
        namnd=roles.namnd,
        kod="personal",
        namn="Björkdala",
        for_vem="personal",
        klient_id="ad",
        claim="employee_id",
        **base,
    )
    roles.nummer = {}
    for n, name in enumerate(("birgitta", "slutat", "kommande", "egendom", "stangd", "nekad", "avstangd", "pappa")):
        who = Foretradare.objects.get(konto=getattr(roles, name))
        who.personnummer = roles.nummer[name] = f.number(skip=20 + n)
        who.save()
    for n, name in enumerate(("ingrid", "nadia", "admin", "ingen", "kerstin")):
        User.objects.filter(pk=getattr(roles, name).pk).update(tjanst=roles.ad, anstallnings_id=f"B-{n}")
    return roles


# --- One walk to the provider and back -------------------------------------------------------------------------------
def walk_in(op, tjanst, *, client=None, sign=None, query=None, **claims):
    """Go to the provider and back with these claims in the id_token; return the portal's answer."""
    client = client or Client()
    op.mark(client.get(reverse("eleg-borja", args=[tjanst.kod])).headers["Location"])
    (sign or op.signera)(op.skriv(**claims))
    back = {"code": "c", "state": op.asked["state"], **(query or {})}
    return client.get(reverse("eleg-svar", args=[tjanst.kod]), back)


def logged_in_as(answer) -> str:
    """The username that the answer logged in; empty when nobody was let in."""
    key = answer.client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""
