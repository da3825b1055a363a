"""The pages of the handläggare, for the table in pages.py."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from tests.stod import factories as f
from tests.stod.case_page import EMERGENCY, HANDLAGGARE, STAFF, CasePage, empty_body, of_person, of_plan, of_version
from tests.stod.case_states import CaseState
from tests.stod.cast import IDAG

IN_A_YEAR = dt.date(2028, 3, 9)

VALID_PARTS = {
    "mal": {"text": "Bo själv", "sikt": "kort", "delmal": "Laga mat", "latt_mening": "Du ska bo själv."},
    "insatser": {"status": "onskad", "lagrum": "9", "text": "Egen lägenhet", "nar": "I höst", "ansvarig": "Ingrid"},
    "loften": {"text": "Ringer kören", "ansvarig": "Birgitta", "lovat_till": "2027-05-01", "fran": "2027-04-01"},
    "andra": {"text": "Prova app", "ansvarig": "Habiliteringen", "kontakt": "Per", "lovat_till": "2027-05-01"},
    "delaktiga": {"namn": "Aminata", "som": "mamma", "ledde": "on"},
}


def _plan_parts() -> Iterator[CasePage]:
    """Yield three pages for each kind of part: to add, to change and to remove one."""
    for slag, body in VALID_PARTS.items():

        def args(x: CaseState, slag: str = slag) -> list:
            return [x.version.pk, slag, x.delar[slag].pk]

        def post(x: CaseState, slag: str = slag, body: dict = body) -> dict:
            return {**body, "rev": x.delar[slag].rev}

        new = CasePage("plandel-ny", STAFF, ("utkast",), lambda x, s=slag: [x.version.pk, s], lambda x, b=body: b)
        yield dataclasses.replace(new, slag=slag)
        yield CasePage("plandel-andra", STAFF, ("utkast",), args, post, slag=slag)
        yield CasePage(
            "plandel-ta-bort", STAFF, ("utkast",), args, lambda x, s=slag: {"rev": x.delar[s].rev}, slag=slag
        )


HANDLAGGARE_PAGES = [
    CasePage("att-gora", HANDLAGGARE, ("erbjuden", "utkast", "klar")),
    CasePage("person-lista", HANDLAGGARE, ("erbjuden", "utkast", "klar")),
    CasePage("person-sok", HANDLAGGARE, ("erbjuden",), post=lambda x: {"q": "ana"}, get=405, efter=200),
    CasePage(
        "person-registrera",
        HANDLAGGARE,
        ("erbjuden",),
        post=lambda x: {"personnummer": f.number(skip=40), "fornamn": "Leila", "efternamn": "Moradi", "kanal": "brev"},
    ),
    CasePage("person", STAFF, ("erbjuden", "odelat", "utkast", "klar", "avslutad"), of_person),
    CasePage(
        "person-andra",
        STAFF,
        ("erbjuden",),
        of_person,
        lambda x: {"fornamn": "Eva", "efternamn": "Ek", "fodd": x.person.fodd, "kanal": "brev", "rev": x.person.rev},
    ),
    CasePage(
        "insats-bevilja",
        STAFF,
        ("erbjuden",),
        of_person,
        lambda x: {
            "lagrum": "4",
            "utfall": "beviljad",
            "beslutad": IDAG,
            "till": IN_A_YEAR,
            "till_skal": "Prövas igen",
        },
    ),
    CasePage(
        "insats-andra",
        STAFF,
        ("erbjuden",),
        lambda x: [x.insats.pk],
        lambda x: {"utfall": "beviljad", "beslutad": IDAG, "verkstalld": IDAG, "rev": x.insats.rev},
    ),
    CasePage(
        "foretradare-registrera",
        STAFF,
        ("erbjuden",),
        of_person,
        lambda x: {
            "namn": "Bo Ek",
            "kanal": "brev",
            "typ": "ombud",
            "bevaka_ratt": "on",
            "fran": IDAG,
            "underlag": "Fullmakt",
        },
    ),
    CasePage(
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
    CasePage(
        "nodatkomst-oppna",
        HANDLAGGARE,
        ("erbjuden",),
        post=lambda x: {"vem": "19000101-0000"},
        efter=200,
        ser=EMERGENCY,
    ),
    CasePage("nodatkomst-las", EMERGENCY, ("erbjuden", "klar"), of_person, ser=EMERGENCY),
    CasePage(
        "foretradare-kontrollera",
        frozenset({"kerstin", "carin"}),
        ("erbjuden",),
        lambda x: [x.skap.pk],
        lambda x: {"stammer": "ja", "rev": x.skap.rev},
        ser=frozenset({"carin"}),
    ),
    CasePage("foretradare-oppna", STAFF, ("erbjuden",), lambda x: [x.oppnas.pk], lambda x: {"skal": "Bedömt"}),
    CasePage(
        "bedomning-gor",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "formaga"],
        lambda x: {"egen_ratt": "ja", "vardnadshavare_ser": "nej", "slutsats": "Prövat"},
        slag="formaga",
    ),
    CasePage(
        "bedomning-gor",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "foretrada"],
        lambda x: {"slutsats": "Prövat"},
        slag="foretrada",
    ),
    CasePage("foretradare-stang", STAFF, ("erbjuden",), lambda x: [x.skap.pk], lambda x: {"skal": "Byte"}),
    CasePage(
        "foretradare-bedom-logg",
        STAFF,
        ("erbjuden",),
        lambda x: [x.skap.pk],
        lambda x: {"far_se": "nej", "bedomning": "Personen vill inte"},
    ),
    CasePage("logg", STAFF, ("erbjuden", "klar"), of_person),
    CasePage(
        "logg-undanhall",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, x.loggrad.pk],
        lambda x: {"lagrum": "21 kap. 3 § OSL", "skal": "Hot"},
    ),
    CasePage(
        "erbjudande-lamna", STAFF, ("erbjuden",), lambda x: [x.erbjudande.pk], lambda x: {"datum": IDAG, "hur": "brev"}
    ),
    CasePage(
        "erbjudande-svara",
        STAFF,
        ("lamnad",),
        lambda x: [x.erbjudande.pk],
        lambda x: {"svar": "ja", "av": "Alva", "datum": IDAG, "hur": "mote"},
    ),
    CasePage("erbjudande-fraga-igen", STAFF, ("senare",), lambda x: [x.erbjudande.pk], empty_body, get=405),
    CasePage(
        "begaran-ta-emot", STAFF, ("erbjuden",), of_person, lambda x: {"slag": "insats", "av": "Bo", "inkom": IDAG}
    ),
    CasePage("begaran-besvara", STAFF, ("erbjuden",), lambda x: [x.begaran.pk], empty_body, get=405),
    CasePage(
        "ord-skriv-at",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, "om_mig"],
        lambda x: {"text": "Glad", "lasare": "alla", "rev": 0},
    ),
    CasePage("ord-bekrafta", STAFF, ("erbjuden",), lambda x: [x.ord.pk], lambda x: {"rev": x.ord.rev}, get=405),
    CasePage("inloggning-skapa", STAFF, ("erbjuden",), of_person, lambda x: {"satt": "mote"}, efter=200),
    CasePage(
        "inloggning-skapa-foretradare",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, x.skap.pk],
        lambda x: {"satt": "brev"},
        efter=200,
    ),
    CasePage(
        "inbjudan", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], lambda x: {"kod": "FEL"}, efter=200
    ),
    CasePage("inbjudan-status", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk]),
    CasePage("inbjudan-aterkalla", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.inbjudan.pk], empty_body, get=405),
    CasePage("aterkalla-nyckel", STAFF, ("erbjuden",), lambda x: [x.person.pk, x.nyckel.pk], empty_body),
    CasePage("inloggning-oppna-for-eleg", STAFF, ("erbjuden",), of_person, empty_body, get=405),
    CasePage(
        "inloggning-oppna-for-eleg-foretradare",
        STAFF,
        ("erbjuden",),
        lambda x: [x.person.pk, x.skap.pk],
        empty_body,
        get=405,
    ),
    CasePage("utskick-ge", STAFF, ("klar",), lambda x: [x.utskick.pk], empty_body, get=405),
    CasePage("plan-borja", STAFF, ("erbjuden",), of_person, empty_body, get=405),
    CasePage("plan", STAFF, ("odelat", "utkast", "klar", "genomgang", "avslutad"), of_plan),
    CasePage("plan-omprova", STAFF, ("klar",), of_plan, empty_body, get=405),
    CasePage("plan-jamfor", STAFF, ("genomgang",), of_plan),
    CasePage(
        "plan-folj-upp",
        STAFF,
        ("klar", "genomgang"),
        lambda x: [x.plan.pk, x.delar["loften"].spar],
        lambda x: {"utfall": "klart", "sett": max(x.plan.uppfoljningar.values_list("pk", flat=True))},
    ),
    CasePage("plan-avsluta", STAFF, ("klar",), of_plan, lambda x: {"skal": "flyttat"}),
    CasePage("plan-version", STAFF, ("odelat", "utkast", "klar", "avslutad"), of_version),
    CasePage("plan-andra", STAFF, ("utkast",), of_version, lambda x: {"syfte": "Bo", "rev": x.version.grund_rev}),
    CasePage("plan-dela", STAFF, ("utkast",), of_version, lambda x: {"rev": x.version.rev}),
    CasePage(
        "plan-svara-for",
        STAFF,
        ("utkast",),
        of_version,
        lambda x: {
            "vem": "person",
            "svar": "haller_med",
            "hur": "mote",
            "delning": x.delning.pk,
            "sett": max(x.delning.svar.values_list("pk", flat=True)),
        },
    ),
    CasePage(
        "plan-faststall",
        STAFF,
        ("utkast",),
        of_version,
        lambda x: {
            "samrad_datum": IDAG,
            "samrad_hur": "mote",
            "samrad_med": "Alva",
            "nasta": IN_A_YEAR,
            "rev": x.version.rev,
        },
    ),
    *_plan_parts(),
    CasePage("pdf-bestall", STAFF, ("klar",), of_version, empty_body, get=405),
]
