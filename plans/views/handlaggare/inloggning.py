"""Handing over a login, whose credentials are shown only once, and revoking its keys."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from plans import access, klocka
from plans.actions import inbjudningar, inloggningar
from plans.konto.forms.inbjudan import BY_USER_NAME, HandOver
from plans.lasning import inloggningstjanster, nycklar
from plans.logg import audit
from plans.models import Foretradarskap, Inbjudan, Person
from plans.models.inbjudan import kod_hash
from plans.regler.fel import Regelbrott
from plans.views.page import form_data


def _person_and_right(
    request: HttpRequest, key: str, pk: int, skap_pk: int | None
) -> tuple[Person, Foretradarskap | None]:
    """The person and, if the login is a representative's, the representative's right. Refuses strangers."""
    person = access.get_or_404(access.handlagda(request.actor), request.actor, key, pk=pk)
    rights = Foretradarskap.objects.filter(person=person).select_related("foretradare__konto", "person")
    return person, access.get_or_404(rights, request.actor, key, pk=skap_pk) if skap_pk else None


def inloggning_skapa(request: HttpRequest, pk: int, skap_pk: int | None = None) -> HttpResponse:
    """Show the login's keys and the ways to hand over the login. When a way is chosen, show the credentials, once."""
    person, skap = _person_and_right(request, "inloggning.skapa", pk, skap_pk)
    vem = skap.foretradare if skap else person
    form = HandOver(form_data(request), losenord=settings.LOKALA_LOSENORD)
    context = {"form": form, "person": person, "skap": skap, "vem": vem, "idag": request.actor.today}
    if form.is_valid():
        page = form.run(_hand_over, request=request, satt=form.cleaned_data["satt"], context=context)
        if page:
            return page
    if not form.loggad:
        audit.record("inloggning.oppnad", by=request.actor, about=[person])
    context |= {
        "eleg": inloggningstjanster.names_of_e_ids(person.namnd),
        "oppna_for_eleg": _eleg_url(person, skap),
        "har": nycklar.read_keys(vem.konto, klocka.now()),
    }
    return render(request, "handlaggare/inloggning_skapa.html", context)


def _eleg_url(person: Person, skap: Foretradarskap | None) -> str:
    """The address that opens the person's or the representative's login for an e-ID."""
    if skap:
        return reverse("inloggning-oppna-for-eleg-foretradare", args=[person.pk, skap.pk])
    return reverse("inloggning-oppna-for-eleg", args=[person.pk])


def _hand_over(*, request: HttpRequest, satt: str, context: dict[str, Any]) -> HttpResponse:
    """Create the credentials, and show them."""
    action = {"by": request.actor, **{k: context[k] for k in ("person", "skap")}}
    if satt == BY_USER_NAME:
        user, password = inloggningar.skapa(**action)
        return render(request, "handlaggare/inloggning_losenord.html", {**context, "konto": user, "losenord": password})
    row, kod = inbjudningar.skapa(slag=satt, now=klocka.now(), **action)
    return _render_invitation(request, row, context, kod)


def _render_invitation(request: HttpRequest, row: Inbjudan, context: dict[str, Any], kod: str = "") -> HttpResponse:
    """Show the letter, or the QR code and whether the code can still be used."""
    letter = bool(kod) and row.slag == Inbjudan.Slag.BREV
    context |= {"inbjudan": row, "kod": kod, "oppen": row.oppen(klocka.now())}
    if kod:
        path = reverse("valkommen") if letter else f"{reverse('valkommen-mote')}#{kod}"
        context["adress"] = f"{settings.PUBLIC_BASE_URL}{path}"
    return render(request, "handlaggare/inbjudan_brev.html" if letter else "handlaggare/inbjudan.html", context)


def _invitation(request: HttpRequest, key: str, pk: int, inbjudan_pk: int) -> tuple[Person, Inbjudan]:
    person, _ = _person_and_right(request, key, pk, None)
    row = Inbjudan.objects.filter(konto__in=access.konton_hos(person), pk=inbjudan_pk).select_related("konto").first()
    if row is None:
        raise access.Nekad(key, person)
    return person, row


def inbjudan(request: HttpRequest, pk: int, inbjudan_pk: int) -> HttpResponse:
    """Show the state of an invitation. A POST with its code, known only to the page itself, shows the QR code again."""
    person, row = _invitation(request, "inbjudan.skapa", pk, inbjudan_pk)
    kod = request.POST.get("kod", "") if row.slag == Inbjudan.Slag.MOTE else ""
    audit.record("inbjudan.oppnad", by=request.actor, about=[person], obj=row)
    context = {"person": person, "vem": row.konto, "idag": request.actor.today}
    return _render_invitation(request, row, context, kod if kod_hash(kod) == row.kod_hash else "")


@require_GET
def inbjudan_status(request: HttpRequest, pk: int, inbjudan_pk: int) -> JsonResponse:
    """Answer the polling page with the QR code: `klar` if the key is made, `fel` if the code can no longer make it."""
    person, row = _invitation(request, "inbjudan.skapa", pk, inbjudan_pk)
    audit.record("inbjudan.status", by=request.actor, about=[person], obj=row)
    used = row.anvand_at is not None
    return JsonResponse({"klar": used, "fel": not used and not row.oppen(klocka.now())})


@require_POST
def inbjudan_aterkalla(request: HttpRequest, pk: int, inbjudan_pk: int) -> HttpResponse:
    """Revoke an invitation."""
    person, row = _invitation(request, "inbjudan.aterkalla", pk, inbjudan_pk)
    now = klocka.now()
    inbjudningar.aterkalla(person=person, inbjudan=row, by=request.actor, now=now)
    messages.success(request, "Koden är återkallad. Den går inte längre att använda.")
    return redirect("person", pk=pk)


def aterkalla_nyckel(request: HttpRequest, pk: int, nyckel_pk: int) -> HttpResponse:
    """Ask for confirmation, then revoke a key, for example when the phone is lost."""
    person, _ = _person_and_right(request, "inloggning.aterkalla_nyckel", pk, None)
    found = Authenticator.objects.filter(user__in=access.konton_hos(person), type__in=nycklar.SLAG, pk=nyckel_pk)
    row = found.select_related("user").first()
    if row is None:
        raise access.Nekad("inloggning.aterkalla_nyckel", person)
    if request.method == "POST":
        inloggningar.aterkalla_nyckel(person=person, nyckel=row, by=request.actor)
        messages.success(request, "Nyckeln är återkallad. Den som var inloggad är utloggad.")
        return redirect("person", pk=pk)
    audit.record("inloggning.oppnad", by=request.actor, about=[person])
    context = {"person": person, "nyckel": row, "ord": nycklar.SLAG[row.type]}
    return render(request, "handlaggare/aterkalla_nyckel.html", context)


@require_POST
def inloggning_oppna_for_eleg(request: HttpRequest, pk: int, skap_pk: int | None = None) -> HttpResponse:
    """Let the person or the representative log in with an e-ID: no password, nothing to hand over."""
    person, skap = _person_and_right(request, "inloggning.oppna_for_eleg", pk, skap_pk)
    try:
        inloggningar.oppna_for_eleg(person=person, skap=skap, by=request.actor)
        messages.success(request, f"{'Företrädaren' if skap else 'Personen'} kan logga in med sin e-legitimation.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return redirect("person", pk=pk)
