"""R4: a right that has ended is gone at the next request: in open sessions, waiting PDFs and outgoing messages.

Every way a right can end is tried with every way in. Rights that end by the clock are tried half a minute before
midnight and at midnight, Stockholm time, on ordinary nights and on all four nights around the changes to and from
summer time.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans import access
from plans.access import rows as access_rows
from plans.actions import bedomningar, foretradare, personer, utskick
from plans.lasning import att_gora
from plans.models import (
    Actor,
    Foretradare,
    Foretradarskap,
    IndividuellPlan,
    Namnd,
    Nodatkomst,
    Person,
    PlanPdf,
    Tilldelning,
    Uppdrag,
    User,
    Utskick,
)
from plans.models.foretradare import ForetradarskapQuerySet
from plans.models.planned import by_rule
from plans.utskick.meddelanden.genomgang import Genomgang
from plans.utskick.meddelandeslag import Holds
from tests.stod.case_states import build_case
from tests.stod.cast import IDAG
from tests.stod.database_state import undone
from tests.stod.planting import GROUNDS, forget_reads, plant_key, plant_read, plant_rows

pytestmark = [pytest.mark.django_db, pytest.mark.target("R4"), pytest.mark.slow]
STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAG = dt.timedelta(days=1)


@pytest.fixture
def fall(roles, monkeypatch) -> SimpleNamespace:
    """Alva's and Yusuf's cases with final plans that are due; Birgitta acts for Alva, Yusuf's father for Yusuf."""
    monkeypatch.setattr("plans.tasks.nudge", lambda task: None)
    roles.cases = {
        "alva": build_case("klar", roles.alva, roles.skap, roles.ingrid),
        "yusuf": build_case("klar", roles.yusuf, roles.yusuf.foretradarskap.get(), roles.ingrid),
    }
    return roles


# --- The ways in -----------------------------------------------------------------------------------------------------
FAMILJENS = ("min-person", "las-plan", "pdf-status", "pdf-hamta", "begaran-gor")
PERSONALENS = ("person", "plan", "pdf-status", "pdf-hamta", "begaran-ta-emot")
NODLAGETS = ("nodatkomst-las", "pdf-status", "pdf-hamta")
AGERAR = ("begaran-gor",)
BODY = {"slag": "plan", "text": "", "av": "Bo", "inkom": IDAG.isoformat()}


def oppet(client: Client, x: SimpleNamespace, name: str) -> bool:
    """Whether an address lets this client in. A PDF is set to waiting before its status is asked for. All is undone."""
    pk = x.pdf.pk if name.startswith("pdf") else x.plan.pk if name == "plan" else x.person.pk
    with undone():
        if name == "pdf-status":
            PlanPdf.objects.filter(pk=pk).update(status="vantar")
        url = reverse(name, args=[pk])
        answer = client.post(url, BODY) if name.startswith("begaran") else client.get(url)
    return answer.status_code == 200 or (answer.status_code == 302 and "logga-in" not in answer.url)


def syns_i_listan(client: Client, x: SimpleNamespace) -> bool:
    """Whether the list of persons that the user acts for shows this person."""
    answer = client.get(reverse("mina-personer"))
    return answer.status_code == 200 and reverse("min-person", args=[x.person.pk]) in answer.content.decode()


def mejlas(user: User, today: dt.date) -> bool:
    """Whether a waiting mail to the user goes out in its turn. Send everything that waits, then undo it."""
    address = user.email or Foretradare.objects.filter(konto=user).values_list("epost", flat=True).first()
    with undone():
        mail.outbox.clear()
        while utskick.skicka_ett(today=today):
            pass
        return any(address in m.to for m in mail.outbox)


def ges_for_hand(user: User, x: SimpleNamespace, today: dt.date) -> bool:
    """Whether staff have the task of giving the user a letter."""
    person = Person.objects.select_related("namnd").get(pk=x.person.pk)
    asked = set(att_gora.rows_of(att_gora.tasks([person], today), att_gora.Ge))
    return Utskick.objects.filter(pk__in=asked, mottagare__foretradare__konto=user).exists()


