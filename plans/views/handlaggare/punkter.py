"""The check-list of 10 § as links: each point leads to the place where it can be fixed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from plans.lasning.plan.vy import PlanView
from plans.models import PlanVersion
from plans.regler.namn import genitive
from plans.regler.plan import Point


@dataclass(frozen=True)
class LineUnder:
    """A line under a point: text followed by a link."""

    text: str = ""
    lank: str = ""
    url: str = ""


@dataclass(frozen=True)
class PointRow:
    """A point and where to fix it. If `url` is empty, the text is bold instead of a link."""

    punkt: Point
    text: str
    url: str = ""
    under: list[LineUnder] = field(default_factory=list)


def rows(points: Iterable[Point], version: PlanVersion, view: PlanView | None = None) -> list[PointRow]:
    """The points as shown on the page; with `view`, the plan's rows that lack something are named."""
    return [PointRow(point, *_mended(point, version, view)) for point in points]


def _mended(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    """The point's text, its link, and the lines under it."""
    own = _BY_KEY.get(point.nyckel) or _BY_SECTION.get(point.avsnitt)
    if own:
        return own(point, version, view)
    return point.text, reverse("plandel-ny", args=[version.pk, point.avsnitt]), []


def _basics(version: PlanVersion, name: str) -> str:
    return f"{reverse('plan-andra', args=[version.pk])}#div_id_{name}"


def _sharing(version: PlanVersion) -> str:
    return reverse("plan-dela", args=[version.pk])


def _own_words(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    person = version.plan.person
    asked = f"Ville {person.tilltalsnamn} inte skriva?"
    under = LineUnder(asked, "Kryssa i det", _basics(version, "ville_inte_skriva"))
    return point.text, f"{reverse('person', args=[person.pk])}#ord", [under]


def _decided(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    return point.text, _sharing(version), [LineUnder("De läggs till när du delar utkastet.")]


def _others(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    under = LineUnder("Gör ingen annan något?", "Kryssa i det", _basics(version, "inga_andra"))
    return point.text, reverse("plandel-ny", args=[version.pk, "andra"]), [under]


def _answer(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    url = reverse("plan-svara-for", args=[version.pk]) if version.status == "delad" else ""
    under = LineUnder("Håller med, håller inte med eller vill prata först. Det stoppar inte planen.")
    return f"{genitive(version.plan.person.tilltalsnamn)} svar", url, [under]


def _responsible(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    if view is None:
        return point.text, f"{reverse('plan', args=[version.plan_id])}#loften", []
    return point.text, "", _rows_lacking(version, view.utan_ansvarig, "Vem", "ansvarig")


def _easy(point: Point, version: PlanVersion, view: PlanView | None) -> tuple[str, str, list[LineUnder]]:
    if view is None:
        seen = LineUnder(f"Det som {version.plan.person.tilltalsnamn} ser i Min plan.")
        return point.text, f"{reverse('plan', args=[version.plan_id])}#loften", [seen]
    return point.text, "", _rows_lacking(version, view.utan_latt, "Lätt mening", "latt_mening")


def _rows_lacking(version: PlanVersion, found: list[tuple[str, dict]], word: str, name: str) -> list[LineUnder]:
    return [
        LineUnder(
            lank=f"{word}: {row.get('namn') or row['text']}",
            url=f"{reverse('plandel-andra', args=[version.pk, slag, row['pk']])}#div_id_{name}",
        )
        for slag, row in found
    ]


_BY_KEY = {"beslutade": _decided, "andra": _others, "ansvarig": _responsible, "latt": _easy}
_BY_SECTION = {
    "grund": lambda point, version, vy: (point.text, _basics(version, "samordnare"), []),
    "ord": _own_words,
    "dela": lambda point, version, vy: (point.text, _sharing(version), []),
    "svar": _answer,
}
