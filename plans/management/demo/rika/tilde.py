"""Tilde loves trains and time-tables. She writes herself. A final plan, and the yearly review's shared draft."""

# ruff: noqa: E501

from plans.management.demo.inloggningar import GOD_MAN, HANDLAGGARE
from plans.management.demo.manus import Beslut, Foretrader, Mal, Manus, Med, Ord, Rad, Sak, Svar, Utfall, Version
from plans.management.demo.tabell import KVINNA

NAMN = "Tilde Rosenvik"

FORSTA = Version(
    borjad=-352,
    grund={
        "syfte": "Tilde vill ha mer att säga till om i sin vardag. Planen samlar det som är bestämt, det som Tilde hoppas "
        "på och vem som gör vad.",
        "nulage": "Tilde bor hemma hos sin pappa. Hon åker taxi till biblioteket fyra dagar i veckan. Hon har åkt tåg "
        "ensam en gång, på prov.",
        "onskat_lage": "Tilde åker själv till arbetet och till sin kusin. Hon bor i en egen lägenhet, inte för långt "
        "från stationen.",
        "kopia_till": "Mediegruppen på biblioteket. Tilde har sagt ja.",
    },
    ord=(
        Ord("om_mig", "Jag heter Tilde. Jag kan alla stationer mellan Lindhaga och kusten i rätt ordning. Jag har autism. "
            "Jag hör allt på en gång, och då tar orden slut. Det betyder inte att jag inte har något att säga.", -360),
        Ord("viktigt", "Att få veta i förväg. Om något ändras vill jag veta det dagen innan. Att ingen säger att jag är "
            "duktig när jag bara åker tåg.", -360),
        Ord("drommar", "Jag vill åka nattåg till Narvik med min kusin Vera. Jag vill arbeta på en station, på riktigt.",
            -358),
        Ord("nu", "Taxin kommer olika tider. Då blir hela dagen fel. På biblioteket är det bra, men jag sätter mest "
            "böcker på hyllan.", -358),
        Ord("vill", "Jag vill åka buss och tåg själv. Någon kan öva med mig först. Sedan behövs ingen.", -358),
    ),
    mal=(
        Mal("Jag vill åka buss till biblioteket själv", "Du åker buss till biblioteket själv.",
            "Öva tio gånger med ledsagare, sedan själv med telefonen på.", "kort", "forflyttning", "buss"),
        Mal("Jag vill ha ett arbete där tåg finns", "Du vill arbeta där tåg finns.",
            "Ett studiebesök på stationen och ett på banverkstaden.", "lang", "arbete", "tagarbete"),
        Mal("Jag vill hälsa på Vera själv", "Du åker och hälsar på Vera.", "En resa tur och retur på en dag.", "kort",
            "relationer", "vera"),
    ),
    rader=(
        Rad("planerad", "Egen lägenhet med stöd, nära stationen", "Du ska få en egen lägenhet.", 9, "Om två till tre år",
            HANDLAGGARE, nyckel="lagenhet"),
        Rad("onskad", "Ledsagare på en tågresa till Narvik, fyra dygn", "Du vill åka nattåg till Narvik.", 3,
            nyckel="narvik"),
    ),
    saker=(
        Sak("lofte", "Övar bussresan med Tilde tio gånger", "Du och ledsagaren övar på bussen.", "Ledsagargruppen", -250,
            nyckel="ova"),
        Sak("lofte", "Ber om fast tid för taxin tills bussen fungerar", "Taxin ska komma i tid.", HANDLAGGARE, -320,
            nyckel="taxi"),
        Sak("lofte", "Frågar stationen om ett studiebesök", "Du ska få besöka stationen.", f"{GOD_MAN}, god man", -200,
            nyckel="studie"),
        Sak("andra", "Provar ut hörselskydd som stänger ute buller", "Du får prova nya hörselskydd.",
            "Habiliteringen, Region Mälarbygden", -210, kontakt="Arbetsterapeuten på vuxenhabiliteringen",
            nyckel="horselskydd"),
        Sak("andra", "Betalar aktivitetsersättning", "Du får pengar från Försäkringskassan.", "Försäkringskassan",
            kontakt="Tildes handläggare där"),
    ),
    med=(
        Med(NAMN, "Bestämde ämnena. Ville ha paus var tjugonde minut.", ledde=True),
        Med(GOD_MAN, "God man"),
        Med("Anders Rosenvik", "Pappa. Tilde bjöd in honom."),
        Med("Moa Kallmyr", "Mediegruppen på biblioteket"),
        Med(HANDLAGGARE, "Handläggare och samordnare", skrev=True),
    ),
    delad=-345,
    svar=(
        Svar("personen", "haller_med", -333, "Det är rätt. Skriv Narvik med stort N.", "papper"),
        Svar("godman", "haller_med", -333),
    ),
    klar=-333,
    samrad_med="Tilde Rosenvik och Lars-Göran Tibblin, god man",
    nasta=28,
    sedan=(
        Utfall("taxi", "klart", -318),
        Utfall("ova", "klart", -246, "Nio gånger räckte. Den tionde ville Tilde åka själv."),
        Utfall("studie", "delvis", -190, "Stationen sa ja. Banverkstaden tar inte emot besök än."),
        Utfall("horselskydd", "blev_inte", -180, "Habiliteringen hade kö. Ny tid är lovad."),
        Utfall("buss", "klart", -150, "Tilde åker själv varje dag."),
    ),
)  # fmt: skip

