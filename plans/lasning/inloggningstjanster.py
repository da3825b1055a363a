"""Which doors there are to log in by: the active providers, in kommun order."""

from plans.models import Inloggningstjanst, Namnd

FOR = Inloggningstjanst.For


def eleg_namn(namnd: Namnd) -> list[str]:
    """What the nämnd's e-IDs are called on their buttons; empty when it has none."""
    rows = Inloggningstjanst.objects.filter(namnd=namnd, for_vem=FOR.ENSKILDA, aktiv=True)
    return list(rows.order_by("namn").values_list("namn", flat=True))
