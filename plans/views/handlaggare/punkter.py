"""The check-list of 10 § as links: each point leads to the place where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from plans.lasning.plan.vy import Planvy
from plans.models import PlanVersion
from plans.regler.namn import genitiv
from plans.regler.plan import Punkt


@dataclass(frozen=True)
class Under:
    """A line under a point: words, and a link after them."""

    text: str = ""
    lank: str = ""
    url: str = ""


@dataclass(frozen=True)
class Punktrad:
    """A point with the way to mend it; without an address its words are only bold."""

    punkt: Punkt
    text: str
    url: str = ""
    under: list[Under] = field(default_factory=list)


def rows(points: Iterable[Punkt], version: PlanVersion, vy: Planvy | None = None) -> list[Punktrad]:
    """The points as the page shows them; `vy` names the rows that lack something."""
    return [Punktrad(point, *_mended(point, version, vy)) for point in points]


def _mended(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    """What the point says, where it leads, and the lines under it."""
    own = _BY_KEY.get(point.nyckel) or _BY_SECTION.get(point.avsnitt)
    if own:
        return own(point, version, vy)
    return point.text, reverse("plandel-ny", args=[version.pk, point.avsnitt]), []


def _grund(version: PlanVersion, name: str) -> str:
    return f"{reverse('plan-andra', args=[version.pk])}#div_id_{name}"


def _dela(version: PlanVersion) -> str:
    return reverse("plan-dela", args=[version.pk])


def _own_words(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    person = version.plan.person
    asked = f"Ville {person.tilltalsnamn} inte skriva?"
    under = Under(asked, "Kryssa i det", _grund(version, "ville_inte_skriva"))
    return point.text, f"{reverse('person', args=[person.pk])}#ord", [under]


def _decided(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    return point.text, _dela(version), [Under("De läggs till när du delar utkastet.")]


def _others(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    under = Under("Gör ingen annan något?", "Kryssa i det", _grund(version, "inga_andra"))
    return point.text, reverse("plandel-ny", args=[version.pk, "andra"]), [under]


def _answer(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    url = reverse("plan-svara-for", args=[version.pk]) if version.status == "delad" else ""
    under = Under("Håller med, håller inte med eller vill prata först. Det stoppar inte planen.")
    return f"{genitiv(version.plan.person.tilltalsnamn)} svar", url, [under]


def _responsible(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    if vy is None:
        return point.text, f"{reverse('plan', args=[version.plan_id])}#loften", []
    return point.text, "", _rows_lacking(version, vy.utan_ansvarig, "Vem", "ansvarig")


def _easy(point: Punkt, version: PlanVersion, vy: Planvy | None) -> tuple[str, str, list[Under]]:
    if vy is None:
        seen = Under(f"Det som {version.plan.person.tilltalsnamn} ser i Min plan.")
        return point.text, f"{reverse('plan', args=[version.plan_id])}#loften", [seen]
    return point.text, "", _rows_lacking(version, vy.utan_latt, "Lätt mening", "latt_mening")


def _rows_lacking(version: PlanVersion, found: list[tuple[str, dict]], word: str, name: str) -> list[Under]:
    return [
        Under(
            lank=f"{word}: {row.get('namn') or row['text']}",
            url=f"{reverse('plandel-andra', args=[version.pk, slag, row['pk']])}#div_id_{name}",
        )
        for slag, row in found
    ]


_BY_KEY = {"beslutade": _decided, "andra": _others, "ansvarig": _responsible, "latt": _easy}
_BY_SECTION = {
    "grund": lambda point, version, vy: (point.text, _grund(version, "samordnare"), []),
    "ord": _own_words,
    "dela": lambda point, version, vy: (point.text, _dela(version), []),
    "svar": _answer,
}
