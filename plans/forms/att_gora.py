"""The filter of the work list."""

from django import forms

from plans.forms.bas import Datum, Formular, Val

SLAG = [
    ("", "Allt"),
    ("lamna", "Erbjudanden att lämna"),
    ("svar", "Svar på erbjudanden"),
    ("fraga_igen", "Fråga igen"),
    ("borja", "Planer att börja"),
    ("begaran", "Begäranden"),
    ("utkast", "Utkast"),
    ("genomgang", "Årliga genomgångar"),
    ("lofte", "Löften"),
    ("verkstall", "Insatser som inte har börjat"),
    ("ge", "Meddelanden att ge"),
    ("kontrollera", "Företrädare att kontrollera"),
    ("igen", "Företrädare att kontrollera igen"),
    ("formaga", "Förmåga inför 15 år"),
    ("foretrada", "Vem ska företräda efter 18?"),
]
VISA = [("", "Allt"), ("forsenat", ""), ("veckan", ""), ("kommande", ""), ("ko", "")]


class Filter(Formular):
    """Which kind, up to which day, which group. Read from the address."""

    utan_frivilligt = True
    slag = Val(label="Visa", choices=SLAG, required=False)
    till = Datum(label="Till och med", required=False, help_text="")
    visa = Val(label="Grupp", choices=VISA, required=False, widget=forms.HiddenInput)
