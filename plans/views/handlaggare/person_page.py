"""What the form pages of this room share: log that the page was opened, then show it."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from plans.forms.bas import BaseForm
from plans.logg import audit
from plans.models import Person
from plans.views import kladd


def render_form(
    request: HttpRequest, template: str, form: BaseForm, person: Person, obj: Model | None = None, **context: Any
) -> HttpResponse:
    """Show a form page about one person, after logging that it was opened."""
    if not form.loggad:
        event = f"{obj._meta.model_name if obj is not None else 'person'}.oppnad"
        audit.record(event, by=request.actor, about=[person], obj=obj)
    kladd.attach(request, form)
    context |= {"form": form, "person": person, "idag": request.actor.today}
    return render(request, f"handlaggare/{template}.html", context)


def redirect_to_person(person: Person, avsnitt: str = "") -> HttpResponse:
    """Go back to the person, at the section that was changed."""
    return redirect(reverse("person", args=[person.pk]) + (f"#{avsnitt}" if avsnitt else ""))
