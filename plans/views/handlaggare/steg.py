"""The words and the button of each kind of thing to do: the same in the list and on the person's page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from plans.lasning.att_gora import Sak
from plans.models import Begaran, Erbjudande, Foretradarskap, Installning, Kanal, Person
from plans.regler.insatser import NIO_PARAGRAFEN
from plans.regler.namn import genitiv
from plans.templatetags.dates import datum_kort
from plans.templatetags.words import antal_ord


@dataclass(frozen=True)
class Steg:
    """What is wanted, why, and one button in a verb. `post` when the button does it at once."""

    vad: str
    skal: str
    knapp: str
    url: str
    post: bool = False


@dataclass(frozen=True)
class Rad:
    """One line of the list."""

    sak: Sak
    steg: Steg
    grupp: str
    huvudknapp: str

    @property
    def person(self) -> Person:
        """Whom it is about."""
        return self.sak.person


def kallas(person: Person) -> str:
    """What the person is called in a sentence; never the name of a protected person."""
    return f"ärende {person.arendenummer}" if person.skyddad else person.tilltalsnamn


STOR = {
    "lamna": "Erbjud {namn} en plan",
    "svar": "Skriv {namns} svar",
    "fraga_igen": "Fråga {namn} igen",
    "borja": "Börja {namns} plan",
    "begaran": "Läs {namns} begäran",
    "utkast": "Öppna {namns} utkast",
    "genomgang": "Gå igenom {namns} plan",
    "lofte": "Följ upp löftet till {namn}",
}


def _stor(sak: Sak, knapp: str) -> str:
    """The button's words where it stands alone: with the name, but never a protected one."""
    if sak.person.skyddad or sak.slag not in STOR:
        return knapp
    name = sak.person.tilltalsnamn
    return STOR[sak.slag].format(namn=name, namns=genitiv(name))


def _insats(sak: Sak) -> str:
    name = NIO_PARAGRAFEN[sak.tal].namn
    return name[0].lower() + name[1:]


def _lamna(sak: Sak, today: date) -> Steg:
    url = reverse("erbjudande-lamna", args=[sak.objekt])
    skal = f"Fick {_insats(sak)} {datum_kort(sak.grund, today)}" if sak.tal and sak.grund else ""
    return Steg("Erbjud en plan", skal, "Erbjud plan", url)


def _svar(sak: Sak, today: date) -> Steg:
    url = reverse("erbjudande-svara", args=[sak.objekt])
    return Steg("Ta reda på svaret på erbjudandet", f"Lämnat {datum_kort(sak.grund, today)}", "Skriv svaret", url)


def _fraga_igen(sak: Sak, today: date) -> Steg:
    url = reverse("erbjudande-fraga-igen", args=[sak.objekt])
    said = "Sa nej" if sak.lage == Erbjudande.Svar.NEJ else "Ville vänta"
    return Steg("Fråga om planen igen", f"{said} {datum_kort(sak.grund, today)}", "Fråga igen", url, post=True)


def _nej(sak: Sak) -> str:
    """What to say when the person does not want what a företrädare asks for; the request is tried all the same."""
    return ". Personen säger nej. Prata med personen först" if sak.text == Installning.NEJ else ""


def _borja(sak: Sak, today: date) -> Steg:
    day = datum_kort(sak.grund, today)
    skal = f"Svarade ja {day}" if sak.lage == "ja" else f"Begäran kom in {day}{_nej(sak)}"
    url = reverse("plan-borja", args=[sak.person.pk])
    return Steg("Boka första mötet och börja planen", skal, "Börja planen", url, post=True)


def _begaran(sak: Sak, today: date) -> Steg:
    vad = f"Svara på begäran om {Begaran.Slag(sak.lage).label}"
    url = f"{reverse('person', args=[sak.person.pk])}#begaranden"
    return Steg(vad, f"Kom in {datum_kort(sak.grund, today)}{_nej(sak)}", "Läs begäran", url)


