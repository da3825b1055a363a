"""Uploading the överförmyndare's list as a file."""

import datetime as dt
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from plans.forms.bas import BaseForm
from plans.regler.fel import Regelbrott
from plans.utbyte import forordnanden
from plans.utbyte.forordnanden import MOST, Fault, Row

FOR_STOR = "Filen är för stor. Dela den i två och läs in en i taget."
VALJ = "Välj en fil."


class Inlast(NamedTuple):
    """A file that was read as a list: its bytes, the readable rows, and what is wrong with the others."""

    data: bytes
    rader: list[Row]
    fel: list[Fault]


class Lista(BaseForm):
    """Choose the file. `langd` is the length of the request: a file over the limit was dropped before it got here."""

    fil = forms.FileField(
        label="Filen från överförmyndaren",
        help_text=f"CSV, högst {MOST // 1000} 000 rader och {settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 1_000_000} MB.",
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )

    def __init__(self, *args: Any, today: dt.date, langd: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        dropped = langd > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        self.fields["fil"].error_messages |= {
            "required": FOR_STOR if dropped else VALJ,
            "invalid": VALJ,
            "missing": VALJ,
            "empty": "Filen är tom. Välj en annan.",
        }

    def clean_fil(self) -> Inlast:
        """Read the file, or say in a sentence why it is not a list."""
        chosen: UploadedFile = self.cleaned_data["fil"]
        data = chosen.read()
        try:
            return Inlast(data, *forordnanden.parse(data, self.today))
        except Regelbrott as stop:
            raise ValidationError(str(stop)) from None
