"""Every address of the portal: who is let in, how to make its arguments, a valid body. One table for all gates.

A state (`LAGEN`) is a moment in a person's case, built by the portal's own actions. A page names the states in which
it is walked; the first is the one where its body is valid.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.utils import timezone
from lxml import html

from plans.models import (
    Roll,
    Uppdrag,
)
from plans.utbyte import paket
from plans.utbyte.forordnanden import KOLUMNER
from plans.views.foretradare.min_plan import DELAR
from plans.views.registrator.forordnanden import KEY
from tests import factories as f
from tests.cast import IDAG, INSIDERS, OUTSIDERS
from tests.views.lagen import Lage

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
    Sida(
        "person-registrera",
        HANDLAGGARE,
        ("erbjuden",),
        post=lambda x: {"personnummer": f.number(skip=40), "fornamn": "Leila", "efternamn": "Moradi", "kanal": "brev"},
    ),
    Sida("person", STAFF, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida(
        "person-andra",
        STAFF,
        ("erbjuden",),
        _person,
        lambda x: {"fornamn": "Eva", "efternamn": "Ek", "fodd": x.person.fodd, "kanal": "brev", "rev": x.person.rev},
    ),
    Sida(
        "insats-bevilja",
        STAFF,
        ("erbjuden",),
        _person,
        lambda x: {"lagrum": "4", "utfall": "beviljad", "beslutad": IDAG, "till": ETT_AR, "till_skal": "Prövas igen"},
    ),
    Sida(
        "insats-andra",
        STAFF,
        ("erbjuden",),
        lambda x: [x.insats.pk],
        lambda x: {"utfall": "beviljad", "beslutad": IDAG, "verkstalld": IDAG, "rev": x.insats.rev},
    ),
    Sida(
        "foretradare-registrera",
        STAFF,
        ("erbjuden",),
        _person,
        lambda x: {
            "namn": "Bo Ek",
            "kanal": "brev",
            "typ": "ombud",
            "bevaka_ratt": "on",
            "fran": IDAG,
            "underlag": "Fullmakt",
        },
    ),
    Sida(
        "foretradare-andra",
        STAFF,
        ("erbjuden",),
        lambda x: [x.skap.pk],
        lambda x: {
            "namn": "Bo Ek",
            "kanal": "brev",
            "bevaka_ratt": "on",
            "fran": IDAG,
            "underlag": "Nytt",
            "rev": x.skap.rev,
        },
    ),
    Sida(
        "nodatkomst-oppna", HANDLAGGARE, ("erbjuden",), post=lambda x: {"vem": "19000101-0000"}, efter=200, ser=NODLAGET
    ),
    Sida("nodatkomst-las", NODLAGET, ("erbjuden", "klar"), _person, ser=NODLAGET),
    Sida(
        "foretradare-kontrollera",
        frozenset({"kerstin", "carin"}),
        ("erbjuden",),
        lambda x: [x.skap.pk],
        lambda x: {"stammer": "ja", "rev": x.skap.rev},
        ser=frozenset({"carin"}),
    ),
    Sida("foretradare-oppna", STAFF, ("erbjuden",), lambda x: [x.oppnas.pk], lambda x: {"skal": "Bedömt"}),
    Sida(
        "bedomning-gor",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "formaga"],
        lambda x: {"egen_ratt": "ja", "vardnadshavare_ser": "nej", "slutsats": "Prövat"},
        slag="formaga",
    ),
    Sida(
        "bedomning-gor",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "foretrada"],
        lambda x: {"slutsats": "Prövat"},
        slag="foretrada",
    ),
    Sida("foretradare-stang", STAFF, ("erbjuden",), lambda x: [x.skap.pk], lambda x: {"skal": "Byte"}),
    Sida(
        "foretradare-bedom-logg",
        STAFF,
        ("erbjuden",),
        lambda x: [x.skap.pk],
        lambda x: {"far_se": "nej", "bedomning": "Personen vill inte"},
    ),
    Sida("logg", STAFF, ("erbjuden", "klar"), _person),
    Sida(
        "logg-undanhall",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, x.loggrad.pk],
        lambda x: {"lagrum": "21 kap. 3 § OSL", "skal": "Hot"},
    ),
    Sida(
        "erbjudande-lamna", STAFF, ("erbjuden",), lambda x: [x.erbjudande.pk], lambda x: {"datum": IDAG, "hur": "brev"}
    ),
    Sida(
        "erbjudande-svara",
        STAFF,
        ("lamnad",),
        lambda x: [x.erbjudande.pk],
        lambda x: {"svar": "ja", "av": "Alva", "datum": IDAG, "hur": "mote"},
    ),
    Sida("erbjudande-fraga-igen", STAFF, ("senare",), lambda x: [x.erbjudande.pk], _tom, get=405),
    Sida("begaran-ta-emot", STAFF, ("erbjuden",), _person, lambda x: {"slag": "insats", "av": "Bo", "inkom": IDAG}),
    Sida("begaran-besvara", STAFF, ("erbjuden",), lambda x: [x.begaran.pk], _tom, get=405),
    Sida(
        "ord-skriv-at",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "om_mig"],
        lambda x: {"text": "Glad", "lasare": "alla", "rev": 0},
    ),
    Sida("ord-bekrafta", STAFF, ("erbjuden",), lambda x: [x.ord.pk], lambda x: {"rev": x.ord.rev}, get=405),
    Sida("inloggning-skapa", STAFF, ("erbjuden",), _person, lambda x: {"satt": "mote"}, efter=200),
    Sida(
        "inloggning-skapa-foretradare",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, x.skap.pk],
        lambda x: {"satt": "brev"},
        efter=200,
    ),
    Sida("inbjudan", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], lambda x: {"kod": "FEL"}, efter=200),
    Sida("inbjudan-status", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk]),
    Sida("inbjudan-aterkalla", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], _tom, get=405),
    Sida("aterkalla-nyckel", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.nyckel.pk], _tom),
    Sida("inloggning-oppna-for-eleg", STAFF, ("erbjuden",), _person, _tom, get=405),
    Sida(
        "inloggning-oppna-for-eleg-foretradare", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.skap.pk], _tom, get=405
    ),
    Sida("utskick-ge", STAFF, ("klar",), lambda x: [x.utskick.pk], _tom, get=405),
    Sida("plan-borja", STAFF, ("erbjuden",), _person, _tom, get=405),
    Sida("plan", STAFF, ("odelat", "utkast", "klar", "genomgang", "avslutad"), _plan),
    Sida("plan-omprova", STAFF, ("klar",), _plan, _tom, get=405),
    Sida("plan-jamfor", STAFF, ("genomgang",), _plan),
    Sida(
        "plan-folj-upp",
        STAFF,
        ("klar", "genomgang"),
        lambda x: [x.plan.pk, x.delar["loften"].spar],
        lambda x: {"utfall": "klart", "sett": max(x.plan.uppfoljningar.values_list("pk", flat=True))},
    ),
    Sida("plan-avsluta", STAFF, ("klar",), _plan, lambda x: {"skal": "flyttat"}),
    Sida("plan-version", STAFF, ("odelat", "utkast", "klar", "avslutad"), _version),
    Sida("plan-andra", STAFF, ("utkast",), _version, lambda x: {"syfte": "Bo", "rev": x.version.grund_rev}),
    Sida("plan-dela", STAFF, ("utkast",), _version, lambda x: {"rev": x.version.rev}),
    Sida(
        "plan-svara-for",
        STAFF,
        ("utkast",),
        _version,
        lambda x: {
            "vem": "person",
            "svar": "haller_med",
            "hur": "mote",
            "delning": x.delning.pk,
            "sett": max(x.delning.svar.values_list("pk", flat=True)),
        },
    ),
    Sida(
        "plan-faststall",
        STAFF,
        ("utkast",),
        _version,
        lambda x: {
            "samrad_datum": IDAG,
            "samrad_hur": "mote",
            "samrad_med": "Alva",
            "nasta": ETT_AR,
            "rev": x.version.rev,
        },
    ),
    *_plandelar(),
    Sida("pdf-bestall", STAFF, ("klar",), _version, _tom, get=405),
]
FAMILJENS = [
    *(
        Sida(name, ENSKILDA, ("erbjuden", "odelat", "klar", "avslutad"))
        for name in ("min-plan", *(f"min-plan-{d.nyckel}" for d in DELAR))
    ),
    Sida("mina-personer", None, ("erbjuden", "odelat", "utkast", "klar", "avslutad")),
    Sida("min-person", LASARE, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida("vem-har-tittat", FAMILJ, ("erbjuden", "klar"), _person),
    Sida("las-plan", LASARE, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), _person),
    Sida("plan-svara", FAMILJ, ("utkast",), _person, lambda x: {"svar": "prata", "delning": x.delning.pk}, get=302),
    Sida(
        "ord-skriv",
        FAMILJ,
        ("erbjuden",),
        lambda x: [x.person.pk, "om_mig"],
        lambda x: {"text": "Glad", "lasare": "alla", "rev": 0},
    ),
    Sida(
        "ord-bekrafta-sjalv",
        frozenset({"alva_konto"}),
        ("erbjuden",),
        lambda x: [x.person.pk, x.ord.pk],
        lambda x: {"rev": x.ord.rev},
        get=405,
    ),
    Sida(
        "ord-ta-bort",
        frozenset({"alva_konto"}),
        ("erbjuden",),
        lambda x: [x.person.pk, x.egna.pk],
        lambda x: {"rev": x.egna.rev},
    ),
    Sida(
        "sa-ser-jag-det",
        frozenset({"birgitta"}),
        ("erbjuden",),
        _person,
        lambda x: {"text": "Jag ser", "lasare": "alla", "rev": x.ser_det.rev},
    ),
    Sida("erbjudande-svara-sjalv", FAMILJ, ("lamnad",), _person, lambda x: {"svar": "ja"}),
    Sida("begaran-gor", FAMILJ, ("erbjuden",), _person, lambda x: {"slag": "plan", "text": "Tack"}),
]
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
    Sida("loggranskning", GRANSKAR, ("erbjuden", "klar")),
    Sida("loggranskning-dra", GRANSKAR, ("erbjuden",), post=lambda x: {"manad": "2027-02"}, get=405),
    Sida(
        "loggranskning-manad",
        GRANSKAR,
        ("klar",),
        lambda x: [x.granskning.pk],
        lambda x: {"slutsats": "Bra"},
        ser=GRANSKAR,
    ),
    Sida(
        "loggranskning-fynd",
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
OPPNA = {
    "hem": 302,
    "vad-ar": 200,
    "om": 200,
    "tillganglighet": 200,
    "dina-uppgifter": 200,
    "halsa": 503,
    "account_login": 200,
    "mfa_login_webauthn": 302,
    "mfa_authenticate": 302,
    "eleg": 200,
    "valkommen": 200,
    "valkommen-mote": 200,
    "valkommen-nyckel": 404,
    "valkommen-app": 404,
}
# Doors with a provider's code in the address; a code that is none is 404. Walked in tests/trust/test_r05_oidc.py and
# test_r05_saml.py. What takes a POST alone answers 405 to a GET, whatever the code.
TJANSTER = {"eleg-borja": 404, "eleg-svar": 404, "eleg-metadata": 404, "eleg-saml": 405}
# For whoever is logged in; the answer to a GET.
KONTO = {
    "account_logout": 200,
    "account_change_password": 200,
    "account_reauthenticate": 200,
    "demo-mejl": 200,
    "kladd-spara": 405,
    "kladd-kasta": 405,
    "session-fortsatt": 405,
    "konto-sakerhet": 200,
    "mfa_index": 200,
    "mfa_list_webauthn": 200,
    "usersessions_list": 200,
    "konto-logga-ut-overallt": 405,
    "mfa_add_webauthn": 200,
    "mfa_activate_totp": 200,
    "mfa_generate_recovery_codes": 200,
    "mfa_view_recovery_codes": 404,
    "mfa_deactivate_totp": 404,
    "mfa_reauthenticate": 302,
    "mfa_reauthenticate_webauthn": 302,
}
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
