"""For each action of the portal, a call that goes through; also the functions in plans/actions that are no actions."""

from django.utils import timezone

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
from plans.models import Actor, Atgard, Malsattning, Person
from tests.stod import action_ready as ready
from tests.stod import current
from tests.stod import factories as f

NOT_ACTIONS = {
    "personer.new_case_number",
    "insatser.offer_for",
    "planer.fill_in_decided",
    "planer.lock_draft",
    "pdfer.order_row",
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
    "nycklar.encrypted_models",
    "inloggningar.new_password",
    "inloggningar.account_for",
    "inbjudningar.new_code",
    "inloggningar.logga_ut_overallt",
    "nycklar.byt_koder",  # about no person; see tests/trust/test_andra_steg.py
    "logg.forsegla",  # about every row and no person; a log row about the sealing would itself need a seal
    "kladdar.spara",
    "kladdar.kasta",
    "kladdar.stada",  # actions/kladdar.py says why these three write no log row
}

# name → (preparation, call). The preparation gets the cast; the call gets the cast and what was prepared.
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
        ready.unchecked,
        lambda r, x: foretradare.kontrollera(skap=x, stammer=True, skal="", rev=x.rev, by=Actor(r.kerstin, f.IDAG)),
    ),
    "foretradare.oppna": (
        ready.closed_by_protection,
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
            namnd=r.namnd, rader=[ready.appointment(r)], skarpt=True, by=Actor(x, f.IDAG), now=timezone.now()
        ),
    ),
    "nodatkomster.oppna": (
        lambda r: None,
        lambda r, x: nodatkomster.oppna(
            namnd=r.namnd, vem=r.alva.personnummer, skal="Familjen ringer", by=Actor(r.osten, f.IDAG)
        ),
    ),
    "nodatkomster.granska": (
        ready.emergency,
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
        ready.read_last_month,
        lambda r, x: loggranskning.dra(namnd=r.namnd, manad=ready.LAST_MONTH, **ready.reviewer(r)),
    ),
    "loggranskning.bedom": (
        lambda r: (
            ready.read_last_month(r),
            loggranskning.dra(namnd=r.namnd, manad=ready.LAST_MONTH, **ready.reviewer(r)),
        )[1],
        lambda r, x: loggranskning.bedom(rad=x.fynd.get(), bedomning="behorig", anteckning="", **ready.reviewer(r)),
    ),
    "loggranskning.signera": (
        ready.judged,
        lambda r, x: loggranskning.signera(granskning=x, slutsats="Inget att utreda", **ready.reviewer(r)),
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
        ready.passkey,
        lambda r, x: inloggningar.aterkalla_nyckel(person=r.alva, nyckel=x, by=Actor(r.ingrid, f.IDAG)),
    ),
    "inbjudningar.skapa": (
        lambda r: None,
        lambda r, x: inbjudningar.skapa(person=r.alva, slag="mote", by=Actor(r.ingrid, f.IDAG), now=ready.NU),
    ),
    "inbjudningar.aterkalla": (
        ready.invited,
        lambda r, x: inbjudningar.aterkalla(person=r.alva, inbjudan=x, by=Actor(r.ingrid, f.IDAG), now=ready.NU),
    ),
    "inbjudningar.gor_nyckel": (
        ready.invited,
        lambda r, x: inbjudningar.gor_nyckel(inbjudan=x, credential={}, today=f.IDAG, now=ready.NU),
    ),
    "inbjudningar.gor_app": (
        ready.invited,
        lambda r, x: inbjudningar.gor_app(
            inbjudan=x, secret="A" * 32, password="långt och eget", today=f.IDAG, now=ready.NU
        ),
    ),
    "insatser.bevilja": (lambda r: None, lambda r, x: f.insats(r.alva, r.ingrid)),
    "insatser.andra": (
        lambda r: f.insats(r.alva, r.ingrid),
        lambda r, x: insatser.andra(insats=x, data={"verkstalld": f.IDAG}, rev=1, by=Actor(r.ingrid, f.IDAG)),
    ),
    "erbjudanden.lamna": (
        ready.offer,
        lambda r, x: erbjudanden.lamna(erbjudande=x, hur="brev", datum=f.IDAG, by=Actor(r.ingrid, f.IDAG)),
    ),
    "erbjudanden.svara": (
        lambda r: ready.offer(r, made=True),
        lambda r, x: erbjudanden.svara(
            erbjudande=x, svar="ja", av="Alva", hur="mote", datum=f.IDAG, by=Actor(r.alva_konto, f.IDAG)
        ),
    ),
    "erbjudanden.fraga_igen": (
        lambda r: ready.offer(r, answer="senare"),
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
    "ord.skriv": (lambda r: None, lambda r, x: ready.words(r)),
    "ord.bekrafta": (ready.words, lambda r, x: ord.bekrafta(eget_ord=x, rev=x.rev, by=Actor(r.alva_konto, f.IDAG))),
    "ord.ta_bort": (ready.words, lambda r, x: ord.ta_bort(eget_ord=x, rev=x.rev, by=Actor(r.birgitta, f.IDAG))),
    "planer.borja": (
        lambda r: ready.offer(r, answer="ja"),
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
        ready.shared,
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
        ready.shared,
        lambda r, x: current.svara(version=x, svar="haller_med", text="", by=Actor(r.birgitta, f.IDAG)),
    ),
    "uppfoljning.notera": (
        lambda r: f.klar(r.alva, r.ingrid),
        lambda r, x: current.notera(
            plan=x.plan, spar=x.atgard_set.first().spar, utfall="klart", varfor="", by=Actor(r.ingrid, f.IDAG)
        ),
    ),
    "pdfer.bestall": (ready.failed_pdf, lambda r, x: pdfer.bestall(version=x, by=Actor(r.ingrid, f.IDAG))),
    "pdfer.rendera_en": (lambda r: f.klar(r.alva, r.ingrid), lambda r, x: pdfer.rendera_en()),
    "utskick.planera": (ready.due, lambda r, x: utskick.planera(today=f.IDAG)),
    "utskick.skicka_ett": (
        lambda r: (ready.due(r), utskick.planera(today=f.IDAG)),
        lambda r, x: utskick.skicka_ett(today=f.IDAG),
    ),
    "utskick.ge": (ready.by_hand, lambda r, x: utskick.ge(utskick=x, by=Actor(r.ingrid, f.IDAG))),
}
# These two claim a row, do the work and mark the row. The claim is committed first, so when the log cannot be written,
# the claim stays in the table named here, and is freed later.
CLAIMED = {"pdfer.rendera_en": {"plans_planpdf"}, "utskick.skicka_ett": {"plans_utskick"}}
