"""The base of every form: errors in plain Swedish, date fields that say what is wrong, rule errors beside the field."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db.models import Model
from django.utils.datastructures import MultiValueDict

from plans.actions.locks import Konflikt
from plans.regler.fel import Regelbrott
from plans.regler.sprak import MANADER
from plans.regler.text import KRYMPER, nfc

T = TypeVar("T")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)


class BaseForm(forms.Form):
    """A form that crispy-forms renders without a <form> tag: the page itself has the tag, the token and the buttons."""

    use_required_attribute = False  # we show our own errors, in Swedish, beside the field
    konflikt: Konflikt | None = None  # the conflict that stopped the action, if someone else saved first
    loggad = False  # whether the refusal has already been logged
    villkorade: tuple[str, ...] = ()  # fields that some answers make required: not marked optional
    delar: tuple[tuple[str, ...], ...] = ()  # parts of a long form: a legend and the names of its fields
    kladd: dict[str, Any] | None = None  # what the page needs to save text automatically (views/kladd.py)

    @property
    def helper(self) -> FormHelper:
        """crispy's settings: no <form>, no token (the page has them)."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        if self.delar:
            helper.render_unmentioned_fields = True
            kept = [(legend, [n for n in names if n in self.fields]) for legend, *names in self.delar]
            helper.layout = Layout(*(Fieldset(legend, *names, css_class="del") for legend, names in kept))
        return helper

    def run(self, action: Callable[..., T], **kwargs: Any) -> T | None:
        """Run one action. If a rule stops it, show the rule's message beside its field (or on top) and return None."""
        try:
            return action(**kwargs)
        except Regelbrott as stop:
            self.add_error(stop.field if stop.field in self.fields else None, str(stop))
            self.loggad = stop.loggad
            self.konflikt = stop if isinstance(stop, Konflikt) else None
            return None

    @property
    def has_text(self) -> bool:
        """True if the form has a text field, so that there is text to lose."""
        return any(isinstance(field, TextField) for field in self.fields.values())

    def restore(self, falt: Mapping[str, list[str]], rev: int | None) -> bool:
        """Fill in the fields where an unfinished text (kladd) differs from the saved values, and its revision.

        Return True if any field differs from its saved value; otherwise change nothing and return False.
        """
        data, kept = MultiValueDict(falt), {}
        for name, field in self.fields.items():
            key = self.add_prefix(name)
            now = field.prepare_value(self.get_initial_for_field(field, name))
            raw = field.widget.value_from_datadict(data, MultiValueDict(), key)
            if not isinstance(field, RevField) and not field.widget.value_omitted_from_data(data, {}, key):
                kept |= {name: raw} if _as_sent(raw) != _as_sent(now) else {}
        if not kept:
            return False
        self.initial |= kept | ({} if rev is None else {"rev": rev})
        last = data.get("kladd-falt")
        if last in self.fields:
            self.fields[last].widget.attrs["autofocus"] = True
        return True

    def stands(self, row: Model) -> Mapping[str, object]:
        """The row's values by field name, to show beside what was typed; empty when there is nothing to compare."""
        return {name: getattr(row, name) for name in self.fields if hasattr(row, name)}

    def show_conflict(self, nu: Mapping[str, object], rev: int | None, *, falt: str = "rev", **mer: object) -> None:
        """After a conflict, keep what was typed and show the current values beside it.

        `nu` holds the row's values by field name. `rev` is the row's current revision. The page asks whether to
        overwrite the row, and a tick box (the field `falt` + "-vald") sends `rev`; no box when `rev` is None. `mer`
        holds the other values that components/star_nu.html shows: vem, nar, url.
        """
        typed = self.cleaned_data
        rows = [
            (field.label, _in_words(field, typed.get(name)), _in_words(field, nu[name]))
            for name, field in self.fields.items()
            if name in nu and name != falt and (nu[name] or "") != (typed.get(name) or "")
        ]
        self.star_nu = {"rader": rows, "rev": rev, "falt": self.add_prefix(f"{falt}-vald"), **mer}


def _as_sent(value: object) -> str:
    """A value as a form sends it. None and False become an empty string."""
    return "" if value in (None, False) else str(value).replace("\r\n", "\n")


def _in_words(field: forms.Field, value: object) -> str:
    """A stored value as the reader sees it: the words of a choice, yes or no, a day."""
    if isinstance(field, forms.BooleanField):
        return "ja" if value else "nej"
    if value in (None, ""):
        return "(tomt)"
    if isinstance(field, forms.ChoiceField):
        words = {str(key): str(text).split("\n")[0] for key, text in field.choices}
        return words.get(str(value), str(value))
    return str(value)


