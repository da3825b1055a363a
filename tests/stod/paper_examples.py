"""Plans to put on paper, made without a database: unsaved rows, and content in the shape of `lasning.plan.innehall`."""

from datetime import date
from typing import Any

from plans.models import IndividuellPlan, Namnd, Person, PlanVersion

FINAL_DAY = date(2027, 3, 16)


def version(**person: Any) -> PlanVersion:
    """A final version of Alva's plan, unsaved; `person` changes her data."""
    namnd = Namnd(kommun="Björkdala kommun", namn="Nämnden för funktionsstöd", telefon="010-555 01 20")
    alva = {
        "namnd": namnd,
        "arendenummer": "2026-0123",
        "personnummer": "199001012385",
        "fornamn": "Alva Maria",
        "efternamn": "Nyström Keita",
        "tilltalsnamn": "Alva",
        "motesonskemal": "Korta meningar och bilder. En sak i taget. Paus efter en halvtimme.",
        "kommunikation": "Alva använder en pratapp från maj.",
        "telefon": "070-174 06 35",
        "adress": "Hemliga gatan 4, 123 45 Björkdala",
        "epost": "alva@example.org",
    }
    plan = IndividuellPlan(person=Person(**alva | person))
    return PlanVersion(plan=plan, nummer=3, status="faststalld", faststalld=FINAL_DAY)


def empty(**over: Any) -> dict[str, Any]:
    """The content of a plan where hardly anything is filled in."""
    return {
        "nummer": 3,
        "status": "faststalld",
        "syfte": "",
        "nulage": "",
        "onskat_lage": "",
        "barnets_asikt": "",
        "barnets_basta": "",
        "ville_inte_skriva": False,
        "inga_andra": False,
        "samordnare": "",
        "kopia_till": "",
        "samrad_datum": None,
        "samrad_hur": "",
        "samrad_med": "",
        "nasta_omprovning": None,
        "faststalld": FINAL_DAY,
        "oforandrad": False,
        "ord": [],
        "mal": [],
        "rader": [],
        "loften": [],
        "andra": [],
        "delaktiga": [],
        "svar": [],
    } | over


def own_word(fraga: str, rubrik: str, text: str, **over: Any) -> dict[str, Any]:
    """An answer in the person's own words."""
    return {
        "slag": "mina_ord",
        "fraga": fraga,
        "rubrik": rubrik,
        "text": text,
        "skrivet_av": "Malin Sjöö, Café Lyktan",
        "skrivet": date(2027, 2, 9),
        "nedtecknat": True,
        "bekraftat": date(2027, 2, 10),
    } | over


def line(n: int, status: str, lagrum: int | None, namn: str, text: str, **over: Any) -> dict[str, Any]:
    """An insats in the plan."""
    return {
        "pk": n,
        "ordning": n,
        "spar": str(n),
        "status": status,
        "status_text": status.replace("o", "ö", 1) if status == "onskad" else status,
        "lagrum": lagrum,
        "namn": namn,
        "text": text,
        "nar": "",
        "ansvarig": "",
        "fran": None,
        "lovat_till": None,
        "latt_mening": "",
    } | over


def measure(n: int, text: str, ansvarig: str, **over: Any) -> dict[str, Any]:
    """A promise (löfte), or a measure by others (`slag="andra"`)."""
    return {
        "pk": n,
        "ordning": n,
        "spar": str(n),
        "slag": "lofte",
        "text": text,
        "ansvarig": ansvarig,
        "kontakt": "",
        "fran": None,
        "lovat_till": None,
        "latt_mening": "",
    } | over


def goal(n: int, text: str, **over: Any) -> dict[str, Any]:
    """A goal."""
    return {
        "pk": n,
        "ordning": n,
        "spar": str(n),
        "text": text,
        "latt_mening": "",
        "sikt": "kort",
        "sikt_text": "inom ett år",
        "delmal": "",
        "livsomrade": "",
        "livsomrade_text": "",
    } | over


