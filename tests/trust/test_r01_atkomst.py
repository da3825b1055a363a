"""Closed by default: every address × method × member of the cast, in every state of a case, from one table.

Who is not let in gets 404, sees nothing of the case, changes nothing and leaves one refused row in the log.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from plans.access.keys import READERS
from plans.actions import ord as egna_ord
from plans.lasning.plan import innehall as planinnehall
from plans.models import Actor, Delning, Foretradare, Foretradarskap, FrystOrd, Handelse, Person
from tests import factories as f
from tests.stod import current
from tests.stod.planting import plant_key, plant_rows
from tests.trust.matrisen import (
    ANONYM,
    FALLEN,
    KANARIE,
    LANGT_BORT,
    alvas,
    bygg_fall,
    ga,
    huvuden,
    kanarie,
    lacker,
    utanfor_tabellen,
)
from tests.views import sidor
from tests.views.databasen import angrat, avtryck
from tests.views.lagen import bygg
from tests.views.sidor import AKTORER, KONTO, OPPNA, SIDOR, STANGDA, TJANSTER

__all__ = ["kanarie"]
pytestmark = [pytest.mark.django_db, pytest.mark.trust, pytest.mark.slow]


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """No broker: the bell is not the matter here."""
    monkeypatch.setattr("plans.tasks.knuffa", lambda task: None)


def test_every_address_is_in_the_table(matt):
    assert utanfor_tabellen() == set()
    matt("R1", f"{len(sidor.alla_namn())} adresser i URL-tabellen, alla med en rad")


@pytest.mark.parametrize("fall", FALLEN, ids=lambda fall: fall.namn)
def test_everyone_gets_what_the_table_says(kanarie, fall, matt):
    """The matrix. One test per case, since building the case costs most; all that is wrong is listed."""
    x = bygg_fall(kanarie, fall)
    wrong, seen, asked = [], set(), 0
    actors = (*AKTORER, "signe", "signes_god_man", ANONYM)
    for who in actors:
        n, found = ga(kanarie, x, fall, who, seen)
        asked, wrong = asked + n, wrong + found
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 15 or fall.lage in ("lamnad", "senare"), "the insiders do read the marked texts"
    pages = len({s.namn for s in SIDOR if fall.lage in s.lagen})
    matt("R1", f"{fall.namn}: {pages} adresser × {len(actors)} aktörer, {asked} förfrågningar, 0 läckor")


@pytest.mark.parametrize("who", [ANONYM, "ingrid", "birgitta", "alva_konto", "carin", "admin"])
def test_pages_about_nobody(roller, who):
    client = Client()
    if who != ANONYM:
        getattr(roller, who).set_password("x")  # or the log-in library would have one set first
        getattr(roller, who).save()
        client.force_login(getattr(roller, who))
    got = {name: client.get(reverse(name)).status_code for name in (*OPPNA, *KONTO, *STANGDA)}
    if who == ANONYM:
        assert got == OPPNA | dict.fromkeys(KONTO, 302) | dict.fromkeys(STANGDA, 404)
    else:
        assert got == OPPNA | {"account_login": 302} | KONTO | dict.fromkeys(STANGDA, 404)
        assert [n for n in KONTO if huvuden(client.get(reverse(n)))] == []
    doors = {name: client.get(reverse(name, args=["finns-inte"])).status_code for name in TJANSTER}
    assert doors == TJANSTER
    assert {client.post(reverse(name), {"email": "a@b.se"}).status_code for name in STANGDA} == {404}


@pytest.mark.parametrize("who", ["osten", "nadia"])
def test_search_finds_nothing_of_others(kanarie, client, who):
    x = alvas(kanarie, "erbjuden")
    x.person.refresh_from_db()
    client.force_login(getattr(kanarie, who))
    nr = x.person.personnummer
    for q in (
        "kanarie",
        "kanariea",
        nr,
        f"{nr[2:8]}-{nr[8:]}",
        x.person.arendenummer,
        f"Ärende {x.person.arendenummer}",
    ):
        answer = client.post(reverse("person-sok"), {"q": q})
        if who == "nadia" and answer.status_code == 302:  # her own, who is called nearly the same
            assert answer.url == reverse("person", args=[kanarie.fjarran.pk])
            continue
        assert answer.status_code == 200 and "Ingen träff" in answer.content.decode(), q
        assert x.person.pk not in Handelse.objects.order_by("pk").last().person_ids


def test_ids_of_others_in_an_address_are_404(roller, client):
    """Both are Ingrid's, but one is not the other's."""
    skap = roller.yusuf.foretradarskap.get(stangd_at=None)
    x, y = alvas(roller, "genomgang"), bygg("genomgang", roller.yusuf, skap, roller.ingrid)
    old = x.plan.gallande
    client.force_login(roller.ingrid)
    wrong = [
        ("plan-folj-upp", [x.plan.pk, y.delar["loften"].spar]),
        ("inloggning-skapa-foretradare", [x.person.pk, y.skap.pk]),
    ]
    for slag, part in y.delar.items():
        own = {"andra": "loften", "loften": "andra"}.get(slag)
        for name in ("plandel-andra", "plandel-ta-bort"):
            wrong.append((name, [x.version.pk, slag, part.pk]))  # somebody else's
            wrong += [(name, [x.version.pk, slag, x.delar[own].pk])] if own else []  # another kind's
    goal, promise = old.malsattning_set.first(), old.atgard_set.first()
    wrong += [
        ("plandel-andra", [x.version.pk, "mal", goal.pk]),
        ("plandel-ta-bort", [x.version.pk, "loften", promise.pk]),
    ]
    before = avtryck()
    for name, args in wrong:
        body = {"text": "Smyg", "namn": "Smyg", "utfall": "klart", "ansvarig": "Smyg", "rev": 1}
        answers = {
            method: getattr(client, method)(reverse(name, args=args), body).status_code for method in ("get", "post")
        }
        assert answers == {"get": 404, "post": 404}, (name, args)
    assert avtryck() == before


def test_ids_of_others_in_a_body_are_not_taken(kanarie, client):
    skap = kanarie.yusuf.foretradarskap.get(stangd_at=None)
    x, y = alvas(kanarie, "utkast"), bygg("utkast", kanarie.yusuf, skap, kanarie.ingrid)
    ended = Foretradarskap.objects.get(foretradare__konto=kanarie.slutat)
    strangers = Foretradare.objects.exclude(skap__person__tilldelningar__user=kanarie.ingrid)
    assert {s.namnd_id for s in strangers} == {kanarie.namnd.pk, kanarie.annan_namnd.pk}
    new = {"typ": "ombud", "bevaka_ratt": "on", "fran": "2027-03-09", "underlag": "Fullmakt", "kanal": "brev"}
    answer = {"svar": "haller_med", "hur": "mote", "text": "Smyg"}
    tries = [
        *(("ingrid", "foretradare-registrera", {**new, "kand": s.pk}) for s in strangers),
        *(("ingrid", "plan-svara-for", {**answer, "vem": s.pk, "delning": x.delning.pk}) for s in (y.skap, ended)),
        ("ingrid", "plan-svara-for", {**answer, "vem": "person", "delning": y.delning.pk}),
        ("birgitta", "plan-svara", {**answer, "delning": y.delning.pk}),
        ("alva_konto", "plan-svara", {**answer, "delning": 10**30}),
    ]
    before = avtryck()
    for who, name, body in tries:
        client.force_login(getattr(kanarie, who))
        page = client.post(reverse(name, args=[x.version.pk if name == "plan-svara-for" else x.person.pk]), body)
        assert page.status_code == 200 and "behöver rättas" in page.content.decode(), (name, body)
    after = avtryck()
    assert [t for t in before if before[t] != after[t] and t != "plans_user"] == []  # last_login


def test_words_for_the_handlaggare_alone(roller):
    """*Bara handläggaren* holds between the person and those who act for the person, on every page and in the paper."""
    for who, mark, question in (("birgitta", "HemligB", ""), ("alva_konto", "HemligA", "vill")):
        egna_ord.skriv(
            person=roller.alva,
            slag="mina_ord" if question else "sa_ser_jag_det",
            fraga=question,
            text=mark,
            lasare="handlaggare",
            rev=0,
            by=Actor(getattr(roller, who), f.IDAG),
        )
    seen = {}
    for lage in ("utkast", "klar"):
        with angrat():
            x = bygg(lage, roller.alva, roller.skap, roller.ingrid, ser_det=False)
            for who in ("birgitta", "alva_konto", "ingrid"):
                client = Client()
                client.force_login(getattr(roller, who))
                mine = [s for s in SIDOR if lage in s.lagen and s.get == 200 and (s.vem is None or who in s.vem)]
                pages = [client.get(s.url(x)) for s in mine]
                seen[lage, who] = {m for m in ("HemligA", "HemligB") for p in pages if m in lacker(p)}
            frozen = str(list(FrystOrd.objects.values())) + str(list(Delning.objects.values()))
            assert "Hemlig" not in frozen
            assert "Hemlig" not in str(planinnehall.innehall(x.version, x.delning))
    for lage in ("utkast", "klar"):
        assert seen[lage, "ingrid"] == {"HemligA", "HemligB"}
        assert seen[lage, "birgitta"] <= {"HemligB"} and seen[lage, "alva_konto"] <= {"HemligA"}


def test_other_methods_open_nothing(kanarie, matt):
    """HEAD, OPTIONS, PUT, PATCH and DELETE: never more than GET and POST give, and nothing is changed."""
    x, asked, wrong = alvas(kanarie, "klar"), 0, []
    for who in (ANONYM, "osten", "ingrid"):
        client = Client(raise_request_exception=False)
        if who != ANONYM:
            client.force_login(getattr(kanarie, who))
        before = avtryck()
        for sida in (s for s in SIDOR if "klar" in s.lagen):
            for method in ("head", "options", "put", "patch", "delete"):
                answer = getattr(client, method)(sida.url(x))
                asked += 1
                allowed = {302, 404, 405} if who != "ingrid" or method != "head" else {200, 302, 404, 405}
                if who == "osten" and not sida.args(x):
                    allowed = {200, 302, 404, 405}  # a list of his own
                if answer.status_code not in allowed or (KANARIE in lacker(answer) and who != "ingrid"):
                    wrong.append(f"{who}: {method} {sida}: {answer.status_code}")
        after = avtryck()
        wrong += [f"{who}: changed {t}" for t in before if before[t] != after[t]]
    assert not wrong, "\n".join(wrong)
    matt("R1", f"HEAD, OPTIONS, PUT, PATCH, DELETE: {asked} förfrågningar, inget öppnat, inget ändrat")


def test_an_unshared_draft_is_the_handlaggares(kanarie, matt):
    """What stands in the draft's own rows is read by nobody in the family before it is shared."""
    x = alvas(kanarie, "odelat")
    marks = {
        str(value)
        for row in (
            x.version,
            *x.version.malsattning_set.all(),
            *x.version.planrad_set.all(),
            *x.version.atgard_set.all(),
            *x.version.delaktig_set.all(),
        )
        for value in vars(row).values()
        if str(value).startswith(KANARIE)
    }
    seen = {who: utkastord(kanarie, x, who, marks) for who in ("ingrid", "birgitta", "alva_konto", "javig")}
    assert len(seen.pop("ingrid")) > 10 and seen == {"birgitta": set(), "alva_konto": set(), "javig": set()}
    matt("R1", f"odelat utkast: {len(marks)} märkta texter, 0 sedda av familjen")


