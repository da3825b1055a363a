"""A final version cannot be changed: not by the ORM, not by .update(), not by psql as the role that runs the portal."""

import os
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction

from plans.actions import plandelar, planer
from plans.models import (
    Actor,
    Atgard,
    Delaktig,
    Delning,
    EgetOrd,
    FrystOrd,
    Handelse,
    Malsattning,
    PlanRad,
    PlanSvar,
    PlanVersion,
    Uppfoljning,
)
from plans.regler.fel import Regelbrott
from tests.stod import current
from tests.stod import factories as f
from tests.stod.cast import IDAG

PARTS = (Malsattning, PlanRad, Atgard, Delaktig, FrystOrd)


def refused(change) -> str:
    """Run `change` in a savepoint and return the database's reason for refusing it."""
    with pytest.raises(DatabaseError) as stop, transaction.atomic():
        change()
    return str(stop.value)


@pytest.fixture
def klar(roles):
    EgetOrd.objects.create(
        person=roles.alva,
        forfattare=roles.alva_konto,
        forfattare_som="Alva",
        slag="mina_ord",
        fraga="viktigt",
        text="Musik",
    )
    version = f.utkast(roles.alva, roles.ingrid)
    current.dela(version=version, by=Actor(roles.ingrid, IDAG))
    current.svara(version=version, svar="haller_med", text="", by=Actor(roles.birgitta, IDAG))
    version = current.faststall(
        version=version, samrad_datum=IDAG, samrad_hur="mote", samrad_med="Alva", by=Actor(roles.ingrid, IDAG)
    )
    promise = version.atgard_set.first()
    current.notera(plan=version.plan, spar=promise.spar, utfall="klart", varfor="", by=Actor(roles.ingrid, IDAG))
    return version


def test_the_version_by_orm_and_by_update(klar):
    klar.syfte = "Något annat"
    assert "final plan version" in refused(klar.save)
    assert "final plan version" in refused(lambda: PlanVersion.objects.filter(pk=klar.pk).update(syfte="x"))
    assert "final plan version" in refused(lambda: PlanVersion.objects.filter(pk=klar.pk).update(status="utkast"))


@pytest.mark.parametrize("model", PARTS)
def test_each_part_changed_added_or_removed(klar, model):
    rows = model.objects.filter(version=klar)
    first = rows.first()
    assert first is not None
    column = "namn" if model is Delaktig else "text"
    assert "part of a final" in refused(lambda: rows.update(**{column: "x"}))
    assert "part of a final" in refused(lambda: rows.filter(pk=first.pk).delete())
    first.pk, first._state.adding = None, True
    if hasattr(first, "spar"):
        first.spar = "00000000-0000-4000-8000-000000000000"
    assert "part of a final" in refused(first.save)


def test_a_part_cannot_be_moved_into_a_final_version(klar, roles):
    draft = planer.omprova(plan=klar.plan, by=Actor(roles.ingrid, IDAG))
    row = Malsattning.objects.filter(version=draft)
    assert "part of a final" in refused(lambda: row.update(version=klar, spar="00000000-0000-4000-8000-000000000000"))


def test_by_the_actions_with_a_plain_sentence(klar, roles):
    with pytest.raises(Regelbrott, match="Planen är klar och kan inte ändras"):
        planer.andra_grund(version=klar, data={"syfte": "x"}, rev=klar.grund_rev, by=Actor(roles.ingrid, IDAG))
    with pytest.raises(Regelbrott, match="Planen är klar och kan inte ändras"):
        plandelar.spara(version=klar, model=Malsattning, data={"text": "x"}, by=Actor(roles.ingrid, IDAG))


@pytest.mark.parametrize("model", [Handelse, Delning, PlanSvar, Uppfoljning])
def test_what_is_only_added_to(klar, roles, model):
    table = model._meta.db_table
    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):  # noqa: S608
        reason = refused(lambda sql=statement: connection.cursor().execute(sql))
        assert "only ever added" in reason or "permission denied" in reason


def test_by_psql_as_the_role_that_runs_the_portal(klar):
    """These tests connect as lss_app, which can neither change the row nor turn the trigger off."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("lss_app", False)
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger\\_klar\\_version%'")
        (guard,) = cursor.fetchone()
    for statement in (
        f"ALTER TABLE plans_planversion DISABLE TRIGGER {guard}",
        f"DROP TRIGGER {guard} ON plans_planversion",
        "SET session_replication_role = replica",
        "DROP TABLE plans_planversion CASCADE",
    ):
        reason = refused(lambda sql=statement: connection.cursor().execute(sql))
        assert "must be owner" in reason or "permission denied" in reason


def test_the_log_is_closed_even_for_its_owner(db, roles):
    """The trigger refuses even lss_owner, the role that migrates. A separate connection is used and rolled back."""
    name = connection.settings_dict["NAME"]
    owner = psycopg2.connect(urlsplit(os.environ["DATABASE_OWNER_URL"])._replace(path=f"/{name}").geturl())
    try:
        with owner.cursor() as cursor:
            cursor.execute(
                "INSERT INTO plans_handelse (handelse, objekt, nekad, varfor, person_ids) "
                "VALUES ('prov', '', false, '', '{}')"
            )
            with pytest.raises(psycopg2.errors.RestrictViolation, match="only ever added"):
                cursor.execute("UPDATE plans_handelse SET handelse = 'annat'")
    finally:
        owner.rollback()
        owner.close()


def test_own_words_keep_their_author(klar, roles):
    rows = EgetOrd.objects.filter(person=roles.alva)
    assert "keep their author" in refused(lambda: rows.update(forfattare=roles.ingrid))
    assert "keep their author" in refused(lambda: rows.update(person=roles.dragan))
