"""Reading the log: for staff, and as *Vem har tittat?* for the person."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Exists, Max, Model, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from plans.logg.handelser import Handelseslag
from plans.models import Foretradarskap, Handelse, Person, Roll, Undanhallen, User
from plans.models.planned import planned

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Hidden(TypedDict):
        """The column that `_rows` adds."""

        dold: bool

    Row = WithAnnotations[Handelse, Hidden]

ROWS_READ = 300  # how many of the latest rows `_latest` reads
LINES_SHOWN = 10
PER_SIDA = 200  # rows read for one page of the whole log
EVENTS: dict[str, str] = dict(Handelseslag.choices)
NOT_FOR_FAMILY = ("logg.undanhall",)  # the page only says that something is withheld, not when or by whom


def in_words(row: Handelse) -> str:
    """What was done, in words, and whether it was refused."""
    return _words(row.handelse, row.nekad)


def _words(handelse: str, nekad: bool) -> str:
    words = EVENTS.get(handelse, "något som inte har ett namn än")
    return f"släpptes inte in: {words}" if nekad else words


@dataclass
class LogLine:
    """Something one user did on one day, once or many times; `at` is the latest time."""

    at: datetime
    vem: str
    som: str
    vad: str
    varfor: str
    antal: int = 1
    pk: int = 0
    undanhallen: bool = False
    user_id: int | None = None


Who = Callable[[Handelse], tuple[str, str]]


def _who(row: Handelse) -> tuple[str, str]:
    """The name, and the role with its unit, as staff see them."""
    role = f"{row.uppdrag.get_roll_display()}, {row.uppdrag.enhet.namn}" if row.uppdrag else ""
    return row.user.namn if row.user else "Portalen", role


def _rows(person: int) -> "QuerySet[Row]":
    """All rows about a person, newest first; `dold` says whether a row is withheld from this person."""
    hidden = Exists(Undanhallen.objects.filter(handelse=OuterRef("pk"), person=person))
    rows = Handelse.objects.filter(person_ids__contains=[person]).annotate(dold=hidden)
    return rows.select_related("user", "uppdrag__enhet").order_by("-pk")


def _gathered(rows: "list[Row]", who: Who = _who) -> list[LogLine]:
    """Gather rows with the same event, user, day and reason into one line."""
    lines: dict[tuple, LogLine] = {}
    for row in rows:
        key = (timezone.localdate(row.at), row.user_id, row.uppdrag_id, row.handelse, row.nekad, row.varfor, row.dold)
        if key in lines:
            lines[key].antal += 1
        else:
            lines[key] = LogLine(
                row.at, *who(row), in_words(row), row.varfor, pk=row.pk, undanhallen=row.dold, user_id=row.user_id
            )
    return list(lines.values())


def latest_lines(person: Person) -> list[LogLine]:
    """The latest log lines about a person, newest first."""
    return [
        LogLine(
            row["senast"],
            row["user__namn"] or "Portalen",
            f"{Roll(row['uppdrag__roll']).label}, {row['uppdrag__enhet__namn']}" if row["uppdrag"] else "",
            _words(row["handelse"], row["nekad"]),
            row["varfor"],
            row["antal"],
            row["nyast"],
            row["dold"],
            row["user"],
        )
        for row in _latest(person=person.pk)
    ]


@planned
def _latest(person: int) -> QuerySet:
    """The latest lines, gathered in the database the way `_gathered` does it."""
    newest = Handelse.objects.filter(person_ids__contains=[person]).order_by("-pk").values("pk")[:ROWS_READ]
    hidden = Exists(Undanhallen.objects.filter(handelse=OuterRef("pk"), person=person))
    rows = Handelse.objects.filter(pk__in=newest).annotate(dold=hidden, dag=TruncDate("at"))
    same = ("dag", "user", "uppdrag", "handelse", "nekad", "varfor", "dold")
    lines = rows.values(*same, "user__namn", "uppdrag__roll", "uppdrag__enhet__namn")
    told: QuerySet = lines.annotate(antal=Count("pk"), senast=Max("at"), nyast=Max("pk"))
    return told.order_by("-nyast")[:LINES_SHOWN]


def last_changed(person: Person, obj: Model) -> tuple[User | None, datetime | None]:
    """Who last changed a person's row, and when, according to the log."""
    about = Handelse.objects.filter(person_ids__contains=[person.pk], nekad=False)
    rows = about.filter(objekt=obj._meta.model_name, objekt_id=obj.pk)
    row = rows.exclude(handelse__endswith="oppnad").select_related("user").order_by("-pk").first()
    return (row.user, row.at) if row else (None, None)


