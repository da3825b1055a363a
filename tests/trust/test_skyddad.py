"""R3: others never meet a protected person in a list, search, title or count, nor can they guess that there is one.

The person is still in every count that the law demands. No mail about the person goes automatically to others than
staff: the named handläggare gets a task instead.
"""

import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from plans.actions import utskick
from plans.models import IndividuellPlan, Person, Utskick
from tests.stod import factories as f
from tests.stod.access_matrix import leaks
from tests.stod.case_page import EMERGENCY, FAMILY, HANDLAGGARE, READERS, STAFF
from tests.stod.case_states import build_case
from tests.stod.pages import PAGES
from tests.stod.planting import plant_read

pytestmark = [pytest.mark.django_db, pytest.mark.target("R3"), pytest.mark.slow]
NAMN = re.compile(r"\bSigne\b|\bHemlig\b", re.I)  # not the word "signera"
OM_EN = {s.namn for s in PAGES if s.vem in (STAFF, STAFF | FAMILY, STAFF | READERS | EMERGENCY)}


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


@pytest.fixture
def fall(roles) -> SimpleNamespace:
    """Signe's case with a final plan, her own login and a god man."""
    person = roles.skyddad
    person.konto = roles.signe = f.user("signe", namn="Signe Hemlig")
    person.save()
    roles.signes_god_man = f.user("signes_god_man")
    return build_case("klar", person, f.skap(person, roles.signes_god_man, roles.ingrid), roles.ingrid)


def rojt(r: SimpleNamespace, x: SimpleNamespace, who: str) -> list[str]:
    """List where this user sees the protected person's name or case number but should not."""
    client, found = Client(), []
    client.force_login(getattr(r, who))
    own = who in ("signe", "signes_god_man")
    for sida in (s for s in PAGES if "klar" in s.lagen and s.get == 200):
        body = leaks(client.get(sida.url(x)))
        title = re.search(r"<title>(.*?)</title>", body, re.S)
        if NAMN.search(title.group(1) if title else ""):
            found.append(f"{who}: the title of {sida}")
        if not own and not (who == "ingrid" and sida.namn in OM_EN) and NAMN.search(body):
            found.append(f"{who}: the name in {sida}")
        if not own and who != "ingrid" and who not in sida.ser and x.person.arendenummer in body:
            found.append(f"{who}: the case number in {sida}")
    for q in ("Signe", "hemlig", "si") if who in HANDLAGGARE else ():
        answer = client.post(reverse("person-sok"), {"q": q})
        if answer.status_code != 200 or "Ingen träff" not in answer.content.decode():
            found.append(f"{who}: a search for {q}")
    return found


ALLA = (
    "ingrid",
    "kerstin",
    "osten",
    "nadia",
    "carin",
    "greta",
    "rut",
    "birgitta",
    "dragan_konto",
    "signes_god_man",
    "signe",
)


def test_namnet_star_bara_pa_de_egna_sidorna(roles, fall, measured):
    assert [w for who in ALLA for w in rojt(roles, fall, who)] == []
    client = Client()
    client.force_login(roles.ingrid)
    assert "Signe" in client.get(reverse("person", args=[fall.person.pk])).content.decode()
    measured(f"{len(ALLA)} aktörer × {len([s for s in PAGES if 'klar' in s.lagen])} adresser och sökningar: 0 röjda")


