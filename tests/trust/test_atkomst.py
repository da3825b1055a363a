"""Closed by default: every address × method × member of the cast, in every state of a case, from one table.

Anyone refused gets 404, sees nothing of the case, changes nothing and leaves one refused row in the log.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from plans.access.keys import READERS
from plans.actions import ord as egna_ord
from plans.lasning.plan import innehall as planinnehall
from plans.models import Actor, Delning, Foretradare, Foretradarskap, FrystOrd, Handelse, Person
from tests.stod import current, pages
from tests.stod import factories as f
from tests.stod.access_matrix import (
    ANONYMOUS,
    CANARY,
    CASES,
    EVERYBODY,
    FAR_AWAY,
    alvas_case,
    build,
    canary,
    every_question,
    leaks,
    missing_headers,
    outside_the_table,
    questions,
    walk,
)
from tests.stod.case_states import build_case
from tests.stod.database_state import fingerprint, undone
from tests.stod.pages import ACCOUNT, CLOSED, OPEN, PAGES, SERVICES
from tests.stod.planting import plant_key, plant_read, plant_rows

__all__ = ["canary"]
pytestmark = [pytest.mark.django_db, pytest.mark.target("R1"), pytest.mark.slow]


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Wake no worker: that is not under test here."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def test_every_address_is_in_the_table(measured):
    assert outside_the_table() == set()
    measured(f"{len(pages.all_names())} adresser i URL-tabellen, alla med en rad")


@pytest.mark.parametrize("fall", CASES, ids=lambda fall: fall.namn)
def test_everyone_gets_what_the_table_says(canary, fall, measured):
    """The matrix. One test for each case, since building the case takes most of the time; it lists every fault."""
    x = build(canary, fall)
    wrong, seen, asked = [], set(), 0
    for who in EVERYBODY:
        n, found = walk(canary, x, fall, who, seen, questions())
        asked, wrong = asked + n, wrong + found
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 15 or fall.lage in ("lamnad", "senare"), "the insiders do read the marked texts"
    pages = len({s.namn for s in PAGES if fall.lage in s.lagen})
    of = sum(q.fall == fall for q in every_question())
    measured(f"{fall.namn}: {pages} adresser × {len(EVERYBODY)} aktörer, {asked} av {of} förfrågningar, 0 läckor")


@pytest.mark.parametrize("who", [ANONYMOUS, "ingrid", "birgitta", "alva_konto", "carin", "admin"])
def test_pages_about_nobody(roles, who):
    client = Client()
    if who != ANONYMOUS:
        getattr(roles, who).set_password("x")  # without one, the login library would first ask for a new password
        getattr(roles, who).save()
        client.force_login(getattr(roles, who))
    got = {name: client.get(reverse(name)).status_code for name in (*OPEN, *ACCOUNT, *CLOSED)}
    if who == ANONYMOUS:
        assert got == OPEN | dict.fromkeys(ACCOUNT, 302) | dict.fromkeys(CLOSED, 404)
    else:
        assert got == OPEN | {"account_login": 302} | ACCOUNT | dict.fromkeys(CLOSED, 404)
        assert [n for n in ACCOUNT if missing_headers(client.get(reverse(n)))] == []
    doors = {name: client.get(reverse(name, args=["finns-inte"])).status_code for name in SERVICES}
    assert doors == SERVICES
    assert {client.post(reverse(name), {"email": "a@b.se"}).status_code for name in CLOSED} == {404}


@pytest.mark.parametrize("who", ["osten", "nadia"])
def test_search_finds_nothing_of_others(canary, client, who):
    x = alvas_case(canary, "erbjuden")
    x.person.refresh_from_db()
    client.force_login(getattr(canary, who))
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
        if who == "nadia" and answer.status_code == 302:  # her own person, with almost the same name
            assert answer.url == reverse("person", args=[canary.fjarran.pk])
            continue
        assert answer.status_code == 200 and "Ingen träff" in answer.content.decode(), q
        assert x.person.pk not in Handelse.objects.order_by("pk").last().person_ids


def test_ids_of_others_in_an_address_are_404(roles, client):
    """Both cases are Ingrid's, but parts of one are not found under the other."""
    skap = roles.yusuf.foretradarskap.get(stangd_at=None)
    x, y = alvas_case(roles, "genomgang"), build_case("genomgang", roles.yusuf, skap, roles.ingrid)
    old = x.plan.gallande
    client.force_login(roles.ingrid)
    wrong = [
        ("plan-folj-upp", [x.plan.pk, y.delar["loften"].spar]),
        ("inloggning-skapa-foretradare", [x.person.pk, y.skap.pk]),
    ]
    for slag, part in y.delar.items():
        own = {"andra": "loften", "loften": "andra"}.get(slag)
        for name in ("plandel-andra", "plandel-ta-bort"):
            wrong.append((name, [x.version.pk, slag, part.pk]))  # from the other case
            wrong += [(name, [x.version.pk, slag, x.delar[own].pk])] if own else []  # of another kind
    goal, promise = old.malsattning_set.first(), old.atgard_set.first()
    wrong += [
        ("plandel-andra", [x.version.pk, "mal", goal.pk]),
        ("plandel-ta-bort", [x.version.pk, "loften", promise.pk]),
    ]
    before = fingerprint()
    for name, args in wrong:
        body = {"text": "Smyg", "namn": "Smyg", "utfall": "klart", "ansvarig": "Smyg", "rev": 1}
        answers = {
            method: getattr(client, method)(reverse(name, args=args), body).status_code for method in ("get", "post")
        }
        assert answers == {"get": 404, "post": 404}, (name, args)
    assert fingerprint() == before


