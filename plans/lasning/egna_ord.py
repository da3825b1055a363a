"""Own words as a reader may see them."""

from plans.models import EgetOrd, Person, User


def synliga(person: Person, user: User) -> tuple[list[EgetOrd], list[EgetOrd]]:
    """*Mina ord* and *Så ser jag det* for somebody outside staff: open to all readers, or written by the reader."""
    rows = EgetOrd.objects.filter(person=person).order_by("slag", "pk")
    seen = [o for o in rows if o.lasare == EgetOrd.Lasare.ALLA or o.forfattare_id == user.pk]
    return [o for o in seen if o.slag == "mina_ord"], [o for o in seen if o.slag == "sa_ser_jag_det"]


def mina(person: Person, user: User) -> dict[str, EgetOrd]:
    """The reader's own rows by question; *Så ser jag det* under the empty one."""
    return {o.fraga: o for o in EgetOrd.objects.filter(person=person, forfattare=user)}
