"""The family's room: *Min plan*, the cards, the plan as the family reads it, own words, and what the user is asked."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans import access
from plans.actions import begaran, erbjudanden, ord, planer
from plans.lasning import laget, min_plan, mina_personer, personsida
from plans.lasning.plan import innehall as planinnehall
from plans.models import Actor, EgetOrd, Foretradarskap, IndividuellPlan, Person, PlanPdf, PlanVersion, User
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db
DAG = dt.timedelta(days=1)
ANDRA_ARET = IDAG + 300 * DAG


@pytest.fixture(autouse=True)
def ingen_klocka(monkeypatch):
    """Do not wake the worker: these tests need no broker."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)


def genomgang(r, utfall: str) -> tuple[PlanVersion, str]:
    """Note a promise's outcome while Alva's first version is in force, then share the draft of next year's review."""
    old = f.klar(r.alva, r.ingrid)
    spar = old.atgard_set.get(slag="lofte").spar
    noted = {"varfor": "Kören lades ner", "by": Actor(r.ingrid, IDAG + 60 * DAG)}
    current.notera(plan=old.plan, spar=spar, utfall=utfall, **noted)
    draft = planer.omprova(plan=old.plan, by=Actor(r.ingrid, ANDRA_ARET))
    draft.atgard_set.filter(spar=spar).update(lovat_till=ANDRA_ARET + 30 * DAG)
    current.dela(version=draft, by=Actor(r.ingrid, ANDRA_ARET))
    return PlanVersion.objects.select_related("plan__gallande").get(pk=draft.pk), str(spar)


def klar_igen(r, draft: PlanVersion) -> PlanVersion:
    """Make the review final."""
    samrad = {"samrad_datum": ANDRA_ARET, "samrad_hur": "mote", "samrad_med": "Alva"}
    return current.faststall(version=draft, **samrad, by=Actor(r.ingrid, ANDRA_ARET))


def sida(r) -> personsida.PersonPage:
    """Alva's page in the handläggare's room."""
    rows = personsida.with_responsible(Person.objects.select_related("namnd"), ANDRA_ARET)
    return personsida.read_page(rows.get(pk=r.alva.pk), ANDRA_ARET)


def kept_and_due(r) -> tuple[int, int]:
    """The chef's two figures for promises: how many were kept, and how many were due."""
    kept = laget.read(r.namnd, ANDRA_ARET).tal[3]
    return kept.del_, kept.av


# --- What came of promises ------------------------------------------------------------------------------------------
def test_what_did_not_happen_last_year_is_a_promise_anew(roles):
    draft, spar = genomgang(roles, "blev_inte")
    assert planinnehall.latest_outcomes(draft)[spar].utfall == "blev_inte"  # the review shows it
    assert planinnehall.latest_outcomes(draft.plan.gallande)[spar].utfall == "blev_inte"
    assert kept_and_due(roles) == (0, 1)
    version = klar_igen(roles, draft)
    assert planinnehall.latest_outcomes(version) == {}
    card = mina_personer.cards([roles.alva], Actor(roles.alva_konto, ANDRA_ARET))[0]
    thing = next(
        s
        for s in min_plan.things("handa", card, Actor(roles.alva_konto, ANDRA_ARET))
        if s.rubrik == "Birgitta följer med."
    )
    assert (thing.rader, thing.dag_ord) == (["Birgitta ser till att det blir så."], "Senast")
    assert kept_and_due(roles) == (0, 0)
    assert [rad["utfall"] for rad in sida(roles).loften] == [None]


def test_what_is_done_stays_done(roles):
    draft, spar = genomgang(roles, "klart")
    version = klar_igen(roles, draft)
    assert planinnehall.latest_outcomes(version)[spar].utfall == "klart"
    assert kept_and_due(roles) == (1, 1)
    assert [rad["utfall"] for rad in sida(roles).loften] == ["klart"]


