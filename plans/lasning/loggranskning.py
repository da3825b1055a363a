"""The rule-based review of a nämnd's log for a month: which user's rows about which person deserve a second look."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from plans.lasning.log_evidence import DAY_RULES, RULES, Evidence, Finding, Pair
from plans.models import (
    GranskadRad,
    Handelse,
    Inloggningstjanst,
    Loggranskning,
    Namnd,
    Person,
)
from plans.regler import loggranskning as regler

IN_WORDS = {
    regler.EGET_NAMN: "Heter likadant som personen eller en företrädare",
    regler.SAMMA_ADRESS: "Bor på samma adress som personen eller en företrädare",
    regler.SAMMA_EFTERNAMN: "Har samma efternamn som personen eller en företrädare",
    regler.INGEN_TILLDELNING: "Har läst, gjort något eller försökt utan att ha ärendet",
    regler.UDDA_TID: "Har läst på natten eller en helg",
    regler.MANGA: "Har läst om ovanligt många personer på en dag",
    regler.SKYDDAD: "Har läst om någon med skyddade uppgifter utan att vara utsedd",
    regler.NODATKOMST: "Har använt nödåtkomst",
    regler.STICKPROV: "Slumpvis utvald",
}
REFUSED = "inloggning.avvisad"
REASONS_IN_WORDS = {"niva": "för låg säkerhetsnivå"}  # the others are in words already (lasning/legitimation.py)
LISTS = (
    "att_gora.oppnad",
    "person.lista",
    "person.sok",
)  # whole lists: the user did not choose to read about any one person
FEW_HITS = 5  # a search with so few hits was for someone in particular
REVIEW = ("logg.granska", "loggranskning.")  # events of the review itself, which do not count as reading a case
READS = ("oppnad", "las", "hamta", "hamtad", "status", "sok", "lista", "utkast", "handlagg", "bestall")


@dataclass
class Refusals:
    """The month's refused logins through one provider: how many, how many the month before, the latest, the reasons."""

    namn: str
    antal: int = 0
    forra: int = 0
    senast: dt.datetime | None = None
    skal: list[tuple[str, int]] = field(default_factory=list)

    @property
    def manga(self) -> bool:
        """True if there are so many refusals that somebody should look into it."""
        return regler.many_refusals(self.antal, self.forra)


