"""The demo's people before any row is written: they follow the official table, and have published test numbers."""

import datetime as dt
import random
from collections import Counter

import pytest

from plans.demo import befolkning, manus, tabell
from plans.demo.befolkning import Inhabitant, OutOfNumbers, invented_people, published
from plans.regler.frister import age_on
from plans.regler.insatser import warnings
from plans.regler.personnummer import parse

IDAG = dt.date(2027, 3, 9)
DAGAR = [IDAG, dt.date(2026, 11, 22), dt.date(2028, 2, 29), dt.date(2034, 7, 1)]


def test_the_table_is_the_official_one():
    assert tabell.ALLA == 76_712
    assert {kon: sum(row.values()) for kon, row in tabell.INSATSER.items()} == {"kvinna": 48_516, "man": 69_366}


def test_265_persons_are_each_cell_of_the_table_to_the_nearest_whole():
    assert tabell.person_counts(265) == {"kvinna": 108, "man": 157}
    for kon, row in tabell.insats_counts(265).items():
        assert row == {lagrum: round(265 * n / tabell.ALLA) for lagrum, n in tabell.INSATSER[kon].items()}


@pytest.mark.parametrize("antal", [2, 7, 20, 60, 265, 700])
def test_scaling_keeps_the_sums(antal):
    assert sum(tabell.person_counts(antal).values()) == antal
    for kon, row in tabell.insats_counts(antal).items():
        assert sum(row.values()) == round(antal * sum(tabell.INSATSER[kon].values()) / tabell.ALLA)


@pytest.mark.parametrize(("antal", "today"), [*((265, day) for day in DAGAR), (20, IDAG), (60, IDAG), (700, IDAG)])
def test_counts_equal_the_scaled_table_and_nobody_is_without_an_insats(antal, today):
    people = invented_people(antal, [], random.Random(7), today)
    found = {kon: Counter(n for p in people if p.kon == kon for n in p.lagrum) for kon in tabell.PERSONER}
    assert found == {kon: +Counter(row) for kon, row in tabell.insats_counts(antal).items()}
    assert Counter(p.kon for p in people) == tabell.person_counts(antal)
    assert all(p.lagrum for p in people)


@pytest.mark.parametrize("antal", [*range(1, 40, 3), 265])
def test_those_chosen_by_hand_take_part_when_the_table_has_room(antal):
    wanted = [Inhabitant(m.kon, set(m.beslut), m.alder, m.nyckel, m.valj) for m in manus.all_scripts()]
    people = invented_people(antal, wanted, random.Random(7), IDAG)
    assert len(people) == antal
    found = {kon: Counter(n for p in people if p.kon == kon for n in p.lagrum) for kon in tabell.PERSONER}
    assert found == {kon: +Counter(row) for kon, row in tabell.insats_counts(antal).items()}
    if antal == 265:
        assert {p.mall for p in people} == {"", *(m.nyckel for m in manus.all_scripts())}


def test_each_number_is_published_used_once_and_fits_sex_and_birth():
    people = invented_people(265, [], random.Random(7), IDAG)
    known = {*published("testpersonnummer.txt"), *published("testsamordningsnummer.txt")}
    assert len({p.nummer for p in people}) == 265
    for p in people:
        assert p.nummer in known
        assert parse(p.nummer, IDAG) == p.nummer
        assert befolkning.sex_of(p.nummer) == p.kon
        assert p.aldrar[0] <= age_on(p.fodd, IDAG) <= p.aldrar[1]


def test_the_limits_of_the_law_hold_today():
    for p in invented_people(265, [], random.Random(7), IDAG):
        for n in p.lagrum - {2}:  # assistance may be kept after the age at which it can no longer be granted
            assert warnings(n, personkrets=1, fodd=p.fodd, beslutad=IDAG) == []


def test_the_same_seed_gives_the_same_people():
    first, second, other = (invented_people(60, [], random.Random(seed), IDAG) for seed in (1, 1, 2))
    assert [p.nummer for p in first] == [p.nummer for p in second] != [p.nummer for p in other]


def test_too_many_persons_are_refused_in_words():
    with pytest.raises(OutOfNumbers, match="testpersonnummer för kvinna, men 812 behövs"):
        invented_people(2000, [], random.Random(7), IDAG)
