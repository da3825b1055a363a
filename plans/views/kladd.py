"""Text that is being written: saved by itself every few seconds, shown again on the same page to the same log-in.

The form carries two fields, `kladd-plats` (its address) and `kladd-vem` (whose page it is): a page that was opened by
one log-in never saves into another's that has come since in the same browser.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.http import require_POST

from plans import access, klocka
from plans.actions import kladdar
from plans.forms.bas import BaseForm
from plans.models import Kladd, User
from plans.regler.fel import Regelbrott
from plans.templatetags.dates import klockslag


def _owner_mark(user: User) -> str:
    """Whose page it is, in a word that says nothing to anybody else and is the same after a new log-in."""
    return salted_hmac("kladd", str(user.pk)).hexdigest()[:20]


def _place(request: HttpRequest) -> str:
    """The address of the form that was sent, or nothing when it is no page of ours."""
    plats = request.POST.get("kladd-plats", "")
    try:
        ours = len(plats) <= 300 and resolve(plats).func.__module__.startswith(("plans.views.", "plans.konto.views."))
    except Resolver404:
        ours = False
    return plats if ours else ""


def attach(request: HttpRequest, form: BaseForm, plats: str = "") -> None:
    """Let the page of a form with text save by itself; when it is opened, put back what was kept of mine."""
    if not form.has_text:
        return
    form.kladd = {"plats": plats or request.path, "vem": _owner_mark(request.user)}
    row = None if form.is_bound else access.mina_kladdar(request.actor).filter(plats=form.kladd["plats"]).first()
    if row and form.restore(row.data, row.base_rev):
        form.kladd["at"] = row.at


def _keep(request: HttpRequest) -> Kladd | None:
    """Keep what the form sent; None when it is not mine, not from a page of ours, or too long.

    Who has no right in any nämnd has no page to write on, and stores nothing.
    """
    plats, whose = _place(request), request.POST.get("kladd-vem", "")
    if request.namnd is None or not plats or not constant_time_compare(whose, _owner_mark(request.user)):
        return None
    falt = {name: values for name, values in request.POST.lists() if name not in ("kladd-plats", "kladd-vem")}
    try:
        return kladdar.spara(plats=plats, falt=falt, by=request.actor, now=klocka.now())
    except Regelbrott:
        return None


def saved_answer(row: Kladd | None) -> JsonResponse:
    """When it was kept, for the line beside the button; 409 when it was not."""
    return JsonResponse({"klockan": klockslag(row.at)} if row else {}, status=200 if row else 409)


@require_POST
def kladd_spara(request: HttpRequest) -> HttpResponse:
    """Keep what is being written."""
    return saved_answer(_keep(request))


@require_POST
def kladd_kasta(request: HttpRequest) -> HttpResponse:
    """Throw it away and open the page as it stands."""
    plats = _place(request)
    kladdar.kasta(plats=plats, by=request.actor)
    return redirect(plats or "hem")


def rescue(request: HttpRequest) -> Kladd | None:
    """Keep the text of a form whose ticket was refused, when the browser itself says that it came from a page of ours.

    Without that word (an old browser, another site) nothing is kept: else a stranger's page could write over a draft.
    """
    if not request.user.is_authenticated or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return None
    return _keep(request)
