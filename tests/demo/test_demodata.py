"""`demodata` as script/demo runs it: one nämnd of 265 persons."""

import datetime as dt
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from plans import access
from plans.actions import forordnanden
from plans.demo import befolkning, tabell
from plans.models import (
    Actor,
    Atgard,
    Begaran,
    Delning,
    EgetOrd,
    Erbjudande,
    Foretradarskap,
    FrystOrd,
    Handelse,
    IndividuellPlan,
    Insats,
    Malsattning,
    Namnd,
    Person,
    PlanPdf,
    PlanRad,
    PlanVersion,
    Uppfoljning,
    User,
)
from plans.regler.insatser import warnings
from plans.utbyte import forordnanden as utbyte
from tests.stod.cast import IDAG

pytestmark = pytest.mark.slow
TABELLER = (User, Person, Insats, Erbjudande, Foretradarskap, EgetOrd, IndividuellPlan, PlanVersion, Delning, Handelse)


@pytest.fixture(scope="module", autouse=True)
def utskrift(django_db_setup, django_db_blocker):
    """Run `demodata` once and return its output. All tests of the module read its rows, which are then rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        out = StringIO()
        with time_machine.travel(dt.datetime.combine(IDAG, dt.time(9), tzinfo=dt.UTC)):
            call_command("demodata", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


def plan(fornamn: str, efternamn: str) -> IndividuellPlan:
    """The plan of a person whose life is written by hand in the demo."""
    return IndividuellPlan.objects.get(person__fornamn=fornamn, person__efternamn=efternamn)


def test_persons_and_insatser_are_the_official_table():
    assert Person.objects.count() == 265
    found = {kon: Counter() for kon in tabell.PERSONER}
    for number, lagrum in Insats.objects.filter(utfall="beviljad").values_list("person__personnummer", "lagrum"):
        found[befolkning.sex_of(number)][lagrum] += 1
    assert found == {kon: Counter(row) for kon, row in tabell.insats_counts(265).items()}
    sexes = Counter(befolkning.sex_of(n) for n in Person.objects.values_list("personnummer", flat=True))
    assert sexes == {"kvinna": 108, "man": 157}


def test_everybody_has_a_granted_insats_and_none_twice():
    rows = list(Insats.objects.values_list("person", "lagrum"))
    assert len({person for person, _ in rows}) == 265
    assert len(set(rows)) == len(rows)


def test_every_number_is_published_and_gives_the_birth_date():
    known = {*befolkning.published("testpersonnummer.txt"), *befolkning.published("testsamordningsnummer.txt")}
    for person in Person.objects.all():
        assert person.personnummer in known
        assert person.fodd == befolkning.birth_date(person.personnummer)
    assert sum(p.samordningsnummer for p in Person.objects.all()) >= 3


def test_no_decision_passes_the_limits_of_the_law():
    for i in Insats.objects.select_related("person"):
        found = warnings(i.lagrum, personkrets=i.person.personkrets, fodd=i.person.fodd, beslutad=i.beslutad)
        assert found == [], (i.lagrum, i.person.fodd, i.beslutad)
        assert i.beslutad > i.person.fodd


def test_all_belongs_to_the_namnd():
    namnd = Namnd.objects.get()
    assert Person.objects.filter(namnd=namnd).count() == 265
    assert not Foretradarskap.objects.exclude(foretradare__namnd=namnd, person__namnd=namnd).exists()


def test_nine_of_a_hundred_have_a_plan():
    assert IndividuellPlan.objects.filter(gallande__isnull=False).count() == 24  # 9 % of 265


def test_final_versions_wait_for_their_pdf():
    final = PlanVersion.objects.filter(status="faststalld")
    assert final.count() > 24
    assert set(PlanPdf.objects.values_list("version", flat=True)) == set(final.values_list("pk", flat=True))


def test_every_row_of_every_plan_has_an_easy_sentence():
    for model in (Malsattning, PlanRad, Atgard):
        sentences = model.objects.values_list("latt_mening", flat=True)
        assert sentences
        assert all(0 < len(s.split()) <= 10 for s in sentences)


def test_frozen_words_were_written_before_the_plan_was_final():
    for word in FrystOrd.objects.select_related("version"):
        assert word.skrivet <= word.version.faststalld


def test_the_days_of_offers_come_in_their_order():
    for offer in Erbjudande.objects.select_related("insats"):
        days = [d for d in (offer.insats.beslutad, offer.lamnat, offer.svarade) if d]
        assert days == sorted(days)


def test_every_state_is_there():
    infort = Namnd.objects.get().infort
    offers = Erbjudande.objects.filter(svar="", lamnat=None)
    assert offers.filter(insats__beslutad__lt=infort).count() > 150  # the introduction queue
    assert offers.filter(insats__beslutad__gte=infort, senast__lt=IDAG).exists()
    assert offers.filter(insats__beslutad__gte=infort, senast__gte=IDAG).exists()
    assert Erbjudande.objects.filter(svar="").exclude(lamnat=None).exists()
    assert {"ja", "nej", "senare"} <= set(Erbjudande.objects.values_list("svar", flat=True))
    assert set(PlanVersion.objects.values_list("status", flat=True)) == {"utkast", "delad", "faststalld"}
    reviews = [(d - IDAG).days for d in IndividuellPlan.objects.values_list("nasta_omprovning", flat=True) if d]
    assert min(reviews) < 0 < max(reviews)
    assert any(0 <= d <= 30 for d in reviews)
    assert any(30 < d <= 60 for d in reviews)
    assert set(Uppfoljning.objects.values_list("utfall", flat=True)) == {"klart", "delvis", "blev_inte"}
    assert {"plan", "insats"} <= set(Begaran.objects.values_list("slag", flat=True))


def test_ages_that_ask_for_something_special():
    ages = {p.alder(IDAG) for p in Person.objects.all()}
    assert {17, 18} <= ages
    assert max(ages) >= 100


def test_protected_persons_have_two_named_staff_and_nothing_to_find_them_by():
    hidden = list(Person.objects.filter(skyddad=True))
    assert len(hidden) in (3, 4)
    for person in hidden:
        assert person.tilldelningar.filter(roll__in=["ansvarig", "vikarie"]).count() == 2
        assert not person.adress
        assert not person.epost
    guardians = Foretradarskap.objects.filter(person__skyddad=True, typ="vardnadshavare")
    assert not guardians.filter(stangd_at=None).exists()


def test_named_log_ins_are_printed_and_open(utskrift):
    rows = utskrift.split("Inloggningar:\n")[1].splitlines()
    names = [row.split()[0] for row in rows]
    assert names == [
        "handlaggare",
        "handlaggare2",
        "godman",
        "vardnadshavare",
        "enskild",
        "chef",
        "granskare",
        "registrator",
        "admin",
    ]
    for row in rows:
        name, phrase = row.split()[:2]
        assert len(phrase) >= 12
        assert User.objects.get(username=name).check_password(phrase)
    assert authenticate(None, username="person", password="") is None
    assert not User.objects.exclude(username__in=names).exclude(password__startswith="!").exists()


def test_each_log_in_has_what_it_is_for():
    users = {u.username: u for u in User.objects.all()}
    rooms = {
        name: access.rum(Actor(users[name], IDAG))[0]
        for name in ("handlaggare", "godman", "enskild", "chef", "admin", "registrator")
    }
    assert list(rooms.values()) == ["handlaggare", "foretradare", "enskild", "chef", "admin", "registrator"]
    own = Person.objects.filter(tilldelningar__user=users["handlaggare"], tilldelningar__roll="ansvarig")
    assert 50 <= own.count() <= 70
    assert access.foretradda(Actor(users["godman"], IDAG)).count() == 6
    assert access.foretradda(Actor(users["vardnadshavare"], IDAG)).get().alder(IDAG) < 18
    tilde = plan("Tilde", "Rosenvik")
    assert tilde.person.konto == users["enskild"]
    assert tilde.gallande is not None
    assert tilde.versioner.utkast().get().delningar.exists()


def test_a_shared_draft_waits_for_the_god_mans_answer():
    god_man = User.objects.get(username="godman")
    draft = plan("Reijo", "Lehtovuori").versioner.get()
    assert draft.status == "delad"
    assert access.may(Actor(god_man, IDAG), "plan.svara", draft)
    assert not draft.delningar.get().svar.filter(foretradarskap__isnull=False).exists()


def test_a_review_keeps_the_track_of_what_remains():
    first, second = plan("Kjell", "Vinterås").versioner.all()
    kept = set(first.malsattning_set.values_list("spar", flat=True))
    kept &= set(second.malsattning_set.values_list("spar", flat=True))
    assert len(kept) == 2


def test_who_turned_18_is_no_longer_represented_by_a_parent():
    emina = Person.objects.get(fornamn="Emina", efternamn="Karahodža")
    assert emina.foretradarskap.count() == 1
    assert not emina.foretradarskap.gallande(IDAG).exists()


def test_disagreement_stands_in_a_final_plan():
    sharing = plan("Jenny", "Klintebro").gallande.delningar.get()
    assert sharing.svar.filter(svar="haller_inte_med").exclude(text="").exists()


def test_the_import_is_one_row_in_the_log():
    row = Handelse.objects.get(handelse="demo.import")
    assert len(row.person_ids) > 240
    assert row.namnd == Namnd.objects.get()


def test_a_second_run_says_so_and_changes_nothing():
    before = {model: model.objects.count() for model in TABELLER}
    out = StringIO()
    call_command("demodata", stdout=out)
    assert out.getvalue() == "Nämnden finns redan. Inget är ändrat.\n"
    assert {model: model.objects.count() for model in TABELLER} == before


def test_the_list_to_try_is_read_in_and_has_a_mistake_of_each_kind(utskrift):
    path = Path(utskrift.partition("En lista att prova att läsa in: ")[2].splitlines()[0])
    rows, wrong = utbyte.parse(path.read_bytes(), IDAG)
    rut = User.objects.get(username="registrator")
    who = {"by": Actor(rut, IDAG), "now": timezone.now()}
    report = forordnanden.importera(namnd=Namnd.objects.get(), rader=rows, skarpt=False, **who)
    sentences = [sentence for _, sentence in (*wrong, *report.fel)]
    assert (report.nya, report.fanns, len(sentences), len(set(sentences))) == (12, 0, 5, 5)