def rich() -> dict[str, Any]:
    """Alva's plan, with every part filled in."""
    ingrid, godman = "Ingrid Sandelin, Björkdala kommun", "Birgitta Åkerlund, god man"
    return empty(
        syfte="Alva ska kunna flytta till en egen lägenhet när hon vill det, och ha en vardag med musik.",
        nulage="Alva bor hos sin mamma. Hon är på Café Lyktan tre dagar i veckan.",
        onskat_lage="En egen lägenhet nära bussen. Någon i närheten när hon lagar mat.",
        samordnare="Ingrid Sandelin",
        kopia_till="Café Lyktan. Alva har sagt ja.",
        samrad_datum=FINAL_DAY,
        samrad_hur="på ett möte",
        samrad_med="Alva, Birgitta Åkerlund och Aminata Keita",
        nasta_omprovning=date(2028, 3, 16),
        ord=[
            own_word(
                "vill",
                "Hur vill du ha det?",
                "Jag vill bo i en egen lägenhet nära bussen. Jag vill laga mat själv, men någon ska vara i närheten.",
            ),
            own_word(
                "viktigt",
                "Vad är viktigt för dig?",
                "Musik är det bästa jag vet. Jag vill sjunga med andra. "
                "Jag blir trött av mycket ljud på morgonen.\n\nFråga mig först, inte mamma.",
            ),
            own_word(
                "",
                "Så ser jag det",
                "Alva klarar mer än många tror. Hon behöver tid på sig att svara. Jag vill "
                "att vi planerar flytten i små steg.",
                slag="sa_ser_jag_det",
                skrivet_av=godman,
                skrivet=date(2027, 3, 2),
                nedtecknat=False,
                bekraftat=None,
            ),
        ],
        mal=[
            goal(
                1,
                "Jag vill bo i egen lägenhet.",
                latt_mening="Jag vill ha en egen lägenhet.",
                sikt_text="längre fram",
                delmal="laga middag själv en gång i veckan.",
                livsomrade_text="Hemliv",
            ),
            goal(2, "Jag vill sjunga med andra.", delmal="börja i kören i mars."),
            goal(3, "Jag vill kunna säga vad jag tycker på möten."),
        ],
        rader=[
            line(1, "beslutad", 10, "Daglig verksamhet", "Café Lyktan, 3 dagar i veckan", fran=date(2025, 9, 1)),
            line(
                2,
                "beslutad",
                4,
                "Kontaktperson",
                "Någon som gillar musik",
                nar="Har inte börjat än",
                ansvarig=ingrid,
                lovat_till=date(2027, 4, 1),
                latt_mening="Du får en kontaktperson som gillar musik.",
            ),
            line(3, "beslutad", 3, "Ledsagarservice", "12 timmar i månaden", fran=date(2026, 1, 15)),
            line(
                4,
                "planerad",
                9,
                "Bostad med särskild service för vuxna",
                "Egen lägenhet nära bussen",
                nar="Hösten 2028",
            ),
            line(5, "onskad", 3, "Ledsagarservice", "Mer ledsagning på kvällar och helger, till konserter och fotboll"),
        ],
        loften=[
            measure(
                1,
                "Alva provar på kören Alla kan sjunga",
                godman,
                lovat_till=date(2027, 3, 17),
                latt_mening="Du ska prova att sjunga i kör.",
            ),
            measure(
                2,
                "Alva och Ingrid tittar på två lägenheter",
                ingrid,
                lovat_till=date(2027, 9, 30),
                latt_mening="Du ska titta på två lägenheter med Ingrid.",
            ),
            measure(3, "Alva lagar middag hemma en gång i veckan", "Aminata Keita, mamma", fran=date(2027, 4, 1)),
        ],
        andra=[
            measure(
                4,
                "Provar ut en pratapp till surfplattan",
                "Habiliteringen, Region Mälarbygden",
                slag="andra",
                kontakt="Per Oskarsson, arbetsterapeut",
                lovat_till=date(2027, 5, 1),
            ),
            measure(5, "Prova-på-dag på musiklinjen", "Björkdala folkhögskola", slag="andra", kontakt="Therese Wallin"),
        ],
        delaktiga=[
            {"pk": 1, "spar": "1", "namn": "Alva Maria Nyström Keita", "som": "", "ledde": True, "skrev": False},
            {"pk": 2, "spar": "2", "namn": "Birgitta Åkerlund", "som": "god man", "ledde": False, "skrev": False},
            {"pk": 3, "spar": "3", "namn": "Malin Sjöö", "som": "Café Lyktan", "ledde": False, "skrev": False},
            {"pk": 4, "spar": "4", "namn": "Ingrid Sandelin", "som": "handläggare", "ledde": False, "skrev": True},
        ],
        svar=[
            {
                "namn": "Alva Maria Nyström Keita",
                "som": "personen",
                "svar": "haller_med",
                "svar_text": "håller med",
                "text": "",
                "svarade": FINAL_DAY,
                "hur": "på ett möte",
            },
            {
                "namn": "Birgitta Åkerlund",
                "som": "god man",
                "svar": "haller_inte_med",
                "svar_text": "håller inte med",
                "text": "Alva behöver mer ledsagning på helger nu, inte senare.",
                "svarade": FINAL_DAY,
                "hur": "i portalen",
            },
        ],
    )


def long(antal: int) -> dict[str, Any]:
    """The rich plan with `antal` rows in its table of insatser, for the measurements of benchmarks/pdf.py."""
    return rich() | {
        "rader": [
            line(
                n,
                "planerad",
                n % 10 + 1,
                "Korttidsvistelse utanför det egna hemmet",
                f"Det här gör vi, rad {n}",
                nar="Hösten 2028",
                ansvarig="Ingrid Sandelin, Björkdala kommun",
            )
            for n in range(antal)
        ]
    }


def overfull() -> dict[str, Any]:
    """300 rows, 10 000 characters, an endless word, emoji, Arabic, control characters and a lone surrogate."""
    allt = "Zażółć gęślą jaźń 👩‍👩‍👧🎉 مرحبا بالعالم \u202eomvänt\u202c Привет ŋ ŧ 日本 \x00\x07\ufffe\ud800 e\u0301"
    lang = "Jag vill bo nära bussen. " * 400
    full = long(300)
    full["ord"] = [own_word("om_mig", "Vem är du?", lang), own_word("nu", "Hur är det nu?", allt)]
    full |= {"syfte": lang, "nulage": "ä" * 10_000, "samordnare": "X" * 200, "kopia_till": allt}
    full["mal"] = [goal(n, f"{allt} {n}") for n in range(40)]
    full["svar"][1]["text"] = lang
    return full