def utkastord(r, x, who: str, marks: set[str]) -> set[str]:
    """Which of the draft's texts somebody sees, over all their pages."""
    client = Client()
    client.force_login(getattr(r, who))
    pages = [client.get(s.url(x)) for s in SIDOR if "odelat" in s.lagen and s.get == 200 and who in (s.vem or [who])]
    words = set(re.findall(rf"{KANARIE}\d+", " ".join(lacker(p) for p in pages)))
    return words & marks


# --- Planted bugs: each makes the matrix red in its own case ---------------------------------------------------------


def test_planterat_den_som_inte_har_arendet_slapps_in(kanarie, monkeypatch, planterat):
    """Somebody forgot the unit: every handläggare of the nämnd has every case."""
    fall = FALLEN[0]
    x = bygg_fall(kanarie, fall)
    assert ga(kanarie, x, fall, "osten", set())[1] == []
    everybody = lambda by: Person.objects.filter(namnd=by.uppdrag.enhet.namnd)  # noqa: E731
    plant_rows(monkeypatch, "handlagda", everybody)
    wrong = ga(kanarie, x, fall, "osten", set())[1]
    assert {w.split(":")[1].strip() for w in wrong} >= {"get person", "get person-andra", "get insats-andra"}
    assert any(f"sees ['{KANARIE}" in w for w in wrong)
    planterat("R1", f"alla i nämnden handlägger alla: {len(wrong)} fel hos Östen")


