"""Reijo has stopped asking for weekends, "det går ändå inte". The wish is written down all the same. A shared draft."""

# ruff: noqa: E501

from plans.management.demo.inloggningar import GOD_MAN, HANDLAGGARE
from plans.management.demo.manus import Beslut, Foretrader, Mal, Manus, Med, Ord, Rad, Sak, Svar, Version
from plans.management.demo.tabell import MAN

NAMN = "Reijo Lehtovuori"

UTKAST = Version(
    borjad=-24,
    grund={
        "syfte": "Reijo ska få veta vad som är möjligt och vad som inte är det, och varför. Det han vill ska stå här även "
        "när det inte går nu.",
        "nulage": "Reijo bor i egen lägenhet sedan nio år. Han är på Snickeriet Hyveln tre dagar i veckan. Han och "
        "kontaktpersonen Stig går på hockey ibland. På helgerna är han ensam.",
        "onskat_lage": "Reijo har något att göra minst en helg i månaden. Han dansar igen.",
    },
    ord=(
        Ord("om_mig", "Reijo. Snickare, kan man säga. Jag har gjort alla fågelholkar i parken. Pappa var från Kuopio, "
            "så jag svär på finska.", -30, "handlaggare", -24),
        Ord("viktigt", "Hockeyn. Att Stig kommer när han har sagt det. Att maten är varm.", -30, "handlaggare", -24),
        Ord("nu", "Vardagarna går bra. Lördag och söndag sitter jag och väntar på måndag. Skriv inte något om helger, det "
            "går ändå inte. Jag har frågat i tolv år.", -30, "handlaggare", -24),
        Ord("vill", "Om det gick: dansbanan i Granvika på lördagarna. Jag vill ha någon med mig dit och hem. Dansa kan "
            "jag själv.", -24, "handlaggare", -24),
    ),
    mal=(
        Mal("Jag vill dansa igen", "Du vill dansa igen.", "En kväll på dansbanan i vår.", "kort", "samhalle", "dansa"),
        Mal("Jag vill sälja mina fågelholkar själv", "Du säljer dina fågelholkar.", "Ett bord på höstmarknaden.", "kort",
            "arbete", "holkar"),
        Mal("Jag vill inte vara ensam varje helg", "Du vill ha sällskap på helgen.", "", "lang", "relationer", "helg"),
    ),
    rader=(
        Rad("onskad", "Ledsagare två lördagskvällar i månaden, till dansbanan", "Du vill ha sällskap till dansen.", 3,
            "Helger, hela året"),
        Rad("onskad", "Kontaktpersonen kommer även på söndagar", "Du vill träffa Stig på söndagar.", 4, "Söndagar"),
        Rad("planerad", "Fler träffar med kontaktpersonen", "Du kan få träffa Stig oftare.", 4, "Efter nyår",
            HANDLAGGARE, 60),
    ),
    saker=(
        Sak("lofte", "Ansöker om ledsagning tillsammans med Reijo", "Helena hjälper dig att ansöka.", HANDLAGGARE, 10),
        Sak("lofte", "Ringer dansbanan och frågar om ledsagare går in gratis", "Stig ringer dansbanan.",
            "Stig Forsgård, kontaktperson", 20),
        Sak("lofte", "Ordnar ett bord på marknaden", "Hyveln ordnar ett bord åt dig.", "Snickeriet Hyveln", 120),
        Sak("andra", "Ser över medicinen mot värk i knäna", "Doktorn tittar på dina knän.", "Vårdcentralen i Lindhaga",
            30, kontakt="Sjuksköterskan, måndagar"),
        Sak("andra", "Dans för alla, torsdagar", "Du kan dansa på torsdagar.", "Studieförbundet", 75),
    ),
    med=(
        Med(NAMN, "Ville sitta hemma vid köksbordet.", ledde=True),
        Med("Stig Forsgård", "Kontaktperson"),
        Med(HANDLAGGARE, "Handläggare och samordnare", skrev=True),
    ),
    delad=-9,
    svar=(Svar("personen", "prata", -6, "Står det verkligen om helgerna? Då vill jag höra det en gång till.", "telefon"),),
)  # fmt: skip

REIJO = Manus(
    nyckel="reijo",
    kon=MAN,
    alder=(42, 64),
    fornamn="Reijo",
    efternamn="Lehtovuori",
    kanal="telefon",
    kommunikation="Reijo talar svenska och lite finska. Han läser korta meningar. Ring hellre än att skriva.",
    motesonskemal="Hemma vid köksbordet, med kaffe. Högst en timme.",
    beslut={
        4: Beslut("Två träffar i månaden", "Kontaktpersonsgruppen", -1900, -1850, "Du träffar Stig två gånger i månaden."),
        10: Beslut("Tre dagar i veckan", "Snickeriet Hyveln", -3300, -3270, "Du arbetar på Hyveln tre dagar."),
    },
    foretradare=(
        Foretrader("godman", GOD_MAN, "god_man", -2100, "Förordnande från överförmyndaren"),
    ),
    erbjod=-55,
    svarade=-41,
    versioner=(UTKAST,),
)  # fmt: skip
