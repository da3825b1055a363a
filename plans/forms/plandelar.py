"""One form for each kind of part in a draft. The fields are in the order in which a meeting discusses them."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from plans.forms.bas import BaseForm, ChoiceField, DateField, RevField, TextField
from plans.models import LAGRUM, Atgard, Delaktig, Malsattning, Person, PlanRad

IN_A_ROW = {"data-val": "rad"}


def _tick_box(label: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def _day(label: str) -> DateField:
    return DateField(label=label, required=False)


def _easy() -> TextField:
    return TextField(
        label="En lätt mening",
        required=False,
        max_length=120,
        help_text="Högst tio ord. Kom överens på mötet.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class DelForm(BaseForm):
    """The base of the part forms: the model of the part, the fields that are folded away, and the revision."""

    modell: ClassVar[type]
    delar: ClassVar[str]  # the name of the version's manager for these parts
    fast: ClassVar[dict[str, Any]] = {}  # values that this kind always has
    mer: ClassVar[tuple[str, ...]] = ()  # fields folded away
    mer_rubrik: ClassVar[str] = "Mer: dagen då det börjar"
    kallas: ClassVar[str]  # what the part is called
    ny: ClassVar[str]  # the heading above a new part
    sparat: ClassVar[str]  # the message when the part is saved
    rev = RevField()

    def __init__(self, *args: Any, person: Person, today: date, part: Any = None, **kwargs: Any) -> None:
        self.part = part
        names = [n for n in self.base_fields if n != "rev"]
        if part is not None:
            kwargs["initial"] = {"rev": part.rev, **{n: getattr(part, n) for n in names}}
        super().__init__(*args, **kwargs)
        if "latt_mening" in self.fields:
            help_text = f"{person.tilltalsnamn} ser meningen i Min plan. Högst tio ord. Kom överens på mötet."
            self.fields["latt_mening"].help_text = help_text

    def arguments(self) -> dict[str, Any]:
        """The part's values, as the action expects them."""
        return {**{k: v for k, v in self.cleaned_data.items() if k != "rev"}, **self.fast}

    def oppna(self) -> list[forms.BoundField]:
        """The fields that are always visible."""
        return [f for f in self if f.name not in self.mer]

    def vikta(self) -> list[forms.BoundField]:
        """The fields folded away."""
        return [f for f in self if f.name in self.mer]

    def vikt_upp(self) -> bool:
        """True if a folded field has a value or an error and must be shown."""
        return any(f.errors or f.value() for f in self.vikta())


class TaBortForm(BaseForm):
    """Removing a part, in the revision that the page showed."""

    rev = RevField()