def test_ids_of_others_in_a_body_are_not_taken(canary, client):
    skap = canary.yusuf.foretradarskap.get(stangd_at=None)
    x, y = alvas_case(canary, "utkast"), build_case("utkast", canary.yusuf, skap, canary.ingrid)
    ended = Foretradarskap.objects.get(foretradare__konto=canary.slutat)
    strangers = Foretradare.objects.exclude(skap__person__tilldelningar__user=canary.ingrid)
    assert {s.namnd_id for s in strangers} == {canary.namnd.pk, canary.annan_namnd.pk}
    new = {"typ": "ombud", "bevaka_ratt": "on", "fran": "2027-03-09", "underlag": "Fullmakt", "kanal": "brev"}
    answer = {"svar": "haller_med", "hur": "mote", "text": "Smyg"}
    tries = [
        *(("ingrid", "foretradare-registrera", {**new, "kand": s.pk}) for s in strangers),
        *(("ingrid", "plan-svara-for", {**answer, "vem": s.pk, "delning": x.delning.pk}) for s in (y.skap, ended)),
        ("ingrid", "plan-svara-for", {**answer, "vem": "person", "delning": y.delning.pk}),
        ("birgitta", "plan-svara", {**answer, "delning": y.delning.pk}),
        ("alva_konto", "plan-svara", {**answer, "delning": 10**30}),
    ]
    before = fingerprint()
    for who, name, body in tries:
        client.force_login(getattr(canary, who))
        page = client.post(reverse(name, args=[x.version.pk if name == "plan-svara-for" else x.person.pk]), body)
        assert page.status_code == 200 and "behöver rättas" in page.content.decode(), (name, body)
    after = fingerprint()
    assert [t for t in before if before[t] != after[t] and t != "plans_user"] == []  # last_login


def test_words_for_the_handlaggare_alone(roles):
    """*Bara handläggaren* hides the person's words from the företrädare and vice versa, on pages and in the plan."""
    for who, mark, question in (("birgitta", "HemligB", ""), ("alva_konto", "HemligA", "vill")):
        egna_ord.skriv(
            person=roles.alva,
            slag="mina_ord" if question else "sa_ser_jag_det",
            fraga=question,
            text=mark,
            lasare="handlaggare",
            rev=0,
            by=Actor(getattr(roles, who), f.IDAG),
        )
    seen = {}
    for lage in ("utkast", "klar"):
        with undone():
            x = build_case(lage, roles.alva, roles.skap, roles.ingrid, ser_det=False)
            for who in ("birgitta", "alva_konto", "ingrid"):
                client = Client()
                client.force_login(getattr(roles, who))
                mine = [s for s in PAGES if lage in s.lagen and s.get == 200 and (s.vem is None or who in s.vem)]
                pages = [client.get(s.url(x)) for s in mine]
                seen[lage, who] = {m for m in ("HemligA", "HemligB") for p in pages if m in leaks(p)}
            frozen = str(list(FrystOrd.objects.values())) + str(list(Delning.objects.values()))
            assert "Hemlig" not in frozen
            assert "Hemlig" not in str(planinnehall.read_content(x.version, x.delning))
    for lage in ("utkast", "klar"):
        assert seen[lage, "ingrid"] == {"HemligA", "HemligB"}
        assert seen[lage, "birgitta"] <= {"HemligB"} and seen[lage, "alva_konto"] <= {"HemligA"}


def test_other_methods_open_nothing(canary, measured):
    """HEAD, OPTIONS, PUT, PATCH and DELETE give no more than GET and POST, and change nothing."""
    x, asked, wrong = alvas_case(canary, "klar"), 0, []
    for who in (ANONYMOUS, "osten", "ingrid"):
        client = Client(raise_request_exception=False)
        if who != ANONYMOUS:
            client.force_login(getattr(canary, who))
        before = fingerprint()
        for sida in (s for s in PAGES if "klar" in s.lagen):
            for method in ("head", "options", "put", "patch", "delete"):
                answer = getattr(client, method)(sida.url(x))
                asked += 1
                allowed = {302, 404, 405} if who != "ingrid" or method != "head" else {200, 302, 404, 405}
                if who == "osten" and not sida.args(x):
                    allowed = {200, 302, 404, 405}  # Östen's own list
                if answer.status_code not in allowed or (CANARY in leaks(answer) and who != "ingrid"):
                    wrong.append(f"{who}: {method} {sida}: {answer.status_code}")
        after = fingerprint()
        wrong += [f"{who}: changed {t}" for t in before if before[t] != after[t]]
    assert not wrong, "\n".join(wrong)
    measured(f"HEAD, OPTIONS, PUT, PATCH, DELETE: {asked} förfrågningar, inget öppnat, inget ändrat")


