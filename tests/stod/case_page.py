"""One page of the portal in the tests' table: who is let in, its address, and a valid body in a state of a case."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from plans.models import Roll, Uppdrag
from plans.utbyte import paket
from plans.utbyte.forordnanden import COLUMNS
from plans.views.registrator.forordnanden import KEY
from tests.stod import factories as f
from tests.stod.case_states import CaseState
from tests.stod.cast import INSIDERS, OUTSIDERS

# --- Who -------------------------------------------------------------------------------------------------------------
# pappa is the guardian of Yusuf, whose case Ingrid also has; nodoppnat reads Alva's case today, by emergency access
ACTORS = (*INSIDERS, *OUTSIDERS, "pappa", "nodoppnat")
STAFF = frozenset({"ingrid", "kerstin"})
FAMILY = frozenset({"birgitta", "alva_konto"})
READERS = FAMILY | {"javig"}  # jäv bars acting, not reading (FB 12:8)
# Every handläggare, for the lists and the forms that are about no person yet.
HANDLAGGARE = STAFF | {"osten", "nadia", "nodoppnat", "nodigar"}
EMERGENCY, CHEF = frozenset({"nodoppnat"}), frozenset({"carin"})
REVIEWERS = frozenset({"carin", "greta"})
REGISTRATOR = frozenset({"rut"})
PERSONS_THEMSELVES = frozenset(
    {"alva_konto", "dragan_konto", "signe"}
)  # signe is the login of the protected person, in tests that give her one


# --- Pages -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class CasePage:
    """One page: its URL name, who in the cast is let in (None: all logged-in users), and the states it is tested in."""

    namn: str
    vem: frozenset[str] | None
    lagen: tuple[str, ...]
    args: Callable[[CaseState], list] = lambda x: []
    post: Callable[[CaseState], dict[str, Any]] | None = None
    get: int = 200  # the answer to a GET by a user who is let in; 405 where only POST is taken
    efter: int = 302  # the answer to a valid POST
    slag: str = ""  # tells apart rows with the same URL name
    ser: frozenset[str] = frozenset()  # who reads texts of the case here, besides its insiders

    def __str__(self) -> str:
        return f"{self.namn} {self.slag}".strip()

    def url(self, x: CaseState) -> str:
        """Return the address in a state."""
        return reverse(self.namn, args=self.args(x))


def of_person(x: CaseState) -> list:
    return [x.person.pk]


def of_plan(x: CaseState) -> list:
    return [x.plan.pk]


def of_version(x: CaseState) -> list:
    return [x.version.pk]


def empty_body(x: CaseState) -> dict:
    return {}


def register_list(x: CaseState) -> SimpleUploadedFile:
    """Return the överförmyndare's list with one row, about the person of the case."""
    number = f.number(skip=30)
    row = f"{number};Bo Ek;{x.person.personnummer};god man;bevaka rätt;2027-01-12;;Beslut 2027-01-12"
    return SimpleUploadedFile("lista.csv", f"{';'.join(COLUMNS)}\n{row}\n".encode(), "text/csv")


def sealed_list(x: CaseState) -> str:
    """Return the same list, sealed for the nämnd's registrator."""
    mine = Uppdrag.objects.filter(roll=Roll.REGISTRATOR, enhet__namnd=x.person.namnd).first()
    return paket.seal(register_list(x).read(), KEY, mine.user, x.person.namnd, timezone.now()) if mine else ""