class MalForm(DelForm):
    """A goal."""

    modell, delar, kallas, ny, sparat = Malsattning, "malsattning_set", "målet", "Nytt mål", "Målet är sparat."
    mer, mer_rubrik = ("delmal", "livsomrade"), "Mer om målet: delmål och livsområde"
    text = TextField(
        label="Målet",
        max_length=300,
        saknas="Skriv vad målet är.",
        help_text="Skriv med personens egna ord.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    latt_mening = _easy()
    sikt = ChoiceField(
        label="När ska målet vara nått?",
        widget=forms.RadioSelect(attrs=IN_A_ROW),
        initial="kort",
        choices=[(v, label.capitalize()) for v, label in Malsattning.Sikt.choices],
    )
    delmal = TextField(label="Delmål", required=False, max_length=300, help_text="Ett steg på vägen.")
    livsomrade = forms.ChoiceField(
        label="Livsområde", required=False, choices=[("", "Inget valt"), *Malsattning.Livsomrade.choices]
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.fields["text"].label = f"Vad vill {person.tilltalsnamn}?"
        self.fields["text"].help_text = f"Skriv som {person.tilltalsnamn} säger det."


class InsatsForm(DelForm):
    """An insats. If the row is tied to a decision, its status and lagrum cannot be changed."""

    modell, delar, kallas, ny, sparat = PlanRad, "planrad_set", "insatsen", "Ny insats", "Insatsen är sparad."
    status = ChoiceField(
        label="Hur säker är den?",
        saknas="Välj om insatsen är beslutad, planerad eller önskad.",
        widget=forms.RadioSelect,
        choices=[
            ("beslutad", "Beslutad\nDet finns ett beslut."),
            ("planerad", "Planerad\nVi räknar med den, men beslutet är inte taget."),
            ("onskad", "Önskad\nPersonen vill ha den. Den står kvar även om den inte går att få nu."),
        ],
    )
    lagrum = forms.TypedChoiceField(
        label="Insats enligt 9 § LSS",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Ingen av de tio"), *((n, f"{n}. {namn}") for n, namn in LAGRUM)],
        help_text="En önskan kan vara något annat än de tio insatserna.",
    )
    text = TextField(
        label="Vad?",
        max_length=300,
        saknas="Skriv vad det handlar om.",
        help_text="Till exempel: Egen lägenhet nära bussen.",
    )
    mer = ("fran",)
    nar = TextField(label="När?", required=False, max_length=100, help_text="Med ord, till exempel: Hösten 2028.")
    ansvarig = TextField(
        label="Vem ser till att det händer?", required=False, help_text="En person, inte en verksamhet."
    )
    lovat_till = _day("Lovat till")
    latt_mening = _easy()
    fran = _day("Började den, eller börjar")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        who = person.tilltalsnamn
        self.fields["status"].choices = [
            (v, text.replace("Personen", who)) for v, text in self.fields["status"].choices
        ]
        self.beslut = self.part is not None and self.part.insats_id is not None
        if self.beslut:
            del self.fields["status"], self.fields["lagrum"]

    def arguments(self) -> dict[str, Any]:
        """The part's values. A row that is tied to a decision keeps its status and lagrum."""
        tied = {"status": self.part.status, "lagrum": self.part.lagrum} if self.beslut else {}
        return {**super().arguments(), **tied}


class AtgardForm(DelForm):
    """Who does what by when; the base for promises and for measures by others."""

    modell, delar = Atgard, "atgard_set"
    text = TextField(label="Vad ska hända?", max_length=300, saknas="Skriv vad som ska hända.")
    ansvarig = TextField(
        label="Vem ser till att det händer?",
        saknas="Skriv namnet på den som ser till att det händer.",
        help_text="En person, inte en verksamhet.",
    )
    lovat_till = _day("Lovat till")
    latt_mening = _easy()


class LofteForm(AtgardForm):
    """A promise by someone in the plan."""

    kallas, ny, sparat = "löftet", "Nytt: vem gör vad när", "Raden är sparad."
    fast: ClassVar[dict[str, Any]] = {"slag": "lofte"}
    mer = ("fran",)
    fran = _day("Börjar den")


class AndraForm(AtgardForm):
    """A measure by others than the kommun and the region (10 § LSS)."""

    kallas, ny, sparat = "åtgärden", "Nytt: vad andra gör", "Raden är sparad."
    fast: ClassVar[dict[str, Any]] = {"slag": "andra"}
    mer = ("fran",)
    kontakt = TextField(label="Kontakt", required=False, help_text="Namn och gärna telefon.")
    fran = _day("Börjar den")
    field_order = ("text", "ansvarig", "lovat_till", "kontakt", "latt_mening", "fran")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ansvarig"].label = "Vem gör det?"
        self.fields["ansvarig"].help_text = "Till exempel Försäkringskassan, skolan, en förening eller familjen."
        self.fields["ansvarig"].error_messages["required"] = "Skriv vem som gör det."
        self.fields["lovat_till"].label = "Klart till"


class DelaktigForm(DelForm):
    """A participant."""

    modell, delar, kallas, ny = Delaktig, "delaktig_set", "personen", "Någon mer som var med"
    sparat = "Namnet är sparat."
    namn = TextField(label="Namn", saknas="Skriv namnet.")
    som = TextField(label="Som", required=False, help_text="Till exempel god man, mamma eller lärare.")
    ledde = _tick_box("Ledde mötet")
    skrev = _tick_box("Skrev planen")


FORMER: dict[str, type[DelForm]] = {
    "mal": MalForm,
    "insatser": InsatsForm,
    "loften": LofteForm,
    "andra": AndraForm,
    "delaktiga": DelaktigForm,
}
