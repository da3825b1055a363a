"""The log in plain Swedish: what each event is called when somebody reads who has looked."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from plans.models import Handelse, Person, User

LASES = 300  # how many of the latest rows are looked through
VISAS = 10

I_ORD = {
    "admin.andra": "skickade ett formulär i administrationen",
    "admin.oppna": "försökte öppna administrationen",
    "admin.oppnad": "öppnade en sida i administrationen",
    "admin.sok": "sökte i administrationen",
    "att_gora.oppnad": "såg ärendet i Att göra",
    "bedomning.gor": "skrev en bedömning",
    "begaran.besvara": "besvarade en begäran",
    "begaran.oppnad": "öppnade en begäran",
    "begaran.ta_emot": "tog emot en begäran",
    "demo.import": "läste in från före portalen",
    "egetord.oppnad": "läste egna ord",
    "erbjudande.fraga_igen": "frågade om planen igen",
    "erbjudande.lamna": "lämnade erbjudandet om en plan",
    "erbjudande.oppnad": "öppnade erbjudandet",
    "erbjudande.svara": "skrev svaret på erbjudandet",
    "foretradare.andra": "ändrade en företrädare",
    "foretradare.kontrollera": "kontrollerade en företrädare",
    "foretradare.oppna": "öppnade för en företrädare efter bedömning",
    "foretradare.registrera": "registrerade en företrädare",
    "foretradare.stang": "stängde en företrädare",
    "foretradarskap.oppnad": "öppnade en företrädare",
    "inloggning.avvisad": "släpptes inte in med e-legitimation",
    "inloggning.eleg": "loggade in med e-legitimation",
    "inloggning.oppna_for_eleg": "öppnade en inloggning för e-legitimation",
    "inbjudan.anvand": "gjorde en nyckel med en kod",
    "inbjudan.aterkalla": "återkallade en kod för inloggning",
    "inbjudan.oppnad": "såg om en kod för inloggning är använd",
    "inbjudan.skapa": "lämnade ut en kod för inloggning",
    "inloggning.aterkalla_nyckel": "tog tillbaka en nyckel",
    "inloggning.oppnad": "öppnade sidan för att lämna ut en inloggning",
    "inloggning.skapa": "lämnade ut en inloggning",
    "insats.andra": "ändrade en insats",
    "insats.bevilja": "registrerade ett beslut",
    "insats.oppnad": "öppnade en insats",
    "nyckel.byt": "krypterade om personnumret med en ny nyckel",
    "kontroll.lista": "såg ärendet i listan att kontrollera",
    "ord.bekrafta": "noterade att egna ord stämmer",
    "ord.oppnad": "läste egna ord",
    "ord.skriv": "skrev egna ord",
    "ord.ta_bort": "tog bort egna ord",
    "pdf.bestall": "beställde en pdf",
    "pdf.hamta": "hämtade planens pdf",
    "pdf.hamtad": "hämtade planens pdf",
    "pdf.rendera": "gjorde planens pdf",
    "pdf.status": "väntade på planens pdf",
    "person.andra": "ändrade uppgifter om personen",
    "person.handlagg": "öppnade personens sida",
    "person.las": "öppnade personens sida",
    "person.lista": "såg personen i en lista",
    "person.oppnad": "öppnade personens sida",
    "person.registrera": "registrerade personen",
    "person.sok": "hittade personen i en sökning",
    "plan.andra": "ändrade i planen",
    "plan.avsluta": "avslutade planen",
    "plan.borja": "började planen",
    "plan.dela": "delade utkastet",
    "plan.faststall": "gjorde klar planen",
    "plan.folj_upp": "följde upp ett löfte eller mål",
    "plan.las": "läste planen",
    "plan.omprova": "började den årliga genomgången",
    "plan.oppnad": "läste planen",
    "plan.svara": "svarade på utkastet",
    "plan.ta_bort_del": "tog bort en del ur utkastet",
    "plan.utkast": "läste utkastet",
    "utskick.ge": "gav ett meddelande",
    "utskick.planera": "planerade en påminnelse",
    "utskick.skicka": "skickade en påminnelse",
}


def i_ord(row: Handelse) -> str:
    """What was done, in words; refused when it was."""
    words = I_ORD.get(row.handelse, row.handelse)
    return f"nekades: {words}" if row.nekad else words


@dataclass
class Loggrad:
    """What somebody did on one day, once or many times; `at` is the latest."""

    at: datetime
    vem: str
    som: str
    vad: str
    varfor: str
    antal: int = 1


def senaste(person: Person) -> list[Loggrad]:
    """The latest of the log about a person, newest first; the same thing by the same on the same day is one line."""
    rows = Handelse.objects.filter(person_ids__contains=[person.pk]).select_related("user", "uppdrag__enhet")
    lines: dict[tuple, Loggrad] = {}
    for row in rows.order_by("-pk")[:LASES]:
        key = (timezone.localdate(row.at), row.user_id, row.uppdrag_id, row.handelse, row.nekad, row.varfor)
        if key in lines:
            lines[key].antal += 1
            continue
        som = f"{row.uppdrag.get_roll_display()}, {row.uppdrag.enhet.namn}" if row.uppdrag else ""
        lines[key] = Loggrad(row.at, row.user.namn if row.user else "Systemet", som, i_ord(row), row.varfor)
    return list(lines.values())[:VISAS]


def andrad(person: Person, obj: Model) -> tuple[User | None, datetime | None]:
    """Who changed a person's row last, and when, as the log has it."""
    about = Handelse.objects.filter(person_ids__contains=[person.pk], nekad=False)
    rows = about.filter(objekt=obj._meta.model_name, objekt_id=obj.pk)
    row = rows.exclude(handelse__endswith="oppnad").select_related("user").order_by("-pk").first()
    return (row.user, row.at) if row else (None, None)
