"""Moments in a person's case, built by the portal's own actions: a row of every kind that the moment can have."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from plans.actions import (
    begaran,
    erbjudanden,
    foretradare,
    loggranskning,
    ord,
    planer,
    utskick,
)
from plans.logg import audit
from plans.models import (
    Actor,
    Foretradare,
    Foretradarskap,
    Handelse,
    Inbjudan,
    IndividuellPlan,
    Loggranskning,
    Nodatkomst,
    Person,
    PlanPdf,
    PlanPdfInnehall,
    Roll,
    Uppdrag,
    User,
    Utskick,
)
from plans.regler.foretradare import SKYDD
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

CaseState = SimpleNamespace


def build_case(
    namn: str,
    person: Person,
    skap: Foretradarskap,
    staff: User,
    *,
    marke: str = "Ord",
    fore_delning: Callable = id,
    ser_det: bool = True,
    today: dt.date = IDAG,
) -> CaseState:
    """A person's case at one moment, with a row of every kind that the moment can have.

    `skap` is the right of a företrädare who has a login; `marke` appears in the texts. `fore_delning(person)` is
    called when the draft is full but not yet shared, or at the end when there is no draft.
    """
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=None, kontrollerad_at=None)  # awaits its check
    x = CaseState(person=person, skap=skap, staff=staff, marke=marke, today=today)
    x.by = {"by": Actor(staff, today)}
    x.insats = f.insats(person, staff, till=today + dt.timedelta(days=365), till_skal="Skäl", today=today)
    x.erbjudande = person.erbjudanden.get()
    asked = {"person": person, "text": marke, "av": marke, "inkom": x.today, **x.by}
    x.begaran = begaran.ta_emot(slag="plan", **asked)[0]
    x.begaran_insats = begaran.ta_emot(slag="insats", **asked)[0]
    x.inbjudan = _invitation(x, skap.foretradare.konto)
    x.nyckel = Authenticator.objects.create(user=skap.foretradare.konto, type="webauthn", data={"name": "mote"})
    x.skap = foretradare.bedom_logg(skap=skap, far_se=True, bedomning="Bedömd", **x.by)
    x.loggrad = audit.record(
        "person.oppnad", by=Actor.system(f.IDAG), about=[person]
    )  # a row made by no user, so any handläggare of the case may withhold it (nobody may withhold a row they made)
    x.ord = _words(x, staff, "viktigt")
    x.ser_det = _words(x, skap.foretradare.konto, "") if ser_det else None
    if person.konto:
        x.egna = _words(x, person.konto, "drommar")
    yesterday = today - dt.timedelta(days=1)  # over for the user who opened the case, but the chef must still review it
    day = {"fran": yesterday, "till": yesterday, "skal": "Familjen ringer om kvällen"}
    opened = Nodatkomst.objects.filter(person=person).first()
    x.nodatkomst = opened or Nodatkomst.objects.create(user=staff, person=person, **day)
    if namn == "erbjuden":
        x.oppnas = _closed_by_protection(x)
    if namn in ("lamnad", "senare"):
        x.erbjudande = erbjudanden.lamna(erbjudande=x.erbjudande, hur="mote", datum=x.today, **x.by)
    if namn == "senare":
        erbjudanden.svara(erbjudande=x.erbjudande, svar="senare", av=marke, hur="mote", datum=x.today, **x.by)
    if namn in ("odelat", "utkast", "klar", "genomgang", "avslutad"):
        _draft(x, fore_delning, dela=namn != "odelat")
    else:
        fore_delning(person)
    if namn in ("klar", "genomgang", "avslutad"):
        _final(x)
    if namn == "klar":
        _reviewed(x)
    if namn == "genomgang":
        x.version = planer.omprova(plan=x.plan, **x.by)
    if namn == "avslutad":
        planer.avsluta(plan=x.plan, skal="egen_onskan", **x.by)
    for row in vars(x).values():
        if hasattr(row, "refresh_from_db"):
            row.refresh_from_db()
    if hasattr(x, "version"):
        x.delar = _parts(x)
    return x


def _invitation(x: CaseState, konto: User) -> Inbjudan:
    """Make a letter with an unused code for a login, as a bare row.

    The action could refuse: the login may already have a key, or give access to other cases too.
    """
    now = timezone.now()
    Inbjudan.objects.filter(konto=konto, anvand_at=None, aterkallad_at=None).update(aterkallad_at=now)
    return Inbjudan.objects.create(
        konto=konto,
        slag="brev",
        kod_hash=f"{x.person.pk:064d}",
        skapad_av=x.staff,
        skapad_at=now,
        giltig_till=now + dt.timedelta(days=30),
    )


def _words(x: CaseState, by: Any, fraga: str):
    slag = "mina_ord" if fraga else "sa_ser_jag_det"
    return ord.skriv(person=x.person, slag=slag, fraga=fraga, text=x.marke, lasare="alla", rev=0, by=Actor(by, x.today))


def _closed_by_protection(x: CaseState) -> Foretradarskap:
    """Make a guardian whose right was closed when the person's data became protected."""
    who = Foretradare.objects.create(namnd=x.person.namnd, namn=x.marke)
    seen = {"verifierad_av": x.staff, "verifierad_at": timezone.now()}
    closed = {"stangd_av": x.staff, "stangd_at": timezone.now(), "stangd_skal": SKYDD}
    return Foretradarskap.objects.create(
        person=x.person, foretradare=who, typ="vardnadshavare", fran=x.today, underlag=x.marke, **seen, **closed
    )