def _utkast(sak: Sak, today: date) -> Steg:
    url = reverse("plan", args=[sak.objekt])
    if sak.lage == "utkast":
        return Steg("Gör utkastet färdigt och dela det", "Utkastet är inte delat än", "Öppna utkastet", url)
    if not sak.tal:
        return Steg("Ta reda på svaret på utkastet", "Utkastet är delat. Ingen har svarat än", "Öppna utkastet", url)
    skal = f"Utkastet är delat. {antal_ord(sak.tal, 'har svarat,har svarat').capitalize()}"
    return Steg("Läs svaren och gör klar planen", skal, "Läs svaren", url)


def _genomgang(sak: Sak, today: date) -> Steg:
    skal = f"Planen blev klar {datum_kort(sak.grund, today)}" if sak.grund else ""
    return Steg("Gå igenom planen", skal, "Börja genomgången", reverse("plan-omprova", args=[sak.objekt]), post=True)


def _lofte(sak: Sak, today: date) -> Steg:
    skal = f"{sak.vem} lovade det" if sak.vem else ""
    url = reverse("plan-folj-upp", args=[sak.objekt, sak.lage])
    return Steg(f"Följ upp: {sak.text}", skal, "Skriv hur det gick", url)


def _verkstall(sak: Sak, today: date) -> Steg:
    late = sak.frist < today
    skal = "Ska rapporteras till IVO" if late else "Efter 3 månader rapporterar vi till IVO"
    return Steg(f"Skriv när {_insats(sak)} börjar", skal, "Skriv när", reverse("insats-andra", args=[sak.objekt]))


def _ge(sak: Sak, today: date) -> Steg:
    to = "" if sak.person.skyddad else f" till {sak.vem or sak.person.tilltalsnamn}"
    skal = "Inget skickas automatiskt" if sak.person.skyddad else f"Nås med {Kanal(sak.lage).label}"
    url = f"{reverse('person', args=[sak.person.pk])}#att-ge"
    return Steg(f"Ge påminnelsen om genomgången{to}", skal, "Öppna ärendet", url)


def _kontrollera(sak: Sak, today: date) -> Steg:
    who = "en företrädare" if sak.person.skyddad else f"{sak.text}, {Foretradarskap.Typ(sak.lage).label}"
    skal = f"Registrerat av {sak.vem} {datum_kort(sak.grund, today)}. Du är det andra ögonparet"
    return Steg(f"Kontrollera {who}", skal, "Kontrollera", reverse("foretradare-kontrollera", args=[sak.objekt]))


def _igen(sak: Sak, today: date) -> Steg:
    who = "en företrädare" if sak.person.skyddad else f"{sak.vem}, {Foretradarskap.Typ(sak.lage).label},"
    url = reverse("foretradare-andra", args=[sak.objekt])
    return Steg(f"Kontrollera att {who} fortfarande företräder", "Rätten gäller så länge", "Kontrollera igen", url)


def _formaga(sak: Sak, today: date) -> Steg:
    url = reverse("bedomning-gor", args=[sak.person.pk, sak.slag])
    skal = "15 år: egen rätt, och vad vårdnadshavarna får se. Inget ändras av sig självt"
    return Steg("Bedöm förmåga", skal, "Bedöm förmåga", url)


def _foretrada(sak: Sak, today: date) -> Steg:
    url = reverse("bedomning-gor", args=[sak.person.pk, sak.slag])
    return Steg("Vem ska företräda efter 18?", "Vårdnadshavarnas rätt slutar då", "Skriv hur det blir", url)


_STEG: dict[str, Callable[[Sak, date], Steg]] = {
    "lamna": _lamna,
    "svar": _svar,
    "fraga_igen": _fraga_igen,
    "borja": _borja,
    "begaran": _begaran,
    "utkast": _utkast,
    "genomgang": _genomgang,
    "lofte": _lofte,
    "verkstall": _verkstall,
    "ge": _ge,
    "kontrollera": _kontrollera,
    "igen": _igen,
    "formaga": _formaga,
    "foretrada": _foretrada,
}


def rad(sak: Sak, today: date) -> Rad:
    """The line for one thing to do."""
    steg = _STEG[sak.slag](sak, today)
    return Rad(sak, steg, sak.grupp(today), _stor(sak, steg.knapp))
