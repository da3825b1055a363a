"""Forms for a right to act for a person: registering, changing, checking, closing and opening it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from plans.forms.bas import BaseForm, ChoiceField, DateField, EmailField, LongTextField, RevField, TextField
from plans.models import Foretradare, Foretradarskap, Installning, Kanal
from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from plans.regler.foretradare import FULLMAKT

TYP = Foretradarskap.Typ
SKALEN = {
    TYP.GOD_MAN: "god man\nBehöver minst bevaka rätt eller sörja för person för att läsa planen.",
    TYP.FORVALTARE: "förvaltare\nBestämmer själv inom sitt uppdrag.",
    TYP.VARDNADSHAVARE: "vårdnadshavare\nTills personen fyller 18.",
    TYP.FORMYNDARE: "förmyndare\nTills personen fyller 18.",
    TYP.FRAMTIDSFULLMAKT: "framtidsfullmaktshavare\nDet fullmakten säger.",
    TYP.OMBUD: "ombud eller biträde\nDet fullmakten säger. Kan tas tillbaka när som helst.",
}


class KandForetradare(forms.ModelChoiceField):
    """A representative who already acts for someone whose case the user has."""

    def label_from_instance(self, obj: Foretradare) -> str:
        """The name."""
        return obj.namn


class RegistreraForetradare(BaseForm):
    """Who acts, on what ground, with what scope, between which days."""

    delar = (
        ("Vem är det?", "kand", "namn", "personnummer", "kanal", "epost", "telefon", "adress"),
        ("Vilken rätt finns?", "typ"),
        ("Vad ingår i uppdraget?", "bevaka_ratt", "sorja_for_person", "forvalta_egendom"),
        ("Hur länge, och vad visar det?", "fran", "till", "underlag", "kontrolleras_igen"),
        ("Finns det något hinder?", "jav"),
        ("Vad säger personen?", "installning", "installning_grund"),
    )

    villkorade = ("namn", "epost", "installning_grund")

    kand = KandForetradare(
        label="Finns redan hos oss",
        queryset=Foretradare.objects.none(),
        required=False,
        empty_label="Nej, skriv in en ny",
        help_text="De som redan företräder någon av dina personer. Då behöver du inte skriva namn och kontakt.",
        error_messages={"invalid_choice": "Välj någon i listan, eller skriv in en ny."},
    )
    namn = TextField(label="Namn", required=False, help_text="För- och efternamn, om du inte valde någon ovan.")
    personnummer = TextField(
        label="Personnummer",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort-falt", "autocomplete": "off"}),
        help_text="12 siffror. Behövs om hen ska logga in med e-legitimation.",
    )
    kanal = ChoiceField(
        label="Nås med",
        choices=Kanal.choices,
        initial=Kanal.BREV,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
    )
    epost = EmailField(label="E-post", required=False, help_text="Behövs när företrädaren nås med mejl.")
    telefon = TextField(label="Telefon", max_length=40, required=False)
    adress = LongTextField(label="Adress", rader=3, max_length=500, required=False)
    typ = ChoiceField(
        label="Företräder som",
        choices=SKALEN.items(),
        saknas="Välj vilken sorts företrädare det är.",
        widget=forms.RadioSelect,
    )
    bevaka_ratt = forms.BooleanField(label="Bevaka rätt", required=False)
    sorja_for_person = forms.BooleanField(label="Sörja för person", required=False)
    forvalta_egendom = forms.BooleanField(
        label="Förvalta egendom", required=False, help_text="Bara det här öppnar inte planen."
    )
    fran = DateField(label="Gäller från", saknas="Skriv från vilken dag det gäller.")
    till = DateField(label="Gäller till och med", required=False, help_text="Lämna tomt om det gäller tills vidare.")
    underlag = TextField(
        label="Underlag",
        saknas="Skriv vad som visar rätten, till exempel förordnande 2027-01-12.",
        help_text="Det du har sett, till exempel förordnande från överförmyndaren 2027-01-12.",
    )
    kontrolleras_igen = DateField(label="Kontrollera igen den", required=False)
    jav = forms.BooleanField(
        label="Jäv: företrädaren får inte agera i planen just nu", required=False, help_text="Till exempel i ett arv."
    )
    installning = ChoiceField(
        label="Vill personen att företrädaren är med i planen?",
        choices=[("", "Inte frågat än"), *Installning.choices],
        required=False,
        widget=forms.RadioSelect(attrs={"data-val": "rad"}),
        help_text="Ett nej från den som kan säga nej stänger planen för företrädaren. Att svaret saknas stänger inget.",
    )
    installning_grund = TextField(
        label="Hur vet du det?",
        max_length=300,
        required=False,
        help_text="Behövs när personen säger nej, eller när svaret inte kan inhämtas. Till exempel: sa det på mötet.",
    )

    def __init__(self, *args: Any, kanda: QuerySet[Foretradare] | None, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if "kand" in self.fields:
            self.fields["kand"].queryset = kanda

    def clean_personnummer(self) -> str:
        """Twelve digits, or nothing."""
        text = self.cleaned_data["personnummer"]
        try:
            return personnummer.parse(text, self.today) if text else ""
        except Regelbrott as stop:
            raise ValidationError(str(stop)) from None

    def clean(self) -> dict[str, Any]:
        """Require a scope (except for a vårdnadshavare), and an end that is not before the start.

        A new representative also needs a name, and an e-mail address if reached by e-mail.
        """
        data = super().clean()
        if data.get("kand") and data.get("personnummer"):
            self.add_error("personnummer", "Den du valde finns redan. Skriv numret på sidan Ändra i stället.")
        if not data.get("kand") and "kand" not in self.errors:
            if not data.get("namn") and "namn" not in self.errors:
                self.add_error("namn", "Skriv namnet, eller välj någon som redan finns.")
            if data.get("kanal") == Kanal.MEJL and not data.get("epost") and "epost" not in self.errors:
                self.add_error("epost", "Skriv e-postadressen, eller välj ett annat sätt.")
        scope = ("bevaka_ratt", "sorja_for_person", "forvalta_egendom")
        typ = data.get("typ") or getattr(self, "typ_nu", None)
        if typ not in (None, "", TYP.VARDNADSHAVARE) and not any(data.get(name) for name in scope):
            self.add_error("bevaka_ratt", "Kryssa i vad uppdraget eller fullmakten omfattar, minst en sak.")
        if data.get("till") and data.get("fran") and data["till"] < data["fran"]:
            self.add_error("till", "Slutdagen är före första dagen. Kontrollera dagarna.")
        return data


class AndraForetradare(RegistreraForetradare):
    """Changing a right and the contact details of its holder.

    The holder and the ground cannot be changed: a right on another ground is registered as a new one.
    """

    delar = (
        ("Vem är det?", "namn", "personnummer", "kanal", "epost", "telefon", "adress"),
        ("Vad ingår i uppdraget?", "bevaka_ratt", "sorja_for_person", "forvalta_egendom"),
        ("Hur länge, och vad visar det?", "fran", "till", "aterkallad", "underlag", "kontrolleras_igen"),
        ("Finns det något hinder?", "jav"),
        ("Vad säger personen?", "installning", "installning_grund"),
    )

    kand = None
    typ = None
    namn = TextField(label="Namn", saknas="Skriv namnet.")
    aterkallad = DateField(
        label="Återkallad den",
        required=False,
        help_text="Den dag fullmakten togs tillbaka. Från den dagen gäller den inte.",
    )
    rev = RevField()

    def __init__(self, *args: Any, skap: Foretradarskap, today: dt.date, **kwargs: Any) -> None:
        self.typ_nu = skap.typ
        kwargs["initial"] = self.stands(skap)
        super().__init__(*args, kanda=None, today=today, **kwargs)
        if skap.typ not in FULLMAKT:
            del self.fields["aterkallad"]

    def stands(self, row: Foretradarskap) -> Mapping[str, object]:
        """The saved values of the right and of the holder's contact details, by field name."""
        contact = ("namn", "personnummer", "kanal", "epost", "telefon", "adress")
        return {n: getattr(row.foretradare if n in contact else row, n) for n in self.base_fields}


