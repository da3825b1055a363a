"""A planned read returns what its queryset returns, is compiled once, and is prepared once per connection."""

import datetime as dt
import gc
import threading

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

import plans.urls  # noqa: F401 - and so every read of the portal
from plans.models import Person
from plans.models.planned import Planned, attach, by_rule, planned, prepare
from tests.stod.cast import IDAG

pytestmark = pytest.mark.django_db


def born_before(ids: list[int], day: dt.date, name: str) -> QuerySet[Person]:
    """A query with a list, a date and a string as values, a constant with a percent sign, and rules run in Python."""
    two_before = by_rule(lambda d: d - dt.timedelta(days=1), by_rule(lambda d: d - dt.timedelta(days=1), day))
    rows = Person.objects.filter(pk__in=ids, fodd__lt=two_before)
    return rows.exclude(tilltalsnamn=name).exclude(tilltalsnamn__contains="100%").order_by("pk")


def prepared() -> set[str]:
    """Names of the statements this connection has prepared."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return {name for (name,) in cursor.fetchall()}


def test_it_gives_what_the_queryset_gives(roles):
    read, ids = planned(born_before), list(Person.objects.values_list("pk", flat=True))
    for day in (IDAG, dt.date(2000, 1, 1), dt.date(1900, 1, 1)):
        for name in ("Alva", "x"):
            expected = list(born_before(ids, day, name))
            assert read(ids=ids, day=day, name=name) == expected
            inner = Person.objects.filter(pk__in=planned(_ids).within(ids=ids, day=day)).order_by("pk")
            assert list(inner) == list(born_before(ids, day, ""))
    assert read(ids=[], day=IDAG, name="") == [] and len(read(ids=ids, day=IDAG, name="")) > 3


def _ids(ids: list[int], day: dt.date) -> QuerySet:
    return born_before(ids, day, "").order_by().values("pk")


def test_it_is_put_together_once_and_prepared_once(roles):
    built = []

    def build(pk: int) -> QuerySet[Person]:
        built.append(pk)
        return Person.objects.filter(pk=pk)

    read = planned(build)
    with CaptureQueriesContext(connection) as asked:
        assert [read(pk=p.pk) for p in (roles.alva, roles.yusuf)] == [[roles.alva], [roles.yusuf]]
    assert len(built) == 1 and len(asked) == 2 and read.compiled.name in prepared()
    assert all(query["sql"].startswith(f'EXECUTE "{read.compiled.name}" (') for query in asked)


def test_threads_that_begin_together_each_get_the_rows(roles):
    """Threads that compile the same read at the same time each get one whole compilation, never parts of two."""
    read, together, found = planned(born_before), threading.Barrier(4), []

    def ask() -> None:
        together.wait()
        found.append(read.compiled)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for made in found:
        assert {param.key for param in made.params} == {param.key for param in made.places}
        assert made.compiler.klass_info["model"] is Person and len(made.places) == 3


def test_a_number_that_no_column_holds_and_nobody_find_nothing(roles):
    read = planned(_one)
    assert read(pk=10**30) == [] and read(pk=None) == [] and read(pk=roles.alva.pk) == [roles.alva]


def _one(pk: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=pk)


def test_it_knows_an_id_without_reading_the_rows(roles):
    read, ids = planned(_ids), list(Person.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        found = {pk for pk in ids if read.holds(pk, ids=ids, day=IDAG)}
    assert found == set(planned(born_before_ids)(ids=ids, day=IDAG)) and len(asked) == len(ids)
    assert not read.holds(roles.alva.pk, ids=[], day=IDAG) and not read.holds(10**18, ids=ids, day=IDAG)


def born_before_ids(ids: list[int], day: dt.date) -> QuerySet:
    """The ids that `_ids` gives, as a flat list."""
    return born_before(ids, day, "").values_list("pk", flat=True)


def test_a_value_that_is_missing_is_an_error(roles):
    with pytest.raises(KeyError):
        planned(born_before)(ids=[1], day=IDAG)


def test_what_says_something_else_has_another_name(roles):
    def one(pk: int) -> QuerySet[Person]:
        return Person.objects.filter(pk=pk)

    first, again = planned(one), planned(one)

    def one(pk: int) -> QuerySet[Person]:
        return Person.objects.exclude(pk=pk)

    other = planned(one)
    assert first.compiled.name == again.compiled.name != other.compiled.name
    assert first(pk=roles.alva.pk) == [roles.alva] and roles.alva not in other(pk=roles.alva.pk)


def test_it_stays_when_the_transaction_is_undone(roles):
    def again(pk: int) -> QuerySet[Person]:
        return Person.objects.filter(pk=pk).only("pk")

    read = planned(again)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        read(pk=roles.alva.pk)
        raise ZeroDivisionError
    assert read.compiled.name in prepared() and read(pk=roles.alva.pk) == [roles.alva]


def test_rows_that_are_attached_are_not_asked_for(roles):
    with CaptureQueriesContext(connection) as asked:
        attach(roles.alva, "insatser", [])
        assert list(roles.alva.insatser.all()) == []
    assert len(asked) == 0


def test_postgresql_plans_every_read_of_the_portal(roles):
    """Find reads that cannot be compiled, or whose values have no type, before any user meets them."""
    reads = [thing for thing in gc.get_objects() if type(thing) is Planned]
    reads = [read for read in reads if read.build.__module__.startswith("plans.")]
    for read in reads:
        prepare(read.compiled.name, read.compiled.statement)
    assert {read.compiled.name for read in reads} <= prepared() and len({read.compiled.name for read in reads}) >= 37
