"""Plain plans: shorter than the hand-written ones, put together from a stock of goals, promises and measures by age."""

# ruff: noqa: E501

from dataclasses import dataclass

from plans.management.demo.inskrivning import Bosatt
from plans.management.demo.manus import Mal, Med, Ord, Rad, Sak, Svar, Utfall, Version
from plans.management.demo.plats import Plats
from plans.models import Foretradarskap
from plans.regler.frister import alder


@dataclass(frozen=True)
class Bit:
    """A goal with the promise that serves it, the wish behind it in own words, and perhaps an unmet wish."""

    ord: str
    mal: str
    latt: str
    omrade: str
    lofte: str
    lofte_latt: str
    onskad: tuple[int | None, str, str] | None = None


BARN = (
    Bit("Jag vill vara med de andra när de cyklar.", "Jag vill cykla", "Du ska få cykla.", "forflyttning",
        "Ansöker om en cykel med tre hjul", "Någon ansöker om en cykel åt dig."),
    Bit("Jag gillar vatten. Jag gillar inte när det är många i bassängen.", "Jag vill simma", "Du ska få simma.", "larande",
        "Bokar simhallen när den är tom", "Simhallen bokas när den är tom.",
        (3, "Ledsagare till simhallen på söndagar", "Du vill simma på söndagar.")),
    Bit("Jag vill sova hos mormor ibland.", "Jag vill sova hos mormor", "Du sover hos mormor ibland.", "relationer",
        "Visar mormor hur sonden fungerar", "Mormor får lära sig sonden."),
    Bit("Det är tråkigt när ingen förstår mina bilder.", "Jag vill ha samma bilder överallt", "Du har samma bilder överallt.",
        "kommunikation", "Skickar bilderna till korttidshemmet och skolan", "Alla får dina bilder."),
    Bit("På lovet vill jag till djuren.", "Jag vill till djuren på lovet", "Du ska få träffa djuren.", "samhalle",
        "Frågar gården om en plats på lovet", "Någon frågar gården."),
)  # fmt: skip
UNGA = (
    Bit("När jag slutar skolan vill jag inte bara sitta hemma.", "Jag vill veta vad som händer efter skolan",
        "Du får veta vad som händer sedan.", "arbete", "Ordnar tre studiebesök innan skolan slutar",
        "Du gör tre studiebesök."),
    Bit("Jag vill åka buss utan mamma.", "Jag vill åka buss själv", "Du åker buss själv.", "forflyttning",
        "Övar på bussen en gång i veckan", "Ni övar på bussen."),
    Bit("Jag vill ha kompisar som jag väljer själv.", "Jag vill träffa kompisar på fritiden", "Du träffar kompisar.",
        "relationer", "Följer med till fritidsgården de första gångerna", "Någon följer med till gården.",
        (4, "Kontaktperson i min egen ålder", "Du vill ha en ung kontaktperson.")),
    Bit("Jag vill bestämma mina kläder och min tid.", "Jag vill bestämma mer själv", "Du bestämmer mer själv.", "krav",
        "Gör ett veckoschema tillsammans", "Ni gör ett schema ihop."),
)  # fmt: skip
VUXNA = (
    Bit("Jag vill ha ett jobb med lön. Det räcker med några timmar.", "Jag vill ha ett arbete med lön", "Du vill ha ett jobb.",
        "arbete", "Bokar ett möte med Arbetsförmedlingen", "Ni möter Arbetsförmedlingen.",
        (None, "Lönebidrag, tio timmar i veckan", "Du vill ha lön.")),
    Bit("Jag är trött på att flytta möblerna för att komma fram.", "Jag vill komma fram hemma", "Du kommer fram hemma.",
        "hemliv", "Ansöker om anpassning av köket", "Köket ska passa dig."),
    Bit("Jag längtar efter min syster.", "Jag vill träffa min syster oftare", "Du träffar din syster oftare.", "relationer",
        "Ordnar resa till systern fyra gånger om året", "Du reser till din syster.",
        (3, "Ledsagare på tåg över en helg", "Du vill resa en helg.")),
    Bit("Musik på fredagar är det bästa. Högt.", "Jag vill spela i ett band", "Du spelar i ett band.", "samhalle",
        "Frågar Musikhuset om en plats i fredagsbandet", "Musikhuset får frågan."),
    Bit("Jag vill gå ner i vikt, men inte genom att någon tar min mat.", "Jag vill röra mig mer", "Du rör dig mer.", "vard",
        "Promenad efter lunch, måndag till torsdag", "Ni går ut efter lunch."),
    Bit("Jag vill veta vem som kommer på morgonen.", "Jag vill veta vem som kommer", "Du vet vem som kommer.", "trygghet",
        "Sätter upp bilder på dem som arbetar, dagen innan", "Bilder visar vem som kommer."),
    Bit("Jag vill lära mig pengar.", "Jag vill handla själv", "Du handlar själv.", "larande", "Övar i affären på torsdagar",
        "Ni övar i affären.", (3, "Ledsagare även på lördagar", "Du vill handla på lördagar.")),
    Bit("Jag vill läsa högt för någon.", "Jag vill gå en läscirkel", "Du går i en läscirkel.", "larande",
        "Anmäler till läscirkeln på biblioteket", "Någon anmäler dig."),
)  # fmt: skip
ALDRE = (
    Bit("Nu när jag har slutat arbeta blir dagarna långa.", "Jag vill ha något att göra på dagarna",
        "Du har något att göra på dagen.", "samhalle", "Följer med till träffpunkten två gånger", "Någon följer med dig.",
        (10, "Vara kvar på verksamheten en dag i veckan", "Du vill vara kvar en dag.")),
    Bit("Jag vill bo kvar. Jag vill dö här, men inte än.", "Jag vill bo kvar här", "Du bor kvar här.", "hemliv",
        "Skriver ned vad som behövs när kroppen blir äldre", "Ni skriver ned vad du behöver."),
    Bit("Jag ser dåligt men säger det inte.", "Jag vill se bättre", "Du ska få se bättre.", "vard",
        "Bokar tid hos optikern och följer med", "Någon följer med till optikern."),
    Bit("Jag vill till graven på hösten.", "Jag vill till mammas grav", "Du reser till graven.", "relationer",
        "Ordnar resan till graven", "Resan till graven ordnas."),
)  # fmt: skip
ANDRA_GOR = {
    "barn": (("Hjälpmedel för att gå och stå", "Du får hjälp att gå.", "Habiliteringen, Region Mälarbygden"),
             ("Egen assistent på lektionerna", "Någon hjälper dig i skolan.", "Anpassade grundskolan"),
             ("Betalar omvårdnadsbidrag", "Dina föräldrar får bidrag.", "Försäkringskassan")),
    "unga": (("Praktik en dag i veckan", "Du har praktik en dag.", "Anpassade gymnasieskolan"),
             ("Prövar aktivitetsersättning", "Försäkringskassan prövar dina pengar.", "Försäkringskassan"),
             ("Samtal om att bli vuxen", "Du pratar med kuratorn.", "Habiliteringen, Region Mälarbygden")),
    "vuxna": (("Prövar ut en ny rullstol", "Du får prova en rullstol.", "Habiliteringen, Region Mälarbygden"),
              ("Betalar aktivitets- eller sjukersättning", "Försäkringskassan betalar dina pengar.", "Försäkringskassan"),
              ("Hälsosamtal en gång om året", "Du träffar sjuksköterskan.", "Vårdcentralen"),
              ("Kurs i data, en dag i veckan", "Du går en datakurs.", "Ängshults folkhögskola")),
    "aldre": (("Hälsosamtal en gång om året", "Du träffar sjuksköterskan.", "Vårdcentralen"),
              ("Hörapparat, ny utprovning", "Du får en ny hörapparat.", "Hörcentralen"),
              ("Sång och kaffe på onsdagar", "Du sjunger på onsdagar.", "Församlingen")),
}  # fmt: skip
STOCK = {"barn": BARN, "unga": UNGA, "vuxna": VUXNA, "aldre": ALDRE}
OMRADE_SYFTE = {
    "barn": "{namn} ska ha det tryggt hemma, i skolan och på fritiden, och alla ska veta vem som gör vad.",
    "unga": "{namn} ska själv vara med och bestämma om tiden efter skolan.",
    "vuxna": "{namn} ska kunna leva som andra och bestämma i sin vardag.",
    "aldre": "{namn} ska ha en lugn ålderdom med egna val.",
}