ANDRA = Version(
    borjad=-12,
    grund={
        "nulage": "Tilde åker buss själv till biblioteket. Hon har varit på stationen i en vecka och delat ut tidtabeller. "
        "Hon bor hos sin pappa och har börjat laga frukost och tvätta själv.",
    },
    ord=(
        Ord("nu", "Jag åker buss 14 själv. Chauffören vet vem jag är men säger inget, och det är bra. På stationen fick "
            "jag en väst. Jag hade den hela veckan.", -16),
        Ord("vill", "Jag vill vara på stationen två dagar i veckan. Jag vill flytta när jag är klar med att öva, inte "
            "när andra tycker att det är dags.", -16),
    ),
    bort=("buss", "ova", "taxi"),
    andrat={
        "studie": {"text": "Frågar banverkstaden en gång till om ett besök", "latt_mening": "Du ska få se verkstaden.",
                   "lovat_till": 45},
        "horselskydd": {"lovat_till": 30},
        "tagarbete": {"text": "Jag vill vara på stationen två dagar i veckan", "latt_mening": "Du vill arbeta på stationen.",
                      "delmal": "Börja med en dag, och två när västen är min egen."},
    },
    mal=(
        Mal("Jag vill kunna sova i en egen lägenhet på prov", "Du provar att sova i en egen lägenhet.",
            "En helg i övningslägenheten.", "kort", "hemliv", "prova"),
    ),
    rader=(
        Rad("planerad", "Daglig verksamhet på stationen, två dagar i veckan", "Du får vara på stationen två dagar.", 10,
            "Till våren", "Mediegruppen"),
    ),
    saker=(
        Sak("lofte", "Ordnar en plats på stationen med fasta dagar", "Moa ordnar din plats på stationen.",
            "Moa Kallmyr, Mediegruppen", 60),
        Sak("lofte", "Bokar övningslägenheten en helg", "Helena bokar en lägenhet på prov.", HANDLAGGARE, 40),
        Sak("andra", "Kurs i att bo själv, en kväll i veckan", "Du kan gå en kurs i att bo själv.", "Ängshults folkhögskola",
            90, kontakt="Kursens lärare"),
    ),
    med=(
        Med(NAMN, "Ledde mötet med en egen lista på sju punkter.", ledde=True),
        Med(GOD_MAN, "God man"),
        Med("Moa Kallmyr", "Mediegruppen på biblioteket"),
        Med(HANDLAGGARE, "Handläggare och samordnare", skrev=True),
    ),
    delad=-4,
)  # fmt: skip

TILDE = Manus(
    nyckel="tilde",
    kon=KVINNA,
    alder=(22, 28),
    fornamn="Tilde",
    efternamn="Rosenvik",
    konto="enskild",
    kanal="mejl",
    kommunikation="Tilde talar när det är tyst och skriver när det är högljutt. Vänta på svaret. Hon använder "
    "telefonen för att skriva mitt i ett samtal.",
    motesonskemal="Lista med ämnen två dagar i förväg. Paus var tjugonde minut. Inga lysrör.",
    beslut={
        3: Beslut("16 timmar i månaden", "Ledsagargruppen", -700, -660, "En ledsagare följer med när du vill."),
        4: Beslut("Två träffar i månaden", "Kontaktpersonsgruppen", -520, -455, "Du träffar Jasmin två gånger i månaden."),
        10: Beslut("Fyra dagar i veckan", "Mediegruppen", -1600, -1570, "Du arbetar på biblioteket fyra dagar."),
    },
    foretradare=(
        Foretrader("godman", GOD_MAN, "god_man", -900, "Förordnande från överförmyndaren",
                   "Tilde kan mycket mer än hon hinner visa. Det mesta som har gått fel har handlat om att någon ändrat "
                   "utan att säga till. Jag står bakom hennes plan, också Narvik.", -340, installning="ja"),
    ),
    erbjod=-380,
    svarade=-372,
    versioner=(FORSTA, ANDRA),
)  # fmt: skip
