"""What every template may use: icons, Swedish dates and clocks, words for numbers, and form helpers.

Built in for all templates (settings), so no template loads it. Nothing here asks the clock or the database:
whoever renders passes `idag`.
"""

from base64 import b64encode
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import qrcode
import qrcode.constants
from django import forms, template
from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, widgets
from django.forms.formsets import BaseFormSet
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from plans.regler import sprak
from plans.templatetags.ikoner import IKONER

register = template.Library()


@register.simple_tag
def ikon(namn: str, klass: str = "") -> SafeString:
    """An icon by name, hidden from screen readers: there is always a word beside it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">{}</svg>',
        f"ikon {klass}".strip(),
        mark_safe(IKONER[namn]),  # noqa: S308 - our own drawings
    )


@register.simple_tag
def qr(text: str, vad: str) -> SafeString:
    """A QR code of `text` as a picture in the page itself; `vad` says to a screen reader what it is."""
    image = qrcode.make(text, image_factory=SvgPathImage, error_correction=qrcode.constants.ERROR_CORRECT_M)
    data = b64encode(image.to_string()).decode()
    return format_html('<img class="qr" src="data:image/svg+xml;base64,{}" alt="{}">', data, vad)


# --- Dates and times, in words --------------------------------------------------------------------------------------
VECKODAGAR = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]


def _dag(varde: date | datetime | None) -> date | None:
    """The day in Sweden of a date or a moment; None for what is not there."""
    if isinstance(varde, datetime):
        return (timezone.localtime(varde) if timezone.is_aware(varde) else varde).date()
    return varde or None


@register.filter
def datum(varde: date | datetime | None) -> str:
    """12 mars 2027."""
    dag = _dag(varde)
    return sprak.long_day(dag) if dag else ""


@register.filter
def datum_kort(varde: date | datetime | None, idag: date | None = None) -> str:
    """12 mars; with the year when `idag` is given and it is another year."""
    dag = _dag(varde)
    return sprak.short_day(dag, idag) if dag else ""


@register.filter
def veckodag(varde: date | datetime | None) -> str:
    """onsdag den 17 mars: for easy Swedish."""
    dag = _dag(varde)
    return f"{VECKODAGAR[dag.weekday()]} den {datum_kort(dag)}" if dag else ""


@register.filter
def iso(varde: date | datetime | None) -> str:
    """2027-03-12: in tables and in `<time datetime>`."""
    dag = _dag(varde)
    return dag.isoformat() if dag else ""


@register.filter
def klockslag(varde: datetime | None) -> str:
    """14.32, Swedish time."""
    if not varde:
        return ""
    return (timezone.localtime(varde) if timezone.is_aware(varde) else varde).strftime("%H.%M")


@register.filter
def alder(fodd: date | None, idag: date) -> str:
    """The age in whole years on a day, for `22 år`."""
    if not fodd:
        return ""
    return str(idag.year - fodd.year - ((idag.month, idag.day) < (fodd.month, fodd.day)))


# --- Clocks: symbol + word + colour ---------------------------------------------------------------------------------
SNART_DAGAR = 7


def langd(dagar: int) -> str:
    """A length of time in words, in the unit people would use: 12 dagar, 3 månader, 2 år."""
    if dagar < 46:
        return antal(dagar, "dag,dagar")
    manader = round(dagar / 30.44)
    if manader < 24:
        return antal(manader, "månad,månader")
    return f"{round(dagar / 365.25)} år"


def tid_kvar(frist: date, idag: date) -> tuple[str, str, str]:
    """The clock for a day: its words, its colour class and its symbol."""
    dagar = (frist - idag).days
    if dagar < 0:
        return f"{langd(-dagar)} försenat", "sen", "triangel"
    if dagar == 0:
        return "I dag", "snart", "klocka"
    kvar = f"{langd(dagar)} kvar"
    return (kvar, "snart", "klocka") if dagar <= SNART_DAGAR else (kvar, "ok", "bock")


@register.simple_tag
def klocka(
    frist: date | datetime | None, idag: date, *, bricka: bool = False, lugn: bool = False, med_datum: bool = True
) -> SafeString:
    """3 dagar kvar, with the date beneath. `bricka` boxes what is late or soon; `lugn` is the grey of the queue."""
    dag = _dag(frist)
    if not dag:
        return SafeString("")
    ord_, klass, symbol = tid_kvar(dag, idag)
    if lugn:
        klass, symbol = "lugn", "kalender"
    if bricka and klass != "ok":
        klass += " bricka"
    under = ""
    if med_datum:
        under = format_html('<span class="datum"><time datetime="{}">{}</time></span>', iso(dag), datum_kort(dag, idag))
    return format_html('<span class="klocka {}">{}{}</span>{}', klass, ikon(symbol), ord_, under)


# --- Words and numbers ----------------------------------------------------------------------------------------------
@register.filter
def siffra(tal: int, genus: str = "n") -> str:
    """A number as a word up to twelve (tre), else in figures. `siffra:"t"` gives ett for one."""
    if tal == 1 and genus == "t":
        return "ett"
    return sprak.number_in_words(tal)


@register.filter
def antal(tal: int, former: str) -> str:
    """1 sak, 2 saker: `{{ n|antal:"sak,saker" }}`."""
    ental, flertal = former.split(",")
    return f"{tal} {ental if tal == 1 else flertal}"


@register.filter
def antal_ord(tal: int, former: str) -> str:
    """en sak, tre saker: `{{ n|antal_ord:"sak,saker" }}`; a third part "t" gives ett: "mål,mål,t"."""
    ental, flertal, genus = (former + ",n").split(",")[:3]
    return f"{siffra(tal, genus)} {ental if tal == 1 else flertal}"


@register.filter
def genitiv(namn: str) -> str:
    """Alva → Alvas, but Johannes and Max keep their form."""
    return namn if not namn or namn[-1].lower() in "sxz" else f"{namn}s"


@register.filter
def utan_punkt(text: str) -> str:
    """The text without a full stop at its end, where the page sets its own."""
    return str(text).strip().rstrip(".")


@register.filter
def personnummer_visning(nummer: str, idag: date | None = None) -> str:
    """19900101-2385 from the twelve digits; with `+` from the year one turns 100, when `idag` is given."""
    if len(nummer) != 12:
        return nummer
    hundra = idag is not None and idag.year - int(nummer[:4]) >= 100
    return f"{nummer[:8]}{'+' if hundra else '-'}{nummer[8:]}"


# --- Forms ----------------------------------------------------------------------------------------------------------
@register.simple_tag
def kontroll(field: BoundField) -> SafeString:
    """The field's own control with the classes of our looks; Django ties it to its help text and error."""
    widget = field.field.widget
    klass = "form-select" if isinstance(widget, widgets.Select) else "form-control"
    if isinstance(widget, widgets.DateInput | widgets.TimeInput | widgets.NumberInput):
        klass += " kort-falt"
    if field.errors:
        klass += " is-invalid"
    if widget.attrs.get("placeholder") == field.label:
        del widget.attrs["placeholder"]  # the label says it already
    return field.as_widget(attrs={"class": f"{klass} {widget.attrs.get('class', '')}".strip()})


