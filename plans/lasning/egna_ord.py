"""Read egna ord, limited to what the reader may see."""

from django.db.models import Q, QuerySet

from plans.models import EgetOrd, Person, User


def readable_rows(person: Person, user: User) -> QuerySet[EgetOrd]:
    """Rows that a reader who is not staff may see: open to all readers, or written by the reader."""
    rows = EgetOrd.objects.filter(Q(lasare=EgetOrd.Lasare.ALLA) | Q(forfattare=user), person=person)
    return rows.select_related("person", "forfattare").order_by("slag", "pk")


def readable_words(person: Person, user: User) -> tuple[list[EgetOrd], list[EgetOrd]]:
    """*Mina ord* and *Så ser jag det*, limited to `readable_rows`."""
    seen = list(readable_rows(person, user))
    return [o for o in seen if o.slag == "mina_ord"], [o for o in seen if o.slag == "sa_ser_jag_det"]


def own_rows(person: Person, user: User) -> dict[str, EgetOrd]:
    """The reader's own rows, keyed by question. *Så ser jag det* has no question, so its key is the empty string."""
    return {o.fraga: o for o in EgetOrd.objects.filter(person=person, forfattare=user)}
