"""The active login providers, in alphabetical order of kommun."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from plans.models import Inloggningstjanst, Namnd

FOR = Inloggningstjanst.For
FEW = 4  # the most providers that the login page itself lists


@dataclass(frozen=True)
class Kommun:
    """A nämnd with its providers: `eleg` for e-ID, `personal` for the staff's login."""

    namnd: Namnd
    eleg: list[Inloggningstjanst]
    personal: list[Inloggningstjanst]

    @property
    def alla(self) -> list[Inloggningstjanst]:
        """All providers, in the order they are shown."""
        return [*self.eleg, *self.personal]


def active_providers() -> QuerySet[Inloggningstjanst]:
    """Providers that may be used, with their nämnd."""
    rows = Inloggningstjanst.objects.filter(aktiv=True).select_related("namnd")
    return rows.order_by("namnd__kommun", "namnd__namn", "namnd_id", "for_vem", "namn", "pk")


def by_kommun() -> list[Kommun]:
    """All active providers grouped by nämnd, in alphabetical order of kommun and nämnd."""
    return [
        Kommun(namnd, [r for r in rows if r.for_vem == FOR.ENSKILDA], [r for r in rows if r.for_vem == FOR.PERSONAL])
        for namnd, rows in ((n, list(rows)) for n, rows in groupby(active_providers(), key=lambda row: row.namnd))
    ]


def on_login_page() -> dict[str, object]:
    """The login page's context: the providers if they are few, or else only the fact that there are many."""
    grupper = by_kommun()
    n = sum(len(g.alla) for g in grupper)
    return {"grupper": grupper if n <= FEW else [], "manga": n > FEW, "flera": len(grupper) > 1}


def is_shut(koder: Collection[str]) -> bool:
    """True if any of these providers is inactive or has been removed. Makes no query when `koder` is empty."""
    return bool(koder) and Inloggningstjanst.objects.filter(kod__in=koder, aktiv=True).count() < len(koder)


def names_of_e_ids(namnd: Namnd) -> list[str]:
    """The names on the buttons of the nämnd's e-IDs; empty if it has none."""
    rows = Inloggningstjanst.objects.filter(namnd=namnd, for_vem=FOR.ENSKILDA, aktiv=True)
    return list(rows.order_by("namn").values_list("namn", flat=True))