def test_the_latest_note_holds(roles):
    draft, spar = genomgang(roles, "klart")
    current.notera(
        plan=draft.plan, spar=spar, utfall="blev_inte", varfor="Fel", by=Actor(roles.ingrid, ANDRA_ARET - DAG)
    )
    assert planinnehall.latest_outcomes(draft)[spar].utfall == "blev_inte"
    assert planinnehall.latest_outcomes(klar_igen(roles, draft)) == {}


def test_a_first_draft_has_no_outcomes(roles):
    assert planinnehall.latest_outcomes(f.utkast(roles.alva, roles.ingrid)) == {}


def plan_pa_begaran(r) -> PlanVersion:
    """Alva's plan, begun at her request while the offer still awaits an answer."""
    f.insats(r.alva, r.ingrid)
    begaran.ta_emot(person=r.alva, slag="plan", text="", av="Alva", inkom=IDAG, by=Actor(r.ingrid, IDAG))
    return planer.borja(person=r.alva, by=Actor(r.ingrid, IDAG))


def test_an_offer_is_not_late_while_a_plan_is_open(roles):
    plan_pa_begaran(roles)
    late = IDAG + 100 * DAG
    assert laget.read(roles.namnd, late).tal[2].del_ == 0
    IndividuellPlan.objects.update(avslutad=IDAG, avslutad_av=roles.ingrid, avslutad_skal="egen_onskan")
    assert laget.read(roles.namnd, late).tal[2].del_ == 1


# --- Min plan and the cards -----------------------------------------------------------------------------------------
def rad(**values) -> dict:
    """A promise in a plan."""
    return {"text": "Ringer", "latt_mening": "", "ansvarig": "Ingrid", "fran": None, "lovat_till": None, **values}


@pytest.mark.parametrize(
    ("values", "word", "late"),
    [
        ({"fran": dt.date(2024, 1, 1)}, "Från", False),
        ({"fran": IDAG - DAG, "lovat_till": IDAG + DAG}, "Senast", False),
        ({"fran": IDAG + DAG, "lovat_till": IDAG - DAG}, "Det skulle vara klart", True),
        ({"lovat_till": IDAG}, "Senast", False),
    ],
)
def test_only_a_promised_day_can_be_late(values, word, late):
    thing = min_plan._promise(rad(**values), None, IDAG)
    assert (thing.dag_ord, "Det är inte klart än." in thing.rader) == (word, late)


def test_what_is_ongoing_says_since_which_year(roles, client):
    version = f.utkast(roles.alva, roles.ingrid)
    version.atgard_set.filter(slag="lofte").update(lovat_till=None, fran=dt.date(2024, 1, 1))
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    samrad = {"samrad_datum": IDAG, "samrad_hur": "mote", "samrad_med": "Alva"}
    current.faststall(version=version, **samrad, by=Actor(roles.ingrid, IDAG))
    client.force_login(roles.alva_konto)
    page = client.get(reverse("min-plan-handa")).content.decode()
    assert "Från 1 januari 2024." in page and "inte klart än" not in page


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("haller_med", "Du har svarat: håller med. Ingrid Sandelin gör klart planen."),
        ("haller_inte_med", "Du har svarat: håller inte med. Ingrid Sandelin hör av sig."),
        ("prata", "Du har svarat: vill prata först. Ingrid Sandelin hör av sig."),
        ("vill_inte", "Du har sagt att du inte vill ha planen. Då görs den inte klar."),
    ],
)
def test_only_a_yes_is_told_that_the_plan_is_made_final(roles, answer, sentence):
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    current.svara(version=version, svar=answer, text="", by=Actor(roles.alva_konto, IDAG))
    assert mina_personer.cards([roles.alva], Actor(roles.alva_konto, IDAG))[0].lage == sentence