@register.filter
def falt_slag(field: BoundField) -> str:
    """Which part of the field template draws it: dold, kryss, lista, delar or vanlig."""
    widget = field.field.widget
    if field.is_hidden:
        return "dold"
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return "lista"
    if isinstance(widget, widgets.CheckboxInput):
        return "kryss"
    return "delar" if field.use_fieldset else "vanlig"


@register.filter
def som_rad(field: BoundField) -> bool:
    """Whether short choices are drawn as a row of buttons: widget attribute data-val="rad" or class val-rad."""
    attrs = field.field.widget.attrs
    return attrs.get("data-val") == "rad" or "val-rad" in attrs.get("class", "").split()


@register.filter
def rader(text: Any) -> list[str]:
    """The lines of a choice's label: the first is the choice, the rest its help text."""
    return str(text).split("\n")


# What Django says when the form's author has said nothing: what is wrong, and how to mend it
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


def _saknas(field: BoundField) -> str:
    """The sentence for a field left empty, with the field's own label in it."""
    if isinstance(field.field.widget, widgets.CheckboxInput):
        return f"Kryssa i: {field.label}"
    if str(field.label).endswith("?"):
        return f"Svara på: {field.label}"
    return f"{'Välj' if isinstance(field.field.widget, _VALJ) else 'Fyll i'}: {field.label}"


def _mening(field: BoundField, fel: ValidationError) -> str:
    """The error in plain Swedish; what the form's author has written is kept as it is."""
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
        return _saknas(field)
    return next((mening for slag, mening in _OGILTIGT.items() if isinstance(field.field, slag)), text)


@register.filter
def meningar(field: BoundField) -> list[str]:
    """The field's errors, each as a sentence; the same in the summary and beside the field."""
    return [_mening(field, fel) for fel in field.errors.as_data()]


def _fokus(field: BoundField) -> str:
    """The id to go to from the error summary: the control, or the first of several."""
    return field.id_for_label or f"{field.auto_id}_0"


def _fel(former: list[BaseForm | BaseFormSet]) -> Iterator[tuple[str, str]]:
    """(id, message) for every error in forms and formsets not yet shown, in the order of the page."""
    for form in former:
        if getattr(form, "fel_visade", False) or not form.is_bound:
            continue
        form.fel_visade = True  # type: ignore[union-attr]
        if isinstance(form, BaseFormSet):
            yield from (("", fel) for fel in form.non_form_errors())
            yield from _fel(form.forms)
            continue
        yield from (("", fel) for fel in form.non_field_errors())
        for field in form:
            yield from (("" if field.is_hidden else _fokus(field), fel) for fel in meningar(field))


@register.simple_tag(takes_context=True)
def fel_lista(context: Context) -> list[tuple[str, str]]:
    """Errors of `form`, `formset` and the list `former` in the context; each form is told of once per page."""
    former = [context[namn] for namn in ("form", "formset") if namn in context]
    former += context.get("former") or []
    return list(_fel([form for form in former if isinstance(form, BaseForm | BaseFormSet)]))
