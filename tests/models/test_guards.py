"""What the database refuses everyone: no setting switches a guard off, and no row leaves its parent's nämnd."""

import re

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from plans.models import Handelse, IndividuellPlan, Person, PlanVersion
from plans.models.guards import SameNamnd
from tests.house.test_modeller import CASE
from tests.stod.case_states import build_case

pytestmark = pytest.mark.django_db
PORTAL = apps.get_app_config("plans")


@pytest.fixture
def klar(roles):
    """Alva's case with a final version."""
    return build_case("klar", roles.alva, roles.skap, roles.ingrid)


def refused(statement: str, *values: object) -> str:
    """Return the database's reason for refusing a statement; empty if the statement is accepted."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except IntegrityError as error:
        return str(error)
    return ""


def test_no_session_setting_opens_a_guard(klar):
    """pgtrigger's own triggers do nothing while this setting names them; ours work anyway."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(tgname)::text FROM pg_trigger WHERE tgname LIKE 'pgtrigger%'")
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", cursor.fetchone())
    assert "final plan version" in refused("UPDATE plans_planversion SET syfte = '' WHERE id = %s", klar.version.pk)
    goal = klar.version.malsattning_set.get()
    assert "final plan version" in refused("UPDATE plans_malsattning SET text = '' WHERE id = %s", goal.pk)
    before = Person.pgh_event_model.objects.filter(pgh_obj=klar.person).count()
    Person.objects.filter(pk=klar.person.pk).update(telefon="010")
    assert Person.pgh_event_model.objects.filter(pgh_obj=klar.person).count() == before + 1


def test_a_refusal_has_its_own_sqlstate(klar):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        PlanVersion.objects.filter(pk=klar.version.pk).update(syfte="Annat")
    assert error.value.__cause__.pgcode == "23001"


def test_every_trigger_is_without_a_way_round():
    """The planted bug is pgtrigger's own template, which does let a session setting skip the trigger."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname, p.prosrc, p.prosecdef, p.proconfig FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE t.tgname LIKE 'pgtrigger%'"
        )
        found = cursor.fetchall()
    assert len(found) > 40
    assert [name for name, source, *_ in found if "ignore" in source] == []
    reads_others = [row for row in found if re.search(r"\bFROM plans_", row[1])]
    assert len(reads_others) == 5 and all(definer and config for _, _, definer, config in reads_others)
    from pgtrigger.compiler import UpsertTriggerSql

    stock = UpsertTriggerSql(pgid="x", func="RETURN NEW;", table="t", when="BEFORE", operation="UPDATE")
    assert "ignore" in str(stock)


CASES = [m for m in PORTAL.get_models() if m.__name__ in CASE]


@pytest.mark.parametrize("model", CASES, ids=lambda m: m.__name__)
def test_a_row_cannot_stand_in_another_namnd_than_its_parent(model, klar, roles):
    parents = [c.parent for c in model._meta.constraints if isinstance(c, SameNamnd) and c.parent != "enhet"]
    named = [f.name for f in model._meta.fields if f.is_relation and f.related_model in CASES]
    assert sorted(parents) == sorted(named), "each parent in a case table is held to the same nämnd"
    with connection.cursor() as cursor:
        for parent in parents:
            cursor.execute("SELECT contype FROM pg_constraint WHERE conname = %s", [_name(model, parent)])
            assert cursor.fetchone() == ("f",)


def _name(model: type[models.Model], parent: str) -> str:
    return next(c.name for c in model._meta.constraints if isinstance(c, SameNamnd) and c.parent == parent)


def test_the_composite_keys_refuse(klar, roles):
    """The keys are tried by UPDATE where rows may be changed, and by INSERT where they may not."""
    other = roles.annan_namnd.pk
    for table in ("insats", "erbjudande", "egetord", "foretradarskap", "tilldelning", "individuellplan"):
        reason = refused(f"UPDATE plans_{table} SET namnd_id = %s WHERE person_id = %s", other, klar.person.pk)  # noqa: S608
        assert "samma_namnd" in reason, table
    assert "samma_namnd" in refused("UPDATE plans_person SET enhet_id = %s", roles.langt_bort.pk)
    draft = {"plan": IndividuellPlan.objects.create(person=roles.dragan), "nummer": 1, "created_by": roles.osten}
    with pytest.raises(IntegrityError, match="samma_namnd"), transaction.atomic():
        PlanVersion.objects.create(**draft, namnd=roles.annan_namnd)
    assert PlanVersion.objects.create(**draft).namnd == roles.namnd


def test_the_log_keeps_its_rows(klar):
    pk = Handelse.objects.latest("pk").pk
    with pytest.raises(Exception, match=r"only ever added|permission denied"), transaction.atomic():
        Handelse.objects.filter(pk=pk).update(varfor="x")