def test_an_unshared_draft_is_the_handlaggares(canary, measured):
    """The family can read nothing of a draft's own rows until it is shared."""
    x = alvas_case(canary, "odelat")
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
        if str(value).startswith(CANARY)
    }
    seen = {who: utkastord(canary, x, who, marks) for who in ("ingrid", "birgitta", "alva_konto", "javig")}
    assert len(seen.pop("ingrid")) > 10 and seen == {"birgitta": set(), "alva_konto": set(), "javig": set()}
    measured(f"odelat utkast: {len(marks)} märkta texter, 0 sedda av familjen")


def utkastord(r, x, who: str, marks: set[str]) -> set[str]:
    """Return the draft's texts that this user sees across all their pages."""
    client = Client()
    client.force_login(getattr(r, who))
    pages = [client.get(s.url(x)) for s in PAGES if "odelat" in s.lagen and s.get == 200 and who in (s.vem or [who])]
    words = set(re.findall(rf"{CANARY}\d+", " ".join(leaks(p) for p in pages)))
    return words & marks


# --- Planted bugs: each makes the checks above, which passed, find a fault -------------------------------------------


def test_planterat_den_som_inte_har_arendet_slapps_in(canary, monkeypatch, planted):
    """The enhet is forgotten: every handläggare of the nämnd has every case."""
    fall = CASES[0]
    x = build(canary, fall)
    everybody = lambda user, enhet, namnd, today: Person.objects.filter(namnd=namnd).values("pk")  # noqa: E731
    plant_read(monkeypatch, "handled", everybody)
    wrong = walk(canary, x, fall, "osten", set())[1]
    assert {w.split(":")[1].strip() for w in wrong} >= {"get person", "get person-andra", "get insats-andra"}
    assert any(f"sees ['{CANARY}" in w for w in wrong)
    planted(f"alla i nämnden handlägger alla: {len(wrong)} fel hos Östen")


def test_planterat_en_jobb_over_namndgransen(canary, monkeypatch, planted):
    """Only the tilldelning is checked, not the nämnd: Östen's old case in another nämnd opens."""
    fall = CASES[0]
    x = build(canary, fall)
    plant_rows(monkeypatch, "handlagda", lambda by: Person.objects.filter(tilldelningar__user=by.user))
    held = lambda user, enhet, namnd, today: Person.objects.filter(tilldelningar__user=user).values("pk")  # noqa: E731
    plant_read(monkeypatch, "handled", held)
    mine = lambda user, namnd, today: Person.objects.filter(tilldelningar__user=user)  # noqa: E731
    plant_read(monkeypatch, "_egna_arenden", mine)
    wrong = walk(canary, x, fall, "osten", set())[1]
    assert any(FAR_AWAY in w for w in wrong)
    planted("en gammal tilldelning i en annan nämnd öppnar: ordet därifrån syns")


def test_planterat_en_handling_utan_vakt(canary, monkeypatch, planted):
    """Permission to read becomes permission to act: jäv is forgotten."""
    fall = CASES[1]
    x = build(canary, fall)
    plant_key(monkeypatch, "erbjudande.svara", READERS)
    wrong = walk(canary, x, fall, "javig", set())[1]
    assert any("post erbjudande-svara-sjalv" in w for w in wrong)
    planted("jäv glöms när någon svarar på erbjudandet")


def test_planterat_en_adress_utan_rad(monkeypatch, planted):
    """A new address is missing from the table."""
    monkeypatch.setattr(pages, "PAGES", [s for s in PAGES if s.namn != "pdf-hamta"])
    assert outside_the_table() == {"pdf-hamta"}
    planted("en adress saknar rad i tabellen")


def test_planterat_ett_odelat_utkast_syns(canary, planted):
    """The plan is shared before the handläggare has chosen to share it."""
    x = alvas_case(canary, "odelat")
    marks = {x.version.syfte} | {g.text for g in x.version.malsattning_set.all()}
    current.dela(version=x.version, by=Actor(canary.ingrid, f.IDAG))
    assert len(utkastord(canary, x, "birgitta", marks)) > 1
    planted("utkastet delas av sig självt: dess ord syns för god man")


def test_planterat_ett_formular_utan_biljett(canary, monkeypatch, planted):
    """A form loses its CSRF token, as when a template is included with `only`. Django's test client does not notice."""
    fall = CASES[0]
    x = build(canary, fall)
    monkeypatch.setattr("django.template.defaulttags.CsrfTokenNode.render", lambda node, context: "")
    assert any("no ticket" in w for w in walk(canary, x, fall, "kerstin", set())[1])
    planted("ett formulär som skickas saknar sin biljett")
