"""For every action in the system: it writes its log row, and when the row cannot be written nothing is changed.

The table below must name every action; a new one without a case here is red.
"""

import datetime as dt
import importlib
import inspect
import pkgutil

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.utils import timezone

import plans.actions
from plans import access
from plans.access import keys
from plans.actions import (
    bedomningar,
    begaran,
    erbjudanden,
    foretradare,
    forordnanden,
    inbjudningar,
    inloggningar,
    insatser,
    logg,
    loggranskning,
    nodatkomster,
    nycklar,
    ord,
    pdfer,
    personer,
    plandelar,
    planer,
    utskick,
)
from plans.logg import audit
from plans.models import Actor, Atgard, Handelse, IndividuellPlan, Malsattning, Nodatkomst, Person, PlanPdf, Utskick
from plans.utbyte.forordnanden import Rad
from tests.stod import current
from tests.stod import factories as f

NOT_ACTIONS = {
    "personer.nytt_arendenummer",
    "insatser.erbjud",
    "planer.fyll_beslutade",
    "planer.lock_draft",
    "pdfer.bestall_rad",
    "queue.claim",
    "queue.holds",
    "queue.mark",
    "queue.back_off",
    "queue.again",
    "utskick.order",
    "locks.lock",
    "locks.require_rev",
    "locks.require_latest",
    "locks.log_refusal",
    "puls.sla",
    "nycklar.krypterade",
    "inloggningar.nytt_losenord",
    "inloggningar.konto_for",
    "inbjudningar.ny_kod",
    "inloggningar.logga_ut_overallt",
    "nycklar.byt_koder",  # about no person; see tests/trust/test_andra_steg.py
    "logg.forsegla",  # about every row and no person; a row of its own would need sealing in turn
    "kladdar.spara",
    "kladdar.kasta",
    "kladdar.stada",  # why: actions/kladdar.py
}
NU = dt.datetime(2027, 3, 9, 9, 0, tzinfo=dt.UTC)
TABLES = sorted(t for t in connection.introspection.django_table_names() if t.startswith("plans_"))


def _offer(r, *, made=False, answer=""):
    f.insats(r.alva, r.ingrid)
    offer = r.alva.erbjudanden.get()
    if made or answer:
        offer = erbjudanden.lamna(erbjudande=offer, hur="mote", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG))
    if answer:
        erbjudanden.svara(
            erbjudande=offer, svar=answer, av="Alva", hur="mote", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG)
        )
    return offer


def _words(r, by=None):
    return ord.skriv(
        person=r.alva,
        slag="mina_ord",
        fraga="viktigt",
        text="Musik",
        lasare="alla",
        rev=0,
        by=Actor(by or r.birgitta, f.IDAG),
    )


def _shared(r):
    version = f.utkast(r.alva, r.ingrid)
    current.dela(version=version, by=Actor(r.ingrid, f.IDAG))
    return version


def _due(r):
    """A final plan whose review is due today, planned."""
    version = f.klar(r.alva, r.ingrid)
    IndividuellPlan.objects.filter(pk=version.plan_id).update(nasta_omprovning=f.IDAG)
    return version


def _by_hand(r):
    _due(r)
    utskick.planera(today=f.IDAG)
    return Utskick.objects.get(status="for_hand")


def _failed_pdf(r):
    version = f.klar(r.alva, r.ingrid)
    PlanPdf.objects.filter(version=version).update(status="fel")
    return version


def _unchecked(r):
    r.skap.kontrollerad_av = r.skap.kontrollerad_at = None
    r.skap.save()
    return r.skap


def _closed_by_protection(r):
    r.alva.skyddad = True
    r.alva.save()
    data = {"namn": "Bo", "typ": "vardnadshavare", "fran": f.IDAG, "underlag": "Folkbokföringen"}
    r.alva.fodd = f.IDAG.replace(year=2015)
    r.alva.save()
    return foretradare.registrera(person=r.alva, data=data, by=Actor(r.ingrid, f.IDAG))


def _key(r):
    return Authenticator.objects.create(user=r.alva_konto, type="webauthn", data={})


def _invited(r):
    return inbjudningar.skapa(person=r.alva, slag="brev", by=Actor(r.ingrid, f.IDAG), now=NU)[0]


LAST_MONTH = dt.date(2027, 2, 1)


def _reviewer(r):
    return {"by": Actor(r.greta, f.IDAG), "now": timezone.now()}


