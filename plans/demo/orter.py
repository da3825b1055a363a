"""Invented kommuner. The 99xx codes are not in use."""

_FORLED = ("Lind Ås Björk Sjö Gran Alm Rön Tall Ek Hassel Norr Söder Öster Väster Strand Ljung Klöver Svan").split()
_EFTERLED = ("haga backa fors änge vika dala holmen torpa näset lunda boda sele hult ryd mosse lycke stad").split()
REGION = "Region Mälarbygden"
NAMND = "Nämnden för funktionsstöd"
FLEST = 90


def place_of(k: int) -> tuple[str, str]:
    """The name and code of kommun number k, counted from 0."""
    return _FORLED[k % len(_FORLED)] + _EFTERLED[k % len(_EFTERLED)], f"{9910 + k:04d}"