def grupp(age: int) -> str:
    """Which stock fits the age."""
    return "barn" if age < 13 else "unga" if age < 21 else "vuxna" if age < 64 else "aldre"


def bitar(place: Plats, b: Bosatt, antal: int) -> list[Bit]:
    """Some pieces that fit the person's age."""
    return place.rng.sample(STOCK[grupp(alder(b.rad.fodd, place.today))], antal)


def egna_ord(place: Plats, b: Bosatt, day: int, pieces: list[Bit]) -> tuple[Ord, ...]:
    """A few of the five answers, written down by the handläggare as they were said."""
    fragor = ("viktigt", "drommar", "vill")
    confirmed = day + 3 if place.rng.random() < 0.7 else None
    return tuple(
        Ord(fraga, piece.ord, day, "handlaggare", confirmed) for fraga, piece in zip(fragor, pieces, strict=False)
    )


def version(
    place: Plats, b: Bosatt, borjad: int, *, delad: int | None = None, klar: int | None = None, nasta: int | None = None
) -> Version:
    """A plain plan that was begun that many days ago, and got as far as shared or final."""
    rng, group = place.rng, grupp(alder(b.rad.fodd, place.today))
    pieces = bitar(place, b, rng.choice((1, 2, 2, 3)))
    who = b.ansvarig.namn
    helpers = [i.utforare for i in b.insatser if i.utforare] or [who]
    goals = tuple(Mal(p.mal, p.latt, omrade=p.omrade, sikt=rng.choice(("kort", "kort", "lang"))) for p in pieces)
    begun_to_end = klar if klar is not None else 0
    promises = tuple(
        Sak(
            "lofte",
            p.lofte,
            p.lofte_latt,
            rng.choice([who, *helpers]),
            begun_to_end + rng.randint(30, 240),
            nyckel=f"l{n}",
        )
        for n, p in enumerate(pieces)
    )
    others = tuple(
        Sak("andra", text, latt, ansvarig, begun_to_end + rng.randint(40, 200))
        for text, latt, ansvarig in rng.sample(ANDRA_GOR[group], rng.choice((1, 1, 2)))
    )
    wishes = tuple(Rad("onskad", p.onskad[1], p.onskad[2], p.onskad[0]) for p in pieces if p.onskad)
    acting = [s for s in b.skap if s.galler(place.dag(borjad)) and s.galler(place.today)]
    own = b.rad.namn
    took_part = (
        Med(own, "", ledde=rng.random() < 0.5),
        *(Med(s.foretradare.namn, s.get_typ_display()) for s in acting),
        Med(who, "handläggare och samordnare", skrev=True),
    )
    late = tuple(
        _utfall(place, f"l{n}", s.lovat, p)
        for n, (s, p) in enumerate(zip(promises, pieces, strict=True))
        if s.lovat < -12
    )
    return Version(
        borjad=borjad,
        grund={"syfte": OMRADE_SYFTE[group].format(namn=b.rad.tilltalsnamn), "nulage": "", "onskat_lage": pieces[0].mal + "."},
        ord=egna_ord(place, b, borjad - 3, pieces),
        mal=goals,
        rader=wishes,
        saker=promises + others,
        med=took_part,
        delad=delad,
        svar=_svar(place, b, acting, delad) if delad is not None else (),
        klar=klar,
        samrad_hur=rng.choice(("mote", "mote", "hembesok", "telefon")),
        samrad_med=", ".join([own, *(s.foretradare.namn for s in acting)])[:300],
        nasta=nasta,
        sedan=late if klar is not None else (),
    )  # fmt: skip


def _svar(place: Plats, b: Bosatt, acting: list[Foretradarskap], shared: int) -> tuple[Svar, ...]:
    """The person's answer, and now and then a representative's that differs."""
    found = [Svar("personen", "haller_med", shared + 5, "", place.rng.choice(("mote", "telefon", "papper")))]
    for s in acting:
        disagrees = place.rng.random() < 0.12
        text = "Jag tycker att det behövs mer stöd på helgerna, och att det ska stå i planen." if disagrees else ""
        key = s.foretradare.konto.username.removeprefix(f"{place.namnd.kommunkod}-")
        found.append(Svar(key, "haller_inte_med" if disagrees else "haller_med", shared + 5, text, "telefon"))
    return tuple(found)


def _utfall(place: Plats, key: str, promised: int, piece: Bit) -> Utfall:
    """What came of a promise whose day has passed."""
    day = min(promised + place.rng.randint(0, 8), -1)
    outcome = place.rng.choices(("klart", "delvis", "blev_inte"), (6, 2, 2))[0]
    why = {"klart": "", "delvis": "Det är påbörjat men inte helt klart.",
           "blev_inte": "Den som skulle göra det har slutat. Någon annan tar över."}[outcome]  # fmt: skip
    return Utfall(key, outcome, day, why)
