"""What the database holds, for tests that ask whether anything changed: checksums, log rows, planted words."""

import contextlib
from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import connection, models, transaction

from plans.models import (
    Foretradare,
    Person,
)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Undo everything that is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def fingerprint(utom: tuple[str, ...] = ("plans_handelse", "django_session")) -> dict[str, str]:
    """Return a checksum of each table's rows, leaving out by default the log and the login sessions."""
    tables = sorted(set(connection.introspection.table_names()) - set(utom))
    parts = (
        f"SELECT '{name}', md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM \"{name}\" t"  # noqa: S608
        for name in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return dict(cursor.fetchall())


def new_log_rows(efter: int) -> list[tuple[int, int | None, bool, list[int]]]:
    """Return the log's rows after an id: id, user, refused, persons concerned."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, user_id, nekad, person_ids FROM plans_handelse WHERE id > %s ORDER BY id", [efter])
        return cursor.fetchall()


ONLY_ADDED = ("Delning", "PlanSvar", "Uppfoljning", "FrystOrd", "Bedomning", "Undanhallen")
NOT_FREE_TEXT = {"personnummer", "sorteringsnyckel", "stangd_skal", "svar_av"}  # digits, derived, or tied to a state
PATHS = {"person": "person", "plan": "plan__person", "version": "version__plan__person"}


def plant_text(person: Person, marke: str, ord: Callable[[int, models.Field], str] | None = None) -> int:
    """Put a unique word in every text of a person's case, except in frozen rows; return the number of words.

    The n-th word is `ord(n, field)`, or without `ord`, `marke` followed by n.
    """
    n = 0
    for model in apps.get_app_config("plans").get_models():
        own = {Person: "pk", Foretradare: "skap__person"}
        way = own.get(model) or next((PATHS[x.name] for x in model._meta.fields if x.name in PATHS), None)
        texts = [
            x
            for x in model._meta.concrete_fields
            if isinstance(x, models.CharField | models.TextField) and not x.choices and x.name not in NOT_FREE_TEXT
        ]
        if way and texts and model.__name__ not in ONLY_ADDED and not model.__name__.endswith("Event"):
            rows = model.objects.filter(**{way: person.pk})
            rows.update(**{x.name: ord(n + i, x) if ord else f"{marke}{n + i}" for i, x in enumerate(texts)})
            n += len(texts) if rows.exists() else 0
    Person.objects.filter(pk=person.pk).update(sorteringsnyckel=f"{marke.lower()}\x01{marke.lower()}")
    return n
