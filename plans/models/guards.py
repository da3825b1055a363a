"""Guards that bind every writer: triggers in the models' Meta, and constraints that keep rows in their parent's nämnd.

A guard is a pgtrigger trigger without pgtrigger's bypass (`SET pgtrigger.ignore`). A refusal has SQLSTATE 23001
(restrict_violation), which reaches Django as IntegrityError.
"""

from collections.abc import Sequence
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState
from pghistory import trigger as history
from pgtrigger import compiler, migrations


class GuardSql(compiler.UpsertTriggerSql):
    """The trigger and its function. Migrations refer to this class: write a new class instead of changing its SQL."""

    def get_template(self) -> str:
        """pgtrigger's template without the clause that lets a session ignore the trigger."""
        return """
            CREATE OR REPLACE FUNCTION {pgid}() RETURNS TRIGGER AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql {security};
            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid} {when} {operation} ON {table} {timing} {referencing}
                FOR EACH {level} {condition} EXECUTE PROCEDURE {execute};
            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """

    def get_defaults(self, pgid: str) -> dict[str, str]:
        """pgtrigger's defaults, without a security clause: the function runs with the writer's rights."""
        return super().get_defaults(pgid) | {"security": ""}


class DefinerSql(GuardSql):
    """A guard that reads another table. It runs with its owner's rights, since the writer may not see that table."""

    def get_defaults(self, pgid: str) -> dict[str, str]:
        """The defaults, but with the owner's rights and the fixed search path that such a function needs."""
        return super().get_defaults(pgid) | {"security": "SECURITY DEFINER SET search_path = public, pg_temp"}


class AddGuard(migrations.AddTrigger):
    """pgtrigger's operation, without re-rendering the model.

    Model classes do not show their triggers, so re-rendering changed nothing and took half of the migrations' time.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the trigger to the model's options, where makemigrations looks for it."""
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class _Unignorable(pgtrigger.Trigger):
    """A trigger that compiles to our own SQL."""

    sql_class: type[GuardSql] = GuardSql

    def compile(self, model: Any) -> compiler.Trigger:
        """Compile the trigger for a model class, for migrations."""
        compiled = super().compile(model)
        kwargs = {k: v for k, v in compiled.sql.kwargs.items() if k != "ignore_func_name"}
        return compiler.Trigger(name=compiled.name, sql=self.sql_class(**kwargs))


class Guard(_Unignorable):
    """A trigger that refuses a change."""

    when = pgtrigger.Before

    def __init__(self, *, sql_class: type[GuardSql] = GuardSql, **kwargs: Any) -> None:
        self.sql_class = sql_class
        super().__init__(**kwargs)


