"""The log as it is read: for staff, and as *Vem har tittat?* for the person."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from plans.logg.handelser import Handelseslag
from plans.models import Foretradarskap, Handelse, Person, Undanhallen, User

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Dold(TypedDict):
        """The column that `_rader` adds."""

        dold: bool

    Rad = WithAnnotations[Handelse, Dold]

LASES = 300  # how many of the latest rows are looked through
VISAS = 10
PER_SIDA = 200  # rows looked through for one page of the whole log
INTE_FOR_FAMILJEN = ("logg.undanhall",)  # that something is withheld is said once, not when and by whom


def i_ord(row: Handelse) -> str:
    """What was done, in words; refused when it was."""
    known = row.handelse in Handelseslag.values
    words = Handelseslag(row.handelse).label if known else "något som inte har ett namn än"
    return f"släpptes inte in: {words}" if row.nekad else words


@dataclass
class Loggrad:
    """What somebody did on one day, once or many times; `at` is the latest."""

    at: datetime
    vem: str
    som: str
    vad: str
    varfor: str
    antal: int = 1
    pk: int = 0
    undanhallen: bool = False
    user_id: int | None = None


Vem = Callable[[Handelse], tuple[str, str]]


def _vem(row: Handelse) -> tuple[str, str]:
    """Name, and role with unit: what staff read."""
    som = f"{row.uppdrag.get_roll_display()}, {row.uppdrag.enhet.namn}" if row.uppdrag else ""
    return row.user.namn if row.user else "Portalen", som


def _rader(person: Person) -> "QuerySet[Rad]":
    """All rows about a person, newest first, each with `dold`: whether it is withheld from this person."""
    dold = Exists(Undanhallen.objects.filter(handelse=OuterRef("pk"), person=person))
    rows = Handelse.objects.filter(person_ids__contains=[person.pk]).annotate(dold=dold)
    return rows.select_related("user", "uppdrag__enhet").order_by("-pk")


def _samlade(rows: "list[Rad]", vem: Vem = _vem) -> list[Loggrad]:
    """The same thing by the same on the same day, for the same reason, is one line."""
    lines: dict[tuple, Loggrad] = {}
    for row in rows:
        key = (timezone.localdate(row.at), row.user_id, row.uppdrag_id, row.handelse, row.nekad, row.varfor, row.dold)
        if key in lines:
            lines[key].antal += 1
        else:
            lines[key] = Loggrad(
                row.at, *vem(row), i_ord(row), row.varfor, pk=row.pk, undanhallen=row.dold, user_id=row.user_id
            )
    return list(lines.values())


def senaste(person: Person) -> list[Loggrad]:
    """The latest of the log about a person, newest first."""
    return _samlade(list(_rader(person)[:LASES]))[:VISAS]


def andrad(person: Person, obj: Model) -> tuple[User | None, datetime | None]:
    """Who changed a person's row last, and when, as the log has it."""
    about = Handelse.objects.filter(person_ids__contains=[person.pk], nekad=False)
    rows = about.filter(objekt=obj._meta.model_name, objekt_id=obj.pk)
    row = rows.exclude(handelse__endswith="oppnad").select_related("user").order_by("-pk").first()
    return (row.user, row.at) if row else (None, None)


@dataclass
class Blad:
    """One page of the whole log: days with their lines, where the next page begins, whether something is withheld."""

    dagar: dict[date, list[Loggrad]] = field(default_factory=lambda: defaultdict(list))
    fore: int | None = None
    undanhallet: bool = False


def _blad(rows: "QuerySet[Rad]", fore: int | None, vem: Vem) -> Blad:
    found = list(rows.filter(pk__lt=fore)[: PER_SIDA + 1] if fore else rows[: PER_SIDA + 1])
    page = Blad(fore=found[PER_SIDA - 1].pk if len(found) > PER_SIDA else None)
    for line in _samlade(found[:PER_SIDA], vem):
        page.dagar[timezone.localdate(line.at)].append(line)
    page.dagar = dict(page.dagar)
    return page


def logg(person: Person, fore: int | None) -> Blad:
    """The whole log about a person, for staff with the case. `fore` is the row that the last page ended at."""
    return _blad(_rader(person), fore, _vem)


def samma(person: Person, pk: int) -> "list[Rad]":
    """The rows behind one line of the log: the same event by the same user on the same day."""
    row = _rader(person).filter(pk=pk).first()
    if row is None:
        return []
    start = timezone.make_aware(datetime.combine(timezone.localdate(row.at), time.min))
    same = _rader(person).filter(user=row.user_id, handelse=row.handelse, nekad=row.nekad, varfor=row.varfor)
    return list(same.filter(at__gte=start, at__lt=start + timedelta(days=1)))


def tittat(person: Person, laser: User, fore: int | None) -> Blad:
    """*Vem har tittat?* for the person or a representative: without what is withheld, in words addressed to the person.

    Staff are shown by name, role and unit; without the name where they are threatened (OSL 21:3).
    A representative of a protected person sees roles alone: a name, a unit or a reason may say where the person is.
    """
    rows = _rader(person).exclude(handelse__in=INTE_FOR_FAMILJEN)
    jag = person.konto_id == laser.pk
    dold = person.skyddad and not jag
    skap = Foretradarskap.objects.filter(person=person).select_related("foretradare").order_by("pk")
    acting = {s.foretradare.konto_id: s for s in skap if s.foretradare.konto_id}

    def vem(row: Handelse) -> tuple[str, str]:
        if row.user_id == laser.pk:
            return "Du", ""
        if row.user is None:
            return ("Någon", "") if row.nekad else ("Portalen", "av sig själv")
        if row.uppdrag:
            roll, enhet = row.uppdrag.get_roll_display(), row.uppdrag.enhet.namn
            if dold:
                return f"En {roll}", ""
            return (f"En {roll}", enhet) if row.user.visas_som_roll else (row.user.namn, f"{roll}, {enhet}")
        if row.user_id == person.konto_id:
            return "Personen" if dold else person.tilltalsnamn, ""
        if row.user_id in acting:
            typ = acting[row.user_id].get_typ_display()
            return (f"En {typ}", "") if dold else (acting[row.user_id].foretradare.namn, typ)
        return "Någon utan rätt", ""

    page = _blad(rows.filter(dold=False), fore, vem)
    page.undanhallet = rows.filter(dold=True).exists()
    for line in (line for lines in page.dagar.values() for line in lines):
        line.vad = om_dig(line.vad) if jag else line.vad
        line.varfor = "" if dold else line.varfor
    return page


def rad(rows: "list[Rad]") -> Loggrad:
    """Rows of one kind as one line, for staff."""
    return _samlade(rows)[0]


def rad_nummer(text: str | None) -> int | None:
    """A row's number from an address; None when it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def om_dig(words: str) -> str:
    """What was done, said to the person it is about."""
    for about, dig in (("personens sida", "sidan om dig"), ("om personen", "om dig"), ("personen", "dig")):
        words = words.replace(about, dig)
    return words
