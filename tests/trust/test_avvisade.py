"""R12: logins refused at a nämnd's e-ID show in that nämnd's monthly review of the log, and in no other nämnd's."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.actions import loggranskning as actions
from plans.konto.views import outcome
from plans.lasning import loggranskning as lasning
from plans.logg import audit
from plans.models import Actor, Handelse, Inloggningstjanst
from tests.stod import factories as f
from tests.stod.oidc.door import door, logged_in_as, op, walk_in
from tests.stod.oidc.stub import LOA3, NUMBER_CLAIM

__all__ = ["door", "op"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R12"), pytest.mark.slow]
MANAD = dt.date(2027, 2, 1)


def utan_namnd(r, op) -> list[str]:
    """Try logins that are refused; list those whose log row lacks the provider or its nämnd, or names a person."""
    wrong = []
    unknown, cases = f.number(skip=60), {}
    cases["unknown"] = (r.bankid, {NUMBER_CLAIM: unknown}, {})
    cases["level too low"] = (r.bankid, {NUMBER_CLAIM: unknown, "acr": LOA3.replace("loa3", "loa2")}, {})
    cases["the other nämnd's provider"] = (r.bankid_b, {NUMBER_CLAIM: unknown}, {})
    cases["staff"] = (r.ad, {"employee_id": "B-99"}, {})
    cases["not signed"] = (r.bankid, {NUMBER_CLAIM: unknown}, {"sign": lambda claims: setattr(op, "token", "trams")})
    for name, (tjanst, claims, how) in cases.items():
        before = Handelse.objects.count()
        answer = walk_in(op, tjanst, **how, **claims)
        assert not logged_in_as(answer)
        rows = list(Handelse.objects.order_by("pk")[before:])
        if [(row.namnd_id, row.objekt_id, row.user, row.person_ids) for row in rows] != [
            (tjanst.namnd_id, tjanst.pk, None, [])
        ]:
            wrong.append(name)
    return wrong


def test_a_refusal_is_the_namnds_of_the_provider(door, op, measured):
    assert utan_namnd(door, op) == []
    measured("5 av 5 nekade inloggningar har nämnd och tjänst i loggen, ingen person")


def test_planted_the_row_has_no_namnd(door, op, monkeypatch, planted):
    real = audit.record
    monkeypatch.setattr(outcome.audit, "record", lambda event, namnd=None, **rest: real(event, **rest))
    assert len(utan_namnd(door, op)) == 5
    planted("en nekad inloggning hör inte till någon nämnd")


@pytest.fixture
def manaden(roles):
    """Refusals at one provider: 2 in January, 24 in February, 1 in March; and 5 at another nämnd's provider."""
    base = {"for_vem": "enskilda", "adress": "https://op.example.se", "klient_id": "plan", "nivaer": LOA3}
    roles.bankid = Inloggningstjanst.objects.create(namnd=roles.namnd, kod="bankid", namn="BankID", **base)
    roles.tyst = Inloggningstjanst.objects.create(namnd=roles.namnd, kod="freja", namn="Freja", **base)
    roles.annans = Inloggningstjanst.objects.create(namnd=roles.annan_namnd, kod="b", namn="Ekleg", **base)
    rows = [(roles.bankid, "okänd", (2, d)) for d in range(1, 22)] + [
        (roles.bankid, "niva", (2, d)) for d in (3, 4, 28)
    ]
    rows += [(roles.bankid, "okänd", when) for when in ((1, 1), (1, 31), (3, 1))]
    rows += [(roles.annans, "okänd", (2, 9))] * 5
    for tjanst, why, (month, day) in rows:
        at = timezone.make_aware(dt.datetime(2027, month, day, 12))
        Handelse.objects.create(
            at=at,
            namnd=tjanst.namnd,
            handelse="inloggning.avvisad",
            objekt="inloggningstjanst",
            objekt_id=tjanst.pk,
            varfor=why,
            nekad=True,
        )
    return roles


def test_the_month_counts_by_provider_and_reason(manaden, measured):
    [bankid] = lasning.refusals(manaden.namnd, MANAD)
    assert (bankid.namn, bankid.antal, bankid.forra, bankid.manga) == ("BankID", 24, 2, True)
    assert bankid.skal == [("okänd", 21), ("för låg säkerhetsnivå", 3)]
    assert timezone.localtime(bankid.senast).date() == dt.date(2027, 2, 28)
    [other] = lasning.refusals(manaden.annan_namnd, MANAD)
    assert (other.namn, other.antal, other.manga) == ("Ekleg", 5, False)
    measured("29 nekade inloggningar räknade hos rätt nämnd, tjänst och skäl; 24 mot 2 månaden före pekas ut")


def test_planted_the_month_before_is_not_counted(manaden, monkeypatch, planted):
    monkeypatch.setattr(lasning.regler, "many_refusals", lambda antal, forra: antal >= 30)
    assert not lasning.refusals(manaden.namnd, MANAD)[0].manga
    planted("gränsen för många nekade inloggningar är för hög")


def test_the_reviewer_sees_it_and_another_namnds_does_not(manaden, django_assert_max_num_queries):
    r = manaden
    review = actions.dra(namnd=r.namnd, manad=MANAD, by=Actor(r.greta, f.IDAG), now=timezone.now())
    url, client = reverse("loggranskning-manad", args=[review.pk]), Client()
    client.force_login(r.greta)
    client.get(url)
    with django_assert_max_num_queries(14):
        page = client.get(url).content.decode()
    assert "BankID" in page and "Ovanligt många" in page and "Okänd: 21" in page and "2 månaden före" in page
    assert "Freja" not in page and "Ekleg" not in page
    for stranger in (r.ingrid, r.nadia, r.birgitta):
        other = Client()
        other.force_login(stranger)
        assert other.get(url).status_code == 404
