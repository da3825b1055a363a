"""Every address of the portal: who is let in, how to make its arguments, a valid body. One table for all gates.

A state (`LAGEN`) is a moment in a person's case, built by the portal's own actions. A page names the states in which
it is walked; the first is the one where its body is valid.
"""

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction
from django.urls import get_resolver, reverse
from django.utils import timezone
from lxml import html

from plans import audit
from plans.access import SYSTEM
from plans.actions import (
    begaran,
    erbjudanden,
    foretradare,
    inbjudningar,
    logggranskning,
    ord,
    planer,
    svar,
    uppfoljning,
    utskick,
)
from plans.models import (
    Foretradare,
    Foretradarskap,
    Handelse,
    IndividuellPlan,
    Logggranskning,
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
from plans.utbyte import paket
from plans.utbyte.forordnanden import KOLUMNER
from plans.views.foretradare.min_plan import DELAR
from plans.views.registrator.forordnanden import KEY
from tests import factories as f
from tests.cast import IDAG, INSIDERS, OUTSIDERS

Lage = SimpleNamespace
ETT_AR = dt.date(2028, 3, 9)

# --- Who -------------------------------------------------------------------------------------------------------------
# pappa is the guardian of another child of Ingrid's; nodoppnat reads Alva's case today, for an emergency
AKTORER = (*INSIDERS, *OUTSIDERS, "pappa", "nodoppnat")
STAFF = frozenset({"ingrid", "kerstin"})
FAMILJ = frozenset({"birgitta", "alva_konto"})
LASARE = FAMILJ | {"javig"}  # jäv bars acting, not reading (FB 12:8)
# Whoever is a handläggare, for the lists and the forms about nobody yet.
HANDLAGGARE = STAFF | {"osten", "nadia", "nodoppnat", "nodigar"}
NODLAGET, CHEF = frozenset({"nodoppnat"}), frozenset({"carin"})
GRANSKAR = frozenset({"carin", "greta"})
REGISTRATOR = frozenset({"rut"})
ENSKILDA = frozenset({"alva_konto", "dragan_konto", "signe"})  # signe is the protected person, where she has a log-in


# --- States ----------------------------------------------------------------------------------------------------------
def bygg(
    namn: str,
    person: Person,
    skap: Foretradarskap,
    staff: User,
    *,
    marke: str = "Ord",
    fore_delning: Callable = id,
    ser_det: bool = True,
    today: dt.date = IDAG,
) -> Lage:
    """A person's case at one moment, with a row of every kind that the moment can have.

    `skap` is the right of somebody with a log-in, `marke` stands in the texts. `fore_delning(person)` is called when
    the draft is full and not yet shared; at the end when there is no draft.
    """
    Foretradarskap.objects.filter(pk=skap.pk).update(kontrollerad_av=None, kontrollerad_at=None)  # waits for its check
    x = Lage(person=person, skap=skap, staff=staff, marke=marke, today=today, by={"by": staff, "today": today})
    x.insats = f.insats(person, staff, till=today + dt.timedelta(days=365), till_skal="Skäl", today=today)
    x.erbjudande = person.erbjudanden.get()
    asked = {"person": person, "text": marke, "av": marke, "inkom": x.today, **x.by}
    x.begaran = begaran.ta_emot(slag="plan", **asked)[0]
    x.begaran_insats = begaran.ta_emot(slag="insats", **asked)[0]
    x.inbjudan = inbjudningar.skapa(person=person, skap=skap, slag="brev", now=timezone.now(), **x.by)[0]
    x.nyckel = Authenticator.objects.create(user=skap.foretradare.konto, type="webauthn", data={"name": "mote"})
    x.skap = foretradare.bedom_logg(skap=skap, far_se=True, bedomning="Bedömd", **x.by)
    x.loggrad = audit.record("person.oppnad", by=SYSTEM, about=[person])  # nobody's own, which nobody may withhold
    x.ord = _ord(x, staff, "viktigt")
    x.ser_det = _ord(x, skap.foretradare.konto, "") if ser_det else None
    if person.konto:
        x.egna = _ord(x, person.konto, "drommar")
    yesterday = today - dt.timedelta(days=1)  # it is over for the one who opened, and the chef reads it still
    day = {"fran": yesterday, "till": yesterday, "skal": "Familjen ringer om kvällen"}
    opened = Nodatkomst.objects.filter(person=person).first()
    x.nodatkomst = opened or Nodatkomst.objects.create(user=staff, person=person, **day)
    if namn == "erbjuden":
        x.oppnas = _stangd_av_skydd(x)
    if namn in ("lamnad", "senare"):
        x.erbjudande = erbjudanden.lamna(erbjudande=x.erbjudande, hur="mote", datum=x.today, **x.by)
    if namn == "senare":
        erbjudanden.svara(erbjudande=x.erbjudande, svar="senare", av=marke, hur="mote", datum=x.today, **x.by)
    if namn in ("odelat", "utkast", "klar", "genomgang", "avslutad"):
        _utkast(x, fore_delning, dela=namn != "odelat")
    else:
        fore_delning(person)
    if namn in ("klar", "genomgang", "avslutad"):
        _klar(x)
    if namn == "klar":
        _granskad(x)
    if namn == "genomgang":
        x.version = planer.omprova(plan=x.plan, **x.by)
    if namn == "avslutad":
        planer.avsluta(plan=x.plan, skal="egen_onskan", **x.by)
    for row in vars(x).values():
        if hasattr(row, "refresh_from_db"):
            row.refresh_from_db()
    if hasattr(x, "version"):
        x.delar = _delar(x)
    return x


def _ord(x: Lage, by: Any, fraga: str):
    slag = "mina_ord" if fraga else "sa_ser_jag_det"
    return ord.skriv(
        person=x.person, slag=slag, fraga=fraga, text=x.marke, lasare="alla", rev=0, by=by, today=x.today
    )  # fmt: skip


def _stangd_av_skydd(x: Lage) -> Foretradarskap:
    """A guardian who was closed when the person's data became protected."""
    who = Foretradare.objects.create(namnd=x.person.namnd, namn=x.marke)
    seen = {"verifierad_av": x.staff, "verifierad_at": timezone.now()}
    closed = {"stangd_av": x.staff, "stangd_at": timezone.now(), "stangd_skal": SKYDD}
    return Foretradarskap.objects.create(person=x.person, foretradare=who, typ="vardnadshavare", fran=x.today,
                                         underlag=x.marke, **seen, **closed)  # fmt: skip


def _utkast(x: Lage, fore_delning: Callable, *, dela: bool) -> None:
    x.version = f.utkast(x.person, x.staff, today=x.today)
    data = {name: name for name in ("syfte", "nulage", "onskat_lage", "samordnare", "kopia_till")}
    planer.andra_grund(version=x.version, data=data, rev=x.version.grund_rev, **x.by)
    x.plan = x.version.plan
    fore_delning(x.person)
    if not dela:
        return
    x.delning = planer.dela(version=x.version, **x.by)
    konto = x.skap.foretradare.konto
    svar.svara(version=x.version, svar="haller_inte_med", text=x.marke, by=konto, today=x.today)


def _klar(x: Lage) -> None:
    """Made final today, one promise followed up, the PDF rendered, the review due, a message to give by hand."""
    x.version = planer.faststall(version=x.version, samrad_datum=x.today, samrad_hur="mote", samrad_med=x.marke, **x.by)
    spar = x.version.atgard_set.filter(slag="lofte").first().spar
    uppfoljning.notera(plan=x.plan, spar=spar, utfall="blev_inte", varfor=x.marke, **x.by)
    x.pdf = PlanPdf.objects.get(version=x.version)
    PlanPdf.objects.filter(pk=x.pdf.pk).update(status="klar", klar_at=timezone.now(), sha256="0" * 64, storlek=8)
    PlanPdfInnehall.objects.create(pdf=x.pdf, data=b"%PDF-1.7")
    IndividuellPlan.objects.filter(pk=x.plan.pk).update(nasta_omprovning=x.today)
    utskick.planera(today=x.today)
    x.utskick = Utskick.objects.filter(status="for_hand", person=x.person).first()


def _granskad(x: Lage) -> None:
    """Last month's log with one reading, drawn and judged by the nämnd's chef, ready to be signed."""
    found = Uppdrag.objects.filter(roll=Roll.CHEF, enhet__namnd=x.person.namnd).first()
    if found is None:
        return
    drawn = Logggranskning.objects.filter(namnd=x.person.namnd).first()
    if drawn:  # for another case in the nämnd
        x.granskning, x.fynd = drawn, drawn.fynd.first()
        return
    last = (x.today.replace(day=1) - dt.timedelta(days=1)).replace(day=10)
    at = timezone.make_aware(dt.datetime.combine(last, dt.time(10)))
    Handelse.objects.create(at=at, namnd=x.person.namnd, user=x.staff, uppdrag=x.staff.uppdrag.first(),
                            handelse="person.oppnad", person_ids=[x.person.pk])  # fmt: skip
    who = {"by": found.user, "today": x.today, "now": timezone.now()}
    x.granskning = logggranskning.dra(namnd=x.person.namnd, manad=last.replace(day=1), **who)
    x.fynd = x.granskning.fynd.get(person_id_sedd=x.person.pk)
    x.fynd = logggranskning.bedom(rad=x.fynd, bedomning="behorig", anteckning="Eget ärende", **who)


def _delar(x: Lage) -> dict[str, Any]:
    v = x.version
    return {
        "mal": v.malsattning_set.first(),
        "insatser": v.planrad_set.first(),
        "loften": v.atgard_set.filter(slag="lofte").first(),
        "andra": v.atgard_set.filter(slag="andra").first(),
        "delaktiga": v.delaktig_set.first(),
    }


LAGEN = ("erbjuden", "lamnad", "senare", "odelat", "utkast", "klar", "genomgang", "avslutad")


# --- Pages -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Sida:
    """One page: its URL name, whom of the cast it lets in (None: whoever is logged in), where it is walked."""

    namn: str
    vem: frozenset[str] | None
    lagen: tuple[str, ...]
    args: Callable[[Lage], list] = lambda x: []
    post: Callable[[Lage], dict[str, Any]] | None = None
    get: int = 200  # what a GET by somebody let in answers; 405 where only POST is taken
    efter: int = 302  # what a valid POST answers
    slag: str = ""  # a variant of the same name
    ser: frozenset[str] = frozenset()  # who else reads the case here and nowhere else

    def __str__(self) -> str:
        return f"{self.namn} {self.slag}".strip()

    def url(self, x: Lage) -> str:
        """The address in a state."""
        return reverse(self.namn, args=self.args(x))


def _person(x: Lage) -> list:
    return [x.person.pk]


def _plan(x: Lage) -> list:
    return [x.plan.pk]


def _version(x: Lage) -> list:
    return [x.version.pk]


def _tom(x: Lage) -> dict:
    return {}


def lista(x: Lage) -> SimpleUploadedFile:
    """The överförmyndare's list with one row, about the person of the case."""
    number = f.number(skip=30)
    row = f"{number};Bo Ek;{x.person.personnummer};god man;bevaka rätt;2027-01-12;;Beslut 2027-01-12"
    return SimpleUploadedFile("lista.csv", f"{';'.join(KOLUMNER)}\n{row}\n".encode(), "text/csv")


def _paket(x: Lage) -> str:
    """The same, sealed for the nämnd's registrator."""
    mine = Uppdrag.objects.filter(roll=Roll.REGISTRATOR, enhet__namnd=x.person.namnd).first()
    return paket.packa(lista(x).read(), KEY, mine.user, x.person.namnd, timezone.now()) if mine else ""


DELAR_RATT = {
    "mal": {"text": "Bo själv", "sikt": "kort", "delmal": "Laga mat", "latt_mening": "Du ska bo själv."},
    "insatser": {"status": "onskad", "lagrum": "9", "text": "Egen lägenhet", "nar": "I höst", "ansvarig": "Ingrid"},
    "loften": {"text": "Ringer kören", "ansvarig": "Birgitta", "lovat_till": "2027-05-01", "fran": "2027-04-01"},
    "andra": {"text": "Prova app", "ansvarig": "Habiliteringen", "kontakt": "Per", "lovat_till": "2027-05-01"},
    "delaktiga": {"namn": "Aminata", "som": "mamma", "ledde": "on"},
}


def _plandelar() -> Iterator[Sida]:
    """The three pages of each kind of part."""
    for slag, body in DELAR_RATT.items():

        def args(x: Lage, slag: str = slag) -> list:
            return [x.version.pk, slag, x.delar[slag].pk]

        def post(x: Lage, slag: str = slag, body: dict = body) -> dict:
            return {**body, "rev": x.delar[slag].rev}

        new = Sida("plandel-ny", STAFF, ("utkast",), lambda x, s=slag: [x.version.pk, s], lambda x, b=body: b)
        yield dataclasses.replace(new, slag=slag)
        yield Sida("plandel-andra", STAFF, ("utkast",), args, post, slag=slag)
        yield Sida("plandel-ta-bort", STAFF, ("utkast",), args, lambda x, s=slag: {"rev": x.delar[s].rev}, slag=slag)


HANDLAGGARENS = [
    Sida("att-gora", HANDLAGGARE, ("erbjuden", "utkast", "klar")),
    Sida("person-lista", HANDLAGGARE, ("erbjuden", "utkast", "klar")),
    Sida("person-sok", HANDLAGGARE, ("erbjuden",), post=lambda x: {"q": "ana"}, get=405, efter=200),
    Sida("person-registrera", HANDLAGGARE, ("erbjuden",), post=lambda x: {
        "personnummer": f.number(skip=40), "fornamn": "Leila", "efternamn": "Moradi", "kanal": "brev"}),
    Sida("person", STAFF, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida("person-andra", STAFF, ("erbjuden",), _person, lambda x: {
        "fornamn": "Eva", "efternamn": "Ek", "fodd": x.person.fodd, "kanal": "brev", "rev": x.person.rev}),
    Sida("insats-bevilja", STAFF, ("erbjuden",), _person, lambda x: {
        "lagrum": "4", "utfall": "beviljad", "beslutad": IDAG, "till": ETT_AR, "till_skal": "Prövas igen"}),
    Sida("insats-andra", STAFF, ("erbjuden",), lambda x: [x.insats.pk], lambda x: {
        "utfall": "beviljad", "beslutad": IDAG, "verkstalld": IDAG, "rev": x.insats.rev}),
    Sida("foretradare-registrera", STAFF, ("erbjuden",), _person, lambda x: {
        "namn": "Bo Ek", "kanal": "brev", "typ": "ombud", "bevaka_ratt": "on", "fran": IDAG, "underlag": "Fullmakt"}),
    Sida("foretradare-andra", STAFF, ("erbjuden",), lambda x: [x.skap.pk], lambda x: {
        "namn": "Bo Ek", "kanal": "brev", "bevaka_ratt": "on", "fran": IDAG, "underlag": "Nytt", "rev": x.skap.rev}),
    Sida("nodatkomst-oppna", HANDLAGGARE, ("erbjuden",), post=lambda x: {"vem": "19000101-0000"}, efter=200,
         ser=NODLAGET),
    Sida("nodatkomst-las", NODLAGET, ("erbjuden", "klar"), _person, ser=NODLAGET),
    Sida("foretradare-kontrollera", frozenset({"kerstin", "carin"}), ("erbjuden",), lambda x: [x.skap.pk], lambda x: {
        "stammer": "ja", "rev": x.skap.rev}, ser=frozenset({"carin"})),
    Sida("foretradare-oppna", STAFF, ("erbjuden",), lambda x: [x.oppnas.pk], lambda x: {"skal": "Bedömt"}),
    Sida("bedomning-gor", STAFF, ("erbjuden",), lambda x: [x.person.pk, "formaga"], lambda x: {
        "egen_ratt": "ja", "vardnadshavare_ser": "nej", "slutsats": "Prövat"}, slag="formaga"),
    Sida("bedomning-gor", STAFF, ("erbjuden",), lambda x: [x.person.pk, "foretrada"], lambda x: {
        "slutsats": "Prövat"}, slag="foretrada"),
    Sida("foretradare-stang", STAFF, ("erbjuden",), lambda x: [x.skap.pk], lambda x: {"skal": "Byte"}),
    Sida("foretradare-bedom-logg", STAFF, ("erbjuden",), lambda x: [x.skap.pk], lambda x: {
        "far_se": "nej", "bedomning": "Personen vill inte"}),
    Sida("logg", STAFF, ("erbjuden", "klar"), _person),
    Sida("logg-undanhall", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.loggrad.pk], lambda x: {
        "lagrum": "21 kap. 3 § OSL", "skal": "Hot"}),
    Sida("erbjudande-lamna", STAFF, ("erbjuden",), lambda x: [x.erbjudande.pk], lambda x: {
        "datum": IDAG, "hur": "brev"}),
    Sida("erbjudande-svara", STAFF, ("lamnad",), lambda x: [x.erbjudande.pk], lambda x: {
        "svar": "ja", "av": "Alva", "datum": IDAG, "hur": "mote"}),
    Sida("erbjudande-fraga-igen", STAFF, ("senare",), lambda x: [x.erbjudande.pk], _tom, get=405),
    Sida("begaran-ta-emot", STAFF, ("erbjuden",), _person, lambda x: {"slag": "insats", "av": "Bo", "inkom": IDAG}),
    Sida("begaran-besvara", STAFF, ("erbjuden",), lambda x: [x.begaran.pk], _tom, get=405),
    Sida("ord-skriv-at", STAFF, ("erbjuden",), lambda x: [x.person.pk, "om_mig"], lambda x: {
        "text": "Glad", "lasare": "alla", "rev": 0}),
    Sida("ord-bekrafta", STAFF, ("erbjuden",), lambda x: [x.ord.pk], lambda x: {"rev": x.ord.rev}, get=405),
    Sida("inloggning-skapa", STAFF, ("erbjuden",), _person, lambda x: {"satt": "mote"}, efter=200),
    Sida("inloggning-skapa-foretradare", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.skap.pk], lambda x: {
        "satt": "brev"}, efter=200),
    Sida("inbjudan", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], lambda x: {"kod": "FEL"}, efter=200),
    Sida("inbjudan-status", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk]),
    Sida("inbjudan-aterkalla", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], _tom, get=405),
    Sida("aterkalla-nyckel", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.nyckel.pk], _tom),
    Sida("inloggning-oppna-for-eleg", STAFF, ("erbjuden",), _person, _tom, get=405),
    Sida("inloggning-oppna-for-eleg-foretradare", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.skap.pk], _tom,
         get=405),
    Sida("utskick-ge", STAFF, ("klar",), lambda x: [x.utskick.pk], _tom, get=405),
    Sida("plan-borja", STAFF, ("erbjuden",), _person, _tom, get=405),
    Sida("plan", STAFF, ("odelat", "utkast", "klar", "genomgang", "avslutad"), _plan),
    Sida("plan-omprova", STAFF, ("klar",), _plan, _tom, get=405),
    Sida("plan-jamfor", STAFF, ("genomgang",), _plan),
    Sida("plan-folj-upp", STAFF, ("klar", "genomgang"), lambda x: [x.plan.pk, x.delar["loften"].spar], lambda x: {
        "utfall": "klart", "sett": max(x.plan.uppfoljningar.values_list("pk", flat=True))}),
    Sida("plan-avsluta", STAFF, ("klar",), _plan, lambda x: {"skal": "flyttat"}),
    Sida("plan-version", STAFF, ("odelat", "utkast", "klar", "avslutad"), _version),
    Sida("plan-andra", STAFF, ("utkast",), _version, lambda x: {"syfte": "Bo", "rev": x.version.grund_rev}),
    Sida("plan-dela", STAFF, ("utkast",), _version, lambda x: {"rev": x.version.rev}),
    Sida("plan-svara-for", STAFF, ("utkast",), _version, lambda x: {
        "vem": "person", "svar": "haller_med", "hur": "mote", "delning": x.delning.pk,
        "sett": max(x.delning.svar.values_list("pk", flat=True))}),
    Sida("plan-faststall", STAFF, ("utkast",), _version, lambda x: {
        "samrad_datum": IDAG, "samrad_hur": "mote", "samrad_med": "Alva", "nasta": ETT_AR, "rev": x.version.rev}),
    *_plandelar(),
    Sida("pdf-bestall", STAFF, ("klar",), _version, _tom, get=405),
]  # fmt: skip
FAMILJENS = [
    *(Sida(name, ENSKILDA, ("erbjuden", "odelat", "klar", "avslutad"))
      for name in ("min-plan", *(f"min-plan-{d}" for d in DELAR))),
    Sida("mina-personer", None, ("erbjuden", "odelat", "utkast", "klar", "avslutad")),
    Sida("min-person", LASARE, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida("vem-har-tittat", FAMILJ, ("erbjuden", "klar"), _person),
    Sida("las-plan", LASARE, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida("plan-svara", FAMILJ, ("utkast",), _person, lambda x: {"svar": "prata", "delning": x.delning.pk}, get=302),
    Sida("ord-skriv", FAMILJ, ("erbjuden",), lambda x: [x.person.pk, "om_mig"], lambda x: {
        "text": "Glad", "lasare": "alla", "rev": 0}),
    Sida("ord-bekrafta-sjalv", frozenset({"alva_konto"}), ("erbjuden",), lambda x: [x.person.pk, x.ord.pk],
         lambda x: {"rev": x.ord.rev}, get=405),
    Sida("ord-ta-bort", frozenset({"alva_konto"}), ("erbjuden",), lambda x: [x.person.pk, x.egna.pk], lambda x: {
        "rev": x.egna.rev}),
    Sida("sa-ser-jag-det", frozenset({"birgitta"}), ("erbjuden",), _person, lambda x: {
        "text": "Jag ser", "lasare": "alla", "rev": x.ser_det.rev}),
    Sida("erbjudande-svara-sjalv", FAMILJ, ("lamnad",), _person, lambda x: {"svar": "ja"}),
    Sida("begaran-gor", FAMILJ, ("erbjuden",), _person, lambda x: {"slag": "plan", "text": "Tack"}),
]  # fmt: skip
GEMENSAMMA = [
    Sida("laget", frozenset({"carin"}), ("klar",)),
    Sida("foretradare-importera", REGISTRATOR, ("erbjuden",), post=lambda x: {"fil": lista(x)}, efter=200),
    Sida(
        "foretradare-importera-skarpt",
        REGISTRATOR,
        ("erbjuden",),
        post=lambda x: {"lista": _paket(x)},
        get=405,
        efter=200,
    ),
    Sida("nodatkomst-lista", CHEF, ("erbjuden",), ser=CHEF),
    Sida("nodatkomst-granska", CHEF, ("erbjuden",), lambda x: [x.nodatkomst.pk], _tom, ser=CHEF),
    Sida("kontroll-lista", frozenset({"carin"}), ("erbjuden",), ser=frozenset({"carin"})),
    Sida("logggranskning", GRANSKAR, ("erbjuden", "klar")),
    Sida("logggranskning-dra", GRANSKAR, ("erbjuden",), post=lambda x: {"manad": "2027-02"}, get=405),
    Sida(
        "logggranskning-manad",
        GRANSKAR,
        ("klar",),
        lambda x: [x.granskning.pk],
        lambda x: {"slutsats": "Bra"},
        ser=GRANSKAR,
    ),
    Sida(
        "logggranskning-fynd",
        GRANSKAR,
        ("klar",),
        lambda x: [x.fynd.pk],
        lambda x: {"bedomning": "behorig"},
        ser=GRANSKAR,
    ),
    Sida("pdf-hamta", STAFF | LASARE | NODLAGET, ("klar", "avslutad"), lambda x: [x.pdf.pk], ser=NODLAGET),
    Sida("pdf-status", STAFF | LASARE | NODLAGET, ("klar", "avslutad"), lambda x: [x.pdf.pk], ser=NODLAGET),
]
SIDOR = [*HANDLAGGARENS, *FAMILJENS, *GEMENSAMMA]

# Pages about nobody. Open to all: the answer to somebody who is not logged in.
OPPNA = {"hem": 302, "vad-ar": 200, "om": 200, "tillganglighet": 200, "dina-uppgifter": 200, "halsa": 503,
         "account_login": 200, "mfa_login_webauthn": 302, "mfa_authenticate": 302, "eleg": 200, "valkommen": 200,
         "valkommen-mote": 200, "valkommen-nyckel": 404, "valkommen-app": 404}  # fmt: skip
# Doors with a provider's code in the address; a code that is none is 404. Walked in tests/trust/test_r05_oidc.py and
# test_r05_saml.py. What takes a POST alone answers 405 to a GET, whatever the code.
TJANSTER = {"eleg-borja": 404, "eleg-svar": 404, "eleg-metadata": 404, "eleg-saml": 405}
# For whoever is logged in; the answer to a GET.
KONTO = {"account_logout": 200, "account_change_password": 200, "account_reauthenticate": 200, "demo-mejl": 200,
         "kladd-spara": 405, "kladd-kasta": 405,
         "session-fortsatt": 405, "konto-sakerhet": 200, "mfa_index": 200, "mfa_list_webauthn": 200,
         "usersessions_list": 200, "konto-logga-ut-overallt": 405, "mfa_add_webauthn": 200, "mfa_activate_totp": 200,
         "mfa_generate_recovery_codes": 200, "mfa_view_recovery_codes": 404, "mfa_deactivate_totp": 404,
         "mfa_reauthenticate": 302, "mfa_reauthenticate_webauthn": 302}  # fmt: skip
# One's own passkey by number; another's is 404 (tests/trust/test_r05_andra_steg.py).
EGNA_NYCKLAR = {"mfa_remove_webauthn"}
# Doors of the log-in library that are kept shut.
STANGDA = {"account_signup", "account_reset_password", "account_email", "account_inactive", "account_set_password"}


def alla_namn() -> set[str]:
    """Every URL name but the admin's."""
    return {key for key in get_resolver().reverse_dict if isinstance(key, str)}


def dolda(client: Any, url: str) -> dict[str, str]:
    """The hidden fields of a page's form, as a browser would send them: rev and the like."""
    tree = html.fromstring(client.get(url).content.decode())
    return {e.get("name"): e.get("value", "") for e in tree.xpath("//form[@id='skriv']//input[@type='hidden']")}


def fyll_i(client: Any, url: str, body: dict[str, Any] | None = None, **kwargs: Any) -> Any:
    """Open a page and send its form, filled in."""
    return client.post(url, {**dolda(client, url), **(body or {})}, **kwargs)


# --- What the database holds -----------------------------------------------------------------------------------------
@contextlib.contextmanager
def angrat() -> Iterator[None]:
    """What is done inside is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def avtryck(utom: tuple[str, ...] = ("plans_handelse", "django_session")) -> dict[str, str]:
    """A checksum of each table's rows. The log and the session are let be."""
    tables = sorted(set(connection.introspection.table_names()) - set(utom))
    parts = (
        f"SELECT '{name}', md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM \"{name}\" t"  # noqa: S608
        for name in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return dict(cursor.fetchall())


def nya_loggrader(efter: int) -> list[tuple[int, int | None, bool, list[int]]]:
    """The log's rows after an id: id, user, refused, about whom."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, user_id, nekad, person_ids FROM plans_handelse WHERE id > %s ORDER BY id", [efter]
        )  # fmt: skip
        return cursor.fetchall()


BARA_TILLAGG = ("Delning", "PlanSvar", "Uppfoljning", "FrystOrd", "Bedomning", "Undanhallen")
INTE_FRI_TEXT = {"personnummer", "sorteringsnyckel", "stangd_skal", "svar_av"}  # digits, derived, or tied to a state
VAGAR = {"person": "person", "plan": "plan__person", "version": "version__plan__person"}


def plantera(person: Person, marke: str, ord: Callable[[int, models.Field], str] | None = None) -> int:
    """Put a word of its own in every text of a person's case; how many. What is frozen is left as it is.

    `ord(n, field)` gives the n-th text when it is not to be `marke` with a number.
    """
    n = 0
    for model in apps.get_app_config("plans").get_models():
        own = {Person: "pk", Foretradare: "skap__person"}
        way = own.get(model) or next((VAGAR[x.name] for x in model._meta.fields if x.name in VAGAR), None)
        texts = [
            x for x in model._meta.concrete_fields
            if isinstance(x, models.CharField | models.TextField) and not x.choices and x.name not in INTE_FRI_TEXT
        ]  # fmt: skip
        if way and texts and model.__name__ not in BARA_TILLAGG and not model.__name__.endswith("Event"):
            rows = model.objects.filter(**{way: person.pk})
            rows.update(**{x.name: ord(n + i, x) if ord else f"{marke}{n + i}" for i, x in enumerate(texts)})
            n += len(texts) if rows.exists() else 0
    Person.objects.filter(pk=person.pk).update(sorteringsnyckel=f"{marke.lower()}\x01{marke.lower()}")
    return n