# --- The ways a right ends -------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Satt:
    """One way for a user's right to end between `fore` and `efter`: by an act (`slut`) or by the clock (`natt`)."""

    namn: str
    vem: str
    person: str
    slut: Callable[[SimpleNamespace], object] | None = None
    forbered: Callable[[SimpleNamespace], object] = lambda r: None
    natt: dt.date | None = None  # the last day of the right
    vagar: tuple[str, ...] = FAMILJENS
    mejl: bool = True
    brev: bool = False

    @property
    def fore(self) -> dt.datetime:
        """Half a minute before the end of the last day, or an ordinary morning."""
        if self.natt is None:
            return dt.datetime.combine(IDAG, dt.time(10), STOCKHOLM)
        return dt.datetime.combine(self.natt, dt.time(23, 59, 30), STOCKHOLM)

    @property
    def efter(self) -> dt.datetime:
        """Midnight, or half a minute later the same morning."""
        if self.natt is None:
            return self.fore + dt.timedelta(seconds=30)
        return dt.datetime.combine(self.natt + DAG, dt.time(0), STOCKHOLM)


def _till(last: dt.date) -> Satt:
    return Satt(
        f"till {last}",
        "birgitta",
        "alva",
        natt=last,
        forbered=lambda r: Foretradarskap.objects.filter(pk=r.skap.pk).update(till=last),
    )


def _arton(fodd: dt.date, last: dt.date) -> Satt:
    return Satt(
        f"18 år, född {fodd}",
        "pappa",
        "yusuf",
        natt=last,
        forbered=lambda r: Person.objects.filter(pk=r.yusuf.pk).update(fodd=fodd),
    )


def _andra(**data: object) -> Callable:
    def slut(r: SimpleNamespace) -> None:
        skap = Foretradarskap.objects.get(pk=r.skap.pk)
        foretradare.andra(skap=skap, data=data, rev=skap.rev, by=Actor(r.ingrid, IDAG))

    return slut


def _skap(r: SimpleNamespace) -> Foretradarskap:
    return Foretradarskap.objects.get(pk=r.skap.pk)


def _bedom(r: SimpleNamespace) -> None:
    bedomningar.gor(
        person=r.yusuf,
        slag="formaga",
        egen_ratt=True,
        vardnadshavare_ser=False,
        slutsats="Prövat",
        stang=list(r.yusuf.foretradarskap.all()),
        by=Actor(r.ingrid, IDAG),
    )


def _skydda(who: str) -> Callable:
    def slut(r: SimpleNamespace) -> None:
        person = Person.objects.get(pk=getattr(r, who).pk)
        personer.andra(person=person, data={"skyddad": True}, rev=person.rev, by=Actor(r.ingrid, IDAG))

    return slut


def _ombud(r: SimpleNamespace) -> None:
    Foretradarskap.objects.filter(pk=r.skap.pk).update(typ="ombud")


def _avstangd(who: str) -> Callable:
    return lambda r: User.objects.filter(pk=getattr(r, who).pk).update(is_active=False)


def _dod(who: str) -> Callable:
    return lambda r: Person.objects.filter(pk=getattr(r, who).pk).update(avliden=IDAG)


def _slutar(model: type, who: str) -> Callable:
    return lambda r: model.objects.filter(user=getattr(r, who)).update(fran=IDAG - 9 * DAG, till=IDAG)


