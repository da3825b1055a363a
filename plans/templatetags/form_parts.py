"""The parts of a form: its controls, and its errors in plain Swedish. Built in for all templates (settings)."""

from typing import Any

from django import forms, template
from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, widgets
from django.template import Context
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def kontroll(field: BoundField) -> SafeString:
    """The field's own control with our style classes; Django ties it to its help text and error."""
    widget = field.field.widget
    klass = "form-select" if isinstance(widget, widgets.Select) else "form-control"
    if isinstance(widget, widgets.DateInput | widgets.TimeInput | widgets.NumberInput):
        klass += " kort-falt"
    if field.errors:
        klass += " is-invalid"
    if widget.attrs.get("placeholder") == field.label:
        del widget.attrs["placeholder"]  # the label already says it
    return field.as_widget(attrs={"class": f"{klass} {widget.attrs.get('class', '')}".strip()})


@register.filter
def falt_slag(field: BoundField) -> str:
    """The part of the field template that draws the field: dold, kryss, lista, delar or vanlig."""
    widget = field.field.widget
    if field.is_hidden:
        return "dold"
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return "lista"
    if isinstance(widget, widgets.CheckboxInput):
        return "kryss"
    return "delar" if field.use_fieldset else "vanlig"


@register.filter
def frivilligt(field: BoundField) -> bool:
    """True if the label must say that the field may be left empty. Only our own forms say so, unless they opt out."""
    conditional = getattr(field.form, "villkorade", None)
    if conditional is None or getattr(field.form, "utan_frivilligt", False):
        return False
    return not field.field.required and field.name not in conditional


@register.filter
def som_rad(field: BoundField) -> bool:
    """True if short choices are drawn as a row of buttons: the widget has data-val="rad" or the class val-rad."""
    attrs = field.field.widget.attrs
    return attrs.get("data-val") == "rad" or "val-rad" in attrs.get("class", "").split()


@register.filter
def rader(text: Any) -> list[str]:
    """The lines of a choice's label: the first is the choice, the rest its help text."""
    return str(text).split("\n")


# These replace Django's default errors, but not errors that the form itself sets. They say how to correct the field.
_VALJ = (widgets.Select, widgets.RadioSelect, widgets.CheckboxSelectMultiple)
_MENINGAR = {
    "invalid_choice": "Välj något av alternativen",
    "invalid_list": "Välj något av alternativen",
    "max_length": "Skriv högst {limit_value} tecken. Nu är det {show_value}",
    "max_value": "Skriv högst {limit_value}",
    "min_value": "Skriv minst {limit_value}",
    "null_characters_not_allowed": "Det finns ett tecken som inte går att spara. Ta bort det och försök igen",
}
_OGILTIGT = {
    forms.DateField: "Skriv datumet med år, månad och dag, till exempel 2027-05-01",
    forms.TimeField: "Skriv tiden med timmar och minuter, till exempel 14:30",
    forms.IntegerField: "Skriv med siffror, till exempel 12",
}


def _missing(field: BoundField) -> str:
    """The sentence for a field left empty, with the field's own label in it."""
    if isinstance(field.field.widget, widgets.CheckboxInput):
        return f"Kryssa i: {field.label}"
    if str(field.label).endswith("?"):
        return f"Svara på: {field.label}"
    return f"{'Välj' if isinstance(field.field.widget, _VALJ) else 'Fyll i'}: {field.label}"


def _sentence(field: BoundField, fel: ValidationError) -> str:
    """The error in plain Swedish; a message that the form sets itself is kept as it is."""
    text = fel.messages[0]
    standard = {}
    for klass in reversed(type(field.field).__mro__):
        standard.update(getattr(klass, "default_error_messages", {}))
    if field.field.error_messages.get(fel.code) != standard.get(fel.code):
        return text
    if fel.code in _MENINGAR:
        return _MENINGAR[fel.code].format(**(fel.params or {}))
    if fel.message != standard.get(fel.code):
        return text
    if fel.code == "required":
        return _missing(field)
    return next((mening for slag, mening in _OGILTIGT.items() if isinstance(field.field, slag)), text)


@register.filter
def meningar(field: BoundField) -> list[str]:
    """The field's errors, each as a sentence; the same in the summary and beside the field."""
    return [_sentence(field, fel) for fel in field.errors.as_data()]


def _focus(field: BoundField) -> str:
    """The id that the error summary links to: that of the control, or of the first if the field has several."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag(takes_context=True)
def fel_lista(context: Context) -> list[tuple[str, str]]:
    """(id, message) for every error of the context's `form`, in page order. Empty if called again on the same page."""
    form = context.get("form")
    if not isinstance(form, BaseForm) or not form.is_bound or getattr(form, "fel_visade", False):
        return []
    form.fel_visade = True  # type: ignore[attr-defined]
    found = [("", fel) for fel in form.non_field_errors()]
    return found + [("" if field.is_hidden else _focus(field), fel) for field in form for fel in meningar(field)]