def _refuse(words: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation';"


def never_emptied() -> Guard:
    """Refuse TRUNCATE."""
    return Guard(
        name="aldrig_tomd",
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'rows in % are never cleared', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
    )


def only_added() -> list[Guard]:
    """Refuse to change or remove rows; they can only be added."""
    return [
        Guard(
            name="bara_tillagg",
            operation=pgtrigger.Update | pgtrigger.Delete,
            func="RAISE EXCEPTION 'rows in % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
        ),
        never_emptied(),
    ]


def final_version() -> list[Guard]:
    """Refuse to change or remove a final version."""
    return [
        Guard(
            name="klar_version",
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF OLD.status = 'faststalld' THEN {_refuse("a final plan version cannot be changed")} END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            """,
        ),
        never_emptied(),
    ]


def part_of_final_version() -> list[Guard]:
    """Refuse to add, change or remove any part of a final version."""
    return [
        Guard(
            name="del_av_klar_version",
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            sql_class=DefinerSql,
            declare=[("parents", "bigint[]")],
            func=f"""
                parents := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
                    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
                PERFORM 1 FROM plans_planversion WHERE id = ANY(parents) AND status = 'faststalld';
                IF FOUND THEN {_refuse("a part of a final plan version cannot be changed")} END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            """,
        ),
        never_emptied(),
    ]


def same_author() -> list[Guard]:
    """Refuse to move own words to another author, person or question."""
    return [
        Guard(
            name="samma_forfattare",
            operation=pgtrigger.Update,
            func=f"""
                IF (OLD.person_id, OLD.forfattare_id, OLD.slag, OLD.fraga)
                   IS DISTINCT FROM (NEW.person_id, NEW.forfattare_id, NEW.slag, NEW.fraga) THEN
                    {_refuse("own words keep their author and place")}
                END IF;
                RETURN NEW;
            """,
        )
    ]


# --- What the database records by itself -----------------------------------------------------------------------------


class _Event(_Unignorable, history.Event):
    """pghistory's trigger, in a form that no session can switch off."""


class _Tracked(pghistory.RowEvent):
    """Register our trigger instead of pghistory's."""

    def add_event_trigger(self, event_model: Any) -> None:
        """Register one trigger for one kind of change."""
        event = _Event(
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            condition=self.condition,
            level=self.level,
        )
        pgtrigger.register(event)(event_model.pgh_tracked_model)


class _Insert(_Tracked, pghistory.InsertEvent):
    """Every new row."""


class _Update(_Tracked, pghistory.UpdateEvent):
    """Every changed row."""


class _Delete(_Tracked, pghistory.DeleteEvent):
    """Every removed row."""


def tracked(exclude: list[str] | None = None) -> Any:
    """Record every insert, update and delete in an append-only event table for the model."""
    return pghistory.track(_Insert(), _Update(), _Delete(), exclude=exclude, meta={"triggers": only_added()})


# --- The nämnd of a row ----------------------------------------------------------------------------------------------


class NamndVia(models.ForeignKey):
    """The nämnd of a row, copied from its parent when the row is made."""

    def __init__(self, via: str, **kwargs: Any) -> None:
        self.via = via
        fixed = {"to": "plans.Namnd", "on_delete": models.PROTECT, "related_name": "+", "editable": False}
        super().__init__(**{**fixed, "db_index": False, "db_constraint": False, **kwargs})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Include the parent's name."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"via": self.via}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Fill in the nämnd when it is not set."""
        if getattr(model_instance, self.attname) is None:
            setattr(model_instance, self.attname, getattr(model_instance, self.via).namnd_id)
        return super().pre_save(model_instance, add)


class SameNamnd(models.BaseConstraint):
    """A composite foreign key (parent, nämnd): a row cannot be in another nämnd than its parent."""

    def __init__(self, parent: str, *, name: str) -> None:
        self.parent = parent
        super().__init__(name=name)

    def _sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        field = model._meta.get_field(self.parent)
        if not isinstance(field, models.ForeignKey):
            raise TypeError(f"{self.parent} is no foreign key")
        quote = schema_editor.quote_name
        there = field.remote_field.model._meta.db_table
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name)} "
            f'FOREIGN KEY ({quote(field.column)}, "namnd_id") REFERENCES {quote(there)} ("id", "namnd_id")'
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Defer the constraint until all tables exist, since the parent's table may be created later."""
        schema_editor.deferred_sql.append(self._sql(model, schema_editor))
        return ""

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Defer the constraint, as for a new table."""
        return self.constraint_sql(model, schema_editor)

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Drop the constraint."""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Leave the check to the database."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameNamnd) and (self.parent, self.name) == (other.parent, other.name)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Include the parent's name."""
        path, _, kwargs = super().deconstruct()
        return path, (self.parent,), kwargs


def in_namnd(model: str, *parents: str) -> list[models.BaseConstraint]:
    """The constraints of a case table: children can refer to (id, namnd), and every parent is in the same nämnd."""
    own = models.UniqueConstraint(fields=["id", "namnd"], name=f"{model}_id_namnd")
    return [own, *(SameNamnd(parent, name=f"{model}_{parent}_samma_namnd") for parent in parents)]
