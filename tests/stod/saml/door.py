"""What the tests of login by SAML share: a provider in memory, the cast with providers, and a walk there and back."""

import pytest
from django.test import Client
from django.urls import reverse

from plans.models import Handelse, Inloggningstjanst, User
from tests.stod.saml.stub import KEY, LOA3, NUMBER_ATTRIBUTE, Idp, b64, sign


@pytest.fixture
def idp() -> Idp:
    return Idp()


@pytest.fixture
def saml_door(door, idp):
    """The cast of the fixture `door`, with three SAML providers: e-ID for two nämnder, and the staff's own."""
    base = {"protokoll": "saml", "entitet": idp.entitet, "inloggningsadress": idp.adress, "certifikat": KEY.certifikat}
    new = Inloggningstjanst.objects.create
    eid = {"namn": "Freja", "for_vem": "enskilda", "claim": NUMBER_ATTRIBUTE, "nivaer": LOA3, **base}
    door.saml = new(namnd=door.namnd, kod="freja", **eid)
    door.saml_b = new(namnd=door.annan_namnd, kod="freja-b", **eid)
    door.adfs = new(namnd=door.namnd, kod="adfs", namn="ADFS", for_vem="personal", claim="employeeID", **base)
    User.objects.filter(anstallnings_id="B-0").update(tjanst=door.adfs)
    return door


def begin(idp, tjanst, client, **query):
    """Go to the provider; return the question that it gets."""
    return idp.las(client.get(reverse("eleg-borja", args=[tjanst.kod]), query).headers["Location"])


def hand_over(tjanst, client, xml: str | bytes, **mer):
    """Post the provider's answer as it is posted the second time: from the portal's page, with the session cookie."""
    return client.post(reverse("eleg-saml", args=[tjanst.kod]), {"SAMLResponse": b64(xml), "igen": "1"} | mer)


def walk_in(idp, tjanst, attribut, *, client=None, query=None, **andrat):
    """Go to the provider and back with an assertion about somebody, changed by `andrat`; return the portal's answer."""
    client = client or Client()
    begin(idp, tjanst, client, **(query or {}))
    return hand_over(tjanst, client, idp.svar(sign(idp.intyg(attribut, **andrat))))


def log_rows(efter: int) -> list[tuple]:
    rows = Handelse.objects.order_by("pk")[efter:]
    return [(x.handelse, x.nekad, x.user.username if x.user else "", x.namnd_id, x.person_ids) for x in rows]
