"""The official figures that the demo mirrors in miniature, and how they are scaled.

Source: Socialstyrelsen, insatser enligt LSS on 1 October 2021 (also SCB): persons with at least one insats, and persons
by insats, by sex. The keys 1 to 10 are the points of 9 § LSS; the names of the insatser are in regler.insatser.
"""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")

KVINNA, MAN = "kvinna", "man"
PERSONER = {KVINNA: 31_150, MAN: 45_562}
INSATSER = {
    KVINNA: {1: 417, 2: 2202, 3: 2833, 4: 7831, 5: 1191, 6: 3129, 7: 1671, 8: 303, 9: 12_195, 10: 16_744},
    MAN: {1: 352, 2: 2746, 3: 3836, 4: 9718, 5: 2904, 6: 5671, 7: 2894, 8: 569, 9: 17_356, 10: 23_320},
}
ALLA = sum(PERSONER.values())


def largest_remainders(cells: Mapping[K, float], total: int) -> dict[K, int]:
    """Whole numbers that add up to `total`: each cell rounded down, the rest given to the largest remainders."""
    whole = {key: int(value) for key, value in cells.items()}
    order = sorted(cells, key=lambda key: cells[key] - whole[key], reverse=True)
    for key in order[: total - sum(whole.values())]:
        whole[key] += 1
    return whole


def person_counts(antal: int) -> dict[str, int]:
    """How many of `antal` persons are women, and how many are men."""
    return largest_remainders({kon: antal * n / ALLA for kon, n in PERSONER.items()}, antal)


def insats_counts(antal: int) -> dict[str, dict[int, int]]:
    """How many of `antal` persons have each insats, by sex. For each sex, the numbers add up to the scaled total."""
    people, scaled = person_counts(antal), {}
    for kon, row in INSATSER.items():
        cells = {lagrum: antal * n / ALLA for lagrum, n in row.items()}
        scaled[kon] = largest_remainders(cells, round(sum(cells.values())) if people[kon] else 0)
    return scaled
