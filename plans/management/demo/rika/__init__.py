"""Persons and plans written by hand, in the persons' own voices. All invented. They live in the first nämnd."""

from plans.management.demo.manus import Manus
from plans.management.demo.rika.reijo import REIJO
from plans.management.demo.rika.tilde import TILDE

ALLA: tuple[Manus, ...] = (TILDE, REIJO)