def _draft(x: CaseState, fore_delning: Callable, *, dela: bool) -> None:
    x.version = f.utkast(x.person, x.staff, today=x.today)
    data = {name: name for name in ("syfte", "nulage", "onskat_lage", "samordnare", "kopia_till")}
    planer.andra_grund(version=x.version, data=data, rev=x.version.grund_rev, **x.by)
    x.plan = x.version.plan
    fore_delning(x.person)
    if not dela:
        return
    x.delning = current.dela(version=x.version, **x.by)
    konto = x.skap.foretradare.konto
    current.svara(version=x.version, svar="haller_inte_med", text=x.marke, by=Actor(konto, x.today))


def _final(x: CaseState) -> None:
    """Make the plan final today: one promise followed up, PDF rendered, review due, a message to give by hand."""
    x.version = current.faststall(
        version=x.version, samrad_datum=x.today, samrad_hur="mote", samrad_med=x.marke, **x.by
    )
    spar = x.version.atgard_set.filter(slag="lofte").first().spar
    current.notera(plan=x.plan, spar=spar, utfall="blev_inte", varfor=x.marke, **x.by)
    x.pdf = PlanPdf.objects.get(version=x.version)
    PlanPdf.objects.filter(pk=x.pdf.pk).update(status="klar", klar_at=timezone.now(), sha256="0" * 64, storlek=8)
    PlanPdfInnehall.objects.create(namnd=x.pdf.namnd, pdf=x.pdf, data=b"%PDF-1.7")
    IndividuellPlan.objects.filter(pk=x.plan.pk).update(nasta_omprovning=x.today)
    utskick.planera(today=x.today)
    x.utskick = Utskick.objects.filter(status="for_hand", mottagare__person=x.person).first()


def _reviewed(x: CaseState) -> None:
    """Draw the review of last month's log, with one reading that the nämnd's chef has judged: ready to be signed."""
    found = Uppdrag.objects.filter(roll=Roll.CHEF, enhet__namnd=x.person.namnd).first()
    if found is None:
        return
    drawn = Loggranskning.objects.filter(namnd=x.person.namnd).first()
    if drawn:  # drawn for another case in the nämnd
        x.granskning, x.fynd = drawn, drawn.fynd.first()
        return
    last = (x.today.replace(day=1) - dt.timedelta(days=1)).replace(day=10)
    at = timezone.make_aware(dt.datetime.combine(last, dt.time(10)))
    Handelse.objects.create(
        at=at,
        namnd=x.person.namnd,
        user=x.staff,
        uppdrag=x.staff.uppdrag.first(),
        handelse="person.oppnad",
        person_ids=[x.person.pk],
    )
    who = {"by": Actor(found.user, x.today), "now": timezone.now()}
    x.granskning = loggranskning.dra(namnd=x.person.namnd, manad=last.replace(day=1), **who)
    x.fynd = x.granskning.fynd.get(person_id_sedd=x.person.pk)
    x.fynd = loggranskning.bedom(rad=x.fynd, bedomning="behorig", anteckning="Eget ärende", **who)


def _parts(x: CaseState) -> dict[str, Any]:
    v = x.version
    return {
        "mal": v.malsattning_set.first(),
        "insatser": v.planrad_set.first(),
        "loften": v.atgard_set.filter(slag="lofte").first(),
        "andra": v.atgard_set.filter(slag="andra").first(),
        "delaktiga": v.delaktig_set.first(),
    }


STATES = ("erbjuden", "lamnad", "senare", "odelat", "utkast", "klar", "genomgang", "avslutad")
