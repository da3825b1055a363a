"""A covering array: a selection of cases that still meets every combination that matters.

A fault that comes from one factor, or from two together, shows in a small selection of cases. To combine every value
of every factor would take as many cases as the numbers of values multiplied. `script/test --full` asks every case. The
figures after a run say how many cases there were and how many were asked.
"""

import hashlib
import os
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

FULL = os.environ.get("LSS_FULL") == "1"
SEED = 7
Case = TypeVar("Case")


def covering(cases: Iterable[Case], *combined: Callable[[Case], Hashable], full: bool = FULL) -> list[Case]:
    """Select cases so that each function of `combined` still takes every value that it takes in all `cases`.

    Greedy: cases that bring a new value of every function are chosen first, then cases that bring a new value of
    all functions but one, and so on. Among equals, a seeded hash of the case's text decides, so every process chooses
    the same cases. The chosen cases keep their order. A function that gives None for a case does not ask for that case.
    """
    every = list(cases)
    if full:
        return every
    order = sorted(range(len(every)), key=lambda n: hashlib.sha256(f"{SEED}:{every[n]}".encode()).digest())
    values = [[(at, of(case)) for at, of in enumerate(combined)] for case in every]
    met: set[Hashable] = {(at, None) for at in range(len(combined))}
    chosen: set[int] = set()
    for least in range(len(combined), 0, -1):
        for n in order:
            if sum(value not in met for value in values[n]) >= least:
                chosen.add(n)
                met.update(values[n])
    return [every[n] for n in sorted(chosen)]