@dataclass
class LogPage:
    """One page of the whole log: lines by day, where the next page begins, and whether anything is withheld."""

    dagar: dict[date, list[LogLine]] = field(default_factory=lambda: defaultdict(list))
    fore: int | None = None
    undanhallet: bool = False


def _page(rows: "QuerySet[Row]", fore: int | None, who: Who) -> LogPage:
    found = list(rows.filter(pk__lt=fore)[: PER_SIDA + 1] if fore else rows[: PER_SIDA + 1])
    page = LogPage(fore=found[PER_SIDA - 1].pk if len(found) > PER_SIDA else None)
    for line in _gathered(found[:PER_SIDA], who):
        page.dagar[timezone.localdate(line.at)].append(line)
    page.dagar = dict(page.dagar)
    return page


def whole_log(person: Person, fore: int | None) -> LogPage:
    """The whole log about a person, for staff with the case. `fore` is the last row of the previous page."""
    return _page(_rows(person.pk), fore, _who)


def rows_behind(person: Person, pk: int) -> "list[Row]":
    """The rows behind one line of the log: equal in all that `_gathered` goes by, so that no other line is touched."""
    row = _rows(person.pk).filter(pk=pk).first()
    if row is None:
        return []
    start = timezone.make_aware(datetime.combine(timezone.localdate(row.at), time.min))
    same = _rows(person.pk).filter(user=row.user_id, handelse=row.handelse, nekad=row.nekad, varfor=row.varfor)
    same = same.filter(uppdrag=row.uppdrag_id, dold=row.dold)
    return list(same.filter(at__gte=start, at__lt=start + timedelta(days=1)))


def lookers(person: Person, laser: User, fore: int | None) -> LogPage:
    """*Vem har tittat?* for the person (addressed as *du*) or a representative, without withheld rows.

    Staff are shown by name, role and unit, but without the name if they are threatened (OSL 21:3).
    A representative of a protected person sees only roles: a name, a unit or a reason may reveal where the person is.
    """
    rows = _rows(person.pk).exclude(handelse__in=NOT_FOR_FAMILY)
    jag = person.konto_id == laser.pk
    hidden = person.skyddad and not jag
    skap = Foretradarskap.objects.filter(person=person).select_related("foretradare").order_by("pk")
    acting = {s.foretradare.konto_id: s for s in skap if s.foretradare.konto_id}

    def vem(row: Handelse) -> tuple[str, str]:
        if row.user_id == laser.pk:
            return "Du", ""
        if row.user is None:
            return ("Någon", "") if row.nekad else ("Portalen", "av sig själv")
        if row.uppdrag:
            roll, enhet = row.uppdrag.get_roll_display(), row.uppdrag.enhet.namn
            if hidden:
                return f"En {roll}", ""
            return (f"En {roll}", enhet) if row.user.visas_som_roll else (row.user.namn, f"{roll}, {enhet}")
        if row.user_id == person.konto_id:
            return "Personen" if hidden else person.tilltalsnamn, ""
        if row.user_id in acting:
            typ = acting[row.user_id].get_typ_display()
            return (f"En {typ}", "") if hidden else (acting[row.user_id].foretradare.namn, typ)
        return "Någon utan rätt", ""

    page = _page(rows.filter(dold=False), fore, vem)
    page.undanhallet = rows.filter(dold=True).exists()
    for line in (line for lines in page.dagar.values() for line in lines):
        line.vad = told_to_you(line.vad) if jag else line.vad
        line.varfor = "" if hidden else line.varfor
    return page


def one_line(rows: "list[Row]") -> LogLine:
    """Rows of one kind as one line, for staff."""
    return _gathered(rows)[0]


def row_number(text: str | None) -> int | None:
    """The row number that a URL gives; None if the text is not a number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def told_to_you(words: str) -> str:
    """Reword what was done so that it addresses the person it is about."""
    for about, dig in (("personens sida", "sidan om dig"), ("om personen", "om dig"), ("personen", "dig")):
        words = words.replace(about, dig)
    return words
