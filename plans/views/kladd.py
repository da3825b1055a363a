"""Unfinished text: saved automatically every few seconds, shown again on the same page to the same login.

The form carries two fields: `kladd-plats`, the page's address, and `kladd-vem`, a mark for the user who opened it.
With the mark, a page never saves into the drafts of another user who has since logged in to the same browser.
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
    """A mark for the user who opened the page: others cannot read it, and it is the same after a new login."""
    return salted_hmac("kladd", str(user.pk)).hexdigest()[:20]


def _place(request: HttpRequest) -> str:
    """The address of the submitted form, or an empty string if it is not one of our pages."""
    plats = request.POST.get("kladd-plats", "")
    try:
        ours = len(plats) <= 300 and resolve(plats).func.__module__.startswith(("plans.views.", "plans.konto.views."))
    except Resolver404:
        ours = False
    return plats if ours else ""


def attach(request: HttpRequest, form: BaseForm, plats: str = "") -> None:
    """Let a form with text save itself; when the page opens, restore the user's kept text."""
    if not form.has_text:
        return
    form.kladd = {"plats": plats or request.path, "vem": _owner_mark(request.user)}
    row = None if form.is_bound else access.mina_kladdar(request.actor).filter(plats=form.kladd["plats"]).first()
    if row and form.restore(row.data, row.base_rev):
        form.kladd["at"] = row.at


def _keep(request: HttpRequest) -> Kladd | None:
    """Keep the submitted text. None if it is not the user's own, not from one of our pages, or too long.

    Users with no rights in any nämnd have no page to write on, and store nothing.
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
    """Answer with the time the text was saved, for the line beside the button, or with 409 if it was not saved."""
    return JsonResponse({"klockan": klockslag(row.at)} if row else {}, status=200 if row else 409)


@require_POST
def kladd_spara(request: HttpRequest) -> HttpResponse:
    """Save unfinished text."""
    return saved_answer(_keep(request))


@require_POST
def kladd_kasta(request: HttpRequest) -> HttpResponse:
    """Discard the unfinished text and reopen the page with what is saved."""
    plats = _place(request)
    kladdar.kasta(plats=plats, by=request.actor)
    return redirect(plats or "hem")


def rescue(request: HttpRequest) -> Kladd | None:
    """Keep the text of a form whose CSRF token was refused, if the browser says that one of our own pages sent it.

    Otherwise (an old browser, another site) keep nothing, since a stranger's page could then overwrite a draft.
    """
    if not request.user.is_authenticated or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return None
    return _keep(request)
