"""Reads that are compiled once per process and planned once per connection.

Django compiles a queryset to SQL on every use, and PostgreSQL plans it every time. For a complex read, these two
steps are most of the cost of a page. A function marked `planned` builds its queryset once, with a Param in the place of
each value. After that, only the values are sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, DateField, Expression, Field, Model, QuerySet, TextField
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
BIGGEST = BigIntegerField.MAX_BIGINT
Rule = Callable[[Any], Any]

_KINDS: dict[Any, tuple[str, Field]] = {
    int: ("%s::bigint", BigIntegerField()),
    str: ("%s::text", TextField()),
    date: ("%s::date", DateField()),
    list[int]: ("(SELECT unnest(%s::bigint[]))", ArrayField(BigIntegerField())),  # for use after `__in`
}
_known: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()  # the statements each psycopg2 connection has prepared


class Param(Expression):
    """A placeholder for a value in a planned read: an int, a str, a date, or (after `__in`) a list of int."""

    def __init__(self, name: str, kind: Any, rule: Rule | None = None) -> None:
        self.name, self.kind, self.rule = name, kind, rule
        self.template, field = _KINDS[kind]
        super().__init__(output_field=field)

    @property
    def key(self) -> tuple[str, Rule | None]:
        """What identifies the value. Params with equal keys share one numbered parameter in the statement."""
        return self.name, self.rule

    def value(self, values: dict[str, Any]) -> Any:
        """The value to send for this placeholder, found by name in `values`. Raises KeyError when it is missing."""
        given = values[self.name]
        return self.rule(given) if self.rule else given

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """A typed placeholder, with this Param in the place of its value."""
        return self.template, [self]


def by_rule(rule: Rule, value: Any) -> Any:
    """Apply `rule` to a plain value now. For a Param, return a new Param that applies `rule` when the read is run."""
    if not isinstance(value, Param):
        return rule(value)
    before = value.rule
    return Param(value.name, value.kind, (lambda given: rule(before(given))) if before else rule)


class Within(Expression):
    """The SQL of a planned read and its values, to stand as the ids after `__in` in another read."""

    def __init__(self, sql: str, values: list[Any]) -> None:
        self.sql, self.values = sql, values
        super().__init__(output_field=BigIntegerField())

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """The SQL, which is already compiled, and its values."""
        return self.sql, self.values


@dataclass(frozen=True)
class Compiled:
    """Everything compiled from a read, in one object, so that threads compiling at the same time never mix parts."""

    rows: QuerySet
    compiler: SQLCompiler
    converters: dict[int, Any]  # for the columns whose values from the database are converted
    text: str  # the SQL with constants inlined, and %s for each value
    params: list[Param]  # in the order they appear in the SQL
    places: list[Param]  # one for each numbered parameter of the statement, in order
    statement: str  # the SQL with a numbered parameter for each value
    name: str  # the statement's name in PostgreSQL: the origin, and a hash, as the SQL may change


class Planned(Generic[Row]):
    """A read whose values are given by name. Call it to run it; use `within` to make it part of another read."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self.build = build
        self.kinds = {name: kind for name, kind in build.__annotations__.items() if name != "return"}
        self.origin = f"{build.__module__}.{build.__qualname__}".removeprefix("plans.")
        self.__doc__ = build.__doc__

    def __call__(self, **values: Any) -> list[Row]:
        """Run the read and return its rows. Raises KeyError when a value is missing.

        A number too big for any column gives no rows, as in Django.
        """
        made = self.compiled
        given = [param.value(values) for param in made.places]
        if any(isinstance(value, int) and abs(value) > BIGGEST for value in given):
            return []
        prepare(made.name, made.statement)
        rows, compiler, execute = _fresh(made.rows), copy(made.compiler), _execute(made.name, given)
        compiler.connection = connection
        # Django asks the query for a compiler, and the compiler for its SQL and converters. It gets those already made.
        vars(compiler)["as_sql"] = lambda *_, **__: (execute, given)
        vars(compiler)["get_converters"] = lambda *_: made.converters
        vars(rows.query)["get_compiler"] = lambda *_, **__: compiler
        return list(rows)

    def within(self, **values: Any) -> Within:
        """The ids that the read finds, for `pk__in=` in another read. Raises KeyError when a value is missing."""
        made = self.compiled
        return Within(f"({made.text})", [param.value(values) for param in made.params])

    def holds(self, pk: int, **values: Any) -> bool:
        """True when the read finds this id. No rows are fetched. Raises KeyError when a value is missing."""
        made = self.compiled
        name, number = f"{made.name}?", f"${len(made.places) + 1}"
        one = f"SELECT EXISTS (SELECT FROM ({made.statement}) found (id) WHERE id = {number}::bigint)"  # noqa: S608
        prepare(name, one)
        given = [*(param.value(values) for param in made.places), pk]
        with connection.cursor() as cursor:
            cursor.execute(_execute(name, given), given)
            return bool(cursor.fetchone()[0])

    @cached_property
    def compiled(self) -> Compiled:
        """The read as Django compiles it, with a Param in the place of each value."""
        rows = self.build(**{name: Param(name, kind) for name, kind in self.kinds.items()})
        compiler: SQLCompiler = rows.query.get_compiler(connection=connection)
        sql, values = cast(Any, compiler.as_sql())
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        parts = ["%s" if isinstance(value, Param) else _literal(value).replace("%", "%%") for value in values]
        text = sql.replace("%%", "%%%%") % tuple(parts)
        params = [value for value in values if isinstance(value, Param)]
        places = {param.key: param for param in params}
        numbers = {key: f"${number}" for number, key in enumerate(places, 1)}
        statement = text % tuple(numbers[param.key] for param in params)
        name = f"{self.origin[-50:]} {sha256(statement.encode()).hexdigest()[:8]}"
        return Compiled(rows, compiler, converters, text, params, list(places.values()), statement, name)


def _fresh(rows: QuerySet[Any, Row]) -> QuerySet[Any, Row]:
    """A copy to run, with a query of its own. Django's `all()` would also clone each branch of a union."""
    again = object.__new__(type(rows))
    vars(again).update(vars(rows), _query=copy(rows.query))
    return again


def prepare(name: str, statement: str) -> None:
    """Prepare a statement on this connection, unless that is already done."""
    connection.ensure_connection()
    known = _known.setdefault(connection.connection, set())
    if name in known:
        return
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        cursor.execute(f'PREPARE "{name}" AS {statement}')
    known.add(name)


def _execute(name: str, given: list[Any]) -> str:
    places = ", ".join("%s" for _ in given)
    return f'EXECUTE "{name}"' + (f" ({places})" if places else "")


def attach(row: Model, name: str, rows: Iterable[Model]) -> None:
    """Give a row its related rows, as Django's prefetch does, so that `row.<name>.all()` makes no query."""
    related = getattr(row, name).all()
    related._result_cache = list(rows)
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = related


def _literal(value: Any) -> str:
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        text: bytes = cursor.mogrify("%s", (value,))
    return text.decode()


def planned(build: Callable[..., QuerySet[Any, Row]]) -> Planned[Row]:
    """Mark a function that builds a queryset from its arguments, each annotated int, str, date or list[int].

    The function runs once, with Params as arguments. It may put them in the queryset but never inspect their values.
    """
    return Planned(build)