def test_an_offer_is_not_asked_about_beside_an_open_plan(roles):
    f.insats(roles.alva, roles.ingrid)
    offer = roles.alva.erbjudanden.get()
    erbjudanden.lamna(erbjudande=offer, hur="mote", datum=IDAG, by=Actor(roles.ingrid, IDAG))
    assert mina_personer.cards([roles.alva], Actor(roles.alva_konto, IDAG))[0].fraga == "svara_erbjudande"
    begaran.ta_emot(person=roles.alva, slag="plan", text="", av="Alva", inkom=IDAG, by=Actor(roles.ingrid, IDAG))
    planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    assert mina_personer.cards([roles.alva], Actor(roles.alva_konto, IDAG))[0].fraga == ""


@pytest.mark.parametrize(
    ("who", "question"),
    [("alva_konto", "Vill du ha en individuell plan?"), ("birgitta", "Vill Alva ha en individuell plan?")],
)
def test_the_offer_asks_what_the_person_wants(roles, client, who, question):
    f.insats(roles.alva, roles.ingrid)
    offer = roles.alva.erbjudanden.get()
    erbjudanden.lamna(erbjudande=offer, hur="mote", datum=IDAG, by=Actor(roles.ingrid, IDAG))
    client.force_login(getattr(roles, who))
    page = client.get(reverse("erbjudande-svara-sjalv", args=[roles.alva.pk])).content.decode()
    assert question in page and "Vill vänta" in page and "Jag vill" not in page
    assert ("Vill du ha" in page) == (who == "alva_konto")


# --- The plan in force beside a draft -------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["alva_konto", "birgitta"])
def test_the_plan_that_holds_is_read_beside_a_shared_draft(roles, client, who):
    draft, _ = genomgang(roles, "klart")
    PlanPdf.objects.filter(version=draft.plan.gallande).update(
        status="klar", klar_at=dt.datetime(2027, 3, 9, tzinfo=dt.UTC), sha256="0" * 64, storlek=8
    )
    pdf = reverse("pdf-hamta", args=[draft.plan.gallande.pdf.pk])
    client.force_login(getattr(roles, who))
    url = reverse("las-plan", args=[roles.alva.pk])
    shared, holding = (client.get(url + tail).content.decode() for tail in ("", "?visa=gallande"))
    assert "Utkast till version 2" in shared and f"{url}?visa=gallande" in shared and pdf not in shared
    assert "Version 1, klar" in holding and pdf in holding and 'id="svara"' not in holding
    assert f'href="{url}"' in holding


def test_without_a_plan_that_holds_the_draft_is_shown(roles, client):
    current.dela(version=f.utkast(roles.alva, roles.ingrid), by=Actor(roles.ingrid, IDAG))
    client.force_login(roles.alva_konto)
    page = client.get(reverse("las-plan", args=[roles.alva.pk]), {"visa": "gallande"}).content.decode()
    assert "Utkast till version 1" in page and "?visa=gallande" not in page


# --- Own words ------------------------------------------------------------------------------------------------------
def skriv(r, by, fraga="viktigt", **more) -> EgetOrd:
    """Write an answer among Alva's own words, as the user `by`."""
    values = {"slag": "mina_ord", "fraga": fraga, "text": f"Ord om {fraga}", "lasare": "alla", "rev": 0, **more}
    return ord.skriv(person=r.alva, **values, by=Actor(by, IDAG))


def test_dictated_words_say_who_wrote_and_the_person_confirms(roles, client):
    row = skriv(roles, roles.birgitta)
    url = reverse("ord-bekrafta-sjalv", args=[roles.alva.pk, row.pk])
    client.force_login(roles.alva_konto)
    pages = [reverse("min-plan-viktigt"), reverse("min-person", args=[roles.alva.pk])]
    before = [client.get(p).content.decode() for p in pages]
    assert all(url in page for page in before) and "Birgitta skrev det som du sa." in before[0]
    assert "har inte sagt än om det stämmer" in before[1]
    assert client.post(url, {"rev": row.rev}).url == reverse("min-plan")
    row.refresh_from_db()
    assert row.bekraftat == IDAG
    after = [client.get(p).content.decode() for p in pages]
    assert not any(url in page for page in after) and "Birgitta skrev det som du sa." in after[0]


