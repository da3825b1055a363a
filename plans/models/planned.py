"""Reads that are put together once in each process and planned once in each connection.

Django writes the SQL of a queryset anew each time it is asked, and PostgreSQL plans it anew. For a read of many parts
that is most of what a page costs. A function marked `planned` is asked for its queryset once, with a Param in the place
of each value; from then on only the values travel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Generic, TypeVar
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
    list[int]: ("(SELECT unnest(%s::bigint[]))", ArrayField(BigIntegerField())),  # to stand after `__in`
}
_known: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()  # what each psycopg2 connection has prepared


class Param(Expression):
    """The place of a value in a planned read: an int, a str, a date, or after `__in` a list of int."""

    def __init__(self, name: str, kind: Any, rule: Rule | None = None) -> None:
        self.name, self.kind, self.rule = name, kind, rule
        self.template, field = _KINDS[kind]
        super().__init__(output_field=field)

    @property
    def key(self) -> tuple[str, Rule | None]:
        """What is the same value wherever it stands."""
        return self.name, self.rule

    def value(self, values: dict[str, Any]) -> Any:
        """What is put in its place. Raises KeyError when it is missing."""
        given = values[self.name]
        return self.rule(given) if self.rule else given

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """A placeholder of the right type, and for its value this object."""
        return self.template, [self]


def by_rule(rule: Rule, value: Any) -> Any:
    """`rule(value)`, of a value that is here or, of a Param, of the one that will come."""
    if not isinstance(value, Param):
        return rule(value)
    before = value.rule
    return Param(value.name, value.kind, (lambda given: rule(before(given))) if before else rule)


class Within(Expression):
    """A planned read with its values, as the ids after `__in`."""

    def __init__(self, sql: str, values: list[Any]) -> None:
        self.sql, self.values = sql, values
        super().__init__(output_field=BigIntegerField())

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """The text as it was compiled once."""
        return self.sql, self.values


class Planned(Generic[Row]):
    """A read with values to be given by name: called, it is asked; `within`, it is a part of another."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self.build = build
        self.kinds = {name: kind for name, kind in build.__annotations__.items() if name != "return"}
        self.origin = f"{build.__module__}.{build.__qualname__}".removeprefix("plans.")
        self.__doc__ = build.__doc__

    def __call__(self, **values: Any) -> list[Row]:
        """The rows; none for a number that no column holds, as in Django. Raises KeyError when a value is missing."""
        self._prepare(self.name, self._statement)
        rows, compiler = self._rows.all(), copy(self._compiler)
        compiler.connection = connection
        given = [param.value(values) for param in self._places.values()]
        if any(isinstance(value, int) and abs(value) > BIGGEST for value in given):
            return []
        # Django asks the query for a compiler and the compiler for its SQL: ours is there already.
        vars(compiler)["as_sql"] = lambda *_, **__: (self._execute, given)
        vars(rows.query)["get_compiler"] = lambda *_, **__: compiler
        return list(rows)

    def within(self, **values: Any) -> Within:
        """The ids that it finds, for `pk__in=`. Raises KeyError when a value is missing."""
        return Within(f"({self._text})", [param.value(values) for param in self._params])

    def holds(self, pk: int, **values: Any) -> bool:
        """Whether an id is among those that it finds, without reading the others. Raises KeyError as the call does."""
        name = f"{self.name}?"
        number = f"${len(self._places) + 1}"
        one = f"SELECT EXISTS (SELECT FROM ({self._statement}) found (id) WHERE id = {number}::bigint)"  # noqa: S608
        self._prepare(name, one)
        given = [*(param.value(values) for param in self._places.values()), pk]
        with connection.cursor() as cursor:
            cursor.execute(f'EXECUTE "{name}" ({", ".join("%s" for _ in given)})', given)
            return bool(cursor.fetchone()[0])

    @cached_property
    def _rows(self) -> QuerySet[Any, Row]:
        return self.build(**{name: Param(name, kind) for name, kind in self.kinds.items()})

    @cached_property
    def _compiler(self) -> SQLCompiler:
        compiler: SQLCompiler = self._rows.query.get_compiler(connection=connection)
        return compiler

    @cached_property
    def _sql(self) -> tuple[str, Any]:
        """As Django compiles it, with a Param for each value among the params."""
        return self._compiler.as_sql()

    @cached_property
    def _params(self) -> list[Param]:
        """The Params in the order of their places."""
        return [param for param in self._sql[1] if isinstance(param, Param)]

    @cached_property
    def _places(self) -> dict[tuple[str, Rule | None], Param]:
        """Each value once, in the order of the statement's numbers."""
        return {param.key: param for param in self._params}

    @cached_property
    def _text(self) -> str:
        """The SQL with its constants written out."""
        text, params = self._sql
        parts = ["%s" if isinstance(p, Param) else _literal(p).replace("%", "%%") for p in params]
        return text.replace("%%", "%%%%") % tuple(parts)

    @cached_property
    def _statement(self) -> str:
        """The SQL with a number for each value."""
        numbers = {key: f"${number}" for number, key in enumerate(self._places, 1)}
        return self._text % tuple(numbers[param.key] for param in self._params)

    @cached_property
    def name(self) -> str:
        """What PostgreSQL calls it: where it stands, and a mark of what it says, for it may be another tomorrow."""
        return f"{self.origin[-50:]} {sha256(self._statement.encode()).hexdigest()[:8]}"

    @cached_property
    def _execute(self) -> str:
        places = ", ".join("%s" for _ in self._places)
        return f'EXECUTE "{self.name}"' + (f" ({places})" if places else "")

    def _prepare(self, name: str, statement: str) -> None:
        """Make a statement known to this connection."""
        connection.ensure_connection()
        known = _known.setdefault(connection.connection, set())
        if name in known:
            return
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f'PREPARE "{name}" AS {statement}')
        known.add(name)


def attach(row: Model, name: str, rows: Iterable[Model]) -> None:
    """Give a row its related rows, as Django's prefetch does: `row.<name>.all()` asks no more."""
    related = getattr(row, name).all()
    related._result_cache = list(rows)
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = related


def _literal(value: Any) -> str:
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        text: bytes = cursor.mogrify("%s", (value,))
    return text.decode()


def planned(build: Callable[..., QuerySet[Any, Row]]) -> Planned[Row]:
    """Mark a function that makes a queryset of its values, each annotated int, str, date or list[int].

    It runs once, so it may not look at the values, only place them.
    """
    return Planned(build)
