"""The plan's life through its actions: from the offer at a grant, via samråd, final version and review, to its end."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from plans import access
from plans.actions import (
    begaran,
    erbjudanden,
    foretradare,
    inloggningar,
    insatser,
    ord,
    personer,
    plandelar,
    planer,
)
from plans.lasning.plan import innehall as planinnehall
from plans.models import Actor, Atgard, EgetOrd, Erbjudande, Foretradarskap, Malsattning, PlanPdf, PlanRad, PlanVersion
from plans.regler.fel import Regelbrott
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

DAG = dt.timedelta(days=1)
SAMRAD = {"samrad_datum": IDAG, "samrad_hur": "mote", "samrad_med": "Alva"}


@pytest.mark.parametrize("lagrum", range(1, 11))
def test_an_offer_is_born_with_the_grant_of_each_of_the_ten(roles, lagrum):
    f.insats(roles.alva, roles.ingrid, lagrum, varning_skal="Domstolen har beslutat")
    offer = roles.alva.erbjudanden.get()
    assert (offer.senast, offer.lamnat, offer.svar) == (IDAG + 14 * DAG, None, "")


def test_a_refusal_gives_no_offer_and_a_second_grant_no_second_open_one(roles):
    f.insats(roles.alva, roles.ingrid, 4, utfall="avslag")
    assert roles.alva.erbjudanden.count() == 0
    f.insats(roles.alva, roles.ingrid, 10)
    f.insats(roles.alva, roles.ingrid, 3)
    assert roles.alva.erbjudanden.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Erbjudande.objects.create(person=roles.alva, senast=IDAG)


def test_a_no_is_respected_and_the_offer_comes_again_at_the_next_grant(roles):
    f.insats(roles.alva, roles.ingrid, 10)
    offer = roles.alva.erbjudanden.get()
    erbjudanden.lamna(erbjudande=offer, hur="mote", datum=IDAG, by=Actor(roles.ingrid, IDAG))
    erbjudanden.svara(erbjudande=offer, svar="nej", av="Alva", hur="mote", datum=IDAG, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="inte sagt ja"):
        planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    f.insats(roles.alva, roles.ingrid, 3)
    assert [o.svar for o in roles.alva.erbjudanden.order_by("pk")] == ["nej", ""]


def test_decisions_from_before_the_portal_wait_in_the_queue_for_a_year(roles):
    f.insats(roles.alva, roles.ingrid, 10, beslutad=dt.date(2020, 5, 4))
    assert roles.alva.erbjudanden.get().senast == dt.date(2027, 12, 9)  # the portal was introduced on 2026-12-09


def test_a_new_grant_moves_the_offer_out_of_the_queue(roles):
    f.insats(roles.alva, roles.ingrid, 10, beslutad=dt.date(2020, 5, 4))
    new = f.insats(roles.alva, roles.ingrid, 3)
    offer = roles.alva.erbjudanden.get()
    assert (offer.insats, offer.senast) == (new, IDAG + 14 * DAG)
    f.insats(roles.alva, roles.ingrid, 4, beslutad=dt.date(2021, 1, 1))  # an older decision changes nothing
    offer.refresh_from_db()
    assert (offer.insats, offer.senast) == (new, IDAG + 14 * DAG)


def test_a_passed_limit_asks_for_a_reason_and_takes_it(roles):
    roles.alva.personkrets = 3
    roles.alva.save()
    with pytest.raises(Regelbrott, match="7 § LSS") as stop:
        f.insats(roles.alva, roles.ingrid, 10)
    assert stop.value.field == "varning_skal"
    assert f.insats(roles.alva, roles.ingrid, 10, varning_skal="Dom i kammarrätten").pk


def test_a_request_opens_the_way_without_an_offer(roles):
    begaran.ta_emot(person=roles.alva, slag="plan", text="", av="Alva", inkom=IDAG, by=Actor(roles.alva_konto, IDAG))
    planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    assert roles.alva.begaran.get().besvarad == IDAG


def test_the_draft_begins_with_what_is_decided(roles):
    insats = f.insats(roles.alva, roles.ingrid, 10)
    f.ja(roles.alva, roles.ingrid)
    version = planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG))
    rows = list(version.planrad_set.values_list("status", "lagrum", "insats"))
    assert rows == [("beslutad", 10, insats.pk)]


def test_sharing_freezes_what_the_readers_see(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    sharing = current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    goal = version.malsattning_set.get()
    plandelar.spara(
        version=version,
        model=Malsattning,
        part=goal,
        rev=goal.rev,
        data={"text": "Något annat"},
        by=Actor(roles.ingrid, IDAG),
    )
    assert [m["text"] for m in planinnehall.from_sharing(sharing)["mal"]] == ["Jag vill sjunga med andra"]
    with pytest.raises(Regelbrott, match="ändrat efter att utkastet delades"):
        current.faststall(version=version, **SAMRAD, by=Actor(roles.ingrid, IDAG))


def test_the_persons_no_blocks_and_the_representatives_disagreement_does_not(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    current.svara(version=version, svar="haller_inte_med", text="Mer ledsagning", by=Actor(roles.birgitta, IDAG))
    current.svara(version=version, svar="vill_inte", text="", by=Actor(roles.alva_konto, IDAG))
    with pytest.raises(Regelbrott, match="inte vill ha planen"):
        current.faststall(version=version, **SAMRAD, by=Actor(roles.ingrid, IDAG))
    current.svara(version=version, svar="prata", text="", by=Actor(roles.alva_konto, IDAG))
    done = current.faststall(version=version, **SAMRAD, by=Actor(roles.ingrid, IDAG))
    answers = planinnehall.read_content(done, done.delningar.last())["svar"]
    assert [(s["som"], s["svar"]) for s in answers] == [("god man", "haller_inte_med"), ("personen", "prata")]


def test_only_the_person_can_say_that_the_plan_is_not_wanted(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="Bara personen själv"):
        current.svara(version=version, svar="vill_inte", text="", by=Actor(roles.birgitta, IDAG))


def test_a_missing_answer_does_not_stop(roles):
    assert f.klar(roles.alva, roles.ingrid).status == "faststalld"


@pytest.mark.parametrize(
    ("remove", "says"),
    [("andra", "Vad andra gör"), ("delaktiga", "Vilka som var med"), ("dela", "delat med personen")],
)
def test_what_ten_paragraph_asks_must_be_there(roles, remove, says):
    version = f.utkast(roles.alva, roles.ingrid)
    if remove == "andra":
        version.atgard_set.filter(slag="andra").delete()
    elif remove == "delaktiga":
        version.delaktig_set.all().delete()
    if remove != "dela":
        current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match=says):
        current.faststall(version=version, **SAMRAD, by=Actor(roles.ingrid, IDAG))


def test_final_sets_the_review_and_orders_the_pdf_in_the_same_breath(roles):
    version = f.klar(roles.alva, roles.ingrid)
    plan = version.plan
    plan.refresh_from_db()
    assert (plan.gallande, plan.nasta_omprovning) == (version, dt.date(2028, 3, 9))
    assert PlanPdf.objects.get(version=version).status == "vantar"


@pytest.mark.parametrize(("days", "ok"), [(366, True), (367, False), (1, True), (0, False)])
def test_the_review_is_never_later_than_a_year(roles, days, ok):
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    call = {"version": version, **SAMRAD, "nasta": IDAG + days * DAG, "by": Actor(roles.ingrid, IDAG)}
    if ok:
        assert current.faststall(**call).nasta_omprovning == IDAG + days * DAG
    else:
        with pytest.raises(Regelbrott) as stop:
            current.faststall(**call)
        assert stop.value.field == "nasta"


def test_own_words_are_frozen_and_what_is_for_the_handlaggare_only_is_not(roles):
    def write(fraga, text, lasare):
        ord.skriv(
            person=roles.alva,
            slag="mina_ord",
            fraga=fraga,
            text=text,
            lasare=lasare,
            rev=0,
            by=Actor(roles.alva_konto, IDAG),
        )

    write("viktigt", "Musik", "alla")
    write("drommar", "En hemlighet", "handlaggare")
    version = f.klar(roles.alva, roles.ingrid)
    assert [(o.text, o.skrivet_av) for o in version.frysta_ord.all()] == [("Musik", "Alva Nyström Keita")]
    EgetOrd.objects.filter(person=roles.alva).update(text="Nytt")
    assert [o["text"] for o in planinnehall.read_content(version)["ord"]] == ["Musik"]


def test_own_words_can_be_edited_by_their_author_only(roles):
    row = ord.skriv(
        person=roles.alva,
        slag="mina_ord",
        fraga="viktigt",
        text="Musik",
        lasare="alla",
        rev=0,
        by=Actor(roles.alva_konto, IDAG),
    )
    for other in (roles.ingrid, roles.birgitta):
        with pytest.raises(access.Nekad):
            ord.ta_bort(eget_ord=row, rev=row.rev, by=Actor(other, IDAG))
        ord.skriv(
            person=roles.alva,
            slag="mina_ord",
            fraga="viktigt",
            text="Annat",
            lasare="alla",
            rev=0,
            by=Actor(other, IDAG),
        )
    row.refresh_from_db()
    assert (row.text, row.nedtecknat) == ("Musik", False)
    assert sorted(EgetOrd.objects.filter(person=roles.alva).values_list("text", "nedtecknat")) == [
        ("Annat", True),
        ("Annat", True),
        ("Musik", False),
    ]


def test_the_yearly_review_copies_each_part_with_its_spar(roles):
    old = f.klar(roles.alva, roles.ingrid)
    new = planer.omprova(plan=old.plan, by=Actor(roles.ingrid, IDAG))
    for name in ("malsattning_set", "planrad_set", "atgard_set", "delaktig_set"):
        before, after = getattr(old, name), getattr(new, name)
        assert list(before.values_list("spar", flat=True)) == list(after.values_list("spar", flat=True))
        assert before.count() > 0 and not set(before.values_list("pk")) & set(after.values_list("pk"))
    assert (new.nummer, new.status, old.plan.versioner.count()) == (2, "utkast", 2)
    with pytest.raises(Regelbrott, match="redan ett utkast"):
        planer.omprova(plan=old.plan, by=Actor(roles.ingrid, IDAG))


def test_a_grant_since_last_time_is_in_the_review(roles):
    old = f.klar(roles.alva, roles.ingrid)
    f.insats(roles.alva, roles.ingrid, 3)
    new = planer.omprova(plan=old.plan, by=Actor(roles.ingrid, IDAG))
    assert sorted(new.planrad_set.values_list("lagrum", flat=True)) == [3, 10]
    assert roles.alva.erbjudanden.filter(svar="").count() == 0  # the grant goes into the plan instead of a new offer


def test_a_part_of_another_plan_cannot_be_edited_here(roles):
    mine = f.utkast(roles.alva, roles.ingrid)
    other = f.utkast(roles.yusuf, roles.ingrid)
    theirs = other.malsattning_set.get()
    with pytest.raises(access.Nekad):
        plandelar.spara(
            version=mine, model=Malsattning, part=theirs, rev=1, data={"text": "x"}, by=Actor(roles.ingrid, IDAG)
        )
    with pytest.raises(access.Nekad):
        plandelar.ta_bort(version=mine, part=theirs, rev=1, by=Actor(roles.ingrid, IDAG))


def test_two_editors_no_silent_overwrite(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    goal = version.malsattning_set.get()
    save = {"version": version, "model": Malsattning, "part": goal, "rev": goal.rev}
    plandelar.spara(**save, data={"text": "Först"}, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="Någon annan har ändrat"):
        plandelar.spara(**save, data={"text": "Sedan"}, by=Actor(roles.kerstin, IDAG))
    goal.refresh_from_db()
    assert goal.text == "Först"


def test_a_wish_stays_a_wish_and_a_decided_row_stays_decided(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    add = {"version": version, "model": PlanRad, "by": Actor(roles.ingrid, IDAG)}
    wish = plandelar.spara(**add, data={"status": "onskad", "lagrum": 3, "text": "Ledsagning på helger"})
    assert wish.namn == "Ledsagarservice"
    row = version.planrad_set.get(status="beslutad")
    with pytest.raises(Regelbrott, match="hör till ett beslut"):
        plandelar.spara(**add, part=row, rev=row.rev, data={"status": "onskad", "lagrum": 10, "text": "x"})


def test_what_came_of_a_promise_is_noted_beside_the_final_version(roles):
    version = f.klar(roles.alva, roles.ingrid)
    promise = Atgard.objects.filter(version=version, slag="lofte").get()
    note = {"plan": version.plan, "spar": promise.spar, "by": Actor(roles.ingrid, IDAG)}
    with pytest.raises(Regelbrott, match="varför"):
        current.notera(**note, utfall="blev_inte", varfor="")
    current.notera(**note, utfall="blev_inte", varfor="Kören lades ner")
    current.notera(**note, utfall="klart", varfor="")
    assert planinnehall.latest_outcomes(version)[str(promise.spar)].utfall == "klart"


def test_an_ended_plan_takes_nothing_more_and_a_new_one_may_begin(roles):
    version = f.klar(roles.alva, roles.ingrid)
    planer.avsluta(plan=version.plan, skal="egen_onskan", by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="avslutad"):
        planer.omprova(plan=version.plan, by=Actor(roles.ingrid, IDAG))
    assert planer.borja(person=roles.alva, by=Actor(roles.ingrid, IDAG)).nummer == 1
    assert PlanVersion.objects.filter(plan__person=roles.alva).count() == 2


def test_a_refusal_that_a_court_turns_into_a_grant_gives_an_offer(roles):
    row = f.insats(roles.alva, roles.ingrid, 4, utfall="avslag")
    insatser.andra(insats=row, data={"utfall": "beviljad"}, rev=1, by=Actor(roles.ingrid, IDAG))
    assert roles.alva.erbjudanden.get().insats == row


def test_a_yes_stands_when_something_more_is_granted(roles):
    f.insats(roles.alva, roles.ingrid, 10)
    f.ja(roles.alva, roles.ingrid)
    f.insats(roles.alva, roles.ingrid, 3)
    assert [o.svar for o in roles.alva.erbjudanden.all()] == ["ja"]


@pytest.mark.parametrize(("field", "day"), [("verkstalld", 1), ("avslutad", 1), ("avslutad", -1)])
def test_no_clock_is_silenced_by_a_day_to_come(roles, field, day):
    row = f.insats(roles.alva, roles.ingrid, 10)
    with pytest.raises(Regelbrott) as stop:
        insatser.andra(insats=row, data={field: IDAG + day * DAG}, rev=1, by=Actor(roles.ingrid, IDAG))
    assert stop.value.field == field


def test_the_review_leaves_out_what_has_ended_and_asks_anew(roles):
    old = f.klar(roles.alva, roles.ingrid)
    row = roles.alva.insatser.get()
    insatser.andra(insats=row, data={"avslutad": IDAG}, rev=1, by=Actor(roles.ingrid, IDAG))
    new = planer.omprova(plan=old.plan, by=Actor(roles.ingrid, IDAG))
    assert (new.planrad_set.count(), new.ville_inte_skriva, new.inga_andra) == (0, False, False)


def test_the_childs_fields_end_with_childhood(roles):
    old = f.utkast(roles.yusuf, roles.ingrid)
    planer.andra_grund(version=old, data={"barnets_asikt": "Fotboll"}, rev=old.grund_rev, by=Actor(roles.ingrid, IDAG))
    current.dela(version=old, by=Actor(roles.ingrid, IDAG))
    current.faststall(version=old, **SAMRAD, by=Actor(roles.ingrid, IDAG))
    adult = roles.yusuf.fodd.replace(year=roles.yusuf.fodd.year + 18)
    new = planer.omprova(plan=old.plan, by=Actor(roles.ingrid, adult))
    assert new.barnets_asikt == ""


def test_death_stops_access_at_once(roles):
    version = f.klar(roles.alva, roles.ingrid)
    planer.avsluta(plan=version.plan, skal="avliden", by=Actor(roles.ingrid, IDAG))
    assert [access.may(Actor(u, IDAG), "person.las", roles.alva) for u in (roles.alva_konto, roles.birgitta)] == [
        False,
        False,
    ]


def test_guardians_of_a_person_who_becomes_protected_are_closed(roles):
    personer.andra(person=roles.yusuf, data={"skyddad": True}, rev=1, by=Actor(roles.ingrid, IDAG))
    assert not access.may(Actor(roles.pappa, IDAG), "person.las", roles.yusuf)


def test_a_representative_with_jav_is_not_answered_for(roles):
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    Foretradarskap.objects.filter(pk=roles.skap.pk).update(jav=True)
    roles.skap.refresh_from_db()
    with pytest.raises(Regelbrott, match="inte svara just nu"):
        current.svara(
            version=version, svar="haller_med", text="", hur="mote", for_skap=roles.skap, by=Actor(roles.ingrid, IDAG)
        )


def test_a_log_in_that_opens_a_protected_person_is_not_handed_over_by_others(roles):
    f.skap(roles.skyddad, roles.birgitta, roles.ingrid)
    with pytest.raises(Regelbrott, match="Prata med din chef"):
        inloggningar.skapa(person=roles.alva, skap=roles.skap, by=Actor(roles.kerstin, IDAG))
    assert inloggningar.skapa(person=roles.alva, skap=roles.skap, by=Actor(roles.ingrid, IDAG))[0] == roles.birgitta


def test_a_contact_changed_for_one_makes_the_other_form_stale(roles):
    other = f.skap(roles.yusuf, roles.birgitta, roles.ingrid)
    change = {"by": Actor(roles.ingrid, IDAG), "rev": 1}
    foretradare.andra(skap=roles.skap, data={"epost": "ny@example.se"}, **change)
    with pytest.raises(Regelbrott, match="Någon annan har ändrat"):
        foretradare.andra(skap=other, data={"epost": "gammal@example.se"}, **change)