def month_end(manad: dt.date) -> dt.date:
    """The first day of the next month."""
    return (manad.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def _month_start(dag: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(dag, dt.time.min))


def within_month(rows: QuerySet[Handelse], manad: dt.date) -> QuerySet[Handelse]:
    """The rows of one month."""
    return rows.filter(at__gte=_month_start(manad), at__lt=_month_start(month_end(manad)))


def staff_rows(namnd: Namnd, manad: dt.date) -> QuerySet[Handelse]:
    """The month's log rows by staff of the nämnd."""
    return within_month(Handelse.objects.filter(namnd=namnd, uppdrag__isnull=False), manad)


def _pairs(rows: Iterable[tuple[Any, ...]]) -> tuple[dict[tuple[int, int], Pair], dict[tuple[int, dt.date], set[int]]]:
    """The rows grouped by user and person, and the persons whose cases each user opened on each day."""
    pairs: dict[tuple[int, int], Pair] = {}
    days: dict[tuple[int, dt.date], set[int]] = defaultdict(set)
    for pk, at, user, enhet, event, nekad, persons in rows:
        sok = event == "person.sok" and len(persons) <= FEW_HITS
        if event.startswith(REVIEW) or (event in LISTS and not sok):
            continue
        when = timezone.localtime(at)
        for person in persons:
            pair = pairs.setdefault((user, person), Pair(pk))
            pair.antal += 1
            pair.enheter.add(enhet)
            pair.sedda.append(when)
            if sok:
                continue
            pair.oppnade.append(when)
            days[user, when.date()].add(person)
            if not nekad and event.rpartition(".")[2] not in READS:
                pair.gjorde.add(when.date())
    return pairs, days


def findings(namnd: Namnd, manad: dt.date) -> list[Finding]:
    """Everything that the rules catch in the month, and a random sample of the other pairs of user and person."""
    columns = ("pk", "at", "user_id", "uppdrag__enhet_id", "handelse", "nekad", "person_ids")
    rows = list(staff_rows(namnd, manad).order_by("pk").values_list(*columns))
    pairs, days = _pairs(rows)
    u = Evidence(namnd, {user for user, _ in pairs}, {person for _, person in pairs})
    pairs = {key: pair for key, pair in pairs.items() if key[1] in u.persons}
    found = []
    for (user, person), pair in pairs.items():
        caught = [name for name, rule in RULES.items() if rule(u, user, person, pair)]
        if caught:
            found.append(Finding(user, person, pair.forsta, pair.antal, caught))
    first: dict[tuple[int, dt.date], int] = {}
    for pk, at, user, *_ in rows:
        first.setdefault((user, timezone.localtime(at).date()), pk)
    for rule in DAY_RULES.values():
        found += rule(rows, days, first)
    rest = sorted(pairs.keys() - {(f.user, f.person) for f in found})
    draw = random.Random(f"{namnd.pk} {manad:%Y-%m}")  # noqa: S311 – the same draw for whoever looks again
    for user, person in draw.sample(rest, regler.sample_size(len(rest))):
        pair = pairs[user, person]
        found.append(Finding(user, person, pair.forsta, pair.antal, [regler.STICKPROV]))
    return found


# --- The pages ---
@dataclass
class Month:
    """A month in the list, with its review if drawn.

    The review's `antal` is the number of its findings, and its `kvar` the number not yet judged.
    """

    manad: dt.date
    granskning: Loggranskning | None


def months(namnd: Namnd, today: dt.date, antal: int = 12) -> list[Month]:
    """The latest ended months, newest first, back to the month when the nämnd began to use the portal."""
    begun = namnd.infort.replace(day=1)
    rows = Loggranskning.objects.filter(namnd=namnd).select_related("signerad_av")
    rows = rows.annotate(antal=Count("fynd"), kvar=Count("fynd", filter=Q(fynd__bedomning="")))
    drawn = {row.manad: row for row in rows}
    months: list[Month] = []
    last = today.replace(day=1)
    while len(months) < antal and last > begun:
        last = (last - dt.timedelta(days=1)).replace(day=1)
        months.append(Month(last, drawn.get(last)))
    return months


class FindingLine(NamedTuple):
    """A finding as a page shows it: whose case, and the rules that caught it, in words."""

    rad: GranskadRad
    arende: str
    i_ord: list[str]


def findings_of(rows: Iterable[GranskadRad]) -> list[FindingLine]:
    """The findings in words, in the given order."""
    rows = list(rows)
    numbers = dict(Person.objects.filter(pk__in=[r.person_id_sedd for r in rows]).values_list("pk", "arendenummer"))
    return [
        FindingLine(
            row,
            f"Ärende {numbers[row.person_id_sedd]}" if row.person_id_sedd else "Många personer",
            [IN_WORDS[name] for name in row.regler],
        )
        for row in rows
    ]


def rows_behind(finding: GranskadRad, most: int = 200) -> list[Handelse]:
    """The month's rows behind a finding, newest first. For a finding about many persons, only the rows of that day."""
    rows = staff_rows(finding.granskning.namnd, finding.granskning.manad).filter(user=finding.user_id)
    if finding.person_id_sedd:
        return list(rows.filter(person_ids__contains=[finding.person_id_sedd]).order_by("-pk")[:most])
    day = timezone.localtime(finding.handelse.at).date()
    start = _month_start(day)
    return list(rows.filter(at__gte=start, at__lt=start + dt.timedelta(days=1)).order_by("-pk")[:most])


def refusals(namnd: Namnd, manad: dt.date) -> list[Refusals]:
    """The month's refused logins for each of the nämnd's providers that had any, the most refusals first."""
    start, end = _month_start(manad), _month_start(month_end(manad))
    before = _month_start((manad - dt.timedelta(days=1)).replace(day=1))
    refused = Handelse.objects.filter(namnd=namnd, handelse=REFUSED, at__gte=before, at__lt=end)
    rows = refused.values("objekt_id", "varfor").annotate(
        i_manaden=Count("pk", filter=Q(at__gte=start)), alla=Count("pk"), senast=Max("at")
    )
    names = Inloggningstjanst.objects.filter(namnd=namnd).values_list("pk", "namn")
    found: dict[int | None, Refusals] = {pk: Refusals(namn) for pk, namn in names}
    for row in rows.order_by("-i_manaden", "varfor"):
        one, n = found.setdefault(row["objekt_id"], Refusals("Borttagen tjänst")), row["i_manaden"]
        one.antal, one.forra = one.antal + n, one.forra + row["alla"] - n
        if n:
            one.skal.append((REASONS_IN_WORDS.get(row["varfor"], row["varfor"]), n))
            one.senast = max(one.senast or row["senast"], row["senast"])
    return sorted((one for one in found.values() if one.antal), key=lambda one: (-one.antal, one.namn))
