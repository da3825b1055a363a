"""A covering array meets every wanted combination in far fewer cases, and every process chooses the same cases."""

import itertools
import os
import subprocess
import sys

from tests.stod.access_matrix import ACTORS_AT_LEAST, every_question, questions
from tests.stod.covering import covering

CASES = list(itertools.product("abcdefgh", range(10), ("get", "post"), (None, "x")))
SETUP = "import django; django.setup(); "
PAIRS = [lambda c, i=i, j=j: (c[i], c[j]) for i, j in itertools.combinations(range(4), 2)]


def test_every_pair_is_met_by_far_fewer_cases():
    chosen = covering(CASES, *PAIRS, full=False)
    assert all({of(c) for c in chosen} == {of(c) for c in CASES} for of in PAIRS)
    assert len(CASES) == 320 and len(chosen) <= 100  # at least 80 are needed: the pairs of the two longest lists
    assert chosen == [c for c in CASES if c in chosen]


def test_what_has_nothing_to_combine_brings_no_case():
    assert covering(CASES, lambda c: c[0] if c[3] else None, full=False) == covering(
        [c for c in CASES if c[3]], lambda c: c[0], full=False
    )
    assert covering(CASES, lambda c: None, full=False) == []


def test_the_full_run_asks_everything():
    assert covering(CASES, *PAIRS, full=True) == CASES


def test_every_process_chooses_the_same():
    here = covering(CASES, *PAIRS, full=False)
    ask = "from tests.house.test_covering import *; print(covering(CASES, *PAIRS, full=False))"
    env = os.environ | {"PYTHONHASHSEED": "1", "DJANGO_SETTINGS_MODULE": "lss_portal.settings"}
    done = subprocess.run([sys.executable, "-c", SETUP + ask], env=env, capture_output=True, text=True)
    assert done.stdout == f"{here}\n", done.stderr


def test_the_matrix_leaves_nobody_out():
    """Everyone asks for each page, and at least twelve ask with each method.

    Each page is asked for in each case with each method, and everyone who would be let in is among those who ask.
    """
    every, asked = list(every_question()), questions()
    for of in (
        lambda q: (q.sida, q.who),
        lambda q: (q.sida, q.method, q.fall.namn),
        lambda q: (q.sida, q.who, q.fall.namn, q.method) if q.let_in else None,
    ):
        assert {of(q) for q in asked} == {of(q) for q in every}
    actors: dict[tuple, set[str]] = {}
    for q in asked:
        actors.setdefault((q.sida, q.method), set()).add(q.who)
    assert min(map(len, actors.values())) >= ACTORS_AT_LEAST


def test_planterat_a_combination_that_nobody_asked_for_is_not_promised():
    chosen = covering(CASES, *PAIRS[1:], full=False)
    assert {PAIRS[0](c) for c in chosen} != {PAIRS[0](c) for c in CASES}
