"""Invented names from the languages spoken in Swedish kommuner. The stock of names is in namn.toml.

First name and surname are drawn separately, so that no full name is copied from a real person.
"""

import random
import tomllib
from pathlib import Path

FORRAD = tomllib.loads((Path(__file__).parent / "namn.toml").read_text(encoding="utf-8"))
URSPRUNG = FORRAD["ursprung"]
GAMLA, MELLAN = 1966, 1998  # those born before GAMLA have the older names; before MELLAN, the names in between


class NamePicker:
    """Draws names from a seeded random generator, never the same full name twice."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.tagna: set[str] = set()

    def ursprung(self) -> str:
        """An origin, drawn by the shares in the stock."""
        return self.rng.choices(list(URSPRUNG), [row["andel"] for row in URSPRUNG.values()])[0]

    def fornamn(self, kon: str, fodd_ar: int, ursprung: str) -> str:
        """A first name that fits the sex and, as far as the stock allows, the generation."""
        generation = "gamla" if fodd_ar < GAMLA else "mellan" if fodd_ar < MELLAN else "unga"
        stock = URSPRUNG[ursprung]
        return self.rng.choice(stock.get(f"{generation}_{kon}") or stock[f"unga_{kon}"])

    def efternamn(self, ursprung: str) -> str:
        """A surname, now and then followed by a Swedish one, as after a marriage."""
        first = self.rng.choice(URSPRUNG[ursprung]["efternamn"])
        if self.rng.random() < 0.08 and "-" not in first:
            second = self.rng.choice(URSPRUNG["svenska"]["efternamn"])
            return f"{first} {second}" if second != first else first
        return first

    def namn(self, kon: str, fodd_ar: int, efternamn: str = "", ursprung: str = "") -> tuple[str, str]:
        """First and last name that no one in this nämnd has yet."""
        ursprung = ursprung or self.ursprung()
        for _ in range(200):
            pair = self.fornamn(kon, fodd_ar, ursprung), efternamn or self.efternamn(ursprung)
            if " ".join(pair) not in self.tagna:
                break
        else:  # all taken: a second first name makes it unique
            pair = f"{pair[0]} {self.fornamn(kon, fodd_ar, 'svenska')}", pair[1]
        self.tagna.add(" ".join(pair))
        return pair

    def adress(self, ort: str) -> str:
        """An invented street, with a postcode that belongs to no place."""
        return f"{self.rng.choice(FORRAD['gator'])} {self.rng.randint(1, 48)}\n999 {self.rng.randint(10, 99)} {ort}"

    def telefon(self) -> str:
        """A number from the series that PTS reserves for books and films."""
        return f"070-174 06 {self.rng.randint(5, 99):02d}"
