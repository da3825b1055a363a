"""R8: when a provider is shut or gone, the sessions it began, and no others, end at their next request."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans import middleware
from plans.models import Inloggningstjanst
from tests.stod.login_door import PASSWORD, try_login, with_password
from tests.stod.oidc.door import door, logged_in_as, op, walk_in
from tests.stod.oidc.stub import NUMBER_CLAIM

__all__ = ["door", "op"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R8"), pytest.mark.slow]
SIDOR = {"alva": "/min-plan/", "birgitta": "/mina-personer/", "ingrid": "/att-gora/", "admin": "/sakerhet/"}


def inne(r, op) -> dict[str, tuple[Client, Inloggningstjanst]]:
    """Log in a person and a god man by e-ID, staff and an administrator by their employer's login."""
    ways = {
        "alva": (r.bankid, {NUMBER_CLAIM: r.alva.personnummer}),
        "birgitta": (r.bankid, {NUMBER_CLAIM: r.nummer["birgitta"]}),
        "ingrid": (r.ad, {"employee_id": "B-0"}),
        "admin": (r.ad, {"employee_id": "B-2"}),
    }
    found = {}
    for name, (tjanst, claims) in ways.items():
        answer = walk_in(op, tjanst, **claims)
        assert logged_in_as(answer) == name and answer.client.get(SIDOR[name]).status_code == 200
        found[name] = (answer.client, tjanst)
    return found


def stang(pk: int) -> None:
    """Shut the provider, as an administrator does."""
    Inloggningstjanst.objects.filter(pk=pk).update(aktiv=False)


def tag_bort(pk: int) -> None:
    """Rename the row as if the provider were gone: a provider that staff log in by cannot be deleted."""
    Inloggningstjanst.objects.filter(pk=pk).update(kod="en-annan")


def kvar_inne(r, op, end: Callable[[int], None]) -> list[str]:
    """List who is still in after their own provider ended, and who was put out when another provider ended."""
    wrong = []
    for tjanst in (r.bankid, r.ad):
        sessions = inne(r, op)
        end(tjanst.pk)
        for name, (client, began) in sessions.items():
            answer = client.get(SIDOR[name])
            out = answer.status_code == 302 and answer.url.startswith(reverse("account_login"))
            if out != (began == tjanst):
                wrong.append(f"{name}: {'put out' if out else 'still in'}")
        Inloggningstjanst.objects.filter(pk=tjanst.pk).update(aktiv=True, kod=tjanst.kod)
    return wrong


@pytest.mark.parametrize("end", [stang, tag_bort])
def test_a_shut_provider_ends_its_sessions_at_the_next_request(door, op, end, measured):
    assert kvar_inne(door, op, end) == []
    measured("stängd eller borttagen inloggningstjänst: 4 av 4 sessioner slut vid nästa anrop, ingen annans")


def test_planted_the_provider_is_not_asked_for(door, op, monkeypatch, planted):
    monkeypatch.setattr(middleware.inloggningstjanster, "is_shut", lambda koder: False)
    assert kvar_inne(door, op, stang) == [f"{name}: still in" for name in ("alva", "birgitta", "ingrid", "admin")]
    planted("ingen frågar om sessionens inloggningstjänst finns kvar")


def test_planted_any_shut_provider_ends_every_session(door, op, monkeypatch, planted):
    def any_shut(koder):
        return Inloggningstjanst.objects.filter(aktiv=False).exists()

    monkeypatch.setattr(middleware.inloggningstjanster, "is_shut", any_shut)
    assert kvar_inne(door, op, stang) == [f"{name}: put out" for name in ("ingrid", "admin", "alva", "birgitta")]
    planted("någon annans stängda tjänst avslutar sessionen")


def test_it_is_said_why_and_the_page_one_was_at_comes_back(door, op):
    client, _ = inne(door, op)["alva"]
    stang(door.bankid.pk)
    assert client.get("/min-plan/").url == "/logga-in/?next=/min-plan/"
    assert middleware.PROVIDER_SHUT in client.get("/logga-in/").content.decode()


def test_what_it_costs(door, op, client, measured):
    """The check costs one query for a session begun by a provider, and none for one begun by a password."""
    door.ingrid.refresh_from_db()
    with_password(door.ingrid)
    try_login(client, "ingrid", PASSWORD)
    counts = {}
    for name, who in (("password", client), ("provider", inne(door, op)["ingrid"][0])):
        who.get("/att-gora/")
        with CaptureQueriesContext(connection) as queries:
            assert who.get("/att-gora/").status_code == 200
        asked = [q for q in queries if '"plans_inloggningstjanst"."kod" IN' in q["sql"]]
        counts[name] = (len(asked), len(queries))
    assert counts["password"][0] == 0 and counts["provider"][0] == 1
    assert counts["provider"][1] == counts["password"][1] + 1
    measured("att se efter om tjänsten finns kvar: 1 fråga för en session med e-legitimation, 0 för andra")
