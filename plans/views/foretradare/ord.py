"""Pages for writing *Mina ord* and *Så ser jag det*. They are open from the first login, before any plan is begun."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from plans import access
from plans.actions import ord as ord_actions
from plans.forms.bas import shown_rev
from plans.forms.familj import OrdForm
from plans.lasning import egna_ord
from plans.logg import audit
from plans.models import EgetOrd, Person
from plans.regler.fel import Regelbrott
from plans.views import conflicts, kladd
from plans.views.foretradare.personer import back_to
from plans.views.page import form_data


def ord_skriv(request: HttpRequest, pk: int, fraga: str = "") -> HttpResponse:
    """Write an answer to a question (Mina ord) or, without a question, your own view (Så ser jag det)."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "ord.skriv", pk=pk)
    if fraga and fraga not in EgetOrd.Fraga.values:
        raise Http404
    if not fraga and access.mina_foretradarskap(request.actor, person) is None:
        raise access.Nekad("ord.skriv", person)  # only someone who acts for the person has a view to write
    mine = egna_ord.own_rows(person, request.user)
    row = mine.get(fraga)
    form = OrdForm.for_rad(row, fraga, form_data(request))
    if request.method == "POST" and form.is_valid() and _save(request, person, fraga, form):
        messages.success(request, "Det är sparat.")
        if "nasta" in request.POST:
            return redirect("ord-skriv", pk=pk, fraga=_question_after(fraga))
        return back_to(request, person)
    audit.record("ord.oppnad", by=request.actor, about=[person], obj=row)
    return render(request, "foretradare/ord_skriv.html", _context(request, person, fraga, form, mine))


def _save(request: HttpRequest, person: Person, fraga: str, form: OrdForm) -> EgetOrd | None:
    """Save; after a conflict, show the saved text beside the typed one."""
    slag = EgetOrd.Slag.MINA_ORD if fraga else EgetOrd.Slag.SA_SER_JAG_DET
    saved = form.run(ord_actions.skriv, person=person, slag=slag, fraga=fraga, by=request.actor, **form.cleaned_data)
    conflicts.show(request, form, person)
    return saved


def _own_row(request: HttpRequest, pk: int, ord_pk: int, key: str) -> EgetOrd:
    """A row that the reader may read, and to which the access key `key` lets them do something."""
    person = access.get_or_404(access.familjens(request.actor), request.actor, "person.las", pk=pk)
    return access.get_or_404(egna_ord.readable_rows(person, request.user), request.actor, key, pk=ord_pk)


@require_POST
def bekrafta_sjalv(request: HttpRequest, pk: int, ord_pk: int) -> HttpResponse:
    """The person confirms words that someone else wrote down."""
    row = _own_row(request, pk, ord_pk, "ord.bekrafta")
    try:
        ord_actions.bekrafta(eget_ord=row, rev=shown_rev(request.POST), by=request.actor)
        messages.success(request, "Tack. Nu står det att orden stämmer.")
    except Regelbrott as stop:
        messages.error(request, str(stop))
    return back_to(request, row.person)


def ta_bort(request: HttpRequest, pk: int, ord_pk: int) -> HttpResponse:
    """Withdraw your own text, after confirming."""
    row = _own_row(request, pk, ord_pk, "ord.andra")
    if request.method == "POST":
        try:
            ord_actions.ta_bort(eget_ord=row, rev=shown_rev(request.POST), by=request.actor)
            messages.success(request, "Det är borttaget.")
            return back_to(request, row.person)
        except Regelbrott as stop:
            messages.error(request, str(stop))
    audit.record("ord.oppnad", by=request.actor, about=[row.person], obj=row)
    back = reverse("ord-skriv", args=[pk, row.fraga]) if row.fraga else reverse("sa-ser-jag-det", args=[pk])
    return render(request, "foretradare/ord_ta_bort.html", {"person": row.person, "rad": row, "upp": back})


def _question_after(fraga: str) -> str:
    """The next question, starting over after the last."""
    values = EgetOrd.Fraga.values
    return values[(values.index(fraga) + 1) % len(values)] if fraga else values[0]


def _context(request: HttpRequest, person: Person, fraga: str, form: OrdForm, mine: dict) -> dict[str, Any]:
    after = _question_after(fraga)
    kladd.attach(request, form)
    return {
        "person": person,
        "jag": person.konto_id == request.user.pk,
        "form": form,
        "fraga": fraga,
        "rubrik": EgetOrd.Fraga(fraga).label if fraga else "Så ser jag det",
        "rad": mine.get(fraga),
        "fragor": [(value, text, mine.get(value)) for value, text in EgetOrd.Fraga.choices],
        "nasta": EgetOrd.Fraga(after).label,
        "foretrader": access.mina_foretradarskap(request.actor, person),
    }