class TextField(forms.CharField):
    """One line of text, NFC, without control characters."""

    def __init__(self, *, saknas: str = "Fyll i det här.", max_length: int = 200, **kwargs: Any) -> None:
        kwargs.setdefault(
            "error_messages",
            {"required": saknas, "max_length": f"Texten är för lång. Skriv högst {max_length} tecken."},
        )
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: object) -> str:
        """Normalise the text, and reject characters that cannot be stored."""
        text = super().to_python(value) or ""
        if len(text) > KRYMPER * self.max_length:  # would be too long in NFC as well, so do not normalise it
            raise ValidationError(self.error_messages["max_length"])
        try:
            text = nfc(text).replace("\r\n", "\n")
        except Regelbrott as stop:
            raise ValidationError(str(stop)) from None
        if any((unicodedata.category(c) == "Cc" and c not in "\n\t") or c == "\ufffd" for c in text):
            raise ValidationError("Texten har ett tecken som inte går att spara. Ta bort det och försök igen.")
        return text

    def run_validators(self, value: str) -> None:
        """Skip Django's own NUL check: its message is English, and ours has already run."""
        self.validators = [v for v in self.validators if type(v).__name__ != "ProhibitNullCharactersValidator"]
        super().run_validators(value)


class LongTextField(TextField):
    """Several lines of text, at most 10 000 characters."""

    def __init__(self, *, rader: int = 5, max_length: int = 10_000, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rader}))
        super().__init__(max_length=max_length, **kwargs)


class EmailField(TextField):
    """An e-mail address."""

    def __init__(self, **kwargs: Any) -> None:
        sentence = "E-postadressen ser inte rätt ut. Skriv den så här: namn@exempel.se."
        widget = forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"})
        super().__init__(max_length=254, widget=widget, validators=[EmailValidator(sentence)], **kwargs)


class DateField(forms.Field):
    """A day, written 2027-05-01 (also 20270501 or 1 maj 2027), between 1900 and 2100."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "kort-falt", "autocomplete": "off"})

    def __init__(self, *, saknas: str = "Skriv en dag, till exempel 2027-05-01.", **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Till exempel 2027-05-01.")
        super().__init__(error_messages={"required": saknas}, **kwargs)

    def to_python(self, value: object) -> dt.date | None:
        """Read the day, or say what is wrong with it."""
        if value in (None, ""):
            return None
        if isinstance(value, dt.date):
            return value
        text = str(value).strip()
        try:
            year, month, day = _parts(text)
        except ValueError:
            raise ValidationError("Skriv dagen så här: 2027-05-01.") from None
        try:
            found = dt.date(year, month, day)
        except ValueError:
            raise ValidationError(f"{text[:20]} finns inte i kalendern. Kontrollera dag och månad.") from None
        if not 1900 <= found.year <= 2100:
            raise ValidationError("Året ska vara mellan 1900 och 2100.")
        return found

    def prepare_value(self, value: object) -> object:
        """Show a date in the field as 2027-05-01."""
        return value.isoformat() if isinstance(value, dt.date) else value


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day as written. Raises ValueError if the text is not a day."""
    words = text.lower().split()
    if len(words) == 3 and words[1] in MANADER:
        text = f"{words[2]}-{MANADER.index(words[1]) + 1}-{words[0]}"
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError
    year, month, day = (int(part) for part in found.groups() if part)
    return year, month, day


class ChoiceField(forms.ChoiceField):
    """A choice whose error messages are in Swedish."""

    def __init__(self, *, saknas: str = "Välj ett svar.", **kwargs: Any) -> None:
        super().__init__(error_messages={"required": saknas, "invalid_choice": "Välj ett av svaren."}, **kwargs)


class RevInput(forms.HiddenInput):
    """A hidden revision. After a conflict, ticking the box to save anyway sends the newer revision instead."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> Any:
        """The revision in the ticked box if there is one, otherwise the revision that the form was opened with."""
        return data.get(f"{name}-vald") or super().value_from_datadict(data, files, name)


class RevField(forms.IntegerField):
    """The revision that the form was opened with; a stale one becomes a conflict, never an overwrite."""

    widget = RevInput

    def __init__(self) -> None:
        super().__init__(min_value=0, required=False)

    def clean(self, value: object) -> int:
        """Turn the text into a number: 0 if it is empty, and -1, which is always stale, if it is invalid."""
        try:
            return super().clean(value) or 0
        except ValidationError:
            return -1


def shown_rev(data: Mapping[str, Any]) -> int:
    """The revision that a button was shown with; an invalid or missing one is stale."""
    return RevField().clean(data.get("rev"))
