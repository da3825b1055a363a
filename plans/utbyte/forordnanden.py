"""The överförmyndare's list of förordnanden as CSV: bytes → rows, and a Swedish sentence for each faulty row.

No sentence repeats a number or a name from the file, since reports get printed, mailed and left in folders.
"""

import csv
import datetime as dt
import io
import unicodedata
from dataclasses import dataclass

from plans.models import Foretradarskap
from plans.regler import personnummer
from plans.regler.fel import Regelbrott
from plans.regler.text import nfc

# The columns of the file, and what each contains.
COLUMNS = {
    "foretradare_personnummer": "Företrädarens personnummer, 12 siffror. Det är så e-legitimationen känner igen hen.",
    "foretradare_namn": "För- och efternamn.",
    "huvudman_personnummer": "Personens eget personnummer, 12 siffror.",
    "typ": "god man, förvaltare eller förmyndare.",
    "omfattning": "En eller flera: bevaka rätt, förvalta egendom, sörja för person. Skriv / mellan dem.",
    "fran": "Första dagen, till exempel 2027-05-01.",
    "till": "Sista dagen. Tomt när inget slut är bestämt.",
    "underlag": "Beslutet, till exempel Beslut 2027-01-12, dnr 41.",
}
MOST = 20_000
# The first bytes of files that are not CSV, and what the user should do instead. Such a file is never opened.
NO_LIST = {
    b"PK": "Det här är en Excel-fil eller ett zip-arkiv. Öppna listan i Excel och spara den som CSV.",
    b"\xd0\xcf\x11\xe0": "Det här är en äldre Excel-fil. Öppna listan i Excel och spara den som CSV.",
    b"%PDF": "Det här är en PDF. Be överförmyndaren om listan som CSV.",
}
TYPES = {
    "god man": Foretradarskap.Typ.GOD_MAN,
    "förvaltare": Foretradarskap.Typ.FORVALTARE,
    "förmyndare": Foretradarskap.Typ.FORMYNDARE,
}
SCOPES = {
    "bevaka rätt": "bevaka_ratt",
    "förvalta egendom": "forvalta_egendom",
    "sörja för person": "sorja_for_person",
}


Fault = tuple[int, str]  # a line of the file, and a sentence about what is wrong with it


@dataclass(frozen=True)
class Row:
    """One appointment: its line in the file, who acts, for whom, in what role, its scope, its dates, its decision."""

    rad: int
    foretradare: str
    namn: str
    huvudman: str
    typ: str
    omfattning: frozenset[str]
    fran: dt.date
    till: dt.date | None
    underlag: str


def parse(data: bytes, today: dt.date) -> tuple[list[Row], list[Fault]]:
    """Read the file: its rows, and what is wrong with each faulty row. Raises Regelbrott if it is not such a list."""
    text = _text(data)
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count), strict=True)
    rows: list[Row] = []
    wrong: list[Fault] = []
    try:
        names = [_column(cell) for cell in next(reader, [])]
        missing = [name for name in COLUMNS if name not in names]
        if missing:
            raise Regelbrott(f"Första raden ska ha kolumnernas namn. Saknas: {', '.join(missing)}.")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(rows) + len(wrong) >= MOST:
                raise Regelbrott(f"Filen har fler än {MOST // 1000} 000 rader. Dela den.")
            try:
                rows.append(_row(reader.line_num, dict(zip(names, cells, strict=False)), today))
            except Regelbrott as stop:
                wrong.append((reader.line_num, str(stop)))
    except csv.Error:
        raise Regelbrott(f"Filen går inte att läsa vid rad {reader.line_num}. Spara den som CSV igen.") from None
    if not rows and not wrong:
        raise Regelbrott("Filen har inga rader under kolumnernas namn.")
    return rows, wrong


def _text(data: bytes) -> str:
    """Decode as UTF-8, with or without a BOM, or else as cp1252, which Excel on Windows writes. Normalise to NFC."""
    for start, sentence in NO_LIST.items():
        if data.startswith(start):
            raise Regelbrott(sentence)
    if b"\0" in data:
        raise Regelbrott("Filen har tecken som inte går att läsa. Spara den som CSV med UTF-8.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return nfc(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise Regelbrott("Filen har tecken som inte går att läsa. Spara den som CSV med UTF-8.")


def _column(cell: str) -> str:
    """Normalise a column's name: lower case, å and ä become a, ö becomes o, a space becomes _."""
    table = str.maketrans("åäö ", "aao_")
    return cell.strip().casefold().translate(table)


def _row(line: int, cells: dict[str, str], today: dt.date) -> Row:
    """Read one row. Raises Regelbrott saying what is wrong with it, but not on which line it is."""
    cell = {name: cells.get(name, "").strip() for name in COLUMNS}
    for name, value in cell.items():
        if any(unicodedata.category(c) == "Cc" for c in value):
            raise Regelbrott(f"Kolumnen {name} har ett tecken som inte går att spara.")
        if value[:1] in ("=", "+", "-", "@"):
            raise Regelbrott(f"Kolumnen {name} börjar med {value[0]} och ser ut som en formel.")
    typ = TYPES.get(cell["typ"].casefold())
    if typ is None:
        raise Regelbrott("Typ ska vara god man, förvaltare eller förmyndare.")
    scope = {part.strip().casefold() for part in cell["omfattning"].replace("+", ",").replace("/", ",").split(",")}
    if not scope or not scope <= set(SCOPES):
        raise Regelbrott(f"Omfattning ska vara en eller flera av: {', '.join(SCOPES)}.")
    if not 0 < len(cell["foretradare_namn"]) <= 200 or not 0 < len(cell["underlag"]) <= 200:
        raise Regelbrott("Namn och underlag ska finnas, högst 200 tecken var.")
    fran, till = _day(cell["fran"], "Från"), _day(cell["till"], "Till") if cell["till"] else None
    if fran is None:
        raise Regelbrott("Från vilken dag saknas.")
    if till and till < fran:
        raise Regelbrott("Slutdagen är före första dagen.")
    return Row(
        rad=line,
        foretradare=_number(cell["foretradare_personnummer"], "Företrädarens", today),
        namn=cell["foretradare_namn"],
        huvudman=_number(cell["huvudman_personnummer"], "Huvudmannens", today),
        typ=str(typ),
        omfattning=frozenset(SCOPES[part] for part in scope),
        fran=fran,
        till=till,
        underlag=cell["underlag"],
    )


def _number(text: str, whose: str, today: dt.date) -> str:
    try:
        return personnummer.parse(text, today)
    except Regelbrott:
        raise Regelbrott(f"{whose} personnummer stämmer inte. Skriv 12 siffror.") from None


def _day(text: str, which: str) -> dt.date | None:
    """Read a day written as 2027-05-01 or 20270501, from 1900 to 2100. None when empty. Raises Regelbrott."""
    try:
        day = dt.date.fromisoformat(text) if text.replace("-", "").isdecimal() and text.isascii() else None
    except ValueError:
        day = None
    if text and (day is None or not 1900 <= day.year <= 2100):
        raise Regelbrott(f"{which} ska vara en dag, till exempel 2027-05-01.")
    return day