def _read_last_month(r):
    at = dt.datetime(2027, 2, 10, 9, tzinfo=dt.UTC)
    return Handelse.objects.create(
        at=at,
        namnd=r.namnd,
        user=r.ingrid,
        uppdrag=r.ingrid.uppdrag.get(),
        handelse="person.oppnad",
        person_ids=[r.alva.pk],
    )


def _judged(r):
    _read_last_month(r)
    review = loggranskning.dra(namnd=r.namnd, manad=LAST_MONTH, **_reviewer(r))
    loggranskning.bedom(rad=review.fynd.get(), bedomning="behorig", anteckning="", **_reviewer(r))
    return review


def _appointment(r):
    return Rad(
        rad=2,
        foretradare=f.number(skip=30),
        namn="Bo Ek",
        huvudman=r.alva.personnummer,
        typ="god_man",
        omfattning=frozenset({"bevaka_ratt"}),
        fran=f.IDAG,
        till=None,
        underlag="Beslut",
    )


def _emergency(r):
    day = {"fran": f.IDAG, "till": f.IDAG}
    return Nodatkomst.objects.create(user=r.osten, person=r.alva, skal="Familjen ringer", **day)


# name → (make ready, call). The call gets the cast and what was made ready.
CASES = {
    "personer.registrera": (
        lambda r: None,
        lambda r, x: personer.registrera(
            namnd=r.namnd,
            number=f.number(skip=9),
            data={"fornamn": "Leila", "efternamn": "Moradi"},
            by=Actor(r.ingrid, f.IDAG),
        ),
    ),
    "personer.andra": (
        lambda r: None,
        lambda r, x: personer.andra(person=r.alva, data={"sprak": "tecken"}, rev=1, by=Actor(r.ingrid, f.IDAG)),
    ),
    "foretradare.registrera": (
        lambda r: None,
        lambda r, x: foretradare.registrera(
            person=r.alva,
            by=Actor(r.ingrid, f.IDAG),
            data={"namn": "Bo", "typ": "ombud", "bevaka_ratt": True, "fran": f.IDAG, "underlag": "Fullmakt"},
        ),
    ),
    "foretradare.andra": (
        lambda r: r.skap,
        lambda r, x: foretradare.andra(skap=x, data={"jav": True}, rev=1, by=Actor(r.ingrid, f.IDAG)),
    ),
    "foretradare.kontrollera": (
        _unchecked,
        lambda r, x: foretradare.kontrollera(skap=x, stammer=True, skal="", rev=x.rev, by=Actor(r.kerstin, f.IDAG)),
    ),
    "foretradare.oppna": (
        _closed_by_protection,
        lambda r, x: foretradare.oppna(skap=x, skal="Bedömt", by=Actor(r.ingrid, f.IDAG)),
    ),
    "bedomningar.gor": (
        lambda r: None,
        lambda r, x: bedomningar.gor(
            person=r.yusuf,
            slag="formaga",
            egen_ratt=True,
            vardnadshavare_ser=True,
            slutsats="Prövat",
            by=Actor(r.ingrid, f.IDAG),
        ),
    ),
    "forordnanden.importera": (
        lambda r: r.rut,
        lambda r, x: forordnanden.importera(
            namnd=r.namnd, rader=[_appointment(r)], skarpt=True, by=Actor(x, f.IDAG), now=timezone.now()
        ),
    ),
    "nodatkomster.oppna": (
        lambda r: None,
        lambda r, x: nodatkomster.oppna(
            namnd=r.namnd, vem=r.alva.personnummer, skal="Familjen ringer", by=Actor(r.osten, f.IDAG)
        ),
    ),
    "nodatkomster.granska": (
        _emergency,
        lambda r, x: nodatkomster.granska(nodatkomst=x, anteckning="", by=Actor(r.carin, f.IDAG)),
    ),
    "foretradare.stang": (
        lambda r: r.skap,
        lambda r, x: foretradare.stang(skap=x, skal="Byte", by=Actor(r.ingrid, f.IDAG)),
    ),
    "foretradare.bedom_logg": (
        lambda r: r.skap,
        lambda r, x: foretradare.bedom_logg(skap=x, far_se=True, bedomning="Personen vill", by=Actor(r.ingrid, f.IDAG)),
    ),
    "logg.undanhall": (
        lambda r: [audit.record("person.oppnad", by=Actor(r.ingrid, f.IDAG), about=[r.alva])],
        lambda r, x: logg.undanhall(
            rader=x, person=r.alva, lagrum="21 kap. 3 § OSL", skal="Hot", by=Actor(r.kerstin, f.IDAG)
        ),
    ),
    "loggranskning.dra": (
        _read_last_month,
        lambda r, x: loggranskning.dra(namnd=r.namnd, manad=LAST_MONTH, **_reviewer(r)),
    ),
    "loggranskning.bedom": (
        lambda r: (_read_last_month(r), loggranskning.dra(namnd=r.namnd, manad=LAST_MONTH, **_reviewer(r)))[1],
        lambda r, x: loggranskning.bedom(rad=x.fynd.get(), bedomning="behorig", anteckning="", **_reviewer(r)),
    ),
    "loggranskning.signera": (
        _judged,
        lambda r, x: loggranskning.signera(granskning=x, slutsats="Inget att utreda", **_reviewer(r)),
    ),
    "inloggningar.skapa": (
        lambda r: None,
        lambda r, x: inloggningar.skapa(person=r.alva, skap=r.skap, by=Actor(r.ingrid, f.IDAG)),
    ),
    "inloggningar.oppna_for_eleg": (
        lambda r: None,
        lambda r, x: inloggningar.oppna_for_eleg(person=r.yusuf, by=Actor(r.ingrid, f.IDAG)),
    ),
    "inloggningar.aterkalla_nyckel": (
        _key,
        lambda r, x: inloggningar.aterkalla_nyckel(person=r.alva, nyckel=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "inbjudningar.skapa": (
        lambda r: None,
        lambda r, x: inbjudningar.skapa(person=r.alva, slag="mote", by=Actor(r.ingrid, f.IDAG), now=NU),
    ),
    "inbjudningar.aterkalla": (
        _invited,
        lambda r, x: inbjudningar.aterkalla(person=r.alva, inbjudan=x, by=Actor(r.ingrid, f.IDAG), now=NU),
    ),
    "inbjudningar.gor_nyckel": (
        _invited,
        lambda r, x: inbjudningar.gor_nyckel(inbjudan=x, credential={}, today=f.IDAG, now=NU),
    ),
    "inbjudningar.gor_app": (
        _invited,
        lambda r, x: inbjudningar.gor_app(inbjudan=x, secret="A" * 32, password="långt och eget", today=f.IDAG, now=NU),
    ),
    "insatser.bevilja": (lambda r: None, lambda r, x: f.insats(r.alva, r.ingrid)),
    "insatser.andra": (
        lambda r: f.insats(r.alva, r.ingrid),
        lambda r, x: insatser.andra(insats=x, data={"verkstalld": f.IDAG}, rev=1, by=Actor(r.ingrid, f.IDAG)),
    ),
    "erbjudanden.lamna": (
        _offer,
        lambda r, x: erbjudanden.lamna(erbjudande=x, hur="brev", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG)),
    ),
    "erbjudanden.svara": (
        lambda r: _offer(r, made=True),
        lambda r, x: erbjudanden.svara(
            erbjudande=x, svar="ja", av="Alva", hur="mote", datum=f.IDAG, by=Actor(r.alva_konto, f.IDAG)
        ),
    ),
    "erbjudanden.fraga_igen": (
        lambda r: _offer(r, answer="senare"),
        lambda r, x: erbjudanden.fraga_igen(erbjudande=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "begaran.ta_emot": (
        lambda r: None,
        lambda r, x: begaran.ta_emot(
            person=r.alva, slag="plan", text="", av="Alva", inkom=f.IDAG, by=Actor(r.alva_konto, f.IDAG)
        ),
    ),
    "begaran.besvara": (
        lambda r: begaran.ta_emot(
            person=r.alva, slag="insats", text="", av="Alva", inkom=f.IDAG, by=Actor(r.alva_konto, f.IDAG)
        )[0],
        lambda r, x: begaran.besvara(begaran=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "nycklar.byt_bunt": (lambda r: None, lambda r, x: nycklar.byt_bunt(model=Person, efter=0, by=Actor.system(f.IDAG))),
    "ord.skriv": (lambda r: None, lambda r, x: _words(r)),
    "ord.bekrafta": (_words, lambda r, x: ord.bekrafta(eget_ord=x, rev=x.rev, by=Actor(r.alva_konto, f.IDAG))),
    "ord.ta_bort": (_words, lambda r, x: ord.ta_bort(eget_ord=x, rev=x.rev, by=Actor(r.birgitta, f.IDAG))),
    "planer.borja": (
        lambda r: _offer(r, answer="ja"),
        lambda r, x: planer.borja(person=r.alva, by=Actor(r.ingrid, f.IDAG)),
    ),
    "planer.andra_grund": (
        lambda r: f.utkast(r.alva, r.ingrid),
        lambda r, x: planer.andra_grund(
            version=x, data={"syfte": "Bo själv"}, rev=x.grund_rev, by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "planer.dela": (
        lambda r: f.utkast(r.alva, r.ingrid),
        lambda r, x: current.dela(version=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "planer.faststall": (
        _shared,
        lambda r, x: current.faststall(
            version=x, samrad_datum=f.IDAG, samrad_hur="mote", samrad_med="Alva", by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "planer.omprova": (
        lambda r: f.klar(r.alva, r.ingrid).plan,
        lambda r, x: planer.omprova(plan=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "planer.avsluta": (
        lambda r: f.klar(r.alva, r.ingrid).plan,
        lambda r, x: planer.avsluta(plan=x, skal="flyttat", by=Actor(r.ingrid, f.IDAG)),
    ),
    "plandelar.spara": (
        lambda r: f.utkast(r.alva, r.ingrid),
        lambda r, x: plandelar.spara(
            version=x, model=Malsattning, data={"text": "Bo själv"}, by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "plandelar.ta_bort": (
        lambda r: f.utkast(r.alva, r.ingrid),
        lambda r, x: plandelar.ta_bort(
            version=x, part=Atgard.objects.filter(version=x).first(), rev=1, by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "svar.svara": (
        _shared,
        lambda r, x: current.svara(version=x, svar="haller_med", text="", by=Actor(r.birgitta, f.IDAG)),
    ),
    "uppfoljning.notera": (
        lambda r: f.klar(r.alva, r.ingrid),
        lambda r, x: current.notera(
            plan=x.plan, spar=x.atgard_set.first().spar, utfall="klart", varfor="", by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "pdfer.bestall": (_failed_pdf, lambda r, x: pdfer.bestall(version=x, by=Actor(r.ingrid, f.IDAG))),
    "pdfer.rendera_en": (lambda r: f.klar(r.alva, r.ingrid), lambda r, x: pdfer.rendera_en()),
    "utskick.planera": (_due, lambda r, x: utskick.planera(today=f.IDAG)),
    "utskick.skicka_ett": (
        lambda r: (_due(r), utskick.planera(today=f.IDAG)),
        lambda r, x: utskick.skicka_ett(today=f.IDAG),
    ),
    "utskick.ge": (_by_hand, lambda r, x: utskick.ge(utskick=x, by=Actor(r.ingrid, f.IDAG))),
}
# The two that claim, work and mark commit their claim first, so a broken log leaves the claim, to be freed later.
CLAIMED = {"pdfer.rendera_en": {"plans_planpdf"}, "utskick.skicka_ett": {"plans_utskick"}}


def _snapshot() -> dict[str, str]:
    """A checksum of every table's rows."""
    out = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM \"{table}\" t")  # noqa: S608
            out[table] = cursor.fetchone()[0]
    return out


def _all_actions() -> set[str]:
    found = set()
    for module in pkgutil.iter_modules(plans.actions.__path__):
        loaded = importlib.import_module(f"plans.actions.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if inspect.unwrap(function).__module__ == loaded.__name__ and not name.startswith("_"):
                found.add(f"{module.name}.{name}")
    return found - NOT_ACTIONS


def test_every_action_has_a_case():
    assert _all_actions() == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_writes_a_log_row_about_the_person(roles, name, mailoutbox):
    ready, call = CASES[name]
    thing = ready(roles)
    before = Handelse.objects.count()
    call(roles, thing)
    rows = list(Handelse.objects.order_by("pk")[before:])
    assert len(rows) == 1
    assert rows[0].person_ids and not rows[0].nekad


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_whose_log_row_cannot_be_written_changes_nothing(roles, name, monkeypatch, mailoutbox):
    ready, call = CASES[name]
    thing = ready(roles)
    before = _snapshot()

    def broken(*args, **kwargs):
        raise OSError("the log is full")

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(OSError, match="the log is full"):
        call(roles, thing)
    after = _snapshot()
    assert {t for t in TABLES if before[t] != after[t]} == CLAIMED.get(name, set())


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_action_keeps_strangers_out(roles, name, monkeypatch, mailoutbox):
    """With the guard's answer turned to no, every action raises Nekad and changes nothing."""
    ready, call = CASES[name]
    thing = ready(roles)
    before = _snapshot()
    monkeypatch.setattr(keys, "may", lambda *args: False)
    with pytest.raises(access.Nekad):
        call(roles, thing)
    assert _snapshot() == before