def test_own_words_need_no_confirmation(roles, client):
    row = skriv(roles, roles.alva_konto)
    client.force_login(roles.alva_konto)
    page = client.get(reverse("min-plan-viktigt")).content.decode()
    assert "skrev det som du sa" not in page and "Ja, det stämmer" not in page
    client.post(reverse("ord-bekrafta-sjalv", args=[roles.alva.pk, row.pk]), {"rev": row.rev})
    row.refresh_from_db()
    assert row.bekraftat is None


def test_only_the_person_confirms_and_only_what_may_be_read(roles, client):
    row, hidden = skriv(roles, roles.ingrid), skriv(roles, roles.ingrid, "nu", lasare="handlaggare")
    client.force_login(roles.birgitta)
    assert client.post(reverse("ord-bekrafta-sjalv", args=[roles.alva.pk, row.pk])).status_code == 404
    page = client.get(reverse("min-person", args=[roles.alva.pk])).content.decode()
    assert row.text in page and "Ja, det stämmer" not in page
    client.force_login(roles.alva_konto)
    assert client.post(reverse("ord-bekrafta-sjalv", args=[roles.alva.pk, hidden.pk])).status_code == 404
    assert client.post(reverse("ord-bekrafta-sjalv", args=[roles.dragan.pk, row.pk])).status_code == 404
    assert not EgetOrd.objects.exclude(bekraftat=None).exists()


@pytest.mark.parametrize(
    ("who", "back", "values"),
    [
        ("alva_konto", "ord-skriv", {}),
        ("birgitta", "ord-skriv", {}),
        ("birgitta", "sa-ser-jag-det", {"slag": "sa_ser_jag_det"}),
    ],
)
def test_own_words_are_withdrawn_after_a_question(roles, client, who, back, values):
    row = skriv(roles, getattr(roles, who), "" if values else "viktigt", **values)
    url = reverse("ord-ta-bort", args=[roles.alva.pk, row.pk])
    client.force_login(getattr(roles, who))
    page = client.get(reverse(back, args=[roles.alva.pk, "viktigt"][: 1 if values else 2]))
    assert url in page.content.decode()
    asked = client.get(url).content.decode()
    assert row.text in asked and EgetOrd.objects.filter(pk=row.pk).exists()
    assert client.post(url, {"rev": row.rev}).status_code == 302
    assert not EgetOrd.objects.filter(pk=row.pk).exists()


def test_nobody_withdraws_what_another_wrote(roles, client):
    row = skriv(roles, roles.birgitta)
    client.force_login(roles.alva_konto)
    assert client.post(reverse("ord-ta-bort", args=[roles.alva.pk, row.pk])).status_code == 404
    assert EgetOrd.objects.filter(pk=row.pk).exists()


def test_the_caption_tells_of_each_answer_whether_it_is_confirmed(roles, client):
    ord.bekrafta(eget_ord=skriv(roles, roles.birgitta), rev=1, by=Actor(roles.alva_konto, IDAG))
    skriv(roles, roles.birgitta, "vill")
    current.dela(version=f.utkast(roles.alva, roles.ingrid), by=Actor(roles.ingrid, IDAG))
    client.force_login(roles.alva_konto)
    page = client.get(reverse("las-plan", args=[roles.alva.pk])).content.decode()
    _, confirmed, unconfirmed = page.split('<figure class="egna-ord">')
    assert "Ord om viktigt" in confirmed and "har sagt att det stämmer" in confirmed
    assert "Ord om vill" in unconfirmed and "har inte sagt än om det stämmer" in unconfirmed.split("</figure>")[0]