class StangForetradare(BaseForm):
    """Closing a right, with a reason."""

    skal = TextField(
        label="Varför stänger du?",
        max_length=300,
        saknas="Skriv varför företrädaren stängs.",
        help_text="Personen kan läsa det i Vem har tittat. Skriv inget som kan skada någon.",
    )


class OppnaForetradare(BaseForm):
    """Opening the plan to a protected person's guardian, with the conclusion of the assessment."""

    skal = LongTextField(
        label="Vad kom ni fram till, och varför?",
        rader=3,
        max_length=300,
        saknas="Skriv vad ni kom fram till.",
        help_text="Det sparas i loggen som beslutet att öppna. Skriv inte var personen bor eller nås.",
    )


def _right_in_words(skap: Foretradarskap) -> str:
    """A right in words, with its evidence as the second line."""
    days = f"från {skap.fran}" + (f" till och med {skap.till}" if skap.till else "")
    scope = f", {skap.omfattning}" if skap.omfattning else ""
    return f"{skap.person.i_lista}: {skap.get_typ_display()}{scope}, {days}\n{skap.underlag}"


def _told_by_one_look(skap: Foretradarskap) -> tuple:
    """The values that two rights must share for one look at the evidence to settle both."""
    return skap.underlag, skap.typ, skap.omfattning, skap.fran, skap.till


class KontrolleraForetradare(BaseForm):
    """The second check of a right: does the evidence show it?"""

    villkorade = ("ocksa", "skal")

    stammer = ChoiceField(
        label="Visar underlaget det som är registrerat?",
        choices=[
            ("ja", "Stämmer\nDu har själv sett underlaget."),
            ("nej", "Stämmer inte – stäng\nFöreträdaren ser inte planen från nästa sida."),
        ],
        saknas="Välj om det stämmer eller inte.",
        widget=forms.RadioSelect,
    )
    ocksa = forms.TypedMultipleChoiceField(
        label="Stämmer det också för de här?",
        required=False,
        coerce=lambda value: tuple(map(int, value.split(":"))),
        widget=forms.CheckboxSelectMultiple,
        help_text="De väntar också, och har samma företrädare. Bara ett ja gäller fler än en.",
        error_messages={"invalid_choice": "Något har ändrats sedan du öppnade sidan. Se på listan igen."},
    )
    skal = TextField(label="Vad stämmer inte?", max_length=300, required=False, help_text="Behövs om du stänger.")
    rev = RevField()

    def __init__(self, *args: Any, skap: Foretradarskap, vantar: Iterable[Foretradarskap], **kwargs: Any) -> None:
        super().__init__(*args, initial={"rev": skap.rev}, **kwargs)
        others = {f"{row.pk}:{row.rev}": row for row in vantar if row.pk != skap.pk}
        self.fields["ocksa"].choices = [(value, _right_in_words(row)) for value, row in others.items()]
        self.fields["ocksa"].initial = [
            value for value, row in others.items() if _told_by_one_look(row) == _told_by_one_look(skap)
        ]
        if not others:
            del self.fields["ocksa"]

    def clean_stammer(self) -> bool:
        """True for yes."""
        return self.cleaned_data["stammer"] == "ja"

    def stands(self, row: Model) -> Mapping[str, object]:
        """Empty: the page already shows the saved values, so there is nothing to compare."""
        return {}
