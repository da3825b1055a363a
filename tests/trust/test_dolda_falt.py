"""R18: state, owner and number cannot be smuggled into a POST alongside a form's own fields."""

from types import SimpleNamespace

import pytest
from django import forms
from django.test import Client

from plans.actions import personer
from plans.forms.person import AndraPerson
from tests.stod.access_matrix import CANARY
from tests.stod.case_states import build_case
from tests.stod.database_state import undone
from tests.stod.pages import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.target("R18")]


def smuggelgods(r: SimpleNamespace, x: SimpleNamespace) -> dict:
    """Column names that no form asks for, with values that would do harm."""
    return {
        "person": r.yusuf.pk,
        "person_id": r.yusuf.pk,
        "namnd": r.annan_namnd.pk,
        "namnd_id": r.annan_namnd.pk,
        "forfattare": r.osten.pk,
        "forfattare_id": r.osten.pk,
        "personnummer": "199001012384",
        "arendenummer": "2027-9999",
        "avliden": "2027-01-01",
        "konto": r.osten.pk,
        "konto_id": r.osten.pk,
        "status": "faststalld",
        "faststalld": "2027-01-01",
        "faststalld_av": r.ingrid.pk,
        "by": r.osten.pk,
        "bekraftat": "2027-01-01",
        "version": 1,
        "version_id": 1,
        "insats": x.insats.pk,
        "spar": "0" * 32,
        "id": 1,
        "pk": 1,
        "nummer": 99,
        "created_at": "2020-01-01",
        "verifierad_av": r.osten.pk,
        "kontrollerad_av": r.kerstin.pk,
        "kontrollerad_at": "2027-01-01",
        "stangd_av": "",
        "far_se_logg": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "registrerad_av": r.osten.pk,
    }


def ator(who: str, sida) -> bool:
    return sida.vem is not None and who in sida.vem


def rader(x: SimpleNamespace) -> dict[str, dict]:
    """Return the case's rows by name, each as a dict of its columns."""
    known = {
        "person": x.person,
        "version": x.version,
        "skap": x.skap,
        "insats": x.insats,
        "konto": x.person.konto,
        **{k: v for k, v in x.delar.items()},
    }
    for row in known.values():
        row.refresh_from_db()
    return {name: dict(vars(row)) for name, row in known.items()}


def smugglat(r: SimpleNamespace, x: SimpleNamespace) -> tuple[int, list[str]]:
    """Post every form of the state with the smuggled fields; return how many were posted, and the fields accepted."""
    extra, posted, taken = smuggelgods(r, x), 0, []
    for sida in (s for s in PAGES if s.post and x.lage in s.lagen):
        who = next((w for w in ("ingrid", "birgitta", "alva_konto") if ator(w, sida)), None)
        if who is None:
            continue
        client, body = Client(raise_request_exception=False), sida.post(x)
        client.force_login(getattr(r, who))
        beside = {k: v for k, v in extra.items() if k not in body}
        with undone():
            client.post(sida.url(x), body)
            plain = rader_eller_tomt(x)
        with undone():
            client.post(sida.url(x), body | beside)
            loaded = rader_eller_tomt(x)
        posted += 1
        for name, row in loaded.items():
            for column, value in row.items():
                known = column in beside and str(plain.get(name, {}).get(column)) != str(value)
                if known and not column.startswith("_"):
                    taken.append(f"{sida}: {name}.{column}")
    return posted, taken


def rader_eller_tomt(x: SimpleNamespace) -> dict[str, dict]:
    try:
        return rader(x)
    except Exception:  # the form deleted the row, as it should
        return {}


@pytest.fixture
def fall(roles, monkeypatch):
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)

    def bygg_lage(lage: str) -> SimpleNamespace:
        x = build_case(lage, roles.alva, roles.skap, roles.ingrid, marke=CANARY)
        x.lage = lage
        if not hasattr(x, "version"):
            x.version, x.delar = x.insats, {}
        return x

    return bygg_lage


@pytest.mark.parametrize("lage", ["erbjuden", "utkast"])
def test_inget_som_formularet_inte_fragar_om_tas_emot(roles, fall, lage, measured):
    x = fall(lage)
    posted, taken = smugglat(roles, x)
    assert taken == [] and posted > 10
    measured(f"{lage}: {posted} formulär × {len(smuggelgods(roles, x))} insmugglade fält, 0 togs emot")


def test_planterat_ett_falt_for_mycket(roles, fall, monkeypatch, planted):
    """The form and the action accept the case number."""
    monkeypatch.setitem(AndraPerson.base_fields, "arendenummer", forms.CharField(required=False))
    monkeypatch.setattr(personer, "FALT", (*personer.FALT, "arendenummer"))
    assert smugglat(roles, fall("erbjuden"))[1] == ["person-andra: person.arendenummer"]
    planted("ärendenumret tas emot av formuläret")