# --- Jäv ------------------------------------------------------------------------------------------------------------
def test_with_a_conflict_of_interest_one_reads_and_is_asked_for_nothing(roles, client):
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(jav=True)
    skriv(roles, roles.alva_konto)
    current.dela(version=f.utkast(roles.alva, roles.ingrid), by=Actor(roles.ingrid, IDAG))
    pk = roles.alva.pk
    client.force_login(roles.birgitta)
    pages = {
        n: client.get(reverse(n, args=a)).content.decode()
        for n, a in (("mina-personer", []), ("min-person", [pk]), ("las-plan", [pk]))
    }
    shut = [
        reverse("ord-skriv", args=[pk, "viktigt"]),
        reverse("sa-ser-jag-det", args=[pk]),
        reverse("begaran-gor", args=[pk]),
        reverse("plan-svara", args=[pk]),
    ]
    for name, page in pages.items():
        assert "Du har jäv just nu. Du kan läsa men inte svara." in page, name
        assert not any(url in page for url in shut) and "Läs utkastet och säg" not in page, name
    assert "Jag vill sjunga med andra" in pages["las-plan"] and "#svara" not in pages["las-plan"]
    for url in shut:
        assert client.post(url, {}).status_code == 404, url


def test_without_one_nothing_is_said_of_it(roles):
    cards = [mina_personer.cards([roles.alva], Actor(u, IDAG))[0] for u in (roles.birgitta, roles.alva_konto)]
    assert [c.jav for c in cards] == [False, False]


def test_many_cards_take_the_same_queries(roles):
    counts = []
    for persons in ([roles.alva], [roles.alva, roles.dragan, roles.yusuf]):
        with CaptureQueriesContext(connection) as queries:
            mina_personer.cards(persons, Actor(roles.birgitta, IDAG))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 5


# --- A person who also acts for someone else, with one login ---------------------------------------------------------
def menyn(client, url: str) -> list[str]:
    """The words of the menu on a page."""
    nav = client.get(url).content.decode().partition('class="meny"')[2].partition("</nav>")[0]
    words = [part.partition("</a>")[0].rpartition(">")[2] for part in nav.split("<li>")[1:]]
    return [w for w in words if w != "Skickade mejl"]  # only in the demo


@pytest.mark.parametrize(
    ("data", "both"),
    [
        ({}, True),
        ({"jav": True}, True),
        ({"till": IDAG - DAG}, False),
        ({"fran": IDAG + DAG}, False),
        ({"bevaka_ratt": False, "sorja_for_person": False, "forvalta_egendom": True}, False),
    ],
)
def test_a_person_who_acts_for_somebody_today_finds_both_pages(roles, client, data, both):
    seen = {"kontrollerad_av": roles.kerstin, "kontrollerad_at": "2027-01-11T10:00Z"}
    f.skap(roles.dragan, roles.alva_konto, roles.ingrid, **{**seen, **data})
    client.force_login(roles.alva_konto)
    assert client.get("/").headers["Location"] == reverse("min-plan"), "the own plan comes first"
    wanted = ["Min plan", "Mina personer"] if both else []
    assert (menyn(client, reverse("min-plan")), menyn(client, reverse("min-plan-viktigt"))) == (wanted, wanted)
    assert menyn(client, reverse("mina-personer")) == (wanted or ["Min plan"])
    assert ("Dragan" in client.get(reverse("mina-personer")).content.decode()) is both


@pytest.mark.parametrize(
    ("who", "room", "queries"),
    [
        ("ingrid", "handlaggare", 1),
        ("carin", "chef", 1),
        ("admin", "admin", 1),
        ("alva_konto", "enskild", 2),
        ("dragan_konto", "enskild_foretradare", 2),
        ("birgitta", "foretradare", 2),
    ],
)
def test_the_room_costs_no_more_questions_than_before(roles, who, room, queries):
    f.skap(
        roles.yusuf,
        roles.dragan_konto,
        roles.ingrid,
        typ="vardnadshavare",
        kontrollerad_av=roles.kerstin,
        kontrollerad_at="2027-01-11T10:00Z",
    )
    user = User.objects.get(pk=getattr(roles, who).pk)
    with CaptureQueriesContext(connection) as asked:
        assert access.rum(Actor(user, IDAG))[0] == room
    assert len(asked) == queries
