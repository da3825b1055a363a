"""An example list of förordnanden for a registrator to read in: demo persons, invented gode män, a few faulty rows."""

import datetime as dt
from pathlib import Path

from plans.demo.befolkning import published
from plans.models import Namnd, Person
from plans.regler.frister import age_on
from plans.regler.personnummer import birth_date
from plans.utbyte.forordnanden import COLUMNS

NYA = 12
GODE_MAN = ("Gerd Ulvsparre", "Torsten Mårdh", "Amina Berisha")


def write_file(folder: Path, namnd: Namnd, today: dt.date) -> Path:
    """Write `forordnanden.csv`: valid rows, and five that are rejected for different reasons. Returns its path."""
    free = Person.objects.filter(namnd=namnd, skyddad=False, avliden=None, foretradarskap=None).order_by("pk")
    persons = [p.personnummer for p in free if age_on(p.fodd, today) >= 18][:NYA]
    known = set(Person.objects.filter(namnd=namnd).values_list("personnummer", flat=True))
    others = [n for n in published("testpersonnummer.txt") if n not in known and _adult(n, today)]
    since, decided = today - dt.timedelta(days=20), today - dt.timedelta(days=25)

    def rad(n: int, huvudman: str, **changed: str) -> list[str]:
        who = n % len(GODE_MAN)
        cells = {
            "foretradare_personnummer": others[who],
            "foretradare_namn": GODE_MAN[who],
            "huvudman_personnummer": huvudman,
            "typ": "god man",
            "omfattning": "bevaka rätt/sörja för person",
            "fran": f"{since}",
            "till": "",
            "underlag": f"Beslut {decided}, dnr {140 + n}",
            **changed,
        }
        return [cells[name] for name in COLUMNS]

    rows = [rad(n, number) for n, number in enumerate(persons)]
    for one in persons[:1]:
        rows[4:4] = [rad(20, one, typ="kontaktperson"), rad(21, one, fran="i våras")]
        rows.append(rad(22, one, fran=f"{since - dt.timedelta(days=400)}", till=f"{decided}"))
        rows.append(rad(23, others[-1]))
        rows.append(rad(24, one[:-1] + str((int(one[-1]) + 1) % 10)))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "forordnanden.csv"
    lines = (";".join(cells) for cells in [COLUMNS, *rows])  # no cell here contains a character that needs quoting
    path.write_text("\n".join([*lines, ""]), encoding="utf-8-sig")
    return path


def _adult(number: str, today: dt.date) -> bool:
    born = birth_date(number)
    return born is not None and 30 <= age_on(born, today) <= 75
