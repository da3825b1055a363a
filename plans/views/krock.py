"""When somebody else was first: what stands now beside what was typed, who and when, and a choice."""

from collections.abc import Mapping

from django.db.models import Model
from django.http import HttpRequest

from plans.forms.bas import Formular
from plans.lasning import handelser
from plans.models import Person, User


def visa(
    request: HttpRequest,
    form: Formular,
    person: Person,
    row: Model | None,
    *,
    nu: Mapping[str, object] | None = None,
    rev: int | None = None,
    falt: str = "rev",
    url: str = "",
    loggad: Model | None = None,
) -> None:
    """Show what stands in `row` when the form's `falt` is not `rev` (by default the row's) any more.

    `nu`: what stands by field name, else the row's values; `url`: where to read it; `loggad`: what the log names
    """
    if row is None:
        return
    row.refresh_from_db()
    rev = getattr(row, "rev", None) if rev is None else rev
    if falt in form.cleaned_data and form.cleaned_data[falt] == rev:
        return  # it was something else that stopped it
    nu = {name: getattr(row, name) for name in form.fields if hasattr(row, name)} if nu is None else nu
    who, at = handelser.andrad(person, loggad or row)
    form.visa_nu(nu, rev, falt=falt, vem=_namn(request, person, who), nar=at, url=url)


def _namn(request: HttpRequest, person: Person, who: User | None) -> str:
    """Who was first, as the reader may know it: the family does not meet the name of threatened staff (OSL 21:3)."""
    family = request.roll in ("enskild", "enskild_foretradare", "foretradare")
    hidden = who is None or (family and (who.visas_som_roll or person.skyddad))
    return "Du" if who == request.user else "Någon annan" if hidden else who.namn