def skillnader(r: SimpleNamespace, x: SimpleNamespace) -> list[str]:
    """List the addresses, searches and registrations whose answer lets other staff tell that the person exists."""
    different = []
    for who in ("kerstin", "osten"):
        client = Client(raise_request_exception=False)
        client.force_login(getattr(r, who))
        for name in ("person", "person-andra", "insats-bevilja"):
            there = client.get(reverse(name, args=[x.person.pk]))
            gone = client.get(reverse(name, args=[10**9]))
            if (there.status_code, utan_id(there, x)) != (gone.status_code, utan_id(gone, x)):
                different.append(f"{who}: {name}")
        for q in (x.person.personnummer, x.person.arendenummer):
            there = client.post(reverse("person-sok"), {"q": q}).content.decode()
            if "Ingen träff" not in there:
                different.append(f"{who}: a search by {'number' if q.isdigit() else 'case'}")
        new = {"fornamn": "Eva", "efternamn": "Ek", "kanal": "brev"}
        for number in (x.person.personnummer, r.dragan.personnummer if who == "kerstin" else r.alva.personnummer):
            page = client.post(reverse("person-registrera"), new | {"personnummer": number}).content.decode()
            if "Numret kan inte registreras här" not in page:
                different.append(f"{who}: a registration")
    return different


def utan_id(answer, x) -> str:
    body = answer.content.decode()
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|<meta name="session-slut"[^>]*>', "", body)
    return body.replace(str(10**9), str(x.person.pk))


def test_den_skyddade_gar_inte_att_gissa(roles, fall, measured):
    assert skillnader(roles, fall) == []
    measured("adress, sökning och registrering svarar likadant för en skyddad som för ingen: 0 skillnader")


def test_den_skyddade_raknas_i_laget(roles, fall, measured):
    client = Client()
    client.force_login(roles.carin)
    with_her = client.get(reverse("laget")).content.decode()
    IndividuellPlan.objects.filter(person=fall.person).update(
        avslutad=f.IDAG, avslutad_av=roles.ingrid, avslutad_skal="flyttat"
    )
    fall.person.insatser.update(avslutad=f.IDAG)
    assert client.get(reverse("laget")).content.decode() != with_her
    measured("Läget ändras när den skyddades plan slutar: hon är med i räkningen")


def automatiska(x: SimpleNamespace) -> list[str]:
    """List the letters and mails about the person that go to others than staff automatically."""
    rows = Utskick.objects.filter(paminnelser__plan__person=x.person).distinct()
    return [f"{u.kanal} {u.status}" for u in rows if not u.for_hand and u.mottagare.user_id is None]


def test_inget_gar_ut_av_sig_sjalvt(roles, fall, measured, mailoutbox):
    utskick.planera(today=f.IDAG)
    while utskick.skicka_ett(today=f.IDAG):
        pass
    assert automatiska(fall) == []
    by_hand = Utskick.objects.filter(paminnelser__plan__person=fall.person, for_hand=True).distinct()
    assert by_hand.count() >= 1
    assert [m for m in mailoutbox if "signes_god_man" in str(m.to)] == []
    measured(f"0 automatiska utskick, {by_hand.count()} uppgifter för den namngivna handläggaren i stället")


def test_planterat_kollegan_ser_den_skyddade(roles, fall, monkeypatch, planted):
    assert rojt(roles, fall, "kerstin") == []
    whole = lambda user, enhet, namnd, today: Person.objects.filter(namnd=namnd).values("pk")  # noqa: E731
    plant_read(monkeypatch, "handled", whole)
    assert len(rojt(roles, fall, "kerstin")) > 3 and skillnader(roles, fall) != []
    planted("skyddet glöms i handlagda: kollegan ser namnet, och sökningen skiljer")


def test_planterat_namnet_i_listan(roles, fall, monkeypatch, planted):
    monkeypatch.setattr(Person, "i_lista", property(lambda person: person.namn))
    assert any("the name in" in w for w in rojt(roles, fall, "ingrid"))
    planted("listan visar namnet i stället för ärendenumret")


def test_planterat_ett_mejl_gar_ut(roles, fall, planted):
    row = Utskick.objects.filter(paminnelser__plan__person=fall.person, for_hand=True, mottagare__user=None).first()
    Utskick.objects.filter(pk=row.pk).update(for_hand=False, status="vantar")
    assert automatiska(fall) != []
    planted("ett utskick om en skyddad går av sig självt")