SATT = [
    _till(dt.date(2027, 3, 9)),
    *(_till(dt.date.fromisoformat(d)) for d in ("2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31")),
    _arton(dt.date(2010, 3, 10), dt.date(2028, 3, 9)),
    _arton(dt.date(2012, 2, 29), dt.date(2030, 2, 27)),
    Satt(
        "stängd",
        "birgitta",
        "alva",
        brev=True,
        slut=lambda r: foretradare.stang(skap=_skap(r), skal="Byte", by=Actor(r.ingrid, IDAG)),
    ),
    Satt("återkallad fullmakt", "birgitta", "alva", _andra(aterkallad=IDAG), _ombud, brev=True),
    Satt("personen säger nej", "birgitta", "alva", _andra(installning="nej", installning_grund="Sa det")),
    Satt("jäv: får läsa, inte agera", "birgitta", "alva", _andra(jav=True), vagar=AGERAR, mejl=False),
    Satt(
        "bara egendom kvar",
        "birgitta",
        "alva",
        _andra(bevaka_ratt=False, sorja_for_person=False, forvalta_egendom=True),
    ),
    Satt(
        "kontrollen säger nej",
        "birgitta",
        "alva",
        lambda r: foretradare.kontrollera(
            skap=_skap(r), stammer=False, skal="Fel person", rev=_skap(r).rev, by=Actor(r.kerstin, IDAG)
        ),
    ),
    Satt(
        "ändrad, och nämnden kräver kontroll först",
        "birgitta",
        "alva",
        _andra(till=IDAG + 90 * DAG),
        lambda r: (
            Namnd.objects.filter(pk=r.namnd.pk).update(galler_fore_kontroll=False),
            foretradare.kontrollera(skap=_skap(r), stammer=True, skal="", rev=_skap(r).rev, by=Actor(r.kerstin, IDAG)),
        ),
    ),
    Satt("personen dör", "birgitta", "alva", _dod("alva"), brev=True),
    Satt("inloggningen stängs av", "birgitta", "alva", _avstangd("birgitta")),
    Satt("bedömningen stänger", "pappa", "yusuf", _bedom),
    Satt("uppgifterna blir skyddade", "pappa", "yusuf", _skydda("yusuf")),
    Satt("personen själv dör", "alva_konto", "alva", _dod("alva"), mejl=False),
    Satt("personens inloggning stängs av", "alva_konto", "alva", _avstangd("alva_konto"), mejl=False),
    Satt(
        "tilldelningen slutar", "ingrid", "alva", forbered=_slutar(Tilldelning, "ingrid"), natt=IDAG, vagar=PERSONALENS
    ),
    Satt("uppdraget slutar", "ingrid", "alva", forbered=_slutar(Uppdrag, "ingrid"), natt=IDAG, vagar=PERSONALENS),
    Satt("handläggaren stängs av", "ingrid", "alva", _avstangd("ingrid"), vagar=PERSONALENS),
    Satt("kollegans ärende blir skyddat", "kerstin", "alva", _skydda("alva"), vagar=PERSONALENS, mejl=False),
    Satt("nödåtkomstens dag är slut", "nodoppnat", "alva", natt=IDAG, vagar=NODLAGETS, mejl=False),
]


def vagar(s: Satt, r: SimpleNamespace, client: Client, today: dt.date) -> dict[str, bool]:
    """Whether each way in is open to this user."""
    x, user = r.cases[s.person], User.objects.get(pk=getattr(r, s.vem).pk)
    found = {name: oppet(client, x, name) for name in s.vagar}
    if s.vagar == FAMILJENS and s.vem != "alva_konto":
        found["mina-personer"] = syns_i_listan(client, x)
    if s.mejl:
        found["mejl"] = mejlas(user, today)
    return found


def kvar(s: Satt, r: SimpleNamespace) -> tuple[int, list[str]]:
    """Try one way for a right to end: count the ways in; list those shut before or still open after. All is undone."""
    with undone():
        s.forbered(r)
        client, today = Client(raise_request_exception=False), s.fore.date()
        with time_machine.travel(s.fore, tick=False):
            plan = IndividuellPlan.objects.filter(person=r.cases[s.person].person)
            plan.update(nasta_omprovning=today + 30 * DAG)
            utskick.planera(today=today)
            client.force_login(User.objects.get(pk=getattr(r, s.vem).pk))
            before = vagar(s, r, client, today)
        closed = [f"{s.namn}: {name} var inte öppet" for name, open_ in before.items() if not open_]
        with time_machine.travel(s.efter, tick=False):
            if s.slut:
                s.slut(r)
            after = vagar(s, r, client, timezone.localdate())
    return len(before), closed + [f"{s.namn}: {name} är kvar" for name, open_ in after.items() if open_]


def brister(r: SimpleNamespace, *names: str) -> tuple[int, list[str]]:
    """Try all ways for a right to end, or those whose names begin as given: count the ways in, and list the faults."""
    got = [kvar(s, r) for s in SATT if not names or s.namn.startswith(names)]
    return sum(n for n, _ in got), [line for _, lines in got for line in lines]


def test_det_som_har_slutat_ar_borta_vid_nasta_sida(fall, measured):
    checked, wrong = brister(fall)
    assert wrong == []
    measured(f"{len(SATT)} sätt som en rätt slutar på, {checked} öppna vägar före, 0 kvar efter")