def test_planterat_en_jobb_over_namndgransen(kanarie, monkeypatch, planterat):
    """Somebody looked only at the assignment, not at the nämnd: Östen's old case in another nämnd opens."""
    fall = FALLEN[0]
    x = bygg_fall(kanarie, fall)
    held = lambda by: Person.objects.filter(tilldelningar__user=by.user)  # noqa: E731
    plant_rows(monkeypatch, "handlagda", held)
    wrong = ga(kanarie, x, fall, "osten", set())[1]
    assert any(LANGT_BORT in w for w in wrong)
    planterat("R1", "en gammal tilldelning i en annan nämnd öppnar: ordet därifrån syns")


def test_planterat_en_handling_utan_vakt(kanarie, monkeypatch, planterat):
    """Somebody who may read may also do: jäv is forgotten."""
    fall = FALLEN[1]
    x = bygg_fall(kanarie, fall)
    assert ga(kanarie, x, fall, "javig", set())[1] == []
    plant_key(monkeypatch, "erbjudande.svara", READERS)
    wrong = ga(kanarie, x, fall, "javig", set())[1]
    assert any("post erbjudande-svara-sjalv" in w for w in wrong)
    planterat("R1", "jäv glöms när någon svarar på erbjudandet")


def test_planterat_en_adress_utan_rad(monkeypatch, planterat):
    """A new address that nobody put in the table."""
    monkeypatch.setattr(sidor, "SIDOR", [s for s in SIDOR if s.namn != "pdf-hamta"])
    assert utanfor_tabellen() == {"pdf-hamta"}
    planterat("R1", "en adress saknar rad i tabellen")


def test_planterat_ett_odelat_utkast_syns(kanarie, planterat):
    """Somebody lets the plan share itself before the handläggare has said so."""
    x = alvas(kanarie, "odelat")
    marks = {x.version.syfte} | {g.text for g in x.version.malsattning_set.all()}
    current.dela(version=x.version, by=Actor(kanarie.ingrid, f.IDAG))
    assert len(utkastord(kanarie, x, "birgitta", marks)) > 1
    planterat("R1", "utkastet delas av sig självt: dess ord syns för god man")
