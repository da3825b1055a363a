"""The second pair of eyes, for handläggare and chefer: a right that a colleague registered, with its evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from plans import access, audit
from plans.actions import foretradare as actions
from plans.forms.foretradare import KontrolleraForetradare
from plans.views import krock


def kontrollera(request: HttpRequest, pk: int) -> HttpResponse:
    """Check a right: it is as registered, or it is closed."""
    today = timezone.localdate()
    rows = access.kontrollerbara(request.user, today)
    skap = access.bland(rows, request.user, "foretradare.kontrollera", today, pk=pk)
    form = KontrolleraForetradare(request.POST if request.method == "POST" else None, initial={"rev": skap.rev})
    if form.is_valid():
        if form.utfor(actions.kontrollera, skap=skap, **form.cleaned_data, by=request.user, today=today):
            closed = "Företrädaren är stängd." if not form.cleaned_data["stammer"] else "Kontrollen är sparad."
            messages.success(request, closed)
            return redirect("kontroll-lista" if request.roll == "chef" else "att-gora")
        krock.visa(request, form, skap.person, skap, nu={})
    audit.record("foretradarskap.oppnad", by=request.user, about=[skap.person], obj=skap)
    return render(request, "kontroll/kontrollera.html", {"form": form, "skap": skap, "person": skap.person,
                                                         "idag": today})  # fmt: skip