def test_ett_brev_som_vantar_tas_bort_ur_att_gora(fall, measured):
    """A letter waits for staff to hand it over; once the right has ended, the task is gone from Att göra."""
    n = 0
    for s in (s for s in SATT if s.brev):
        with undone(), time_machine.travel(s.fore, tick=False):
            s.forbered(fall)
            Foretradare.objects.filter(konto=getattr(fall, s.vem)).update(kanal="brev")
            x = fall.cases[s.person]
            IndividuellPlan.objects.filter(pk=x.plan.pk).update(nasta_omprovning=IDAG + 30 * DAG)
            utskick.planera(today=IDAG)
            user = getattr(fall, s.vem)
            assert ges_for_hand(user, x, IDAG), s.namn
            s.slut(fall)
            assert not ges_for_hand(user, x, IDAG), s.namn
            n += 1
    measured(f"{n} brev som väntade, 0 att ge efteråt")


def test_planterat_en_dag_for_lange(fall, monkeypatch, planted):
    real = ForetradarskapQuerySet.oslutade
    a_day_before = partial(by_rule, lambda day: day - DAG)
    monkeypatch.setattr(ForetradarskapQuerySet, "oslutade", lambda rows, today: real(rows, a_day_before(today)))
    forget_reads()
    ends = [s.namn for s in SATT if s.namn.startswith(("till 2027-03-09", "18 år, född 2010"))]
    assert len(ends) == 2 and {line.split(": ")[0] for line in brister(fall, *ends)[1]} == set(ends)
    planted("slutdagen räknas en dag för länge")


def test_planterat_dagen_i_utc(fall, monkeypatch, planted):
    monkeypatch.setattr(timezone, "localdate", lambda *args: timezone.now().astimezone(dt.UTC).date())
    assert "till 2027-10-30: min-person är kvar" in brister(fall, "till 2027-10-30")[1]
    planted("midnatt räknas i UTC")


def test_planterat_rätten_sparas_i_minnet(fall, monkeypatch, planted):
    def remembered(real: Callable):
        seen = {}
        return lambda by: Person.objects.filter(
            pk__in=seen.setdefault(by.login.pk, list(real(by).values_list("pk", flat=True)))
        )

    for name in ("foretradda", "familjens", "personer_visible_to"):
        plant_rows(monkeypatch, name, remembered(getattr(access, name)))
    real, held = access_rows.represented.holds, {}
    holds = lambda pk, **values: held.setdefault((pk, values["user"]), real(pk, **values))  # noqa: E731
    monkeypatch.setattr(access_rows.represented, "holds", holds)
    wrong = brister(fall, "stängd")[1]
    assert "stängd: las-plan är kvar" in wrong and "stängd: pdf-hamta är kvar" in wrong
    planted("rätten läses en gång och sparas i sessionen")


def test_planterat_mejlet_provas_inte_igen(fall, monkeypatch, planted):
    def unchecked(kind: Genomgang, row: Utskick, today: dt.date):
        return [Holds(p.plan.person) for p in row.paminnelser.select_related("plan__person")]

    monkeypatch.setattr(Genomgang, "still_holds", unchecked)
    assert "stängd: mejl är kvar" in brister(fall, "stängd")[1]
    planted("utskicket skickas utan att rätten prövas igen")


def test_planterat_nodatkomst_utan_slut(fall, monkeypatch, planted):
    endless = lambda user, namnd, today: Nodatkomst.objects.filter(user=user).values("person_id")  # noqa: E731
    plant_read(monkeypatch, "opened", endless)
    assert "nödåtkomstens dag är slut: nodatkomst-las är kvar" in brister(fall, "nödåtkomst")[1]
    planted("nödåtkomsten har ingen sista dag")


def test_planterat_jav_provas_inte(fall, monkeypatch, planted):
    plant_key(monkeypatch, "begaran.ta_emot", (GROUNDS.HANDLAGGARE, GROUNDS.PERSONEN, GROUNDS.FORETRADARE))
    assert brister(fall, "jäv")[1] == ["jäv: får läsa, inte agera: begaran-gor är kvar"]
    planted("jäv prövas inte")
