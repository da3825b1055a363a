"""Logging in with a code from staff: enter it, make a key, be logged in. Nothing else can be reached before that."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from plans import access, allauth_inner, klocka
from plans.access import oppen
from plans.actions import inbjudningar
from plans.konto.forms.inbjudan import Code, NewPasskey, PasswordAndApp
from plans.logg import audit
from plans.models import Inbjudan
from plans.models.inbjudan import kod_hash

# The limit on wrong codes from one address. A limit for all addresses together is not needed, and a stranger
# could use it up and so shut everyone out. 10 000 addresses × 10 attempts an hour × 30 days are 72 million attempts.
# With 100 000 open letters among 19^15 (1.5 × 10^19) codes, the odds that any attempt opens one are one in two million.
TRIES = "10/h/ip"
WRONG_CODE = "Koden går inte att använda. Kontrollera att du skrev rätt. Går det ändå inte, ring din kommun."


def _try_code(request: HttpRequest, kod: str) -> HttpResponse | None:
    """Try a code: go on to making a key if it opens, answer 429 after too many wrong codes, otherwise return None.

    Only wrong codes count.
    """
    usage = allauth_inner.consume_try(request, "kod", TRIES)
    if usage is None:
        return allauth_inner.too_many_tries(request)
    found = access.oppen_inbjudan(klocka.today(), klocka.now(), kod_hash=kod_hash(kod))
    if found is None:
        audit.record("inbjudan.anvand", by=None, nekad=True)
        return None
    usage.rollback()
    request.session.cycle_key()
    request.session["inbjudan"] = found.pk
    return redirect("valkommen-nyckel")


def _shown_invitation(request: HttpRequest, **lookup: Any) -> Inbjudan | None:
    """The invitation whose code was entered in this session, if it is still open."""
    pk = request.session.get("inbjudan")
    return pk and access.oppen_inbjudan(klocka.today(), klocka.now(), pk=pk, **lookup)


def _does_not_open(request: HttpRequest) -> HttpResponse:
    """Show the one page for a code that does not open, whatever the reason."""
    request.session.pop("inbjudan", None)
    return render(request, "public/valkommen_slut.html", status=404)


@oppen
@never_cache
def valkommen(request: HttpRequest) -> HttpResponse:
    """The page for typing the code from a letter. The letter gives its address."""
    form = Code(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer = _try_code(request, form.cleaned_data["kod"])
        if answer:
            return answer
        form.add_error("kod", WRONG_CODE)
    return render(request, "public/valkommen.html", {"form": form})


@oppen
@never_cache
def valkommen_mote(request: HttpRequest) -> HttpResponse:
    """The page a QR code opens. The code is after # in the address, unseen by the server; a script posts it here."""
    if request.method == "POST":
        return _try_code(request, request.POST.get("kod", "")[:100]) or _does_not_open(request)
    return render(request, "public/valkommen_mote.html")


@oppen
@never_cache
def valkommen_nyckel(request: HttpRequest) -> HttpResponse:
    """Make a passkey on this device with one button, and log in with it."""
    invited = _shown_invitation(request)
    if invited is None:
        return _does_not_open(request)
    form = NewPasskey(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.run(
            inbjudningar.gor_nyckel, inbjudan=invited, credential=form.cleaned_data["credential"], **_when()
        )
        return _log_in(request, made) if made else _does_not_open(request)
    app = invited.slag == Inbjudan.Slag.BREV and settings.LOKALA_LOSENORD
    context = {"form": form, "val": allauth_inner.passkey_options(invited.konto), "app": app}
    return render(request, "public/valkommen_nyckel.html", context)


@oppen
@never_cache
def valkommen_app(request: HttpRequest) -> HttpResponse:
    """After a code from a letter: set a password and a code app, not a passkey; then show the recovery codes once."""
    invited = _shown_invitation(request, slag=Inbjudan.Slag.BREV) if settings.LOKALA_LOSENORD else None
    if invited is None:
        return _does_not_open(request)
    form = PasswordAndApp(request.POST if request.method == "POST" else None, konto=invited.konto)
    if form.is_valid():
        action = {"inbjudan": invited, "secret": form.secret, "password": form.cleaned_data["losenord"], **_when()}
        made, codes = form.run(inbjudningar.gor_app, **action) or (None, [])
        if made:
            allauth_inner.forget_totp_secret(request)
            _log_in(request, made)
            return render(request, "public/valkommen_koder.html", {"koder": codes})
    context = {"form": form, "konto": invited.konto, "adress": get_adapter().build_totp_url(invited.konto, form.secret)}
    return render(request, "public/valkommen_app.html", context)


def _when() -> dict[str, Any]:
    return {"today": klocka.today(), "now": klocka.now()}


def _log_in(request: HttpRequest, nyckel: Authenticator) -> HttpResponse:
    """Log in with the key just made, without asking for it again."""
    request.session.pop("inbjudan", None)
    messages.success(request, "Din nyckel är klar. Du är inloggad.")
    return allauth_inner.log_in_with_new_key(request, nyckel)
