"""Pages that need no login, and the redirect from `/` to each user's first page."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plans import tasks
from plans.access import oppen
from plans.logg import sigill
from plans.models import PlanPdf, Puls, Utskick

FORSTA_SIDA = {
    "handlaggare": "att-gora",
    "chef": "laget",
    "granskare": "loggranskning",
    "registrator": "foretradare-importera",
    "enskild": "min-plan",
    "enskild_foretradare": "min-plan",
    "foretradare": "mina-personer",
    "admin": "admin:index",
}
PULS_SEKUNDER = 70  # a little more than three missed pulses
SIGILL_SEKUNDER = 900  # the log is sealed each minute; a long transaction may hold it back for a while


@oppen
def hem(request: HttpRequest) -> HttpResponse:
    """Send users to the first page of their own room, and everyone else to the public page."""
    return redirect(FORSTA_SIDA.get(request.roll, "vad-ar"))


def _page(template: str) -> Callable[[HttpRequest], HttpResponse]:
    @oppen
    def page(request: HttpRequest) -> HttpResponse:
        return render(request, f"public/{template}.html")

    return page


vad_ar, om, tillganglighet, dina_uppgifter = map(_page, ("vad_ar", "om", "tillganglighet", "dina_uppgifter"))


@oppen
def halsa(request: HttpRequest) -> JsonResponse:
    """The portal's health as JSON: 200 if all is well, otherwise 503. Ages are in seconds; nothing is about persons."""
    state: dict[str, Any] = {"databas": False, "klocka": tasks.broker_answers()}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        state |= {"databas": True, **_ages()}
        state["uppgivna"] = sum(m.objects.filter(status="fel").count() for m in (PlanPdf, Utskick))
    except DatabaseError:
        state["databas"] = False
    ok = _is_well(state)
    return JsonResponse({"ok": ok, **state}, status=200 if ok else 503)


def _ages() -> dict[str, float | None]:
    """The age of each pulse, and of the oldest PDF, message and unsealed log row that still waits."""
    pulses = dict(Puls.objects.values_list("namn", "at"))
    return {
        "worker_sekunder": _age(pulses.get("worker")),
        "beat_sekunder": _age(pulses.get("beat")),
        "aldsta_vantande_pdf_sekunder": _age(_oldest_waiting(PlanPdf)),
        "aldsta_vantande_utskick_sekunder": _age(_oldest_waiting(Utskick)),
        "aldsta_oforseglade_sekunder": _age(sigill.oldest_unsealed()),
    }


def _oldest_waiting(model: type[PlanPdf | Utskick]) -> datetime | None:
    return model.objects.filter(status__in=("vantar", "arbetar")).aggregate(at=Min("created_at"))["at"]


def _age(at: datetime | None) -> float | None:
    return round((timezone.now() - at).total_seconds(), 1) if at else None


def _is_well(state: dict[str, Any]) -> bool:
    """Whether the database and the queue answer, both pulses beat, and the log is sealed."""
    ages = [state.get(name) for name in ("worker_sekunder", "beat_sekunder")]
    beating = all(age is not None and age < PULS_SEKUNDER for age in ages)  # an age of 0.0 is fine: the pulse just came
    sealed = (state.get("aldsta_oforseglade_sekunder") or 0) < SIGILL_SEKUNDER
    return bool(state["databas"] and state["klocka"] and beating and sealed)


def demo_mejl(request: HttpRequest) -> HttpResponse:
    """In the demo only: the mail that has been sent, newest first."""
    if not settings.DEMO:
        raise Http404
    folder = settings.DATA_DIR / "mejl"
    files = sorted(folder.glob("*.log"), key=lambda f: f.stat().st_mtime, reverse=True)[:50] if folder.is_dir() else []
    mail = [f.read_text(encoding="utf-8", errors="replace") for f in files]
    return render(request, "public/demo_mejl.html", {"mejl": mail})
