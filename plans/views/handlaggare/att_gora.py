"""*Att göra*: the handläggare's first page."""

from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plans import access
from plans.forms.att_gora import Filter
from plans.forms.person import SokPerson
from plans.lasning import att_gora as lasning
from plans.logg import audit
from plans.regler.kalender import VECKODAGAR
from plans.templatetags.dates import datum_kort
from plans.templatetags.words import antal_ord
from plans.views.handlaggare.steg import Rad, kallas, rad

PER_GRUPP = 25
GRUPPER = {
    "forsenat": ("Försenat", "sen", "triangel"),
    "veckan": ("Den här veckan", "snart", "klocka"),
    "kommande": ("Kommande", "ok", "bock"),
    "ko": ("Införandekö", "tyst", "lista"),
}
TOMT = {
    "forsenat": "Inget är försenat.",
    "veckan": "Inget ska vara klart den här veckan.",
    "kommande": "Inget väntar längre fram.",
    "ko": "Införandekön är tom. Alla har fått ett erbjudande.",
}


def att_gora(request: HttpRequest) -> HttpResponse:
    """The list, most urgent first, whole or one group or kind of it."""
    today = request.actor.today
    access.require(request.actor, "person.lista", request.namnd)
    saker = lasning.saker(access.egna_arenden(request.actor).select_related("namnd"), today)
    checks = access.kontrollerbara(request.actor).vantar_pa_kontroll(today)
    saker = lasning.i_ordning([*saker, *lasning.kontroller(checks, today)], today)
    form = Filter(request.GET)
    val = form.cleaned_data if form.is_valid() else {}
    rader = [rad(s, today) for s in saker if _passar(s, val)]
    grupper = _grupper(rader, val.get("visa", ""), request.GET.get("sida"))
    audit.record("att_gora.oppnad", by=request.actor, about={r.sak.person.pk for g in grupper for r in g["rader"]})
    forst = rad(saker[0], today) if saker else None
    context = {
        "form": form,
        "sok": SokPerson(today=today),
        "grupper": grupper,
        "raknare": _raknare(saker, val, today),
        "forst": forst,
        "mening": _mening(saker, forst, today),
        "idag": today,
        "val": val,
        "fraga": _fraga(val),
    }
    return render(request, "handlaggare/att_gora.html", context)


def _passar(sak: lasning.Sak, val: dict[str, Any]) -> bool:
    kind, last = val.get("slag"), val.get("till")
    return (not kind or sak.slag == kind) and (not last or sak.frist <= last)


def _fraga(val: dict[str, Any], **andra: str) -> str:
    """The filter as the rest of an address, ending in & so that more may follow."""
    given = {k: str(v) for k, v in {**val, **andra}.items() if v}
    return urlencode(given) + "&" if given else ""


def _grupper(rader: list[Rad], visa: str, sida: str | None) -> list[dict[str, Any]]:
    """Each group with its first lines; the one asked for is paged to its end."""
    out = []
    for key, (rubrik, klass, ikon) in GRUPPER.items():
        mine = [r for r in rader if r.grupp == key]
        if (visa and visa != key) or (not visa and not mine and key != "forsenat"):
            continue
        page = Paginator(mine, PER_GRUPP).get_page(sida if visa else 1)
        out.append(
            {
                "nyckel": key,
                "rubrik": rubrik,
                "klass": klass,
                "ikon": ikon,
                "antal": len(mine),
                "sida": page if visa else None,
                "rader": list(page),
                "tomt": TOMT[key],
            }
        )
    return out


def _raknare(saker: list[lasning.Sak], val: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """The counts, of all that waits; each is a filter, and pressed again it shows everything."""
    counts = Counter(s.grupp(today) for s in saker if _passar(s, val))
    return [
        {
            "antal": counts[key],
            "ord": rubrik,
            "klass": klass,
            "ikon": ikon,
            "aktuell": val.get("visa") == key,
            "url": "?" + _fraga(val, visa="" if val.get("visa") == key else key).rstrip("&"),
        }
        for key, (rubrik, klass, ikon) in GRUPPER.items()
    ]


def _mening(saker: list[lasning.Sak], forst: Rad | None, today: date) -> str:
    """Where the day stands and what to begin with."""
    late = sum(s.grupp(today) == "forsenat" for s in saker)
    day = f"{VECKODAGAR[today.weekday()].capitalize()} {datum_kort(today)}."
    if forst is None:
        return f"{day} Inget är försenat. Du har inget att göra här just nu."
    if late:
        state = f"{antal_ord(late, 'sak är försenad,saker är försenade').capitalize()}."
    else:
        state = "Inget är försenat."
    return f"{day} {state} Börja med {kallas(forst.person)}."
